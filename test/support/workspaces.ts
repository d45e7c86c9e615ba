import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConsult } from '../../src/advice/consult.ts';
import { openDrawing } from '../../src/documents/open-drawing.ts';
import { forgetIn, installationsIn, memoryFrom } from '../../src/remember.ts';
import { signed } from '../../src/sandbox/deliver/http-delivery.ts';
import { createSlackApp } from '../../src/slack/create-app.ts';
import { openStore } from '../../src/store/open-store.ts';
import { freePort } from './postgres.ts';
import { advisor, catalogue } from './shipped.ts';

export const SECRET = 'the-signing-secret';
export type Posted = { token: string; method: string; args: Record<string, unknown> };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Slack's Web API for several workspaces: each has a token of its own, `xoxb-T1` for T1. */
const startWebApi = async () => {
  const calls: Posted[] = [];
  let stamp = 0;
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').split('/').at(-1)!;
    const text = await bodyOf(request);
    const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(text));
    const token = (request.headers.authorization ?? '').replace('Bearer ', '') || String(args.token ?? '');
    // the address of an upload says whose it is
    const upload = /\/upload\/(\w+)$/.exec(request.url ?? '');
    if (upload) {
      calls.push({ token: `xoxb-${upload[1]}`, method: 'upload', args: { content: text } });
      return void response.end('OK');
    }
    calls.push({ token, method, args });
    const team = token.replace('xoxb-', '');
    stamp += 1;
    const answers: Record<string, Record<string, unknown>> = {
      // the code says which workspace was chosen
      'oauth.v2.access': {
        access_token: `xoxb-${args.code}`,
        token_type: 'bot',
        scope: 'chat:write',
        bot_user_id: `UBOT${args.code}`,
        app_id: 'A1',
        team: { id: args.code, name: String(args.code) },
        enterprise: null,
        authed_user: { id: 'U1' },
        is_enterprise_install: false,
      },
      'auth.test': { team_id: team, user_id: `UBOT${team}`, bot_id: `B${team}` },
      'chat.postMessage': { channel: args.channel, ts: `1700000000.${String(stamp).padStart(6, '0')}` },
      'conversations.replies': { messages: [] },
      'conversations.open': { channel: { id: `D${String(args.users)}` } },
      'files.getUploadURLExternal': { upload_url: `${base()}upload/${team}`, file_id: `F${stamp}` },
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, ...answers[method] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: base(),
    calls,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The bot over HTTP, installed by OAuth, with people of several workspaces around it. */
export const startManyWorkspaces = async (
  options: { dataDir?: string; keys?: Buffer[]; databaseUrl?: string } = {},
) => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'openness-oauth-'));
  const api = await startWebApi();
  const store = await openStore({ folder: dataDir, databaseUrl: options.databaseUrl });
  const port = await freePort();
  const logged: string[] = [];
  const write = (fields: Record<string, unknown>, message: string) => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  const app = createSlackApp(
    {
      signingSecret: SECRET,
      port,
      apiUrl: api.url,
      answerExternal: false,
      logQuestions: false,
      drain: 3000,
      oauth: { clientId: 'client', clientSecret: 'client-secret', stateSecret: 'state-secret', scopes: ['chat:write'] },
    },
    {
      advisor,
      consult: createConsult(advisor, catalogue, null),
      catalogue,
      memory: memoryFrom(store),
      inbox: store.inbox,
      installations: installationsIn(store, options.keys ?? [Buffer.alloc(32, 7)]),
      forget: forgetIn(store),
      drawing: openDrawing(),
      log: { info: write, warn: write, error: write },
      now: () => new Date(),
    },
  );
  await app.start();
  const at = `http://127.0.0.1:${port}`;
  let events = 0;
  const run = randomBytes(4).toString('hex');
  const settle = async () => {
    for (let n = 0; n < 600; n += 1) {
      const { running, waiting } = await store.inbox.depth();
      if (running + waiting.questions + waiting.acts + waiting.refusals === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the bot did not come to rest');
  };
  const send = (body: string, headers: Record<string, string>) =>
    fetch(`${at}/slack/events`, { method: 'POST', body, headers });
  const eventOf = (team: string, event: Record<string, unknown>, more: Record<string, unknown> = {}) => {
    events += 1;
    return JSON.stringify({
      type: 'event_callback',
      team_id: team,
      api_app_id: 'A1',
      event_id: `Ev${run}${events}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: team, user_id: `UBOT${team}`, is_bot: true, is_enterprise_install: false },
      ],
      event,
      ...more,
    });
  };
  return {
    at,
    api,
    store,
    dataDir,
    logged,
    settle,
    send,
    eventOf,
    headersFor: (body: string, when = Date.now()) => ({
      'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      ...signed(SECRET, body, () => when),
    }),
    /** An administrator goes through Slack's pages. @returns the last page's status */
    install: async (team: string, state?: string): Promise<number> => {
      const begun = await fetch(`${at}/slack/install`, { redirect: 'manual' });
      const url = new URL(begun.headers.get('location') ?? '');
      const cookie = begun.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const back = new URL('/slack/oauth_redirect', at);
      back.searchParams.set('code', team);
      back.searchParams.set('state', state ?? url.searchParams.get('state') ?? '');
      return (await fetch(back, { headers: { cookie }, redirect: 'manual' })).status;
    },
    event: async (
      team: string,
      event: Record<string, unknown>,
      more: Record<string, unknown> = {},
    ): Promise<number> => {
      const body = eventOf(team, event, more);
      const { status } = await send(body, {
        'content-type': 'application/json',
        ...signed(SECRET, body, Date.now),
      });
      await settle();
      return status;
    },
    command: async (team: string, user: string, text: string): Promise<{ status: number; said: string[] }> => {
      const said: string[] = [];
      const hook = createServer(async (request, response) => {
        said.push((JSON.parse(await bodyOf(request)) as { text: string }).text);
        response.end('ok');
      });
      await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
      events += 1;
      const body = new URLSearchParams({
        team_id: team,
        channel_id: 'C1',
        user_id: user,
        command: '/openness',
        text,
        trigger_id: `trigger-${run}${events}`,
        response_url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
      }).toString();
      const { status } = await send(body, {
        'content-type': 'application/x-www-form-urlencoded',
        ...signed(SECRET, body, Date.now),
      });
      await settle();
      hook.close();
      hook.closeAllConnections();
      return { status, said };
    },
    /** A button that is pressed, or a form that is submitted. */
    interact: async (team: string, user: string, payload: Record<string, unknown>): Promise<number> => {
      events += 1;
      const body = new URLSearchParams({
        payload: JSON.stringify({
          api_app_id: 'A1',
          team: { id: team, domain: team.toLowerCase() },
          user: { id: user, name: user.toLowerCase(), team_id: team },
          trigger_id: `trigger-${run}${events}`,
          is_enterprise_install: false,
          ...payload,
        }),
      }).toString();
      const { status } = await send(body, {
        'content-type': 'application/x-www-form-urlencoded',
        ...signed(SECRET, body, Date.now),
      });
      await settle();
      return status;
    },
    posts: () => api.calls.filter((call) => call.method === 'chat.postMessage'),
    close: async () => {
      await app.stop();
      await api.close();
      await store.close();
    },
  };
};
export type ManyWorkspaces = Awaited<ReturnType<typeof startManyWorkspaces>>;
