import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Stance, Verdict } from '../../knowledge/vocabulary.ts';
import type { Answer, DutyLine, Statement } from '../answer.ts';
import type { Fact } from '../model-ports.ts';
import { doing } from '../wording.ts';
import { type CitedFact, LONGEST } from './check-sentence.ts';

export type AnswerFact = Fact &
  CitedFact & {
    /** where a reader finds it; null for what the rules computed */
    source: { name: string; url: string } | null;
  };

/** Enough for any single question; a comparison of five licences stays below it too. */
const MOST = 24;

const VERDICT_SAYS: Record<Verdict, (subject: string, activity: string) => string> = {
  yes: (subject, activity) => `Yes, ${activity} is permitted for ${subject}.`,
  yes_with_conditions: (subject, activity) => `Yes, subject to conditions, ${activity} is permitted for ${subject}.`,
  depends: (subject, activity) =>
    `It depends on a fact that was not given whether ${activity} is permitted for ${subject}.`,
  unknown: (subject, activity) =>
    `It is not known whether ${activity} is permitted for ${subject}; what was read does not settle it.`,
  no: (subject, activity) => `No, ${activity} is not permitted for ${subject} under this licence.`,
};

/**
 * The grounding packet: the decided statements of an answer, each with an id, and nothing else. The verdict comes first.
 * Answers without statements (asked back, not covered, declined) give none.
 */
export const factsOf = (catalogue: Catalogue, answer: Answer): AnswerFact[] => {
  if (['clarification', 'not_covered', 'declined'].includes(answer.kind)) return [];
  const plain = (says: string): Omit<AnswerFact, 'id'> => ({
    says,
    stance: null,
    licence: null,
    clause: null,
    about: answer.subjects.map((subject) => subject.name),
    source: null,
  });
  const stanceOf = (line: Statement): Stance | null =>
    catalogue.licences.get(line.licence)?.findings.find((finding) => finding.topic === line.topic)?.stance ?? null;
  const held = (line: Statement | DutyLine, says: string, stance: Stance | null): Omit<AnswerFact, 'id'> => ({
    says,
    stance,
    licence: line.licence_name,
    clause: line.clause,
    about: [
      line.licence_name,
      ...answer.subjects.filter((subject) => subject.licence === line.licence).map((subject) => subject.name),
    ],
    source: { name: line.licence_name, url: line.source },
  });
  const facts = [
    ...(answer.kind === 'assessment' && answer.verdict && answer.activity
      ? [
          plain(
            VERDICT_SAYS[answer.verdict](
              answer.subjects.map((subject) => subject.name).join(' and ') || 'it',
              doing(answer.activity),
            ),
          ),
        ]
      : [plain(answer.headline)]),
    ...answer.corrections.map(plain),
    ...answer.conditions.flatMap((line) => [
      held(line, line.says, stanceOf(line)),
      ...(line.note ? [held(line, line.note, null)] : []),
    ]),
    ...answer.obligations.map((line) => held(line, `${line.label}: ${line.says}`, 'conditional')),
    ...answer.evidence.map((line) => held(line, line.says, stanceOf(line))),
    ...answer.summary
      .filter((line) => !answer.conditions.some((condition) => line.includes(condition.says)))
      .map(plain),
    ...answer.points.map(plain),
    ...answer.variants.map((variant) => plain(variant.says)),
    ...(answer.table?.rows ?? []).flatMap((row) =>
      row.cells.map((cell, at) => {
        const name = answer.table!.head[at + 1] ?? '';
        return { ...plain(`${row.label} of ${name}, ${cell}`), about: [name].filter(Boolean) };
      }),
    ),
  ];
  return unique(facts)
    .filter((fact) => fact.says.length <= LONGEST)
    .slice(0, MOST)
    .map((fact, at) => ({ id: `f${at + 1}`, ...fact }));
};

const unique = (facts: Omit<AnswerFact, 'id'>[]): Omit<AnswerFact, 'id'>[] => {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = `${fact.licence} ${fact.clause} ${fact.says}`;
    if (fact.says.trim() === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
