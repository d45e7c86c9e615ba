import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { createGate, partsOf, type Respond } from '../gate.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import type { CurrentJob } from './current-job.ts';
import { showOnce } from './outbox.ts';
import { BUSY, GIVEN_UP, isRefused } from './turn.ts';

/** Commands and buttons that came in when the queue was full are told so, and go no further. */
export const answerRefused =
  (base: NoticeBase): Middleware<AnyMiddlewareArgs> =>
  async (args) => {
    const respond = (args as { respond?: Respond }).respond;
    if (isRefused() && respond) await createGate(args.client).respond(respond, notice(base, BUSY));
    else await args.next();
  };

/** Something was laid aside without anybody having been told: who pressed or typed it still has an address for that. */
export const tellGivenUp = async (job: CurrentJob, base: NoticeBase): Promise<void> => {
  const url = job.taken.body.response_url;
  if (typeof url !== 'string') return;
  const respond: Respond = async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(4000),
    });
    if (!response.ok) throw new Error(`the response_url answered ${response.status}`);
  };
  await showOnce(partsOf(notice(base, GIVEN_UP)), (part) =>
    respond({ ...part, response_type: 'ephemeral', replace_original: false }),
  );
};
