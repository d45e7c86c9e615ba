import type { Asked, Persona, Stated } from '../asked.ts';
import { type Draws, drawsFor } from '../draw.ts';
import { explainHonestly, type Sentence } from './explaining.ts';
import { type Read, readHonestly } from './reading.ts';

/** How often things go wrong: a whole reply, a sentence, a field of a reading. */
const RATES = { reply: 0.2, sentence: 0.6, field: 0.35 };

/** Means well and gets things wrong, the same way for the same seed and request. */
export const sloppy =
  (seed: number): Persona =>
  (asked) => {
    const draws = drawsFor(seed, JSON.stringify(asked));
    const reply = asked.task === 'read' ? misread(asked, draws) : { sentences: misexplain(asked, draws) };
    return mistyped(JSON.stringify(reply), draws);
  };

const mistyped = (json: string, draws: Draws): string =>
  draws.chance(RATES.reply)
    ? draws.pick([
        `\`\`\`json\n${json}\n\`\`\``,
        `Here is the JSON you asked for:\n\n${json}\n\nLet me know if you need more!`,
        json.slice(0, Math.floor(json.length * 0.7)),
        `${json.slice(0, -1)},"confidence":0.97}`,
        json.replaceAll('"', "'"),
        `[${json}]`,
      ])!
    : json;

const misread = (asked: Extract<Asked, { task: 'read' }>, draws: Draws): Read => {
  const read = readHonestly(asked, () => undefined);
  const ids = (items: { id: string }[]) => items.map((item) => item.id);
  if (draws.chance(RATES.field)) read.intent = draws.pick([...ids(asked.intents), 'none', 'legal_advice'])!;
  if (draws.chance(RATES.field))
    read.subjects = draws.pick([
      ids(asked.candidates),
      [],
      [draws.pick(ids(asked.candidates)) ?? 'gpt-4'],
      [...read.subjects, 'llama-9'],
      read.subjects.map((id) => `${id}-instruct`),
    ])!;
  if (draws.chance(RATES.field))
    read.activities = draws.pick([
      [],
      [draws.pick(ids(asked.activities)) ?? 'use'],
      ['use_freely'],
      ids(asked.activities),
    ])!;
  return read;
};

const misexplain = (asked: Extract<Asked, { task: 'explain' }>, draws: Draws): Sentence[] => {
  const sentences = explainHonestly(asked).map((sentence) =>
    draws.chance(RATES.sentence) ? mistaken(sentence, asked.facts, draws) : sentence,
  );
  if (draws.chance(RATES.reply))
    sentences.push({ text: draws.pick(COMMENTS)!, cites: asked.facts.slice(0, 1).map(({ id }) => id) });
  return sentences;
};

const mistaken = (sentence: Sentence, facts: Stated[], draws: Draws): Sentence => {
  const mistake = draws.pick(MISTAKES)!;
  return mistake(sentence, facts, draws);
};

type Mistake = (sentence: Sentence, facts: Stated[], draws: Draws) => Sentence;

const reworded =
  (change: (text: string, draws: Draws) => string): Mistake =>
  (sentence, _, draws) => ({ ...sentence, text: change(sentence.text, draws) });

const COMMENTS = [
  'In practice nobody enforces this.',
  'You should be fine, but talk to your lawyer first.',
  'This licence is similar to MIT.',
  'See https://choosealicense.com for more.',
  'I recommend that you use a different model.',
];
const CLAUSES = [
  ', and you also get a patent licence',
  ', as long as you tell the developer',
  ', which also covers your affiliates',
  ' and this applies worldwide',
  ' because the developer wants to help start-ups',
  ', except in the European Union',
];
const FLIPS: [RegExp, string][] = [
  [/\bmay not\b/i, 'may'],
  [/\bmust not\b/i, 'may'],
  [/\bnot\b ?/i, ''],
  [/\bno\b/i, 'any'],
  [/\bmust\b/i, 'need not'],
  [/\bmay\b/i, 'may not'],
  [/\bfree\b/i, 'not free'],
  [/\bpermitted\b/i, 'prohibited'],
  [/\bonly\b ?/i, ''],
  [/\bunless\b/i, 'even if'],
];
const LICENCES = ['MIT License', 'Apache License 2.0', 'Gemma Terms of Use', 'Llama 2 Community License', 'OpenRAIL-M'];

const MISTAKES: Mistake[] = [
  reworded((text, draws) => text.replace(/\.?$/, `${draws.pick(CLAUSES)}.`)),
  reworded((text, draws) =>
    /\d/.test(text)
      ? text.replace(
          /\d[\d,.]*\d|\d/,
          (figure) => draws.pick([`${figure}0`, '100', String(Number.parseInt(figure, 10) + 1)])!,
        )
      : text.replace(/\.?$/, ' for up to 1,000 users.'),
  ),
  // a condition, or the last clause, is left out
  reworded((text) => text.replace(/(,|;)? ?\b(unless|provided|except|if|only|as long as|above that)\b.*$/i, '.')),
  reworded((text) => text.replace(/[,;:] [^,;:]*$/, '.')),
  reworded((text, draws) => {
    const flip = draws.pick(FLIPS.filter(([words]) => words.test(text)));
    return flip ? text.replace(flip[0], flip[1]) : `It is not true that ${text[0]!.toLowerCase()}${text.slice(1)}`;
  }),
  reworded((text, draws) =>
    text.replace(/(?:[A-Z][\w.]*|\d[\d.]*)(?: (?:[A-Z][\w.]*|\d[\d.]*))+/, draws.pick(LICENCES)!),
  ),
  ({ text }, facts, draws) => ({ text, cites: [draws.pick(facts)!.id] }),
  ({ text }) => ({ text, cites: ['f99'] }),
  ({ text }) => ({ text, cites: [] }),
  (_, facts, draws) => ({ text: draws.pick(COMMENTS)!, cites: [draws.pick(facts)!.id] }),
];
