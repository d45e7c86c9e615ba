import type { Catalogue, Licence } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { type Answer, makeAnswer, type Pick } from './answer.ts';
import { asksOf, conditionsOf, knowledgeLine, someSources, sourceOfLicence } from './evidence.ts';
import { list } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { needsInWords } from './needs-words.ts';
import { type Candidates, candidatesFor, type Entry, type Reason } from './shortlist-candidates.ts';
import { type Needs, readNeeds } from './shortlist-needs.ts';
import { doing } from './wording.ts';
import { writeText } from './write-text.ts';

const MOST = 8;
/** names of further lines, without their reasons */
const MORE = 12;

/** How many were left out and why, to stand behind the number. */
const REASONS: Record<Reason, string> = {
  modality: 'of another kind',
  size: 'of another size, or of a size we have not established',
  api_only: 'without released weights',
  category: 'outside the class asked for',
  licence: 'under another licence',
  parts: 'without a part that must be released, or with parts we have not established',
  threshold: 'with a limit on users or revenue',
  duty: 'with a duty that is not wanted',
  not_permitted: 'with terms that do not permit it for these facts',
  not_known: 'with terms we have not read, or that do not speak of it',
};

/**
 * Which models serve: every release is held against the needs; what is in is listed with its reasons, what is out is
 * counted by the first need it fails. One release a family stands for its siblings.
 */
export const composeShortlist = (catalogue: Catalogue, inquiry: Inquiry): Answer => {
  const needs = likeNamed(readNeeds(inquiry.text, inquiry.facts, inquiry.subjects), inquiry);
  const excluded = new Set(
    inquiry.subjects.flatMap((mention) =>
      mention.kind === 'models' ? mention.releases.map((release) => release.id) : [],
    ),
  );
  const found = candidatesFor(catalogue, needs, inquiry.facts, excluded, MOST + MORE + 1);
  const { count, out, best } = found;
  const picks = best.slice(0, MOST);
  const more = best.slice(MOST, MOST + MORE).map(({ line }) => line);
  const all = picks.flatMap(found.assessmentsOf);
  const conditions = conditionsOf(all).slice(0, 12);
  const wanted = needsInWords(catalogue, needs, inquiry.facts);
  return makeAnswer(
    {
      kind: 'shortlist',
      headline:
        picks.length > 0
          ? `${count} ${count === 1 ? 'release fits' : 'releases fit'}; ${picks.length === count ? 'here they are' : `here ${picks.length === 1 ? 'is one' : `are ${picks.length}`}, one a family line`}.`
          : 'Nothing we hold fits all of this.',
      knowledge: knowledgeLine(catalogue),
      sources: someSources(
        catalogue,
        [
          ...picks.flatMap((pick) => pick.alike.licences),
          ...conditions.flatMap((line) => catalogue.licences.get(line.licence) ?? []),
        ].map(sourceOfLicence),
      ),
    },
    {
      activity: needs.activities[0] ?? null,
      subjects: picks.map((pick) => ({
        written: pick.release.name,
        name: pick.release.name,
        release: pick.release.id,
        licence: pick.alike.licences[0]?.id ?? null,
        category: pick.alike.category,
      })),
      summary: [`Looked for: ${wanted}.`],
      picks: picks.map((pick) => toPick(catalogue, found, pick)),
      left_out: [...out].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} ${REASONS[reason]}`),
      conditions,
      asks: asksOf(all).slice(0, 3),
      notes:
        more.length > 0 ? [`Others that fit: ${list(more, MORE)}${best.length > MOST + MORE ? ' and more' : ''}.`] : [],
    },
    writeText,
  );
};

/** "An alternative to Midjourney" makes images too: without a word on the kind, that of the named model is meant. */
const likeNamed = (needs: Needs, { subjects }: Inquiry): Needs => {
  const model = subjects.find((mention) => mention.kind === 'models');
  if (model?.kind !== 'models' || needs.modalities.length > 0 || needs.without.length > 0) return needs;
  const { modality, tasks } = model.releases[0]!;
  return modality.includes('text') && tasks.length === 0
    ? needs
    : { ...needs, modalities: modality.slice(0, 1), tasks: tasks.slice(0, 1) };
};

/**
 * Other families of the same line that fit under the same licence, by one release each: the newest is not always the
 * one people want.
 */
const siblingsOf = (found: Candidates, { release, line, alike }: Entry): string[] => {
  const seen = new Set([release.family]);
  return found.ofLine(line).flatMap((other) => {
    if (seen.has(other.release.family) || !sameLicences(other.alike.licences, alike.licences)) return [];
    seen.add(other.release.family);
    return [other.release.name];
  });
};

const sameLicences = (some: Licence[], others: Licence[]): boolean =>
  some.length === others.length && some.every((licence, n) => licence === others[n]);

const toPick = (catalogue: Catalogue, found: Candidates, pick: Entry): Pick => {
  const { release } = pick;
  const assessments = found.assessmentsOf(pick);
  const { licences } = pick.alike;
  const { label } = classify(catalogue, release);
  const siblings = siblingsOf(found, pick);
  return {
    release: release.id,
    name: release.name,
    licence: licences.map((licence) => licence.name).join('; '),
    because: [
      ...(label ? [label] : []),
      // what is simply allowed was looked for, and need not be said again
      ...assessments
        .filter(({ verdict }) => verdict !== 'yes')
        .map(
          (assessment) =>
            `${doing(assessment.activity)}: ${catalogue.vocabulary.verdicts[assessment.verdict].label.toLowerCase()}`,
        ),
      ...(release.released ? [`released ${release.released}`] : []),
      ...(siblings.length > 0 ? [`also ${list(siblings, 3)}`] : []),
    ],
    repo: release.repos[0] ?? null,
  };
};
