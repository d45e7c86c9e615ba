import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Facts } from './facts.ts';
import type { Sizes } from './read-sizes.ts';
import type { Needs } from './shortlist-needs.ts';
import { doing } from './wording.ts';

/** @returns what is looked for, in words: "text models; use commercially; up to 8B parameters" */
export const needsInWords = (catalogue: Catalogue, needs: Needs, facts: Facts): string => {
  const { vocabulary } = catalogue;
  const parts = [
    kindOf(catalogue, needs),
    ...(needs.categories.length > 0
      ? [needs.categories.map((category) => vocabulary.categories[category].label).join(' or ')]
      : []),
    ...needs.activities.map(doing),
    ...(needs.downloadable ? ['downloadable weights'] : []),
    ...(needs.osi_licence ? ['an OSI-approved licence'] : []),
    ...(needs.licences.length > 0 ? [needs.licences.map((licence) => licence.name).join(' or ')] : []),
    ...(needs.notLicences.length > 0 ? [`not ${needs.notLicences.map((licence) => licence.name).join(' or ')}`] : []),
    ...(needs.training_data ? ['released training data'] : []),
    ...(needs.training_code ? ['released training code'] : []),
    ...(needs.noThresholds ? ['no limit on users or revenue'] : []),
    ...(needs.noDuties.length > 0
      ? [
          `without these duties: ${needs.noDuties.map((kind) => vocabulary.obligation_kinds[kind].label.toLowerCase()).join(', ')}`,
        ]
      : []),
    ...sizeWords(needs.sizes),
    ...(facts.territories ? [`a team in ${facts.territories.join(', ')}`] : []),
  ];
  return parts.join('; ');
};

const kindOf = ({ vocabulary }: Catalogue, { modalities, without, tasks }: Needs): string => {
  const named = [
    ...tasks.map((task) => vocabulary.tasks[task].label),
    ...(tasks.length > 0 ? [] : modalities.map((modality) => vocabulary.modalities[modality].label)),
  ];
  const kind = named.length > 0 ? named.join(' and ') : without.length > 0 ? 'models of any kind' : 'text models';
  return without.length > 0
    ? `${kind}, without ${without.map((modality) => vocabulary.modalities[modality].label).join(' or ')}`
    : kind;
};

const sizeWords = ({ min, max, memory }: Sizes): string[] => {
  if (memory !== null) return [`up to about ${max}B parameters, which is what fits in ${memory} GB`];
  if (min !== null && max !== null) return [`${min}B to ${max}B parameters`];
  return [
    ...(max !== null ? [`up to ${max}B parameters`] : []),
    ...(min !== null ? [`at least ${min}B parameters`] : []),
  ];
};
