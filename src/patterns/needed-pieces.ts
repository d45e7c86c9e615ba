import regjsparser, { type AstNode } from 'regjsparser';
import { isUnspaced, OTHER, signOf } from './signs.ts';

/** What the patterns here are written with. */
type Syntax = { lookbehind: true; namedGroups: true; unicodePropertyEscape: true };
type Node = AstNode<Syntax>;

/** Stands in a piece for an edge of a word, which takes no sign of the text. */
const EDGE = '\uF8FF';
/** Stands in a piece where anything may stand in a text. */
export const GAP = '\uF8FE';
/** A piece, or the part of one between gaps, that is any digit. */
export const DIGIT = '\uF8FD';
/** So many ways to spell a part are told apart; beyond that the part is cut. */
const MOST_SPELLINGS = 48;
/** A class of more signs than this says too little. */
const MOST_SIGNS = 4;

/** What is known of a part of a pattern. */
type Known = {
  /** all it can match, where these are few; null where they are not */
  spellings: string[] | null;
  /** one of these pieces is in all it matches; null where nothing is known */
  needed: string[] | null;
};
const NOTHING: Known = { spellings: null, needed: null };
const EMPTY: Known = { spellings: [''], needed: null };

/**
 * @param source the source of a pattern
 * @param unicode whether it has the flag `u`
 * @returns pieces of text of which one at least is in every text the pattern matches, in whatever case; null where no such
 *   pieces can be told
 */
export const neededPieces = (source: string, unicode: boolean): string[] | null => {
  const root: Node = regjsparser.parse(source, unicode ? 'u' : '', {
    lookbehind: true,
    namedGroups: true,
    unicodePropertyEscape: true,
  });
  const pieces = ofKnown(know(root));
  return pieces && withoutLonger(pieces);
};

const know = (node: Node): Known => {
  switch (node.type) {
    case 'disjunction':
      return either(node.body.map(know));
    case 'alternative':
      return inTurn(node.body.map(know));
    case 'group':
      // what must not follow says nothing of what is there
      if (node.behavior === 'negativeLookahead' || node.behavior === 'negativeLookbehind')
        return node.body.every(isAnyLetter) ? { spellings: [EDGE], needed: null } : EMPTY;
      if (node.behavior === 'lookahead' || node.behavior === 'lookbehind')
        return { spellings: [''], needed: ofKnown(inTurn(node.body.map(know))) };
      return inTurn(node.body.map(know));
    case 'quantifier':
      return repeated(inTurn(node.body.map(know)), node.min, node.max);
    case 'anchor':
      return node.kind === 'boundary' ? { spellings: [EDGE], needed: null } : EMPTY;
    case 'value':
      return { spellings: [signAt(node.codePoint)], needed: null };
    case 'characterClass':
      return ofClass(node);
    case 'characterClassEscape':
      if (node.value === 's') return { spellings: [' '], needed: null };
      return node.value === 'd' ? { spellings: null, needed: [DIGIT] } : NOTHING;
    default:
      return NOTHING;
  }
};

/** Capitals and small letters are told apart nowhere, but for those beyond ASCII, which are no marks of their own. */
const signAt = (code: number): string =>
  code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : String.fromCodePoint(code);

/** No letter and no digit may be there: an edge of a word in every script. */
const isAnyLetter = (node: Node): boolean =>
  node.type === 'characterClass' &&
  !node.negative &&
  ['\\p{L}', '\\p{N}'].every((property) => node.body.some(({ raw }) => raw === property));

const ofClass = (node: Extract<Node, { type: 'characterClass' }>): Known => {
  if (node.negative) return NOTHING;
  const signs = new Set<string>();
  for (const part of node.body) {
    if (part.type === 'value') signs.add(signAt(part.codePoint));
    else if (part.type === 'characterClassEscape' && part.value === 's') signs.add(' ');
    else if (part.type === 'characterClassRange' && part.max.codePoint - part.min.codePoint < MOST_SIGNS)
      for (let code = part.min.codePoint; code <= part.max.codePoint; code += 1) signs.add(signAt(code));
    else return NOTHING;
  }
  return signs.size > 0 && signs.size <= MOST_SIGNS ? { spellings: [...signs], needed: null } : NOTHING;
};

