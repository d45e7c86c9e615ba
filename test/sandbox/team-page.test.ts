import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../support/bot.ts';
import { hasBrowser, openPage, shot, startBrowser } from '../support/browser.ts';

describe.runIf(hasBrowser)('what teams do with an answer, in a browser', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    bot = await startBot();
    browser = await startBrowser();
    page = await openPage(browser, bot.sandbox.url, { height: 1000 });
  });
  afterAll(async () => {
    await browser?.close();
    expect(bot?.sandbox.violations()).toEqual([]);
    await bot?.close();
  });
  const thread = () => page.locator('#thread-messages');

  it('approvers and the channel for reviews are set on the Home tab', async () => {
    await page.getByRole('button', { name: 'Openness Advisor', exact: true }).first().click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Approvers and channels' }).click();
    const form = page.locator('#form');
    await form.locator('[data-block=approvers]').selectOption([{ label: 'Priya' }, { label: 'Mei' }]);
    await form.locator('[data-block=review]').selectOption({ label: '#legal' });
    await page.screenshot({ path: shot('approvers.png') });
    await form.getByRole('button', { name: 'Save' }).click();
    await page.locator('#home').getByText('@Priya, @Mei').waitFor();
    // what was chosen stands in the form when it is opened again
    await page.getByRole('button', { name: 'Approvers and channels' }).click();
    expect(await form.locator('[data-block=approvers] option:checked').allTextContents()).toEqual(['Priya', 'Mei']);
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  it('a decision is recorded below an answer and stands first in the next one', async () => {
    await page.getByRole('button', { name: /ai-models/ }).click();
    const composer = page.locator('#composer textarea').first();
    await composer.fill('@Openness Advisor can we use Llama 3.1 70B commercially?');
    await composer.press('Enter');
    await page.getByText('1 reply').first().click();
    await thread()
      .getByRole('button', { name: /Record decision about/ })
      .click();
    await page.getByLabel('Approved with conditions').check();
    await page.getByLabel(/Note/).fill('Only for the support desk.');
    await page.getByLabel(/Holds until/).fill('2099-03-01');
    await page.screenshot({ path: shot('record-decision.png') });
    await page.locator('#form').getByRole('button', { name: 'Record', exact: true }).click();
    await thread().getByText('Decision recorded').waitFor();
    const reply = page.locator('#thread-composer textarea').first();
    await reply.fill('may we fine-tune it?');
    await reply.press('Enter');
    await thread().getByText('Your team decided').waitFor();
    await page.screenshot({ path: shot('decided.png') });
  });

  it('a reviewer gets the question, and the reply comes back', async () => {
    await thread()
      .getByRole('button', { name: /Ask a reviewer of your workspace/ })
      .last()
      .click();
    await page.getByLabel(/What should they look at/).fill('Is the badge fine in our footer?');
    await page.locator('#form').getByRole('button', { name: 'Send' }).click();
    await thread().getByText('Sent to the reviewers').waitFor();
    await page.screenshot({ path: shot('sent-to-reviewers.png') });
    const [sent] = await bot.answers({ channel: 'C0LEGAL' });
    await bot.say('In the footer is fine.', { channel: 'C0LEGAL', user: 'U0MEI', thread_ts: sent!.ts });
    await thread().getByText('In the footer is fine.').waitFor();
    await thread().getByText('not from the knowledge base').waitFor();
    await page.screenshot({ path: shot('reviewer-replied.png') });
    await page.getByRole('button', { name: 'Openness Advisor', exact: true }).first().click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.locator('#home').getByText('Only for the support desk.').waitFor();
    await page.screenshot({ path: shot('home-decisions.png'), fullPage: true });
  });

  it('the export is a file in the direct message, and it opens', async () => {
    await page.getByRole('button', { name: 'Export decisions (CSV)' }).click();
    await page.getByRole('tab', { name: 'Messages' }).click();
    const file = page.locator('#messages a.file').first();
    await file.waitFor();
    expect(await file.textContent()).toContain('decisions.csv');
    const csv = await page.request.get(new URL((await file.getAttribute('href'))!, bot.sandbox.url).href);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.body()).toString('utf8')).toContain('Only for the support desk.');
    await page.screenshot({ path: shot('export.png') });
  });
});
