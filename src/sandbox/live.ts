import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change, Workspace } from './workspace.ts';

/** Tells open pages that something changed, by server-sent events; they fetch what they show. */
export const createLive = (workspace: Workspace) => {
  const open = new Set<ServerResponse>();
  const end = workspace.onChange((change) => {
    const line = `data: ${JSON.stringify(about(change))}\n\n`;
    for (const response of open) response.write(line);
  });
  return {
    open: (request: IncomingMessage, response: ServerResponse): void => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      open.add(response);
      request.on('close', () => open.delete(response));
    },
    close: (): void => {
      end();
      for (const response of open) response.end();
    },
  };
};

const about = (change: Change): Record<string, unknown> => {
  switch (change.kind) {
    case 'posted':
    case 'edited':
    case 'removed':
    case 'shown': {
      const { channel, ts, thread_ts, user, ephemeral_to } = change.message;
      return { kind: change.kind, channel, ts, thread_ts, user, ephemeral_to };
    }
    case 'connection':
    case 'model':
    case 'view':
    case 'home':
    case 'status':
    case 'prompts':
    case 'session':
      return change;
    default:
      return change satisfies never;
  }
};
