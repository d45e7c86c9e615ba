import { patternOf } from '../patterns/pattern-of.ts';
import type { Assessment } from './assess.ts';
import { amount } from './conditions.ts';
import { sentenceList } from './wording.ts';

const COUNTED =
  '(?:(?:number of |monthly |daily |active |yearly |annual |user |company )*(?:users?|user ?base|maus?|daus?|revenues?|sales|turnover|income|earnings))';
const BOUND = '(?:limits?|caps?|thresholds?|ceilings?|maximum)';

/** "Is there a user limit?", "any MAU cap?", "how many users may we have?": whether there is one, and where it lies. */
const ASKS_LIMIT = patternOf(
  `\\b(?:is|are) there (?:an?y?|some|still) (?:\\w+ )?${COUNTED}(?:[- ]based)? ${BOUND}\\b|\\b(?:is|are) there (?:an?y?|some) ${BOUND}\\b[^.?!]{0,12}\\b(?:on|of|for|by|regarding) (?:the |our |monthly )?${COUNTED}\\b|\\b(?:does|do|has|have)\\b[^.?!]{2,60}\\b(?:an?y?) (?:\\w+ )?(?:${COUNTED} ${BOUND}|${BOUND} (?:on|of|for) (?:the |our )?${COUNTED})\\b|(?:^|[.!,;:] *)(?:and |so )?(?:any|which|what|what's the|what is the) ${COUNTED} ${BOUND}\\b(?=[^.!]*\\?|\\s+(?:on|for|in|of|with) )|\\bhow many (?:monthly |daily |active )*users (?:may|can|could|are) (?:we|i|you|allowed|permitted)\\b`,
  'i',
);

/** @returns whether a text asks if there is a limit on users or revenue */
export const asksForLimit = (text: string): boolean => ASKS_LIMIT.test(text);

/**
 * The first words of the answer: the limits, or that there are none.
 * @param cases the assessments of each version
 * @returns null where the versions differ, or a text was not read in full
 */
export const answerLimit = (cases: Assessment[][]): string | null => {
  const each = cases.map((assessments) => limitsOf(assessments));
  const [first] = each;
  if (!first || each.some((limits) => limits === null || limits.join() !== first.join())) return null;
  return first.length === 0
    ? 'No limit on users or revenue'
    : `Limit${first.length > 1 ? 's' : ''} of ${sentenceList(first)}`;
};

const limitsOf = (assessments: Assessment[]): string[] | null => {
  const grounds = assessments.flatMap((assessment) => assessment.grounds);
  const documents = [...grounds, ...assessments.flatMap(({ duties }) => duties)].map(({ licence }) => licence);
  if (grounds.length === 0 || documents.some(({ text }) => text.extent !== 'full')) return null;
  const conditions = documents.flatMap((licence) => [
    ...licence.findings.flatMap((finding) => finding.when ?? []),
    ...licence.obligations.flatMap((obligation) => obligation.when ?? []),
  ]);
  return [
    ...new Set(
      conditions.flatMap((condition) =>
        condition.measure === 'territory' || condition.measure === 'purpose'
          ? []
          : [amount(condition.measure, condition.above ?? condition.at_least!)],
      ),
    ),
  ];
};
