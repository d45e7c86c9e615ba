import type { App } from '@slack/bolt';
import { createGate } from '../gate.ts';
import type { TurnsInFlight } from '../turns-in-flight.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';

type Stopped = { channel_id?: string; channel?: string; thread_ts?: string };

/** Slack's own Stop button: ends what is being answered in that thread. */
export const registerStop = (app: App, { turns, base }: { turns: TurnsInFlight; base: NoticeBase }): void => {
  app.event(
    'agent_session_stopped' as never,
    async ({ event, client }: { event: Stopped; client: Parameters<typeof createGate>[0] }) => {
      const channel = event.channel_id ?? event.channel;
      if (!channel || !event.thread_ts) return;
      if (turns.stop(`${channel}:${event.thread_ts}`) === 0)
        await createGate(client).post(
          { channel, thread_ts: event.thread_ts },
          notice(base, 'Nothing is running in this thread.'),
        );
    },
  );
};
