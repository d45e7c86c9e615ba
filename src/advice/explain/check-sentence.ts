import { patternOf } from '../../patterns/pattern-of.ts';
import { LIMITING, NEVER_ADDED, NEVER_DROPPED, type PolarClass } from './polar-words.ts';
import { type Piece, readSentence } from './read-sentence.ts';

/** A statement a sentence may cite. `about` are the names it belongs to: its licence and the models under it. */
export type CitedFact = { says: string; about: string[]; clause: string | null };

/** Characters of a sentence; a fact that is longer cannot be said in one. */
export const LONGEST = 320;
const NEAR = 6;
const NEAR_NUMBER = 4;
/** Share of a sentence's words that must come in the order of the facts. */
const IN_ORDER = 0.5;

const MARKUP =
  /https?:|www\.|[\p{L}\d-]+\.(?:com|org|net|ai|io|dev|cn|co|eu|app)\b|[@#<>{}`*_~|\\]|\]\s*\(|\p{Cf}|\n|\?/iu;
const CLAUSE = patternOf(/\(?(?:§|\bsections?|\bclauses?|\barticles?|\bparagraph)\s*([\dA-Za-z][\w.()]*)\)?/giu);
/** These carry the verdict: nothing of them reaches over another. */
const DECISIVE: ReadonlySet<PolarClass> = new Set(['denial', 'permission', 'prohibition', 'withdrawal', 'duty']);

/**
 * Holds one sentence of a language model against the facts it cites. Every content word and number must stand in those
 * facts; permission, denial, duty, condition and comparison must be the facts' own, attached to the same words; and what
 * limits a fact may not be left out.
 * @param question words for the asker's own product may come from it
 * @returns why the sentence is dropped, or null where it may be shown
 */
export const checkSentence = (written: string, cited: CitedFact[], question: string): string | null => {
  if (cited.length === 0) return 'cites nothing';
  if (written.length > LONGEST) return 'too long';
  const sentence = withoutNames(written, cited).replace(/\b(?:under|by) (?=(?:the )?thename\b)/gi, '');
  if (MARKUP.test(sentence)) return 'has a link, a mention, markup or a question';
  if (foreignShare(sentence) > 0.1) return 'not in the language of the facts';
  const clauses = new Set(
    cited.flatMap((fact) => [
      ...(fact.clause ? [plainClause(fact.clause)] : []),
      ...[...fact.says.matchAll(CLAUSE)].map((match) => plainClause(match[1]!.replace(/[.)]+$/, ''))),
    ]),
  );
  for (const match of sentence.matchAll(CLAUSE)) {
    const clause = match[1]!.replace(/[.)]+$/, '');
    if (/\d/.test(clause) && !clauses.has(plainClause(clause))) return `names clause ${clause}, which is not cited`;
  }
  const bare = sentence.replace(CLAUSE, (whole, clause: string) => (/\d/.test(clause) ? ' ' : whole));
  const pieces = readSentence(bare.replaceAll(NAME, ' '));
  const facts = cited.map((fact) => segmentsOf(withoutNames(fact.says, cited).replaceAll(NAME, ' ')));
  const segments = facts.flat();
  const names = readSentence(cited.flatMap((fact) => fact.about).join(' '));
  const asked = new Set(readSentence(question).flatMap((piece) => (piece.kind === 'content' ? [piece.stem] : [])));
  return (
    foreignWord(pieces, segments, names, asked) ??
    wrongNumber(pieces, segments, names) ??
    wrongPolarity(pieces, facts) ??
    outOfOrder(pieces, segments)
  );
};

/** Stands for a name written out in full; a name may hold any word, "Non-Commercial" too. */
const NAME = 'thename';

const withoutNames = (sentence: string, cited: CitedFact[]): string =>
  [...new Set(cited.flatMap((fact) => fact.about))]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, NAME), sentence);

const plainClause = (clause: string): string => clause.toLowerCase().replace(/[()\s]/g, '');

const foreignShare = (text: string): number => {
  const letters = [...text.matchAll(/\p{L}/gu)].length;
  return letters === 0 ? 1 : [...text.matchAll(/(?!\p{Script=Latin})\p{L}/gu)].length / letters;
};

/** A fact in parts that stand for themselves. */
const segmentsOf = (text: string): Piece[][] =>
  text
    .split(/[;:](?=\s)|\.(?=\s|$)/)
    .map(readSentence)
    .filter((pieces) => pieces.length > 0);

const stemsOf = (pieces: Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'content' ? [piece.stem] : piece.kind === 'number' ? [piece.value] : []));

const foreignWord = (pieces: Piece[], segments: Piece[][], names: Piece[], asked: Set<string>): string | null => {
  const known = new Set(stemsOf([...segments.flat(), ...names]));
  const content = pieces.filter((piece) => piece.kind === 'content');
  if (pieces.length === 0) return 'says nothing';
  const odd = content.find((piece) => !known.has(piece.stem) && !(piece.asker && asked.has(piece.stem)));
  return odd ? `"${odd.word}" is in no cited fact` : null;
};

