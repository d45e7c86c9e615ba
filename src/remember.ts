import type { Memory } from './slack/ports.ts';
import type { Store } from './store/open-store.ts';

/** What the Slack rim remembers, out of the store. */
export const memoryFrom = ({ inbox, table }: Store): Memory => ({
  claim: inbox.claim,
  threads: table('threads'),
  asked: table('asked'),
  profiles: table('profiles'),
  recent: table('recent'),
  feedback: table('feedback'),
  gaps: table('gaps'),
  outbox: table('outbox'),
});
