import type { Answer, SlotName } from '../../advice/answer.ts';
import type { Category, Verdict } from '../../knowledge/vocabulary.ts';
import { escaped } from '../mrkdwn.ts';

export const GLYPHS: Record<Verdict, string> = {
  yes: '🟢',
  yes_with_conditions: '🟡',
  depends: '🔵',
  unknown: '⚪',
  no: '🔴',
};
const NONE = '▫️';

/** A colour alone tells nothing to who cannot see it: each has its word. */
const WORDS: Record<Verdict, string> = {
  yes: 'yes',
  yes_with_conditions: 'with conditions',
  depends: 'depends',
  unknown: 'not known',
  no: 'no',
};
const ELEMENT_GLYPHS = { met: '🟢', unknown: '⚪', 'not met': '🔴' } as const;
const ELEMENTS = { data_information: 'data information', code: 'code', parameters: 'parameters' } as const;
const SLOTS: SlotName[] = ['weights', 'code', 'data', 'outputs'];

/** The classes from closed to open, as a bar of four. */
const OPENNESS: Record<Category, string> = {
  'api-only': '🟦⬜⬜⬜ API only',
  'open-weight-custom': '🟦🟦⬜⬜ open weights, custom terms',
  'open-weight-permissive': '🟦🟦🟦⬜ open weights, no limits on use',
  'more-fully-open': '🟦🟦🟦🟦 more fully open',
};

/** @returns what one sees at a glance, a line each: the parts, how open the model is, the elements of the OSI's definition */
export const glance = (answer: Answer): string[] => {
  const lines: string[] = [];
  // parts that come out alike are named together
  const parts = new Map<string, { glyph: string; names: SlotName[] }>();
  for (const name of SLOTS) {
    const slot = answer.slots[name];
    if (!slot) continue;
    const word = slot.verdict ? WORDS[slot.verdict] : /^not released/i.test(slot.says) ? 'not released' : 'not known';
    const alike = parts.get(word) ?? { glyph: slot.verdict ? GLYPHS[slot.verdict] : NONE, names: [] };
    parts.set(word, { ...alike, names: [...alike.names, name] });
  }
  if (parts.size > 0)
    lines.push([...parts].map(([word, { glyph, names }]) => `${glyph}\u00a0*${names.join(', ')}* ${word}`).join(' · '));
  const categories = new Set(answer.subjects.flatMap((subject) => subject.category ?? []));
  const [only] = categories;
  if (only && categories.size === 1 && answer.kind !== 'comparison') lines.push(OPENNESS[only]);
  if (answer.osaid) {
    const { osaid } = answer;
    lines.push(
      `*OSI definition:* ${(Object.keys(ELEMENTS) as (keyof typeof ELEMENTS)[])
        .map((element) => `${ELEMENT_GLYPHS[osaid[element]]} ${ELEMENTS[element]}`)
        .join(' · ')}`,
    );
  }
  if (answer.lineage_names.length > 0) lines.push(`🧬 Made from ${escaped(answer.lineage_names.join(' → '))}`);
  return lines;
};
