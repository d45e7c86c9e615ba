import type { Licence } from '../catalogue.ts';
import { givenNames, namesOnly, shorterNames } from './licence-spellings.ts';
import { add, type Entry, isHeld, type NameIndex, pieces } from './name-index.ts';

/** Adds the names of licences, terms and policies; to be called when the models are in. */
export const addLicences = (index: NameIndex, licences: Licence[]) => {
  const entryOf = (licence: Licence): Entry => ({ kind: 'licence', licence, label: licence.name });
  for (const licence of licences)
    for (const name of [...givenNames(licence), licence.id])
      add(index, isLikeAModel(index, licence, name) ? `${name} licence` : name, entryOf(licence));
  const terms = licences.filter(({ kind }) => kind === 'api-terms');
  const termsOf = Map.groupBy(terms, ({ steward }) => steward);
  const isOneOfSeveral = (licence: Licence, name: string): boolean =>
    licence.kind === 'api-terms' && termsOf.get(licence.steward)!.length > 1 && namesOnly(name, licence.steward);
  const shorter = licences.flatMap((licence) =>
    shorterNames(licence, (name) => isHeld(index, pieces(name)))
      // "OpenAI terms": of a company with several terms the company's name alone tells none
      .filter((name) => isFree(index, pieces(name)) && !isOneOfSeveral(licence, name))
      .map((name) => ({ name, licence })),
  );
  for (const { name, licence } of shorter) add(index, name, entryOf(licence));
  index.terms.push(...licences.filter(({ kind }) => kind === 'api-terms' || kind === 'use-policy'));
  addLabels(index, licences);
  for (const licence of licences) index.publishedOf.set(licence.id, licence.published);
  for (const versions of Map.groupBy(licences, textOf).values())
    for (const { id } of versions) index.versions.set(id, versions);
};

const LABEL = /^(?:built|powered|made|created|improved) |\binside$/i;

const addLabels = (index: NameIndex, licences: Licence[]) => {
  const asked = licences.flatMap((licence) =>
    licence.obligations.flatMap(({ exact }) => (exact && LABEL.test(exact) ? [{ exact, licence }] : [])),
  );
  for (const [text, same] of Map.groupBy(asked, ({ exact }) => exact.toLowerCase()))
    index.labels.push({ text, exact: same[0]!.exact, licences: [...new Set(same.map(({ licence }) => licence))] });
  index.labels.sort((a, b) => b.text.length - a.text.length);
};

/** Nobody's yet, and not the licence of a whole line: "Llama license" is that of whichever Llama. */
const isFree = (index: NameIndex, tokens: string[]): boolean =>
  tokens.length > 1 &&
  !isHeld(index, tokens) &&
  !isHeld(
    index,
    tokens.filter((token) => !/^licen[cs]e$/.test(token)),
  );

/** "glm-4" and "hunyuan-7b" are ids of licences, and names of models to everybody else. */
const isLikeAModel = (index: NameIndex, licence: Licence, name: string): boolean => {
  const tokens = pieces(name);
  const follows = tokens.every((token, at) => at === 0 || index.pairs.has(`${tokens[at - 1]} ${token}`));
  return name === licence.id && index.firstTokens.has(tokens[0]!) && follows;
};

/** "gemma-terms-2025-03-24", "openmdw-1.1": the id without the version tells which text it is. */
const textOf = (licence: Licence): string => licence.id.replace(/-(\d{4}(-\d{2})*|\d+(\.\d+)+)$/, '');
