import type { Catalogue, Release } from '../../knowledge/catalogue.ts';
import type { Activity, Verdict } from '../../knowledge/vocabulary.ts';
import type { Answer, SomeSources } from '../answer.ts';
import { assessRelease } from '../assess.ts';
import { conditionsOf, evidenceOf, someSources, sourceOfLicence } from '../evidence.ts';
import type { Profile } from '../facts.ts';

/** What an answer or a decision rested on, small enough to be kept: a later knowledge version is held against it. */
export type Basis = {
  /** of the knowledge */
  version: string;
  verdict: Verdict | null;
  headline: string;
  /** the clauses that decide: "licence name, § 2", sorted */
  clauses: { licence: string; licence_name: string; clause: string }[];
};
/** A basis with the facts it was computed for, so that a changed profile is not taken for changed knowledge. */
export type AskedBasis = Basis & {
  profile: Profile;
  /** ISO date and time */
  at: string;
};

/** Kinds of answers that a changed entry can make wrong. A list of models grows with every entry, so it is none. */
const KEPT: Answer['kind'][] = ['assessment', 'classification', 'licence', 'not_covered'];

/** @returns what an answer rests on; null where nothing of it can change in a way that has to be told */
export const basisOf = (answer: Answer): Basis | null =>
  KEPT.includes(answer.kind)
    ? {
        version: answer.knowledge.version,
        verdict: answer.verdict,
        headline: answer.headline,
        clauses: clausesOf([...answer.conditions, ...answer.evidence]),
      }
    : null;

/** @returns what a decision about a release and a use rests on, without facts about the team */
export const basisOfUse = (catalogue: Catalogue, release: Release, activity: Activity): Basis => {
  const assessment = assessRelease(catalogue, release, activity, {});
  return {
    version: catalogue.version,
    verdict: assessment.verdict,
    headline: release.name,
    clauses: clausesOf([...conditionsOf([assessment]), ...evidenceOf([assessment])]),
  };
};

/** @returns the texts whose clauses decide, each once; what the rubric rests on where none of them is held */
export const sourcesOfBases = (catalogue: Catalogue, ...bases: Basis[]): SomeSources =>
  someSources(
    catalogue,
    bases.flatMap(({ clauses }) =>
      clauses.flatMap(({ licence }) => {
        const held = catalogue.licences.get(licence);
        return held ? [sourceOfLicence(held)] : [];
      }),
    ),
  );

const clausesOf = (lines: { licence: string; licence_name: string; clause: string | null }[]): Basis['clauses'] => {
  const found = new Map<string, Basis['clauses'][number]>();
  for (const { licence, licence_name, clause } of lines)
    if (clause !== null) found.set(`${licence} ${clause}`, { licence, licence_name, clause });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, clause]) => clause);
};
