import type { Obligation } from '../knowledge/schema.ts';
import type { Activity, LicenceKind } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import type { Assessment, Duty } from './assess.ts';
import { readDutyQuestion } from './duty-question.ts';
import { liesIn } from './facts.ts';
import { strictest } from './grounds/ground.ts';
import type { Inquiry } from './inquiry.ts';

/** Where what is planned breaks a duty (another licence, no source, another name), the answer is no. */
export const withBrokenDuties = (assessment: Assessment, inquiry: Inquiry): Assessment =>
  [relicensed, keptClosed, leftOut, misnamed, unregistered, unpaid].reduce(
    (result, look) => look(result, inquiry),
    assessment,
  );

const SAME_TERMS_ONLY = patternOf(
  /\b(under (this|the same) (licence|agreement|terms)( only)?|this licence only|only under|same licence)\b/i,
);

const KEEPS_SOURCE = patternOf(
  /\b(?:closed|proprietary)\b[- ]?(?:source)?|\b(?:source|code|changes|weights|scripts)(?: code)?(?: and (?:weights|scripts|code))? (?:stays?|remains?) (?:with us|in (?:our|the) \w+|in[- ]house|private|closed|ours|secret)\b|\b(?:don't|do not|won't|will not|never|not|without|no) (?:\w+ ){0,2}?(?:hand(?:ing)? out|giv(?:e|ing)|publish(?:ing)?|shar(?:e|ing)|releas(?:e|ing)|disclos(?:e|ing)|open(?:ing)?)\b[^.?!]{0,25}\b(?:source|code)\b|\bkeep\w* (?:the |our )?(?:resulting |tuned |changed |own )?(?:source|code|changes|modifications|model|weights|version)\b[^.?!]{0,15}\b(?:closed|private|secret|to ourselves)\b/i,
);

const KEEPS_MODEL = patternOf(
  /\bkeep\w* (?:the |our )?(?:resulting |tuned |trained |new )+(?:model|weights)\b[^.?!]{0,15}\b(?:closed|private|secret|to ourselves)\b/i,
);

