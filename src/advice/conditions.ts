import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Condition, Territory, Threshold } from '../knowledge/schema.ts';
import type { Activity, Measure, Verdict } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { type Facts, liesIn } from './facts.ts';

export type Ask = { fact: string; question: string };

/** How one condition comes out for the facts at hand. */
export type Outcome = {
  verdict: Verdict;
  /** what was compared, in words, when a fact decided it */
  note: string | null;
  ask: Ask | null;
};

/**
 * Holds a condition against the facts. A threshold that the facts clear leaves the right with the condition shown; one
 * they exceed takes it away, unless its consequence is only a label. Without the fact it depends, except that a
 * threshold out of nearly everyone's reach (rubric.yml, thresholds_of_few) is named and asked for, not waited for.
 */
export const weigh = (catalogue: Catalogue, condition: Condition, facts: Facts, activity?: Activity): Outcome => {
  switch (condition.measure) {
    case 'territory':
      return weighTerritory(condition, facts);
    case 'purpose':
      return weighPurpose(facts, activity);
    default:
      return weighThreshold(catalogue, condition, facts, activity);
  }
};

/** What goes into a product is business more often than not, so it is asked for. */
const weighPurpose = ({ purpose }: Facts, activity?: Activity): Outcome => {
  if (purpose === 'commercial') return { verdict: 'no', note: null, ask: null };
  if (purpose !== undefined || activity !== 'embed_in_product')
    return { verdict: 'yes_with_conditions', note: null, ask: null };
  const question = 'Is what it goes into for business: sold, or part of what you earn money with?';
  return { verdict: 'depends', note: null, ask: { fact: 'purpose', question } };
};

const weighThreshold = (catalogue: Catalogue, condition: Threshold, facts: Facts, activity?: Activity): Outcome => {
  const limit = condition.above ?? condition.at_least!;
  const { measure } = condition;
  const known = figureFor(measure, facts);
  const harmless = condition.then === 'display_duty' || condition.then === 'registration';
  const beyond = known !== null && (condition.above !== undefined ? known.figure > limit : known.figure >= limit);
  if (known === null || (known.lowerBoundOnly && !beyond) || isTooNear(known.figure, limit, measure, facts)) {
    const ask = { fact: measure, question: questionFor(condition) };
    const rare = limit >= (catalogue.rubric.thresholds_of_few[measure] ?? Number.POSITIVE_INFINITY);
    // beyond it only a label is due, which the duty says itself
    if (condition.then === 'display_duty') return { verdict: 'yes_with_conditions', note: null, ask: null };
    return { verdict: harmless || rare ? 'yes_with_conditions' : 'depends', note: null, ask };
  }
  // the same unit is not said twice
  const bound = known.as ? amount(measure, limit) : amount(measure, limit).replace(UNIT, '');
  const rough = facts.rough_revenue && measure.endsWith('_usd') ? ' (turned into dollars roughly)' : '';
  const compared = `${amount(known.as ?? measure, known.figure)}${rough} against a limit of ${bound}`;
  if (!beyond) return { verdict: 'yes_with_conditions', note: `Met: ${compared}.`, ask: null };
  // what is more than twelve times a month's limit is above it in some month
  const surely = known.as === 'annual_revenue_usd' && measure === 'monthly_revenue_usd' && known.figure > 12 * limit;
  if (known.upperBoundOnly && !surely)
    return {
      verdict: harmless ? 'yes_with_conditions' : 'depends',
      note: null,
      ask: condition.then === 'display_duty' ? null : { fact: measure, question: questionFor(condition) },
    };
  if (harmless) return { verdict: 'yes_with_conditions', note: `Applies: ${compared}.`, ask: null };
  const second = condition.and ? isSecondMet(condition, facts, activity) : true;
  if (second === false) return { verdict: 'yes_with_conditions', note: null, ask: null };
  if (second === null)
    return {
      verdict: 'depends',
      note: `Over the limit: ${compared}.`,
      ask: { fact: 'second_condition', question: `Is it true that ${condition.and}?` },
    };
  return { verdict: 'no', note: `Over the limit: ${compared}.`, ask: null };
};

/** A figure from another currency is no basis within 15 % of a limit. */
const isTooNear = (figure: number, limit: number, measure: Measure, facts: Facts): boolean =>
  facts.rough_revenue === true && measure.endsWith('_usd') && figure > limit / 1.15 && figure < limit * 1.15;

/** @returns whether the second fact a threshold needs holds too; null where it was not said */
const isSecondMet = (condition: Threshold, facts: Facts, activity?: Activity): boolean | null => {
  if (activity && condition.met_by?.includes(activity)) return true;
  if (/\bcore business\b/i.test(condition.and ?? '')) return facts.core_business ?? null;
  if (!condition.met_by?.includes('host_for_others')) return null;
  const { serves_models, work_assistant } = facts;
  return serves_models || (work_assistant && /assistant/i.test(condition.and ?? '')) ? true : (serves_models ?? null);
};

const UNIT = patternOf(/ (monthly users|daily users|devices|a year|a month)$/);

