import type { Answer } from '../../advice/answer.ts';
import { type Decision, decidableRelease, inOrder, isExpired, releasesIn } from '../../advice/decisions/decision.ts';
import { siblingsOf } from '../../advice/decisions/siblings.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { ACTIVITIES } from '../../knowledge/vocabulary.ts';
import type { Memory } from '../ports.ts';
import { settingsOf } from '../team/team-settings.ts';

/** Of a comparison the first models; each costs a look at every use. */
const MOST_RELEASES = 4;

/** What teams decided: as it stands, and every change. Nothing here reaches from one workspace into another. */
export const createDecisionBook = (memory: Memory, catalogue: Catalogue) => {
  const of = async (team: string, release: string): Promise<Decision[]> => {
    const found = await Promise.all(ACTIVITIES.map((activity) => memory.decisions.get(team, release, activity)));
    return found.filter((one) => one !== undefined).filter((one) => one.outcome !== 'withdrawn');
  };
  return {
    of,
    /** What was decided about the models of an answer; the use it is about comes first. */
    about: async (team: string, answer: Answer): Promise<Decision[]> => {
      const releases = releasesIn(catalogue, answer).slice(0, MOST_RELEASES);
      // without approvers nothing was ever decided
      if (releases.length === 0 || !(await settingsOf(memory, team))) return [];
      const found = await Promise.all(releases.map(({ id }) => of(team, id)));
      return inOrder(found.flat(), answer.activity);
    },
    /**
     * What was decided about other tunings of the one model of an answer, for the use that was asked about, and holds for
     * those alone. Nothing where the team has its own word on this one, and nothing that ran out. @param today ISO date
     */
    beside: async (team: string, answer: Answer, today: string): Promise<Decision[]> => {
      const release = decidableRelease(catalogue, answer);
      const siblings = release ? siblingsOf(catalogue, release) : [];
      if (!release || siblings.length === 0 || !(await settingsOf(memory, team))) return [];
      const uses = answer.activity ? [answer.activity] : ACTIVITIES;
      const own = new Set((await of(team, release.id)).map((one) => one.activity));
      const found = await Promise.all(
        siblings.flatMap(({ id }) =>
          uses.filter((use) => !own.has(use)).map((use) => memory.decisions.get(team, id, use)),
        ),
      );
      return inOrder(
        found.filter((one) => one !== undefined).filter((one) => one.outcome !== 'withdrawn' && !isExpired(one, today)),
        answer.activity,
      );
    },
    /** Writes a decision down. @param id of the change, the same when it is written again after a crash */
    record: async (team: string, decision: Decision, id: string): Promise<void> => {
      await memory.ledger.set({ what: 'decision', decision }, team, 'decision', id);
      await memory.decisions.set(decision, team, decision.release, decision.activity);
      // it rests on the knowledge of today
      await memory.told.delete(team, 'decision', decision.release, decision.activity);
    },
    /** All that stand, those decided last first. */
    standing: async (team: string): Promise<Decision[]> => {
      const all: Decision[] = [];
      for await (const [, decision] of memory.decisions.list(team))
        if (decision.outcome !== 'withdrawn') all.push(decision);
      return all.sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    /** Every change there was, oldest first. */
    changes: async (team: string, release?: string): Promise<Decision[]> => {
      const all: Decision[] = [];
      for await (const [, entry] of memory.ledger.list(team, 'decision'))
        if (entry.what === 'decision' && (release === undefined || entry.decision.release === release))
          all.push(entry.decision);
      return all.sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
};
export type DecisionBook = ReturnType<typeof createDecisionBook>;
