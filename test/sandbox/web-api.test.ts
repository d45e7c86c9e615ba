import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';

let sandbox: Sandbox;
let now = Date.parse('2026-11-25T12:00:00Z');
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, clock: () => now, rateLimits: false });
});
afterAll(() => sandbox.close());

const client = () =>
  new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
/** @returns Slack's error, or "ok" */
const outcome = async (method: string, args: Record<string, unknown>): Promise<string> => {
  const response = await fetch(sandbox.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const reply = (await response.json()) as { ok: boolean; error?: string };
  return reply.ok ? 'ok' : reply.error!;
};
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const cell = (text: string) => ({ type: 'raw_text', text });
const table = { type: 'table', rows: [[cell('a')], [cell('b')]] };
const button = (text: string, more = {}) => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text }, ...more }],
});
const many = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
const post = (more: Record<string, unknown>) =>
  outcome('chat.postMessage', { channel: 'C0GENERAL', text: 'x', ...more });

describe('the Web API refuses what Slack refuses', () => {
  it.each([
    ['no channel', { channel: 'C404' }, 'channel_not_found'],
    ['no text', { text: '' }, 'no_text'],
    ['a thread that is not there', { thread_ts: '1.000001' }, 'thread_not_found'],
    ['text of 4001 letters', { text: 'x'.repeat(4001) }, 'msg_too_long'],
    ['blocks that are no list', { blocks: 'nonsense' }, 'invalid_blocks_format'],
    ['51 blocks', { blocks: many(51) }, 'invalid_blocks'],
    ['50 blocks', { blocks: many(50) }, 'ok'],
    ['a section of 3001 letters', { blocks: [section('x'.repeat(3001))] }, 'invalid_blocks'],
    ['a section of 3000 letters', { blocks: [section('x'.repeat(3000))] }, 'ok'],
    ['an empty section', { blocks: [section('')] }, 'invalid_blocks'],
    [
      'a header of 151 letters',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] },
      'invalid_blocks',
    ],
    [
      'eleven context elements',
      { blocks: [{ type: 'context', elements: Array(11).fill({ type: 'mrkdwn', text: 'x' }) }] },
      'invalid_blocks',
    ],
    ['a block nobody knows', { blocks: [{ type: 'hologram' }] }, 'invalid_blocks'],
    [
      'an alert, which is for forms',
      { blocks: [{ type: 'alert', text: { type: 'mrkdwn', text: 'x' } }] },
      'invalid_blocks',
    ],
    ['a field nobody knows', { blocks: [{ ...section('x'), colour: 'red' }] }, 'invalid_blocks'],
    ['two tables', { blocks: [table, table] }, 'invalid_blocks'],
    ['one table', { blocks: [table] }, 'ok'],
    ['a button of 76 letters', { blocks: [button('x'.repeat(76))] }, 'invalid_blocks'],
    ['a button value of 2001 letters', { blocks: [button('x', { value: 'v'.repeat(2001) })] }, 'invalid_blocks'],
    [
      'one block_id twice',
      {
        blocks: [
          { ...section('x'), block_id: 'i' },
          { ...section('y'), block_id: 'i' },
        ],
      },
      'invalid_blocks',
    ],
    ['markdown over 12,000 letters', { blocks: [{ type: 'markdown', text: 'x'.repeat(12_001) }] }, 'invalid_blocks'],
    [
      'over 13,200 letters in all',
      { blocks: Array.from({ length: 5 }, () => section('x'.repeat(2800))) },
      'msg_blocks_too_long',
    ],
    ['markdown_text beside blocks', { text: '', markdown_text: 'x', blocks: many(1) }, 'markdown_text_conflict'],
  ])('%s', async (_, more, expected) => {
    expect(await post(more)).toBe(expected);
  });

  it('names every problem of the blocks with its place', async () => {
    const response = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0GENERAL', text: 'x', blocks: [section(''), { type: 'header' }] }),
    });
    const { errors } = (await response.json()) as { errors: string[] };
    expect(errors).toEqual([
      expect.stringContaining('/blocks/0/text/text'),
      expect.stringContaining('missing required field: text [json-pointer:/blocks/1]'),
    ]);
  });

  it('an unknown method, a missing token, a wrong one, one of the wrong kind', async () => {
    expect(await outcome('chat.makeCoffee', {})).toBe('unknown_method');
    const call = async (token?: string) =>
      (
        (await (
          await fetch(`${sandbox.apiUrl}auth.test`, {
            method: 'POST',
            headers: token ? { authorization: `Bearer ${token}` } : {},
          })
        ).json()) as { error: string }
      ).error;
    expect(await call()).toBe('not_authed');
    expect(await call('xoxb-wrong')).toBe('invalid_auth');
    expect(await call(sandbox.appToken)).toBe('not_allowed_token_type');
  });

  it('a method whose scope the manifest does not ask for', async () => {
    const strict = await startSandbox({ port: 0, manifest: { oauth_config: { scopes: { bot: ['chat:write'] } } } });
    const slack = new WebClient(strict.botToken, { slackApiUrl: strict.apiUrl });
    await expect(slack.reactions.add({ channel: 'C0GENERAL', timestamp: '1', name: 'eyes' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'reactions:write', provided: 'chat:write' },
    });
    expect(strict.violations()).toEqual([{ where: 'reactions.add', problems: ['missing_scope'] }]);
    await strict.close();
  });

  it('a form that is opened too late, twice, or with a title of 25 letters', async () => {
    const title = (text: string) => ({ type: 'modal', title: { type: 'plain_text', text }, blocks: [section('x')] });
    expect(await outcome('views.open', { trigger_id: 'nonsense', view: title('x') })).toBe('invalid_trigger_id');
    expect(await outcome('views.publish', { user_id: 'U0MEI', view: { type: 'home', blocks: many(101) } })).toBe(
      'invalid_arguments',
    );
    expect(await outcome('views.publish', { user_id: 'U0MEI', view: { type: 'home', blocks: many(100) } })).toBe('ok');
    expect(await outcome('views.publish', { user_id: 'U0MEI', view: title('x'.repeat(25)) })).toBe('invalid_arguments');
  });
});

