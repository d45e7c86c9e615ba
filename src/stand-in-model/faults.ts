import type { ServerResponse } from 'node:http';

/** What goes wrong at real endpoints. All but `slow` and `fences` leave nothing to use. */
export const FAULTS = [
  'bad-json', // a reply in prose
  'fences', // right, in a code fence
  'cut-json', // ends in the middle, and says "stop"
  'wrong-schema', // JSON of another form
  'length',
  'content-filter',
  'filtered-prompt', // 400 with the code content_filter
  'refusal',
  'html', // a login page with status 200
  'no-choices',
  'no-role', // right, in a message without its role
  'empty',
  'empty-body',
  'broken-body', // no JSON around the reply
  'unauthorised',
  'no-model', // 404
  'rate-limited', // 429 with Retry-After
  'server-error',
  'talkative-error', // 400 that repeats the key and the prompt
  'hung-headers',
  'hung-body',
  'hung-error', // 400 whose body never ends
  'slow', // right, after a while
  'reset', // the connection ends before any byte
  'cut', // the connection ends within the body
] as const;
export type Fault = (typeof FAULTS)[number];

export type Reply = { content: string; usage: Record<string, unknown>; model: string };

/** A chat completion as the endpoint would send it. */
export const completion = (
  { content, usage, model }: Reply,
  change: { finish_reason?: string; message?: Record<string, unknown> } = {},
) => ({
  id: 'chatcmpl-stand-in',
  object: 'chat.completion',
  created: 1_700_000_000,
  model,
  choices: [
    {
      index: 0,
      finish_reason: change.finish_reason ?? 'stop',
      logprobs: null,
      message: change.message ?? { role: 'assistant', content, refusal: null },
    },
  ],
  usage,
});

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** An error in OpenAI's form, which compatible servers copy. */
export const sendError = (
  response: ServerResponse,
  status: number,
  error: { message: string; type?: string; param?: string | null; code?: string | null },
  headers: Record<string, string> = {},
): void =>
  sendJson(response, status, { error: { type: 'invalid_request_error', param: null, code: null, ...error } }, headers);

export type Circumstances = { slowMs: number; retryAfter: string; authorization: string; prompt: string };

type Send = (response: ServerResponse, reply: Reply, about: Circumstances) => void;

/** Status 200 and a completion that differs from the right one. */
const saying =
  (content: (right: string) => string): Send =>
  (response, reply) =>
    sendJson(response, 200, completion({ ...reply, content: content(reply.content) }));
const ending =
  (finish_reason: string): Send =>
  (response, reply) =>
    sendJson(response, 200, completion(reply, { finish_reason }));
const failing =
  (status: number, error: Parameters<typeof sendError>[2]): Send =>
  (response) =>
    sendError(response, status, error);
/** Headers and the beginning of a body. */
const begin = (response: ServerResponse, status: number, then?: () => void): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': '4000' });
  response.write('{"id":"chatcmpl-stand-in","choices":[{"mess', then);
};

/** Each lets one thing go wrong with a reply that would have been right. */
export const SEND_FAULTY: Record<Fault, Send> = {
  'bad-json': saying(() => 'Sure! Here is what I found: it is fine to use.'),
  fences: saying((right) => `\`\`\`json\n${right}\n\`\`\``),
  'cut-json': saying((right) => right.slice(0, right.length / 2)),
  'wrong-schema': saying(() => '{"answer":"yes","licence":"MIT"}'),
  empty: saying(() => ''),
  length: ending('length'),
  'content-filter': ending('content_filter'),
  refusal: (response, reply) =>
    sendJson(
      response,
      200,
      completion(reply, { message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' } }),
    ),
  'no-role': (response, reply) => sendJson(response, 200, completion(reply, { message: { content: reply.content } })),
  'no-choices': (response, reply) => sendJson(response, 200, { ...completion(reply), choices: [] }),
  html: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title><p>Please sign in to continue.');
  },
  'empty-body': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end();
  },
  'broken-body': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"choices": [{"message": oops');
  },
  'filtered-prompt': failing(400, { message: 'The prompt was filtered.', code: 'content_filter' }),
  unauthorised: failing(401, { message: 'Incorrect API key provided.', code: 'invalid_api_key' }),
  'no-model': failing(404, { message: 'The model does not exist.', code: 'model_not_found' }),
  'rate-limited': (response, _, { retryAfter }) =>
    sendError(response, 429, { message: 'Slow down.', code: 'rate_limit_exceeded' }, { 'retry-after': retryAfter }),
  'server-error': failing(500, { message: 'Something broke.', type: 'server_error' }),
  'talkative-error': (response, _, { authorization, prompt }) =>
    sendError(response, 400, { message: `Not understood with ${authorization}: ${prompt}`, code: authorization }),
  'hung-headers': () => {},
  'hung-body': (response) => begin(response, 200),
  'hung-error': (response) => begin(response, 400),
  slow: (response, reply, { slowMs }) => {
    setTimeout(() => sendJson(response, 200, completion(reply)), slowMs).unref();
  },
  reset: (response) => {
    response.socket?.destroy();
  },
  cut: (response) => begin(response, 200, () => response.socket?.destroy()),
};
