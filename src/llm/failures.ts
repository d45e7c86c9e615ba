import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

/** Why a call gave nothing. */
export type Failure =
  | { reason: 'stopped' } // by the asker
  | { reason: 'out of time' } // the question's, not one attempt's
  | { reason: 'budget'; whose: 'person' | 'workspace' | 'question' }
  | { reason: 'resting' } // the circuit breaker is open
  | { reason: 'refused' | 'content filter' | 'cut off' | 'empty' | 'not JSON' | 'not in the schema' }
  | { reason: 'not a completion' | 'timeout' | 'no connection' }
  | { reason: 'status'; status: number; code: string | null }
  | { reason: 'unexpected'; error: string };

/**
 * Whether a failure says that the endpoint is unwell. What a single question can bring about (a refusal, a filter, a
 * reply of the wrong form) does not count: nobody can switch the model off for the others by what they ask.
 */
export const isOutage = (failure: Failure): boolean => {
  switch (failure.reason) {
    case 'timeout':
    case 'out of time':
    case 'no connection':
    case 'not a completion':
    case 'unexpected':
      return true;
    case 'status':
      return !isFiltered(failure);
    case 'stopped':
    case 'budget':
    case 'resting':
    case 'refused':
    case 'content filter':
    case 'cut off':
    case 'empty':
    case 'not JSON':
    case 'not in the schema':
      return false;
    default:
      return failure satisfies never;
  }
};

/** Some hosts answer a filtered prompt with 400 and this code. */
const isFiltered = (failure: { code: string | null }): boolean => failure.code === 'content_filter';

/** The statuses of a request that the endpoint does not understand, as opposed to one it cannot serve now. */
export const isMalformed = (error: unknown): error is APIError =>
  error instanceof APIError && [400, 422, 501].includes(error.status ?? 0) && error.code !== 'content_filter';

/**
 * Names what the client threw. Messages are left out: an endpoint may repeat the question or the key in them.
 */
export const failureFrom = (error: unknown): Failure => {
  if (error instanceof APIConnectionTimeoutError || isAbort(error)) return { reason: 'timeout' };
  if (error instanceof APIConnectionError) return { reason: 'no connection' };
  if (error instanceof APIError && error.status !== undefined)
    return { reason: 'status', status: error.status, code: wordOf(error.code) };
  // a body that is no JSON, and, as fetch throws it, one that ends in the middle
  if (error instanceof SyntaxError) return { reason: 'not a completion' };
  if (error instanceof TypeError) return { reason: 'no connection' };
  return { reason: 'unexpected', error: error instanceof Error ? (wordOf(error.name) ?? 'Error') : 'no error' };
};

const isAbort = (error: unknown): boolean =>
  error instanceof APIUserAbortError || (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name));

/** A code is logged only where it looks like one. */
const wordOf = (code: unknown): string | null =>
  typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? code : null;
