import type { ServerResponse } from 'node:http';
import { sendError, sendJson } from './faults.ts';

/** What an endpoint takes. "Compatible" servers differ in this more than in anything else. */
export type Accepts = {
  /** the strictest form of reply it can be held to */
  format: 'json_schema' | 'json_object' | 'none';
  /** fields it refuses with 400 */
  refuses: string[];
  /** the bearer key it wants; null: none */
  key: string | null;
  /** the form of its errors: OpenAI's, or the bare object that older vLLM sends */
  errors: 'openai' | 'bare';
  /** the path below which it answers, without a slash at the end */
  path: string;
};

/** Servers by what was seen of them or their documentation says; the names are those of docs/language-model.md. */
export const SHAPES: Record<string, Partial<Accepts>> = {
  /** a hosted reasoning model: wants a key and refuses two fields of the older surface */
  hosted: { key: 'sk-stand-in', refuses: ['max_tokens', 'temperature'] },
  /** a host that has JSON mode only */
  'json-mode': { key: 'sk-stand-in', format: 'json_object', refuses: ['max_completion_tokens'] },
  vllm: { errors: 'bare' },
  'llama.cpp': { refuses: ['max_completion_tokens'] },
  ollama: {},
  /** an old or small server that knows messages and nothing else */
  plain: { format: 'none', refuses: ['max_completion_tokens', 'max_tokens', 'temperature'], errors: 'bare' },
};
const FORMATS = ['none', 'json_object', 'json_schema'];

/** Sends the refusal of a request that this endpoint does not take. @returns false where it takes it */
export const refuseRequest = (
  response: ServerResponse,
  accepts: Accepts,
  authorization: string,
  body: Record<string, unknown>,
): boolean => {
  const refuse = (status: number, message: string, param: string | null, code: string | null) => {
    if (accepts.errors === 'openai') sendError(response, status, { message, param, code });
    else sendJson(response, status, { object: 'error', message, type: 'BadRequestError', param: null, code: status });
    return true;
  };
  if (accepts.key !== null && authorization !== `Bearer ${accepts.key}`)
    return refuse(401, 'Incorrect API key provided.', null, 'invalid_api_key');
  if (body.stream === true) return refuse(400, 'This server does not stream.', 'stream', 'unsupported_value');
  const field = accepts.refuses.find((name) => name in body);
  if (field) return refuse(400, `Unsupported parameter: '${field}'.`, field, 'unsupported_parameter');
  const format = (body.response_format as { type?: string } | undefined)?.type ?? 'none';
  if (FORMATS.indexOf(format) > FORMATS.indexOf(accepts.format))
    return refuse(400, `Invalid value for response_format: '${format}' is not supported.`, 'response_format', null);
  return false;
};
