import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { bindingsOf } from '../knowledge/lineage.ts';
import type { Activity, Verdict } from '../knowledge/vocabulary.ts';
import type { Slot, SlotName } from './answer.ts';
import { type Assessment, assessLicence, assessRelease } from './assess.ts';
import type { Facts } from './facts.ts';
import { type Ground, strictest } from './grounds/ground.ts';

/**
 * Code, weights, data and outputs apart: a repository's licence need not be the weights', and outputs are a question of
 * their own. `verdict` is null for a part that is not there to be licensed.
 */
export const slotsOf = (
  catalogue: Catalogue,
  release: Release,
  activity: Activity,
  facts: Facts,
  weights: Assessment,
): Record<SlotName, Slot> => {
  const onOutputs = activity === 'use_outputs' || activity === 'train_on_outputs';
  const outputs = onOutputs ? weights : assessRelease(catalogue, release, 'use_outputs', facts);
  const use = onOutputs ? assessRelease(catalogue, release, 'use_commercially', facts) : weights;
  const own = bindingsOf(catalogue, release)[0]?.licence ?? null;
  // what the text does not mention is covered by the grant for using the model, and no better than it
  const bound = USES.includes(activity) && outputs.verdict !== 'unknown' && !outputs.grounds.some(onOutputsInWords);
  const onOutputsVerdict = bound ? strictest([outputs.verdict, use.verdict]) : outputs.verdict;
  return {
    code: codeSlot(catalogue, release, onOutputs ? 'use_commercially' : activity, facts),
    weights: {
      verdict: release.artefacts.weights?.status === 'withheld' ? null : use.verdict,
      licence: use.deciding?.id ?? own?.id ?? null,
      says:
        release.artefacts.weights?.status === 'withheld'
          ? 'Not released; offered as a service.'
          : (use.deciding?.name ?? own?.name ?? 'No licence held.'),
    },
    data: dataSlot(catalogue, release, facts),
    outputs: {
      verdict: onOutputsVerdict,
      licence: outputs.deciding?.id ?? null,
      says: outputsWord(outputs, onOutputsVerdict),
    },
  };
};

const onOutputsInWords = (ground: Ground): boolean =>
  ground.topic.startsWith('output_') && ground.finding !== null && ground.finding.stance !== 'silent';
const USES: Activity[] = ['use_commercially', 'use_internally', 'host_for_others', 'research'];

/** What the text says on outputs; where it says nothing, what follows for the verdict shown beside it. */
const outputsWord = (outputs: Assessment, verdict: Verdict): string => {
  const spoken = outputs.grounds.filter(onOutputsInWords);
  const said = spoken.find((ground) => ground.verdict === outputs.verdict) ?? spoken[0];
  if (said) return said.says;
  switch (verdict) {
    case 'yes':
      return 'Not mentioned; the general grant covers using them.';
    case 'yes_with_conditions':
      return 'Not mentioned; the general grant covers using them, with its conditions.';
    case 'depends':
      return 'Not mentioned; what holds for the model holds for them.';
    case 'no':
      return 'Not mentioned; the model itself may not be used for this.';
    case 'unknown':
      return outputs.unsettled
        ? 'Not mentioned; whether the limit on the model reaches them is not settled.'
        : outputs.deciding?.text.extent === 'none'
          ? 'We have not read the text.'
          : 'Not mentioned.';
    default:
      return verdict satisfies never;
  }
};

const codeSlot = (catalogue: Catalogue, release: Release, activity: Activity, facts: Facts): Slot => {
  const state = release.artefacts.inference_code ?? release.artefacts.training_code;
  if (!state || state.status === 'unknown') return { verdict: null, licence: null, says: 'Not established here.' };
  if (state.status === 'withheld') return { verdict: null, licence: null, says: 'Not released.' };
  const licence = state.licence ? catalogue.licences.get(state.licence) : undefined;
  if (!licence) return { verdict: 'unknown', licence: null, says: 'Released; its licence is not established here.' };
  return {
    verdict: assessLicence(catalogue, licence, activity, facts, release).verdict,
    licence: licence.id,
    says: licence.name,
  };
};

const dataSlot = (catalogue: Catalogue, release: Release, facts: Facts): Slot => {
  const state = release.artefacts.training_data;
  if (!state || state.status === 'unknown') return { verdict: null, licence: null, says: 'Not established here.' };
  if (state.status === 'withheld') return { verdict: null, licence: null, says: 'Not released.' };
  const licence = state.licence ? catalogue.licences.get(state.licence) : undefined;
  const status = catalogue.vocabulary.artefact_statuses[state.status].label;
  if (!licence)
    return {
      verdict: state.status === 'described' ? null : 'unknown',
      licence: null,
      says: `Training data ${status}; its licence is not established here.`,
    };
  return {
    verdict: assessLicence(catalogue, licence, 'use_commercially', facts, release).verdict,
    licence: licence.id,
    says: `Training data ${status}, ${licence.name}.`,
  };
};
