import type { App, Context } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { type Inbox, threadOf } from '../delivery/inbox.ts';
import { createGate } from '../gate.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';

type Stopped = { channel_id?: string; channel?: string; thread_ts?: string };

/** Slack's own Stop button: ends what is being answered in that thread, in whichever process. */
export const registerStop = (app: App, { inbox, base }: { inbox: Inbox; base: NoticeBase }): void => {
  app.event(
    'agent_session_stopped' as never,
    async ({ event, client, context }: { event: Stopped; client: WebClient; context: Context }) => {
      const channel = event.channel_id ?? event.channel;
      if (!channel || !event.thread_ts) return;
      if (!(await inbox.interrupt(threadOf(context.teamId ?? 'team', channel, event.thread_ts))))
        await createGate(client).post(
          { channel, thread_ts: event.thread_ts },
          notice(base, 'Nothing is running in this thread.'),
        );
    },
  );
};
