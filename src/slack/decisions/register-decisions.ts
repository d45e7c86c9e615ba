import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { basisOfUse, sourcesOfBases } from '../../advice/changes/basis.ts';
import { type Decision, OUTCOMES } from '../../advice/decisions/decision.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { ACTIVITIES } from '../../knowledge/vocabulary.ts';
import { currentJob } from '../delivery/current-job.ts';
import { createGate, type Place, type Respond } from '../gate.ts';
import type { Memory } from '../ports.ts';
import { nameOf } from '../team/people.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import { RECORD } from './decision-blocks.ts';
import type { DecisionBook } from './decision-book.ts';
import { decidedMessage, requestMessage } from './decision-messages.ts';
import { DECISION_VIEW, decisionModal, REQUEST_VIEW, requestModal } from './decision-modals.ts';

export type DecisionParts = {
  memory: Memory;
  catalogue: Catalogue;
  book: DecisionBook;
  base: NoticeBase;
  now: () => Date;
};

const ButtonValue = z.strictObject({
  release: z.string(),
  activity: z.string(),
  /** of the question, or of the request that is answered */
  key: z.string(),
});
const Metadata = z.strictObject({
  release: z.string(),
  key: z.string(),
  channel: z.string(),
  thread_ts: z.string(),
});
const ActivityValue = z.enum(ACTIVITIES);

const NO_APPROVERS =
  'Nobody is set up to decide in this workspace. Whoever opens my Home tab first can name approvers there.';
const GONE = 'I no longer hold that model. Please ask again.';

/** "Record decision": an approver records it, everyone else asks for it. */
export const registerDecisions = (app: App, { memory, catalogue, book, base, now }: DecisionParts): void => {
  const today = () => now().toISOString().slice(0, 10);

  app.action<BlockAction>(RECORD, async ({ ack, body, action, client, respond, context }) => {
    await ack();
    const team = context.teamId ?? 'team';
    // in a shared channel, people of the other organisation
    if (body.user.team_id !== undefined && body.user.team_id !== team) return;
    const { release: id, activity, key } = ButtonValue.parse(JSON.parse((action as ButtonAction).value ?? ''));
    const release = catalogue.releases.get(id);
    const settings = await settingsOf(memory, team);
    const tell = (text: string) => createGate(client).respond(respond as unknown as Respond, notice(base, text));
    if (!release) return tell(GONE);
    if (!settings) return tell(NO_APPROVERS);
    const channel = body.channel?.id ?? '';
    const thread_ts = body.message?.thread_ts ?? '';
    const metadata = JSON.stringify({ release: id, key, channel, thread_ts });
    const view = isApprover(settings, body.user.id)
      ? decisionModal(release, activity, await book.of(team, id), today(), metadata)
      : requestModal(release, activity, metadata);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(DECISION_VIEW, async ({ ack, view, body, client, context }) => {
    const team = context.teamId ?? 'team';
    const { values } = view.state;
    const meta = Metadata.parse(JSON.parse(view.private_metadata));
    const release = catalogue.releases.get(meta.release);
    const outcome = z.enum(OUTCOMES).parse(values.outcome?.value?.selected_option?.value);
    const note = values.note?.value?.value?.trim() ?? '';
    const expires = values.expires?.value?.selected_date ?? null;
    const refuse = (block: string, why: string) => ack({ response_action: 'errors', errors: { [block]: why } });
    if (!isApprover(await settingsOf(memory, team), body.user.id))
      return refuse('outcome', 'You are not among the approvers of this workspace (any more).');
    if (!release) return refuse('outcome', GONE);
    if (outcome === 'approved_with_conditions' && note === '') return refuse('note', 'Please say which conditions.');
    if (expires !== null && expires < today()) return refuse('expires', 'Please choose a day that is not over.');
    await ack();
    const activity = ActivityValue.parse(values.activity?.value?.selected_option?.value);
    const decision: Decision = {
      release: release.id,
      name: release.name,
      activity,
      outcome,
      note,
      expires,
      by: await nameOf(client, team, body.user.id, body.user.name),
      at: now().toISOString(),
      basis: basisOfUse(catalogue, release, activity),
    };
    await book.record(team, decision, currentJob()?.taken.id ?? decision.at);
    const gate = createGate(client);
    const message = decidedMessage(sourcesOfBases(catalogue, decision.basis), decision, today());
    const request = await memory.requests.get(team, 'request', meta.key);
    const place: Place = meta.thread_ts
      ? { channel: meta.channel, thread_ts: meta.thread_ts }
      : await directMessage(client, body.user.id);
    await gate.post(place, message);
    if (!request) return;
    if (request.user !== body.user.id) await gate.post(await directMessage(client, request.user), message);
    if (request.thread_ts) await gate.post({ channel: request.channel, thread_ts: request.thread_ts }, message);
    await memory.requests.delete(team, 'request', meta.key);
  });

  app.view(REQUEST_VIEW, async ({ ack, view, body, client, context }) => {
    await ack();
    const team = context.teamId ?? 'team';
    const meta = Metadata.parse(JSON.parse(view.private_metadata));
    const release = catalogue.releases.get(meta.release);
    const { approvers = [] } = (await settingsOf(memory, team)) ?? {};
    if (!release) return;
    const gate = createGate(client);
    const activity = ActivityValue.parse(view.state.values.activity?.value?.selected_option?.value);
    const asker = await nameOf(client, team, body.user.id, body.user.name);
    const why = view.state.values.note?.value?.value?.trim() ?? '';
    const id = currentJob()?.taken.id ?? now().toISOString();
    await memory.requests.set(
      { user: body.user.id, channel: meta.channel, thread_ts: meta.thread_ts, at: now().toISOString() },
      team,
      'request',
      id,
    );
    const basis = basisOfUse(catalogue, release, activity);
    const message = requestMessage(sourcesOfBases(catalogue, basis), { release, activity, asker, why, id, basis });
    for (const approver of approvers) await gate.post(await directMessage(client, approver.id), message);
    const names = approvers.map((one) => `@${one.name}`).join(', ');
    await gate.post(
      await directMessage(client, body.user.id),
      notice(base, `I asked ${names} for a decision about ${release.name}. You hear from me when it is made.`),
    );
  });
};

const directMessage = async (client: WebClient, user: string): Promise<Place> => ({
  channel: (await client.conversations.open({ users: user })).channel!.id!,
});
