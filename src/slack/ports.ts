import type { Document } from '../advice/brief/document.ts';
import type { Card } from '../advice/card/card.ts';
import type { Profile } from '../advice/facts.ts';
import type { OutboxRecord } from './delivery/outbox.ts';

/** One kind of records, found by its key parts. What was stored too long ago is gone. */
export type Table<T> = {
  get: (...key: string[]) => Promise<T | undefined>;
  set: (value: T, ...key: string[]) => Promise<void>;
  delete: (...key: string[]) => Promise<void>;
};

/** A thread the bot takes part in: its turns as the advisor reads them, oldest first. */
export type ThreadRecord = {
  turns: string[];
  asker: string;
  /** the question whose turns were added last; answered a second time after a crash, it adds none */
  last?: string;
};
/** A question that was answered: enough to answer it again, and to update or remove the answer. */
export type AskedRecord = {
  question: string;
  context: string;
  channel: string;
  user: string;
  thread_ts?: string;
  /** time stamps of the answer's parts; empty where it was shown to one person only */
  stamps: string[];
};
export type RecentQuestion = { question: string; headline: string; at: string };
export type FeedbackRecord = { key: string; user: string; good: boolean; reason: string | null; at: string };
export type GapRecord = { names: string[]; user: string; at: string };

/** What the Slack rim needs to remember. */
export type Memory = {
  /** @returns true for the first owner with this key, however often it comes, false for every other */
  claim: (key: string, owner: string) => Promise<boolean>;
  threads: Table<ThreadRecord>;
  asked: Table<AskedRecord>;
  profiles: Table<Profile>;
  recent: Table<RecentQuestion[]>;
  feedback: Table<FeedbackRecord>;
  gaps: Table<GapRecord>;
  outbox: Table<OutboxRecord>;
};

/** Erases what is kept. @returns how many records of each kind */
export type Forget = {
  workspace: (team: string) => Promise<Record<string, number>>;
  person: (team: string, user: string) => Promise<Record<string, number>>;
};

export type Log = {
  info: (fields: Record<string, unknown>, message: string) => void;
  warn: (fields: Record<string, unknown>, message: string) => void;
  error: (fields: Record<string, unknown>, message: string) => void;
};

/** Files made of what the advisor composed; who draws them is put in from outside. */
export type Drawing = {
  pdf: (document: Document) => Promise<Buffer>;
  /** one to four models */
  png: (cards: Card[]) => Promise<Buffer>;
};

/** A file to be shared. */
export type Paper = {
  /** with its ending */
  name: string;
  title: string;
  content: Buffer;
  /** what a picture shows, for who cannot see it */
  alt?: string;
};
