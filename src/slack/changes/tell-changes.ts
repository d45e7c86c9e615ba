import type { WebClient } from '@slack/web-api';
import { type Answer, CAVEAT, type SomeSources } from '../../advice/answer.ts';
import { sourcesOfBases } from '../../advice/changes/basis.ts';
import { wordChange } from '../../advice/changes/compare-bases.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Activity } from '../../knowledge/vocabulary.ts';
import { decisionLine, RECORD } from '../decisions/decision-blocks.ts';
import { createGate, type Place } from '../gate.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { caveatOf, contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { Log, Memory } from '../ports.ts';
import type { ClientFor } from '../tasks/clients.ts';
import type { Task } from '../tasks/task.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import type { Changed, ChangeFinder } from './find-changes.ts';

export type TellParts = {
  memory: Memory;
  catalogue: Catalogue;
  find: ChangeFinder;
  clientFor: ClientFor;
  log: Log;
  now: () => Date;
};
type Of<Kind extends Task['task']> = Extract<Task, { task: Kind }>;
type ChangedAnswer = Changed & { key: string; question: string; answer: Answer; headline: string };

/** Tells a thread, and whoever decided, what a newer knowledge version changes; each once. */
export const createChangeTeller = ({ memory, catalogue, find, clientFor, log, now }: TellParts) => {
  const clientIn = async (team: string): Promise<WebClient | null> => {
    const client = await clientFor(team);
    if (!client) log.warn({ team }, 'a change is to be told in a workspace that this token does not speak in');
    return client;
  };
  return {
    answers: async (team: string, { channel, thread_ts, user, keys }: Of<'changed_answers'>): Promise<void> => {
      const changed: ChangedAnswer[] = [];
      for (const key of keys) {
        const asked = await memory.asked.get(team, key);
        const found = asked && (await find.answer(team, key, asked));
        if (found) changed.push({ ...found, key, question: asked.question, headline: asked.basis!.headline });
      }
      const client = changed.length > 0 ? await clientIn(team) : null;
      if (!client) return;
      const place: Place = thread_ts ? { channel, thread_ts } : await directMessage(client, user);
      await createGate(client).post(place, answersMessage(changed));
      for (const { key, after } of changed) await memory.told.set(after, team, 'answer', key);
    },
    decision: async (team: string, { release, activity }: Of<'changed_decision'>): Promise<void> => {
      const decision = await memory.decisions.get(team, release, activity);
      const found = decision && (await find.decision(team, decision));
      const client = found ? await clientIn(team) : null;
      if (!decision || !found || !client) return;
      const settings = await settingsOf(memory, team);
      const approvers = isApprover(settings, decision.by.id) ? [decision.by] : (settings?.approvers ?? []);
      const held = catalogue.releases.has(release);
      const message = seal(
        `What you decided about ${decision.name} rests on something that has changed`,
        [
          ...sections(
            [
              bold('The knowledge behind a decision has changed'),
              decisionLine(decision, now().toISOString().slice(0, 10)),
              ...wordChange(found.change).map((line) => `• ${escaped(line)}`),
              ...(held ? [] : ['• The model is no longer in the knowledge base.']),
            ].join('\n'),
          ),
          contextBlock(
            escaped(
              `The decision stands until you change it. ${versions(decision.basis.version, found.after.version)}`,
            ),
          ),
        ],
        sourcesOfBases(catalogue, found.after, decision.basis),
        CAVEAT,
        held ? [again(release, decision.activity)] : [],
      );
      for (const { id } of approvers) await createGate(client).post(await directMessage(client, id), message);
      await memory.told.set(found.after, team, 'decision', release, decision.activity);
    },
  };
};

const answersMessage = (changed: ChangedAnswer[]): Outgoing => {
  const { answer } = changed[0]!;
  const sources = new Map(changed.flatMap((one) => one.answer.sources.map((source) => [source.url, source] as const)));
  const [first, ...rest] = [...sources.values()];
  return seal(
    `An earlier answer in this conversation has changed: ${answer.headline}`,
    [
      ...sections(bold('The knowledge has changed since I answered here')),
      ...changed.flatMap(({ question, headline, answer: { headline: now }, change }) =>
        sections(
          [
            `> ${escaped(cut(question.replace(/\s+/g, ' '), 300))}`,
            `${bold('Then:')} ${escaped(headline)}`,
            `${bold('Now:')} ${escaped(now)}`,
            ...wordChange(change).map((line) => `• ${escaped(line)}`),
          ].join('\n'),
        ),
      ),
      contextBlock('Ask again for the whole answer.'),
    ],
    [first!, ...rest] satisfies SomeSources,
    caveatOf(answer),
  );
};

const versions = (before: string, after: string): string => `Knowledge ${before} then, ${after} now.`;

const again = (release: string, activity: Activity) => ({
  type: 'actions' as const,
  elements: [
    {
      type: 'button' as const,
      text: { type: 'plain_text' as const, text: 'Decide again' },
      action_id: RECORD,
      value: JSON.stringify({ release, activity, key: '' }),
    },
  ],
});

const directMessage = async (client: WebClient, user: string): Promise<Place> => ({
  channel: (await client.conversations.open({ users: user })).channel!.id!,
});
