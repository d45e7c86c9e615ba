import { problemsIn } from './checks/blocks.ts';
import { RESPONSE_URL_USES, TIME } from './limits.ts';
import { BOT_ID, BOT_USER } from './seed.ts';
import type { Block, Message, Workspace } from './workspace.ts';

export type ResponseUrls = ReturnType<typeof createResponseUrls>;
type Origin = { channel: string; user: string; message: Message | null };

/** The addresses to which the app may answer an interaction: five times within half an hour. */
export const createResponseUrls = (workspace: Workspace) => {
  const given = new Map<string, Origin & { at: number; left: number }>();
  return {
    /** @returns the path of a new address; @param origin where the person acted */
    give: (origin: Origin): string => {
      const id = workspace.stamps.id('R');
      given.set(id, { ...origin, at: workspace.clock(), left: RESPONSE_URL_USES });
      return `/response/${id}`;
    },
    /** Does what a post to the address asks for. */
    post: (id: string, body: Record<string, unknown>): { status: number; error?: string; message?: Message } => {
      const origin = given.get(id);
      if (!origin) return { status: 404, error: 'not_found' };
      if (workspace.clock() - origin.at > TIME.responseUrl) return { status: 404, error: 'expired_url' };
      if (origin.left === 0) return { status: 404, error: 'used_url' };
      const { blocks, text } = body;
      const problems = blocks === undefined ? [] : problemsIn(blocks, 'message');
      if (problems.length > 0) return { status: 400, error: `invalid_blocks: ${problems.join('; ')}` };
      const deletes = body.delete_original === true;
      if (!deletes && !blocks && (typeof text !== 'string' || text === '')) return { status: 400, error: 'no_text' };
      origin.left -= 1;
      if (deletes) {
        if (origin.message) workspace.remove(origin.message);
        return { status: 200 };
      }
      const says = { text: typeof text === 'string' ? text : '', blocks: blocks as Block[] | undefined };
      if (body.replace_original === true && origin.message) {
        workspace.edit(origin.message, says);
        return { status: 200, message: origin.message };
      }
      // without thread_ts it lands in the channel, even where the button stood in a thread (slackapi/bolt-js#963)
      const thread_ts = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
      const message = workspace.post({
        ...says,
        channel: origin.channel,
        user: BOT_USER,
        bot_id: BOT_ID,
        thread_ts,
        ...(body.response_type === 'in_channel' ? {} : { ephemeral_to: origin.user }),
      });
      return { status: 200, message };
    },
  };
};
