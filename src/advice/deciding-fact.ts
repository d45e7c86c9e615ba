import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Condition } from '../knowledge/schema.ts';
import type { Topic, Verdict } from '../knowledge/vocabulary.ts';
import type { Assessment } from './assess.ts';
import { amount, placeName, weigh } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { Ground } from './grounds/ground.ts';

/** How many conditions a first line names. */
const MOST = 3;

/**
 * What decided, in a few words for the first line: the limit, the place, the kind of licence. Empty where the verdict
 * says it all.
 * @param verdict the strictest over the assessments
 */
export const decidingFact = (
  catalogue: Catalogue,
  verdict: Verdict,
  assessments: Assessment[],
  facts: Facts,
): string => {
  const deciding = assessments.filter((assessment) => assessment.verdict === verdict);
  const grounds = deciding.flatMap((assessment) =>
    assessment.grounds
      .filter((ground) => ground.verdict === verdict)
      .map((ground) => ({ ground, activity: assessment.activity })),
  );
  const outcomes = grounds.flatMap(({ ground, activity }) =>
    (ground.finding?.when ?? []).map((condition) => ({
      condition,
      outcome: weigh(catalogue, condition, facts, activity),
    })),
  );
  const of = (wanted: Verdict) =>
    outcomes.filter(({ outcome }) => outcome.verdict === wanted).map(({ condition }) => condition);
  switch (verdict) {
    case 'yes':
    case 'unknown':
      return '';
    case 'depends':
      return on([
        ...outcomes
          .filter(({ outcome }) => outcome.verdict === 'depends')
          .map(({ condition, outcome }) =>
            outcome.ask?.fact === 'second_condition' ? second(condition) : turnsOn(condition),
          ),
        ...deciding.flatMap(({ asks }) => (asks.some((ask) => ask.fact === 'competing') ? ['what is trained'] : [])),
        ...deciding.flatMap(({ asks }) =>
          asks.some((ask) => ask.fact === 'licence_conditions') ? ["the developer's conditions"] : [],
        ),
      ]);
    case 'no': {
      const [broken] = of('no');
      const [first] = grounds;
      const why = broken ? beyond(broken) : first ? ruledOut(first.ground, facts) : '';
      const via = first?.ground.via && !broken ? `, through its base ${first.ground.via.name}` : '';
      return why + via;
    }
    case 'yes_with_conditions':
      return [
        ...new Set([
          ...of('yes_with_conditions').flatMap(within),
          ...duties(
            deciding,
            grounds.map(({ ground }) => ground),
          ),
        ]),
      ]
        .slice(0, MOST)
        .join(', ');
    default:
      return verdict satisfies never;
  }
};

const on = (facts: string[]): string => {
  const unique = [...new Set(facts)].slice(0, MOST);
  return unique.length > 0 ? `on ${unique.join(' and ')}` : '';
};

/** Beyond its limit a threshold turns on a second fact. */
const second = (condition: Condition): string =>
  'and' in condition && condition.and && !condition.met_by ? `whether ${condition.and}` : 'what your business does';

const turnsOn = (condition: Condition): string => {
  switch (condition.measure) {
    case 'territory':
      return condition.counted === 'domicile' ? 'where your company is based' : 'where it is used';
    case 'purpose':
      return 'your purpose';
    case 'monthly_active_users':
      return 'your monthly users';
    case 'daily_active_users':
      return 'your daily users';
    case 'annual_revenue_usd':
      return 'your yearly revenue';
    case 'monthly_revenue_usd':
      return 'your monthly revenue';
    case 'edge_devices':
      return 'the number of devices';
    default:
      return condition satisfies never;
  }
};

const beyond = (condition: Condition): string => {
  switch (condition.measure) {
    case 'territory':
      return `not licensed in ${condition.excludes.map(placeName).join(', ')}`;
    case 'purpose':
      return condition.only === 'non_commercial' ? 'non-commercial purposes only' : `${condition.only} only`;
    default:
      return `over its limit of ${amount(condition.measure, condition.above ?? condition.at_least!)}`;
  }
};

/** A threshold or a purpose that must be kept to; a label beyond a threshold is no limit, and a place was cleared. */
const within = (condition: Condition): string[] => {
  if (condition.measure === 'territory') return [];
  if (condition.measure === 'purpose') return [beyond(condition)];
  if (condition.then === 'display_duty' || condition.and) return [];
  const limit = amount(condition.measure, condition.above ?? condition.at_least!);
  return [condition.above === undefined ? `below ${limit}` : `up to ${limit}`];
};

const duties = (deciding: Assessment[], grounds: Ground[]): string[] => {
  const kinds = new Set(
    deciding.flatMap((item) =>
      item.duties.filter(({ obligation }) => !obligation.when).map(({ obligation }) => obligation.kind),
    ),
  );
  return [
    ...(kinds.has('registration') ? ['after registration'] : []),
    ...(kinds.has('badge') ? ['with its label shown'] : []),
    ...(kinds.has('name_prefix') ? ['with its name rule'] : []),
    ...(kinds.has('share_alike') ? ['under the same licence'] : []),
    ...(grounds.some((ground) => ground.topic === 'use_restrictions') ? ['within its use rules'] : []),
    ...(kinds.has('pass_on_terms') ? ['with its terms passed on'] : []),
  ];
};

const RULED_OUT: Partial<Record<Topic, string>> = {
  output_training: 'its terms rule out training on outputs',
  output_use: 'its terms limit the outputs',
  redistribution: 'copies may not be passed on',
  derivative_distribution: 'changed versions may not be passed on',
  modification: 'changes are not allowed',
  use_restrictions: 'a forbidden use',
  hosting: 'offering it as a service is ruled out',
};

const ruledOut = ({ topic, licence, finding, note }: Ground, facts: Facts): string => {
  if (note?.startsWith('Over the limit')) return 'over its limit';
  const broken = /^So (.*)\.$/.exec(note ?? '');
  if (broken) return broken[1]!;
  if (finding === null && licence.kind === 'api-terms') return 'the weights are not released';
  if (licence.kind === 'non-commercial' && ['commercial_use', 'internal_use', 'hosting'].includes(topic))
    return 'its licence is non-commercial';
  if (topic === 'output_training' && facts.competing) return 'its terms rule out training competing models';
  return RULED_OUT[topic] ?? 'its terms rule it out';
};
