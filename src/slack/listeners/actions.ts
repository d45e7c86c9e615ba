import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Answer } from '../../advice/answer.ts';
import type { Chosen } from '../../advice/choose-release.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Desk } from '../desk.ts';
import type { GapBook } from '../gaps/gap-book.ts';
import { createGate, type Gate, type Place, type Respond } from '../gate.ts';
import { cut, LIMITS } from '../limits.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Papers } from '../papers.ts';
import type { AskedRecord, Log, Memory } from '../ports.ts';
import { answerMessage } from '../views/answer-message.ts';
import { ACTIONS } from '../views/controls.ts';
import { compareModal, feedbackModal, ourCaseModal } from '../views/modals.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';

export type ActionParts = {
  desk: Desk;
  memory: Memory;
  catalogue: Catalogue;
  papers: Papers;
  gaps: GapBook;
  base: NoticeBase;
  log: Log;
  now: () => Date;
};

const FORGOTTEN = 'I no longer have that question. Please ask it again.';

/** The buttons below an answer: details, what to ship, compare, our case, share, report missing, feedback. */
export const registerActions = (app: App, parts: ActionParts): void => {
  const { desk, memory, base } = parts;

  /** Finds the question a button belongs to; says so where it is forgotten. */
  const onButton = (
    action_id: string,
    handle: (input: {
      asked: AskedRecord;
      key: string;
      body: BlockAction;
      gate: Gate;
      place: Place;
      respond: Respond;
      /** shows something to the one who pressed, in the thread where the button stands */
      tell: (message: Outgoing) => Promise<void>;
      team: string;
      client: Parameters<typeof createGate>[0];
    }) => Promise<unknown>,
  ) =>
    app.action(action_id, async ({ ack, body: payload, action, client, respond, context }) => {
      await ack();
      const body = payload as BlockAction;
      const gate = createGate(client);
      const team = context.teamId ?? body.team?.id ?? 'team';
      const value = (action as ButtonAction).value ?? '';
      const key = value.replace(/^(up|down) /, '');
      const channel = body.channel?.id ?? key.split(':')[0]!;
      const place: Place = { channel, thread_ts: body.message?.thread_ts };
      const asked = await memory.asked.get(team, key);
      const reply = respond as unknown as Respond;
      const tell = (message: Outgoing) =>
        place.thread_ts ? gate.whisper(place, body.user.id, message) : gate.respond(reply, message);
      if (asked) await handle({ asked, key, body, gate, place, respond: reply, tell, team, client });
      else await gate.respond(reply, notice(base, FORGOTTEN));
    });

  onButton(ACTIONS.details, async ({ asked, team, tell, body }) => {
    const { answer, assumed, own } = await desk.ask(team, asked, whoOf(body, team));
    await tell(answerMessage(answer, { key: null, full: true, assumed, own }));
  });
  onButton(ACTIONS.ship, async ({ asked, team, tell, body }) => {
    const question = 'What do we have to ship with it?';
    const { answer, assumed, own } = await desk.ask(
      team,
      {
        question,
        context: `${asked.context}\nasker: ${asked.question}`,
      },
      whoOf(body, team),
    );
    await tell(answerMessage(answer, { key: null, assumed, own }));
  });
  /** Files go to the thread where the button stands; without one, to the direct message of who pressed it. */
  const onPaper = (
    action_id: string,
    what: string,
    share: (gate: Gate, place: Place, team: string, about: Chosen[]) => Promise<void>,
  ) =>
    onButton(action_id, async ({ asked, team, tell, body, gate, place, client }) => {
      const { answer } = await desk.ask(team, asked, whoOf(body, team));
      const about = releasesOf(parts.catalogue, answer);
      if (about.length === 0) return;
      const where = place.thread_ts ? place : await directMessage(client, body.user.id);
      const shared = await parts.papers.attempt(() => share(gate, where, team, about), tell);
      if (shared && where.channel !== place.channel) await tell(notice(base, `The ${what} is in our direct message.`));
    });
  onPaper(ACTIONS.brief, 'review brief', (gate, place, team, [about]) => parts.papers.brief(gate, place, team, about!));
  onPaper(ACTIONS.picture, 'picture', parts.papers.picture);
  onButton(ACTIONS.compare, ({ asked, key, body, client }) =>
    client.views.open({ trigger_id: body.trigger_id, view: compareModal(meta(asked, key), cut(asked.question, 200)) }),
  );
  onButton(ACTIONS.ourCase, ({ asked, key, body, client }) =>
    client.views.open({ trigger_id: body.trigger_id, view: ourCaseModal(meta(asked, key), cut(asked.question, 200)) }),
  );
  onButton(ACTIONS.share, async ({ asked, key, gate, respond, team, body }) => {
    const { answer, assumed, own } = await desk.ask(team, asked, whoOf(body, team));
    await gate.respond(respond, answerMessage(answer, { key, assumed, own }), 'in_channel');
  });
  onButton(ACTIONS.reportMissing, async ({ gate, respond, body, key, team, asked }) => {
    const { answer } = await desk.ask(team, asked, whoOf(body, team));
    const names = answer.subjects.map((subject) => subject.written);
    await parts.gaps.reported(key, { team, user: body.user.id, names, question: asked.question });
    await gate.respond(
      respond,
      notice(base, `Thank you. ${names.length > 0 ? names.join(', ') : 'It'} is noted as missing.`),
    );
  });
  onButton(ACTIONS.feedback, async ({ body, asked, key, gate, respond, team, client }) => {
    const good = ((body.actions[0] as ButtonAction).value ?? '').startsWith('up');
    await memory.feedback.set(
      { key, user: body.user.id, good, reason: null, at: parts.now().toISOString() },
      team,
      key,
      body.user.id,
    );
    await parts.gaps.voted(good, key, {
      team,
      user: body.user.id,
      names: desk.namesIn(asked.question),
      question: asked.question,
    });
    if (good) return gate.respond(respond, notice(base, 'Thank you, noted.'));
    return client.views.open({ trigger_id: body.trigger_id, view: feedbackModal(meta(asked, key)) });
  });
};

/** The models of an answer, each once. */
const releasesOf = (catalogue: Catalogue, answer: Answer): Chosen[] =>
  answer.subjects
    .filter((subject, at, all) => all.findIndex((other) => other.release === subject.release) === at)
    .flatMap((subject) => {
      const release = catalogue.releases.get(subject.release ?? '');
      return release ? [{ release, label: subject.name, alike: [] }] : [];
    });

/** Where something for one person goes that cannot be shown to them alone in a channel. */
const directMessage = async (client: Parameters<typeof createGate>[0], user: string): Promise<Place> => ({
  channel: (await client.conversations.open({ users: user })).channel!.id!,
});

/** Who pressed. People of another organisation, in a shared channel, see nothing that the team decided. */
const whoOf = ({ user }: BlockAction, team: string) => ({
  person: user.id,
  outside: user.team_id !== undefined && user.team_id !== team,
});

/** What a form carries along to find the question and the thread again. */
const meta = (asked: AskedRecord, key: string): string =>
  JSON.stringify({ key, channel: asked.channel, thread_ts: asked.thread_ts ?? '' }).slice(0, LIMITS.privateMetadata);
