import OpenAI from 'openai';
import type { ResponseFormatJSONSchema } from 'openai/resources/shared';
import { z } from 'zod';
import { type Failure, failureFrom, isMalformed } from './failures.ts';
import type { Messages } from './prompt.ts';
import { type RequestShape, STRICTEST, shapedFields, stepDown } from './request-shape.ts';
import type { ModelSettings } from './settings.ts';

/** One more attempt after a lost connection, 408, 409, 429 or 5xx; with two, the question's time runs out anyway. */
const RETRIES = 1;

/** The part of a chat completion that is used. What an endpoint adds is ignored, what it leaves out is no completion. */
const Reply = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number(),
      completion_tokens: z.number(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

export type Usage = { input: number; cached: number; output: number };
export type Completion = { usage: Usage | null; format: RequestShape['format'] } & (
  | { content: string; failure: null }
  | { content: null; failure: Failure }
);

/**
 * One chat completion, not streamed, over the `openai` client. How an endpoint wants to be asked is found out by asking
 * in the strictest way first and remembered once a less strict request went through.
 * @returns a function that resolves within the given signals' time, whatever the endpoint does, and never rejects
 */
export const createComplete = (settings: ModelSettings) => {
  const client = new OpenAI({
    // null would make the client read the environment
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    apiKey: settings.apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: RETRIES,
    timeout: settings.attemptMs,
    logLevel: 'off',
  });
  let known: RequestShape = STRICTEST;

  const send = async (
    messages: Messages,
    schema: ResponseFormatJSONSchema,
    signal: AbortSignal,
  ): Promise<Completion> => {
    for (let shape = known; ; ) {
      const { format } = shape;
      try {
        const body: unknown = await client.chat.completions.create(
          { model: settings.model, messages, ...shapedFields(shape, schema, settings.replyTokens) },
          { signal },
        );
        known = shape;
        return { ...contentOf(body), format };
      } catch (error) {
        const next = isMalformed(error) ? stepDown(shape, `${error.param} ${error.message}`) : null;
        if (next === null) return { content: null, failure: failureFrom(error), usage: null, format };
        shape = next;
      }
    }
  };

  return async (
    messages: Messages,
    schema: ResponseFormatJSONSchema,
    stop: AbortSignal,
    deadline: AbortSignal,
  ): Promise<Completion> => {
    const signal = AbortSignal.any([stop, deadline]);
    const ended = (): Completion => ({
      content: null,
      failure: { reason: stop.aborted ? 'stopped' : 'out of time' },
      usage: null,
      format: known.format,
    });
    if (signal.aborted) return ended();
    const completion = await send(messages, schema, signal);
    return signal.aborted && completion.failure !== null ? ended() : completion;
  };
};
export type Complete = ReturnType<typeof createComplete>;

type Content = { usage: Usage | null } & ({ content: string; failure: null } | { content: null; failure: Failure });

/** A page of HTML with status 200 arrives here as a string. */
const contentOf = (body: unknown): Content => {
  const parsed = Reply.safeParse(body);
  if (!parsed.success) return { content: null, failure: { reason: 'not a completion' }, usage: null };
  const used = parsed.data.usage;
  const usage: Usage | null = used
    ? {
        input: used.prompt_tokens,
        cached: used.prompt_tokens_details?.cached_tokens ?? 0,
        output: used.completion_tokens,
      }
    : null;
  const { finish_reason, message } = parsed.data.choices[0]!;
  const fail = (reason: 'cut off' | 'content filter' | 'refused' | 'empty'): Content => ({
    content: null,
    failure: { reason },
    usage,
  });
  if (message.refusal) return fail('refused');
  if (finish_reason === 'length') return fail('cut off');
  if (finish_reason === 'content_filter') return fail('content filter');
  if (!message.content?.trim()) return fail('empty');
  return { content: message.content, failure: null, usage };
};
