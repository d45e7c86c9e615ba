import { AsyncLocalStorage } from 'node:async_hooks';
import type { Table } from '../ports.ts';
import type { Taken } from './inbox.ts';
import type { OutboxRecord } from './outbox.ts';

/** What is being answered right now. Bolt gives its listeners no place for it, and the gate needs it. */
export type CurrentJob = {
  taken: Taken;
  /** the inbox tries it no more after this start */
  lastTry: boolean;
  outbox: Pick<Table<OutboxRecord>, 'get' | 'delete'>;
  /** Writes down what is known about a message on its way. */
  keep: (record: OutboxRecord, ...key: string[]) => Promise<void>;
  kept: boolean;
  /** messages sent so far by this start; the same message has the same number in every start */
  sent: number;
  /** throws where the lease may have passed to another, who would send it too */
  checkLease: () => void;
  /** what went wrong, for the worker: Bolt keeps a listener's error to itself */
  problem: unknown;
  /** the problem was shown to the person, with its reference number */
  shown: boolean;
};

const running = new AsyncLocalStorage<CurrentJob>();

/** @returns what this code runs for; null outside of a turn */
export const currentJob = (): CurrentJob | null => running.getStore() ?? null;
export const runAs = <T>(job: CurrentJob, work: () => Promise<T>): Promise<T> => running.run(job, work);
