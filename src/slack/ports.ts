import type { Document } from '../advice/brief/document.ts';
import type { Card } from '../advice/card/card.ts';
import type { AskedBasis, Basis } from '../advice/changes/basis.ts';
import type { Decision } from '../advice/decisions/decision.ts';
import type { Profile } from '../advice/facts.ts';
import type { OutboxRecord } from './delivery/outbox.ts';
import type { TeamSettings } from './team/team-settings.ts';

/** One kind of records, found by its key parts. What was stored too long ago is gone. */
export type Table<T> = {
  get: (...key: string[]) => Promise<T | undefined>;
  set: (value: T, ...key: string[]) => Promise<void>;
  delete: (...key: string[]) => Promise<void>;
};

/** A table that can be gone through: every record whose key begins with these parts. It reads the whole kind. */
export type ListedTable<T> = Table<T> & { list: (...prefix: string[]) => AsyncGenerator<[key: string[], value: T]> };

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
  /** its own key in this table; absent in what older versions wrote */
  key?: string;
  /** what the rules rested on; absent where nothing of it can change */
  basis?: AskedBasis;
};
export type RecentQuestion = { question: string; headline: string; at: string };
export type FeedbackRecord = { key: string; user: string; good: boolean; reason: string | null; at: string };
/** Something that could not be answered, or did not help. */
export type GapRecord = {
  /** absent in what was written before there were kinds */
  kind?: 'not_covered' | 'asked_back' | 'thumbs_down' | 'reported';
  names: string[];
  user: string;
  at: string;
  /** only where GAP_QUESTIONS is on */
  question?: string;
};
/** A change of what a workspace decided or set up. */
export type LedgerEntry = { what: 'decision'; decision: Decision } | { what: 'settings'; settings: TeamSettings };
/** A question that was handed to reviewers, and where their replies go. */
export type ReviewRecord = { user: string; channel: string; thread_ts?: string | undefined; at: string };
/** A reviewer's reply that was brought to the asker, and where it stands there. */
export type ReplyRecord = {
  /** the reviewer */
  user: string;
  channel: string;
  thread_ts?: string | undefined;
  stamps: string[];
  /** Slack's time stamp of what they did last: wrote, edited or deleted it */
  at: string;
};
/** Somebody waits for a decision. */
export type RequestRecord = { user: string; channel: string; thread_ts: string; at: string };

/** What the Slack rim needs to remember. */
export type Memory = {
  /** @returns true for the first owner with this key, however often it comes, false for every other */
  claim: (key: string, owner: string) => Promise<boolean>;
  threads: Table<ThreadRecord>;
  asked: ListedTable<AskedRecord>;
  profiles: Table<Profile>;
  recent: Table<RecentQuestion[]>;
  feedback: Table<FeedbackRecord>;
  gaps: ListedTable<GapRecord>;
  settings: ListedTable<TeamSettings>;
  /** when the last digest went out */
  digests: Table<{ at: string }>;
  /** by workspace, release and activity */
  decisions: ListedTable<Decision>;
  /** by workspace, what was changed, and an id */
  ledger: ListedTable<LedgerEntry>;
  /** by workspace, and channel and time stamp of the message to the reviewers */
  reviews: Table<ReviewRecord>;
  /** by workspace, and channel and time stamp of what the reviewer wrote */
  replies: Table<ReplyRecord>;
  requests: Table<RequestRecord>;
  /** what was told last about a changed answer or decision */
  told: Table<Basis>;
  /** which knowledge version everything was held against last */
  looked: Table<{ version: string; at: string }>;
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
