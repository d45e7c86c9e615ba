import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A stand-in for the one route of huggingface.co that is used: GET /api/models/{owner}/{name}/revision/HEAD?expand=…
 * The shape was established from three places, since no test may ask the hub itself: the request and the fields that
 * `modelInfo` of @huggingface/hub 2.17 sends and reads (its sources and `ApiModelInfo` come with the package), the keys
 * of a model card in the hub's documentation (license, license_name, license_link, base_model, base_model_relation), and
 * stored answers of the hub in public repositories, from which the derived tags ("license:…", "base_model:…",
 * "base_model:quantized:…") and 401 for a repository that is not there are taken.
 */
export type HubModel = {
  id: string;
  gated?: false | 'auto' | 'manual';
  pipeline_tag?: string;
  tags?: string[];
  cardData?: Record<string, unknown>;
};

export const startHub = async (models: HubModel[]) => {
  const asked: string[] = [];
  let mode: 'well' | 'slow' | 'broken' | 'nonsense' = 'well';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub');
    asked.push(`${request.method} ${decodeURIComponent(url.pathname)}`);
    if (mode === 'slow') return;
    if (mode === 'broken') return void response.writeHead(503).end('busy');
    const repo = /^\/api\/models\/([^/]+\/[^/]+)\/revision\/HEAD$/.exec(url.pathname)?.[1];
    const model = models.find((one) => one.id.toLowerCase() === repo?.toLowerCase());
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    if (mode === 'nonsense') return void json(200, { id: 'not a repository', tags: 'none' });
    if (!model) return void json(401, { error: 'Repository not found' });
    const expand = new Set(url.searchParams.getAll('expand'));
    const all: Record<string, unknown> = {
      pipeline_tag: model.pipeline_tag ?? 'text-generation',
      private: false,
      gated: model.gated ?? false,
      downloads: 7,
      likes: 1,
      lastModified: '2026-10-01T10:00:00.000Z',
      tags: model.tags ?? [],
      cardData: model.cardData ?? {},
    };
    json(200, {
      _id: '6a0000000000000000000000',
      id: model.id,
      ...Object.fromEntries(Object.entries(all).filter(([key]) => expand.has(key))),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** every request so far */
    asked,
    be: (next: typeof mode) => {
      mode = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export const MODELS: HubModel[] = [
  {
    id: 'acme-labs/zephyrion-9b',
    tags: ['transformers', 'license:apache-2.0', 'region:us'],
    cardData: { license: 'apache-2.0' },
  },
  {
    id: 'acme-labs/llamarine-8b',
    tags: ['license:apache-2.0', 'base_model:meta-llama/Llama-3.1-8B', 'base_model:finetune:meta-llama/Llama-3.1-8B'],
    cardData: { license: 'apache-2.0', base_model: 'meta-llama/Llama-3.1-8B' },
  },
  {
    id: 'acme-labs/quietwater-7b',
    gated: 'manual',
    tags: ['license:other'],
    cardData: { license: 'other', license_name: 'acme-house-licence <!channel>', license_link: 'LICENSE' },
  },
  {
    id: 'acme-labs/dolomite-32b',
    tags: ['license:other'],
    cardData: {
      license: 'other',
      license_name: 'as-before',
      license_link: 'https://huggingface.co/Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE',
    },
  },
  {
    id: 'acme-labs/strangebase-7b',
    tags: ['license:mit', 'base_model:nobody/unheard-of-7b', 'base_model:merge:nobody/unheard-of-7b'],
    cardData: { license: 'mit', base_model: ['nobody/unheard-of-7b'] },
  },
  { id: 'acme-labs/untold-7b', tags: [], cardData: {} },
  {
    id: 'acme-labs/flintstone-6b',
    tags: ['license:cc-by-nc-4.0'],
    cardData: { license: 'cc-by-nc-4.0' },
  },
];
