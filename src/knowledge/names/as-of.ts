import type { Licence, Release } from '../catalogue.ts';
import type { NameIndex } from './name-index.ts';
import { dateIn, type Span } from './read-dates.ts';
import type { Mention } from './read-names.ts';

/** When the text in question applied: at a date that was said, or at first. */
type Moment = Span | 'first';

/** A date that is the asker's own, not the text's. */
const OWN_DATE =
  /\b(launch(ing)?|go(ing)? live|live|ship(ping)?|start(ing)?|deadline|due|by|until|till|before|after|since|ab|bis|seit|depuis|desde)\s+(in |on |the |from )?$/i;
/** What speaks of the text as it was. */
const ON_TEXT =
  /\b(licen[cs]\w*|terms|text|version|agreement|policy|conditions|lizenz\w*|fassung|bedingungen|licencia|licenza)\b|许可|协议|条款/i;
const BACK_THEN =
  /^\s*(so |and )?(was|were|did|could|war|durfte|était)\b|\b(back in|back then|at (?:the|that) time|came out|damals|à l'époque|entonces)\b|当时|那时/i;
const AT_FIRST =
  /\b(first|original|initial|earliest|erste[nrs]?|ursprünglich\w*)\b[^.?!]{0,30}\b(licen[cs]e|terms|text|version|agreement|lizenz|fassung)\b|\b(licen[cs]\w*|terms|text)\b[^.?!]{0,60}\b(at (launch|release|first)|when (it|they|that)( first)? (came out|was released|were released|launched|got released)|originally|on release day)\b|\boriginally (licen[cs]ed|under)\b|\blizenz\w*\b[^.?!]{0,60}\b(zuerst|anfangs|am anfang)\b|最初的?(许可|协议)/i;
const STILL = /\b(still|now|today|nowadays|anymore|heute|noch|jetzt)\b/i;

/**
 * The licence "in March 2023", or the first one: a mention is read with the version that applied then. Where no other
 * version is held, or the date is the asker's own, it stays as it is.
 */
export const asOf = (index: NameIndex, mentions: Mention[], text: string): Mention[] => {
  const moment = momentIn(text);
  if (!moment) return mentions;
  return mentions.map((mention) =>
    mention.kind === 'licence'
      ? licenceThen(index, mention, moment)
      : mention.kind === 'models'
        ? modelsThen(index, mention, moment, text)
        : mention,
  );
};

const momentIn = (text: string): Moment | null => {
  const date = dateIn(text);
  if (date) return OWN_DATE.test(text.slice(0, date.start)) ? null : date;
  return AT_FIRST.test(text) ? 'first' : null;
};

type Of<K extends Mention['kind']> = Extract<Mention, { kind: K }>;

const licenceThen = (index: NameIndex, mention: Of<'licence'>, moment: Moment): Mention => {
  // "licence 2.1 of November 2023" names its version itself
  if (/\d\.\d|20\d\d-\d\d/.test(mention.written.replace(/^.*?(?=licen|terms|polic)/i, ''))) return mention;
  const versions = mention.licences.flatMap((licence) => index.versions.get(licence.id) ?? []);
  const then = atMoment([...new Set(versions)], moment);
  if (then.length === 0 || then.some((licence) => mention.licences.includes(licence))) return mention;
  return { ...mention, licences: then, label: then[0]!.name, then: wordsOf(moment) };
};

/** The versions published in the span; else the last one before it. */
const atMoment = (versions: Licence[], moment: Moment): Licence[] => {
  const sorted = [...versions].sort((a, b) => (a.published < b.published ? -1 : 1));
  if (sorted.length < 2) return [];
  if (moment === 'first') return sorted.slice(0, 1);
  const inside = sorted.filter(
    (licence) => licence.published >= moment.from.slice(0, licence.published.length) && licence.published <= moment.to,
  );
  const last = sorted.filter((licence) => licence.published <= moment.to).at(-1);
  return inside.length > 0 ? inside : last ? [last] : [];
};

const modelsThen = (index: NameIndex, mention: Of<'models'>, moment: Moment, text: string): Mention => {
  if ((!ON_TEXT.test(text) && !BACK_THEN.test(text)) || STILL.test(text)) return mention;
  const then = mention.releases.flatMap((release) => releaseThen(index, release, moment) ?? []);
  if (then.length === 0 || then.every((release) => mention.releases.includes(release))) return mention;
  return { ...mention, releases: then, label: `${mention.label} (${wordsOf(moment)})`, then: wordsOf(moment) };
};

const wordsOf = (moment: Moment): string =>
  moment === 'first' ? 'at first' : `${moment.from === moment.to ? 'on' : 'in'} ${moment.written}`;

/** The release under the licence of that time; null where it was not out yet. */
const releaseThen = (index: NameIndex, release: Release, moment: Moment): Release | null => {
  if (moment === 'first') return release.licences.length > 1 ? under(release, release.licences[0]!.licence) : release;
  if (release.released && release.released > moment.to) return null;
  const applied = release.licences.filter(
    ({ licence, from, until }) =>
      (from ?? index.publishedOf.get(licence) ?? '') <= moment.to && (until === undefined || until > moment.from),
  );
  const begun = applied.filter(({ from }) => from !== undefined && from >= moment.from);
  const period = begun.at(-1) ?? applied.at(-1);
  return period?.until ? under(release, period.licence) : release;
};

/** The same release under an earlier licence; one object for each, as two mentions of it are compared. */
const under = (release: Release, licence: string): Release => {
  const held = earlier.get(release) ?? new Map<string, Release>();
  earlier.set(release, held);
  const then = held.get(licence) ?? { ...release, licences: [{ licence }] };
  held.set(licence, then);
  return then;
};
const earlier = new WeakMap<Release, Map<string, Release>>();
