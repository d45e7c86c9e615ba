import { hasGroup, marksOf, marksOfText } from './marks.ts';
import { neededPieces } from './needed-pieces.ts';

/** To tell what a pattern needs costs as much as a hundred searches, so one that is used for a single question is spared it. */
const AT_ONCE = 4;
/** So many marks of a piece are looked for, the rarest first; a text that has them all is searched. */
const MARKS = 3;

/**
 * A regular expression that sees from the marks of a text whether it can be in there at all, before it is searched
 * for. It finds what the plain one finds. Most rules of reading fit no part of most questions, so this takes most of the
 * time of reading away.
 */
export class Pattern extends RegExp {
  static override get [Symbol.species](): RegExpConstructor {
    return RegExp;
  }

  readonly #written: string;
  readonly #unicode: boolean;
  #plain: RegExp | null = null;
  /** the marks of the pieces of which a text must have one; null where any text may fit, undefined before it was asked */
  #needed: Uint16Array | null | undefined;
  #searches = 0;

  /**
   * @param source what is searched for
   * @param flags without `u` and `y`
   * @param written the source as it was written, for a shorter reading of what it needs
   * @param unicode whether it was written for the flag `u`
   */
  constructor(source: string, flags: string, written: string, unicode: boolean) {
    super(source, flags);
    this.#written = written;
    this.#unicode = unicode;
  }

  override test(text: string): boolean {
    if (!this.#mayFit(text)) return this.#nothing(false);
    return this.global ? this.exec(text) !== null : this.#search.test(text);
  }

  override exec(text: string): RegExpExecArray | null {
    if (!this.#mayFit(text)) return this.#nothing(null);
    const search = this.#search;
    if (!this.global) return search.exec(text);
    search.lastIndex = this.lastIndex;
    const found = search.exec(text);
    this.lastIndex = search.lastIndex;
    return found;
  }

  override [Symbol.match](text: string): RegExpMatchArray | null {
    return this.#mayFit(text) ? text.match(this.#search) : this.#nothing(null);
  }

  override [Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    return (this.#mayFit(text) ? text : '').matchAll(this.#mayFit(text) ? this.#search : NOWHERE);
  }

  override [Symbol.replace](text: string, by: string | ((substring: string, ...args: unknown[]) => string)): string {
    // one of the two signatures at a time
    return this.#mayFit(text) ? text.replace(this.#search, by as string) : this.#nothing(text);
  }

  override [Symbol.search](text: string): number {
    return this.#mayFit(text) ? text.search(this.#search) : -1;
  }

  override [Symbol.split](text: string, limit?: number): string[] {
    return text.split(this.#search, limit);
  }

  get #search(): RegExp {
    this.#plain ??= new RegExp(this.source, this.flags);
    return this.#plain;
  }

  /** What a search in vain leaves behind: the next one begins at the beginning. */
  #nothing<T>(result: T): T {
    if (this.global) this.lastIndex = 0;
    return result;
  }

  #mayFit(text: string): boolean {
    if (this.#needed === undefined) {
      this.#searches += 1;
      if (this.#searches <= AT_ONCE) return true;
      this.#needed = neededMarks(this.#written, this.#unicode);
    }
    return this.#needed === null || hasGroup(marksOfText(text), this.#needed, MARKS);
  }
}

const NOWHERE = /(?!)/g;

const neededMarks = (source: string, unicode: boolean): Uint16Array | null => {
  const pieces = neededPieces(source, unicode);
  return pieces && Uint16Array.from(pieces.flatMap((piece) => group(marksOf(piece))));
};

/** @returns as many marks as a group has; of a short piece one stands for those that it lacks */
const group = (marks: number[]): number[] => Array.from({ length: MARKS }, (_, n) => marks[n] ?? marks[0]!);
