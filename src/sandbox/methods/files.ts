import { BAD_JSON } from '../args.ts';
import { done, type Method, refused } from '../method.ts';
import { BOT_ID, BOT_USER } from '../seed.ts';
import type { SharedFile } from '../workspace.ts';
import { channelOf } from './chat.ts';

/** Files between the two steps of an upload: an address is asked for, the bytes are sent there, then they are shared. */
export const createFileMethods = () => {
  const waiting = new Map<string, SharedFile>();

  const getUploadURLExternal: Method = (args, desk) => {
    const name = args.text('filename');
    const size = args.count('length', 0);
    if (!name || size <= 0) return refused('invalid_arguments', ['filename and length are needed']);
    const id = desk.workspace.stamps.id('F');
    waiting.set(id, { id, name, title: name, size, content: '' });
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
    const channel = args.text('channel_id') ? channelOf(args, desk, 'channel_id') : null;
    if (args.text('channel_id') && !channel) return refused('channel_not_found');
    if (channel)
      desk.workspace.post({
        channel,
        user: BOT_USER,
        bot_id: BOT_ID,
        text: args.text('initial_comment') ?? '',
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
    receive: (id: string, content: string): boolean => {
      const file = waiting.get(id);
      if (file) file.content = content;
      return file !== undefined;
    },
  };
};
