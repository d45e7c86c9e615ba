/** What a request asks of the model, read back from the marked blocks of its prompt. */
export type Listed = { id: string; means: string };
export type Named = { id: string; name: string; written: string };
export type Stated = { id: string; stance: string; place: string; says: string };
export type Asked =
  | { task: 'read'; question: string; thread: string; intents: Listed[]; activities: Listed[]; candidates: Named[] }
  | { task: 'explain'; question: string; headline: string; facts: Stated[] };

/** Answers in the words that the real model would send back, JSON or not. */
export type Persona = (asked: Asked) => string;

/**
 * @param messages all texts of the request, in order
 * @returns null for a prompt that is neither of the two this stand-in knows
 */
export const readAsked = (messages: string[]): Asked | null => {
  const prompt = messages.join('\n');
  const block = (name: string): string | null => {
    const inside = new RegExp(`\\n<${name}>\\n([\\s\\S]*?)\\n?</${name}>`).exec(`\n${prompt}`);
    return inside ? unescaped(inside[1]!) : null;
  };
  const lines = (name: string): string[] => (block(name) ?? '').split('\n').filter((line) => line.trim() !== '');
  const question = block('question');
  if (question === null) return null;
  if (block('facts') !== null)
    return {
      task: 'explain',
      question,
      headline: block('headline') ?? '',
      facts: lines('facts').map((line) => {
        const [id = '', stance = '', place = '', ...says] = line.split(' | ');
        return { id, stance, place, says: says.join(' | ') };
      }),
    };
  if (block('intents') === null) return null;
  const listed = (name: string): Listed[] =>
    lines(name).map((line) => {
      const colon = line.indexOf(': ');
      return { id: line.slice(0, colon), means: line.slice(colon + 2) };
    });
  return {
    task: 'read',
    question,
    thread: block('thread') ?? '',
    intents: listed('intents'),
    activities: listed('activities'),
    candidates: lines('candidates').map((line) => {
      const [id = '', name = '', written = ''] = line.split(' | ');
      return { id, name, written };
    }),
  };
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Lower case, one space between words: how questions and names are compared. */
export const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
