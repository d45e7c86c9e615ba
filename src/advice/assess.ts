import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { ancestorsOf, type Binding, bindingsOf, documentsOf } from '../knowledge/lineage.ts';
import type { Finding, Obligation } from '../knowledge/schema.ts';
import type { Activity, Topic, Trigger, Verdict } from '../knowledge/vocabulary.ts';
import { type Ask, weigh } from './conditions.ts';
import type { Facts } from './facts.ts';
import { rivalFindings } from './grounds/excepted-cases.ts';
import { type Ground, type Own, strictest } from './grounds/ground.ts';
import { findingsOf, groundsFor, isMultimodal } from './grounds/read-findings.ts';
import { weighFinding } from './grounds/weigh-finding.ts';

export type Duty = { licence: Licence; obligation: Obligation; via: Release | null };

export type Unsettled = 'outputs-of-non-commercial-weights';

export type Assessment = {
  activity: Activity;
  verdict: Verdict;
  grounds: Ground[];
  duties: Duty[];
  asks: Ask[];
  unsettled: Unsettled | null;
  /** the licence whose verdict decided */
  deciding: Licence | null;
};

/** The topics that decide an activity. All must allow it; the strictest decides. */
const DECIDED_BY: Record<Activity, Topic[]> = {
  use_internally: ['internal_use'],
  use_commercially: ['commercial_use'],
  host_for_others: ['hosting', 'commercial_use'],
  redistribute_weights: ['redistribution'],
  fine_tune: ['modification'],
  publish_derivative: ['derivative_distribution'],
  embed_in_product: ['commercial_use', 'redistribution'],
  use_outputs: ['output_use'],
  train_on_outputs: ['output_training'],
  research: ['research_use'],
};

const TRIGGERED_BY: Record<Activity, Trigger[]> = {
  use_internally: ['any_use'],
  use_commercially: ['any_use', 'commercial_use', 'product', 'hosting'],
  host_for_others: ['any_use', 'commercial_use', 'hosting'],
  redistribute_weights: ['any_use', 'redistribution'],
  fine_tune: ['any_use'],
  publish_derivative: ['any_use', 'redistribution', 'derivative'],
  embed_in_product: ['any_use', 'commercial_use', 'product', 'redistribution'],
  use_outputs: ['any_use', 'outputs'],
  train_on_outputs: ['any_use', 'output_training'],
  research: ['any_use', 'publication'],
};

/** Keeping the licence and the notices is what every licence asks; a plain yes stays one with these. */
const ORDINARY: Obligation['kind'][] = ['licence_copy', 'notice_file', 'attribution', 'mark_changes'];

const ON_OUTPUTS: Activity[] = ['use_outputs', 'train_on_outputs'];

/**
 * What a release's licences say on an activity, for the facts at hand. The release's own licences and those of its
 * bases all bind; the strictest decides.
 */
export const assessRelease = (catalogue: Catalogue, release: Release, activity: Activity, facts: Facts): Assessment => {
  const withheld = release.artefacts.weights?.status === 'withheld';
  const bindings = bindingsOf(catalogue, release);
  const parts = bindings.map((binding) => assessBinding(catalogue, binding, release, activity, facts));
  const statements = groundsFromStatements(catalogue, release, activity, facts);
  const assessment = combine(activity, parts, statements);
  const needsWeights =
    ['redistribute_weights', 'publish_derivative', 'embed_in_product'].includes(activity) || facts.self_host;
  const ownTerms = bindings[0]?.licence ?? null;
  if (withheld && ownTerms && (needsWeights || activity === 'fine_tune')) {
    const verdict: Verdict = needsWeights ? 'no' : 'unknown';
    const says = needsWeights
      ? 'The weights are not released; the model is offered as a service only.'
      : 'The weights are not released; what the service offers for fine-tuning is not covered here.';
    const ground: Ground = {
      topic: 'redistribution',
      verdict,
      licence: ownTerms,
      finding: null,
      says,
      note: null,
      via: null,
    };
    return {
      ...assessment,
      verdict,
      grounds: [ground, ...assessment.grounds.filter((item) => item.verdict === verdict && item.finding)],
      duties: [],
      asks: [],
      deciding: ownTerms,
    };
  }
  return assessment;
};

