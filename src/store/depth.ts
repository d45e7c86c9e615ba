import type { Depth, Lane } from './inbox-types.ts';

/** So many of a workspace, in a lane and a state: waiting, running or dead. */
export type Count = { state: string; lane: Lane; team: string; n: number };

/** Adds up what waits, runs and was laid aside. */
export const depthOf = (counts: readonly Count[]): Depth => {
  const depth: Depth = { waiting: { questions: 0, acts: 0, refusals: 0 }, running: 0, dead: 0, teams: {} };
  for (const { state, lane, team, n } of counts) {
    if (state === 'dead') depth.dead += n;
    else if (state === 'running') depth.running += n;
    else {
      depth.waiting[lane] += n;
      if (lane === 'questions') depth.teams[team] = (depth.teams[team] ?? 0) + n;
    }
  }
  return depth;
};
