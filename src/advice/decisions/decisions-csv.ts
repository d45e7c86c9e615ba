import { type Decision, isExpired } from './decision.ts';

const HEAD = [
  'release',
  'name',
  'use',
  'outcome',
  'note',
  'expires',
  'decided_by',
  'decided_by_name',
  'decided_at',
  'stands',
  'licence_verdict_then',
  'knowledge_version_then',
];

/**
 * Every decision that was ever recorded, one line each, oldest first.
 * @param changes of one workspace, in any order @param today ISO date
 */
export const decisionsCsv = (changes: Decision[], today: string): string => {
  const inTime = [...changes].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const latest = new Map(inTime.map((one) => [`${one.release} ${one.activity}`, one]));
  const rows = inTime.map((one) => [
    one.release,
    one.name,
    one.activity,
    one.outcome,
    one.note,
    one.expires ?? '',
    one.by.id,
    one.by.name,
    one.at,
    latest.get(`${one.release} ${one.activity}`) !== one ? 'replaced' : isExpired(one, today) ? 'expired' : 'current',
    one.basis.verdict ?? '',
    one.basis.version,
  ]);
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};

/** With these a spreadsheet begins a formula, also full-width, or behind a tab or line end. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Quoted as RFC 4180 has it; what a spreadsheet would run as a formula is made text. */
const cell = (value: string): string => {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
