import type { Relation } from '../../knowledge/vocabulary.ts';

/** What the uploader of a repository declares about it; nobody here has reviewed it. All of it is data of outsiders. */
export type DeclaredCard = {
  /** "owner/name", as the hub spells it */
  repo: string;
  /** licence tags of the card, e.g. "apache-2.0"; "other" where the card names a licence of its own */
  licences: string[];
  /** `license_name` of the card, beside the tag "other" */
  licenceName: string | null;
  /** `license_link` of the card */
  licenceLink: string | null;
  bases: { repo: string; relation: Relation }[];
  /** a download has to be asked for */
  gated: boolean;
  /** what it is for, in the hub's words, e.g. "text-generation" */
  task: string | null;
};

/**
 * Reads a repository's card.
 * @param repo "owner/name"
 * @returns null where there is none, or where it cannot be read in time; never throws
 */
export type ReadCard = (repo: string) => Promise<DeclaredCard | null>;
