import type { Licence, Release } from '../../knowledge/catalogue.ts';
import type { Finding } from '../../knowledge/schema.ts';
import type { Topic } from '../../knowledge/vocabulary.ts';
import type { Ground, Item, Own } from './ground.ts';
import { weighFinding } from './weigh-finding.ts';

/** Where the text does not speak of the narrower thing, the wider grant covers it. */
const COVERED_BY: Partial<Record<Topic, Topic>> = {
  internal_use: 'commercial_use',
  hosting: 'commercial_use',
  research_use: 'commercial_use',
  output_use: 'commercial_use',
};

/** The findings on a topic that bind: of the licence and of the policies it draws in, the scope kept in mind. */
export const findingsOf = ({ binding, release }: Own, topic: Topic): Item[] =>
  binding.documents.flatMap((licence) =>
    onTopic(licence, topic)
      .filter((finding) => finding.stance !== 'silent' || licence === binding.licence)
      .filter((finding) => finding.scope !== 'multimodal' || !release || isMultimodal(binding.via))
      .filter((finding) => finding.stance !== 'silent' || !['territory', 'use_restrictions'].includes(topic))
      .map((finding) => ({ licence, finding })),
  );

const onTopic = (licence: Licence, topic: Topic): Finding[] => {
  const known = byTopic.get(licence) ?? Map.groupBy(licence.findings, (finding) => finding.topic);
  byTopic.set(licence, known);
  return known.get(topic) ?? [];
};
/** A licence does not change once it is read. */
const byTopic = new WeakMap<Licence, Map<Topic, Finding[]>>();

/** Reads or makes more than text and code: what Llama's use policies call multimodal. */
export const isMultimodal = (release: Release): boolean =>
  release.modality.some((kind) => !['text', 'code', 'embedding'].includes(kind));

/** @returns what a licence says on a topic, or that it is silent, or that it was not read */
export const groundsFor = (own: Own, topic: Topic): Ground[] => {
  const { licence } = own.binding;
  const items = findingsOf(own, topic);
  if (items.length === 0) return [missing(own, topic, licence)];
  const spoken = items.filter((item) => item.finding.stance !== 'silent');
  if (spoken.length > 0) return spoken.map((item) => weighFinding(own, topic, item));
  const wider = COVERED_BY[topic];
  const cover = wider
    ? findingsOf(own, wider).filter((item) => ['permitted', 'conditional'].includes(item.finding.stance))
    : [];
  if (cover.length > 0) {
    const aside: Ground = {
      ...silence(own, topic),
      verdict: 'yes',
      says: `Not mentioned; the general grant covers the ${own.catalogue.vocabulary.topics[topic].label.toLowerCase()}.`,
    };
    return [
      ...cover.map((item) => ({ ...weighFinding(own, wider!, item), topic: wider! })),
      ...(topic === 'output_use' ? [aside] : []),
    ];
  }
  return [silence(own, topic)];
};

const SPOKEN: Partial<Record<Topic, string>> = {
  output_training: 'training on outputs',
  output_use: 'the use of outputs',
  redistribution: 'passing on copies',
  modification: 'changing the model',
};

const silence = ({ binding, via, catalogue }: Own, topic: Topic): Ground => ({
  topic,
  verdict: 'unknown',
  licence: binding.licence,
  finding: binding.licence.findings.find((finding) => finding.topic === topic) ?? null,
  says: `${binding.licence.name} does not speak of ${SPOKEN[topic] ?? catalogue.vocabulary.topics[topic].label.toLowerCase()}: nothing in it forbids it, and nothing grants it in so many words.`,
  note: null,
  via,
});

const missing = ({ via, catalogue }: Own, topic: Topic, licence: Licence): Ground => ({
  topic,
  verdict: 'unknown',
  licence,
  finding: null,
  says:
    licence.text.extent === 'none'
      ? `We have not read the text of ${licence.name}, so we cannot say what it allows.`
      : `We have read ${licence.name} in excerpts only, and they do not cover this (${catalogue.vocabulary.topics[topic].label.toLowerCase()}).`,
  note: null,
  via,
});
