import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Meters } from './meters.ts';

type Answer = { status: number; body: Record<string, unknown> };
export type OpsParts = {
  alive: () => Promise<Answer>;
  ready: () => Promise<Answer>;
  meters: Pick<Meters, 'text' | 'type'>;
};

/** Serves /healthz, /readyz and /metrics, apart from what Slack reaches. @returns its address and what ends it */
export const startOps = async (
  { host, port }: { host: string; port: number },
  { alive, ready, meters }: OpsParts,
): Promise<{ url: string; close: () => Promise<void> }> => {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://ops').pathname;
      const answer = path === '/healthz' ? await alive() : path === '/readyz' ? await ready() : null;
      if (request.method !== 'GET') return response.writeHead(405).end();
      if (path === '/metrics') return response.writeHead(200, { 'content-type': meters.type }).end(await meters.text());
      if (!answer) return response.writeHead(404).end();
      return response
        .writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(answer.body));
    })().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