const wrongNumber = (pieces: Piece[], segments: Piece[][], names: Piece[]): string | null => {
  const lines = [...segments, names];
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'number') continue;
    const places = lines.flatMap((line) =>
      line.flatMap((other, place) => (other.kind === 'number' && other.value === piece.value ? [{ line, place }] : [])),
    );
    if (places.length === 0) return `the number ${piece.word} is in no cited fact`;
    const step = nextWord(pieces, at, 1) && !piece.ends ? 1 : -1;
    const beside = nextWord(pieces, at, step);
    if (
      beside &&
      !places.some(
        ({ line, place }) => line === names || wordsFrom(line, place, step, NEAR_NUMBER, false).includes(beside),
      )
    )
      return `the number ${piece.word} stands beside "${beside}" in no cited fact`;
  }
  return null;
};

const wrongPolarity = (pieces: Piece[], facts: Piece[][][]): string | null => {
  const touched = touchedBy(pieces, facts.flat());
  const owed = pieces.some((piece) => piece.kind === 'polar' && piece.polar === 'permission')
    ? [...new Set([...touched, ...facts.flat().filter(limits)])]
    : touched;
  for (const name of NEVER_DROPPED) {
    const theirs = owed.reduce((sum, line) => sum + countOf(line, name), 0);
    if (countOf(pieces, name) < theirs) return `leaves out a ${name} of the fact`;
  }
  for (const name of NEVER_ADDED) {
    const theirs = owed.reduce((sum, line) => sum + countOf(line, name), 0);
    if (countOf(pieces, name) > theirs) return `has a ${name} more than the fact`;
  }
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'polar') continue;
    const places = touched.flatMap((line) =>
      line.flatMap((other, place) => (other.kind === 'polar' && other.polar === piece.polar ? [{ line, place }] : [])),
    );
    if (places.length === 0) return `"${piece.word}" (${piece.polar}) is not what the fact says`;
    const decisive = DECISIVE.has(piece.polar);
    const ahead = adjacent(pieces, at, 1);
    const behind = adjacent(pieces, at, -1);
    const fits = places.some(({ line, place }) => {
      const after = wordsFrom(line, place, 1, NEAR, decisive);
      const before = wordsFrom(line, place, -1, NEAR, decisive);
      if (ahead) return after.includes(ahead) || (behind !== null && before.includes(behind));
      return behind === null || before.includes(behind) || after.includes(behind);
    });
    if (!fits) return `"${piece.word}" stands beside other words than in the fact`;
  }
  return null;
};

const countOf = (line: Piece[], name: PolarClass): number =>
  line.filter((piece) => piece.kind === 'polar' && piece.polar === name).length;

/** A part of a fact that takes something back: who is told of the permission is told of this too. */
const limits = (line: Piece[]): boolean => line.some((piece) => piece.kind === 'polar' && LIMITING.has(piece.polar));

/** The parts of the facts that a sentence speaks of: the nearest, and all it shares enough words with. */
const touchedBy = (pieces: Piece[], segments: Piece[][]): Piece[][] => {
  const own = new Set(stemsOf(pieces));
  const shared = segments.map((line) => new Set(stemsOf(line).filter((stem) => own.has(stem))).size);
  const most = Math.max(...shared);
  return segments.filter(
    (line, at) =>
      shared[at]! > 0 && (shared[at] === most || shared[at]! >= 3 || shared[at]! / stemsOf(line).length >= 0.5),
  );
};

const wordOf = (piece: Piece): string | null =>
  piece.kind === 'content' ? piece.stem : piece.kind === 'number' ? piece.value : null;

/** The word right beside a polar word, not reaching over another polar word. */
const adjacent = (pieces: Piece[], at: number, step: 1 | -1): string | null => {
  const next = pieces[at + step];
  return next ? wordOf(next) : null;
};

const nextWord = (pieces: Piece[], at: number, step: 1 | -1): string | null => {
  for (let place = at + step; place >= 0 && place < pieces.length; place += step) {
    const word = wordOf(pieces[place]!);
    if (word) return word;
  }
  return null;
};

/** Up to `most` words from a place on; a decisive word's reach ends at the next decisive word. */
const wordsFrom = (line: Piece[], from: number, step: 1 | -1, most: number, decisive: boolean): string[] => {
  const words: string[] = [];
  for (let place = from + step; place >= 0 && place < line.length && words.length < most; place += step) {
    const piece = line[place]!;
    if (piece.kind === 'polar') {
      if (decisive && DECISIVE.has(piece.polar)) break;
      continue;
    }
    words.push(wordOf(piece)!);
  }
  return words;
};

const outOfOrder = (pieces: Piece[], segments: Piece[][]): string | null => {
  const own = stemsOf(pieces);
  const theirs = touchedBy(pieces, segments).flatMap(stemsOf);
  const known = own.filter((stem) => theirs.includes(stem));
  return known.length >= 4 && commonRun(known, theirs) / known.length < IN_ORDER
    ? 'puts the words of the fact in another order'
    : null;
};

/** Length of the longest common subsequence. */
const commonRun = (a: string[], b: string[]): number => {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let at = 0; at < b.length; at += 1)
      next.push(word === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
};
