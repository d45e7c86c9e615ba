import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from './activity.ts';
import { readArgs } from './args.ts';
import type { Faults } from './faults.ts';
import { readBody, readFields, sendJson } from './http.ts';
import { type Desk, type Method, type Reply, refused } from './method.ts';
import type { RateLimits } from './rate-limits.ts';
import { missingScope } from './scopes.ts';

export type Tokens = { botToken: string; appToken: string };
export type Call = { method: string; args: Record<string, unknown>; reply: Reply | null };

/** Slack's Web API: one method a path, `ok` and `error` in every answer, faults where a test planned them. */
export const createWebApi = (
  desk: Desk,
  methods: Map<string, Method>,
  tokens: Tokens,
  faults: Faults,
  activity: Activity,
  rateLimits: RateLimits | null,
) => {
  const calls: Call[] = [];

  const perform = (method: string, token: string, all: Record<string, unknown>): Reply => {
    const handle = methods.get(method);
    if (!handle) return refused('unknown_method');
    if (method === 'api.test') return handle(readArgs(all), desk);
    if (token === '') return refused('not_authed');
    const wanted = method === 'apps.connections.open' ? tokens.appToken : tokens.botToken;
    if (token !== wanted)
      return refused(
        token === tokens.appToken || token === tokens.botToken ? 'not_allowed_token_type' : 'invalid_auth',
      );
    const missing = missingScope(method, desk.workspace.manifest.oauth_config?.scopes?.bot);
    if (missing)
      return {
        ...refused('missing_scope'),
        needed: missing.join(','),
        provided: desk.workspace.manifest.oauth_config!.scopes!.bot!.join(','),
      };
    return handle(readArgs(all), desk);
  };

  const answer = async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let fields: Record<string, unknown>;
    try {
      fields = readFields(await readBody(request), request.headers['content-type']);
    } catch {
      return sendJson(response, 200, refused('invalid_json'));
    }
    const { token, ...args } = fields;
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? String(token ?? '');
    const call: Call = { method, args, reply: null };
    calls.push(call);
    if (calls.length > 5000) calls.shift();
    const tooMany = (seconds: number) => {
      call.reply = refused('ratelimited');
      return sendJson(response, 429, call.reply, { 'retry-after': String(seconds) });
    };
    const fault = faults.next(method);
    const wait = fault ? null : (rateLimits?.take(method, String(args.channel ?? '')) ?? null);
    if (wait !== null) return tooMany(wait);
    switch (fault?.kind) {
      case 'ratelimited':
        return tooMany(fault.retry_after ?? 1);
      case 'http_error':
        response.writeHead(fault.status ?? 500).end('something went wrong');
        return;
      case 'hang':
        return;
      case 'slack_error':
        call.reply = refused(fault.error);
        return sendJson(response, 200, call.reply);
      case 'lose_response':
        call.reply = perform(method, bearer, args);
        request.socket.destroy();
        return;
      case undefined:
        call.reply = perform(method, bearer, args);
        return sendJson(response, 200, call.reply, {
          'x-oauth-scopes': desk.workspace.manifest.oauth_config?.scopes?.bot?.join(',') ?? '',
        });
      default:
        return fault satisfies never;
    }
  };

  return {
    /** every call of the app so far, oldest first */
    calls,
    handle: async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const end = activity.begin();
      try {
        await answer(method, request, response);
      } finally {
        end();
      }
    },
  };
};
