import { afterAll, describe, expect, it } from 'vitest';
import { type Fleet, startFleet } from './fleet.ts';
import { measureModelOutage } from './measure-model-outage.ts';
import { type ModelEndpoint, startModelEndpoint } from './model-outage.ts';

let model: ModelEndpoint | null = null;
let fleet: Fleet | null = null;
afterAll(async () => {
  await fleet?.close();
  await model?.close();
});

describe('a language model that is down', () => {
  it('keeps no answer away, and explains again soon after it is back', async () => {
    model = await startModelEndpoint();
    fleet = await startFleet({ replicas: 1, environment: model.environment });
    const figures = await measureModelOutage(fleet, model, 'refuses connections', 2000);
    expect(figures).toMatchObject({ lost: 0, duplicates: 0, wrong: 0 });
    // how fast it is, `npm run soak` measures; this says that the pause ends
    expect(figures.all).toBeLessThan(30);
    expect(figures.first).toBeLessThan(30);
    // each with its sources and the caveat
    expect(fleet.sandbox.violations()).toEqual([]);
  }, 120_000);
});
