import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
/** For `runIf`: Chromium is installed here. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser)
  process.stderr.write(`notice: ${CHROMIUM} is missing; the browser tests are skipped (apt-get install chromium)\n`);

const SHOTS = join(import.meta.dirname, '../../coverage/screenshots');
/** It asks nobody outside for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/** @returns a page of that size, in pixels, at an address; what does not show up within the time limit fails */
export const openPage = async (
  browser: Browser,
  url: string,
  { width = 1280, height = 900, timeout = 8000 } = {},
): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(timeout);
  await page.goto(url);
  return page;
};

/** @returns where a screenshot of that name is kept */
export const shot = (name: string): string => {
  mkdirSync(SHOTS, { recursive: true });
  return join(SHOTS, name);
};
