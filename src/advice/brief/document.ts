/** How a word stands to the reader's plan; drawn as a colour beside the word, never instead of it. */
export type Tone = 'good' | 'caution' | 'bad' | 'open';
export type Span = { text: string; url?: string; strong?: true; tone?: Tone };
/** A line of text in pieces, some of them links. */
export type Line = Span[];

export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; items: Line[] }
  /** boxes to tick */
  | { kind: 'checks'; items: Line[] }
  /** `widths` are shares of the page's width */
  | { kind: 'table'; head: string[]; widths: number[]; rows: Line[][] }
  /** lines to fill in by hand */
  | { kind: 'form'; fields: string[] };

export type Section = { title: string; blocks: Block[] };

/** What a document says, apart from how it looks: Markdown and PDF are both drawn from it, so they say the same. */
export type Document = {
  title: string;
  subtitle: string;
  /** what stands at the top at a glance */
  facts: { label: string; line: Line }[];
  sections: Section[];
  /** the last line of every page */
  caveat: string;
  /** ISO date */
  composed: string;
};

/** @returns a line of plain text */
export const plain = (text: string): Line => [{ text }];
