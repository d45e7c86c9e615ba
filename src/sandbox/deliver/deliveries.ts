import type { Activity } from '../activity.ts';
import type { Workspace } from '../workspace.ts';
import type { Acknowledgement, Envelope, Transport } from './transport.ts';

export type Timing = { ack: number; redelivery: readonly number[] };
export type Deliveries = ReturnType<typeof createDeliveries>;

/**
 * Brings events and interactions to the app. Events that are not acknowledged come again, up to three times, with the
 * same event id; interactions are tried once, as in Slack.
 */
export const createDeliveries = (
  workspace: Workspace,
  transport: () => Transport,
  activity: Activity,
  timing: Timing,
) => {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  const log: { envelope: Envelope; acknowledgement: Acknowledgement; ms: number }[] = [];

  const send = async (envelope: Envelope): Promise<Acknowledgement> => {
    const started = performance.now();
    const acknowledgement = await transport().send(envelope, timing.ack);
    log.push({ envelope, acknowledgement, ms: performance.now() - started });
    if (log.length > 2000) log.shift();
    return acknowledgement;
  };

  const tryEvent = async (payload: Record<string, unknown>, attempt: number, reason: string): Promise<void> => {
    const end = activity.begin();
    await transport().ready();
    if (closed) return end();
    const envelope: Envelope = {
      envelope_id: workspace.stamps.id('E'),
      type: 'events_api',
      payload,
      accepts_response_payload: false,
      retry_attempt: attempt,
      retry_reason: reason,
    };
    const acknowledgement = await send(envelope);
    const pause = timing.redelivery[attempt];
    if (!acknowledgement.acked && pause !== undefined && !closed) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void tryEvent(payload, attempt + 1, acknowledgement.reason);
      }, pause);
      timers.add(timer);
    }
    end();
  };

  return {
    /** Sends an event and, where it has to be, sends it again. */
    event: (payload: Record<string, unknown>): void => {
      void tryEvent(payload, 0, '');
    },
    /** Sends a command or an interaction. @returns its acknowledgement, with what the app wants shown */
    interaction: async (
      type: 'slash_commands' | 'interactive',
      payload: Record<string, unknown>,
    ): Promise<Acknowledgement> => {
      if (!transport().isReady()) return { acked: false, reason: 'dispatch_failed' };
      const end = activity.begin();
      const acknowledgement = await send({
        envelope_id: workspace.stamps.id('E'),
        type,
        payload,
        accepts_response_payload: true,
      });
      end();
      return acknowledgement;
    },
    /** what was sent and how it was acknowledged, newest last */
    log,
    close: (): void => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
