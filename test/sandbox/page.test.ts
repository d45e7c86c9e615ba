import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../support/bot.ts';
import { hasBrowser, openPage, shot, startBrowser } from '../support/browser.ts';
import { control } from './echo-app.ts';

describe.runIf(hasBrowser)('the sandbox page in a browser', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    bot = await startBot();
    browser = await startBrowser();
    page = await openPage(browser, bot.sandbox.url);
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
    await page.screenshot({ path: shot('thread.png') });
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
    await page.screenshot({ path: shot('compare.png') });
  });

  it('the menu of a message offers the app’s shortcut', async () => {
    await control(bot.sandbox, 'message', { channel: 'legal', user: 'Jonas', text: 'shall we take Qwen2.5-72B?' });
    await page.getByRole('button', { name: /legal/ }).click();
    await page.getByText('shall we take').hover();
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: /Check model licence/ }).click();
    await page.getByText('Only visible to you').first().waitFor();
  });

  it('the Home tab and its form: a wrong number is pointed out, a right one is kept', async () => {
    await page.getByRole('button', { name: 'Openness Advisor', exact: true }).first().click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Edit team profile' }).click();
    const users = page.getByLabel(/Monthly active users/);
    await users.fill('many');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please give a plain number').waitFor();
    await users.fill('50000');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#home').getByText('50,000').waitFor();
    await page.screenshot({ path: shot('home.png') });
  });

  it('a bad mark opens the form for the reason', async () => {
    await page.getByRole('tab', { name: 'Messages' }).click();
    await page.locator('.chip').first().click();
    await page.locator('#thread-messages').getByRole('button', { name: 'This answer was not helpful' }).click();
    await page.getByLabel('Hard to understand').check();
    await page.getByRole('button', { name: 'Send', exact: true }).last().click();
    await page.getByText('Thank you').first().waitFor();
  });

  it('another person does not see what was only visible to the first', async () => {
    await page.getByRole('radio', { name: /Mei/ }).click();
    await page.getByRole('button', { name: /ai-models/ }).click();
    await page
      .locator('#messages')
      .getByText(/repl(y|ies)/)
      .first()
      .waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
  });

  it('on a phone a question leads to its thread, and back', async () => {
    const phone = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await phone.goto(bot.sandbox.url);
    await phone.locator('#composer textarea').fill('@Openness Advisor is Mistral Large open source?');
    await phone.locator('#composer').getByRole('button', { name: 'Send' }).click();
    await phone.locator('#thread-messages').getByText('Mistral Large').nth(1).waitFor();
    expect(await phone.locator('#messages').isVisible()).toBe(false);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await phone.getByRole('button', { name: 'Close the thread' }).first().click();
    await phone.locator('#messages').getByText('Mistral Large').first().waitFor();
    await phone.close();
  });

  it('fits a narrow screen: nothing is wider than the page', async () => {
    const narrow = await browser.newPage({ viewport: { width: 375, height: 800 } });
    await narrow.goto(bot.sandbox.url);
    await narrow
      .getByText(/repl(y|ies)/)
      .first()
      .waitFor();
    expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await narrow.screenshot({ path: shot('narrow.png') });
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
