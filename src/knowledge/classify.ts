import type { Catalogue, Release } from './catalogue.ts';
import { type Binding, bindingsOf } from './lineage.ts';
import type { Element, FREEDOMS, RubricTest } from './rubric.ts';
import type { ArtefactStatus, Category, LicenceKind, Topic } from './vocabulary.ts';

export type ElementState = 'met' | 'not met' | 'unknown';
export type Classification = {
  category: Category | null;
  /** the class in words; a copyleft licence is called one, although it limits no use either */
  label: string | null;
  because: string;
  elements: { element: Element; label: string; state: ElementState; why: string; source: string | null }[];
  freedoms: { freedom: (typeof FREEDOMS)[number]; state: ElementState; why: string }[];
  meets: 'yes' | 'no' | 'unknown';
  /** the developer calls it open source and it does not meet the definition */
  washing: { term: string; source: string } | null;
};

/** From open to closed: along a lineage the most restrictive kind decides the class. */
const KINDS: LicenceKind[] = [
  'permissive',
  'data',
  'copyleft',
  'use-restricted',
  'custom-community',
  'non-commercial',
  'use-policy',
  'api-terms',
];
const OPEN_KINDS: LicenceKind[] = ['permissive', 'data', 'copyleft'];

/**
 * The class of a release and its OSAID 1.0 check-list, derived by knowledge/rubric.yml from what was released and from
 * the kinds and findings of the licences that bind it. `category` is null when the status of the weights is not known.
 */
export const classify = (catalogue: Catalogue, release: Release): Classification => {
  const known = classified.get(catalogue) ?? new Map<string, Classification>();
  classified.set(catalogue, known);
  const held = known.get(release.id);
  if (held) return held;
  const result = derive(catalogue, release);
  known.set(release.id, result);
  return result;
};

/** A catalogue does not change once it is read, so each release is classified once. */
const classified = new WeakMap<Catalogue, Map<string, Classification>>();

const derive = (catalogue: Catalogue, release: Release): Classification => {
  const bindings = bindingsOf(catalogue, release);
  const kind = strictestKind(bindings);
  const rule = catalogue.rubric.categories.find(({ when }) => when.every((test) => holds(test, release, kind)));
  const elements = catalogue.rubric.elements.map((element) => {
    const { state, why } = judgeElement(catalogue, release, element, kind, bindings);
    return {
      element: element.element,
      label: element.label,
      state,
      why,
      source: release.artefacts[element.artefact]?.source ?? null,
    };
  });
  const states = elements.map((element) => element.state);
  const meets = states.includes('not met') ? 'no' : states.includes('unknown') ? 'unknown' : 'yes';
  const family = catalogue.families.get(release.family)!;
  const claim = family.calls_it;
  const claims = claim && catalogue.rubric.open_source_terms.includes(claim.term.toLowerCase());
  return {
    category: rule?.category ?? null,
    label: rule ? labelOf(catalogue, rule.category, kind) : null,
    because: rule?.because ?? 'What was released of the weights is not established.',
    elements,
    freedoms: catalogue.rubric.freedoms.map((freedom) => ({
      freedom: freedom.freedom,
      ...judgeFreedom(release, freedom, bindings),
    })),
    meets,
    washing: claims && meets === 'no' ? claim : null,
  };
};

const labelOf = (catalogue: Catalogue, category: Category, kind: LicenceKind | null): string => {
  const { label } = catalogue.vocabulary.categories[category];
  return kind === 'copyleft' ? label.replace('permissive', 'copyleft') : label;
};

const strictestKind = (bindings: Binding[]): LicenceKind | null => {
  const kinds = bindings.map((binding) => KINDS.indexOf(binding.licence.kind));
  return kinds.length > 0 ? KINDS[Math.max(...kinds)]! : null;
};

const statusOf = (release: Release, artefact: keyof Release['artefacts']): ArtefactStatus =>
  release.artefacts[artefact]?.status ?? 'unknown';

