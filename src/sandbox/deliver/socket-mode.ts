import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { MOST_CONNECTIONS } from '../limits.ts';
import { APP_ID } from '../seed.ts';
import type { Stamps } from '../stamps.ts';
import type { Acknowledgement, Transport } from './transport.ts';

/** Bolt's client gives a connection up after 30 seconds without a ping. */
const PING_MS = 10_000;
const LEAVE_MS = 300;

/** Socket Mode: the app opens WebSockets, each delivery goes over one of them and is acknowledged there. */
export const createSocketMode = (stamps: Stamps, onConnection: () => void) => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: WebSocket[] = [];
  const expected = new Map<string, { socket: WebSocket; resolve: (acknowledgement: Acknowledgement) => void }>();
  let waiting: (() => void)[] = [];
  let turn = 0;

  const welcome = (socket: WebSocket): void => {
    connections.push(socket);
    socket.on('message', (data) => {
      try {
        const { envelope_id, payload } = JSON.parse(String(data));
        expected.get(envelope_id)?.resolve({ acked: true, payload });
      } catch {
        // not JSON: Slack ignores it
      }
    });
    const ping = setInterval(() => socket.ping(`Ping from ${Date.now()}`), PING_MS);
    ping.unref();
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(ping);
      connections.splice(connections.indexOf(socket), 1);
      for (const one of expected.values())
        if (one.socket === socket) one.resolve({ acked: false, reason: 'connection_closed' });
      onConnection();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: APP_ID },
      }),
    );
    for (const resolve of waiting) resolve();
    waiting = [];
    onConnection();
  };

  const transport: Transport = {
    isReady: () => connections.length > 0,
    ready: () => (connections.length > 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    send: (envelope, ms) => {
      const socket = connections[turn++ % connections.length];
      if (!socket) return Promise.resolve({ acked: false, reason: 'no_connection' });
      return new Promise((resolve) => {
        const timer = setTimeout(() => finish({ acked: false, reason: 'timeout' }), ms);
        const finish = (acknowledgement: Acknowledgement) => {
          clearTimeout(timer);
          expected.delete(envelope.envelope_id);
          resolve(acknowledgement);
        };
        expected.set(envelope.envelope_id, { socket, resolve: finish });
        socket.send(JSON.stringify(envelope));
      });
    },
  };

  return {
    transport,
    connections: () => connections.length,
    /** @returns a ticket for one connection */
    ticket: (): string => {
      const ticket = stamps.id('K');
      tickets.add(ticket);
      return ticket;
    },
    /** Takes a request to become a WebSocket; only with a ticket, and not beyond ten connections. */
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket) || connections.length >= MOST_CONNECTIONS) {
        socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    /** Tells every connection to come again, as Slack does several times a day, and closes it. */
    refresh: (reason: 'warning' | 'refresh_requested'): void => {
      for (const socket of [...connections]) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
        if (reason === 'refresh_requested') socket.close();
      }
    },
    /** Ends every connection without a word. */
    drop: (): void => {
      for (const socket of [...connections]) socket.terminate();
    },
    /** Takes leave of every connection; who does not answer is cut off. */
    close: async (): Promise<void> => {
      for (const resolve of waiting) resolve();
      const leaving = connections.map(
        (socket) =>
          new Promise<void>((resolve) => {
            const timer = setTimeout(() => socket.terminate(), LEAVE_MS);
            socket.once('close', () => {
              clearTimeout(timer);
              resolve();
            });
            socket.close(1000);
          }),
      );
      await Promise.all(leaving);
      server.close();
    },
  };
};
export type SocketMode = ReturnType<typeof createSocketMode>;
