import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadCard } from '../../src/hub/read-card.ts';
import { type Bot, startBot } from '../support/bot.ts';
import { hasBrowser, openPage, shot, startBrowser } from '../support/browser.ts';
import { MODELS, startHub } from '../support/hub-server.ts';

describe.runIf(hasBrowser)('files and pictures on the sandbox page', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    bot = await startBot();
    browser = await startBrowser();
    page = await openPage(browser, bot.sandbox.url, { timeout: 15_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
  });
  const picture = () => page.locator('#thread-messages .b-image img');

  it('the button "Picture" shows a card in the thread, whole and with words for who cannot see it', async () => {
    await page.locator('#composer textarea').fill('@Openness Advisor is Llama 3.1 70B open source?');
    await page.locator('#composer textarea').press('Enter');
    await page.getByText('1 reply').first().click();
    await page.locator('#thread-messages').getByRole('button', { name: 'Show this as a picture' }).click();
    await picture().waitFor();
    expect(await picture().getAttribute('alt')).toContain('not released: training code, training data');
    await page.waitForFunction("document.querySelector('#thread-messages .b-image img').complete");
    const size = (await picture().evaluate(
      'document.querySelector("#thread-messages .b-image img").naturalWidth',
    )) as number;
    expect(size).toBe(1920);
    const box = (await picture().boundingBox())!;
    const thread = (await page.locator('#thread-messages').boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(thread.x + thread.width);
  });

  it.each(['light', 'dark'] as const)('it stands on a %s page', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await picture().scrollIntoViewIfNeeded();
    await page.screenshot({ path: shot(`card-${colorScheme}.png`) });
    expect(await picture().isVisible()).toBe(true);
  });

  it('"Review brief" puts both files into the thread, and they open', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('#thread-messages').getByRole('button', { name: 'Share a review brief' }).first().click();
    const files = page.locator('#thread-messages a.file');
    await files.nth(1).waitFor();
    expect(await files.allTextContents()).toEqual([
      expect.stringContaining('review-brief-llama-3.1-70b.pdf'),
      expect.stringContaining('review-brief-llama-3.1-70b.md'),
    ]);
    const pdf = await page.request.get(new URL((await files.first().getAttribute('href'))!, bot.sandbox.url).href);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await files.nth(1).scrollIntoViewIfNeeded();
    await page.screenshot({ path: shot('brief.png') });
  });

  it('/openness card shows two models side by side in the direct message', async () => {
    await page.locator('#composer textarea').fill('/openness card Llama 3.1 70B vs OLMo 2 7B');
    await page.locator('#composer textarea').press('Enter');
    await page.getByText('is in our direct message').first().waitFor();
    await page
      .getByRole('button', { name: /^Openness Advisor/ })
      .first()
      .click();
    const chart = page.locator('#messages .b-image img').first();
    await chart.waitFor();
    expect(await chart.getAttribute('alt')).toMatch(/Llama 3\.1 70B: .*OLMo 2 7B: /);
    await page.screenshot({ path: shot('chart.png') });
    expect(bot.sandbox.violations()).toEqual([]);
  });
});

describe.runIf(hasBrowser)('a repository of Hugging Face on the sandbox page', () => {
  it('is answered as its uploader declares it, with the warning where tag and base part', async () => {
    const hub = await startHub(MODELS);
    const bot = await startBot({ readCard: createReadCard({ url: hub.url }, { warn: () => {} }, Date.now) });
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(bot.sandbox.url);
      await page
        .locator('#composer textarea')
        .fill('@Openness Advisor can we use acme-labs/llamarine-8b commercially?');
      await page.locator('#composer textarea').press('Enter');
      await page.getByText('1 reply').first().click();
      const thread = page.locator('#thread-messages');
      await thread.getByText('as declared by the uploader on Hugging Face, not reviewed by us').first().waitFor();
      await thread.getByText('The stricter decides').first().waitFor();
      await page.screenshot({ path: shot('hub.png') });
      const reply = page.locator('#thread-composer textarea');
      await reply.fill('and may we fine-tune it?');
      await reply.press('Enter');
      await thread
        .getByText(/acme-labs\/llamarine-8b, fine-tuning/)
        .first()
        .waitFor();
      expect(hub.asked).toHaveLength(1);
      expect(bot.sandbox.violations()).toEqual([]);
    } finally {
      await browser.close();
      await bot.close();
      await hub.close();
    }
  });
});
