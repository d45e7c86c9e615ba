import type { Catalogue, Licence, Release } from './catalogue.ts';
import type { Relation } from './vocabulary.ts';

/** One licence that binds a release: its own, or that of a release it was made from. */
export type Binding = {
  licence: Licence;
  /** the release that brings the licence in */
  via: Release;
  /** null for the release's own licence */
  relation: Relation | null;
  /** the licence and the policies it draws in */
  documents: Licence[];
};

/** These relations leave the other model's weights out, so its licence does not travel along by itself. */
const NOT_CARRIED: Relation[] = ['outputs_of'];

/** @returns the releases a release was made from, nearest first, each once; `outputs_of` is not followed */
export const ancestorsOf = (catalogue: Catalogue, release: Release): { release: Release; relation: Relation }[] => {
  const found = new Map<string, { release: Release; relation: Relation }>();
  const walk = (child: Release) => {
    for (const base of child.base) {
      const parent = catalogue.releases.get(base.release);
      if (!parent || NOT_CARRIED.includes(base.relation) || parent.id === release.id || found.has(parent.id)) continue;
      found.set(parent.id, { release: parent, relation: base.relation });
      walk(parent);
    }
  };
  walk(release);
  return [...found.values()];
};

/** @returns the releases whose outputs a release was trained on */
export const teachersOf = (catalogue: Catalogue, release: Release): Release[] =>
  release.base
    .filter((base) => NOT_CARRIED.includes(base.relation))
    .flatMap((base) => catalogue.releases.get(base.release) ?? []);

/** @returns the licences that apply to a release now */
export const currentLicences = (catalogue: Catalogue, release: Release): Licence[] =>
  release.licences.filter((period) => !period.until).flatMap((period) => catalogue.licences.get(period.licence) ?? []);

/** @returns a licence and every document it draws in */
export const documentsOf = (catalogue: Catalogue, licence: Licence): Licence[] => {
  const documents = [licence];
  for (const document of documents)
    for (const id of document.incorporates) {
      const drawn = catalogue.licences.get(id);
      if (drawn && !documents.includes(drawn)) documents.push(drawn);
    }
  return documents;
};

/** A release is bound by its own licences and by those of its bases; each licence is listed once, the own ones first. */
export const bindingsOf = (catalogue: Catalogue, release: Release): Binding[] => {
  const bindings: Binding[] = [];
  const add = (via: Release, relation: Relation | null) => {
    for (const licence of currentLicences(catalogue, via))
      if (!bindings.some((binding) => binding.licence.id === licence.id))
        bindings.push({ licence, via, relation, documents: documentsOf(catalogue, licence) });
  };
  add(release, null);
  for (const ancestor of ancestorsOf(catalogue, release)) add(ancestor.release, ancestor.relation);
  return bindings;
};
