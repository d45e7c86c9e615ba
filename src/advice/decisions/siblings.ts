import type { Catalogue, Release } from '../../knowledge/catalogue.ts';
import { bindingsOf } from '../../knowledge/lineage.ts';

/**
 * The other tunings of the same weights: base, instruct, reasoning and so on of one family, size, version and modality,
 * under the same licences. What was decided for one is worth knowing for the other, and holds for it by no means.
 * @returns nothing where a licence, a size, a number of the name or a modality parts them, or where the lineage does not
 * say that one was tuned from the other, or both from one release of their family
 */
export const siblingsOf = (catalogue: Catalogue, release: Release): Release[] => {
  const own = tuningsBefore(catalogue, release);
  return (catalogue.families.get(release.family)?.releases ?? []).filter(
    (other) =>
      other.id !== release.id &&
      other.size === release.size &&
      numbersIn(other.name) === numbersIn(release.name) &&
      inOneLine(other.modality) === inOneLine(release.modality) &&
      licencesOf(catalogue, other) === licencesOf(catalogue, release) &&
      [...tuningsBefore(catalogue, other)].some((id) => own.has(id)),
  );
};

/** A release and what it was tuned from, step by step, within its family. */
const tuningsBefore = (catalogue: Catalogue, release: Release): Set<string> => {
  const found = new Set([release.id]);
  for (const id of found)
    for (const { release: from, relation } of catalogue.releases.get(id)?.base ?? [])
      if (relation === 'fine_tune' && catalogue.releases.get(from)?.family === release.family) found.add(from);
  return found;
};

/** Versions and dates stand in names, also where the family holds several: 3 and 3.1, 0924 and 0125, 8K. */
const numbersIn = (name: string): string => inOneLine(name.match(/\d+(?:\.\d+)*/g) ?? []);

/** All that bind, those of the bases included. */
const licencesOf = (catalogue: Catalogue, release: Release): string =>
  inOneLine(bindingsOf(catalogue, release).map((binding) => binding.licence.id));

const inOneLine = (words: readonly string[]): string => [...words].sort().join(' ');
