import type { IncomingMessage, ServerResponse } from 'node:http';

const MOST_BYTES = 20_000_000;

/** Reads a request's body as text. */
export const readBody = async (request: IncomingMessage): Promise<string> =>
  (await readBytes(request)).toString('utf8');

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) throw new Error('the request is too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

/** Reads the bytes of an upload: as they are, or the one part of a form, as Slack takes both. */
export const readUpload = async (request: IncomingMessage): Promise<Buffer> => {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const [part] = [...form.values()];
  return typeof part === 'string'
    ? Buffer.from(part)
    : Buffer.from(part ? await part.arrayBuffer() : new ArrayBuffer(0));
};

/** Reads fields from JSON, from a form, or, for people at a terminal, from JSON sent as a form. */
export const readFields = (text: string, contentType = ''): Record<string, unknown> => {
  if (contentType.includes('json') || text.trimStart().startsWith('{')) {
    const value: unknown = text.trim() === '' ? {} : JSON.parse(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('an object is needed');
    return value as Record<string, unknown>;
  }
  return Object.fromEntries(new URLSearchParams(text));
};

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
};

/**
 * The stand-in belongs to the person at this machine: a web page from elsewhere may neither call it nor, by a name that
 * points here, read it.
 */
export const isForeign = (request: IncomingMessage, loopback: boolean): boolean => {
  const host = request.headers.host ?? '';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== 'null' && origin !== `http://${host}`) return true;
  if (origin === 'null') return true;
  return loopback && !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
};
