import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from './activity.ts';
import type { createControl } from './control.ts';
import { isForeign, readBody, readFields, readUpload, sendJson } from './http.ts';
import { createLive } from './live.ts';
import type { createFileMethods } from './methods/files.ts';
import type { ModelChoice } from './model-choice.ts';
import { createPage } from './page-server.ts';
import type { Floor } from './people/floor.ts';
import type { createWebApi } from './web-api.ts';

export type RouterParts = {
  floor: Floor;
  webApi: ReturnType<typeof createWebApi>;
  control: ReturnType<typeof createControl>;
  files: ReturnType<typeof createFileMethods>;
  activity: Activity;
  isConnected: () => boolean;
  model: ModelChoice | undefined;
  /** listening on this machine only */
  loopback: boolean;
};

/** Finds who answers a request: the Web API, a response_url, an upload, the control API, the page. */
export const createRouter = ({
  floor,
  webApi,
  control,
  files,
  activity,
  isConnected,
  model,
  loopback,
}: RouterParts) => {
  const live = createLive(floor.workspace);
  const page = createPage(floor, isConnected, model);

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const path = url.pathname;
    if (isForeign(request, loopback)) return sendJson(response, 403, { ok: false, error: 'foreign_origin' });
    const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
    if (method) return webApi.handle(method, request, response);
    const responseUrl = /^\/response\/(\w+)$/.exec(path)?.[1];
    if (responseUrl && request.method === 'POST') {
      const end = activity.begin();
      try {
        const result = floor.responseUrls.post(
          responseUrl,
          readFields(await readBody(request), request.headers['content-type']),
        );
        return sendJson(response, result.status, result.error ? { ok: false, error: result.error } : { ok: true });
      } finally {
        end();
      }
    }
    const upload = /^\/upload\/(\w+)$/.exec(path)?.[1];
    if (upload && request.method === 'POST') {
      const known = files.receive(upload, await readUpload(request));
      response.writeHead(known ? 200 : 404).end(known ? 'OK' : 'not found');
      return;
    }
    const shared = /^\/files\/(\w+)\/[^/]+$/.exec(path)?.[1];
    if (shared && request.method === 'GET') {
      const file = files.find(shared);
      response.writeHead(file ? 200 : 404, {
        'content-type': file?.mimetype ?? 'text/plain',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
      });
      response.end(file?.content ?? 'not found');
      return;
    }
    if (path === '/healthz') {
      response.writeHead(200).end('ok');
      return;
    }
    if (path === '/control/live') return live.open(request, response);
    const handle = control.get(`${request.method} ${path}`);
    if (handle) {
      const fields =
        request.method === 'POST'
          ? readFields(await readBody(request), request.headers['content-type'])
          : Object.fromEntries(url.searchParams);
      const result = await handle(fields);
      return sendJson(response, result.ok || result.errors ? 200 : 400, result);
    }
    if (path.startsWith('/control/'))
      return sendJson(response, 404, { ok: false, error: 'unknown_route', routes: [...control.keys()] });
    return page.handle(url, request, response);
  };

  return {
    handle: (request: IncomingMessage, response: ServerResponse): void => {
      route(request, response).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (!response.headersSent) sendJson(response, 400, { ok: false, error: 'bad_request', reason });
        else response.end();
      });
    },
    close: live.close,
  };
};
