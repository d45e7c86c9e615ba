import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '../../src/knowledge/names/build-name-index.ts';
import { type Mention, readNames } from '../../src/knowledge/names/read-names.ts';
import { catalogue } from '../support/shipped.ts';

const index = buildNameIndex(catalogue);

/** Sentences that a name can stand in; the words around it are spelled wrong in one of them. */
const CARRIERS: Record<string, (name: string) => string> = {
  English: (name) => `Can we use ${name} in our product?`,
  'lower-case': (name) => `hey, is ${name.toLowerCase()} ok for clients`,
  misspelled: (name) => `Wich lisence dose ${name} hav, and can we comercialy us it?`,
  German: (name) => `Dürfen wir mit ${name} ein Produkt für Kunden bauen?`,
  Chinese: (name) => `请问我们可以商用${name}吗？`,
};

const isOnly = (mentions: Mention[], id: string): boolean =>
  mentions.length === 1 && mentions[0]!.kind === 'models' && mentions[0]!.releases.some((release) => release.id === id);

describe.each(Object.entries(CARRIERS))('in a sentence, %s,', (carrier, carry) => {
  it('every release is found by its name, its aliases, its repositories and its Ollama tags', () => {
    const missed = [...catalogue.releases.values()].flatMap((release) =>
      [release.name, ...release.aliases, ...release.repos, ...release.ollama.filter((tag) => tag.includes(':'))]
        .filter((name) => !isOnly(readNames(index, carry(name)), release.id))
        .map((name) => `${name} (${release.id})`),
    );
    // a word that is spelled wrong before a name of two signs could be a part of it
    expect(missed.filter((name) => carrier !== 'misspelled' || !/^o[13] /.test(name))).toEqual([]);
  });

  it('every licence is found by its name, its SPDX id and its aliases', () => {
    const missed = [...catalogue.licences.values()].flatMap((licence) =>
      [licence.name, licence.spdx ?? '', ...licence.aliases]
        // tags that are names of models as well
        .filter((name) => name !== '' && !/^(bria-rmbg-1\.4|hyperclovax-seed)$/.test(name))
        .filter(
          (name) =>
            !readNames(index, carry(name)).some(
              (mention) => mention.kind === 'licence' && mention.licences.some((found) => found.id === licence.id),
            ),
        )
        .map((name) => `${name} (${licence.id})`),
    );
    expect(missed).toEqual([]);
  });
});
