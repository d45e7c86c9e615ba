import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { namesIn } from './names-in.ts';
import type { Part } from './read-part.ts';

/** "Built with …" in quotes, whether a licence asks for it or not. */
const QUOTED = patternOf(
  /["“‘'](?:built|made|created|powered|improved) (?:with|by|using|on) (?:meta )?([^"”’'?.!]{2,40})["”’']/i,
);

/**
 * "What does 'Built with Llama' have to look like?": a label that is asked about by itself.
 * @returns the licences that ask for it, or the models whose name is on it; nothing where the text names no label
 */
const labelIn = (index: NameIndex, text: string): Mention[] => {
  const lower = text.toLowerCase();
  const label = index.labels.find((one) => lower.includes(one.text));
  if (label) {
    const start = lower.indexOf(label.text);
    const end = start + label.text.length;
    const written = text.slice(start, end);
    return label.licences.map((licence) => ({
      kind: 'licence',
      written,
      licences: [licence],
      label: licence.name,
      start,
      end,
    }));
  }
  const quoted = QUOTED.exec(text);
  return quoted
    ? namesIn(index, quoted[1]!)
        .filter((mention) => mention.kind === 'models')
        .slice(0, 1)
    : [];
};

/** The parts, with a label in the place of the model that none of them names. */
export const withLabel = (index: NameIndex, parts: Part[], question: string): Part[] => {
  if (parts.some((part) => part.subjects.length > 0)) return parts;
  const subjects = labelIn(index, question);
  if (subjects.length === 0) return parts;
  const [first] = parts;
  const topics = [...new Set([...parts.flatMap((part) => part.intent.topics), 'naming' as const])];
  return [
    {
      ...first!,
      text: question,
      subjects,
      intent: {
        ...first!.intent,
        licence: true,
        ship: false,
        classify: false,
        offTopic: false,
        decline: false,
        topics,
      },
      acts: { activities: [], general: false },
    },
  ];
};
