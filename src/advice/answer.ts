import type { Element } from '../knowledge/rubric.ts';
import type { Activity, Category, Topic, Verdict } from '../knowledge/vocabulary.ts';

export const ANSWER_KINDS = [
  'assessment',
  'classification',
  'licence',
  'comparison',
  'shortlist',
  'article',
  'clarification',
  'not_covered',
  'declined',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export type Subject = {
  /** as the asker wrote it */
  written: string;
  /** the name as we hold it */
  name: string;
  release: string | null;
  licence: string | null;
  category: Category | null;
};
export type SlotName = 'code' | 'weights' | 'data' | 'outputs';
export type Slot = { verdict: Verdict | null; licence: string | null; says: string };
export type Statement = {
  topic: Topic;
  licence: string;
  licence_name: string;
  clause: string | null;
  says: string;
  /** how it comes out for the facts at hand, e.g. a threshold that is met */
  note: string | null;
  source: string;
};
export type DutyLine = {
  kind: string;
  label: string;
  licence: string;
  licence_name: string;
  clause: string;
  says: string;
  exact: string | null;
  source: string;
};
export type AskLine = { fact: string; question: string };
export type SourceLine = { title: string; url: string; checked: string };
export type Variant = {
  names: string[];
  release: string;
  licence: string | null;
  verdict: Verdict | null;
  says: string;
};
export type Table = {
  head: string[];
  /** `verdicts` stands beside the cells where each cell says one */
  rows: { label: string; cells: string[]; verdicts?: (Verdict | null)[] }[];
};
export type Pick = { release: string; name: string; licence: string; because: string[]; repo: string | null };
/** A sentence a language model worded, which passed the check against the statements it cites. */
export type Explained = { text: string; cites: { licence_name: string; clause: string | null; url: string }[] };
export type Osaid = Record<Element, 'met' | 'not met' | 'unknown'> & { meets: 'yes' | 'no' | 'unknown' };

/** At least one source: an answer without evidence cannot be written down. */
export type SomeSources = readonly [SourceLine, ...SourceLine[]];

/**
 * What the advisor says, as data. The keys of the JSON contract come first; the keys after `knowledge` are what the
 * message in Slack and the terminal are drawn from. Only `makeAnswer` builds one.
 */
export type Answer = {
  id: string | null;
  kind: AnswerKind;
  verdict: Verdict | null;
  activity: Activity | null;
  subjects: Subject[];
  lineage: string[];
  slots: Partial<Record<SlotName, Slot>>;
  conditions: Statement[];
  obligations: DutyLine[];
  asks: AskLine[];
  osaid: Osaid | null;
  sources: SomeSources;
  caveat: string;
  text: string;
  knowledge: { version: string; oldest_review: string };
  /** one line: the verdict, the model and the activity */
  headline: string;
  /** the lineage by name, nearest base first */
  lineage_names: string[];
  /** the headline's verdict, model and activity in the language of the question; null for one in English */
  in_your_language: string | null;
  /** two or three sentences below it */
  summary: string[];
  /** the answer in the asker's terms, worded by a language model and checked; empty without one */
  explanation: Explained[];
  /** a false premise of the question, put right */
  corrections: string[];
  /** how a doubtful name or word was read */
  read_as: string[];
  /** what permits it, where the verdict is yes; what a card says of the licence */
  evidence: Statement[];
  variants: Variant[];
  table: Table | null;
  picks: Pick[];
  left_out: string[];
  /** names close to one we do not hold */
  nearest: string[];
  /** what else a reader should know: age of a review, excerpts only, how others classify it */
  notes: string[];
  /** short points of an article or a class */
  points: string[];
};

export const CAVEAT =
  'General information, not legal advice. It reflects the texts as checked on the dates shown; read the licence itself before you rely on it.';

type Parts = Partial<Omit<Answer, 'caveat' | 'text' | 'sources' | 'kind' | 'headline' | 'knowledge'>>;

/** Builds an answer from its parts; what does not apply is present and empty. The text is rendered by `write`. */
export const makeAnswer = (
  base: { kind: AnswerKind; headline: string; sources: SomeSources; knowledge: Answer['knowledge'] },
  parts: Parts,
  write: (answer: Answer) => string,
): Answer => {
  const answer: Answer = {
    id: null,
    kind: base.kind,
    verdict: null,
    activity: null,
    subjects: [],
    lineage: [],
    slots: {},
    conditions: [],
    obligations: [],
    asks: [],
    osaid: null,
    sources: base.sources,
    caveat: CAVEAT,
    text: '',
    knowledge: base.knowledge,
    headline: base.headline,
    lineage_names: [],
    in_your_language: null,
    summary: [],
    explanation: [],
    corrections: [],
    read_as: [],
    evidence: [],
    variants: [],
    table: null,
    picks: [],
    left_out: [],
    nearest: [],
    notes: [],
    points: [],
    ...parts,
  };
  return { ...answer, text: write(answer) };
};