const holds = (test: RubricTest, release: Release, kind: LicenceKind | null): boolean =>
  'artefact' in test
    ? test.status.includes(statusOf(release, test.artefact))
    : kind !== null && test.licence_kind.includes(kind);

const STATUS_WORDS: Record<ArtefactStatus, string> = {
  released: 'is released',
  partial: 'is released in part',
  described: 'is described and not released',
  withheld: 'is not released',
  unknown: 'is not established here',
};

const judgeElement = (
  catalogue: Catalogue,
  release: Release,
  element: Catalogue['rubric']['elements'][number],
  kind: LicenceKind | null,
  bindings: Binding[],
): { state: ElementState; why: string } => {
  const status = statusOf(release, element.artefact);
  const word = catalogue.vocabulary.artefacts[element.artefact].label;
  const says = release.artefacts[element.artefact]?.says;
  if (element.element === 'parameters' && status !== 'withheld' && kind && !OPEN_KINDS.includes(kind)) {
    const names = bindings
      .filter((binding) => !OPEN_KINDS.includes(binding.licence.kind))
      .map((binding) => binding.licence.name);
    return {
      state: 'not met',
      why: `The weights come under terms with restrictions (${names.join('; ')}), not under OSI-approved terms.`,
    };
  }
  const licence = release.artefacts[element.artefact]?.licence;
  if (element.element === 'code' && status === 'released' && licence) {
    const held = catalogue.licences.get(licence);
    if (held && !held.osi_approved)
      return { state: 'not met', why: `The training code comes under ${held.name}, which is not OSI-approved.` };
  }
  const verb =
    word.endsWith('s') && word !== 'Checkpoints' && element.artefact === 'weights'
      ? STATUS_WORDS[status].replace(/^is/, 'are')
      : STATUS_WORDS[status];
  const why = says ?? `${word} ${verb}.`;
  if (element.met_by.includes(status)) return { state: 'met', why };
  if (element.not_met_by.includes(status)) return { state: 'not met', why };
  return { state: 'unknown', why: says ?? `${word} ${verb}; whether that is enough is not established here.` };
};

const judgeFreedom = (
  release: Release,
  freedom: Catalogue['rubric']['freedoms'][number],
  bindings: Binding[],
): { state: ElementState; why: string } => {
  const weights = statusOf(release, 'weights');
  if (weights === 'withheld') return { state: 'not met', why: 'The weights are not released.' };
  if (freedom.artefacts.length > 0) {
    const statuses = freedom.artefacts.map((artefact) => statusOf(release, artefact));
    if (statuses.every((status) => status === 'released'))
      return { state: 'met', why: 'Training code and training data are released.' };
    if (statuses.includes('withheld'))
      return { state: 'not met', why: 'Training code or training data are not released.' };
    return {
      state: 'unknown',
      why: 'Training code or training data are described or released in part, or not established here.',
    };
  }
  for (const binding of bindings) {
    const hindrance = freedom.topics.map((topic) => hindranceOf(binding, topic)).find((found) => found !== null);
    if (hindrance) return { state: 'not met', why: hindrance };
    if (binding.licence.text.extent !== 'full')
      return { state: 'unknown', why: `The text of ${binding.licence.name} was not read in full.` };
  }
  return { state: 'met', why: 'The licence gives it without a condition of use.' };
};

/** Duties to keep notices do not hinder a freedom; thresholds, purposes, places and forbidden uses do. */
const hindranceOf = (binding: Binding, topic: Topic): string | null => {
  for (const document of binding.documents)
    for (const finding of document.findings) {
      if (finding.topic !== topic) continue;
      const restricts =
        finding.stance === 'prohibited' ||
        (finding.stance === 'conditional' &&
          (finding.when || topic === 'use_restrictions' || topic === 'output_training'));
      if (restricts) return `${finding.says} (${document.name}, ${finding.clause})`;
    }
  return null;
};
