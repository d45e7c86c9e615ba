import type { LicenceKind } from '../knowledge/vocabulary.ts';
import type { Assessment } from './assess.ts';
import { strictest } from './grounds/ground.ts';
import type { Inquiry } from './inquiry.ts';

const SAME_TERMS_ONLY =
  /\b(under (this|the same) (licence|agreement|terms)( only)?|this licence only|only under|same licence)\b/i;

/** Terms with conditions of their own: what is passed on stays under them, whatever is put beside them. */
const TRAVELS: LicenceKind[] = ['custom-community', 'non-commercial'];

/**
 * "Can we publish our fine-tune under MIT?": where the terms of the base must travel along unchanged, it cannot be put
 * under another licence, so the answer is no.
 */
export const relicensed = (assessment: Assessment, inquiry: Inquiry): Assessment => {
  if (assessment.activity !== 'publish_derivative' && assessment.activity !== 'redistribute_weights') return assessment;
  const other = inquiry.subjects.find(
    (mention) =>
      mention.kind === 'licence' &&
      /\b(under|as|to|with) (an?|the)?\s*$/i.test(inquiry.text.slice(0, inquiry.text.indexOf(mention.written))),
  );
  if (other?.kind !== 'licence') return assessment;
  const bound = assessment.duties.find(
    ({ licence, obligation }) =>
      !other.licences.includes(licence) &&
      (obligation.kind === 'share_alike' ||
        (obligation.kind === 'pass_on_terms' && SAME_TERMS_ONLY.test(obligation.says)) ||
        (TRAVELS.includes(licence.kind) && ['pass_on_terms', 'licence_copy'].includes(obligation.kind))),
  );
  if (!bound) return withRestrictions(assessment, other.label);
  const { licence, obligation } = bound;
  const finding = {
    topic: 'derivative_distribution' as const,
    stance: 'conditional' as const,
    clause: obligation.clause,
    marker: obligation.marker,
    says: obligation.says,
  };
  const ground = {
    topic: finding.topic,
    verdict: 'no' as const,
    licence,
    finding,
    says: obligation.says,
    note: `So it cannot be put under ${other.label} alone.`,
    via: bound.via,
  };
  return {
    ...assessment,
    verdict: strictest([assessment.verdict, 'no']),
    deciding: licence,
    grounds: [ground, ...assessment.grounds],
  };
};

/** Restrictions that recipients must be bound to go into whatever licence is put on a changed version. */
const withRestrictions = (assessment: Assessment, label: string): Assessment => {
  const passed = assessment.duties.find(({ obligation }) => obligation.kind === 'pass_on_terms');
  if (!passed) return assessment;
  const note = `Under ${label} these restrictions would still have to be part of the terms.`;
  return {
    ...assessment,
    grounds: assessment.grounds.map((ground) =>
      ground.topic === 'derivative_distribution' && ground.licence === passed.licence
        ? { ...ground, note: [ground.note, note].filter(Boolean).join(' ') }
        : ground,
    ),
  };
};
