import type { Intake } from './intake.ts';
import { MOST_WAITING } from './intake.ts';
import type { Worker } from './worker.ts';

/** The store was last seen longer ago than this many milliseconds: it is away. */
const STORE_UNSEEN = 2500;

export type Answer = { status: number; body: Record<string, unknown> };
export type Standing = {
  /** The process runs and turns its loop. */
  alive: () => Promise<Answer>;
  /** Questions can come in and be answered: the store answers, Slack is connected, the queue has room. */
  ready: () => Promise<Answer>;
  facts: () => { waiting: number; running: number; dead: number; connections: number; storeSeen: number; held: number };
  stopping: () => void;
};

/** What the process says about itself, from what it last saw. */
export const createStanding = (parts: { worker: Worker; intake: Intake; open: () => number }): Standing => {
  let stopping = false;
  const facts = () => {
    const depth = parts.worker.depth();
    const waiting = depth.waiting.questions + depth.waiting.acts + depth.waiting.refusals;
    return {
      waiting,
      running: parts.worker.running(),
      dead: depth.dead,
      connections: parts.open(),
      storeSeen: depth.age,
      held: parts.intake.held(),
    };
  };
  return {
    facts,
    alive: async () => ({ status: 200, body: { alive: true, stopping } }),
    ready: async () => {
      const { waiting, running, dead, connections, storeSeen } = facts();
      const checks = {
        store: storeSeen <= STORE_UNSEEN,
        slack: connections > 0,
        queue: waiting < MOST_WAITING.all,
        staying: !stopping,
      };
      const ready = Object.values(checks).every(Boolean);
      return { status: ready ? 200 : 503, body: { ready, checks, waiting, running, dead } };
    },
    stopping: () => {
      stopping = true;
    },
  };
};
