import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { sendJson } from './http.ts';
import { type ModelChoice, seenChoice } from './model-choice.ts';
import { appFacts, pageState } from './page-state.ts';
import type { Floor } from './people/floor.ts';

const FOLDER = join(import.meta.dirname, 'page');
/** Exactly these files are served: the page, and by its name whatever else the folder held at the start. */
const FILES = new Map([
  ['/', 'index.html'],
  ...readdirSync(FOLDER)
    .filter((name) => name !== 'index.html')
    .map((name): [string, string] => [`/assets/${name}`, name]),
]);
const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** Nothing is fetched from outside, and no text of a message can become a script. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Serves the page, its files, and what it shows. */
export const createPage = (floor: Floor, isConnected: () => boolean, model: ModelChoice | undefined) => ({
  handle: async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (url.pathname === '/page/state')
      return sendJson(response, 200, {
        ...pageState(floor, isConnected(), url.searchParams),
        model: seenChoice(model),
      });
    if (url.pathname === '/page/app') return sendJson(response, 200, appFacts(floor));
    const permalink = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url.pathname);
    if (permalink) {
      const thread = url.searchParams.get('thread_ts') ?? `${permalink[2]}.${permalink[3]}`;
      response.writeHead(302, { location: `/#/${permalink[1]}/${encodeURIComponent(thread)}` }).end();
      return;
    }
    const file = FILES.get(url.pathname);
    if (!file || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[file.split('.').at(-1)!]!;
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    response.end(readFileSync(join(FOLDER, file)));
  },
});