/** What one licence says on an activity. @param release the model it is asked for, where a finding binds only some models */
export const assessLicence = (
  catalogue: Catalogue,
  licence: Licence,
  activity: Activity,
  facts: Facts,
  release: Release | null = null,
): Assessment => {
  const binding: Binding = {
    licence,
    via: release as Release,
    relation: null,
    documents: documentsOf(catalogue, licence),
  };
  return combine(activity, [assessBinding(catalogue, binding, release, activity, facts)], []);
};

const combine = (activity: Activity, parts: Assessment[], statements: Ground[]): Assessment => {
  const said = statements.find((ground) => ground.verdict !== 'unknown');
  const verdicts = parts.map((part) => (said && part.verdict === 'unknown' ? settledBy(said, part) : part.verdict));
  const verdict = parts.length === 0 ? 'unknown' : strictest(verdicts);
  const deciding = parts.find((_, at) => verdicts[at] === verdict)?.deciding ?? null;
  const open =
    said && verdict === 'depends'
      ? [{ fact: 'licence_conditions', question: 'Do you meet all that the developer asks for (see above)?' }]
      : [];
  return {
    activity,
    verdict,
    deciding,
    grounds: [...statements, ...parts.flatMap((part) => part.grounds)],
    duties: parts.flatMap((part) => part.duties),
    asks: uniqueAsks([...parts.flatMap((part) => part.asks), ...open]),
    unsettled: verdict === 'unknown' ? (parts.find((part) => part.unsettled)?.unsettled ?? null) : null,
  };
};

/**
 * What the developer says settles a text that was read and leaves the point open. Of a text that nobody read it can only
 * say on what it depends, or that it is not allowed.
 */
const settledBy = (said: Ground, part: Assessment): Verdict => {
  if (part.deciding?.text.extent !== 'none' || said.verdict === 'no') return said.verdict;
  return said.verdict === 'yes_with_conditions' ? 'depends' : 'unknown';
};

/** What the developer says beside the licence (README, card) can settle what the licence leaves open, never undo it. */
const groundsFromStatements = (catalogue: Catalogue, release: Release, activity: Activity, facts: Facts): Ground[] =>
  release.statements
    .filter((statement) => DECIDED_BY[activity].includes(statement.topic))
    .flatMap((statement) => {
      const licence = catalogue.licences.get(release.licences.find((period) => !period.until)?.licence ?? '');
      if (!licence) return [];
      // whether the rest is met is asked as a whole, so only what the facts decide counts here
      const outcomes = (statement.when ?? []).map((condition) => weigh(catalogue, condition, facts, activity));
      const excluded = outcomes.find((outcome) => outcome.verdict === 'no');
      const ground = {
        topic: statement.topic,
        licence,
        finding: null,
        says: `${statement.says} (${statement.where})`,
        via: null,
      };
      return [{ ...ground, verdict: excluded ? 'no' : BY_STANCE[statement.stance], note: excluded?.note ?? null }];
    });

const BY_STANCE: Record<Finding['stance'], Verdict> = {
  permitted: 'yes',
  conditional: 'yes_with_conditions',
  prohibited: 'no',
  silent: 'unknown',
  unclear: 'unknown',
};

