import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../support/bot.ts';

const CHROMIUM = '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
if (!present) console.warn(`notice: ${CHROMIUM} is missing; the browser tests are skipped (apt-get install chromium)`);
const SHOTS = join(import.meta.dirname, '../../coverage/screenshots');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.runIf(present)('the sandbox page in a browser', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    bot = await startBot();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(bot.sandbox.url);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
  });
  const composer = () => page.locator('#composer textarea, #composer [contenteditable]').first();

  it('asks in a channel and shows the answer in the thread', async () => {
    await composer().fill('@Openness Advisor can we use Llama 3.1 70B commercially?');
    await composer().press('Enter');
    await page.getByText('1 reply').first().click();
    await page.getByText('Yes, with conditions: Llama 3.1 70B').first().waitFor();
    await page.screenshot({ path: join(SHOTS, 'thread.png') });
  });

  it('follows up in the thread without a mention', async () => {
    const reply = page.locator('#thread-composer textarea, #thread-composer [contenteditable]').first();
    await reply.fill('and Gemma 3 27B?');
    await reply.press('Enter');
    await page.getByText('Yes, with conditions: Gemma 3 27B').first().waitFor();
  });

  it('a slash command is answered to the asker alone', async () => {
    await composer().fill('/openness compare Mistral 7B v0.1 vs Llama 2 70B');
    await composer().press('Enter');
    await page.getByText('Only visible to you').first().waitFor();
    await page.getByRole('table').first().waitFor();
    await page.screenshot({ path: join(SHOTS, 'compare.png') });
  });

  it('fits a narrow screen: nothing is wider than the page', async () => {
    const narrow = await browser.newPage({ viewport: { width: 375, height: 800 } });
    await narrow.goto(bot.sandbox.url);
    await narrow
      .getByText(/repl(y|ies)/)
      .first()
      .waitFor();
    expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await narrow.screenshot({ path: join(SHOTS, 'narrow.png') });
    await narrow.close();
  });

  it('fetches nothing from outside', async () => {
    const asked: string[] = [];
    const other = await browser.newPage();
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(bot.sandbox.url);
    await other.getByText('ai-models').first().waitFor();
    expect(asked.filter((url) => !url.startsWith(bot.sandbox.url) && !url.startsWith('data:'))).toEqual([]);
    await other.close();
  });
});
