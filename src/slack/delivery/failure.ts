import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/**
 * outside: Slack or the store cannot be reached, or what it builds on is not done yet, so it is held and comes again
 * without counting; again: something broke, which counts as a try; final: Slack said no, and will again.
 */
export type FailureKind = 'outside' | 'again' | 'final';

/** What this builds on was put off and is not done yet: held, like what waits for Slack. */
export class TooEarly extends Error {
  override name = 'TooEarly';
}

/** Slack's errors that say nothing about what was asked (docs.slack.dev, errors of every method). */
const SLACK_IS_ILL = new Set([
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
]);

/** @returns what to do about an error of a turn; errors that wrap another are judged by that one */
export const failureKind = (error: unknown): FailureKind => {
  if (error instanceof WebAPIRequestError || error instanceof WebAPIRateLimitedError) return 'outside';
  if (error instanceof WebAPIHTTPError) return isIll(error.statusCode) ? 'outside' : 'final';
  if (error instanceof WebAPIPlatformError) return SLACK_IS_ILL.has(error.data.error) ? 'outside' : 'final';
  if (!(error instanceof Error)) return 'again';
  if (['StoreDown', 'LeaseLost', 'TooEarly'].includes(error.name)) return 'outside';
  if (error.name === 'TimeoutError' || (error instanceof TypeError && /fetch failed/i.test(error.message)))
    return 'outside';
  const { statusCode, original, originals } = error as {
    statusCode?: number;
    original?: unknown;
    originals?: unknown[];
  };
  if (error.name === 'RespondError' && statusCode !== undefined) return isIll(statusCode) ? 'outside' : 'final';
  if (error.name === 'AuthorizationError') return original && failureKind(original) === 'outside' ? 'outside' : 'final';
  const inner = original ?? originals?.[0];
  return inner ? failureKind(inner) : 'again';
};

const isIll = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/** @returns milliseconds Slack asked to wait; null where it asked nothing */
export const askedToWait = (error: unknown): number | null =>
  error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : null;
