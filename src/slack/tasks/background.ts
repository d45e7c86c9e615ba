import type { Log } from '../ports.ts';

/** Does something again and again. @returns what ends that */
export type Every = (ms: number, work: () => Promise<void>) => () => void;

export const everyInterval: Every = (ms, work) => {
  const timer = setInterval(() => void work(), ms);
  timer.unref();
  return () => clearInterval(timer);
};

const HOUR = 3_600_000;

/**
 * What nobody asks for: looks once at the start, then every hour, one look at a time. A look only puts tasks into the
 * inbox; where it fails the next one comes.
 */
export const createBackground = (looks: (() => Promise<void>)[], every: Every, log: Log) => {
  let running: Promise<void> | null = null;
  let end = (): void => {};
  const look = async (): Promise<void> => {
    for (const one of looks)
      try {
        await one();
      } catch (error) {
        log.warn({ detail: error instanceof Error ? error.message : String(error) }, 'a look in the background failed');
      }
  };
  const lookOnce = (): Promise<void> => {
    running ??= look().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    start: (): void => {
      end = every(HOUR, lookOnce);
      void lookOnce();
    },
    stop: async (): Promise<void> => {
      end();
      await running;
    },
  };
};
