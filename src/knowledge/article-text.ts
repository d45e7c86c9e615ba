const CITATION = /\[\^([a-z0-9][a-z0-9.+-]*)\]/g;

/** @returns the source ids cited in a text as `[^id]`, in order, each once */
export const citationsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(CITATION)].map((match) => match[1]!)),
];

/** @returns the text without its citations */
export const withoutCitations = (text: string): string =>
  text
    .replace(CITATION, '')
    .replace(/ +([.,;])/g, '$1')
    .trim();

/** @returns the paragraphs and list items of a Markdown text, headings and table rules left out */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n{2,}/)
    .flatMap((block) => block.split(/\n(?=[-*] |\d+\. )/))
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '' && !block.startsWith('#'));
