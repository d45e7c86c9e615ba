import type { Advisor } from '../../src/advice/advise.ts';
import { createConsult } from '../../src/advice/consult.ts';
import type { ReadCard } from '../../src/advice/hub/declared-card.ts';
import { consultWithHub } from '../../src/advice/hub/hub-consult.ts';
import type { LanguageModel } from '../../src/advice/model-ports.ts';
import { readManifest } from '../../src/disk/manifest-file.ts';
import { openDrawing } from '../../src/documents/open-drawing.ts';
import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import { forgetIn, installationsIn, memoryFrom } from '../../src/remember.ts';
import type { Manifest } from '../../src/sandbox/manifest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { StandIns } from '../../src/sandbox-model.ts';
import { createSlackApp, type SlackSettings } from '../../src/slack/create-app.ts';
import type { Meter } from '../../src/slack/delivery/meter.ts';
import type { Every } from '../../src/slack/tasks/background.ts';
import { openStore } from '../../src/store/open-store.ts';
import { advisor, catalogue } from './shipped.ts';

export type Seen = {
  ts: string;
  user: string;
  bot: boolean;
  text: string;
  visible: string;
  blocks: { type: string; [key: string]: unknown }[];
  thread_ts?: string;
  ephemeral_to?: string;
  edited?: true;
  deleted?: true;
  files?: { id: string; name: string; title: string; size: number; mimetype: string; alt_txt?: string }[];
};
export const CHANNEL = 'C0AIMODELS';
export const PRIYA = 'U0PRIYA';
export const JONAS = 'U0JONAS';

/** The real bot in the sandbox, over a real socket. */
export const startBot = async (
  options: {
    dataDir?: string;
    databaseUrl?: string;
    settings?: Partial<SlackSettings>;
    http?: number;
    advisor?: Advisor;
    /** another than the shipped one */
    catalogue?: Catalogue;
    model?: LanguageModel;
    /** what the page switches on */
    standIns?: StandIns;
    /** reads cards of a hub, as HF_LOOKUP=on does */
    readCard?: ReadCard;
    rateLimits?: true;
    tokenKeys?: Buffer[];
    meter?: Meter;
    now?: () => Date;
    /** in the place of a timer; nothing is looked at by itself where it is left out */
    every?: Every;
    /** another bot's, which it then outlives */
    sandbox?: Sandbox;
  } = {},
) => {
  const sandbox: Sandbox =
    options.sandbox ??
    (await startSandbox({
      port: 0,
      manifest: readManifest() as Manifest,
      // tests say in a second what people say in minutes
      rateLimits: options.rateLimits ?? false,
      ...(options.standIns ? { model: options.standIns.choice } : {}),
      ...(options.http ? { requestUrl: `http://127.0.0.1:${options.http}/slack/events` } : {}),
    }));
  const store = await openStore({ folder: options.dataDir ?? null, databaseUrl: options.databaseUrl });
  const memory = memoryFrom(store);
  const held = options.catalogue ?? catalogue;
  const logged: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  const write = (level: string) => (fields: Record<string, unknown>, message: string) => {
    logged.push({ level, fields, message });
  };
  const settings: SlackSettings = {
    botToken: sandbox.botToken,
    appToken: sandbox.appToken,
    apiUrl: sandbox.apiUrl,
    signingSecret: sandbox.signingSecret,
    port: 0,
    answerExternal: false,
    logQuestions: false,
    drain: 5000,
    ...options.settings,
  };
  const consult = options.standIns?.consult ?? createConsult(options.advisor ?? advisor, held, options.model ?? null);
  const app = createSlackApp(settings, {
    advisor: options.advisor ?? advisor,
    consult: options.readCard ? consultWithHub(consult, options.advisor ?? advisor, held, options.readCard) : consult,
    catalogue: held,
    memory,
    drawing: openDrawing(),
    inbox: store.inbox,
    installations: installationsIn(store, options.tokenKeys ?? null),
    forget: forgetIn(store),
    meter: options.meter,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now: options.now ?? (() => new Date()),
    every: options.every ?? (() => () => {}),
  });
  try {
    await app.start();
  } catch (error) {
    await sandbox.close();
    throw error;
  }

  const call = async (method: 'GET' | 'POST', path: string, fields: Record<string, unknown> = {}) => {
    const url = new URL(path, sandbox.url);
    if (method === 'GET') for (const [key, value] of Object.entries(fields)) url.searchParams.set(key, String(value));
    const response = await fetch(
      url,
      method === 'GET' ? {} : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) },
    );
    const body = (await response.json()) as Record<string, unknown> & { ok: boolean; ts?: string; messages?: Seen[] };
    if (!body.ok) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const settle = async () => {
    const end = Date.now() + 25_000;
    // at rest: nothing was called for a while, and nothing is left in the inbox, put off included
    for (let rest = false; !rest; ) {
      if (!(await sandbox.onIdle(150, 20_000)) || Date.now() > end) throw new Error('the bot did not come to rest');
      const { running, waiting } = await store.inbox.depth();
      rest = running + waiting.questions + waiting.acts + waiting.refusals === 0;
      if (!rest) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    sandbox,
    app,
    store,
    memory,
    logged,
    call,
    settle,
    bot: `<@${sandbox.botUserId}>`,
    /** Says something, waits for the bot, and gives the message's time stamp. */
    say: async (text: string, where: { channel?: string; user?: string; thread_ts?: string } = {}): Promise<string> => {
      const { ts } = await call('POST', '/control/message', { channel: CHANNEL, user: PRIYA, text, ...where });
      await settle();
      return ts!;
    },
    /** What the bot said, in a thread or a whole channel, as a person sees it. */
    answers: async (where: { channel?: string; thread_ts?: string; user?: string } = {}): Promise<Seen[]> =>
      (await call('GET', '/control/messages', { channel: CHANNEL, ...where })).messages!.filter(
        (message) => message.bot && !message.deleted,
      ),
    close: async () => {
      await app.stop();
      if (!options.sandbox) await sandbox.close();
      await store.close();
    },
  };
};
export type Bot = Awaited<ReturnType<typeof startBot>>;

