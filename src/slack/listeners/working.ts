import type { WebClient } from '@slack/web-api';

/** An answer by rules is there sooner than a status could be read. */
const PATIENCE_MS = 1000;
/** The next question of the thread waits for the end of this turn, which is worth no more of its time than this. */
const LONGEST_SHOWING_MS = 2000;

/** Waits for a status to be shown or taken away, but not for long; it goes on in order. @param showing never rejects */
export const untilShown = async (showing: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_SHOWING_MS);
  });
  await Promise.race([showing, late]);
  clearTimeout(timer);
};

/**
 * Shows in the thread that an answer is being worked on, where it takes longer than a moment. Slack offers this in
 * channels too and takes the line away with the next message; ours is taken away for certain. A workspace without it
 * goes on without.
 */
export const whileWorking = async (
  client: WebClient,
  channel_id: string,
  thread_ts: string,
  turn: () => Promise<void>,
): Promise<void> => {
  const show = (status: string): Promise<unknown> =>
    client.apiCall('assistant.threads.setStatus', { channel_id, thread_ts, status }).catch(() => {});
  let shown: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    shown = show('is reading the licences…');
  }, PATIENCE_MS);
  try {
    await turn();
  } finally {
    clearTimeout(timer);
    if (shown) await untilShown(shown.then(() => show('')));
  }
};
