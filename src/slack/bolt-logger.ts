import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './ports.ts';

/** Bolt logs through ours; its debug lines, which hold payloads, are dropped. */
export const boltLogger = (log: Log): Logger => ({
  debug: () => {},
  info: () => {},
  warn: (...parts) => log.warn({}, parts.map(String).join(' ').slice(0, 300)),
  error: (...parts) => log.error({}, parts.map(String).join(' ').slice(0, 300)),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});
