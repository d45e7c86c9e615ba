import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Language, Phrases } from '../../knowledge/phrases-file.ts';
import type { Activity, Verdict } from '../../knowledge/vocabulary.ts';
import type { Answer } from '../answer.ts';
import type { Assessment } from '../assess.ts';
import { unique } from '../evidence.ts';
import type { Ground } from '../grounds/ground.ts';
import type { Inquiry } from '../inquiry.ts';
import { clauseName } from '../wording.ts';
import { writeText } from '../write-text.ts';

const phrasesFor = (catalogue: Catalogue, { language }: Inquiry): Phrases | null =>
  language === null ? null : catalogue.phrases[language];

const fill = (template: string, slots: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');

const listed = (items: string[], { comma, and }: Phrases): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;

const joined = (sentences: string[], inquiry: Inquiry): string =>
  sentences.join(inquiry.language === 'zh' || inquiry.language === 'ja' ? '' : ' ');

/** What a few words in another language are made of; names as the headline has them. */
type Assessed = {
  verdict: Verdict;
  names: string[];
  activities: Activity[];
  /** what the verdict rests on; empty where it differs by version */
  assessments: Assessment[];
  /** facts that are asked for */
  missing: string[];
};

/** What was assessed, in the language of the question; null for a question in English. */
export const assessedLine = (
  catalogue: Catalogue,
  inquiry: Inquiry,
  { verdict, names, activities, assessments, missing }: Assessed,
): string | null => {
  const phrases = phrasesFor(catalogue, inquiry);
  if (!phrases || names.length === 0) return null;
  const said = fill(phrases.answers, {
    verdict: phrases.verdicts[verdict],
    model: listed(names, phrases),
    activity: listed(
      activities.map((activity) => phrases.activities[activity]),
      phrases,
    ),
  });
  const line = (template: string, items: string[]): string[] =>
    items.length === 0 ? [] : [fill(template, { items: listed(items.slice(0, MOST), phrases) })];
  const grounds = assessments.flatMap((assessment) => assessment.grounds);
  const permitted = verdict === 'yes' || verdict === 'yes_with_conditions';
  const below = verdict === 'yes_with_conditions' ? phrases.conditions_below : phrases.in_english;
  return joined(
    [
      said,
      ...(verdict === 'no' ? line(phrases.decides, clausesAgainst(grounds)) : []),
      ...(verdict === 'depends'
        ? line(phrases.missing, unique(missing.map((fact) => factIn(phrases, fact))))
        : permitted
          ? [
              ...line(phrases.conditions, unique(grounds.flatMap((ground) => conditionsIn(phrases, inquiry, ground)))),
              ...line(phrases.to_ship, dutiesIn(phrases, assessments)),
            ]
          : []),
      below,
      phrases.not_legal_advice,
    ],
    inquiry,
  );
};

/** As many of a kind as fit into a sentence. */
const MOST = 5;

/** The clause that says no, one a licence. */
const clausesAgainst = (grounds: Ground[]): string[] => {
  const clauses = new Map<string, string>();
  for (const { verdict, licence, finding } of grounds)
    if (verdict === 'no' && finding?.clause && !clauses.has(licence.id))
      clauses.set(licence.id, clauseName(licence.name, finding.clause));
  return [...clauses.values()].slice(0, 2);
};

/** A limit, a purpose or an excluded place in words of its own; any other condition by its topic. */
const conditionsIn = (phrases: Phrases, { language }: Inquiry, { verdict, finding, topic }: Ground): string[] => {
  if (!finding?.clause || verdict === 'yes') return [];
  const limits = (finding.when ?? []).flatMap((condition) => {
    if (condition.measure === 'purpose') return [phrases.purposes[condition.only]];
    if (condition.measure === 'territory')
      return [
        fill(phrases.excluded, {
          places: listed(
            condition.excludes.map((place) => placeIn(place, language!)),
            phrases,
          ),
        }),
      ];
    if (condition.then === 'display_duty' || condition.then === 'registration') return [];
    const limit = new Intl.NumberFormat(language!).format(condition.above ?? condition.at_least!);
    return [fill(phrases.at_most, { measure: phrases.measures[condition.measure], limit })];
  });
  return limits.length > 0 ? limits : [phrases.topics[topic]];
};

const placeIn = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;

/** Kinds of duties, with the words a label must carry where they are short. */
const dutiesIn = (phrases: Phrases, assessments: Assessment[]): string[] =>
  unique(
    assessments.flatMap(({ duties }) =>
      duties
        .filter(({ obligation }) => obligation.kind !== 'other')
        .map(({ obligation: { kind, exact } }) =>
          exact && exact.length <= 40 ? `${phrases.obligations[kind]} "${exact}"` : phrases.obligations[kind],
        ),
    ),
  );

const factIn = (phrases: Phrases, fact: string): string =>
  (phrases.measures as Record<string, string>)[fact] ??
  (phrases.facts as Record<string, string>)[fact] ??
  phrases.facts.other;

/** Whether something is open source, in the language of the question; null for a question in English. */
export const classLine = (
  catalogue: Catalogue,
  inquiry: Inquiry,
  { meets, names }: { meets: 'yes' | 'no' | 'unknown'; names: string[] },
): string | null => {
  const phrases = phrasesFor(catalogue, inquiry);
  if (!phrases || names.length === 0) return null;
  const said = fill(phrases.classes, { verdict: phrases.openness[meets], model: listed(names, phrases) });
  return joined([said, phrases.in_english, phrases.not_legal_advice], inquiry);
};

/** @returns the answer with a line in the language of the question, if only one that says where to read on */
export const withLanguageLine = (catalogue: Catalogue, inquiry: Inquiry, answer: Answer): Answer => {
  const phrases = phrasesFor(catalogue, inquiry);
  if (!phrases || answer.in_your_language !== null) return answer;
  const says =
    answer.kind === 'clarification'
      ? phrases.asks_back
      : answer.kind === 'not_covered'
        ? phrases.not_held
        : phrases.in_english;
  const own: Answer = { ...answer, in_your_language: joined([says, phrases.not_legal_advice], inquiry) };
  return { ...own, text: writeText(own) };
};
