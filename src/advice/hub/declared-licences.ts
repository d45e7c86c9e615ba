import type { Catalogue, Licence } from '../../knowledge/catalogue.ts';
import { currentLicences } from '../../knowledge/lineage.ts';
import type { DeclaredCard } from './declared-card.ts';

/** Tags of the hub that name no licence. */
const NO_LICENCE = new Set(['other', 'unknown', '']);

/**
 * Finds the licences that a card declares among those we hold: by its tags, else by the name it gives, else by where
 * its link leads. Only whole names count: "cc-by-nd-4.0" is not "cc-by-4.0".
 * @returns what was found, and what the card says of a licence that was not; both can be there
 */
export const declaredLicences = (catalogue: Catalogue, card: DeclaredCard): { held: Licence[]; unread: string[] } => {
  const tags = card.licences.filter((tag) => !NO_LICENCE.has(tag.toLowerCase()));
  const byTag = tags.map((tag) => ({ tag, found: named(catalogue, tag) }));
  const held = byTag.flatMap((item) => item.found);
  const unread = byTag.filter((item) => item.found.length === 0).map((item) => item.tag);
  if (tags.length > 0) return { held: distinct(held), unread };
  const byName = card.licenceName ? named(catalogue, card.licenceName) : [];
  if (byName.length > 0) return { held: byName, unread: [] };
  const byLink = card.licenceLink ? linked(catalogue, card.licenceLink) : [];
  if (byLink.length > 0) return { held: byLink, unread: [] };
  return { held: [], unread: card.licenceName ? [card.licenceName] : [] };
};

const distinct = (licences: Licence[]): Licence[] => [...new Set(licences)];

/** "Llama 3.1 Community License", "llama3.1": the letters and digits that tell a licence from others. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(licen[cs]es?|agreement|the)\b/g, '')
    .replace(/[^a-z0-9.+]/g, '');

/** Several licences may share a name ("openrail"): then all of them bind, and the strictest decides. */
const named = (catalogue: Catalogue, name: string): Licence[] => {
  const key = keyOf(name);
  if (key === '') return [];
  return [...catalogue.licences.values()].filter((licence) =>
    [licence.id, licence.name, licence.spdx ?? '', ...licence.aliases].some((own) => own !== '' && keyOf(own) === key),
  );
};

/** A link to a text that we hold, or to the licence file of a repository that we hold. */
const linked = (catalogue: Catalogue, link: string): Licence[] => {
  const text = [...catalogue.licences.values()].filter((licence) => licence.text.url === link);
  if (text.length > 0) return text;
  const repo =
    /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)\/(?:blob|raw|resolve)\/[^/]+\/licen[cs]e/i.exec(
      link,
    )?.[1];
  if (!repo) return [];
  const release = [...catalogue.releases.values()].find((one) =>
    one.repos.some((own) => own.toLowerCase() === repo.toLowerCase()),
  );
  return release ? currentLicences(catalogue, release) : [];
};
