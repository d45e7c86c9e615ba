import type { Catalogue, Licence } from './catalogue.ts';
import { type Problem, problem } from './problem.ts';

/** Licence texts by file name, as found in the folder LICENCE_TEXTS. */
export type ReadText = (file: string) => string | null;

/** `notAtHand`: licences whose text was read elsewhere and is not among the files (no text.file); their markers were not looked for. */
export type MarkerReport = { checked: number; problems: Problem[]; notAtHand: string[] };

/**
 * Finds every marker again in the text of its licence, without regard to case, spacing and the shape of quotes.
 * @param readText gives the text of a file, or null where there is none
 */
export const checkMarkers = (catalogue: Catalogue, readText: ReadText): MarkerReport => {
  const problems: Problem[] = [];
  const notAtHand: string[] = [];
  let checked = 0;
  for (const licence of catalogue.licences.values()) {
    const file = `licences/${licence.id}.yml`;
    const marked = markersOf(licence);
    if (licence.text.extent === 'none') continue;
    if (!licence.text.file) {
      notAtHand.push(licence.id);
      continue;
    }
    const text = readText(licence.text.file);
    if (text === null) {
      problems.push(problem(file, 'text.file', `"${licence.text.file}" is not among the licence texts`));
      continue;
    }
    const plain = plainText(text);
    for (const { at, marker } of marked) {
      checked += 1;
      if (!plain.includes(plainText(marker)))
        problems.push(problem(file, at, `marker not found in the text: "${marker}"`));
    }
  }
  return { checked, problems, notAtHand };
};

/** @returns each marker of a licence with the place it stands at */
export const markersOf = (licence: Licence): { at: string; marker: string }[] => [
  ...licence.findings.flatMap((finding, index) =>
    finding.marker ? [{ at: `findings.${index} (${finding.topic})`, marker: finding.marker }] : [],
  ),
  ...licence.obligations.map((duty, index) => ({ at: `obligations.${index} (${duty.kind})`, marker: duty.marker })),
];

/** Licence texts wrap, indent, comment and quote in many ways; the words are what counts. */
export const plainText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[*_#>|\\]+/g, ' ')
    .replace(/\s+/g, ' ');
