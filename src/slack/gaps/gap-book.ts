import type { Answer } from '../../advice/answer.ts';
import type { GapRecord, Memory } from '../ports.ts';

export type GapKind = NonNullable<GapRecord['kind']>;
type About = { team: string; user: string; names: string[]; question: string };

/**
 * What could not be answered, or was not helpful: for whoever looks after the knowledge.
 * @param keepQuestions the words of the question are kept too; names of models always are
 */
export const createGapBook = (memory: Memory, now: () => Date, keepQuestions: boolean) => {
  const note = (kind: GapKind, key: string, { team, user, names, question }: About): Promise<void> =>
    memory.gaps.set({ kind, names, user, at: now().toISOString(), ...(keepQuestions ? { question } : {}) }, team, key);
  return {
    /**
     * Notes how a question ended. What was asked back counts as in vain until the same thread gets an answer.
     * @param key of the question @param thread the same for what belongs together
     */
    ended: async (answer: Answer, key: string, thread: string, about: Omit<About, 'names'>): Promise<void> => {
      const names = [...new Set(answer.subjects.map((subject) => subject.written))];
      const back = `back:${thread}`;
      // a greeting asks nothing back that anything hangs on
      if (answer.kind === 'clarification' && answer.verdict === 'depends')
        return note('asked_back', back, { ...about, names });
      await memory.gaps.delete(about.team, back);
      if (answer.kind === 'not_covered') await note('not_covered', key, { ...about, names });
      else await memory.gaps.delete(about.team, key);
    },
    /** A question was deleted. */
    forget: async (team: string, key: string): Promise<void> => {
      for (const one of [key, `back:${key}`]) await memory.gaps.delete(team, one);
    },
    reported: (key: string, about: About): Promise<void> => note('reported', `reported:${key}`, about),
    /** @param good the thumb is up now: nothing is missing */
    voted: (good: boolean, key: string, about: About): Promise<void> =>
      good
        ? memory.gaps.delete(about.team, `down:${key}`, about.user)
        : memory.gaps.set(
            {
              kind: 'thumbs_down',
              names: about.names,
              user: about.user,
              at: now().toISOString(),
              ...(keepQuestions ? { question: about.question } : {}),
            },
            about.team,
            `down:${key}`,
            about.user,
          ),
    /** @param days how far back */
    since: async (team: string, days: number): Promise<GapRecord[]> => {
      const from = new Date(now().getTime() - days * 864e5).toISOString();
      const found: GapRecord[] = [];
      for await (const [, gap] of memory.gaps.list(team)) if (gap.at >= from) found.push(gap);
      return found.sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
};
export type GapBook = ReturnType<typeof createGapBook>;
