import type { Facts } from './facts.ts';

/** What was judged for facts of which these were looked at, as they stood. */
type Judged<T> = { read: Map<PropertyKey, string>; result: T };
/** Facts in as many constellations as one subject is asked about in a while. */
const MOST = 24;
/** Stands for all facts at once, where they were listed or copied. */
const ALL = Symbol('all facts');

/** Results of one judgement by the facts that were looked at for it: others may change, and it stands. */
export type ByFactsRead<T> = (facts: Facts, judge: (facts: Facts) => T) => T;

/** @returns a memory that judges anew only where a fact that was looked at has another value */
export const byFactsRead = <T>(): ByFactsRead<T> => {
  const kept: Judged<T>[] = [];
  return (facts, judge) => {
    const known = kept.find(({ read }) => read.entries().every(([fact, value]) => written(facts, fact) === value));
    if (known) return known.result;
    const read = new Map<PropertyKey, string>();
    const result = judge(watched(facts, read));
    kept.push({ read, result });
    if (kept.length > MOST) kept.shift();
    return result;
  };
};

const written = (facts: Facts, fact: PropertyKey): string => {
  if (fact === ALL) return JSON.stringify(Object.entries(facts).sort());
  const value = facts[fact as keyof Facts];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const watched = (facts: Facts, read: Map<PropertyKey, string>): Facts => {
  const all = () => read.set(ALL, written(facts, ALL));
  return new Proxy(facts, {
    get: (target, fact) => {
      if (!read.has(fact)) read.set(fact, written(target, fact));
      return target[fact as keyof Facts];
    },
    has: (target, fact) => {
      all();
      return Reflect.has(target, fact);
    },
    ownKeys: (target) => {
      all();
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, fact) => {
      all();
      return Reflect.getOwnPropertyDescriptor(target, fact);
    },
  });
};
