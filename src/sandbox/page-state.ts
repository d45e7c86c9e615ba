import { TIME } from './limits.ts';
import { type Floor, personOf } from './people/floor.ts';
import { blocksHtml } from './render/blocks.ts';
import { escapeHtml } from './render/html.ts';
import { messageHtml } from './render/message.ts';
import type { Block, Message, Workspace } from './workspace.ts';

/** Messages of one person that follow within five minutes stand under one name. */
const TOGETHER_S = 300;

export type Row = { ts: string; html: string };

const rows = (workspace: Workspace, messages: Message[], as: string, inThread: boolean): Row[] =>
  messages.map((message, index) => {
    const before = messages[index - 1];
    const follows =
      before !== undefined &&
      before.user === message.user &&
      !before.ephemeral_to &&
      !message.ephemeral_to &&
      !before.tombstone &&
      Number(message.ts) - Number(before.ts) < TOGETHER_S &&
      !(inThread && index === 1);
    return { ts: message.ts, html: messageHtml(workspace, message, { as, inThread, follows }).html };
  });

/** Everything a person has on the screen, drawn: the page fetches it anew whenever something changed. */
export const pageState = (floor: Floor, connected: boolean, query: URLSearchParams): Record<string, unknown> => {
  const { workspace } = floor;
  const person = personOf(floor, query.get('user')) ?? [...workspace.people.values()][0]!;
  const visible = (message: Message) => !message.ephemeral_to || message.ephemeral_to === person.id;
  const channel = workspace.channels.get(query.get('channel') ?? '');
  const thread_ts = query.get('thread_ts') ?? '';
  const shown = channel ? workspace.inChannel(channel.id).filter(visible) : [];
  const thread = channel && thread_ts ? workspace.thread(channel.id, thread_ts).filter(visible) : [];
  const key = `${channel?.id}:${thread_ts}`;
  const status = workspace.statuses.get(key);
  const dm = workspace.directMessage(person.id).id;
  const top = [...workspace.views.values()].filter((view) => view.user === person.id).at(-1);
  const home = workspace.homes.get(person.id);
  return {
    connected,
    me: person.id,
    dm,
    people: [...workspace.people.values()].map(({ id, name, role, bot }) => ({ id, name, role, bot: bot === true })),
    channels: [...workspace.channels.values()]
      .filter((one) => one.kind === 'channel' || one.id === dm)
      .map((one) => ({
        id: one.id,
        name: one.kind === 'im' ? workspace.bot.name : one.name,
        topic: one.topic,
        kind: one.kind,
        external: one.external === true,
        latest:
          workspace
            .inChannel(one.id)
            .filter((message) => visible(message) && message.user !== person.id)
            .at(-1)?.ts ?? '0',
      })),
    messages: rows(
      workspace,
      shown.filter((message) => !message.thread_ts),
      person.id,
      false,
    ),
    thread: rows(workspace, thread, person.id, true),
    status: status && workspace.clock() - status.at < TIME.status ? status.text : '',
    session: workspace.sessions.get(key) ?? null,
    title: workspace.titles.get(key) ?? workspace.sessions.get(key)?.title ?? '',
    prompts: workspace.suggested.get(dm) ?? null,
    starters: workspace.starters,
    view: top
      ? {
          id: top.id,
          title: textIn(top.view.title),
          submit: top.view.submit ? textIn(top.view.submit) : null,
          close: top.view.close ? textIn(top.view.close) : 'Close',
          hash: top.hash,
          html: blocksHtml((top.view.blocks ?? []) as Block[], workspace).html,
        }
      : null,
    home: home ? blocksHtml((home.blocks ?? []) as Block[], workspace).html : null,
  };
};

const textIn = (text: unknown): string => escapeHtml(String((text as { text?: string } | undefined)?.text ?? ''));

/** What does not change while the page is open: the app's name, its commands and shortcuts. */
export const appFacts = ({ workspace }: Floor): Record<string, unknown> => ({
  bot: { id: workspace.bot.id, name: workspace.bot.name },
  commands: workspace.manifest.features?.slash_commands ?? [],
  shortcuts: workspace.manifest.features?.shortcuts ?? [],
});
