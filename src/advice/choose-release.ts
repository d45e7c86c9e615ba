import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import type { Advisor } from './advise.ts';
import type { Answer } from './answer.ts';
import { composeClarification, composeNotCovered } from './compose-plain.ts';
import { groupsOf, nameOfGroup } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { sentenceList } from './wording.ts';

/** A model that a document is written about. `alike` are releases that the same licences bind, so that it holds for them too. */
export type Chosen = { release: Release; label: string; alike: Release[] };
export type Choice = { kind: 'chosen'; models: Chosen[] } | { kind: 'answer'; answer: Answer };

/** What a card is drawn of side by side; a brief is about one. */
export const MOST_SIDE_BY_SIDE = 4;

/**
 * Reads the models that a document is asked about. A family whose versions differ is asked back, a name that is not held
 * is answered as everywhere else: a document is written about what was named, never about the nearest thing.
 * @param most how many models the document can be about
 */
export const chooseReleases = (catalogue: Catalogue, advisor: Advisor, text: string, most: number): Choice => {
  const inquiries = advisor.read({ question: text });
  const subjects = inquiries.flatMap((inquiry) => inquiry.subjects);
  const [first] = inquiries as [Inquiry];
  const asking = (question: string): Choice => ({
    kind: 'answer',
    answer: composeClarification(catalogue, { ...first, subjects }, question),
  });
  if (subjects.some((mention) => mention.kind === 'unknown'))
    return { kind: 'answer', answer: composeNotCovered(catalogue, { ...first, subjects }) };
  const models = subjects.flatMap((mention) => (mention.kind === 'models' ? [mention] : []));
  if (models.length === 0)
    return asking('Which model is it about? A name, a Hugging Face id or an Ollama tag will do.');
  if (models.length > most)
    return asking(
      most === 1 ? 'It is about one model: which one?' : `At most ${most} models fit on a picture: which ones?`,
    );
  const chosen: Chosen[] = [];
  for (const mention of models) {
    const groups = groupsOf(catalogue, mention);
    if (groups.length > 1) {
      const names = groups.slice(0, 4).map((group) => nameOfGroup(catalogue, group));
      return asking(`The versions of ${mention.label} differ. Which do you mean: ${sentenceList(names)}?`);
    }
    const { lead, releases } = groups[0]!;
    const label = releases.length === 1 ? lead.name : mention.label;
    chosen.push({ release: lead, label, alike: releases.filter((release) => release !== lead) });
  }
  return { kind: 'chosen', models: chosen };
};
