import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { bindingsOf } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { assessRelease } from './assess.ts';
import type { Inquiry } from './inquiry.ts';
import { readActivities } from './read-activities.ts';
import { capital, sentenceList, theLicence } from './wording.ts';

const SAYS_IS = patternOf(
  /\b(is|are|was|were|being|has|have|uses?|under|licen[cs]ed|released|comes?|came|tagged|labell?ed|listed|marked|says?|isn'?t|aren'?t|just|only|pure|purely|plain|simply|anyway|appl(?:y|ies)|right|correct|true|'s)\b/i,
);
const FORBIDS = patternOf(
  /\b(forbids?|prohibits?|bans?|disallows?|does(n't| not) (allow|permit)|not allowed|can('t|not) be|non[- ]?commercial|not (for )?commercial|no commercial|research[- ]only)\b/i,
);
const ALLOWS = patternOf(
  /\b(allows?|permits?|lets|(is|are) (completely |totally )?(free|unrestricted)( for commercial)?|commercially (free|usable)|no restrictions?|without (any )?(restrictions?|conditions?)|public domain|permissive)\b/i,
);

/**
 * Compares what a question takes for granted with what is held. A licence named for a model that has another, a class
 * claimed that does not hold, a permission or a ban that the text does not have: each gives one sentence.
 */
export const correctionsFor = (catalogue: Catalogue, inquiry: Inquiry): string[] => {
  const models = inquiry.subjects.filter((subject) => subject.kind === 'models');
  const licences = inquiry.subjects.filter((subject) => subject.kind === 'licence');
  const corrections: string[] = [];
  if (inquiry.intent === 'compare') return corrections;
  for (const model of models)
    for (const licence of licences) {
      if (isPutUnder(inquiry, licence.written) || asksLicence(inquiry.text, licence.written)) continue;
      const wrong = wrongLicence(catalogue, model, licence.licences, inquiry.text);
      if (wrong) corrections.push(wrong);
    }
  if (inquiry.premise && models.length > 0) corrections.push(...wrongClaims(catalogue, models, inquiry.premise));
  if (inquiry.premise && models.length === 0)
    for (const licence of licences) corrections.push(...wrongLicenceClaim(licence.licences[0]!, inquiry.premise));
  return corrections;
};

/** "May we publish our fine-tune under MIT?" asks for the licence of the result, and claims none for the model. */
const isPutUnder = ({ activities, text }: Inquiry, licence: string): boolean =>
  activities.some((activity) => activity === 'publish_derivative' || activity === 'redistribute_weights') &&
  /\b(publish|release|relicen[sc]e|put|upload|share|distribute|offer|license)\w*\b[^?]*\b(under|as|with)\s+(an?|the)?\s*$/i.test(
    text.slice(0, text.indexOf(licence)),
  );

/** "Does the Acme policy allow it with X?" asks the policy, and claims nothing of X. */
export const asksLicence = (text: string, licence: string): boolean =>
  /^(?:'s)?\s+(?:\w+ ){0,2}?(?:allow|let|permit|forbid|ban|prohibit|say|require|ask|want|force|mind|oblige|stop|prevent)s?\b/i.test(
    text.slice(text.indexOf(licence) + licence.length),
  );

type Models = Extract<Mention, { kind: 'models' }>;

const wrongLicence = (catalogue: Catalogue, model: Models, claimed: Licence[], text: string): string | null => {
  const between = text.slice(Math.min(model.end, text.length));
  if (!SAYS_IS.test(between) && !SAYS_IS.test(text)) return null;
  const bound = model.releases.map((release) => bindingsOf(catalogue, release).map((binding) => binding.licence));
  if (bound.some((licences) => licences.some((licence) => claimed.includes(licence)))) {
    const partly = bound.some((licences) => !licences.some((licence) => claimed.includes(licence)));
    const also = bound[0]!.filter(
      (licence) => !claimed.includes(licence) && bound.every((licences) => licences.includes(licence)),
    );
    if (also.length > 0)
      return `${model.label} comes under ${theLicence(claimed[0]!.name)}, and under ${sentenceList(also.map((licence) => theLicence(licence.name)))} too.`;
    return partly
      ? `Not every ${model.label} release is under ${theLicence(claimed[0]!.name)}; it differs by version or size.`
      : null;
  }
  const past = model.releases
    .flatMap((release) => release.licences)
    .find((period) => period.until && claimed.some((licence) => licence.id === period.licence));
  const names = [...new Set(bound.flat().map((licence) => theLicence(licence.name)))];
  const now = names.length <= 3 ? sentenceList(names) : `${names.length} different licences, by version`;
  if (past)
    return `${model.label} was under ${theLicence(claimed[0]!.name)} until ${past.until}; now it is under ${now}.`;
  return `${model.label} is not under ${theLicence(claimed[0]!.name)}. It is under ${now}.`;
};

const wrongClaims = (catalogue: Catalogue, models: Models[], premise: string): string[] =>
  models.flatMap((model) => {
    const release = model.releases[0]!;
    const found: string[] = [];
    if (
      /\bopen[- ]?source\b/i.test(premise) &&
      !/\bnot open[- ]?source|isn't open/i.test(premise) &&
      model.releases.every((item) => classify(catalogue, item).meets === 'no')
    ) {
      const { label } = classify(catalogue, release);
      found.push(`${model.label} does not meet the OSI's Open Source AI Definition${label ? `; it is ${label}` : ''}.`);
    }
    if (
      /\bpermissive(?:ly)?\b/i.test(premise) &&
      !/\b(?:not|isn't|less|hardly)\b/i.test(premise) &&
      model.releases.every((item) => classify(catalogue, item).category === 'open-weight-custom')
    )
      found.push(`The terms of ${model.label} are not permissive: they limit who may use it or for what.`);
    const [activity] = readActivities(premise).activities;
    const about =
      activity ??
      (/commercial|research[- ]only|only for research/i.test(premise) || ALLOWS.test(premise)
        ? 'use_commercially'
        : null);
    if (about) found.push(...wrongStance(catalogue, model.releases, model.label, about, premise));
    if (
      /\b(weights? (are )?(not|never|closed)|closed[- ]?(source|weights?)|api[- ]only|proprietary)\b/i.test(premise) &&
      model.releases.every((item) => item.artefacts.weights?.status === 'released')
    )
      found.push(`The weights of ${model.label} are released.`);
    if (
      /\b(download|weights (are )?(open|available|released|public)|open[- ]?weights?)\b/i.test(premise) &&
      model.releases.every((item) => item.artefacts.weights?.status === 'withheld')
    )
      found.push(`The weights of ${model.label} are not released; it is offered as a service only.`);
    return found;
  });

const wrongStance = (
  catalogue: Catalogue,
  releases: Release[],
  label: string,
  activity: Parameters<typeof assessRelease>[2],
  premise: string,
): string[] => {
  const verdicts = releases.map((release) => assessRelease(catalogue, release, activity, {}).verdict);
  const what = catalogue.vocabulary.activities[activity].label;
  if (FORBIDS.test(premise) && verdicts.every((verdict) => verdict === 'yes' || verdict === 'yes_with_conditions'))
    return [`The terms of ${label} do not forbid ${what}.`];
  if (!FORBIDS.test(premise) && ALLOWS.test(premise) && verdicts.every((verdict) => verdict === 'no'))
    return [`The terms of ${label} do not permit ${what}.`];
  return [];
};

const wrongLicenceClaim = (licence: Licence, premise: string): string[] => {
  const stance = licence.findings.find((finding) => finding.topic === 'commercial_use')?.stance;
  if (/commercial/i.test(premise) && FORBIDS.test(premise) && (stance === 'permitted' || stance === 'conditional'))
    return [`${capital(theLicence(licence.name))} does not forbid commercial use.`];
  if (/commercial/i.test(premise) && ALLOWS.test(premise) && !FORBIDS.test(premise) && stance === 'prohibited')
    return [`${capital(theLicence(licence.name))} does not permit commercial use.`];
  return [];
};
