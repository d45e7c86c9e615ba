import { RATE } from './limits.ts';
import type { Clock } from './stamps.ts';

type Rate = { burst: number; perSecond: number };
const tier = (perMinute: number): Rate => ({ burst: perMinute, perSecond: perMinute / 60 });

/** Per method and workspace, as the page of each method says. What is not listed has a limit nobody here meets. */
const METHODS: Record<string, Rate> = {
  'chat.startStream': tier(RATE.tier2),
  'chat.stopStream': tier(RATE.tier2),
  'chat.update': tier(RATE.tier3),
  'chat.delete': tier(RATE.tier3),
  'conversations.history': tier(RATE.tier3),
  'conversations.replies': tier(RATE.tier3),
  'conversations.open': tier(RATE.tier3),
  'reactions.add': tier(RATE.tier3),
  'reactions.remove': tier(RATE.tier3),
  'chat.appendStream': tier(RATE.tier4),
  'chat.postEphemeral': tier(RATE.tier4),
  'views.open': tier(RATE.tier4),
  'views.push': tier(RATE.tier4),
  'views.publish': tier(RATE.tier4),
  'views.update': tier(RATE.tier4),
  'users.info': tier(RATE.tier4),
  'assistant.threads.setSuggestedPrompts': tier(RATE.tier4),
};
const POSTING: Rate = { burst: RATE.postBurst, perSecond: RATE.postsPerSecond };

/** Slack's limits on how often a method may be called: a bucket per method, and for posting one per channel. */
export const createRateLimits = (clock: Clock) => {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Counts a call. @returns null where it may go on, else the seconds after which to try again */
    take: (method: string, channel: string): number | null => {
      const posting = method === 'chat.postMessage';
      const rate = posting ? POSTING : METHODS[method];
      if (!rate) return null;
      const key = posting ? `${method} ${channel}` : method;
      const now = clock();
      const bucket = buckets.get(key) ?? { left: rate.burst, at: now };
      const left = Math.min(rate.burst, bucket.left + ((now - bucket.at) / 1000) * rate.perSecond);
      const allowed = left >= 1;
      buckets.set(key, { left: allowed ? left - 1 : left, at: now });
      return allowed ? null : Math.max(1, Math.ceil((1 - left) / rate.perSecond));
    },
  };
};
export type RateLimits = ReturnType<typeof createRateLimits>;