type Known = { figure: number; as?: Measure; upperBoundOnly?: boolean; lowerBoundOnly?: boolean };

/**
 * A month's revenue cannot exceed the year's, nor a day's users the month's: the larger figure can clear a limit and not
 * exceed it, the smaller one can exceed it and not clear it.
 */
const figureFor = (measure: Measure, facts: Facts): Known | null => {
  const own = facts[measure];
  const lowerBoundOnly = facts.part_of_group === true && measure.endsWith('_usd');
  if (own !== undefined) return lowerBoundOnly ? { figure: own, lowerBoundOnly } : { figure: own };
  if (measure === 'monthly_revenue_usd' && facts.annual_revenue_usd !== undefined)
    return { figure: facts.annual_revenue_usd, as: 'annual_revenue_usd', upperBoundOnly: true };
  if (measure === 'monthly_active_users' && facts.daily_active_users !== undefined)
    return { figure: facts.daily_active_users, as: 'daily_active_users', lowerBoundOnly: true };
  if (measure === 'daily_active_users' && facts.monthly_active_users !== undefined)
    return { figure: facts.monthly_active_users, as: 'monthly_active_users', upperBoundOnly: true };
  if (measure === 'annual_revenue_usd' && facts.monthly_revenue_usd !== undefined)
    return { figure: facts.monthly_revenue_usd * 12 };
  return null;
};

/** @returns the question a person would ask for the figure: "Does your product have more than 1 million monthly users?" */
const questionFor = (condition: Threshold): string => {
  const limit = amount(condition.measure, condition.above ?? condition.at_least!).replace(/ a (year|month)$/, '');
  const more = condition.above !== undefined ? `more than ${limit}` : `${limit} or more`;
  const past = condition.at === 'month_before_release' || condition.at === 'release_date';
  const when =
    condition.at === 'month_before_release'
      ? " in the month before the model's release"
      : condition.at === 'release_date'
        ? " on the day of the model's release"
        : '';
  const affiliates = condition.counted === 'licensee_and_affiliates';
  switch (condition.measure) {
    case 'annual_revenue_usd':
    case 'monthly_revenue_usd': {
      const period = condition.measure === 'annual_revenue_usd' ? 'a year' : 'a month';
      return condition.counted === 'product'
        ? `Does your product bring in ${more} ${period}?`
        : `Is your revenue ${more} ${period}${affiliates ? ', affiliates included' : ''}?`;
    }
    case 'edge_devices':
      return `Would it run on ${more}?`;
    default:
      return condition.counted === 'product'
        ? `${past ? 'Did' : 'Does'} your product have ${more}${when}?`
        : `${past ? 'Did' : 'Do'} your products${affiliates ? ", with your affiliates'," : ''} have ${more}${when}?`;
  }
};

const weighTerritory = (condition: Territory, facts: Facts): Outcome => {
  const places =
    condition.counted === 'domicile' ? facts.territories : [...(facts.territories ?? []), ...(facts.used_in ?? [])];
  const names = condition.excludes.map(placeName).join(', ');
  const ask: Ask =
    condition.counted === 'domicile'
      ? { fact: 'territories', question: `Is your company based (domicile or main place of business) in ${names}?` }
      : { fact: 'territories', question: `Are you in, or would you use or offer it in, ${names}?` };
  if (!places || places.length === 0) return { verdict: 'depends', note: null, ask };
  const inside = places.filter((place) => condition.excludes.some((excluded) => liesIn(place, excluded)));
  if (inside.length > 0)
    return { verdict: 'no', note: `${inside.map(placeName).join(', ')}: excluded (${names}).`, ask: null };
  return {
    verdict: 'yes_with_conditions',
    note: `Met: ${places.map(placeName).join(', ')} is not excluded (${names}).`,
    ask: null,
  };
};

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' });
/** @returns the place as it stands in a sentence: "the European Union", "Korea" */
export const placeName = (code: string): string =>
  code === 'EU'
    ? 'the European Union'
    : code === 'EEA'
      ? 'the European Economic Area'
      : ['GB', 'US', 'NL', 'AE'].includes(code)
        ? `the ${REGIONS.of(code)}`
        : (REGIONS.of(code) ?? code);

/** @returns a figure as people write it: 700 million, 1,000,000 as 1 million, 20,000 */
export const figure = (value: number): string => {
  for (const [unit, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const)
    if (value >= unit) return `${Number((value / unit).toFixed(2))} ${name}`;
  return value.toLocaleString('en-US');
};

/** @returns a figure with what it counts: "700 million monthly users", "US$10 million a year" */
export const amount = (measure: Measure, value: number): string => {
  switch (measure) {
    case 'monthly_active_users':
      return `${figure(value)} monthly users`;
    case 'daily_active_users':
      return `${figure(value)} daily users`;
    case 'annual_revenue_usd':
      return `US$${figure(value)} a year`;
    case 'monthly_revenue_usd':
      return `US$${figure(value)} a month`;
    case 'edge_devices':
      return `${figure(value)} devices`;
    default:
      return measure satisfies never;
  }
};