/** Terms of one's own on what goes to others. */
const OWN_TERMS = patternOf(
  /\bunder (?:an? |our |my )?(?:(?:own|closed|proprietary|commercial|stricter) )+(?:licen[cs]e|terms|eula)\b|\bunder (?:our|my) (?:licen[cs]e|terms|eula)\b|\bno[- ]redistribution\b['’"]? (?:terms|clause|licen[cs]e)|\ball rights reserved\b|\bours alone\b|\bfree for \w+ use\b[^.?!]{0,20}\b(?:companies|firms|businesses|others) (?:ask|pay)\b/i,
);
const TO_OTHERS: Activity[] = ['embed_in_product', 'redistribute_weights', 'publish_derivative', 'host_for_others'];
const CHANGED = patternOf(
  /(?<!un)\b(?:trained (?:it |them )?further|chang|modif|adapt|patch|fork|fine-?tun|retrain|tweak)\w*/i,
);

/** "The firmware is closed, we hand out no source", "under our own licence": where that breaks a duty, the answer is no. */
const keptClosed = (assessment: Assessment, { message }: Inquiry): Assessment => {
  const { activity, duties } = assessment;
  const duty = (kind: Obligation['kind']) =>
    duties.find(({ obligation }) => obligation.kind === kind && !obligation.when);
  // a text that asks for every model made with it to be public asks it of any use
  if (!TO_OTHERS.includes(activity)) {
    const open = KEEPS_MODEL.test(message) ? duty('share_alike') : undefined;
    return open ? denied(assessment, open, 'So the result cannot be kept back.') : assessment;
  }
  const shared =
    OWN_TERMS.test(message) && activity !== 'host_for_others' ? (duty('share_alike') ?? sharedData(duties)) : undefined;
  if (shared) return denied(assessment, shared, 'So it cannot be put under other terms.');
  // over a network the source of a changed version is owed (AGPL-3.0, section 13)
  const owed = KEEPS_SOURCE.test(message) && (activity !== 'host_for_others' || CHANGED.test(message));
  const source = owed ? duty('provide_source') : undefined;
  return source ? denied(assessment, source, 'So the source cannot be kept back.') : assessment;
};
/** Data whose licence keeps copies under it. */
const sharedData = (duties: Duty[]): Duty | undefined =>
  duties.find(({ licence, obligation }) => licence.kind === 'data' && obligation.kind === 'pass_on_terms');

/** Terms with conditions of their own: what is passed on stays under them, whatever is put beside them. */
const STANDARD: LicenceKind[] = ['permissive', 'copyleft'];
const TRAVELS: LicenceKind[] = ['custom-community', 'non-commercial'];

const GOES_OUT: Activity[] = ['publish_derivative', 'redistribute_weights', 'embed_in_product'];
const PUBLISHES = patternOf(
  /\bgoes? out\b|\b(?:publish|releas|upload|shar|distribut|open)(?:e|es|ed|ing)?\b|\bput (?:it|them) on\b/i,
);
/** "Under MIT", "as plain MIT", "with just the Apache text", "LICENSE file = MIT". */
const PUT_UNDER = patternOf(
  /\b(?:under|as|to|with)\s+(?:(?:an?|the|plain|pure|straight|simple|just|only)\s+)*$|=\s*$/i,
);

/**
 * "Can we publish our fine-tune under MIT?": where the terms of the base must travel along unchanged, it cannot be put
 * under another licence, so the answer is no.
 */
const relicensed = (assessment: Assessment, inquiry: Inquiry): Assessment => {
  // a licence that is taken for the model's own is no plan
  const taken = assessment.activity === 'embed_in_product' && inquiry.premise !== null;
  const pupil = assessment.activity === 'train_on_outputs' && PUBLISHES.test(inquiry.message);
  if (!(GOES_OUT.includes(assessment.activity) || pupil) || taken) return assessment;
  const other = inquiry.subjects.find(
    (mention) =>
      mention.kind === 'licence' && PUT_UNDER.test(inquiry.text.slice(0, inquiry.text.indexOf(mention.written))),
  );
  if (other?.kind !== 'licence') return assessment;
  const bound = assessment.duties.find(
    ({ licence, obligation }) =>
      !other.licences.includes(licence) &&
      (obligation.kind === 'share_alike' ||
        (obligation.kind === 'pass_on_terms' && SAME_TERMS_ONLY.test(obligation.says)) ||
        (TRAVELS.includes(licence.kind) && ['pass_on_terms', 'licence_copy'].includes(obligation.kind)) ||
        // a standard licence has no place for restrictions that recipients must be bound to
        (obligation.kind === 'pass_on_terms' && other.licences.every(({ kind }) => STANDARD.includes(kind)))),
  );
  if (!bound) return withRestrictions(assessment, other.label);
  return denied(assessment, bound, `So it cannot be put under ${other.label} alone.`);
};

/** A duty that what is planned would break. */
const denied = (assessment: Assessment, { licence, obligation, via }: Duty, note: string): Assessment => {
  const finding = {
    topic: 'derivative_distribution' as const,
    stance: 'conditional' as const,
    clause: obligation.clause,
    marker: obligation.marker,
    says: obligation.says,
  };
  const ground = { topic: finding.topic, verdict: 'no' as const, licence, finding, says: obligation.says, note, via };
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
  return passed
    ? noted(assessment, passed, `Under ${label} these restrictions would still have to be part of the terms.`)
    : assessment;
};

const noted = (assessment: Assessment, { licence }: Duty, note: string): Assessment => ({
  ...assessment,
  grounds: assessment.grounds.map((ground) =>
    ground.topic === 'derivative_distribution' && ground.licence === licence
      ? { ...ground, note: [ground.note, note].filter(Boolean).join(' ') }
      : ground,
  ),
});

/** A plan to leave something out, in earnest; "can we leave it out?" is asked of the duty itself. */
const LEAVES_OUT = patternOf(
  /\bno ['"“‘]?(?:built with|powered by)|\bno vendor(?:'s)? names?\b|\b(?:lines?|notices?|files?|badges?|labels?|credits?|logos?|pages?) (?:(?:goes|go)(?=,| (?:out|away|from|too)\b)|gets? (?:deleted|removed|dropped)|(?:is|are) (?:deleted|removed|dropped)|stays? at home)\b|\bnot (?:one|a single) word (?:on|about)\b|\b(?:delet|remov|strip|cut)\w* (?:the |all |any |that )?(?:list of )?(?:licen[cs]e|notices?|credits?|(?:forbidden|prohibited|barred|restricted) uses|use restrictions|restrictions)\b|\bonly our (?:own )?(?:eula|terms|licen[cs]e)\b|\b(?:leav(?:e|es|ing) (?:out|off|away)|leav(?:e|es|ing) (?:that|the|this) \w+(?: \w+)? out|left out|(?:threw|cut|stripped) out|remov(?:e|es|ed|ing) (?:it|that|this|them) (?:from|everywhere)|skip(?:s|ping)?|drop(?:s|ping)?|omit(?:s|ting)?|without (?:any |a |the )?(?:mention|credit|notice|label|badge)\w*|no (?:mention|credit|trace|hint|reference)|not (?:be )?(?:mention|nam|credit|show)\w*|(?:isn't|aren't|won't be|is not|never) (?:mention|nam|credit|show)\w*|nothing about|nowhere|no (?:other )?(?:name|names|credits?|terms|notice|papers?)(?:,| and| or| anywhere)|(?:nobody|no one|none of them) (?:can|may|must|should) (?:see|tell|know|find out) (?:whose|which|what)|nothing [^.?!]{0,60}(?:leads?|points?|refers?) (?:back )?to|(?:mentions?|names?|shows?|credits?) only (?:us|our\w*)|name (?:doesn['’]?t|does not|need not|needn['’]?t) (?:have to |need to )?(?:show|appear|be (?:shown|mentioned))|not going to (?:touch|change|attach|hand|pass|mention)|(?:doesn['’]?t|don['’]?t|do not|does not) want any (?:[\w-]+ ){0,2}(?:names?|credits?|logos?|badges?|mentions?)|doesn't want (?:any )?(?:\w+ ){0,3}?(?:named|mentioned|shown|credited)|rather not (?:hand|show|give|pass|mention|name)|don't want to (?:hand|show|give|pass|mention|name)|hide|hiding|anonym\w+)\b/i,
);
const CREDIT = patternOf(
  /\b(?:credits?|labels?|badges?|notices?|attribution|vendors?|makers?|names?|named|lines?|logos?|mention\w*|footer|about page|docs|thanks-to|institute|Meta|MODEL|built with|powered by)\b/i,
);
const PAPERS = patternOf(
  /\b(?:licen[cs]e (?:file|text|copy)|eula|pages|copy of the licen[cs]e|papers?|third[- ]party terms|annex|attachment|appendix|(?:forbidden|prohibited|barred|restricted) uses|use restrictions|conditions|agreement|usage policy|don'?ts)\b/i,
);
const LEFT_OUT: [RegExp, Obligation['kind'][]][] = [
  [PAPERS, ['pass_on_terms', 'licence_copy']],
  [CREDIT, ['badge', 'attribution', 'notice_file']],
];
/** Who asks whether a duty exists gets the duty, not a no. */
const ASKS_DUTY = patternOf(
  /\b(?:(?:do|must|should|need) we (?:have to |need to )?(?:show|mention|name|credit|keep|include|display|hand|pass|give|put)|(?:is|are) (?:it|they|that|a|the) (?:\w+ )?(?:required|mandatory|necessary|needed)|what (?:do|must) we)\b/i,
);

/** "We use it to delete notices from a mailbox": what the model does to other things. */
const ITS_WORK = patternOf(/\b(?:use|using)\b[^?!,;]{0,40}?\bto (?:remove|delete|strip|cut|drop|hide|skip)\b/gi);

/** "The client wants no vendor named, we leave that line out": where a credit or the terms are owed, the answer is no. */
const leftOut = (assessment: Assessment, { message, text, premise }: Inquiry): Assessment => {
  // "can we drop the notice?" is answered by the duty itself
  const asked = ASKS_DUTY.test(message) || readDutyQuestion(text)?.waives === true;
  if (!LEAVES_OUT.test(message.replace(ITS_WORK, ' ')) || asked || premise !== null) return assessment;
  for (const [what, kinds] of LEFT_OUT) {
    const bound = what.test(message)
      ? assessment.duties.find(({ obligation }) => kinds.includes(obligation.kind) && !obligation.when)
      : undefined;
    if (bound) return denied(assessment, bound, 'So it cannot be left out.');
  }
  return assessment;
};

/** The name that the asker wants to give: 'as "BreadGPT-8B"', "called FooLM". */
const PLANNED_NAME =
  /\b(?:as|called|named|call (?:it|(?:our|my|the|this) [^.?!"“]{1,40})|name it|under the name(?: of)?|would|is)\s+["'“‘]([\p{L}][\p{L}\p{N}._-]{2,40})["'”’]|\b(?:called|named|call it|name it|under the name(?: of)?)\s+([\p{Lu}][\p{L}\p{N}._-]{2,40})/u;

/** "Any rules about the name?" asks for the rule. */
const ASKS_NAMING_RULES = patternOf(
  /\b(?:any|what|which|are there) (?:\w+ )?(?:naming|name) (?:rules?|problems?|issues?|conventions?|requirements?)\b|\b(?:any|what|which) (?:rules?|requirements?|problems?) (?:about|for|on|with) (?:the |that )?nam/i,
);

/**
 * "We publish it as BreadGPT-8B": where the licence has a word for the beginning of the name, another name breaks it, so
 * the plan as told gets a no; who asks for the rule gets the rule.
 */
const misnamed = (assessment: Assessment, inquiry: Inquiry): Assessment => {
  const match = PLANNED_NAME.exec(inquiry.text);
  const name = match?.[1] ?? match?.[2];
  if (!name) return assessment;
  const bound = assessment.duties.find(
    ({ obligation }) =>
      obligation.kind === 'name_prefix' &&
      obligation.exact &&
      !name.toLowerCase().startsWith(obligation.exact.toLowerCase()),
  );
  if (!bound) return assessment;
  if (!ASKS_NAMING_RULES.test(inquiry.message))
    return denied(
      assessment,
      bound,
      `So "${name}", which does not begin with "${bound.obligation.exact}", is no name for it.`,
    );
  return noted(assessment, bound, `"${name}" does not begin with ${bound.obligation.exact}.`);
};

/** "We haven't signed up", "fill in a form first. We won't". */
const NOT_REGISTERED = patternOf(
  /\b(?:haven['’]?t|have not|hasn['’]?t|didn['’]?t|did not|never|won['’]?t|will not|without|not going to|don['’]?t want to|nobody (?:has |ever )?|skip\w*)\b[^.?!]{0,30}\b(?:sign(?:ed|ing)?[- ]?up|regist\w+|fill(?:ed|ing)? (?:in|out)|appl(?:y|ied|ying) for|ask(?:ed|ing)? (?:them|for permission)|(?:the|a|any) form)\b|\b(?:form|regist\w+|sign(?:ing)? up)\b[^?]{0,60}\bwe (?:won['’]?t|will not|don['’]?t|haven['’]?t|skip)\b/i,
);

/** Where the licence asks for a registration first, who says that there is none has no right yet. */
const unregistered = (assessment: Assessment, { message }: Inquiry): Assessment => {
  const bound = NOT_REGISTERED.test(message)
    ? assessment.duties.find(({ obligation }) => obligation.kind === 'registration' && !obligation.when)
    : undefined;
  return bound ? denied(assessment, bound, 'So it needs the registration first.') : assessment;
};

const FREE_TIER = patternOf(
  /\b(?:free|unpaid) (?:quota|tier|plan|version|allowance|account|credits)\b|\bwithout paying\b/i,
);
const ASKS_FOR_PAID = /\bpaid services?\b/i;
const PLACES: [RegExp, string][] = [
  [/European Economic Area/, 'EEA'],
  [/Switzerland/, 'CH'],
  [/United Kingdom/, 'GB'],
];

/** "Still on the free quota, users in Austria": where terms ask for the paid service in a place, the free one is none. */
const unpaid = (assessment: Assessment, { message, facts }: Inquiry): Assessment => {
  if (!FREE_TIER.test(message)) return assessment;
  const places = [...(facts.territories ?? []), ...(facts.used_in ?? [])];
  const bound = assessment.duties.find(
    ({ obligation: { says } }) =>
      ASKS_FOR_PAID.test(says) &&
      PLACES.some(([name, code]) => name.test(says) && places.some((place) => liesIn(place, code))),
  );
  return bound ? denied(assessment, bound, 'So the free service is not enough there.') : assessment;
};
