import type { ReceiverEvent } from '@slack/bolt';
import type { Log } from '../ports.ts';
import type { Inbox, Incoming } from './inbox.ts';
import { readIncoming } from './incoming.ts';
import type { Meter } from './meter.ts';
import type { Worker } from './worker.ts';

export type IntakeParts = {
  inbox: Inbox;
  worker: Worker;
  /** runs a form's listener up to its acknowledgement */
  check: (event: ReceiverEvent) => Promise<void>;
  meter: Meter;
  log: Log;
};

/** Waiting questions of one workspace, and of all; what comes on top is told that we are busy. */
export const MOST_WAITING = { team: 200, all: 1000, acts: 200, refusals: 1000 } as const;
/** Slack waits three seconds; a later acknowledgement counts for nothing (docs.slack.dev, Events API). */
const ACK_WITHIN = 2800;
/** While the store is away this much is held in memory, besides what Slack itself sends again. */
const HELD = { most: 500, ms: 5 * 60_000, pause: 400 } as const;

/**
 * Stands between the receivers and the app: what comes is kept durably, then acknowledged, then answered. What cannot be
 * kept is not acknowledged, so Slack sends it again.
 */
export const createIntake = ({ inbox, worker, check, meter, log }: IntakeParts) => {
  let held = 0;
  let open = true;

  const keep = async (incoming: Incoming): Promise<boolean> => {
    const isNew = await inbox.put(incoming);
    if (isNew) worker.wake(incoming);
    return isNew;
  };

  /** Goes on trying while the store is away; Slack's own repeats come minutes apart. */
  const keepLater = async (incoming: Incoming, began: number, acknowledge: () => Promise<void>): Promise<void> => {
    held += 1;
    try {
      while (open && Date.now() - began < HELD.ms) {
        await new Promise((resolve) => setTimeout(resolve, HELD.pause));
        try {
          await keep(incoming);
          if (Date.now() - began < ACK_WITHIN) await acknowledge();
          return;
        } catch {
          // still away
        }
      }
    } finally {
      held -= 1;
    }
  };

  return {
    receive: async (event: ReceiverEvent): Promise<void> => {
      const began = Date.now();
      const started = performance.now();
      const incoming = readIncoming(event.body, began);
      if (!open) return;
      let acknowledged = false;
      const acknowledge = async (response?: unknown) => {
        if (acknowledged) return;
        acknowledged = true;
        await event.ack(response as never);
        meter.acked(performance.now() - started, incoming?.lane ?? 'unheard');
      };
      if (!incoming) return acknowledge();
      if (event.body.type === 'view_submission' && !(await isAccepted(event, check, acknowledge))) return;
      if (isTooMuch(incoming, worker)) incoming.lane = 'refusals';
      if (incoming.lane === 'refusals' && worker.waiting('refusals') >= MOST_WAITING.refusals) {
        meter.refused();
        log.warn({ team: incoming.team }, 'more came in than can be refused; Slack has to send it again');
        return;
      }
      try {
        await keep(incoming);
      } catch (error) {
        log.error({ detail: messageOf(error), held }, 'the inbox cannot be written; not acknowledged');
        meter.storeDown();
        if (held < HELD.most) void keepLater(incoming, began, acknowledge);
        return;
      }
      await acknowledge();
    },
    /** From now on nothing is taken in; Slack sends it to another process, or again. */
    close: () => {
      open = false;
    },
    held: () => held,
  };
};
export type Intake = ReturnType<typeof createIntake>;

/** What nobody could be told about, as an uninstallation, always has its place. */
const isTooMuch = ({ lane, team, body }: Incoming, worker: Worker): boolean =>
  lane === 'questions'
    ? worker.isFull(team)
    : typeof body.response_url === 'string' && worker.waiting('acts') >= MOST_WAITING.acts;

class Accepted extends Error {
  override name = 'Accepted';
}
/** @returns whether an error only says that a form passed its check */
export const isAcceptance = (error: unknown): boolean =>
  error instanceof Accepted ||
  (error instanceof Error && (error as { original?: unknown }).original instanceof Accepted);

/**
 * A form is checked before it is kept, because its faults go into the acknowledgement: its listener runs until it
 * acknowledges, and ends there. It runs again, to its end, out of the inbox.
 */
const isAccepted = async (
  event: ReceiverEvent,
  check: IntakeParts['check'],
  acknowledge: (response?: unknown) => Promise<void>,
): Promise<boolean> => {
  let accepted = false;
  const ack = async (response?: unknown) => {
    if ((response as { response_action?: string } | undefined)?.response_action === 'errors')
      return acknowledge(response);
    accepted = true;
    throw new Accepted();
  };
  await check({ ...event, ack: ack as ReceiverEvent['ack'] });
  return accepted;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
