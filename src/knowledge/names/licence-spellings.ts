import type { Licence } from '../catalogue.ts';

const TERMS = [
  'terms of service',
  'terms of use',
  'terms and conditions',
  'service terms',
  'terms',
  'tos',
  'conditions',
];
const POLICIES = ['acceptable use policy', 'use policy', 'usage policy', 'usage policies', 'aup'];

/** @returns the names a licence is given in the knowledge, in both spellings of the word */
export const givenNames = (licence: Licence): string[] =>
  bothSpellings([licence.name, licence.id, licence.spdx ?? '', ...licence.aliases].filter((name) => name !== ''));

/**
 * What people make of these names: without "Agreement", the date or the name of the company, "v1.0" for "1.0", "terms of
 * use" for "terms of service". Used only where no given name is spelled so.
 */
export const shorterNames = (licence: Licence, taken: (name: string) => boolean): string[] => {
  let names = [licence.name, ...licence.aliases];
  const given = givenNames(licence);
  for (const shorten of [withoutBrackets, withoutAgreement, withoutSteward(licence), withoutCommon, withV])
    names = [...new Set([...names, ...names.map(shorten)])];
  names = names.filter((name) => given.includes(name) || !taken(name));
  if (licence.kind === 'api-terms')
    names.push(
      ...names.flatMap((name) => (/ api terms$/i.test(name) ? [name.replace(/ api terms$/i, ' platform terms')] : [])),
    );
  names.push(...names.flatMap((name) => withTail(name, TERMS)), ...names.flatMap((name) => withTail(name, POLICIES)));
  if (licence.kind === 'api-terms') {
    names.push(...names.flatMap((name) => (/ api terms$/i.test(name) ? [name.replace(/ terms$/i, '')] : [])));
    const [steward = ''] = licence.steward.split(/[\s(]/);
    names.push(
      ...names
        .filter((name) => !name.toLowerCase().includes(steward.toLowerCase()))
        .map((name) => `${steward} ${name}`),
    );
  }
  return bothSpellings(names).filter((name) => !given.includes(name) && tellsApart(name));
};

const COMMON =
  /^(licen[cs]es?|version|agreement|community|research|open|model|models|series|terms|of|use|usage|service|services|and|conditions|non|noncommercial|commercial|production|policy|policies|acceptable|prohibited|aup|tos|ai|api|additional|platform|source|code|data|weights|the|for|public|v?[\d.]+)$/i;

/** @returns true where nothing but the company's name tells a name from others */
export const namesOnly = (name: string, steward: string): boolean =>
  name.split(/[\s-]+/).every((word) => COMMON.test(word) || steward.toLowerCase().includes(word.toLowerCase()));

/** More than one word, and one of them names something: neither "Jamba" nor "Community License" will do. */
const tellsApart = (name: string): boolean => {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return words.length > 1 && words.some((word) => !COMMON.test(word));
};

const bothSpellings = (names: string[]): string[] => [
  ...new Set(
    names.flatMap((name) => [name, name.replace(/license/gi, 'licence'), name.replace(/licence/gi, 'license')]),
  ),
];

const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)/g, '');
const withoutAgreement = (name: string): string => name.replace(/\s+agreement\b/gi, '');
const withoutCommon = (name: string): string => name.replace(/\s+(model|models|series models)\b(?=.*licen[cs]e)/gi, '');
const withV = (name: string): string =>
  /\bv\d/i.test(name) ? name.replace(/\bv(?=\d)/gi, '') : name.replace(/ (?=\d+\.\d+$)/, ' v');

const withoutSteward =
  (licence: Licence) =>
  (name: string): string => {
    const [first = ''] = licence.steward.split(/[\s(]/);
    const rest = name.slice(first.length).trim();
    return first.length > 2 && name.toLowerCase().startsWith(first.toLowerCase()) && rest.split(/\s+/).length >= 3
      ? rest.replace(/^(AI|ai)\s+/, '')
      : name;
  };

const withTail = (name: string, tails: string[]): string[] => {
  const held = tails.find((tail) => name.toLowerCase().endsWith(` ${tail}`));
  return held ? tails.map((tail) => name.slice(0, -held.length) + tail) : [];
};
