import type { WebClient } from '@slack/web-api';

/** An answer by rules is there sooner than a status could be read. */
const PATIENCE_MS = 1000;

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
    if (shown) {
      await shown;
      await show('');
    }
  }
};
