import { isSize, type Token } from './tokens.ts';

const FILLER =
  /^(version|variant|model|size|sized|one|of|from|the|variante|version|parameters?|params?|von|de|du|der|vom|的)$/;
const LINK = /^(of|from|version|variant|variante|sized|parameters?|params?|von|de|vom|的)$/;

/** @returns the size before a name: "70b llama 2", "the 7 billion parameter model of the Falcon family" */
export const leadingSize = (tokens: Token[], at: number): Token | null => {
  const before = tokens[at - 1];
  // a comma between them (which counts as a word) starts the next name of a list
  if (before && !tokens[at]!.break && isSize(before.text) && tokens[at]!.word - before.word <= 1) return before;
  let links = false;
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const token = tokens[back]!;
    if (tokens[back + 1]!.break) return null;
    if (isSize(token.text)) return links ? token : null;
    if (!FILLER.test(token.text)) return null;
    links ||= LINK.test(token.text);
  }
  return null;
};
