import type { App } from '@slack/bolt';
import type { Advisor } from '../../advice/advise.ts';
import type { Answer } from '../../advice/answer.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { createChangeFinder } from '../changes/find-changes.ts';
import { createChangeLook } from '../changes/look-for-changes.ts';
import { createChangeTeller } from '../changes/tell-changes.ts';
import { besideBlocks, decidedBlocks, recordButton } from '../decisions/decision-blocks.ts';
import { createDecisionBook } from '../decisions/decision-book.ts';
import { registerExport } from '../decisions/export-decisions.ts';
import { registerDecisions } from '../decisions/register-decisions.ts';
import type { Desk } from '../desk.ts';
import { createDigest } from '../gaps/digest.ts';
import { createGapBook } from '../gaps/gap-book.ts';
import type { HomeParts } from '../listeners/home.ts';
import type { Papers } from '../papers.ts';
import type { Log, Memory } from '../ports.ts';
import { registerReview, reviewButton } from '../review/register-review.ts';
import { createBackground, type Every, everyInterval } from '../tasks/background.ts';
import type { ClientFor } from '../tasks/clients.ts';
import type { Keep, Task } from '../tasks/task.ts';
import type { OwnPart } from '../views/answer-message.ts';
import type { NoticeBase } from '../views/notice-message.ts';
import { registerSettings } from './register-settings.ts';

export type TeamWorkParts = {
  memory: Memory;
  advisor: Advisor;
  catalogue: Catalogue;
  base: NoticeBase;
  log: Log;
  now: () => Date;
  every?: Every | undefined;
  keep: Keep;
  clientFor: ClientFor;
  gapQuestions: boolean;
};

/** What teams do with answers: decisions, reviews, what could not be answered, changes of the knowledge. */
export const createTeamWork = (parts: TeamWorkParts) => {
  const { memory, advisor, catalogue, base, keep, clientFor, log, now } = parts;
  const book = createDecisionBook(memory, catalogue);
  const gaps = createGapBook(memory, now, parts.gapQuestions);
  const find = createChangeFinder(memory, advisor, catalogue, now);
  const digest = createDigest({ memory, gaps, keep, clientFor, base, log, now });
  const changes = createChangeTeller({ memory, catalogue, find, clientFor, log, now });
  const looks = [digest.look, createChangeLook(memory, catalogue, find, keep, now)];
  const home: HomeParts = { memory, catalogue, book, now };
  return {
    book,
    gaps,
    home,
    background: createBackground(looks, parts.every ?? everyInterval, log),
    /** What stands above and within an answer, and in the row of buttons that are the team's. */
    ownPart: async (team: string, answer: Answer): Promise<OwnPart> => {
      const today = now().toISOString().slice(0, 10);
      const [about, beside] = await Promise.all([book.about(team, answer), book.beside(team, answer, today)]);
      return {
        decided: decidedBlocks(about, today),
        beside: besideBlocks(beside, today),
        buttons: (key) => [...recordButton(catalogue, answer, key), reviewButton(key)],
      };
    },
    /** Does what the app set itself to do. */
    run: async (team: string, task: Task): Promise<void> => {
      switch (task.task) {
        case 'digest':
          return digest.run(team);
        case 'changed_answers':
          return changes.answers(team, task);
        case 'changed_decision':
          return changes.decision(team, task);
        default:
          return task satisfies never;
      }
    },
    register: (app: App, desk: Desk, papers: Papers): void => {
      registerReview(app, { desk, memory, base, now });
      registerSettings(app, { base, home });
      registerDecisions(app, { memory, catalogue, book, base, now });
      registerExport(app, { memory, book, base, papers, now });
    },
  };
};
