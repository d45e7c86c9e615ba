import { paragraphsOf, withoutCitations } from '../knowledge/article-text.ts';
import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { teachersOf } from '../knowledge/lineage.ts';
import type { Verdict } from '../knowledge/vocabulary.ts';
import type { DutyLine } from './answer.ts';
import { type Assessment, lineageOf } from './assess.ts';
import { ageNotes, unique } from './evidence.ts';
import type { Ground } from './grounds/ground.ts';
import type { Inquiry } from './inquiry.ts';
import type { Case, Split } from './split-verdict.ts';
import { capital, clauseName, theLicence } from './wording.ts';
import { DIFFERS, TO_SHIP } from './write-text.ts';

/** Who owns the outputs is a question of its own beside whether they may be used. */
export const ownershipLine = (cases: Case[], inquiry: Inquiry): string[] => {
  if (!inquiry.topics.includes('output_ownership')) return [];
  return unique(
    cases.flatMap(({ assessments: [assessment] }) => {
      const licence = assessment?.deciding;
      const finding = licence?.findings.find((item) => item.topic === 'output_ownership');
      if (!licence || !finding) return [];
      return [
        finding.says
          ? `${finding.says} (${clauseName(licence.name, finding.clause ?? null)})`
          : `${capital(theLicence(licence.name))} does not say who owns the outputs.`,
      ];
    }),
  ).slice(0, 2);
};

/** Who asks what to ship reads the list first: each kind once, with the words it must carry when they are short. */
export const shipLine = (duties: DutyLine[]): string[] => {
  const items = [
    ...new Set(
      duties
        .filter((duty) => duty.kind !== 'other')
        .map((duty) =>
          duty.exact && duty.exact.length <= 40
            ? `${duty.label.toLowerCase()} "${duty.exact}"`
            : duty.label.toLowerCase(),
        ),
    ),
  ];
  if (items.length > 0) return [`${TO_SHIP}${items.join(', ')}.`];
  return duties.length > 0 ? [] : ['We hold no duty to ship anything with it.'];
};

/** Not settled, not addressed and not known are three things. */
export const unknownWord = (assessments: Assessment[], unsettled: boolean): string => {
  if (unsettled) return 'Not settled';
  const open = assessments.flatMap((item) => item.grounds).filter((ground) => ground.verdict === 'unknown');
  if (open.length > 0 && open.every((ground) => ground.finding?.stance === 'silent'))
    return 'Not addressed by the licence';
  if (open.length > 0 && open.every((ground) => ground.finding?.stance === 'unclear')) return 'Unclear';
  return 'Not known';
};

/** @returns two or three sentences: what decided, and what is beside it */
export const summaryOf = (
  catalogue: Catalogue,
  verdict: Verdict,
  cases: Case[],
  split: Split,
  unsettled: string | null,
  inquiry: Inquiry,
): string[] => {
  const unknown = inquiry.subjects.filter((mention) => mention.kind === 'unknown');
  const gaps = unknown.map(
    (mention) => `"${mention.written}" is not in the knowledge base, so nothing is said about it.`,
  );
  if (cases.length === 0) return gaps;
  if (split.varies && split.each.length > 1) return gaps;
  if (split.varies) return [...gaps, DIFFERS];
  const grounds = cases.flatMap((item) =>
    item.assessments.flatMap((assessment) => assessment.grounds.filter((ground) => ground.verdict === verdict)),
  );
  const decisive = reasonsOf(grounds.filter((ground) => ground.topic !== 'use_restrictions')).slice(
    0,
    verdict === 'no' ? 2 : 1,
  );
  // what the developer says beside a text that nobody read is all there is to go by
  const beside =
    grounds.length > 0
      ? []
      : cases.flatMap((item) =>
          item.assessments.flatMap(({ grounds: all }) =>
            all.filter((ground) => ground.finding === null && ground.verdict === 'yes_with_conditions'),
          ),
        );
  const reasons = [...decisive, ...reasonsOf(beside).slice(0, 1)];
  if (verdict === 'no') {
    const separate = grounds.some((ground) =>
      ground.finding?.when?.some((condition) => 'then' in condition && condition.then === 'separate_licence'),
    );
    return [...gaps, ...reasons, ...(separate ? ['A separate licence would have to be asked for.'] : [])];
  }
  if (unsettled) return [...gaps, ...reasons, shortAnswer(catalogue, unsettled)];
  return [...gaps, ...reasons];
};

const reasonsOf = (grounds: Ground[]): string[] =>
  unique(
    grounds.map(
      ({ via, says, note }) => `${via ? `Through its base ${via.name}: ` : ''}${says}${note ? ` ${note}` : ''}`,
    ),
  );

const shortAnswer = (catalogue: Catalogue, id: string): string => {
  const article = catalogue.articles.get(id);
  return article
    ? withoutCitations(paragraphsOf(article.body)[0] ?? '')
    : 'Whether a limit on the weights reaches their outputs is not settled.';
};

/** @returns what is good to know beside the answer: age, excerpts, tags that conflict, history */
export const notesOf = (catalogue: Catalogue, cases: Case[], today: string): string[] => {
  const licences = unique(
    cases.flatMap((item) =>
      item.assessments.flatMap((assessment) => assessment.grounds.map((ground) => ground.licence.id)),
    ),
  ).flatMap((id) => catalogue.licences.get(id) ?? []);
  const releases = cases.flatMap((item) => (item.group ? [item.group.lead] : []));
  return [
    ...licences
      .filter((licence) => licence.text.extent === 'excerpts')
      .map((licence) => `${licence.name} was read in excerpts only; it may say more.`),
    ...releases.flatMap((release) => tagConflict(catalogue, release)),
    ...releases.flatMap((release) =>
      teachersOf(catalogue, release).map(
        (teacher) =>
          `${release.name} was trained on outputs of ${teacher.name}; whether that provider's terms bind users of the result is not settled.`,
      ),
    ),
    ...(cases.length === 1 ? releases.flatMap((release) => historyOf(catalogue, release)) : []),
    ...ageNotes([...licences, ...releases.map((release) => catalogue.families.get(release.family)!)], today),
  ].filter((note, at, notes) => notes.indexOf(note) === at);
};

const tagConflict = (catalogue: Catalogue, release: Release): string[] => {
  const bases = lineageOf(catalogue, release);
  if (!release.tag || bases.length === 0)
    return release.tag ? [`The model card is tagged "${release.tag}", which is not what applies.`] : [];
  return [
    `The model card is tagged "${release.tag}", but ${release.name} is made from ${bases.map((base) => base.name).join(', ')}, whose licence travels along.`,
  ];
};

/** Earlier licences: who has a copy from before may read a different text. */
const historyOf = (catalogue: Catalogue, release: Release): string[] => {
  const past = release.licences.filter((period) => period.until);
  return past.map(
    (period) => `Until ${period.until} it was under ${catalogue.licences.get(period.licence)?.name ?? period.licence}.`,
  );
};
