import { type Asked, type Named, normal } from '../asked.ts';

type Reading = Extract<Asked, { task: 'read' }>;
export type Read = { intent: string; subjects: string[]; activities: string[] };

/** How an asker meant a question: subjects by any name that is listed among the candidates. */
export type MeantReading = Read & { question: string };
/** @returns how a question was meant, or undefined where nobody wrote it down */
export type AnswerBook = (question: string) => Read | undefined;

/** The book looks questions up by their words, whatever their case and spaces. */
export const answerBook = (readings: MeantReading[]): AnswerBook => {
  const book = new Map(readings.map(({ question, ...read }) => [normal(question), read]));
  return (question) => book.get(normal(question));
};

const INTENTS: [RegExp, string][] = [
  [/\b(compare|versus|vs\.?|difference|better)\b/, 'compare'],
  [/\b(which (model|one)s?|recommend|suggest|options?)\b/, 'shortlist'],
  [/\b(ship|include|notice|badge|credit|attribut\w+|give out with)\b/, 'ship'],
  [/\b(open[- ]?source|open[- ]?weights?|really open|how open)\b/, 'classify'],
  [/\b(licen[cs]e|terms)\b/, 'licence'],
];
const ACTIVITIES: [RegExp, string][] = [
  [/\b(fine[- ]?tun\w*|lora|adapt\w*|retrain\w*|customi[sz]e)\b/, 'fine_tune'],
  [/\b(distil\w*|train\w* (\w+ ){0,4}(on|with|from)|synthetic|teacher|student)\b/, 'train_on_outputs'],
  [/\b(publish|upload|release|hugging ?face|hub)\b/, 'publish_derivative'],
  [/\b(redistribut\w*|hand (it |them )?(on|over)|mirror|pass (it )?on)\b/, 'redistribute_weights'],
  [/\b(host\w*|api|endpoint|serve|service)\b/, 'host_for_others'],
  [/\b(app|product|embed\w*|device|bundle\w*|built?[- ]in|inside)\b/, 'embed_in_product'],
  [/\b(outputs?|what it (writes|makes|generates)|generated)\b/, 'use_outputs'],
  [/\b(research|paper|stud(y|ies)|thesis|academi\w*|university)\b/, 'research'],
  [/\b(internal\w*|in[- ]house|our own staff|employees|only us|behind the firewall)\b/, 'use_internally'],
  [
    /\b(commercial\w*|sell\w*|sold|paid|paying|money|revenue|business|customers?|clients?|charge|profit)\b/,
    'use_commercially',
  ],
];

/** Reads as the asker meant, where the book has the question; otherwise by a few words, and "none" without any. */
export const readHonestly = (asked: Reading, book: AnswerBook): Read => {
  const meant = book(asked.question);
  const offered = (ids: string[], items: { id: string }[]) => ids.filter((id) => items.some((item) => item.id === id));
  if (meant)
    return {
      intent: offered([meant.intent], asked.intents)[0] ?? 'none',
      subjects: [...new Set(meant.subjects.flatMap((name) => candidateNamed(name, asked.candidates)?.id ?? []))],
      activities: offered(meant.activities, asked.activities),
    };
  const question = normal(asked.question);
  const activities = offered(matching(ACTIVITIES, question), asked.activities);
  const intents = offered(matching(INTENTS, question), asked.intents);
  return {
    intent: intents[0] ?? offered(activities.length > 0 ? ['assess'] : [], asked.intents)[0] ?? 'none',
    subjects: subjectsIn(question, normal(asked.thread), asked.candidates),
    activities: activities.slice(0, 3),
  };
};

const matching = (table: [RegExp, string][], text: string): string[] =>
  table.filter(([words]) => words.test(text)).map(([, id]) => id);

const candidateNamed = (name: string, candidates: Named[]): Named | undefined => {
  const wanted = normal(name);
  const calls = ({ id, name: full, written }: Named) => [id, full, written].map(normal);
  return (
    candidates.find((candidate) => calls(candidate).includes(wanted)) ??
    candidates.find((candidate) => calls(candidate).some((call) => call.includes(wanted) || wanted.includes(call)))
  );
};

/** Names of the question; where it has none, the one named last in the thread. */
const subjectsIn = (question: string, thread: string, candidates: Named[]): string[] => {
  const place = (text: string, { name, written }: Named): number =>
    Math.max(...[name, written].map((call) => (call === '' ? -1 : text.lastIndexOf(normal(call)))));
  const here = candidates.filter((candidate) => place(question, candidate) >= 0);
  if (here.length > 0) return here.slice(0, 5).map(({ id }) => id);
  const before = candidates
    .filter((candidate) => place(thread, candidate) >= 0)
    .sort((a, b) => place(thread, b) - place(thread, a));
  return before.slice(0, 1).map(({ id }) => id);
};
