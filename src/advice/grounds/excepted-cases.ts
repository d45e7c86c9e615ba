import type { Activity, Topic } from '../../knowledge/vocabulary.ts';
import { patternOf } from '../../patterns/pattern-of.ts';
import type { Facts } from '../facts.ts';
import type { Item, Own } from './ground.ts';

const DENIES = patternOf(
  /\b(not|no|nor|bars?|barred|forbid\w*|excluded|without|end this|prohibit\w*|only with (?:prior |written |their |its )*(?:consent|permission|agreement))\b/i,
);
/** Below a threshold the case is no exception; the threshold is weighed by itself. */
const NEEDS_ANOTHER = patternOf(
  /\bneeds a separate licence if\b(?![^;]*\babove\b)|\bcompetes? with\b[^;]*; then\b[^;.]*\bmust first give\b/i,
);
const OWN_BUSINESS: Activity[] = ['use_internally', 'use_commercially', 'host_for_others', 'embed_in_product'];
const RIVAL = patternOf(
  /compet\w*[^.;]{0,30}\b(product|service|business|activit\w+|use|offering)|\b(product|service|business|activit\w+|application|offering)\b[^.;]{0,40}compet|\brival/i,
);

/** @returns the findings that take a product that competes with the developer's out of the right */
export const rivalFindings = (own: Own, activity: Activity): Item[] =>
  own.facts.competing !== true || !OWN_BUSINESS.includes(activity)
    ? []
    : own.binding.documents.flatMap((licence) =>
        licence.findings
          .filter((finding) => finding.stance !== 'permitted' && finding.stance !== 'silent')
          .filter((finding) => RIVAL.test(finding.says ?? '') && DENIES.test(finding.says ?? ''))
          .slice(0, 1)
          .map((finding) => ({ licence, finding })),
      );

/** The asker names the very case that our sentence takes out of the right: a rival, or access sold on. */
export const excepts = (topic: Topic, says: string, facts: Facts): boolean => {
  if (!['hosting', 'commercial_use', 'use_restrictions', 'internal_use', 'output_use'].includes(topic)) return false;
  return (
    (DENIES.test(says) || NEEDS_ANOTHER.test(says)) &&
    ((facts.work_assistant === true && /\bwork assistant\b/i.test(says)) ||
      (facts.serves_models === true &&
        /\b(inference|model[- ]as[- ]a[- ]service|platform infrastructure|computing)\b/i.test(says)) ||
      (facts.competing === true && /\bcompet|\brival/i.test(says)) ||
      (facts.reselling === true &&
        /\bre-?s(?:ell|old|ale)|on (?:its|their) own|stand-?alone|leased|sublicens|rented or sold|sold as such/i.test(
          says,
        )))
  );
};
