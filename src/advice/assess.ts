import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { ancestorsOf, type Binding, bindingsOf, documentsOf } from '../knowledge/lineage.ts';
import type { Finding, Obligation } from '../knowledge/schema.ts';
import { type Activity, type Topic, type Trigger, VERDICTS, type Verdict } from '../knowledge/vocabulary.ts';
import { type Ask, weigh } from './conditions.ts';
import type { Facts } from './facts.ts';

/** A finding that bears on the answer, with the document it stands in. */
export type Ground = {
  topic: Topic;
  verdict: Verdict;
  licence: Licence;
  finding: Finding | null;
  /** our sentence, or what is missing where there is no finding */
  says: string;
  note: string | null;
  /** the release that brings the licence in, where it is not the one asked about */
  via: Release | null;
};

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
  host_for_others: ['any_use', 'commercial_use', 'product', 'hosting'],
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

/** Where the text does not speak of the narrower thing, the wider grant covers it. */
const COVERED_BY: Partial<Record<Topic, Topic>> = {
  internal_use: 'commercial_use',
  hosting: 'commercial_use',
  research_use: 'commercial_use',
  output_use: 'commercial_use',
};

const ON_OUTPUTS: Activity[] = ['use_outputs', 'train_on_outputs'];

/** @returns the stricter of the verdicts; yes < yes_with_conditions < depends < unknown < no */
export const strictest = (verdicts: Verdict[]): Verdict =>
  VERDICTS[Math.max(0, ...verdicts.map((verdict) => VERDICTS.indexOf(verdict)))]!;

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
  const own = { catalogue, binding, release, facts: { ...facts, purpose }, via, asks, activity };
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

type Own = {
  catalogue: Catalogue;
  binding: Binding;
  release: Release | null;
  facts: Facts;
  via: Release | null;
  asks: Ask[];
  activity: Activity;
};
type Item = { licence: Licence; finding: Finding };

/** The findings on a topic that bind: of the licence and of the policies it draws in, the scope kept in mind. */
const findingsOf = ({ binding, release }: Own, topic: Topic): Item[] =>
  binding.documents.flatMap((licence) =>
    licence.findings
      .filter((finding) => finding.topic === topic && (finding.stance !== 'silent' || licence === binding.licence))
      .filter((finding) => finding.scope !== 'multimodal' || !release || isMultimodal(binding.via))
      .filter((finding) => finding.stance !== 'silent' || !['territory', 'use_restrictions'].includes(topic))
      .map((finding) => ({ licence, finding })),
  );

/** Reads or makes more than text and code: what Llama's use policies call multimodal. */
const isMultimodal = (release: Release): boolean =>
  release.modality.some((kind) => !['text', 'code', 'embedding'].includes(kind));

const groundsFor = (own: Own, topic: Topic): Ground[] => {
  const { licence } = own.binding;
  const items = findingsOf(own, topic);
  if (items.length === 0) return [missing(own, topic, licence)];
  const spoken = items.filter((item) => item.finding.stance !== 'silent');
  if (spoken.length > 0) return spoken.map((item) => weighFinding(own, topic, item));
  const wider = COVERED_BY[topic];
  const cover = wider
    ? findingsOf(own, wider).filter((item) => ['permitted', 'conditional'].includes(item.finding.stance))
    : [];
  if (cover.length > 0) {
    const aside: Ground = {
      ...silence(own, topic),
      verdict: 'yes',
      says: `Not mentioned; the general grant covers the ${own.catalogue.vocabulary.topics[topic].label.toLowerCase()}.`,
    };
    return [
      ...cover.map((item) => ({ ...weighFinding(own, wider!, item), topic: wider! })),
      ...(topic === 'output_use' ? [aside] : []),
    ];
  }
  return [silence(own, topic)];
};

const SPOKEN: Partial<Record<Topic, string>> = {
  output_training: 'training on outputs',
  output_use: 'the use of outputs',
  redistribution: 'passing on copies',
  modification: 'changing the model',
};

const silence = ({ binding, via, catalogue }: Own, topic: Topic): Ground => ({
  topic,
  verdict: 'unknown',
  licence: binding.licence,
  finding: binding.licence.findings.find((finding) => finding.topic === topic) ?? null,
  says: `${binding.licence.name} does not speak of ${SPOKEN[topic] ?? catalogue.vocabulary.topics[topic].label.toLowerCase()}: nothing in it forbids it, and nothing grants it in so many words.`,
  note: null,
  via,
});

