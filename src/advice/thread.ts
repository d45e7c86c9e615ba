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
