import type { Log } from '../ports.ts';
import { type CurrentJob, runAs } from './current-job.ts';
import { askedToWait, failureKind } from './failure.ts';
import type { Inbox, Taken } from './inbox.ts';
import type { Ending } from './meter.ts';
import { forgetSent } from './outbox.ts';

export type SettleParts = {
  inbox: Inbox;
  /** tells the person that something was given up, where that can still be done */
  onDead: (job: CurrentJob) => Promise<void>;
  log: Log;
};

/** Milliseconds. Held this long, Slack or the store being away, something is laid aside: nobody waits for it any more. */
export const LONGEST_HOLD = 30 * 60_000;
const HOLD = 2000;

/** Writes down how a turn ended. Where that fails the lease runs out, and what was sent is found in Slack. */
export const createSettle = ({ inbox, onDead, log }: SettleParts) => {
  const bury = async (taken: Taken, detail: string): Promise<'dead'> => {
    await inbox.bury(taken, detail);
    return 'dead';
  };
  const write = async (job: CurrentJob): Promise<Ending> => {
    const { taken, problem } = job;
    if (problem === null) {
      await inbox.finish(taken);
      await forgetSent(job).catch(() => {});
      return 'answered';
    }
    const detail = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
    const kind = job.shown ? 'final' : failureKind(problem);
    if (kind === 'outside' && Date.now() - taken.came < LONGEST_HOLD) {
      log.warn({ id: taken.id, detail }, 'held: Slack or the store cannot be reached');
      await inbox.hold(taken, askedToWait(problem) ?? HOLD);
      return 'held';
    }
    const left =
      kind === 'again' ? await inbox.fail(taken, detail, 1000 * 2 ** taken.tries) : await bury(taken, detail);
    log.error({ id: taken.id, team: taken.team, tries: taken.tries + 1, left, detail }, 'a turn failed');
    if (left === 'dead' && !job.shown) await runAs(job, () => onDead(job)).catch(() => {});
    return left;
  };
  return async (job: CurrentJob): Promise<Ending> => {
    try {
      return await write(job);
    } catch (error) {
      log.error({ id: job.taken.id, detail: String(error) }, 'the end of a turn could not be written down');
      return 'held';
    }
  };
};
