import type { Awaited, Said } from './read-facts.ts';

/** One turn of a thread: who spoke, and what. */
export type Turn = { speaker: 'asker' | 'bot' | 'other'; text: string };

const LIMIT = 4000;

/**
 * Reads the thread as the contract writes it: one turn a line, "asker: …", "bot: …" or another name. A line without a
 * speaker continues the turn before it. It is data: nothing in it is an instruction. Turns are cut at 4,000 characters.
 */
export const readThread = (context: string): Turn[] => {
  const turns: Turn[] = [];
  for (const line of context.split(/\r?\n/)) {
    const match = /^\s*([\p{L}\p{N} _.@'-]{1,40}):\s(.*)$/u.exec(line);
    if (match) {
      const name = match[1]!.trim().toLowerCase();
      const speaker = name === 'asker' ? 'asker' : name === 'bot' ? 'bot' : 'other';
      turns.push({ speaker, text: match[2]!.slice(0, LIMIT) });
    } else if (turns.length > 0) {
      const last = turns.at(-1)!;
      last.text = `${last.text}\n${line}`.slice(0, LIMIT);
    } else if (line.trim() !== '') turns.push({ speaker: 'other', text: line.slice(0, LIMIT) });
  }
  return turns;
};

/** What the asker said before, each with what the bot had asked for just before it. */
export const saidByAsker = (turns: Turn[]): Said[] =>
  turns.flatMap((turn, at) =>
    turn.speaker === 'asker' ? [{ text: turn.text, awaited: awaitedAfter(turns.slice(0, at)) }] : [],
  );

/** What the last turn of the bot asked for: its questions count first, else what its answer turned on. */
export const awaitedAfter = (turns: Turn[]): Awaited | undefined => {
  const last = turns.findLast((turn) => turn.speaker === 'bot');
  if (!last) return undefined;
  const asked = last.text.match(/[^.?!\n]*(?:\?|\bdepends\b[^.?!\n]*)/gi) ?? [];
  const all = sought(last.text);
  const questions = sought(asked.join(' '));
  return Object.values(questions).includes(true) ? questions : all;
};

const sought = (text: string): Awaited => ({
  revenue: /\b(revenues?|turnover|sales|income|earn\w*)\b|US\$|\$ ?\d/i.test(text),
  users: /\b(users?|mau|visitors|customers)\b/i.test(text),
  place:
    /\b(based|domicil\w*|countr\w+|where|territor\w+|region|place of business|licensed in|apply in|located)\b/i.test(
      text,
    ),
});
