import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Accepts, refuseRequest } from './accepts.ts';
import { type Persona, readAsked } from './asked.ts';
import { completion, type Fault, SEND_FAULTY, sendError, sendJson } from './faults.ts';
import { hijacked } from './personas/hijacked.ts';
import { honest } from './personas/honest.ts';
import { answerBook, type MeantReading } from './personas/reading.ts';
import { sloppy } from './personas/sloppy.ts';

export const PERSONAS = ['honest', 'sloppy', 'hijacked'] as const;
export type PersonaName = (typeof PERSONAS)[number];

export type StandInOptions = {
  /** 0 takes any free port */
  port: number;
  persona: PersonaName;
  /** how questions were meant, for `honest`: a model that reads as the asker meant */
  readings?: MeantReading[];
  /** of the mistakes of `sloppy` */
  seed?: number;
  accepts?: Partial<Accepts>;
  /** every reply goes wrong like this */
  fault?: Fault | null;
  /** milliseconds that `slow` takes */
  slowMs?: number;
  /** the Retry-After of `rate-limited`, in seconds */
  retryAfter?: string;
};

export type StandInModel = {
  /** for OPENAI_BASE_URL */
  url: string;
  /** the bodies of the requests so far */
  requests: Record<string, unknown>[];
  /** requests whose connection ended before the reply did */
  abandoned: () => number;
  /** the next replies go wrong; null: from now on none does */
  fault: (fault: Fault | null, times?: number) => void;
  become: (persona: PersonaName) => void;
  close: () => Promise<void>;
};

/**
 * Starts a stand-in for a language model: it speaks Chat Completions over HTTP on this machine, and there is no model
 * in it. Each persona computes its reply from the request alone: `honest` keeps to the prompt, `sloppy` makes the
 * mistakes that models make, and `hijacked` does what words of outsiders tell it, as far as it can. It shows what the
 * rest does with such replies, and nothing about how well a real model would read or write.
 */
export const startStandInModel = async (options: StandInOptions): Promise<StandInModel> => {
  const accepts: Accepts = {
    format: 'json_schema',
    refuses: [],
    key: null,
    errors: 'openai',
    path: '/v1',
    ...options.accepts,
  };
  const personas: Record<PersonaName, Persona> = {
    honest: honest(answerBook(options.readings ?? [])),
    sloppy: sloppy(options.seed ?? 1),
    hijacked,
  };
  let persona = personas[options.persona];
  let fault: Fault | null = options.fault ?? null;
  let times = Number.POSITIVE_INFINITY;
  let abandoned = 0;
  const requests: Record<string, unknown>[] = [];

  const answer = (response: ServerResponse, authorization: string, body: Record<string, unknown>): void => {
    requests.push(body);
    if (refuseRequest(response, accepts, authorization, body)) return;
    const texts = textsOf(body.messages);
    const asked = readAsked(texts);
    if (!asked) {
      sendError(response, 400, { message: 'The stand-in knows the prompts of this project only.' });
      return;
    }
    const content = persona(asked);
    const reply = {
      // without a format to keep to, models like to fence their JSON
      content: body.response_format ? content : `\`\`\`json\n${content}\n\`\`\``,
      model: String(body.model),
      usage: usageOf(texts.join(''), content),
    };
    if (fault === null || times <= 0) {
      sendJson(response, 200, completion(reply));
      return;
    }
    times -= 1;
    SEND_FAULTY[fault](response, reply, {
      slowMs: options.slowMs ?? 3000,
      retryAfter: options.retryAfter ?? '1',
      authorization,
      prompt: texts.join('\n'),
    });
  };

  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    const path = request.url ?? '';
    if (request.method === 'GET' && path === `${accepts.path}/models`)
      return sendJson(response, 200, { object: 'list', data: [{ id: 'stand-in', object: 'model' }] });
    if (request.method !== 'POST' || path !== `${accepts.path}/chat/completions`)
      return sendError(response, 404, { message: `Unknown request: ${request.method} ${path}` });
    bodyOf(request).then(
      (body) => answer(response, request.headers.authorization ?? '', body),
      () => sendError(response, 400, { message: 'The body is not a JSON object.' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${accepts.path}`,
    requests,
    abandoned: () => abandoned,
    fault: (next, count = Number.POSITIVE_INFINITY) => {
      fault = next;
      times = count;
    },
    become: (name) => {
      persona = personas[name];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const body: unknown = JSON.parse(text);
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new TypeError('no object');
  return body as Record<string, unknown>;
};

const textsOf = (messages: unknown): string[] =>
  Array.isArray(messages) ? messages.map((message: { content?: unknown }) => String(message?.content ?? '')) : [];

/** Four characters a token, the usual rule of thumb: there is no tokenizer here. */
const usageOf = (prompt: string, content: string) => {
  const [input, output] = [prompt, content].map((text) => Math.ceil(text.length / 4)) as [number, number];
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
};
