import type { App, ViewStateValue } from '@slack/bolt';
import type { Profile } from '../../advice/facts.ts';
import type { Desk } from '../desk.ts';
import { createGate } from '../gate.ts';
import type { Memory } from '../ports.ts';
import { answerMessage } from '../views/answer-message.ts';
import { VIEWS } from '../views/modals.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import { publishHome } from './home.ts';

export type ViewParts = {
  desk: Desk;
  memory: Memory;
  base: NoticeBase;
  now: () => Date;
  home: Parameters<typeof publishHome>[0];
};

type Values = Record<string, Record<string, ViewStateValue>>;
const textOf = (values: Values, block: string): string => values[block]?.value?.value?.trim() ?? '';
const choiceOf = (values: Values, block: string): string => values[block]?.value?.selected_option?.value ?? '';
const choicesOf = (values: Values, block: string): string[] =>
  (values[block]?.value?.selected_options ?? []).map((option) => option.value ?? '');

/** "2 million" is for sentences; forms take plain numbers. @returns null where it is none */
const numberOf = (text: string): number | null => {
  const plain = text.replace(/[\s,_']/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};
const isCountry = (text: string): boolean => /^[A-Za-z]{2}$/.test(text);

/** What is wrong with a form, by its blocks; shown in the form itself. */
const faults = (values: Values, numbers: string[], countries: string[]): Record<string, string> => ({
  ...Object.fromEntries(
    numbers
      .filter((block) => textOf(values, block) !== '' && numberOf(textOf(values, block)) === null)
      .map((block) => [block, 'Please give a plain number, for example 50000.']),
  ),
  ...Object.fromEntries(
    countries
      .filter((block) =>
        textOf(values, block)
          .split(',')
          .some((code) => code.trim() !== '' && !isCountry(code.trim())),
      )
      .map((block) => [block, 'Please give two-letter country codes, for example DE.']),
  ),
});

/** Forms that were submitted. */
export const registerViews = (app: App, { desk, memory, base, now, home }: ViewParts): void => {
  app.view(VIEWS.compare, async ({ ack, view, body, client, context }) => {
    await ack();
    const { key, channel, thread_ts } = JSON.parse(view.private_metadata) as {
      key: string;
      channel: string;
      thread_ts: string;
    };
    const team = context.teamId ?? 'team';
    const asked = await memory.asked.get(team, key);
    const first = asked
      ? (await desk.ask(team, asked, { person: body.user.id })).answer.subjects[0]?.written
      : undefined;
    const question = `Compare ${[first, ...textOf(view.state.values, 'other').split(',')]
      .filter(Boolean)
      .map((name) => name!.trim())
      .join(' vs ')}`;
    await show(client, team, channel, thread_ts, body.user.id, question, '');
  });
  app.view(VIEWS.ourCase, async ({ ack, view, body, client, context }) => {
    const { values } = view.state;
    const errors = faults(values, ['users', 'revenue'], ['country']);
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
    await ack();
    const { key, channel, thread_ts } = JSON.parse(view.private_metadata) as {
      key: string;
      channel: string;
      thread_ts: string;
    };
    const team = context.teamId ?? 'team';
    const asked = await memory.asked.get(team, key);
    const facts = [
      textOf(values, 'users') && `We have ${textOf(values, 'users')} monthly active users.`,
      textOf(values, 'revenue') && `Our annual revenue is $${textOf(values, 'revenue')}.`,
      textOf(values, 'country') && `We are based in ${countryName(textOf(values, 'country'))}.`,
    ].filter(Boolean);
    await show(
      client,
      team,
      channel,
      thread_ts,
      body.user.id,
      `${facts.join(' ')} Can we ${choiceOf(values, 'activity')}?`.trim(),
      asked ? `${asked.context}\nasker: ${asked.question}` : '',
    );
  });
  app.view(VIEWS.feedback, async ({ ack, view, body, client, context }) => {
    await ack();
    const { key, channel, thread_ts } = JSON.parse(view.private_metadata) as {
      key: string;
      channel: string;
      thread_ts: string;
    };
    const reason = [choiceOf(view.state.values, 'kind'), textOf(view.state.values, 'reason')]
      .filter(Boolean)
      .join(': ');
    await memory.feedback.set(
      { key, user: body.user.id, good: false, reason, at: now().toISOString() },
      context.teamId ?? 'team',
      key,
      body.user.id,
    );
    await createGate(client).whisper(
      { channel, thread_ts: thread_ts || undefined },
      body.user.id,
      notice(base, 'Thank you. Your report is noted and will be looked at.'),
    );
  });
  app.view(VIEWS.profile, async ({ ack, view, body, client, context }) => {
    const { values } = view.state;
    const errors = faults(values, ['users', 'revenue'], ['countries']);
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
    await ack();
    const profile: Profile = {
      ...(textOf(values, 'users') ? { monthly_active_users: numberOf(textOf(values, 'users'))! } : {}),
      ...(textOf(values, 'revenue') ? { annual_revenue_usd: numberOf(textOf(values, 'revenue'))! } : {}),
      ...(textOf(values, 'countries')
        ? {
            territories: textOf(values, 'countries')
              .split(',')
              .map((code) => code.trim().toUpperCase())
              .filter(Boolean),
          }
        : {}),
      ...(textOf(values, 'sector') ? { sector: textOf(values, 'sector').slice(0, 80) } : {}),
    };
    await memory.profiles.set(profile, context.teamId ?? 'team');
    await publishHome(home, client, context.teamId ?? 'team', body.user.id);
  });
  app.view(VIEWS.needs, async ({ ack, view, body, client, context }) => {
    const { values } = view.state;
    const errors = faults(values, ['size'], ['country']);
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
    await ack();
    const needs = choicesOf(values, 'needs');
    const country = textOf(values, 'country');
    const question = `Which ${choiceOf(values, 'kind')} models${textOf(values, 'size') ? ` up to ${textOf(values, 'size')}B` : ''} fit: ${needs.join(', ') || 'commercial use'}?${country ? ` We are based in ${countryName(country)}.` : ''}`;
    const gate = createGate(client);
    const team = context.teamId ?? 'team';
    const { answer, assumed, own } = await desk.ask(team, { question }, { person: body.user.id });
    // a direct message: a form opened from the shortcut belongs to no channel
    const opened = await client.conversations.open({ users: body.user.id });
    const channel = opened.channel!.id!;
    const [ts] = await gate.post({ channel }, answerMessage(answer, { key: null, assumed, own }));
    await memory.threads.set(
      { turns: [`asker: ${question}`, `bot: ${answer.headline}`], asker: body.user.id },
      team,
      channel,
      ts!,
    );
  });

  async function show(
    client: Parameters<typeof createGate>[0],
    team: string,
    channel: string,
    thread_ts: string,
    user: string,
    question: string,
    context: string,
  ): Promise<void> {
    const gate = createGate(client);
    const { answer, assumed, own } = await desk.ask(team, { question, context }, { person: user });
    const message = answerMessage(answer, { key: null, assumed, own });
    if (thread_ts) await gate.post({ channel, thread_ts }, message);
    else await gate.whisper({ channel }, user, message);
  }
};

const countryName = (code: string): string =>
  new Intl.DisplayNames(['en'], { type: 'region' }).of(code.toUpperCase()) ?? code;
