import { createHmac } from 'node:crypto';
import type { Clock } from '../stamps.ts';
import type { Envelope, Transport } from './transport.ts';

/** @returns Slack's signature of a request body, with the headers that carry it (docs: verifying requests) */
export const signed = (secret: string, body: string, clock: Clock): Record<string, string> => {
  const stamp = String(Math.floor(clock() / 1000));
  const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${hash}` };
};

/** HTTP mode: each delivery is a signed request to the app's address, and its response is the acknowledgement. */
export const createHttpDelivery = (url: string, secret: string, clock: Clock): Transport => ({
  isReady: () => true,
  ready: () => Promise.resolve(),
  send: async (envelope, ms) => {
    const { body, type } = bodyOf(envelope);
    const headers = {
      'content-type': type,
      ...signed(secret, body, clock),
      ...(envelope.retry_attempt
        ? { 'x-slack-retry-num': String(envelope.retry_attempt), 'x-slack-retry-reason': envelope.retry_reason ?? '' }
        : {}),
    };
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ms) });
      const text = await response.text();
      if (!response.ok) return { acked: false, reason: 'http_error' };
      return { acked: true, payload: read(text) };
    } catch (error) {
      return {
        acked: false,
        reason: error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed',
      };
    }
  },
});

/** Events are JSON; commands are a form; interactions are a form with the JSON in `payload`. */
const bodyOf = (envelope: Envelope): { body: string; type: string } => {
  const form = 'application/x-www-form-urlencoded';
  switch (envelope.type) {
    case 'events_api':
      return { body: JSON.stringify(envelope.payload), type: 'application/json' };
    case 'slash_commands':
      return { body: new URLSearchParams(envelope.payload as Record<string, string>).toString(), type: form };
    case 'interactive':
      return { body: new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString(), type: form };
    default:
      return envelope.type satisfies never;
  }
};

const read = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
};
