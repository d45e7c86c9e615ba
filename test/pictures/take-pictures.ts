import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createReadCard } from '../../src/hub/read-card.ts';
import { actAs, type Bot, CHANNEL, JONAS, PRIYA, type Seen, startBot } from '../support/bot.ts';
import { startBrowser } from '../support/browser.ts';
import { MODELS, startHub } from '../support/hub-server.ts';
import { beforeYiMoved } from '../support/knowledge-as-it-was.ts';

/*
 * The pictures of the README, but for the page of a brief: the real bot on the sandbox page, in Chromium.
 * `npm run pictures` writes them to docs/, and how the same looks on a phone to coverage/screenshots.
 */
const DOCS = join(import.meta.dirname, '../../docs');
const PHONES = join(import.meta.dirname, '../../coverage/screenshots');
const MEI = 'U0MEI';
const REVIEWS = 'C0LEGAL';
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 780 };

type Shown = { bot: Bot; act: ReturnType<typeof actAs> };
type Show = (page: Page) => Promise<void>;

/** Somebody asks in the channel. @returns the answer */
const ask = async ({ bot }: Shown, text: string, user: string): Promise<Seen> => {
  const ts = await bot.say(`${bot.bot} ${text}`, { user });
  return (await bot.answers({ channel: CHANNEL, thread_ts: ts })).at(-1)!;
};

const setUp = async ({ act }: Shown): Promise<void> => {
  await act.pressHome('settings_edit');
  await act.submit({ approvers: [PRIYA, MEI], review: REVIEWS });
};

/** Opens the newest thread, with these words in sight. */
const inThread =
  (words: string): Show =>
  async (page) => {
    await page
      .getByText(/^\d+ repl(y|ies)$/)
      .last()
      .click();
    const block = page.locator('#thread-messages').getByText(words).last();
    await block.waitFor();
    await block.scrollIntoViewIfNeeded();
  };

/** Each in a workspace of its own: what is done there first, and then how the page shows it. */
const SCENES: Record<string, (shown: Shown) => Promise<Show>> = {
  /** a question and its answer */
  sandbox: async (shown) => {
    await ask(shown, 'is OLMo 2 7B open source?', JONAS);
    await ask(shown, 'can we use Llama 3.1 70B commercially?', PRIYA);
    return inThread('Yes, with conditions');
  },
  /** what the team decided, above what the licence says */
  decisions: async (shown) => {
    await setUp(shown);
    await shown.act.press(await ask(shown, 'can we use Llama 3.1 70B commercially?', MEI), 'decision_record', MEI);
    const values = { activity: 'use_commercially', outcome: 'approved_with_conditions', expires: '2027-11-30' };
    await shown.act.submit({ ...values, note: 'For the support desk only. The label stands in the footer.' }, MEI);
    await ask(shown, 'can we use Llama 3.1 70B commercially?', JONAS);
    return inThread('Your team decided');
  },
  /** what a reviewer replied, and edited since */
  review: async (shown) => {
    const { bot, act } = shown;
    await setUp(shown);
    const answer = await ask(shown, 'we are in Ireland, can we use Llama 4 Scout commercially?', JONAS);
    await act.press(answer, 'review_ask', JONAS);
    await act.submit({ note: 'Does it help that the company above us is in the US?' }, JONAS);
    const { ts: thread_ts } = (await bot.answers({ channel: REVIEWS })).at(-1)!;
    const by = { channel: REVIEWS, user: MEI };
    const ts = await bot.say('No, it counts where we are.', { ...by, thread_ts });
    const text =
      'No, it counts where the licensee is, and that is us. Please plan with Llama 3.1 70B, which is approved.';
    await bot.call('POST', '/control/edit', { ...by, ts, text });
    await bot.settle();
    return inThread('a reviewer, replied');
  },
  /** what could not be answered, for approvers */
  gaps: async (shown) => {
    await setUp(shown);
    await ask(shown, 'can we use Zorblax-7B commercially?', JONAS);
    await ask(shown, 'is Zorblax-7B open source?', MEI);
    await ask(shown, 'may we fine-tune Grobnitz-3B?', JONAS);
    await shown.act.command('gaps');
    return (page) => page.getByText('To start an entry').first().scrollIntoViewIfNeeded();
  },
  /** a card of one model */
  card: async (shown) => {
    const answer = await ask(shown, 'is Llama 3.1 70B open source?', PRIYA);
    await shown.act.press(answer, 'answer_picture');
    return async (page) => {
      await inThread('Openness card')(page);
      const picture = page.locator('#thread-messages .b-image img');
      await picture.waitFor();
      await picture.evaluate('(image) => image.decode()');
      await picture.scrollIntoViewIfNeeded();
    };
  },
  /** a repository whose tag and base part */
  hub: async (shown) => {
    await ask(shown, 'can we use acme-labs/llamarine-8b commercially?', PRIYA);
    return inThread('The stricter decides');
  },
};

/** An answer of before a licence changed, in a workspace that a bot with today's knowledge then comes to. */
const changes = async (): Promise<{ bots: Bot[]; show: Show }> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'openness-pictures-'));
  const before = await startBot({ dataDir, ...beforeYiMoved() });
  await ask({ bot: before, act: actAs(before) }, 'can we use Yi-34B commercially?', JONAS);
  await before.app.stop();
  const after = await startBot({ dataDir, sandbox: before.sandbox });
  return { bots: [before, after], show: inThread('The knowledge has changed since I answered here') };
};

const take = async (browser: Browser, url: string, viewport: typeof WIDE, show: Show) => {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  await show(page);
  await page.mouse.move(0, 0);
  const picture = await page.screenshot();
  await page.close();
  return picture;
};

const HELP = `Takes the pictures of the README anew, but for the page of a brief, in Chromium.

  npm run pictures

They go to docs/, and how the same looks on a phone to coverage/screenshots.

  -h, --help   show this
`;
const [option] = process.argv.slice(2);
if (option === '--help' || option === '-h') {
  process.stdout.write(HELP);
  process.exit(0);
}
if (option !== undefined) {
  process.stderr.write(`npm run pictures takes no ${option}; see npm run pictures -- --help.\n`);
  process.exit(2);
}

mkdirSync(PHONES, { recursive: true });
const hub = await startHub(MODELS);
const readCard = createReadCard({ url: hub.url }, { warn: () => {} }, Date.now);
const browser = await startBrowser();
try {
  const keep = async (name: string, { sandbox }: Bot, show: Show): Promise<void> => {
    writeFileSync(join(DOCS, `${name}.png`), await take(browser, sandbox.url, WIDE, show));
    writeFileSync(join(PHONES, `${name}-phone.png`), await take(browser, sandbox.url, PHONE, show));
    console.log(name);
  };
  for (const [name, scene] of Object.entries(SCENES)) {
    const bot = await startBot({ readCard });
    await keep(name, bot, await scene({ bot, act: actAs(bot) }));
    await bot.close();
  }
  const { bots, show } = await changes();
  await keep('changes', bots[0]!, show);
  for (const bot of bots.toReversed()) await bot.close();
} finally {
  await browser.close();
  await hub.close();
}
