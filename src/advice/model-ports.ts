import type { Stance } from '../knowledge/vocabulary.ts';

/**
 * What the core asks of a language model, and nothing else: to pick among ids when the rules cannot read a question,
 * and to word findings that are already decided. Both replies are checked before anything of them is used.
 */

/** One model or licence that is really named in the question or its thread. */
export type Candidate = { id: string; name: string; written: string };

export type ReadRequest = {
  question: string;
  /** the thread so far, one turn a line, oldest first; outsiders' words */
  thread: string;
  candidates: Candidate[];
  /** ids with what each means */
  intents: { id: string; means: string }[];
  activities: { id: string; means: string }[];
};
export type ReadReply = {
  /** one of the ids given, or "none" */
  intent: string;
  /** candidate ids; empty for none */
  subjects: string[];
  activities: string[];
};

/** One decided statement that an explanation may cite. */
export type Fact = { id: string; says: string; stance: Stance | null; licence: string | null; clause: string | null };

export type ExplainRequest = {
  question: string;
  /** what the rules answered, in one line */
  headline: string;
  facts: Fact[];
};
export type ExplainReply = { sentences: { text: string; cites: string[] }[] };

/** @returns null where the model could not be used; never throws */
export type ReadWithModel = (request: ReadRequest, call: ModelCall) => Promise<ReadReply | null>;
/** @returns null where the model could not be used; never throws */
export type ExplainWithModel = (request: ExplainRequest, call: ModelCall) => Promise<ExplainReply | null>;

/** Who asks, for budgets, and how to stop. */
export type ModelCall = { team: string; person: string; signal: AbortSignal };
export type LanguageModel = { read: ReadWithModel; explain: ExplainWithModel };
