import type { GapRecord } from '../ports.ts';
import type { GapKind } from './gap-book.ts';

export const GAP_KINDS: Record<GapKind, string> = {
  not_covered: 'not in the knowledge base',
  reported: 'reported as missing',
  asked_back: 'asked back, and nothing came',
  thumbs_down: 'marked as not helpful',
};

export type Counted = {
  total: number;
  kinds: { kind: GapKind; count: number }[];
  /** names of what is missing, most wanted first */
  missing: { name: string; count: number }[];
  /** names in answers that did not help */
  unhelpful: { name: string; count: number }[];
};

/** Counts people, not repeats: who asks for the same name again is one. */
export const countGaps = (gaps: GapRecord[]): Counted => {
  const kindOf = (gap: GapRecord): GapKind => gap.kind ?? 'not_covered';
  const named = (kinds: GapKind[]) => {
    const found = new Map<string, { name: string; users: Set<string> }>();
    for (const gap of gaps.filter((one) => kinds.includes(kindOf(one))))
      for (const name of gap.names) {
        const entry = found.get(name.toLowerCase()) ?? { name, users: new Set() };
        entry.users.add(gap.user);
        found.set(name.toLowerCase(), entry);
      }
    return [...found.values()]
      .map(({ name, users }) => ({ name, count: users.size }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  };
  return {
    total: gaps.length,
    kinds: (Object.keys(GAP_KINDS) as GapKind[])
      .map((kind) => ({ kind, count: gaps.filter((gap) => kindOf(gap) === kind).length }))
      .filter(({ count }) => count > 0),
    missing: named(['not_covered', 'reported']),
    unhelpful: named(['thumbs_down']),
  };
};

/** "acme/Zorblax-7B-GGUF" is entered as "zorblax-7b-gguf". @returns null where nothing of the name makes an id */
export const entryId = (name: string): string | null => {
  const id = name
    .split('/')
    .at(-1)!
    .toLowerCase()
    .replace(/[^a-z0-9.+-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return id === '' ? null : id.slice(0, 60);
};
