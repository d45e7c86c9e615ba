import type { Advisor } from '../../advice/advise.ts';
import type { Answer } from '../../advice/answer.ts';
import { type Basis, basisOf, basisOfUse } from '../../advice/changes/basis.ts';
import { type Change, compareBases } from '../../advice/changes/compare-bases.ts';
import { type Decision, isExpired } from '../../advice/decisions/decision.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { AskedRecord, Memory } from '../ports.ts';

/** Older answers are not come back to. */
const DAYS = 90;

export type Changed = { change: Change; after: Basis };

/** Holds what was answered and decided against the knowledge as it is, and against what was told of it before. */
export const createChangeFinder = (memory: Memory, advisor: Advisor, catalogue: Catalogue, now: () => Date) => {
  const today = () => now().toISOString().slice(0, 10);
  return {
    /** @returns null where nothing changed, or it was told, or it is too long ago */
    answer: async (team: string, key: string, asked: AskedRecord): Promise<(Changed & { answer: Answer }) | null> => {
      const { basis } = asked;
      if (!basis) return null;
      if (now().getTime() - Date.parse(basis.at) > DAYS * 864e5) return null;
      const before = (await memory.told.get(team, 'answer', key)) ?? basis;
      if (before.version === catalogue.version) return null;
      const { question, context } = asked;
      const answer = advisor.ask({ question, context, profile: basis.profile }, today());
      const after: Basis = basisOf(answer) ?? {
        version: catalogue.version,
        verdict: answer.verdict,
        headline: answer.headline,
        clauses: [],
      };
      const change = compareBases(before, after);
      return change && { change, after, answer };
    },
    /** @returns null where nothing changed, or it was told, or the decision no longer stands */
    decision: async (team: string, decision: Decision): Promise<Changed | null> => {
      if (decision.outcome === 'withdrawn' || isExpired(decision, today())) return null;
      const { release: id, activity } = decision;
      const before = (await memory.told.get(team, 'decision', id, activity)) ?? decision.basis;
      if (before.version === catalogue.version) return null;
      const release = catalogue.releases.get(id);
      const after: Basis = release
        ? basisOfUse(catalogue, release, activity)
        : { version: catalogue.version, verdict: 'unknown', headline: decision.name, clauses: [] };
      const change = compareBases(before, after);
      return change && { change, after };
    },
  };
};
export type ChangeFinder = ReturnType<typeof createChangeFinder>;
