import { describe, expect, it } from 'vitest';
import { byFactsRead } from '../../src/advice/by-facts-read.ts';
import type { Facts } from '../../src/advice/facts.ts';

describe('a judgement remembered by the facts it looked at', () => {
  const counted = (judge: (facts: Facts) => string) => {
    const remember = byFactsRead<string>();
    let judged = 0;
    return {
      ask: (facts: Facts) =>
        remember(facts, (those) => {
          judged += 1;
          return judge(those);
        }),
      times: () => judged,
    };
  };

  it('stands while only facts change that were not looked at', () => {
    const { ask, times } = counted((facts) => (facts.competing ? 'no' : 'yes'));
    expect([ask({}), ask({ sector: 'banking' }), ask({ used_in: ['FR'], self_host: true })]).toEqual([
      'yes',
      'yes',
      'yes',
    ]);
    expect(times()).toBe(1);
    expect(ask({ competing: true })).toBe('no');
    expect(ask({ competing: false })).toBe('yes');
    expect(times()).toBe(3);
  });

  it('looks at further facts where the first of them call for it', () => {
    const { ask } = counted((facts) =>
      facts.annual_revenue_usd === undefined ? 'unknown' : facts.part_of_group ? 'group' : 'alone',
    );
    expect(ask({ annual_revenue_usd: 5 })).toBe('alone');
    expect(ask({ annual_revenue_usd: 5, part_of_group: true })).toBe('group');
    expect(ask({ part_of_group: true })).toBe('unknown');
    expect(ask({ annual_revenue_usd: 5 })).toBe('alone');
  });

  it.each([
    ['copied', (facts: Facts) => JSON.stringify({ ...facts })],
    ['listed', (facts: Facts) => Object.keys(facts).sort().join()],
    ['looked for', (facts: Facts) => String('sector' in facts)],
  ])('depends on all of them where they are %s', (_, judge) => {
    const { ask } = counted(judge);
    for (const facts of [{}, { sector: 'banking' }, { self_host: true }, { sector: 'banking', self_host: true }])
      expect(ask(facts)).toBe(judge(facts));
  });

  it('tells places apart by what they are', () => {
    const { ask, times } = counted((facts) => (facts.used_in ?? []).join());
    expect([ask({ used_in: ['FR'] }), ask({ used_in: ['FR'] }), ask({ used_in: ['FR', 'DE'] })]).toEqual([
      'FR',
      'FR',
      'FR,DE',
    ]);
    expect(times()).toBe(2);
  });

  it('forgets the oldest, and judges it again', () => {
    const { ask } = counted((facts) => String(facts.edge_devices));
    for (let n = 0; n < 60; n += 1) expect(ask({ edge_devices: n })).toBe(String(n));
    expect(ask({ edge_devices: 0 })).toBe('0');
  });
});
