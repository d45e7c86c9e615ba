import type { Catalogue, Licence } from '../knowledge/catalogue.ts';
import type { Verdict } from '../knowledge/vocabulary.ts';
import type { Inquiry } from './inquiry.ts';
import { asksLicence } from './premise.ts';
import { sentenceList, theLicence } from './wording.ts';

/** A claim is answered in the first line: "Yes: DeepSeek-R1 is under MIT License." */
export const claimAnswer = (
  catalogue: Catalogue,
  verdict: Verdict | null,
  inquiry: Inquiry,
  licences: Licence[],
  corrections: string[],
): string | null => {
  if (verdict === null) return null;
  const model = inquiry.subjects.find((mention) => mention.kind === 'models');
  if (model?.kind !== 'models') {
    const names = licences.map((licence) => licence.name);
    const kinds = [...new Set(licences.map((licence) => catalogue.vocabulary.licence_kinds[licence.kind].label))];
    const are = names.length === 1 ? 'is' : 'are';
    if (verdict === 'depends') return null;
    return `${verdict === 'yes' ? 'Yes' : 'No'}: ${sentenceList(names.map(theLicence))} ${are}${verdict === 'yes' ? '' : ' not'} approved by the OSI as open source${verdict === 'no' && kinds.length === 1 ? `; ${kinds[0]}` : ''}.`;
  }
  const [correction] = corrections;
  if (verdict === 'yes')
    return `Yes: ${model.label} is under ${sentenceList(licences.map((licence) => theLicence(licence.name)))}.`;
  if (verdict === 'no')
    return correction ? `No${/ too\.$/.test(correction) ? ', not that alone' : ''}: ${correction}` : null;
  return correction ?? null;
};

/** The name of a licence can have "open source" in it. */
const withoutSubjects = ({ subjects, text }: Inquiry): string =>
  subjects.reduce((rest, mention) => rest.replace(mention.written, ' '), text);

/** "Is X under Apache-2.0?" is answered yes or no; other questions about a licence are not. */
export const yesOrNo = (inquiry: Inquiry, corrections: string[], licences: Licence[]): Verdict | null => {
  if (
    /\bosi\b|open[- ]source/i.test(withoutSubjects(inquiry)) &&
    !inquiry.subjects.some((mention) => mention.kind === 'models') &&
    licences.length > 0
  )
    return licences.every((licence) => licence.osi_approved)
      ? 'yes'
      : licences.some((licence) => licence.osi_approved)
        ? 'depends'
        : 'no';
  const claims =
    inquiry.subjects.some((mention) => mention.kind === 'models') &&
    inquiry.subjects.some((mention) => mention.kind === 'licence');
  const asked = inquiry.subjects.some(
    (mention) => mention.kind === 'licence' && asksLicence(inquiry.text, mention.written),
  );
  if (
    !claims ||
    asked ||
    !/\b(is|are|isn't|aren't|does|do|was|tagged|labell?ed|listed|marked)\b|\b(true|right|correct)\s*\?|是[^。？]{0,24}吗|是不是/i.test(
      inquiry.text,
    ) ||
    /\b(what|which|how)\b/i.test(inquiry.text)
  )
    return null;
  return corrections.some((line) => /is not under|until|, and under .* too\.$/.test(line))
    ? 'no'
    : corrections.length > 0
      ? 'depends'
      : 'yes';
};