const missing = ({ via, catalogue }: Own, topic: Topic, licence: Licence): Ground => ({
  topic,
  verdict: 'unknown',
  licence,
  finding: null,
  says:
    licence.text.extent === 'none'
      ? `We have not read the text of ${licence.name}, so we cannot say what it allows.`
      : `We have read ${licence.name} in excerpts only, and they do not cover this (${catalogue.vocabulary.topics[topic].label.toLowerCase()}).`,
  note: null,
  via,
});

const weighFinding = (
  { catalogue, facts, via, asks, activity }: Own,
  topic: Topic,
  { licence, finding }: Item,
): Ground => {
  const ground = { topic, licence, finding, says: finding.says ?? '', note: null as string | null, via };
  if (finding.stance !== 'permitted' && excepts(topic, ground.says, facts)) return { ...ground, verdict: 'no' };
  switch (finding.stance) {
    case 'permitted':
      return { ...ground, verdict: 'yes' };
    case 'prohibited':
      return { ...ground, verdict: topic === 'use_restrictions' ? 'yes_with_conditions' : 'no' };
    case 'silent':
    case 'unclear':
      return { ...ground, verdict: topic === 'use_restrictions' ? 'yes_with_conditions' : 'unknown' };
    case 'conditional': {
      // the asker names the very case that our sentence excepts
      if (topic === 'output_training' && /compet/i.test(ground.says)) {
        if (facts.competing) return { ...ground, verdict: 'no', note: null };
        if (facts.competing === undefined) {
          asks.push({
            fact: 'competing',
            question: `Would the trained model compete with what ${licence.steward} offers?`,
          });
          return { ...ground, verdict: 'depends', note: null };
        }
      }
      const outcomes = (finding.when ?? []).map((condition) => weigh(catalogue, condition, facts, activity));
      asks.push(...outcomes.flatMap((outcome) => outcome.ask ?? []));
      const notes = outcomes.flatMap((outcome) => outcome.note ?? []);
      return {
        ...ground,
        verdict: strictest(['yes_with_conditions', ...outcomes.map((outcome) => outcome.verdict)]),
        note: notes.length > 0 ? notes.join(' ') : null,
      };
    }
    default:
      return finding.stance satisfies never;
  }
};

const DENIES =
  /\b(not|no|nor|bars?|barred|forbid\w*|excluded|without|end this|prohibit\w*|only with (?:prior |written |their |its )*(?:consent|permission|agreement))\b/i;
const OWN_BUSINESS: Activity[] = ['use_internally', 'use_commercially', 'host_for_others', 'embed_in_product'];
const RIVAL =
  /compet\w*[^.;]{0,30}\b(product|service|business|activit\w+|use|offering)|\b(product|service|business|activit\w+|application|offering)\b[^.;]{0,40}compet|\brival/i;

/** A product that competes with the developer's is taken out of the right wherever the terms say so. */
const rivalry = (own: Own, activity: Activity): Ground[] =>
  own.facts.competing !== true || !OWN_BUSINESS.includes(activity)
    ? []
    : own.binding.documents.flatMap((licence) =>
        licence.findings
          .filter((finding) => finding.stance !== 'permitted' && finding.stance !== 'silent')
          .filter((finding) => RIVAL.test(finding.says ?? '') && DENIES.test(finding.says ?? ''))
          .slice(0, 1)
          .map((finding) => ({
            ...weighFinding({ ...own, asks: [] }, finding.topic, { licence, finding }),
            topic: 'use_restrictions' as const,
            verdict: 'no' as const,
          })),
      );

/** The asker names the very case that our sentence takes out of the right: a rival, or access sold on. */
const excepts = (topic: Topic, says: string, facts: Facts): boolean => {
  if (!['hosting', 'commercial_use', 'use_restrictions', 'internal_use', 'output_use'].includes(topic)) return false;
  return (
    (DENIES.test(says) || /\bneeds a separate licence if\b/i.test(says)) &&
    ((facts.work_assistant === true && /\bwork assistant\b/i.test(says)) ||
      (facts.serves_models === true &&
        /\b(inference|model[- ]as[- ]a[- ]service|platform infrastructure|computing)\b/i.test(says)) ||
      (facts.competing === true && /\bcompet|\brival/i.test(says)) ||
      (facts.reselling === true &&
        /\bre-?s(?:ell|old|ale)|on (?:its|their) own|stand-?alone|leased|sublicens/i.test(says)))
  );
};

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
