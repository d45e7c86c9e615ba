import type { Release } from '../catalogue.ts';
import type { NameIndex } from './name-index.ts';
import { isVersion, joined, type Token, tokensOf } from './tokens.ts';

/** What a piece behind a name can stand for: "v3" is 3 or 0.3, "4" is 4.0 too, "embeddings" embedding, "distilled" distill. */
export const spellingsOf = (tokens: Token[], at: number): { piece: string; length: number }[] => {
  const { text } = tokens[at]!;
  const next = tokens[at + 1];
  const one = (piece: string) => ({ piece, length: 1 });
  if (text === 'v' && next && joined(tokens, at + 1))
    return [next.text, ...(/^\d$/.test(next.text) ? [`0.${next.text}`] : [])]
      .map((piece) => ({ piece, length: 2 }))
      .concat(one(text));
  if (isVersion(text) && !text.includes('.')) return [one(text), one(`${text}.0`)];
  // "BLOOMZ 7b" has 7.1 billion parameters
  if (/^\d{1,2}b$/.test(text)) return [one(text), one(text.replace('b', '.1b'))];
  const root = /^[a-z]{5,}(?:s|ed)$/.test(text) ? text.replace(/(?:s|ed)$/, '') : null;
  return root ? [one(text), one(root)] : [one(text)];
};

/** Releases with all the pieces: first among the narrow scope, then its line, then everything that carries the name. */
export const narrow = (
  index: NameIndex,
  scope: Release[],
  wide: Release[],
  window: string[],
  extras: string[],
): Release[] => {
  const has = (release: Release, pieces: string[]) => pieces.every((piece) => index.bags.get(release.id)!.has(piece));
  const inside = scope.filter((release) => has(release, extras));
  if (inside.length > 0) return inside;
  const beside = wide.filter((release) => has(release, [...window, ...extras]));
  if (beside.length > 0) return beside;
  // a nickname reaches the whole line: "R1 70b" is a distilled R1
  if (window.length <= 2 && window.every((piece) => piece.length <= 2)) {
    const line = index.lineOf.get(scope[0]?.id ?? '');
    const holders = index.releasesByToken.get(extras.at(-1)!) ?? new Set<Release>();
    const kin = [...holders].filter(
      (release) => index.lineOf.get(release.id) === line && has(release, [...window, ...extras]),
    );
    if (kin.length > 0) return kin;
  }
  // "qwen vl 2.5" is Qwen2.5-VL, a sibling in the same line
  if (window.length >= 2 && /^\d\.\d$/.test(extras.at(-1) ?? '')) {
    const line = index.lineOf.get(scope[0]?.id ?? '');
    const kin = [...(index.releasesByToken.get(extras.at(-1)!) ?? [])].filter(
      (release) => index.lineOf.get(release.id) === line && has(release, [...window, ...extras]),
    );
    if (kin.length > 0) return kin;
  }
  // numbers alone do not lead out of the name: another family that was built on it carries them too
  if (extras.every((piece) => /^\d/.test(piece))) return [];
  const pieces = [...window, ...extras].flatMap((piece) => piece.split(/\s+/));
  const holders = pieces.map((piece) => index.releasesByToken.get(piece));
  if (holders.some((held) => held === undefined)) return [];
  const [smallest] = (holders as Set<Release>[]).sort((a, b) => a.size - b.size);
  // another line's release only where that line is named too: "LLaMA-Pro" is not Hermes 2 Pro Llama
  return [...smallest!].filter(
    (release) =>
      has(release, pieces) && tokensOf(index.lineOf.get(release.id)!).every((token) => pieces.includes(token.text)),
  );
};
