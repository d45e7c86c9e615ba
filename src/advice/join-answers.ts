import { type Answer, makeAnswer, type SomeSources } from './answer.ts';
import { unique } from './evidence.ts';
import { strictest } from './grounds/ground.ts';
import { writeText } from './write-text.ts';

/**
 * Several questions in one message: one object whose text, conditions and subjects cover all; the verdict is the
 * strictest that was given, the kind that of the first answer with a verdict.
 * @param given at least one; what is the same answer twice is given once
 */
export const joinAnswers = (given: Answer[]): Answer => {
  const answers = given.filter(
    (answer, at) =>
      given.findIndex(({ kind, headline }) => kind === answer.kind && headline === answer.headline) === at,
  );
  const [first, ...more] = answers;
  if (more.length === 0) return first!;
  const lead = answers.find((answer) => answer.verdict !== null && answer.kind !== 'clarification') ?? first!;
  const verdicts = answers.flatMap((answer) => answer.verdict ?? []);
  const all = <T>(key: (answer: Answer) => T[]): T[] => unique(answers.flatMap(key));
  const sources = unique(answers.flatMap((answer) => [...answer.sources]));
  const joined = makeAnswer(
    {
      kind: lead.kind,
      headline: answers.map((answer) => answer.headline).join(' '),
      knowledge: first!.knowledge,
      sources: [sources[0]!, ...sources.slice(1)] satisfies SomeSources,
    },
    {
      verdict: verdicts.length > 0 ? strictest(verdicts) : null,
      activity: lead.activity,
      subjects: all((answer) => answer.subjects),
      lineage: all((answer) => answer.lineage),
      lineage_names: all((answer) => answer.lineage_names),
      slots: lead.slots,
      conditions: all((answer) => answer.conditions),
      evidence: all((answer) => answer.evidence),
      obligations: all((answer) => answer.obligations),
      asks: all((answer) => answer.asks),
      osaid: answers.find((answer) => answer.osaid)?.osaid ?? null,
      summary: all((answer) => answer.summary),
      in_your_language: unique(answers.flatMap((answer) => answer.in_your_language ?? [])).join(' ') || null,
      explanation: all((answer) => answer.explanation),
      corrections: all((answer) => answer.corrections),
      read_as: all((answer) => answer.read_as),
      variants: all((answer) => answer.variants),
      table: answers.find((answer) => answer.table)?.table ?? null,
      picks: all((answer) => answer.picks),
      left_out: all((answer) => answer.left_out),
      nearest: all((answer) => answer.nearest),
      notes: all((answer) => answer.notes),
      points: all((answer) => answer.points),
    },
    writeText,
  );
  const bodies = withoutRepeats(answers).map(bodyOf).join('\n\n---\n\n');
  return { ...joined, text: `${bodies}\n\n${tailOf(joined)}` };
};

const LISTS = ['corrections', 'read_as', 'conditions', 'evidence', 'obligations', 'asks', 'notes'] as const;

/** What an earlier answer of the message says in full is not said again in a later one. */
const withoutRepeats = (answers: Answer[]): Answer[] => {
  const said = new Set<string>();
  return answers.map((answer) => {
    const own: Answer = { ...answer };
    for (const list of LISTS) {
      const items: unknown[] = answer[list];
      Object.assign(own, { [list]: items.filter((item) => !said.has(JSON.stringify(item))) });
      for (const item of items) said.add(JSON.stringify(item));
    }
    const slots = JSON.stringify(answer.slots);
    if (said.has(slots)) own.slots = {};
    said.add(slots);
    const repeated = answer.conditions.length > 0 && own.conditions.length === 0;
    return repeated ? { ...own, summary: [...own.summary, 'The conditions are those above.'] } : own;
  });
};

/** The text of one answer without its sources and caveat, which come once at the end. */
const bodyOf = (answer: Answer): string =>
  writeText({ ...answer, sources: [] as never, caveat: '' }).replace(/\n*\s*Knowledge [^\n]*$/, '');

const tailOf = (answer: Answer): string =>
  `Sources:\n${answer.sources.map((source) => `- ${source.title}, ${source.url} (checked ${source.checked})`).join('\n')}\n\n${answer.caveat} Knowledge ${answer.knowledge.version}, oldest review ${answer.knowledge.oldest_review}.`;
