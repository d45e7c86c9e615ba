import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actAs, type Bot, PRIYA, startBot } from '../support/bot.ts';
import { hasBrowser, openPage, shot, startBrowser } from '../support/browser.ts';
import { beforeYiMoved } from '../support/knowledge-as-it-was.ts';
import { catalogue } from '../support/shipped.ts';

describe.runIf(hasBrowser)('a licence that changed, in a browser', () => {
  let bots: Bot[];
  let browser: Browser;
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'openness-changes-page-'));
    const before = await startBot({ dataDir, ...beforeYiMoved() });
    const act = actAs(before);
    await act.pressHome('settings_edit');
    await act.submit({ approvers: [PRIYA] });
    const ts = await before.say(`${before.bot} can we use Yi-34B commercially?`);
    await act.press((await before.answers({ thread_ts: ts })).at(-1)!, 'decision_record');
    await act.submit({ outcome: 'rejected', activity: 'use_commercially' });
    await before.app.stop();
    const after = await startBot({ dataDir, sandbox: before.sandbox });
    bots = [before, after];
    await vi.waitFor(
      async () => expect((await after.memory.looked.get('-', 'looked'))?.version).toBe(catalogue.version),
      20_000,
    );
    await after.settle();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    expect(bots?.[0]?.sandbox.violations()).toEqual([]);
    for (const bot of bots?.toReversed() ?? []) await bot.close();
  });

  it('is told in the thread with the verdict then and now, and to who decided, on a wide and a narrow screen', async () => {
    for (const [name, size] of [
      ['changes', { width: 1280, height: 800 }],
      ['changes-phone', { width: 375, height: 780 }],
    ] as const) {
      const page = await openPage(browser, bots[0]!.sandbox.url, size);
      await page
        .getByText(/^\d+ repl(y|ies)$/)
        .last()
        .click();
      const thread = page.locator('#thread-messages');
      const told = thread.getByText('The knowledge has changed since I answered here');
      await told.waitFor();
      await thread.getByText(/Decides now: .*Apache License 2\.0/).waitFor();
      await told.scrollIntoViewIfNeeded();
      await page.screenshot({ path: shot(`${name}.png`) });
      await page.close();
    }
    const page = await openPage(browser, bots[0]!.sandbox.url);
    await page.getByRole('button', { name: 'Openness Advisor', exact: true }).first().click();
    await page.getByText('The knowledge behind a decision has changed').waitFor();
    await page.getByRole('link', { name: 'Apache License 2.0' }).last().waitFor();
    await page.screenshot({ path: shot('changed-decision.png') });
    await page.getByRole('button', { name: 'Decide again' }).click();
    await page.getByLabel('Approved', { exact: true }).waitFor();
    await page.close();
  });
});
