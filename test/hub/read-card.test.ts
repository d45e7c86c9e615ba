import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReadCard } from '../../src/hub/read-card.ts';
import { MODELS, startHub } from '../support/hub-server.ts';

const DAY = 24 * 3600_000;
let hub: Awaited<ReturnType<typeof startHub>>;
let time = 0;
let warned: string[] = [];
const reader = () =>
  createReadCard(
    { url: hub.url },
    { warn: (fields, message) => warned.push(`${message} ${JSON.stringify(fields)}`) },
    () => time,
  );
beforeEach(async () => {
  time = 1_000_000;
  warned = [];
  hub = await startHub([
    ...MODELS,
    {
      id: 'acme-labs/odd-card',
      gated: 'auto',
      tags: [7 as never, 'base_model:adapter:a/b', 'base_model:not a repo', 'license:mit'],
      cardData: {
        license: ['mit', 'apache-2.0'],
        license_link: 'javascript:alert(1)',
        base_model: ['a/b', '../../etc/passwd', 'c/d'],
        base_model_relation: 'quantized',
      },
    },
  ]);
});
afterEach(() => hub.close());

describe('a card of the hub', () => {
  it('is read: licence, name and link, bases with how they were used, gating', async () => {
    const read = reader();
    expect(await read('acme-labs/llamarine-8b')).toEqual({
      repo: 'acme-labs/llamarine-8b',
      licences: ['apache-2.0'],
      licenceName: null,
      licenceLink: null,
      bases: [{ repo: 'meta-llama/Llama-3.1-8B', relation: 'fine_tune' }],
      gated: false,
      task: 'text-generation',
    });
    expect(await read('acme-labs/quietwater-7b')).toMatchObject({
      licences: ['other'],
      licenceName: 'acme-house-licence channel',
      licenceLink: null,
      gated: true,
    });
  });

  it('with odd values is read as far as they are what they should be', async () => {
    expect(await reader()('acme-labs/odd-card')).toMatchObject({
      licences: ['mit', 'apache-2.0'],
      licenceLink: null,
      gated: true,
      bases: [
        { repo: 'a/b', relation: 'adapter' },
        { repo: 'c/d', relation: 'quantisation' },
      ],
    });
  });

  it('is kept for a day, also that there is none', async () => {
    const read = reader();
    for (const repo of ['acme-labs/zephyrion-9b', 'Acme-Labs/Zephyrion-9B', 'nobody/nothing-1b', 'nobody/nothing-1b'])
      await read(repo);
    expect(hub.asked).toHaveLength(2);
    time += DAY - 1;
    await read('acme-labs/zephyrion-9b');
    expect(hub.asked).toHaveLength(2);
    time += 2;
    await read('acme-labs/zephyrion-9b');
    expect(hub.asked).toHaveLength(3);
  });

  it('is given up after two seconds; then the hub is left alone for half a minute', async () => {
    const read = reader();
    hub.be('slow');
    const started = performance.now();
    expect(await read('acme-labs/zephyrion-9b')).toBeNull();
    expect(performance.now() - started).toBeGreaterThan(1800);
    expect(performance.now() - started).toBeLessThan(4000);
    hub.be('well');
    expect(await read('acme-labs/llamarine-8b')).toBeNull();
    expect(hub.asked).toHaveLength(1);
    time += 30_001;
    expect(await read('acme-labs/zephyrion-9b')).toMatchObject({ licences: ['apache-2.0'] });
    expect(warned.join('\n')).toContain('could not be asked');
    expect(warned.join('\n')).not.toContain('zephyrion');
  });

  it.each(['broken', 'nonsense'] as const)('is no card where the hub is %s', async (mode) => {
    hub.be(mode);
    expect(await reader()('acme-labs/zephyrion-9b')).toBeNull();
    expect(warned).toHaveLength(1);
  });
});
