import type { Button, KnownBlock } from '@slack/types';
import type { Answer, DutyLine, Pick, Statement } from '../../advice/answer.ts';
import { clauseName } from '../../advice/wording.ts';
import { summaryText } from '../../advice/write-text.ts';
import { cut, LIMITS } from '../limits.ts';
import { bold, escaped, link } from '../mrkdwn.ts';
import { caveatOf, contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import { controlsFor } from './controls.ts';
import { GLYPHS, glance } from './glance.ts';

/** How much is shown before "Details". */
const BRIEF = { conditions: 4, duties: 5, variants: 8, notes: 2, points: 6, picks: 8 };

export type AnswerMessageOptions = {
  /** what the buttons carry to find the question again; null leaves the buttons out */
  key: string | null;
  /** everything, as under Details */
  full?: boolean;
  /** facts from the team profile that were used, shown as an assumption */
  assumed?: string | null;
  /** what the team decided, and what it can do with the answer */
  own?: OwnPart;
  /** shown to one person, who may share it */
  ephemeral?: boolean;
};

/** What a team has beside the answer itself. */
export type OwnPart = {
  /** its decisions about these models, above everything */
  decided: KnownBlock[];
  /** its decisions about others that are close to them, below the verdict */
  beside: KnownBlock[];
  buttons: (key: string) => Button[];
};

/** An answer as a Slack message: verdict first, then why, the conditions, what to ship, the parts at a glance. */
export const answerMessage = (answer: Answer, options: AnswerMessageOptions): Outgoing =>
  seal(
    `${answer.headline} ${answer.summary.join(' ')}`,
    answerBlocks(answer, options),
    answer.sources,
    caveatOf(answer),
    options.key === null
      ? []
      : controlsFor(answer, options.key, options.ephemeral ?? false, options.own?.buttons(options.key)),
  );

/** What stands above sources and caveat, for a message that says more than the answer. */
export const answerBlocks = (answer: Answer, options: AnswerMessageOptions): KnownBlock[] => {
  const most = options.full
    ? (Object.fromEntries(Object.keys(BRIEF).map((key) => [key, Number.POSITIVE_INFINITY])) as typeof BRIEF)
    : BRIEF;
  const atAGlance = glance(answer);
  const side = answer.kind === 'comparison' || answer.kind === 'licence' ? tableBlocks(answer) : [];
  const shared = sharedReasons(answer);
  return [
    ...(options.own?.decided ?? []),
    ...answer.corrections.flatMap((line) => sections(`⚠️ ${bold('Correction:')} ${escaped(line)}`)),
    ...sections(
      `${answer.verdict ? `${GLYPHS[answer.verdict]} ` : ''}${bold(answer.headline)}${answer.in_your_language ? `\n${escaped(answer.in_your_language)}` : ''}${summaryLines(answer)}`,
    ),
    ...explanationBlocks(answer),
    ...(atAGlance.length > 0 ? [contextBlock(cut(atAGlance.join('\n'), LIMITS.contextText))] : []),
    ...(answer.read_as.length > 0
      ? [contextBlock(cut(answer.read_as.map(escaped).join(' '), LIMITS.contextText))]
      : []),
    ...(options.assumed ? [contextBlock(escaped(`Assumed from your team profile: ${options.assumed}.`))] : []),
    ...(options.own?.beside ?? []),
    ...side,
    ...list('', answer.points.map(escaped), most.points),
    ...list(
      new Set(answer.subjects.map((subject) => subject.written)).size > 1 ? 'One by one' : 'By version',
      answer.variants.map(
        (variant) => `${variant.verdict ? `${GLYPHS[variant.verdict]} ` : ''}${escaped(variant.says)}`,
      ),
      most.variants,
    ),
    ...list(
      answer.kind === 'licence' ? 'What it says' : 'Conditions',
      cited(answer.conditions, statementWords),
      most.conditions,
    ),
    ...(options.full || answer.conditions.length === 0
      ? list('Based on', cited(answer.evidence, statementWords), options.full ? 99 : 2)
      : []),
    ...list('What to ship', cited(answer.obligations, dutyWords), most.duties),
    ...(side.length > 0 ? [] : tableBlocks(answer)),
    ...list(
      shared.length > 0 ? `Each: ${shared.join('; ')}` : 'Models',
      answer.picks.map((pick) => pickLine(pick, shared)),
      most.picks,
    ),
    ...list('Left out', answer.left_out.map(escaped), options.full ? 99 : 3),
    ...(options.full
      ? list(
          'Part by part',
          Object.entries(answer.slots).map(([name, slot]) => `${name}: ${escaped(slot.says)}`),
          99,
        )
      : []),
    ...(answer.nearest.length > 0 ? sections(`Closest names we hold: ${answer.nearest.map(escaped).join(', ')}.`) : []),
    ...list(
      'To settle it',
      answer.asks.map((ask) => escaped(ask.question)),
      4,
    ),
    ...(answer.notes.length > 0
      ? [
          contextBlock(
            cut(
              answer.notes
                .slice(0, most.notes)
                .map((note) => `ℹ️ ${escaped(note)}`)
                .join('\n'),
              LIMITS.contextText,
            ),
          ),
        ]
      : []),
    ...hiddenNote(answer, most),
  ];
};

/** What a language model worded, each sentence with its clauses, and that it did. */
const explanationBlocks = (answer: Answer): KnownBlock[] =>
  answer.explanation.length === 0
    ? []
    : [
        ...sections(
          answer.explanation
            .map(
              (line) =>
                `${escaped(line.text)}${line.cites.map((cite) => ` ${link(cite.url, clauseName(cite.licence_name, cite.clause))}`).join('')}`,
            )
            .join('\n'),
        ),
        contextBlock('✎ Worded by a language model from the statements below; each sentence was checked against them.'),
      ];

const summaryLines = (answer: Answer): string => {
  const text = summaryText(answer);
  return text === ''
    ? ''
    : `
${escaped(text)}`;
};

/** Lines with their clauses. The licence is named with the first of its clauses; the next ones give the clause alone. */
const cited = <T extends Statement | DutyLine>(lines: T[], words: (line: T) => string): string[] =>
  lines.map((line, at) => {
    const named = lines[at - 1]?.licence === line.licence && /^[\d(]/.test(line.clause ?? '');
    return `${words(line)} ${link(line.source, named ? clauseAlone(line.clause!) : clauseName(line.licence_name, line.clause))}`;
  });
const clauseAlone = (clause: string): string => clauseName('', clause).replace(/^, /, '');

const statementWords = (line: Statement): string =>
  `${escaped(line.says)}${line.note ? ` _${escaped(line.note)}_` : ''}`;

const dutyWords = (duty: DutyLine): string =>
  `${bold(duty.label)}: ${escaped(duty.says)}${duty.exact ? ` → \`${escaped(duty.exact).replaceAll('`', "'")}\`` : ''}`;

/** Reasons that every pick of a shortlist has: they are said once. */
const sharedReasons = ({ picks }: Answer): string[] =>
  picks.length < 2 ? [] : picks[0]!.because.filter((reason) => picks.every((pick) => pick.because.includes(reason)));

const pickLine = (pick: Pick, shared: string[]): string => {
  const own = pick.because.filter((reason) => !shared.includes(reason));
  return `${bold(pick.name)} (${escaped(pick.licence)})${own.length > 0 ? `: ${escaped(own.join('; '))}` : ''}`;
};

const list = (title: string, lines: string[], most: number): KnownBlock[] => {
  if (lines.length === 0) return [];
  return sections(
    `${title ? `${bold(title)}\n` : ''}${lines
      .slice(0, most)
      .map((line) => `• ${line}`)
      .join('\n')}`,
  );
};

const hiddenNote = (answer: Answer, most: typeof BRIEF): KnownBlock[] => {
  const hidden =
    Math.max(0, answer.conditions.length - most.conditions) +
    Math.max(0, answer.obligations.length - most.duties) +
    Math.max(0, answer.variants.length - most.variants) +
    Math.max(0, answer.points.length - most.points);
  return hidden > 0 ? [contextBlock(`${hidden} more under Details.`)] : [];
};

const tableBlocks = ({ table }: Answer): KnownBlock[] => {
  if (!table) return [];
  const cell = (text: string) => ({ type: 'raw_text' as const, text: cut(text === '' ? '–' : text, LIMITS.tableCell) });
  const [corner = '', ...columns] = table.head;
  const rows = [
    // a cell cannot be empty
    [corner === '' ? '\u00a0' : corner, ...columns],
    ...table.rows.map((row) => [
      row.label,
      ...row.cells.map((text, at) => {
        const verdict = row.verdicts?.[at];
        return verdict ? `${GLYPHS[verdict]} ${text}` : text;
      }),
    ]),
  ].slice(0, LIMITS.tableRows);
  return [
    {
      type: 'table',
      column_settings: table.head.map(() => ({ is_wrapped: true })),
      rows: rows.map((row) => row.slice(0, LIMITS.tableColumns).map(cell)),
    },
  ];
};
