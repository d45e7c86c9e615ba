/** Cuts a message into the pieces that are read by themselves, in order; at least one. */
export const splitMessage = (text: string): string[] => joinStubs(splitQuestions(text));

/** Cuts a message into sentences; a dot inside a name or number ("3.1", "v0.2.gguf") does not end one. */
const splitQuestions = (text: string): string[] => {
  const pieces = text
    .split(/(?<=[?？!！。；;])\s*|(?<=\.)\s+(?=[A-Z\p{Script=Han}])|\n+/u)
    .flatMap((piece) =>
      piece.split(
        /,?\s+(?:and|also|plus)\s+(?=(?:can|may|do|does|is|are|what|which|who|must|should|how)\s+(?:we|i|it|the|they|you|do|does|our|licen)\b)/i,
      ),
    )
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.length > 0 ? pieces : [text];
};

/** "Kolors for a catalogue, 2M users. Conditions?": a question of a few words is asked of the statement before it. */
const joinStubs = (pieces: string[]): string[] => {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const stub = /[?？]\s*$/.test(piece) && piece.split(/\s+/).length <= 2 && !/[?？]\s*$/.test(last ?? '?');
    if (stub) joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
};
