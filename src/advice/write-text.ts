import type { Answer, Slot, Statement } from './answer.ts';
import { mergeDuties, mergeStatements } from './merge-lines.ts';
import { capital, plainVerdict } from './wording.ts';

/** As many versions as fit into a sentence, and as many licences as a card holds. */
const MANY = 2;

/** @returns an answer as plain text: what a person reads in a terminal, and the fallback text of a message */
export const writeText = (answer: Answer): string => {
  const card = answer.kind === 'licence';
  // with many licences the card of each would bury which version has which
  const licences = new Set([...answer.variants, ...answer.subjects].map((item) => item.licence));
  const many = card && licences.size > MANY && answer.conditions.length > 2 * licences.size;
  const brief =
    many || (card && answer.verdict !== null && answer.subjects.some((subject) => subject.release !== null));
  const ship = brief ? '' : section('What to ship', mergeDuties(answer.obligations));
  // who asked what to ship reads that first
  const shipping = answer.summary.some((line) => line.startsWith(TO_SHIP));
  const blocks = [
    ...answer.corrections.filter((line) => !answer.headline.includes(line)).map((line) => `Correction: ${line}`),
    answer.headline,
    answer.in_your_language ?? '',
    answer.explanation.map((line) => line.text).join(' '),
    answer.read_as.join('\n'),
    summaryText(answer),
    section('', answer.points),
    answer.variants.length > MANY
      ? section(
          new Set(answer.subjects.map((subject) => subject.written)).size > 1 ? 'One by one' : 'By version',
          answer.variants.map((variant) => capital(variant.says)),
        )
      : answer.variants.map((variant) => `${capital(variant.says)}.`).join(' '),
    many ? 'Name a version to read what its licence says.' : '',
    section(
      'Models',
      answer.picks.map((pick) => `${pick.name} (${pick.licence}): ${pick.because.join('; ')}`),
    ),
    answer.kind === 'comparison' ? tableText(answer) : '',
    shipping ? ship : '',
    brief ? '' : section(card ? 'What it says' : 'Conditions', mergeStatements(answer.conditions)),
    brief ? '' : card ? silentText(answer) : section('Based on', mergeStatements(notYetSaid(answer))),
    shipping ? '' : ship,
    answer.kind === 'comparison' ? '' : tableText(answer),
    section('Part by part', slotLines(answer)),
    answer.lineage_names.length > 0 && answer.variants.length === 0
      ? `Made from ${answer.lineage_names.slice(0, 8).join(', ')}${answer.lineage_names.length > 8 ? ` and ${answer.lineage_names.length - 8} more` : ''}.`
      : '',
    answer.left_out.length > 0 ? `Left out: ${answer.left_out.join('; ')}.` : '',
    answer.nearest.length > 0 ? `Closest names we hold: ${answer.nearest.join(', ')}.` : '',
    section(
      answer.verdict === 'depends' || answer.kind === 'clarification' ? 'To settle it' : 'To check',
      answer.kind === 'clarification' && answer.points.length > 0
        ? []
        : answer.asks.map((ask) => ask.question).filter((question) => question !== answer.headline),
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

/** How the summary begins where it was asked what to ship. */
export const TO_SHIP = 'To ship or do: ';

/** Said where the versions are listed below it. */
export const DIFFERS = 'The answer differs by version or size.';

/** The first sentences, without those that stand among the conditions right below. */
export const summaryText = (answer: Answer): string =>
  answer.summary
    .filter((line) => line !== DIFFERS || answer.variants.length > MANY)
    .filter(
      (line) =>
        ![...answer.conditions, ...answer.evidence.filter((statement) => statement.clause !== null)].some(
          (statement) => statement.says !== '' && line.includes(statement.says),
        ),
    )
    .join(' ');

/** Without what the first sentences say already. */
const notYetSaid = (answer: Answer): Statement[] => {
  const said = summaryText(answer);
  return answer.evidence.filter((line) => line.clause !== null || !said.includes(line.says));
};

/** What a licence does not speak of, in one line a licence. */
const silentText = ({ evidence, conditions }: Answer): string => {
  const names = [...new Set(evidence.map((line) => line.licence_name))];
  const several = new Set([...evidence, ...conditions].map((line) => line.licence_name)).size > 1;
  const lines = names.map((name) => {
    const topics = evidence
      .filter((line) => line.licence_name === name)
      .map((line) =>
        line.says.replace(/: not addressed in the text\.$/, '').replace(/^./, (first) => first.toLowerCase()),
      );
    return `${topics.join(', ')}${several ? ` (${name})` : ''}`;
  });
  return lines.length === 1 ? `Not addressed: ${lines[0]}.` : section('Not addressed', lines);
};

/** Parts that come out alike share a line. */
const slotLines = ({ slots }: Answer): string[] => {
  const groups = new Map<string, { names: string[]; slot: Slot }>();
  for (const [name, slot] of Object.entries(slots)) {
    const key = JSON.stringify([slot.verdict, slot.says]);
    const group = groups.get(key) ?? { names: [], slot };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map(
    ({ names, slot }) =>
      `${capital(names.join(' and '))}: ${slot.verdict ? `${plainVerdict(slot.verdict)}. ` : ''}${slot.says}`,
  );
};

const section = (title: string, lines: string[]): string => {
  if (lines.length === 0) return '';
  const body = lines.map((line) => `- ${line}`).join('\n');
  return title === '' ? body : `${title}:\n${body}`;
};

/** The table as a list, one line a row; empty where there is none. */
export const tableText = ({ table }: Answer): string => {
  if (!table) return '';
  const rows = table.rows.map((row) => `- ${row.label}: ${row.cells.filter(Boolean).join(' | ')}`);
  return [`${table.head.filter(Boolean).join(' | ')}:`, ...rows].join('\n');
};
