import { CAVEAT, type SomeSources } from '../../advice/answer.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { type Outgoing, seal, sections } from '../outgoing.ts';

/** The rubric in short: the four classes, and the elements of the OSI's definition beside them. */
export const rubricMessage = (catalogue: Catalogue): Outgoing => {
  const { vocabulary, rubric } = catalogue;
  const sources = rubric.sources.flatMap((id) => catalogue.sources.get(id) ?? []) as unknown as SomeSources;
  const classes = rubric.categories.map(
    ({ category, because }) => `• ${bold(vocabulary.categories[category].label)}: ${escaped(because)}`,
  );
  const elements = rubric.elements.map((element) => `• ${bold(element.label)}: ${escaped(element.says)}`);
  return seal(
    'How models are classified',
    [
      ...sections(`${bold('How models are classified')}\n${classes.join('\n')}`),
      ...sections(`${bold("The OSI's Open Source AI Definition 1.0 asks for")}\n${elements.join('\n')}`),
    ],
    sources,
    CAVEAT,
  );
};