describe('streams', () => {
  it('grow, end, and die by themselves after five minutes', async () => {
    const slack = client();
    const root = await slack.chat.postMessage({ channel: 'D0PRIYA', text: 'root' });
    const place = { channel: 'D0PRIYA', thread_ts: root.ts! };
    const { ts } = await slack.chat.startStream({ ...place, markdown_text: '**Hello' });
    await slack.chat.appendStream({ channel: 'D0PRIYA', ts: ts!, markdown_text: ' there**' });
    await slack.chat.stopStream({ channel: 'D0PRIYA', ts: ts!, blocks: [section('sources')] });
    const { messages } = await slack.conversations.replies({ channel: 'D0PRIYA', ts: root.ts! });
    expect(messages![1]).toMatchObject({ text: '**Hello there**' });
    expect(messages![1]!.blocks!.map((block) => block.type)).toEqual(['markdown', 'section']);
    const late = await slack.chat.startStream({ ...place, markdown_text: 'x' });
    now += 5 * 60_000 + 1000;
    expect(await outcome('chat.appendStream', { channel: 'D0PRIYA', ts: late.ts, markdown_text: 'y' })).toBe(
      'message_not_in_streaming_state',
    );
    expect(await outcome('chat.update', { channel: 'D0PRIYA', ts: late.ts, text: 'recovered' })).toBe('ok');
  });

  it('need a thread, and in a channel a recipient', async () => {
    const root = await client().chat.postMessage({ channel: 'C0GENERAL', text: 'root' });
    expect(await outcome('chat.startStream', { channel: 'C0GENERAL' })).toBe('invalid_arguments');
    expect(await outcome('chat.startStream', { channel: 'C0GENERAL', thread_ts: root.ts })).toBe(
      'missing_recipient_team_id',
    );
  });
});

