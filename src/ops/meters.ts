import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is asked when somebody looks. */
export type Facts = () => {
  waiting: number;
  running: number;
  dead: number;
  connections: number;
  storeSeen: number;
  held: number;
};

const ACK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];
const TURN_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** Counts what happens, for Prometheus. No label holds anything of a workspace or a person. */
export const createMeters = () => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const acks = new Histogram({
    name: 'openness_ack_seconds',
    help: 'Time until what Slack delivered was acknowledged',
    labelNames: ['lane'],
    buckets: ACK_BUCKETS,
    registers,
  });
  const turns = new Histogram({
    name: 'openness_turn_seconds',
    help: 'Time from delivery to the end of a turn',
    labelNames: ['lane', 'how'],
    buckets: TURN_BUCKETS,
    registers,
  });
  const turnedAway = new Counter({
    name: 'openness_not_acknowledged_total',
    help: 'Deliveries that were not acknowledged, so that Slack sends them again',
    labelNames: ['why'],
    registers,
  });
  return {
    acked: (ms: number, lane: string) => acks.observe({ lane }, ms / 1000),
    ended: (lane: string, how: string, ms: number) => turns.observe({ lane, how }, ms / 1000),
    refused: () => turnedAway.inc({ why: 'full' }),
    storeDown: () => turnedAway.inc({ why: 'store' }),
    /** Shows these facts as gauges from now on. */
    watch: (facts: Facts): void => {
      const gauges: [name: string, help: string, read: () => number][] = [
        ['openness_inbox_waiting', 'Deliveries that wait to be answered', () => facts().waiting],
        ['openness_turns_running', 'Turns this process is answering', () => facts().running],
        ['openness_dead_letters', 'Deliveries laid aside after three tries', () => facts().dead],
        ['openness_slack_connections', 'Open ways to Slack', () => facts().connections],
        ['openness_store_seen_seconds', 'Time since the store last answered', () => facts().storeSeen / 1000],
        ['openness_held_in_memory', 'Deliveries held in memory while the store is away', () => facts().held],
      ];
      for (const [name, help, read] of gauges)
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read());
          },
        });
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  };
};
export type Meters = ReturnType<typeof createMeters>;
