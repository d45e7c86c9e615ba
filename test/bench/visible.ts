import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

/** Watches the workspace as an open page does, and knows when the app's first message stood in each thread. */
export const watch = async (sandbox: Sandbox) => {
  const seen = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const stop = new AbortController();
  const response = await fetch(`${sandbox.url}/control/live`, { signal: stop.signal });
  const read = async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const piece of response.body!) {
      const lines = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const line of lines.filter((one) => one.startsWith('data: '))) {
        const change = JSON.parse(line.slice(6)) as { kind: string; user?: string; thread_ts?: string };
        if (change.kind !== 'posted' || change.user !== sandbox.botUserId || !change.thread_ts) continue;
        const at = performance.now();
        if (!seen.has(change.thread_ts)) seen.set(change.thread_ts, at);
        waiting.get(change.thread_ts)?.(at);
      }
    }
  };
  const reading = read().catch(() => {});
  return {
    /** @returns when the app's first message stood in that thread, in the clock of `performance.now()` */
    answered: (thread_ts: string, most = 30_000): Promise<number> =>
      new Promise((resolve, reject) => {
        const known = seen.get(thread_ts);
        if (known !== undefined) return resolve(known);
        const timer = setTimeout(() => reject(new Error(`no answer in the thread ${thread_ts}`)), most);
        waiting.set(thread_ts, (at) => {
          clearTimeout(timer);
          waiting.delete(thread_ts);
          resolve(at);
        });
      }),
    close: async () => {
      stop.abort();
      await reading;
    },
  };
};
export type Watch = Awaited<ReturnType<typeof watch>>;
