import { currentJob } from './current-job.ts';
import { failureKind } from './failure.ts';

/** What is said when more questions wait than can be answered soon. */
export const BUSY =
  'I have more questions waiting than I can answer soon, so I left this one out. Please ask it again in a few minutes.';
/** What is said to whoever pressed or typed something that was given up. */
export const GIVEN_UP = 'That did not work on our side, and I gave up after several tries. Please try it again.';

/** @returns whether what is being answered came in when the queue was full, and is only to be told so */
export const isRefused = (): boolean => currentJob()?.taken.lane === 'refusals';

/** @returns whether the inbox will try this turn again, so that nothing has to be shown yet */
export const leaveToInbox = (error: unknown): boolean => {
  const job = currentJob();
  if (!job) return false;
  const kind = failureKind(error);
  return kind === 'outside' || (kind === 'again' && !job.lastTry);
};

/** The person is told about this failure, with its reference: it is laid aside for the operator and not tried again. */
export const isGivenUp = (error: unknown, reference: string): void => {
  const job = currentJob();
  if (!job) return;
  const detail = error instanceof Error ? error.message : String(error);
  job.problem = new Error(`reference ${reference}: ${detail}`);
  job.shown = true;
};
