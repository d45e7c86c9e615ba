import type { Catalogue, Family, Licence, Release } from '../../knowledge/catalogue.ts';
import { bindingsOf } from '../../knowledge/lineage.ts';
import type { NameIndex } from '../../knowledge/names/name-index.ts';
import { readNames } from '../../knowledge/names/read-names.ts';
import type { Modality } from '../../knowledge/vocabulary.ts';
import { lineageOf } from '../assess.ts';
import { groupsOf } from '../groups.ts';
import { sentenceList, theLicence } from '../wording.ts';
import type { DeclaredCard } from './declared-card.ts';
import { declaredLicences } from './declared-licences.ts';

/** Ids that only a declared entry has: a colon is in no id of the knowledge. */
const idOf = (kind: 'release' | 'licence' | 'base', name: string): string => `declared:${kind}:${name}`;
export const isDeclared = (id: string | null): boolean => id?.startsWith('declared:') ?? false;

export type Declared = {
  release: Release;
  family: Family;
  /** licences and bases that are named and not held; their terms count as not known */
  licences: Licence[];
  bases: { release: Release; family: Family }[];
  /** what the card says, in a sentence */
  says: string;
  /** where the tag promises more than the bases allow */
  conflicts: string[];
  notes: string[];
};

const pageOf = (repo: string): string => `https://huggingface.co/${repo}`;

/**
 * Makes a release of what a card declares, so that the rules treat it as any other: its licences and those of its bases
 * all bind, and the strictest decides. A licence or a base that we do not hold is bound as a text that nobody read, of
 * which nothing can be said; so the answer is never more permissive than what is known.
 * @param today ISO date
 */
export const declaredRelease = (
  catalogue: Catalogue,
  names: NameIndex,
  card: DeclaredCard,
  today: string,
): Declared => {
  const { held, unread } = declaredLicences(catalogue, card);
  const missing =
    held.length === 0 && unread.length === 0
      ? [unreadLicence(card.repo, `the licence of ${card.repo} (not declared on its card)`, card.repo, today)]
      : unread.map((name) =>
          unreadLicence(`${card.repo}:${name}`, `"${name}" (named on its card, not held here)`, card.repo, today),
        );
  const known = card.bases.map((base) => ({ ...base, release: heldRelease(catalogue, names, base.repo) }));
  const strange = known
    .filter((base) => base.release === null)
    .map((base) => {
      const licence = unreadLicence(base.repo, `the terms of ${base.repo} (not held here)`, base.repo, today);
      return {
        licence,
        ...entryOf(idOf('base', base.repo), base.repo, [licence], [], ['other'], today),
        repo: base.repo,
      };
    });
  const licences = [...held, ...missing];
  const own = entryOf(
    idOf('release', card.repo),
    card.repo,
    licences,
    known.map((base) => ({ release: base.release?.id ?? idOf('base', base.repo), relation: base.relation })),
    modalityOf(card.task),
    today,
  );
  // what a developer forbids beside the licence binds what is made from it, too
  own.release.statements = known.flatMap((base) => (base.release ? forbiddenBeside(catalogue, base.release) : []));
  return {
    ...own,
    licences: [...missing, ...strange.map((base) => base.licence)],
    bases: strange,
    says: saysOf(card),
    conflicts: known.flatMap((base) => (base.release ? conflictWith(catalogue, held, base.release) : [])),
    notes: [
      ...strange.map((base) => `Its base ${base.repo} is not in the knowledge base; its terms may be stricter.`),
      ...(card.gated ? ['The download is gated: it has to be asked for on its page.'] : []),
    ],
  };
};

const forbiddenBeside = (catalogue: Catalogue, base: Release): Release['statements'] =>
  [base, ...lineageOf(catalogue, base)].flatMap((release) =>
    release.statements.filter((statement) => statement.stance === 'prohibited'),
  );

const saysOf = (card: DeclaredCard): string => {
  const licence = card.licenceName
    ? [...card.licences.filter((name) => name !== 'other'), card.licenceName]
    : card.licences;
  return [
    licence.length > 0 ? `licence ${licence.map((name) => `"${name}"`).join(', ')}` : 'no licence',
    card.bases.length > 0 ? `made from ${sentenceList(card.bases.map((base) => base.repo))}` : 'no base model',
  ].join('; ');
};

