import { patternOf } from '../../patterns/pattern-of.ts';
/** Phrases of a language as patterns, in the order in which they are replaced, each with its English. */
export type Glossary = [RegExp, string][];

/** One line an English phrase, then the words that stand for it; the longer before the shorter. `*` is any ending. */
export const glossary = (lines: string): Glossary =>
  lines
    .trim()
    .split('\n')
    .map((line): [RegExp, string] => {
      const [english, words] = line.split('=') as [string, string];
      const pattern = words
        .trim()
        .split(/\s*\|\s*/)
        .map((word) => word.replaceAll('.', '\\.').replaceAll('*', '\\p{L}*').replaceAll(' ', '\\s+'))
        .join('|');
      // what ends in an apostrophe is joined to the next word
      return [
        patternOf(`(?<![\\p{L}\\p{N}])(?:${pattern})(?:(?<=')|(?![\\p{L}\\p{N}]|-\\p{L}?\\d))`, 'giu'),
        english.trim(),
      ];
    });

/** The same for a language that writes its words without spaces; English stands there with some around it. */
export const unspaced = (lines: string): Glossary =>
  lines
    .trim()
    .split('\n')
    .map((line): [RegExp, string] => {
      const [english, words] = line.split('=') as [string, string];
      return [patternOf(words.trim().replaceAll(/\s*\|\s*/g, '|'), 'gu'), ` ${english.trim()} `];
    });
