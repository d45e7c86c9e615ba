import type { Assessment } from './assess.ts';
import { allowsWithDuty, forbids, isOnlyWhereNamed, isTampering } from './fields.ts';
import { type Ground, strictest } from './grounds/ground.ts';

/**
 * A sensitive field of use was named. If our sentence on the forbidden uses names the field, the answer is no; if there
 * is a list of forbidden uses that we have not broken down that far, it is unknown, never a yes.
 */
export const fieldGround = (assessment: Assessment, asked: string[]): Assessment => {
  const told = assessment.grounds.map((ground) => ground.says);
  const fields = asked.filter(
    (field) =>
      (!isOnlyWhereNamed(field) || told.some((says) => forbids(says, field))) &&
      (!told.some((says) => allowsWithDuty(says, field)) || told.some((says) => forbids(says, field))),
  );
  const tampering = fields.find(isTampering);
  if (tampering) return withSafeguards(assessment, tampering);
  const lists = assessment.grounds.filter((ground) => ground.topic === 'use_restrictions');
  if (fields.length === 0 || lists.length === 0) return assessment;
  const named = lists.filter((ground) => fields.some((field) => forbids(ground.says, field)));
  const [first] = named;
  return first
    ? decidedBy(assessment, first, { ...first, verdict: 'no', note: null })
    : unreadFor(assessment, lists[0]!, fields);
};

/** There is a list of forbidden uses, and we have not broken it down as far as what was asked about. */
const unreadFor = (assessment: Assessment, list: Ground, fields: string[]): Assessment =>
  decidedBy(assessment, list, {
    ...list,
    verdict: 'unknown',
    note: `The list of forbidden uses has to be read for ${fields.join(', ')}; it is not broken down here.`,
  });

const decidedBy = (assessment: Assessment, ground: Ground, decisive: Ground): Assessment => ({
  ...assessment,
  verdict: strictest([assessment.verdict, decisive.verdict]),
  deciding: assessment.verdict === 'no' ? assessment.deciding : decisive.licence,
  grounds: assessment.grounds.map((other) =>
    other === ground ? { ...decisive, topic: 'use_restrictions' as const } : other,
  ),
});

/** Weakening safeguards: some licences end by themselves when that is done; wherever one says so, the answer is no. */
const withSafeguards = (assessment: Assessment, field: string): Assessment => {
  const licences = [...new Set(assessment.grounds.map((ground) => ground.licence))];
  for (const licence of licences) {
    const finding = licence.findings.find((item) => item.says && forbids(item.says, field));
    if (finding) {
      const ground = {
        topic: finding.topic,
        verdict: 'no' as const,
        licence,
        finding,
        says: finding.says!,
        note: null,
        via: null,
      };
      return { ...assessment, verdict: 'no', deciding: licence, grounds: [ground, ...assessment.grounds] };
    }
  }
  const list = assessment.grounds.find((ground) => ground.topic === 'use_restrictions');
  return list ? unreadFor(assessment, list, [field]) : assessment;
};
