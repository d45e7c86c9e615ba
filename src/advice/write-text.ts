import type { Answer, Statement } from './answer.ts';
import { capital, clauseName } from './wording.ts';

/** @returns an answer as plain text: what a person reads in a terminal, and the fallback text of a message */
export const writeText = (answer: Answer): string => {
  const blocks = [
    ...answer.corrections.map((line) => `Correction: ${line}`),
    answer.headline,
    answer.explanation.map((line) => line.text).join(' '),
    answer.read_as.join('\n'),
    summaryText(answer),
    section('', answer.points),
    section(
      'By version',
      answer.variants.map((variant) => capital(variant.says)),
    ),
    section(answer.kind === 'licence' ? 'What it says' : 'Conditions', answer.conditions.map(statementLine)),
    answer.kind === 'licence'
      ? section(
          'Not addressed',
          answer.evidence.map((line) => line.says),
        )
      : section('Based on', answer.evidence.map(statementLine)),
    section(
      'What to ship',
      answer.obligations.map(
        (duty) =>
          `${duty.label}: ${duty.says}${duty.exact ? ` Text: "${duty.exact}"` : ''} (${clauseName(duty.licence_name, duty.clause)})`,
      ),
    ),
    tableText(answer),
    section(
      'Part by part',
      Object.entries(answer.slots).map(
        ([name, slot]) =>
          `${capital(name)}: ${slot.verdict ? `${slot.verdict.replaceAll('_', ' ')}. ` : ''}${slot.says}`,
      ),
    ),
    answer.lineage_names.length > 0
      ? `Made from ${answer.lineage_names.slice(0, 8).join(', ')}${answer.lineage_names.length > 8 ? ` and ${answer.lineage_names.length - 8} more` : ''}.`
      : '',
    section(
      'Models',
      answer.picks.map((pick) => `${pick.name} (${pick.licence}): ${pick.because.join('; ')}`),
    ),
    section('Left out', answer.left_out),
    answer.nearest.length > 0 ? `Closest names we hold: ${answer.nearest.join(', ')}.` : '',
    section(
      answer.verdict === 'depends' || answer.kind === 'clarification' ? 'To settle it' : 'To check',
      answer.asks.map((ask) => ask.question),
    ),
    section('Good to know', answer.notes),
    section(
      'Sources',
      answer.sources.map((source) => `${source.title}, ${source.url} (checked ${source.checked})`),
    ),
    `${answer.caveat} Knowledge ${answer.knowledge.version}, oldest review ${answer.knowledge.oldest_review}.`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
};

/** The first sentences, without those that stand among the conditions right below. */
export const summaryText = (answer: Answer): string =>
  answer.summary
    .filter((line) => !answer.conditions.some((condition) => condition.says !== '' && line.includes(condition.says)))
    .join(' ');

const statementLine = (line: Statement): string =>
  `${line.says}${line.note ? ` ${line.note}` : ''} (${clauseName(line.licence_name, line.clause)})`;

const section = (title: string, lines: string[]): string => {
  if (lines.length === 0) return '';
  const body = lines.map((line) => `- ${line}`).join('\n');
  return title === '' ? body : `${title}:\n${body}`;
};

const tableText = ({ table }: Answer): string => {
  if (!table) return '';
  const rows = table.rows.map((row) => `- ${row.label}: ${row.cells.filter(Boolean).join(' | ')}`);
  return [`${table.head.join(' | ')}:`, ...rows].join('\n');
};
