import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { type CurrentJob, runAs } from '../../src/slack/delivery/current-job.ts';
import { type OutboxRecord, type Part, postOnce } from '../../src/slack/delivery/outbox.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { CHANNEL } from '../support/bot.ts';

const PARTS: Part[] = ['one', 'two', 'three'].map((text) => ({ text, blocks: [] }));

describe('a message in three parts', () => {
  let sandbox: Sandbox;
  let store: Store;
  let client: WebClient;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0 });
    store = await openStore({ folder: null });
    client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  });
  afterEach(async () => {
    await sandbox.close();
    await store.close();
  });
  const outbox = () => store.table<OutboxRecord>('outbox');
  /** A start of the same turn; a later one stands for another process. */
  const start = (again: boolean, parts = PARTS, thread_ts?: string): Promise<string[]> => {
    const job: CurrentJob = {
      taken: {
        id: 'event 1',
        lane: 'questions',
        team: 'T1',
        thread: 't',
        body: {},
        came: Date.now(),
        tries: 0,
        again,
        lease: '',
      },
      lastTry: false,
      outbox: outbox(),
      keep: outbox().set,
      kept: false,
      sent: 0,
      checkLease: () => {},
      problem: null,
      shown: false,
    };
    return runAs(job, () => postOnce(client, { channel: CHANNEL, thread_ts }, parts));
  };
  const posted = async () => {
    const history = await client.conversations.history({ channel: CHANNEL });
    const roots = (history.messages ?? []).map((message) => message.ts!);
    const all = await Promise.all(roots.map((ts) => client.conversations.replies({ channel: CHANNEL, ts })));
    return all.flatMap((page) => page.messages ?? []).map((message) => message.text);
  };

  it('is not posted a second time by a process that knows nothing of the first', async () => {
    const stamps = await start(false);
    expect(await start(true)).toEqual(stamps);
    expect(await posted()).toEqual(['one', 'two', 'three']);
  });

  it('that stopped after two parts is completed, with the parts as they were first written', async () => {
    await start(false, PARTS.slice(0, 2));
    await start(true);
    expect(await posted()).toEqual(['one', 'two', 'three']);
  });

  it('that failed at the third part goes on there, even when its author would now write it otherwise', async () => {
    const { ts } = (await client.chat.postMessage({ channel: CHANNEL, text: 'the question' })) as { ts: string };
    await start(false, PARTS.slice(0, 2), ts);
    sandbox.fault({ method: 'chat.postMessage', kind: 'http_error', status: 500, times: 3 });
    await expect(start(true, PARTS, ts)).rejects.toThrow();
    await start(true, [{ text: 'another beginning', blocks: [] }], ts);
    expect(await posted()).toEqual(['the question', 'one', 'two', 'three']);
  });

  it('sent twice by two turns stands there twice: each turn has its own', async () => {
    await start(false);
    await postOnce(client, { channel: CHANNEL }, PARTS.slice(0, 1));
    expect((await posted()).filter((text) => text === 'one')).toHaveLength(2);
  });
});
