import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '../../src/knowledge/names/build-name-index.ts';
import { readNames } from '../../src/knowledge/names/read-names.ts';
import { catalogue } from '../support/shipped.ts';

const index = buildNameIndex(catalogue);
const releases = [...catalogue.families.values()].flatMap((family) =>
  family.releases.map((release) => ({ release, maker: family.developer.replace(/ \(.*\)/, '') })),
);

/** How people put a name into a sentence, with and without who made it. */
const SENTENCES: Record<string, (name: string, maker: string) => string> = {
  'in small letters': (name) => `is ${name.toLowerCase()} ok for us`,
  'with hyphens': (name) => `is ${name.replaceAll(' ', '-')} ok for us`,
  'with spaces': (name) => `is ${name.replaceAll('-', ' ')} ok for us`,
  'with underscores': (name) => `is ${name.replace(/[ -]/g, '_')} ok`,
  'before a number of something else': (name) => `${name}, 5 devs, Berlin`,
  'in quotes': (name) => `may we use "${name}"?`,
  'in Chinese': (name) => `${name}可以商用吗？`,
  'behind its maker': (name, maker) => `${maker} ${name}`,
  "as its maker's": (name, maker) => `can we use ${maker}'s ${name} commercially?`,
  'by its maker': (name, maker) => `${name} by ${maker}, commercial?`,
  'from its maker': (name, maker) => `${name} from ${maker}: may we sell it?`,
  'with its maker in brackets': (name, maker) => `${name} (${maker}) in an app`,
};

describe('the name of every release', () => {
  it.each(Object.entries(SENTENCES))('is read as that release alone %s', (_, sentence) => {
    const missed = releases.filter(({ release, maker }) => {
      const mentions = readNames(index, sentence(release.name, maker)).filter(({ kind }) => kind !== 'licence');
      const [mention, ...more] = mentions;
      return !(mention?.kind === 'models' && more.length === 0 && mention.releases.includes(release));
    });
    // makers of two names, and products that are called like their maker
    expect(missed.length, missed.map(({ release }) => release.name).join(', ')).toBeLessThan(releases.length * 0.005);
  });
});