/** @returns the release that a repository of ours, or a repacked copy of it, holds; null where that is not plain */
const heldRelease = (catalogue: Catalogue, names: NameIndex, repo: string): Release | null => {
  const same = [...catalogue.releases.values()].find((release) =>
    release.repos.some((own) => own.toLowerCase() === repo.toLowerCase()),
  );
  if (same) return same;
  const [mention, ...others] = readNames(names, repo);
  if (mention?.kind !== 'models' || others.length > 0 || mention.fuzzy) return null;
  const groups = groupsOf(catalogue, mention);
  const lead = groups.length === 1 ? groups[0]!.lead : null;
  // what was never released is no base of anything
  return lead?.artefacts.weights?.status === 'withheld' ? null : lead;
};

/** The tag says one thing, the licence of the base another: the base's terms travel along whatever the tag says. */
const conflictWith = (catalogue: Catalogue, declared: Licence[], base: Release): string[] => {
  const travelling = bindingsOf(catalogue, base)
    .map((binding) => binding.licence)
    .filter((licence) => !['permissive', 'data'].includes(licence.kind) && !declared.includes(licence));
  if (declared.length === 0 || travelling.length === 0) return [];
  return [
    `The card declares ${sentenceList(declared.map((licence) => theLicence(licence.name)))}, but it was made from ${base.name}, whose terms travel along: ${sentenceList(travelling.map((licence) => licence.name))}. The stricter decides.`,
  ];
};

/** Text alone is what some terms treat more gently; what is not known counts as more. */
const modalityOf = (task: string | null): Modality[] =>
  task &&
  /^(text-generation|text-classification|fill-mask|translation|summarization|question-answering|token-classification)$/.test(
    task,
  )
    ? ['text']
    : task && /^(feature-extraction|sentence-similarity|text-ranking)$/.test(task)
      ? ['embedding']
      : ['other'];

/** An open kind claims nothing here: whatever rests on the text is unknown, because nobody read it. */
const unreadLicence = (key: string, name: string, repo: string, today: string): Licence => ({
  id: idOf('licence', key),
  name,
  aliases: [],
  steward: repo,
  published: today,
  spdx: null,
  kind: 'permissive',
  osi_approved: false,
  text: { url: pageOf(repo), checked: today, extent: 'none' },
  incorporates: [],
  findings: [],
  obligations: [],
  sources: [],
  history: [],
  reviewed: today,
});

const entryOf = (
  id: string,
  repo: string,
  licences: Licence[],
  base: Release['base'],
  modality: Modality[],
  today: string,
): { release: Release; family: Family } => {
  const shared = {
    modality,
    tasks: [],
    licences: licences.map((licence) => ({ licence: licence.id })),
    base,
    artefacts: {},
    statements: [],
    sources: [],
  };
  const release: Release = {
    ...shared,
    id,
    name: repo,
    aliases: [],
    repos: [repo],
    ollama: [],
    variant: 'other',
    released: undefined,
    family: id,
  };
  const family: Family = {
    ...shared,
    id,
    name: repo,
    line: repo,
    developer: repo.slice(0, repo.indexOf('/')),
    aliases: [],
    calls_it: null,
    elsewhere: [],
    history: [],
    notes: [],
    reviewed: today,
    releases: [release],
  };
  return { release, family };
};

/** @returns the catalogue with declared releases beside what we hold; the one we hold is left as it is */
export const withDeclared = (catalogue: Catalogue, declared: Declared[]): Catalogue => {
  const entries = declared.flatMap((item) => [item, ...item.bases]);
  return {
    ...catalogue,
    licences: new Map([
      ...catalogue.licences,
      ...declared.flatMap((item) => item.licences.map((one) => [one.id, one] as const)),
    ]),
    families: new Map([...catalogue.families, ...entries.map((item) => [item.family.id, item.family] as const)]),
    releases: new Map([...catalogue.releases, ...entries.map((item) => [item.release.id, item.release] as const)]),
  };
};