const either = (ways: Known[]): Known => {
  const spellings = ways.flatMap((way) => way.spellings ?? []);
  const few = ways.every((way) => way.spellings !== null) && spellings.length <= MOST_SPELLINGS;
  const pieces = ways.map(ofKnown);
  return {
    spellings: few ? [...new Set(spellings)] : null,
    needed: pieces.every((some) => some !== null) ? [...new Set(pieces.flat())] : null,
  };
};

const repeated = (part: Known, min: number, max: number | undefined): Known => {
  if (max === 1) return min === 1 ? part : { spellings: withNone(part.spellings), needed: null };
  return { spellings: null, needed: min === 0 ? null : ofKnown(part) };
};
const withNone = (spellings: string[] | null): string[] | null => spellings && [...new Set([...spellings, ''])];

const inTurn = (parts: Known[]): Known => {
  let needed: string[] | null = null;
  let run: string[] = [''];
  let whole = true;
  const offer = (pieces: string[] | null) => {
    if (pieces !== null && (needed === null || commonness(pieces) < commonness(needed))) needed = pieces;
  };
  /** Each of the run before each of what follows, or the run is over where these are too many. */
  const follow = (next: string[]) => {
    if (next.length * run.length <= MOST_SPELLINGS) {
      run = run.flatMap((before) => next.map((after) => before + after));
      return;
    }
    whole = false;
    offer(asPieces(run));
    run = next;
  };
  for (const { spellings, needed: within } of parts) {
    // what may be left out in many spellings says less than what it would cost to tell them apart
    if (spellings !== null && (spellings.length <= 2 || !spellings.includes(''))) {
      offer(within);
      follow(spellings);
      continue;
    }
    whole = false;
    follow(within === null ? [GAP] : within.map((piece) => GAP + piece + GAP));
  }
  offer(asPieces(run));
  return { spellings: whole ? [...new Set(run)] : null, needed };
};

const ofKnown = ({ spellings, needed }: Known): string[] | null => {
  const own = spellings && asPieces(spellings);
  if (own === null || needed === null) return own ?? needed;
  return commonness(own) < commonness(needed) ? own : needed;
};

/** @returns the pieces as they stand in a text; null where one of them says nothing */
const asPieces = (spellings: string[]): string[] | null => {
  const pieces = [...new Set(spellings.flatMap(withEdges))];
  return pieces.length > 0 && pieces.every((piece) => weight(piece) > 0) ? pieces : null;
};

/** Where a piece is within another, the shorter is enough. */
const withoutLonger = (pieces: string[]): string[] => {
  const kept: string[] = [];
  for (const piece of pieces.toSorted((a, b) => a.length - b.length))
    if (!kept.some((shorter) => piece.includes(shorter))) kept.push(piece);
  return kept;
};

const isWord = (sign: string | undefined): boolean => sign !== undefined && signOf(sign.charCodeAt(0)) !== OTHER;
const isOpen = (sign: string | undefined): boolean => sign === undefined || sign === GAP;

/** @returns the piece with a space for each edge of a word at its ends; none where no text has such edges */
const withEdges = (spelling: string): string[] => {
  if (!spelling.includes(EDGE)) return [spelling];
  const parts = spelling.split(/\uF8FF+/);
  let piece = parts[0]!;
  for (const part of parts.slice(1)) {
    const [before, after] = [piece.at(-1), part[0]];
    if (isWord(before) && isWord(after)) return [];
    const atEnd = (isWord(before) && isOpen(after)) || (isOpen(before) && isWord(after));
    piece += (atEnd ? ' ' : '') + part;
  }
  return [piece];
};

/** @returns how much a piece says: the marks in it, about */
const weight = (piece: string): number =>
  piece.split(GAP).reduce((sum, part) => sum + (part === DIGIT ? 1 : weightOfPart(part)), 0);

const weightOfPart = (part: string): number => {
  let unspaced = 0;
  let spoken = false;
  for (let at = 0; at < part.length; at += 1) {
    const unit = part.charCodeAt(at);
    if (signOf(unit) !== OTHER) spoken = true;
    else if (isUnspaced(unit)) unspaced += 1;
  }
  return 2 * unspaced + (spoken ? Math.max(0, part.length - 2) : 0);
};

/** @returns about how many texts have one of the pieces; smaller is rarer */
const commonness = (pieces: string[]): number =>
  pieces.reduce((sum, piece) => sum + 0.2 ** Math.min(4, weight(piece)), 0);
