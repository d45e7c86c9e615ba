import { type Asked, normal, type Stated } from '../asked.ts';
import { drawsFor } from '../draw.ts';

type Explaining = Extract<Asked, { task: 'explain' }>;
export type Sentence = { text: string; cites: string[] };

const MOST = 4;
/** The prompt wants sentences no longer than this; a fact is never cut, so a longer one is passed over. */
const LONGEST = 300;
/** Words that tell nothing about what a question is after. */
const PLAIN = new Set(
  'a an and are as at be by can do does for from have how i if in is it its may me must not of on or our that the their this to use used using we what when which with you your'.split(
    ' ',
  ),
);
/** First words of a sentence that are no names, so that they may stand in the middle of one. */
const NO_NAMES = new Set(
  'a all an any do each every free give if it keep mark no not only outputs show state tell the there use when who you your'.split(
    ' ',
  ),
);

const stems = (text: string): Set<string> =>
  new Set(
    (normal(text).match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !PLAIN.has(word)).map((word) => word.slice(0, 6)),
  );

/**
 * Puts the facts that fit the question best into sentences: a fact whole, with every condition, and in front of some
 * the licence or a word of introduction. It does not translate: sentences stand in the language of the facts.
 */
export const explainHonestly = ({ question, facts }: Explaining): Sentence[] => {
  const asked = stems(question);
  const nearness = (fact: Stated): number => [...stems(fact.says)].filter((stem) => asked.has(stem)).length;
  const chosen = new Set(
    facts
      .filter(({ says }) => says.length <= LONGEST)
      .map((fact, at) => ({ fact, rank: nearness(fact) + (fact.stance === 'conditional' ? 0.5 : 0) - at / 100 }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MOST)
      .map(({ fact }) => fact),
  );
  return facts.filter((fact) => chosen.has(fact)).map((fact) => ({ text: worded(fact, question), cites: [fact.id] }));
};

/** One of a few ways to begin; which one depends on the question and the fact alone. */
const worded = ({ says, place }: Stated, question: string): string => {
  const draws = drawsFor(0, `${question}\n${says}`);
  const [firstWord = ''] = says.split(' ');
  if (!NO_NAMES.has(firstWord.toLowerCase())) return says;
  const inside = says[0]!.toLowerCase() + says.slice(1);
  const licence = place.replace(/, (§|section|clause|art).*$/i, '').split(',')[0]!;
  // an id has no spaces, and is nothing to say to a person
  const led = licence.includes(' ') ? `According to the ${licence}, ${inside}` : says;
  return draws.pick([says, says, `So ${inside}`, led.length <= LONGEST ? led : says])!;
};
