import type { BlockAction, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { bareApp, control } from './echo-app.ts';

const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const FORM = {
  type: 'modal' as const,
  callback_id: 'form',
  title: text('Form'),
  submit: text('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: text('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'value' },
    },
    {
      type: 'input' as const,
      block_id: 'kind',
      optional: true,
      label: text('Kind'),
      element: {
        type: 'static_select' as const,
        action_id: 'value',
        options: [
          { text: text('One'), value: '1' },
          { text: text('Two'), value: '2' },
        ],
      },
    },
  ],
};

describe('what people do in the sandbox', () => {
  let sandbox: Sandbox;
  let app: ReturnType<typeof bareApp>;
  let ts: string;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0 });
    app = bareApp(sandbox);
    app.event('app_mention', async ({ event, say }) => {
      await say({
        text: 'press',
        thread_ts: event.ts,
        blocks: [
          {
            type: 'actions',
            block_id: 'row',
            elements: [{ type: 'button', action_id: 'go', text: text('Go'), value: 'here' }],
          },
          {
            type: 'context_actions',
            elements: [
              {
                type: 'feedback_buttons',
                action_id: 'vote',
                positive_button: { text: text('Good'), value: 'up' },
                negative_button: { text: text('Bad'), value: 'down' },
              },
            ],
          },
        ],
      });
    });
    await app.start();
  });
  afterEach(async () => {
    await app.stop();
    await sandbox.close();
  });
  const mention = async () => {
    const said = await control(sandbox, 'message', { channel: 'C0GENERAL', user: 'U0PRIYA', text: '<@U0OPENNESS> hi' });
    await expect.poll(async () => (await seen()).at(-1)!.ts).not.toBe(said.ts);
    ts = String((await seen()).at(-1)!.ts);
  };
  const seen = async () => (await control(sandbox, 'messages?channel=C0GENERAL')).messages;
  const press = (action_id: string, value?: string) =>
    control(sandbox, 'action', { channel: 'C0GENERAL', user: 'U0PRIYA', message_ts: ts, action_id, value });

  it('a button carries its value, its place and a response_url that answers to one person', async () => {
    let body: BlockAction | undefined;
    app.action('go', async ({ ack, body: given, respond }) => {
      await ack();
      body = given as BlockAction;
      await respond('only for you');
    });
    await mention();
    expect(await press('go')).toEqual({ ok: true });
    await expect.poll(() => body).toBeDefined();
    expect(body!.actions[0]).toMatchObject({ type: 'button', action_id: 'go', block_id: 'row', value: 'here' });
    expect(body!.container).toMatchObject({
      type: 'message',
      message_ts: ts,
      channel_id: 'C0GENERAL',
      is_ephemeral: false,
    });
    const [answer] = (await seen()).slice(-1);
    expect(answer).toMatchObject({ text: 'only for you', ephemeral_to: 'U0PRIYA' });
    // it lands in the channel: without thread_ts a response never enters the thread
    expect(answer!.thread_ts).toBeUndefined();
  });

  it('a response_url replaces, deletes, and is used up after five answers', async () => {
    const statuses: number[] = [];
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'replaced', replace_original: true });
      for (let count = 0; count < 5; count += 1)
        statuses.push(
          await respond(`answer ${count}`).then(
            () => 200,
            (error: { statusCode: number }) => error.statusCode,
          ),
        );
    });
    await mention();
    await press('go');
    await expect.poll(() => statuses).toEqual([200, 200, 200, 200, 404]);
    expect((await seen()).find((message) => message.ts === ts)!.text).toBe('replaced');
  });

  it('feedback buttons send the value of the one that was pressed', async () => {
    const votes: unknown[] = [];
    app.action('vote', async ({ ack, body }) => {
      await ack();
      votes.push(((body as BlockAction).actions[0] as { value?: string }).value);
    });
    await mention();
    await press('vote', 'positive');
    await press('vote', 'down');
    expect(votes).toEqual(['up', 'down']);
    expect((await press('vote', 'sideways')).error).toBe('action_not_found');
  });

  it('a form is opened, checked as Slack checks it, checked by the app, and closed', async () => {
    const states: ViewSubmitAction['view']['state']['values'][] = [];
    app.action('go', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: FORM });
    });
    app.view('form', async ({ ack, view }) => {
      states.push(view.state.values);
      if (view.state.values.name!.value!.value === 'bad')
        await ack({ response_action: 'errors', errors: { name: 'not that one' } });
      else await ack();
    });
    await mention();
    await press('go');
    const open = async () => (await control(sandbox, 'views')).views as { id: string; user: string }[];
    await expect.poll(open).toHaveLength(1);
    const [{ id: view_id, user }] = (await open()) as [{ id: string; user: string }];
    expect(user).toBe('U0PRIYA');
    const submit = (values: Record<string, unknown>) => control(sandbox, 'view', { view_id, user, values });
    expect((await submit({})).errors).toEqual({ name: 'Please complete this required field.' });
    expect((await submit({ name: 'x', kind: '7' })).errors).toEqual({ kind: 'This is not one of the choices.' });
    expect((await submit({ name: 'bad' })).errors).toEqual({ name: 'not that one' });
    expect(await submit({ name: { value: 'good' }, kind: 'Two' })).toEqual({ ok: true });
    expect(states.at(-1)).toEqual({
      name: { value: { type: 'plain_text_input', value: 'good' } },
      kind: { value: { type: 'static_select', selected_option: { text: text('Two'), value: '2' } } },
    });
    expect(await open()).toEqual([]);
  });

  it('a message shortcut brings the message', async () => {
    let said = '';
    app.shortcut('check_licence_message', async ({ ack, shortcut }) => {
      await ack();
      said = (shortcut as MessageShortcut).message.text ?? '';
    });
    const { ts: message_ts } = await control(sandbox, 'message', {
      channel: 'general',
      user: 'Jonas',
      text: 'try Llama',
    });
    const done = await control(sandbox, 'shortcut', {
      callback_id: 'check_licence_message',
      channel: 'C0GENERAL',
      message_ts,
      user: 'Priya',
    });
    expect(done).toEqual({ ok: true });
    expect(said).toBe('try Llama');
  });

  it('the Home tab is published for one person', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab === 'home')
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'header', text: text('Hello') }] },
        });
    });
    await control(sandbox, 'open_home', { user: 'Mei' });
    await expect.poll(async () => Object.keys((await control(sandbox, 'views')).home as object)).toEqual(['U0MEI']);
  });

  it('Stop reaches the app, and its stream takes no more', async () => {
    let refused = '';
    let stopped: unknown;
    app.event('agent_session_stopped' as never, async ({ event }: { event: unknown }) => {
      stopped = event;
    });
    await mention();
    const thread_ts = String((await seen())[0]!.ts);
    const { client } = app;
    await client.apiCall('agents.sessions.setStatus', { channel_id: 'C0GENERAL', thread_ts, status: 'processing' });
    const stream = await client.chat.startStream({
      channel: 'C0GENERAL',
      thread_ts,
      recipient_team_id: 'T0SANDBOX',
      recipient_user_id: 'U0PRIYA',
    });
    await control(sandbox, 'stop', { channel: 'C0GENERAL', thread_ts, user: 'Priya' });
    await sandbox.onIdle(60);
    await client.chat
      .appendStream({ channel: 'C0GENERAL', ts: stream.ts!, markdown_text: 'more' })
      .catch((error: { data: { error: string } }) => {
        refused = error.data.error;
      });
    expect(refused).toBe('stopped_by_user');
    expect(stopped).toMatchObject({ channel: 'C0GENERAL', thread_ts, streaming_message_ts: [stream.ts] });
  });
});
