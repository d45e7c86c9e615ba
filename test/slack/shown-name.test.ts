import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/sandbox/render/html.ts';
import { mrkdwn } from '../../src/sandbox/render/mrkdwn.ts';
import { shownName } from '../../src/slack/team/shown-name.ts';
import { actAs, type Bot, PRIYA, type Seen, startBot } from '../support/bot.ts';

const REVIEWS = 'C0LEGAL';
/** Names that people could give themselves, and what is left of each. */
const NAMES: [what: string, name: string, shown: string][] = [
  [
    'broadcasts',
    'Kim <!channel> <!chan<x>nel> &lt;!here&gt; @here',
    'Kim <!channel> <!chan<x>nel> &lt;!here&gt; @here',
  ],
  [
    'links',
    '<https://evil.example|Hi> [Kim](https://evil.example)',
    '<https://evil.example|Hi> [Kim](https://evil.example)',
  ],
  ['somebody else', '<@U0MEI|Mei>', '<@U0MEI|Mei>'],
  ['marks', '*Kim* _approved_ ~not~ `code` of_the_team', 'Kim approved not code of_the_team'],
  ['lines of its own, and another direction', 'Kim\n\n> \u202edevorppa\u202c', 'Kim > devorppa'],
];

const NOBODY = { people: new Map(), channels: new Map() };

let bot: Bot;
let act: ReturnType<typeof actAs>;
beforeAll(async () => {
  bot = await startBot();
  act = actAs(bot);
});
afterAll(() => bot.close());
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

/** The marks of a message as Slack draws them: a name that did something there no longer stands in one piece. */
const drawn = (message: Seen): string =>
  JSON.stringify(message.blocks)
    .match(/"text":"(?:[^"\\]|\\.)*"/g)!
    .map((found) => mrkdwn(JSON.parse(`{${found}}`).text, NOBODY).html)
    .join('\n');
const last = async (where: { channel?: string; thread_ts?: string }): Promise<Seen> =>
  (await bot.answers(where)).at(-1)!;

describe.each(NAMES)('a name that holds %s', (_, name, shown) => {
  const inert = html`@${shown}`.html;
  let kim: string;
  let answer: Seen;
  const ask = async (user: string): Promise<Seen> => {
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`, { user });
    return last({ thread_ts: ts });
  };
  beforeAll(async () => {
    kim = (await bot.call('POST', '/control/join', { name })).user as string;
    await bot.memory.settings.set(
      {
        approvers: [{ id: kim, name: shownName(name) }],
        reviewChannel: REVIEWS,
        digestChannel: null,
        digestSince: null,
        by: { id: PRIYA, name: 'Priya' },
        at: '2026-11-25T10:00:00Z',
      },
      'T0SANDBOX',
      'settings',
    );
    answer = await ask(kim);
  });

  it('is only a name where it asks a reviewer, and where it replies as one', async () => {
    expect(shownName(name)).toBe(shown);
    await act.press(answer, 'review_ask', kim);
    await act.submit({}, kim);
    const request = await last({ channel: REVIEWS });
    expect(drawn(request)).toContain(inert);
    const other = await ask(PRIYA);
    await act.press(other, 'review_ask');
    await act.submit({});
    await bot.say('Fine.', { channel: REVIEWS, user: kim, thread_ts: (await last({ channel: REVIEWS })).ts });
    expect(drawn(await last({ thread_ts: other.thread_ts! }))).toContain(inert);
  });

  it('is only a name where it decides, in later answers, in the list and on the Home tab', async () => {
    await act.press(answer, 'decision_record', kim);
    expect(await act.submit({ outcome: 'approved', activity: 'use_commercially' }, kim)).toBeNull();
    expect(drawn(await last({ thread_ts: answer.thread_ts! }))).toContain(inert);
    expect(drawn(await ask(PRIYA))).toContain(inert);
    expect(drawn(await act.command('decisions'))).toContain(inert);
    expect(await act.home(PRIYA)).not.toMatch(/<!|<@U0MEI|<https?:\/\/evil/);
  });

  it('is only a name where it asks for a decision, and where it is asked', async () => {
    const other = await ask(PRIYA);
    await act.press(other, 'decision_record');
    await act.submit({ activity: 'use_commercially' });
    expect(drawn(await last({ channel: 'D0PRIYA' }))).toContain(inert);
  });
});
