import { patternOf } from '../patterns/pattern-of.ts';
/** Cuts a message into the pieces that are read by themselves, in order; at least one. */
export const splitMessage = (text: string): string[] => joinStubs(splitQuestions(text));

/** Cuts a message into sentences; a dot inside a name or number ("3.1", "v0.2.gguf") does not end one. */
const splitQuestions = (text: string): string[] => {
  const pieces = text
    .split(
      /(?<=[?？!！。；;])(?!\s*\))\s*|(?<=\.)\s+(?=[A-Z\p{Script=Han}]|(?:can|could|is|are|do|does|what|which|how|must|should) )|\n+/u,
    )
    .flatMap((piece) =>
      piece.split(
        /,?\s+(?:and|also|plus)\s+(?=(?:can|may|do|does|is|are|what|which|who|must|should|how)\s+(?:we|i|it|the|they|you|do|does|our|licen)\b|(?:is it |are we )?(?:ok|okay|fine|allowed|permitted|free|legal) to\b)/i,
      ),
    )
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.length > 0 ? pieces : [text];
};

const CHANGED_IT = patternOf(/\b(fine-?tuned|trained|merged|quanti[sz]ed|modified|distilled|adapted)\b/i);
const PASSES_IT_ON = patternOf(
  /\b(publish|release|redistribut|distribut|share|upload|sell|open[- ]?source)\w*\b[^?]{0,20}\b(it|this|them|that|the (result|model|weights))\b/i,
);

/** "Kolors for a catalogue, 2M users. Conditions?": a question of a few words is asked of the statement before it. */
const joinStubs = (pieces: string[]): string[] => {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    // a name in it would be a question of its own
    const stub =
      !/\d|(?<=.)\p{Lu}/u.test(piece) &&
      /[?？]\s*$/.test(piece) &&
      piece.split(/\s+/).length <= 3 &&
      !/[?？]\s*$/.test(last ?? '?');
    // "Fine-tuned X. Can I publish it?": it is the fine-tune that is published
    const result = last !== undefined && !/[?？]\s*$/.test(last) && CHANGED_IT.test(last) && PASSES_IT_ON.test(piece);
    if (result) joined[joined.length - 1] = `${last.replace(/[.!]\s*$/, '')}, ${piece}`;
    else if (stub) joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
};
