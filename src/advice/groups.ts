import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { bindingsOf, currentLicences } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Subject } from './answer.ts';

/** Releases of one mention that the same licences bind, by the same lineage: they get the same answer. */
export type Group = { releases: Release[]; lead: Release };

type Models = Extract<Mention, { kind: 'models' }>;

/** @returns the releases of a mention, grouped by what binds them; the largest group first */
export const groupsOf = (catalogue: Catalogue, mention: Models): Group[] => {
  const groups = new Map<string, Release[]>();
  for (const release of mention.releases) {
    const key = keyOf(catalogue, release);
    groups.set(key, [...(groups.get(key) ?? []), release]);
  }
  return [...groups.values()]
    .map((releases) => ({
      releases,
      lead:
        releases.find((release) => release.variant !== 'base') &&
        releases.every((release) => release.variant !== 'base')
          ? releases[0]!
          : (releases.find((release) => release.variant === 'base') ?? releases[0]!),
    }))
    .sort((a, b) => b.releases.length - a.releases.length);
};

/** What an answer can turn on: the licences that bind, what was released, whether it is multimodal, what was said beside it. */
export const keyOf = (catalogue: Catalogue, release: Release): string => {
  const known = keys.get(release) ?? deriveKey(catalogue, release);
  keys.set(release, known);
  return known;
};
/** A release does not change once it is read. */
const keys = new WeakMap<Release, string>();

const deriveKey = (catalogue: Catalogue, release: Release): string =>
  JSON.stringify([
    bindingsOf(catalogue, release)
      .map((binding) => binding.licence.id)
      .sort(),
    release.artefacts.weights?.status,
    release.modality.some((kind) => !['text', 'code', 'embedding'].includes(kind)),
    release.statements.map((statement) => [statement.topic, statement.stance]),
  ]);

/** @returns the subject of an answer for one group of a mention */
export const subjectOf = (catalogue: Catalogue, mention: Models, group: Group, whole: boolean): Subject => ({
  written: mention.written,
  name: group.releases.length === 1 ? group.lead.name : whole ? mention.label : nameOfGroup(catalogue, group),
  release: group.lead.id,
  licence: currentLicences(catalogue, group.lead)[0]?.id ?? null,
  category: classify(catalogue, group.lead).category,
});

/** "Qwen2.5 0.5B, 1.5B, 7B": the names of a group, shortened where they share the family. */
export const nameOfGroup = (catalogue: Catalogue, group: Group): string => {
  const byFamily = new Map<string, Release[]>();
  for (const release of group.releases)
    byFamily.set(release.family, [...(byFamily.get(release.family) ?? []), release]);
  const names = [...byFamily].map(([id, releases]) => {
    const family = catalogue.families.get(id)!;
    if (releases.length === family.releases.length && releases.length > 1) return family.name;
    const sizes = [...new Set(releases.map((release) => release.size ?? ''))].filter(Boolean);
    if (releases.length > 2 && sizes.length > 0 && sizes.length <= 8 && releases.every((release) => release.size)) {
      const others = family.releases.filter((release) => !releases.includes(release));
      if (others.every((release) => !sizes.includes(release.size ?? ''))) return `${family.name} ${sizes.join(', ')}`;
    }
    return list(
      releases.map((release) => release.name),
      4,
    );
  });
  return list(names, 5);
};

/** @returns "a, b, c and 4 more" */
export const list = (names: string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
