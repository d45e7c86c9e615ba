import type { Release } from '../catalogue.ts';
import type { NameIndex } from './name-index.ts';
import type { Mention } from './read-names.ts';

const NEWEST = '(?:latest|newest|most recent|neueste[nrs]?|aktuellste[nrs]?|derni[eè]re?|última?|ultimo)';
const OLDEST = '(?:first|original|oldest|very first|erste[nrs]?|ursprüngliche[nrs]?|premi[eè]re?|primera?)';
const BETWEEN = "(?: (?:version|release|generation|model|models))?(?: (?:of|from|by|von))?(?: the)?(?: [a-z]+['’]s)?";
const before = (word: string) => new RegExp(`\\b${word}${BETWEEN} $`, 'i');
const after = (word: string) => new RegExp(`^,? ?\\(?the ${word} (?:one|version|generation|release)\\b`, 'i');

/** "The latest Llama", "Tülu, the first one": the newest or the oldest family of a line that was named without a version. */
export const byAge = (index: NameIndex, mentions: Mention[], text: string): Mention[] =>
  mentions.map((mention) => {
    if (mention.kind !== 'models' || mention.label !== index.lineOf.get(mention.releases[0]!.id)) return mention;
    const [head, tail] = [text.slice(0, mention.start), text.slice(mention.end)];
    const said = (word: string) => before(word).test(head) || after(word).test(tail);
    const newest = said(NEWEST) || /最新的?$/.test(head);
    if (!newest && !said(OLDEST)) return mention;
    const releases = oneFamily(mention.releases.filter(isNumbered(index, mention.label)), newest);
    if (releases.length === 0 || releases.length === mention.releases.length) return mention;
    return { ...mention, releases, label: index.familyOf.get(releases[0]!.id) ?? mention.label };
  });

/** "Llama 4", "Kimi K3", "DeepSeek-V3.2": a generation of the line, and not one of its models for another task. */
const isNumbered =
  (index: NameIndex, line: string) =>
  (release: Release): boolean => {
    const name = index.familyOf.get(release.id) ?? '';
    return name.startsWith(line) && /^$|^[ -]?[a-z]?\d+(\.\d+)?$/i.test(name.slice(line.length));
  };

/** The releases of the family that came out last, or first; none where a family has no date. */
const oneFamily = (releases: Release[], newest: boolean): Release[] => {
  const dates = new Map<string, string>();
  for (const { family, released } of releases)
    if (released && released < (dates.get(family) ?? '9')) dates.set(family, released);
  if (releases.some((release) => !dates.has(release.family))) return [];
  const [family] = [...dates].sort(([, a], [, b]) => (newest ? b : a).localeCompare(newest ? a : b))[0] ?? [];
  return releases.filter((release) => release.family === family);
};
