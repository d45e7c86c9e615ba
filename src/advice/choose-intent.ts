import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import type { Intent } from './inquiry.ts';
import { isOurSubject, TEXTS_DISAGREE } from './read-intent.ts';
import type { Part } from './read-part.ts';

/** Words of a claim about a licence, or of a question whether one is true. */
const CLAIMS = patternOf(
  /\b(is|are|isn't|aren't|does|was|has|tagged|labell?ed|listed|marked)\b|\b(true|right|correct)\s*\?|,\s*(no|yes|ja|oder|nein)\s*\?|是[^。？]{0,24}吗|是不是/i,
);

/** "Is it MIT?": a model and a licence, and nothing that is to be done. */
const claimsLicence = ({ subjects, acts, text, plain, intent }: Part, models: Mention[]): boolean =>
  intent.premise === null &&
  !intent.classify &&
  models.length > 0 &&
  subjects.some((mention) => mention.kind === 'licence') &&
  (acts.activities.length === 0 || acts.general) &&
  CLAIMS.test(text) &&
  !LICENCE_ALLOWS.test(plain) &&
  !/\b(can|may|could) (we|i|you)\b/i.test(text) &&
  !FOR_BUSINESS.test(text);

/** "Does the policy allow a dating app with X?": the text is asked, and no claim is made of the model. */
export const LICENCE_ALLOWS = patternOf(
  /\bLICENCE\b(?:'s)?\s+(?:\w+ ){0,2}?(?:allow|let|permit|forbid|ban|prohibit|say|require|ask|want|force|mind|oblige|stop|prevent)s?\b/i,
);

/** "X for our clients, isn't that just MIT?" asks about the use; the licence is only believed. */
const FOR_BUSINESS = patternOf(
  /\b(?:for|in|to) (?:our|my|an?|the|paying)? ?(?:\w+ )?(?:clients?|customers?|products?|apps?|shops?|stores?|saas|platforms?|games?|business|production)\b/i,
);

/** A whole question whose verb we could not read: a yes to it would be read as an answer, so the card is shown. */
export const ASKS_OTHERWISE = patternOf(
  /(^|[.,;!]\s*)(so |and |but |hey |hi |ok |well )*(what|which|how|why|who|whose|where|when|does|did|do|was|were|is|are|has|have|will|would|should)\b/i,
);

/** `assess_use`: a model and more than its name, but no word of what for; read as commercial use, and said so. */
export const chooseIntent = (part: Part, subjects: Mention[]): Intent | 'assess_use' => {
  const { intent, acts, text } = part;
  const models = subjects.filter((mention) => mention.kind !== 'licence');
  // an app that tells people their rights is a use, whatever they quarrel about
  const law = intent.topics.includes('governing_law') && subjects.length > 0;
  if (
    intent.decline &&
    !law &&
    !asksClause(part, subjects) &&
    !(models.length > 0 && intent.fields.includes('legal advice'))
  )
    return 'decline';
  if (intent.offTopic) return 'off_topic';
  if (models.length > 0 && PROVIDER_USES.test(part.plain)) return 'other_matter';
  const does = acts.activities.length > 0 && !acts.general;
  if (
    intent.otherMatter &&
    models.length > 0 &&
    intent.topics.length === 0 &&
    intent.fields.length === 0 &&
    !intent.compare &&
    !does
  )
    return 'other_matter';
  if (subjects.length >= 2 && intent.compare) return 'compare';
  if (part.inGeneral) return 'article';
  if (models.length > 0 && (COVERS.test(text) || (TEXTS_DISAGREE.test(text) && !does))) return 'article';
  if (models.length > 0 && ASKS_HISTORY.test(text)) return 'licence';
  if (claimsLicence(part, models)) return 'licence';
  if (
    intent.shortlist &&
    (models.length === 0 ||
      /\balternatives? (to|for)\b|\b(what|which|any|something|anything|suggest|recommend|find|need|want)\b[^?]*\binstead( of)?\b|\blike\b/i.test(
        text,
      )) &&
    (!concept(text) || /\bwhat's an? [^?]{0,40}model|\bwhat (is|are) (an? |the |some )?(best|top|good)\b/i.test(text))
  )
    return 'shortlist';
  if (subjects.length === 0)
    return isOurSubject(text) || part.refersBack || acts.activities.length > 0
      ? part.refersBack &&
        !concept(text) &&
        (acts.activities.length > 0 ||
          intent.classify ||
          intent.ship ||
          intent.licence ||
          intent.topics.length > 0 ||
          (isOurSubject(text) && text.length < 40))
        ? 'unclear'
        : 'article'
      : // "do we need to credit anyone?": of a model that was not named
        OWES.test(text)
        ? 'unclear'
        : 'off_topic';
  if (
    acts.activities.length === 0 &&
    /\b(weights?|models?|parameters)\b[^?]{0,20}\b(copyright\w*|protected by copyright)\b/i.test(text)
  )
    return 'article';
  if (
    intent.classify &&
    !(
      acts.activities.length > 0 &&
      !acts.general &&
      !/\bis\b.{2,60}\bopen\b|\bopen[- ]source,? (?:or|yes)\b|开源吗/i.test(text)
    )
  )
    return 'classify';
  if (models.length === 0 && (TRAINS_ON_DATA.test(text) || SOURCES_DISAGREE.test(text))) return 'article';
  if (intent.ship && (acts.activities.length === 0 || acts.general || !/^\s*(can|may|are we allowed)/i.test(text)))
    return 'ship';
  if (models.length === 0 && (SUMS_UP.test(text) || ASKS_DUTIES.test(text))) return 'licence';
  if (models.length === 0 && FORBIDS_WHAT.test(text)) return 'licence';
  if (acts.activities.length > 0 && !acts.general) return 'assess';
  if (WAIVES_DUTY.test(text) && models.length > 0) return 'ship';
  if (NEEDS_PERMISSION.test(text) && models.length > 0 && intent.topics.length === 0) return 'assess_use';
  if (intent.topics.includes('territory') && models.length > 0) return 'assess_use';
  if (intent.topics.length > 0 && !(intent.topics.join() === 'naming' && acts.general && IS_SHOWN.test(text)))
    return 'licence';
  if (ASKS_LEAVE.test(text) && models.length > 0) return 'assess_use';
  if (acts.general && !/\bwhat\b|\bwhich\b|\bwho\b/i.test(text)) return 'assess';
  if (intent.licence || (models.length === 0 && /\bwhat\b/i.test(text))) return 'licence';
  if (acts.activities.length > 0) return 'assess';
  return part.bare || models.length === 0 || ASKS_OTHERWISE.test(text) ? 'licence' : 'assess_use';
};

/** "Badge shown, far below the limit, ok?": the duty is met already, the question is the use. */
const IS_SHOWN = patternOf(
  /\b(?:shown|displayed|visible|enclosed|included|in place|(?:badge|label|line|name|notice) (?:is |stays |sits )?(?:on|in|there|at)|in the footer|on the (?:page|site|about page))\b[^?]*\?/i,
);

const OWES = patternOf(
  /\b(?:do|must|should) (?:we|i) (?:really |also |even )?(?:(?:have|need) to )?(?:credit|name|mention|attribute|acknowledge) (?:any(?:one|body)|some(?:one|body)|them|whom?)\b|\bwho(?:m)? (?:do|must|should) (?:we|i) (?:(?:have|need) to )?(?:credit|name|mention|attribute|acknowledge)\b/i,
);

/** "Does the provider train on what we send?": what becomes of the asker's own data is not held here. */
const PROVIDER_USES =
  /\b(?:does|do|will|may|can|would|could) (?:(?:MODEL|LICENCE|they|(?:the|our) (?:provider|vendor|lab|developer)) (?:also |really |then )?(?:(?:train|learn) (?:on|from)|retain|store|keep|log|reuse)|\p{Lu}\p{L}+ (?:also |really |then )?(?:train|learn) (?:on|from)) (?:our|my|what (?:we|i)|us)(?!\p{L})/u;

/** "Since when is it MIT, and what was it before?" */
const ASKS_HISTORY = patternOf(
  /\bsince when (?:is|was|are)\b|\bwhat was it before\b|\bwho is right and when\b|\bchanged in \d{4}\b[^?]{0,20}\b(?:right|when)\b/i,
);

/** "Can we train on CC BY-NC datasets?": what a licence of data means for the model is not in the licence. */
const TRAINS_ON_DATA = patternOf(
  /\btrain\w*\b[^.?!]{0,30}\b(on|with)\b[^.?!]{0,30}\b(data|datasets?|databases?|corpus|corpora|images|photos|articles|texts?)\b/i,
);

/** "The card says Apache, the LICENSE file says something else": two places that disagree, whatever the licence. */
const SOURCES_DISAGREE = patternOf(
  /\b(card|tag|readme|licen[cs]e file|repo(sitory)?)\b[^?]{0,60}\b(says?|different|another|other|something else|but|disagree)\b[^?]{0,80}\b(card|tag|readme|file|repo(sitory)?|something else|other)\b/i,
);

/** "Sum up the policy for the intranet": the text is asked for, and nothing is to be done with it. */
const SUMS_UP = patternOf(
  /\b(?:sum(?:ming)? (?:it |this |that |them )?up|summar\w+|tl;?dr|outline|overview|walk (?:me|us) through|key points|gist|in a nutshell|boil(?:s|ed)? down|what(?:'s| is) in)\b|总结|概括|zusammenfass\w*|fass\w* .{0,60}zusammen/i,
);

/** "So we can drop the use restrictions", "we don't have to pass any terms on": whether a duty is there. */
const WAIVES_DUTY = patternOf(
  /\b(?:don't|do not|needn't|need not|no need to|never|nothing) (?:have to |need to )?(?:pass|include|show|keep|add|name|credit|mention|attach|impose|forward)\b|\b(?:drop|skip|ignore|remove|leave out|strip|omit|do without)\b[^.?!]{0,40}\b(?:restrictions?|(?:forbidden|prohibited|barred|restricted) uses|terms|licen[cs]e|notices?|conditions|clauses?|polic(?:y|ies)|badge|attribution|credits?)\b/i,
);

/** "What does Apache ask of us if we pass a model on?": the duties of a text, whoever is to do what. */
const ASKS_DUTIES = patternOf(
  /\bwhat (?:does|do|would|will)\b[^?]{2,60}\b(?:ask|require|want|demand|expect|oblige)s?\b(?! to (?:use|sell|run))/i,
);

/** "What does it actually forbid?": the list is asked for, whoever is to read it. */
const FORBIDS_WHAT = patternOf(
  /\bwhat (?:does|do|is|are|can't|may)\b[^?]{2,80}\b(?:forbid|forbidden|ban|banned|bar|barred|prohibit|prohibited|rule out|ruled out)\b/i,
);

/** "Does the MIT licence of X cover the training data?": what a licence of weights reaches is a notion. */
const COVERS = patternOf(
  /\b(?:licen[cs]e|LICENCE|terms)\b[^.?!]{0,40}\b(?:cover|apply to|extend to|include)s?\b[^.?!]{0,20}\b(?:training data|data|weights|code|outputs?)\b/i,
);

/** "Ok with their terms?", "is that within the policy?": leave is asked for, not the text. */
const ASKS_LEAVE = patternOf(
  /\bdo (?:we|i) (?:really |now |then )?(?:have to|need to|gotta) (?:stop|pay|worry|switch|delete|buy|remove|take (?:it|them|this|that) (?:down|off|out))\b|[,.;!–-]\s*(?:ok(?:ay)?|oké|allowed|permitted|possible|legal|kosher|cool|fine|a problem|any problem)\s*\?\s*$|\brules? (?:that|it|this|us) out\b|\b(?:in or out|also (?:barred|forbidden|excluded|covered)|still (?:covered|allowed|ok|okay|fine))\b|\bshould (?:we|i) (?:be )?(?:nervous|worried|worry|stop|concerned|afraid)\b|\b(?:are|is|am) (?:we|that|this|it|i) (?:in trouble|a problem|at risk)\b|\b(?:ok(?:ay)?|fine|cool|allowed|permitted|possible|in line|compatible|compliant|covered|within|against|violat\w*|breach\w*)\b[^.?!]{0,30}\b(?:terms|licen[cs]e|polic(?:y|ies)|rules|conditions)\b|\b(?:terms|licen[cs]e|LICENCE|polic(?:y|ies)|rules)\b[^.?!]{0,20}\b(?:let|allow|permit|forbid|prohibit|stop|prevent)s?\b[^.?!]{0,12}\b(?:us|me|our|one|interns|staff|people|developers|companies)\b/i,
);

/** "Does the licence end if we sue over patents?": what a text says on a dispute, not a dispute. */
const asksClause = ({ intent, plain }: Part, subjects: Mention[]): boolean =>
  intent.topics.some((topic) => topic === 'patents' || topic === 'termination') &&
  subjects.length > 0 &&
  /\b(?:if|when|once|in case|because|suppose|say|assum(?:e|ing)|imagine) (?:we|i|you|one|somebody|someone|a licensee|they)\b/i.test(
    plain,
  ) &&
  /\b(?:licen[cs]e|LICENCE|terms|clause|section)\b|\b(?:keep|lose|still (?:use|have))\b[^.?!]{0,20}\bMODEL\b/i.test(
    plain,
  );

/** "X needs a form, where is it?": whether leave has to be asked for. */
const NEEDS_PERMISSION = patternOf(
  /\bno (?:separate |paid |special |extra )?licen[cs]e (?:is )?(?:needed|required|necessary)\b|\b(?:needs?|requires?|must|have to|has to|do (?:we|i) need)\b[^.?!]{0,25}\b(?:forms?|registration|register|approval|permission|application|apply|sign[- ]?up|licen[cs]e key)\b/i,
);

/** Questions about a notion, not about a model: "what does non-commercial mean?", "does open mean free?" */
const concept = (text: string): boolean =>
  !/^\s*(is|are) there (any|an?)\b/i.test(text) &&
  /^\W*(?:(?:and|so|ok|hi|hey|well|but)\W+)*(what (is|are|does|do)|what['’]?s|why|how (do|does|is|are|can|to|should)|explain|define|is there a difference|does|do|are|is) (?!(it|this|that|they|we|the (model|licen[cs]e)|i)\b)/i.test(
    text,
  ) &&
  !/\bthis model\b|\bthat model\b/i.test(text);