describe('faults that are planned', () => {
  afterEach(() => fetch(`${sandbox.url}/control/clear_faults`, { method: 'POST', body: '{}' }));

  it('429 with Retry-After, then as usual', async () => {
    sandbox.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 7 });
    await expect(client().chat.postMessage({ channel: 'C0GENERAL', text: 'x' })).rejects.toMatchObject({
      retryAfter: 7,
    });
    expect(await post({})).toBe('ok');
  });

  it('a 500, an error of Slack’s, for as many calls as planned', async () => {
    sandbox.fault({ method: '*', kind: 'http_error', status: 503 });
    await expect(client().auth.test()).rejects.toMatchObject({ statusCode: 503 });
    sandbox.fault({ method: 'chat.postMessage', kind: 'slack_error', error: 'internal_error', times: 2 });
    expect([await post({}), await post({}), await post({})]).toEqual(['internal_error', 'internal_error', 'ok']);
  });

  it('a call that never comes back ends with the client’s own timeout', async () => {
    sandbox.fault({ method: 'auth.test', kind: 'hang' });
    const slack = new WebClient(sandbox.botToken, {
      slackApiUrl: sandbox.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 100,
      logLevel: LogLevel.ERROR,
    });
    await expect(slack.auth.test()).rejects.toThrow();
  });

  it('a lost response: the message is there all the same', async () => {
    sandbox.fault({ method: 'chat.postMessage', kind: 'lose_response' });
    await expect(client().chat.postMessage({ channel: 'C0LEGAL', text: 'lost' })).rejects.toThrow();
    const { messages } = await client().conversations.history({ channel: 'C0LEGAL' });
    expect(messages!.map((message) => message.text)).toEqual(['lost']);
  });

  it('are planned by other programs through the control API', async () => {
    const plan = (body: object) =>
      fetch(`${sandbox.url}/control/fault`, { method: 'POST', body: JSON.stringify(body) });
    expect((await plan({ method: 'auth.test', kind: 'gremlins' })).status).toBe(400);
    expect((await plan({ method: 'auth.test', kind: 'slack_error', error: 'account_inactive' })).status).toBe(200);
    expect(await outcome('auth.test', {})).toBe('account_inactive');
  });
});

describe('the promise', () => {
  it('a message without caveat, sources or with a live mention is reported', async () => {
    const own = await startSandbox({
      port: 0,
      promised: {
        caveat: /not legal advice/,
        sources: /Sources/,
        allowsLink: (url) => url.startsWith('https://good.example/'),
      },
    });
    const slack = new WebClient(own.botToken, { slackApiUrl: own.apiUrl });
    await slack.chat.postMessage({ channel: 'C0GENERAL', text: 'hey <!channel>, <https://bad.example/|look>' });
    const good = [
      section('Sources: <https://good.example/a|a>'),
      { type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text: 'This is not legal advice.' }] },
    ];
    await slack.chat.postMessage({ channel: 'C0GENERAL', text: 'fine', blocks: good });
    expect(own.violations().map(({ problems }) => problems)).toEqual([
      [
        'does not end with the caveat',
        'shows no sources',
        'holds a live mention: <!channel>',
        'links to https://bad.example/',
      ],
    ]);
    await own.close();
  });

  it('an address in plain words is reported, for Slack makes a link of it where `verbatim` does not keep it', async () => {
    const own = await startSandbox({ port: 0, promised: { caveat: /./, sources: /./ } });
    const client = new WebClient(own.botToken, { slackApiUrl: own.apiUrl });
    const text = 'see https://evil.example/x';
    for (const verbatim of [true, false])
      await client.chat.postMessage({
        channel: 'C0GENERAL',
        text: 'hello',
        blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim }] }],
      });
    expect(own.violations().map(({ problems }) => problems)).toEqual([
      ['holds words that Slack makes live: https://evil.example/x'],
    ]);
    await own.close();
  });
});

describe('strangers', () => {
  it('a web page from elsewhere, or a name that points here, gets nothing', async () => {
    const from = (headers: Record<string, string>) =>
      fetch(`${sandbox.url}/control/channels`, { headers }).then((response) => response.status);
    expect(await from({})).toBe(200);
    expect(await from({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(await from({ origin: sandbox.url })).toBe(200);
  });
});
