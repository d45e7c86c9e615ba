import type { Activity } from './activity.ts';
import type { Promised } from './checks/promise.ts';
import { brokenPromises } from './checks/promise.ts';
import type { SocketMode } from './deliver/socket-mode.ts';
import { FAULT_KINDS, type Faults, type PlannedFault } from './faults.ts';
import { viewJson } from './methods/views.ts';
import { type ModelChoice, modelRoutes } from './model-choice.ts';
import { channelFor, type Did, did, didNot, type Floor, personOf } from './people/floor.ts';
import { close, submit } from './people/forms.ts';
import { act, command, shortcut } from './people/interact.ts';
import { deleteOwn, editOwn, join, openApp, say, stopSession } from './people/talk.ts';
import { seenMessages } from './seen.ts';
import type { Call } from './web-api.ts';

export type ControlParts = {
  floor: Floor;
  activity: Activity;
  faults: Faults;
  socketMode: SocketMode;
  calls: Call[];
  promised: Promised;
  /** where events are sent in HTTP mode; null goes back to Socket Mode */
  setRequestUrl: (url: string | null) => void;
  model?: ModelChoice;
};
type Handle = (fields: Record<string, unknown>) => Did | Promise<Did>;

const IDLE_MS = 250;
/** Longer than any answer should take, and short enough for a test to notice. */
const MOST_WAIT_MS = 30_000;

/** The control API: what people do and see, for programs and for the page. */
export const createControl = (parts: ControlParts): Map<string, Handle> => {
  const { floor, activity, faults, socketMode } = parts;
  const { workspace } = floor;
  const model = modelRoutes(parts.model, () => workspace.tell({ kind: 'model' }));
  return new Map<string, Handle>([
    ['POST /control/message', (body) => say(floor, body)],
    ['POST /control/join', (body) => join(floor, body)],
    ['POST /control/edit', (body) => editOwn(floor, body)],
    ['POST /control/delete', (body) => deleteOwn(floor, body)],
    ['POST /control/command', (body) => command(floor, body)],
    ['POST /control/action', (body) => act(floor, body)],
    ['POST /control/shortcut', (body) => shortcut(floor, body)],
    ['POST /control/view', (body) => submit(floor, body)],
    ['POST /control/close_view', (body) => close(floor, body)],
    ['POST /control/open_home', (body) => openApp(floor, body, 'home')],
    ['POST /control/new_dm', (body) => openApp(floor, body, 'messages')],
    ['POST /control/stop', (body) => stopSession(floor, body)],
    ['GET /control/messages', (query) => messages(floor, query)],
    [
      'GET /control/wait',
      async (query) => {
        const started = performance.now();
        const most = Math.min(Number(query.max_ms ?? MOST_WAIT_MS) || MOST_WAIT_MS, 120_000);
        const idle = await activity.wait(Number(query.idle_ms ?? IDLE_MS) || 0, most);
        return did({ idle, waited_ms: Math.round(performance.now() - started), under_way: activity.underWay() });
      },
    ],
    [
      'GET /control/views',
      () =>
        did({
          views: [...workspace.views.values()].map((open) => ({ id: open.id, user: open.user, view: viewJson(open) })),
          home: Object.fromEntries(workspace.homes),
        }),
    ],
    ['GET /control/channels', () => did({ channels: [...workspace.channels.values()] })],
    [
      'GET /control/users',
      () => did({ users: [...workspace.people.values()].map((person) => ({ ...person, bot: person.bot === true })) }),
    ],
    [
      'GET /control/calls',
      (query) => did({ calls: parts.calls.filter((call) => !query.method || call.method === query.method) }),
    ],
    ['GET /control/model', model.get],
    ['POST /control/model', model.choose],
    ['GET /control/deliveries', () => did({ deliveries: floor.deliveries.log })],
    ['GET /control/violations', () => did({ violations: violations(parts) })],
    ['POST /control/fault', (body) => plan(faults, body)],
    [
      'POST /control/clear_faults',
      () => {
        faults.clear();
        return did();
      },
    ],
    [
      'POST /control/disconnect',
      (body) => {
        if (body.reason === 'drop') socketMode.drop();
        else socketMode.refresh(body.reason === 'warning' ? 'warning' : 'refresh_requested');
        return did();
      },
    ],
    [
      'POST /control/request_url',
      (body) => {
        parts.setRequestUrl(typeof body.url === 'string' && body.url !== '' ? body.url : null);
        return did();
      },
    ],
  ]);
};

const messages = (floor: Floor, query: Record<string, unknown>): Did => {
  const person = query.user ? personOf(floor, query.user) : undefined;
  if (query.user && !person) return didNot('user_not_found');
  const channel =
    floor.workspace.channels.get(String(query.channel)) ??
    channelFor(floor, query.channel, person?.id ?? floor.workspace.bot.id);
  if (!channel) return didNot('channel_not_found');
  const thread_ts = query.thread_ts ? String(query.thread_ts) : undefined;
  return did({ messages: seenMessages(floor.workspace, channel.id, { thread_ts, as: person?.id }) });
};

const plan = (faults: Faults, body: Record<string, unknown>): Did => {
  if (typeof body.method !== 'string' || !FAULT_KINDS.includes(String(body.kind)))
    return didNot('invalid_fault', { kinds: FAULT_KINDS });
  faults.plan(body as unknown as PlannedFault);
  return did();
};

/** What the app's messages break of the promise, and which of its messages Slack would have refused. */
export const violations = ({
  floor,
  promised,
  calls,
}: Pick<ControlParts, 'floor' | 'promised' | 'calls'>): { where: string; problems: string[] }[] =>
  [
    ...[...floor.workspace.channels.keys()].flatMap((channel) =>
      floor.workspace
        .inChannel(channel)
        .filter((message) => message.bot_id && !message.stream)
        .map((message) => ({ where: `${channel}:${message.ts}`, problems: brokenPromises(message, promised) })),
    ),
    ...calls
      .filter(
        (call) =>
          call.reply &&
          [
            'invalid_blocks',
            'invalid_arguments',
            'msg_too_long',
            'msg_blocks_too_long',
            'no_text',
            'missing_scope',
          ].includes(call.reply.error ?? ''),
      )
      .map((call) => ({
        where: call.method,
        problems: [
          call.reply!.error!,
          ...((call.reply!.response_metadata as { messages?: string[] } | undefined)?.messages ?? []),
        ],
      })),
  ].filter((one) => one.problems.length > 0);
