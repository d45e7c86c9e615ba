import { BAD_JSON } from '../args.ts';
import { problemsIn } from '../checks/blocks.ts';
import { MOST } from '../limits.ts';
import { done, type Method, refused } from '../method.ts';
import { BOT_ID, BOT_USER } from '../seed.ts';
import { mimetypeOf } from '../shared-files.ts';
import type { Block, SharedFile } from '../workspace.ts';
import { channelOf } from './chat.ts';

/** Files between the two steps of an upload: an address is asked for, the bytes are sent there, then they are shared. */
export const createFileMethods = () => {
  const waiting = new Map<string, SharedFile>();
  const shared = new Map<string, SharedFile>();

  const getUploadURLExternal: Method = (args, desk) => {
    const name = args.text('filename');
    const size = args.count('length', 0);
    if (!name || size <= 0) return refused('invalid_arguments', ['filename and length are needed']);
    // the reference names it alt_txt; Slack's own client for Node sends alt_text
    const alt = args.text('alt_txt') ?? args.text('alt_text');
    if (alt && alt.length > MOST.fileAltText) return refused('alt_txt_too_large');
    const id = desk.workspace.stamps.id('F');
    waiting.set(id, {
      id,
      name,
      title: name,
      size,
      mimetype: mimetypeOf(name),
      content: Buffer.alloc(0),
      ...(alt ? { alt_txt: alt } : {}),
    });
    return done({ upload_url: `${desk.baseUrl()}/upload/${id}`, file_id: id });
  };

  const completeUploadExternal: Method = (args, desk) => {
    const files = args.json('files');
    if (files === BAD_JSON || !Array.isArray(files) || files.length === 0)
      return refused('invalid_arguments', ['files is needed']);
    const found = (files as { id: string; title?: string }[]).map((file) => ({
      ...waiting.get(file.id)!,
      ...(file.title ? { title: file.title } : {}),
    }));
    if (found.some((file) => !file.id)) return refused('file_not_found');
    const short = found.filter((file) => file.content.length !== file.size);
    if (short.length > 0)
      return refused(
        'invalid_arguments',
        short.map((file) => `${file.name}: other bytes than announced`),
      );
    const channel = args.text('channel_id') ? channelOf(args, desk, 'channel_id') : null;
    if (args.text('channel_id') && !channel) return refused('channel_not_found');
    if (channel && !desk.workspace.channels.get(channel)!.members.includes(BOT_USER)) return refused('not_in_channel');
    const comment = args.text('initial_comment');
    // with a comment Slack ignores the blocks; a markdown block makes it fail (measured by others, September 2026)
    const given = comment ? undefined : args.json('blocks');
    if (given === BAD_JSON || (given !== undefined && !Array.isArray(given))) return refused('invalid_blocks_format');
    const blocks = given as Block[] | undefined;
    if (blocks?.some((block) => block.type === 'markdown')) return refused('internal_error');
    const problems = blocks ? problemsIn(blocks, 'message') : [];
    if (problems.length > 0) return { ...refused('invalid_blocks', problems), errors: problems };
    for (const file of found) {
      waiting.delete(file.id);
      shared.set(file.id, file);
    }
    if (channel)
      desk.workspace.post({
        channel,
        user: BOT_USER,
        bot_id: BOT_ID,
        text: comment ?? '',
        ...(blocks ? { blocks } : {}),
        thread_ts: args.text('thread_ts'),
        files: found,
      });
    return done({ files: found.map(({ content: _, ...file }) => file) });
  };

  return {
    methods: {
      'files.getUploadURLExternal': getUploadURLExternal,
      'files.completeUploadExternal': completeUploadExternal,
    } satisfies Record<string, Method>,
    /** Takes the bytes. @returns whether the address was given out */
    receive: (id: string, content: Buffer): boolean => {
      const file = waiting.get(id);
      if (file) file.content = content;
      return file !== undefined;
    },
    /** @returns a file that was shared */
    find: (id: string): SharedFile | undefined => shared.get(id),
  };
};