/** @returns the action ids and values of a message's buttons */
export const buttonsOf = (message: Seen): Map<string, string> =>
  new Map(
    message.blocks
      .filter((block) => block.type === 'actions')
      .flatMap((block) =>
        (block.elements as { action_id: string; value?: string }[]).map(
          (element) => [element.action_id, element.value ?? ''] as const,
        ),
      ),
  );

export type Form = {
  id: string;
  user: string;
  view: { callback_id: string; title: { text: string }; private_metadata: string };
};

/** What a person does in the sandbox: commands, buttons, forms, the Home tab. */
export const actAs = (bot: Bot) => {
  const form = async (user: string): Promise<Form> =>
    ((await bot.call('GET', '/control/views')) as unknown as { views: Form[] }).views
      .filter((one) => one.user === user)
      .at(-1)!;
  return {
    form,
    command: async (text: string, user = PRIYA, channel = CHANNEL): Promise<Seen> => {
      await bot.call('POST', '/control/command', { channel, user, command: '/openness', text });
      await bot.settle();
      return (await bot.answers({ channel })).at(-1)!;
    },
    press: async (message: Seen, action_id: string, user = PRIYA, channel = CHANNEL): Promise<void> => {
      const value = buttonsOf(message).get(action_id);
      await bot.call('POST', '/control/action', { message_ts: message.ts, channel, user, action_id, value });
      await bot.settle();
    },
    pressHome: async (action_id: string, user = PRIYA): Promise<void> => {
      await bot.call('POST', '/control/open_home', { user });
      await bot.settle();
      await bot.call('POST', '/control/action', { user, action_id, view: 'home' });
      await bot.settle();
    },
    /** @returns what the form complains about, or null where it was taken */
    submit: async (values: Record<string, unknown>, user = PRIYA): Promise<string | null> => {
      const open = await form(user);
      const problem = await bot
        .call('POST', '/control/view', { view_id: open.id, user, values })
        .then(() => null)
        .catch((error: Error) => error.message);
      await bot.settle();
      return problem;
    },
    home: async (user = PRIYA): Promise<string> => {
      await bot.call('POST', '/control/open_home', { user });
      await bot.settle();
      const { home } = (await bot.call('GET', '/control/views')) as unknown as { home: Record<string, unknown> };
      return JSON.stringify(home[user]);
    },
  };
};
