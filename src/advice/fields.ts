import { patternOf } from '../patterns/pattern-of.ts';
import { FIELDS } from './field-table.ts';
import { lately } from './lately.ts';

const BY_ID = new Map(FIELDS.map((field) => [field.id, field]));

/** What is ruled out is not asked about, unless it is a safeguard or a human that is taken away. */
const RULED_OUT = patternOf(/(?<!\byes or )\b(?:non|not|no|without|never)[- ](?:\w+[- ])?\w+/gi);
const KEPT = patternOf(
  /guard|safe|filter|human|person|people|staff|lawyer|manual|anyone|anybody|one\b|hint|saying|telling|disclos|mention|marking/i,
);
/** Work against the thing is not the thing: a spam filter, fraud detection, malware analysis. */
const AGAINST = patternOf(
  /\b(?:junk|spam)\b[^.?!]{0,30}\bfolder\b|\bthe word ['"“‘]?\w+['"”’]?|\b\w+ and spam don't go together\b|\b(?:spam|phishing|malware|fraud|hate speech|toxicity|nsfw|porn|abuse|disinformation|misinformation|deep ?fakes?|jailbreaks?|weapons?)(?:-\w+){0,3}[- ](?:filter\w*|detect\w*|classif\w*|moderat\w*|analys\w*|prevent\w*|block\w*|research)\b|\b(?:detect|filter|classify|moderate|block|prevent|catch|flag|fight|spot|stop|analy[sz]e)\w* (?:\w+ ){0,2}?(?:spam|phishing|malware|fraud|fake news|fakes|lies|hoax\w*|rumou?rs|propaganda|disinformation|misinformation|hate|toxic\w*|nsfw|porn\w*|abuse|disinformation|misinformation|deep ?fakes?|jailbreaks?|weapons?)\b|\bcivil(?:ian)?\b[^.?!]{0,20}\bdrones?\b/gi,
);

/** @returns whether a field is the taking away of what the developer built in: a filter, a watermark */
export const isTampering = (id: string): boolean => id === 'guardrails' || id === 'watermarks';

/** @returns the ids of the sensitive fields a text names as what the asker wants to do */
export const fieldsIn = lately((text: string): string[] => {
  const plain = text.replace(AGAINST, ' ').replace(RULED_OUT, (phrase) => (KEPT.test(phrase) ? phrase : ' '));
  return FIELDS.filter(({ id, asked }) => asked.some((pattern) => pattern.test(isTampering(id) ? text : plain))).map(
    (field) => field.id,
  );
});

/** What a sentence does not forbid, but ties to something: "high-risk uses such as health need a professional's review". */
const TIED = /\bneeds?\b/i;
const inPart = (says: string, id: string, tied: boolean): boolean =>
  says.split(';').some((part) => TIED.test(part) === tied && (BY_ID.get(id)?.forbidden.test(part) ?? false));

/** @returns whether one of our sentences on forbidden uses names the field */
export const forbids = (says: string, id: string): boolean => inPart(says, id, false);

/** @returns whether it allows the field with a duty of its own */
export const allowsWithDuty = (says: string, id: string): boolean => !forbids(says, id) && inPart(says, id, true);

/** @returns whether a field matters only to a text that names it */
export const isOnlyWhereNamed = (id: string): boolean => BY_ID.get(id)?.onlyWhereNamed ?? false;

/** @returns the field as an answer names it */
export const fieldName = (id: string): string => BY_ID.get(id)?.name ?? id;
