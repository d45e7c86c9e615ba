import type { Catalogue, Family, Licence, Release } from '../../src/knowledge/catalogue.ts';

/** A letters-only mark for the nth copy, so that copied names are new names. */
const mark = (n: number): string =>
  `x${String.fromCharCode(97 + Math.floor(n / 26))}${String.fromCharCode(97 + (n % 26))}`;

/**
 * The catalogue with synthetic copies of every licence and family under new names.
 * @param times 1 gives the catalogue itself
 */
export const grow = (catalogue: Catalogue, times: number): Catalogue => {
  const licences = new Map(catalogue.licences);
  const families = new Map(catalogue.families);
  const releases = new Map(catalogue.releases);
  for (let n = 1; n < times; n += 1) {
    const word = mark(n);
    const rename = (name: string) => name.replace(/^([\p{L}\d]+)/u, `$1${word}`);
    const id = (old: string) => `${old}-${word}`;
    for (const licence of catalogue.licences.values()) {
      const copy: Licence = {
        ...licence,
        id: id(licence.id),
        name: rename(licence.name),
        aliases: licence.aliases.map(rename),
        incorporates: licence.incorporates.map(id),
        spdx: null,
      };
      licences.set(copy.id, copy);
    }
    for (const family of catalogue.families.values()) {
      const members = family.releases.map(
        (release): Release => ({
          ...release,
          id: id(release.id),
          family: id(family.id),
          name: rename(release.name),
          aliases: release.aliases.map(rename),
          repos: release.repos.map((repo) => `${repo}-${word}`),
          ollama: [],
          licences: release.licences.map((period) => ({ ...period, licence: id(period.licence) })),
          base: release.base.map((base) => ({ ...base, release: id(base.release) })),
        }),
      );
      const copy: Family = {
        ...family,
        id: id(family.id),
        name: rename(family.name),
        line: rename(family.line),
        aliases: family.aliases.map(rename),
        releases: members,
      };
      families.set(copy.id, copy);
      for (const release of members) releases.set(release.id, release);
    }
  }
  return { ...catalogue, licences, families, releases };
};