const assessBinding = (
  catalogue: Catalogue,
  binding: Binding,
  release: Release | null,
  activity: Activity,
  facts: Facts,
): Assessment => {
  const via = release && binding.via !== release ? binding.via : null;
  const asks: Ask[] = [];
  const grounds: Ground[] = [];
  // "use its outputs" means for business where nothing else is said
  const purpose = facts.purpose ?? (activity === 'use_outputs' ? 'commercial' : undefined);
  const own = {
    catalogue,
    binding,
    release,
    facts: purpose === facts.purpose ? facts : { ...facts, purpose },
    via,
    asks,
    activity,
  };
  let unsettled: Unsettled | null = null;
  for (const topic of DECIDED_BY[activity]) {
    const found = groundsFor(own, topic);
    grounds.push(...found);
    if (
      topic.startsWith('output_') &&
      binding.licence.kind === 'non-commercial' &&
      found.every((ground) => ground.verdict === 'unknown')
    )
      unsettled = 'outputs-of-non-commercial-weights';
  }
  const territory = findingsOf(own, 'territory').map((item) => weighFinding(own, 'territory', item));
  grounds.push(
    ...territory.filter(
      (ground) => ground.finding?.when && (!ON_OUTPUTS.includes(activity) || ground.verdict === 'no'),
    ),
  );
  grounds.push(...allRightsLost(own, activity), ...rivalry(own, activity));
  grounds.push(
    ...findingsOf(own, 'use_restrictions')
      .filter((item) => item.finding.stance !== 'permitted')
      .map((item) => weighFinding(own, 'use_restrictions', item)),
  );
  const duties = dutiesFor(own, activity);
  const strict = grounds.map((ground) => ground.verdict);
  if (duties.some((duty) => !ORDINARY.includes(duty.obligation.kind))) strict.push('yes_with_conditions');
  const verdict = grounds.length === 0 ? 'unknown' : strictest(strict);
  return {
    activity,
    verdict,
    grounds: dedupe(grounds),
    duties,
    asks: verdict === 'no' ? [] : asks.filter((ask) => verdict !== 'unknown' || ask.fact !== ''),
    unsettled,
    deciding: binding.licence,
  };
};

/** A product that competes with the developer's is not allowed wherever the terms say so. */
const rivalry = (own: Own, activity: Activity): Ground[] =>
  rivalFindings(own, activity).map((item) => ({
    ...weighFinding({ ...own, asks: [] }, item.finding.topic, item),
    topic: 'use_restrictions' as const,
    verdict: 'no' as const,
  }));

/** A threshold on internal use covers every right of the licence: beyond it nothing else is allowed either. */
const allRightsLost = (own: Own, activity: Activity): Ground[] => {
  if (activity === 'research' || DECIDED_BY[activity].includes('internal_use')) return [];
  const quiet = { ...own, asks: [] };
  return findingsOf(own, 'internal_use')
    .filter((item) => item.finding.when?.some((condition) => condition.measure !== 'purpose'))
    .map((item) => weighFinding(quiet, 'internal_use', item))
    .filter((ground) => ground.verdict === 'no');
};

const dutiesFor = (own: Own, activity: Activity): Duty[] =>
  own.binding.documents.flatMap((licence) =>
    licence.obligations
      .filter((obligation) => obligation.on.some((trigger) => TRIGGERED_BY[activity].includes(trigger)))
      .filter((obligation) => obligation.scope !== 'multimodal' || !own.release || isMultimodal(own.binding.via))
      .filter((obligation) => (obligation.when ?? []).every((condition) => applies(own, condition)))
      .map((obligation) => ({ licence, obligation, via: own.via })),
  );

/** A duty beyond a threshold is left out only when the facts clear the threshold. */
const applies = ({ catalogue, facts }: Own, condition: NonNullable<Obligation['when']>[number]): boolean =>
  !(weigh(catalogue, condition, facts).note ?? '').startsWith('Met');

const dedupe = (grounds: Ground[]): Ground[] =>
  grounds.filter(
    (ground, at) =>
      grounds.findIndex(
        (other) => other.finding === ground.finding && other.says === ground.says && other.licence === ground.licence,
      ) === at,
  );

const uniqueAsks = (asks: Ask[]): Ask[] =>
  asks.filter((ask, at) => asks.findIndex((other) => other.question === ask.question) === at);

/** @returns the names of the lineage, nearest base first */
export const lineageOf = (catalogue: Catalogue, release: Release): Release[] =>
  ancestorsOf(catalogue, release).map((item) => item.release);
