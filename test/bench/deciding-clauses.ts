import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import type { Gold } from '../eval/gold.ts';

export type Decided = {
  /** share of the questions whose deciding clauses are all in the material */
  clauses: number;
  /** … and where the material also ties that licence to the model that was asked about */
  withModel: number;
};

/** YAML and prompts write the same words with other signs around and inside them. */
const bare = (text: string): string =>
  text
    .replace(/\\(.)/g, '$1')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('|', '/')
    .replace(/['"’]+/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();

/**
 * Whether a verdict could be read off a material: for each clause that the gold question names, the sentence of one
 * finding or duty of that clause stands there in full. It says nothing about whether a model would read it right.
 */
export const decides = (catalogue: Catalogue, asked: { gold: Gold; material: string }[]): Decided => {
  const held = asked.map(({ gold, material }) => {
    const text = bare(material);
    const clauses = gold.conditions.every((wanted) => {
      const [id, clause] = wanted.split('#') as [string, string];
      const licence = catalogue.licences.get(id);
      return [...(licence?.findings ?? []), ...(licence?.obligations ?? [])].some(
        ({ clause: at, says }) =>
          at != null && (at === clause || at.startsWith(`${clause}.`)) && says != null && text.includes(bare(says)),
      );
    });
    return { clauses, withModel: clauses && tiesModel(catalogue, gold, text) };
  });
  const share = (which: (one: (typeof held)[number]) => boolean) => held.filter(which).length / (held.length || 1);
  return { clauses: share((one) => one.clauses), withModel: share((one) => one.withModel) };
};

/** The model by name and its licence by name or id are both there; a question about a licence alone needs no model. */
const tiesModel = (catalogue: Catalogue, gold: Gold, text: string): boolean => {
  const releases = [...catalogue.releases.values()].filter(({ id }) =>
    gold.subjects.some((wanted) => id.startsWith(wanted)),
  );
  const names = releases.map(({ name }) => bare(name));
  const licences = gold.licences.flatMap((id) => [bare(id), bare(catalogue.licences.get(id)?.name ?? id)]);
  return (
    (releases.length === 0 || names.some((name) => text.includes(name))) &&
    (licences.length === 0 || licences.some((licence) => text.includes(licence)))
  );
};
