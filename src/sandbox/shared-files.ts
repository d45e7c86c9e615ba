import type { Message, SharedFile, Workspace } from './workspace.ts';

const TYPES: Record<string, string> = {
  png: 'image/png',
  pdf: 'application/pdf',
  md: 'text/markdown',
  csv: 'text/csv',
  txt: 'text/plain',
};
/** What a file's name ends with, e.g. "pdf"; "" where it has no dot. */
const endingOf = (name: string): string => (name.includes('.') ? name.split('.').at(-1)!.toLowerCase() : '');

export const mimetypeOf = (name: string): string => TYPES[endingOf(name)] ?? 'application/octet-stream';

/**
 * Reads the files a person attaches, by their names alone: what they hold is nobody's business here.
 * @returns null where one of them has no name
 */
export const attachedFiles = (workspace: Workspace, given: unknown): SharedFile[] | null => {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return null;
  const files = given.map((one: { name?: unknown; title?: unknown }) => one ?? {});
  if (!files.every((one) => typeof one.name === 'string' && one.name !== '')) return null;
  return files.map(({ name, title }) => ({
    id: workspace.stamps.id('F'),
    name: name as string,
    title: typeof title === 'string' ? title : (name as string),
    size: 0,
    mimetype: mimetypeOf(name as string),
    content: Buffer.alloc(0),
  }));
};

/** A file as Slack's events and methods show it beside its message. */
export const fileJson = ({ content: _, ...file }: SharedFile, message: Message): Record<string, unknown> => {
  const seconds = Math.floor(Number(message.ts));
  return {
    ...file,
    created: seconds,
    timestamp: seconds,
    filetype: endingOf(file.name),
    user: message.user,
    editable: false,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    public_url_shared: false,
    file_access: 'visible',
  };
};
