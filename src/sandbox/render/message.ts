import { BOT_USER, type Person } from '../seed.ts';
import type { Message, SharedFile, Workspace } from '../workspace.ts';
import { contentHtml } from './blocks.ts';
import { emoji } from './emoji.ts';
import { type Html, html, raw } from './html.ts';

/** The app's picture: a balance in an open circle. */
export const LOGO = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 7v17M10.5 25h11M7 11h18M16 7.5a.9.9 0 1 0 0-.01" /><path d="M7 11l-3.4 7.2a3.7 3.7 0 0 0 6.8 0zM25 11l-3.4 7.2a3.7 3.7 0 0 0 6.8 0z"/></svg>',
);

const SPEECH = raw('<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h16v11H9l-5 4z"/></svg>');

/** A person's picture: the first letter on a colour of their own. */
export const avatar = (person: Person | undefined): Html => {
  if (person?.id === BOT_USER) return html`<span class="avatar app">${LOGO}</span>`;
  const hue = [...(person?.id ?? 'x')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  return html`<span class="avatar hue-${hue}" aria-hidden="true">${(person?.name ?? '?').slice(0, 1)}</span>`;
};

const stampHtml = (ts: string): Html => {
  const at = new Date(Number(ts) * 1000).toISOString();
  return html`<time datetime="${at}"></time>`;
};

type Options = {
  /** who looks at it */
  as: string;
  /** shown in the thread, so there is no line about its replies */
  inThread: boolean;
  /** follows a message of the same person within minutes: no name, no picture */
  follows: boolean;
};

/** A message as it stands in a channel or a thread. */
export const messageHtml = (workspace: Workspace, message: Message, options: Options): Html => {
  const person = workspace.people.get(message.user);
  if (message.tombstone)
    return html`<article class="msg gone" data-ts="${message.ts}"><span class="avatar hole">🗑</span><div class="body"><i>${message.text}</i>${options.inThread ? '' : replies(workspace, message)}</div></article>`;
  const head = options.follows
    ? ''
    : html`<header><b>${person?.name ?? message.user}</b>${person?.bot ? raw('<span class="tag">APP</span>') : html`<span class="role">${person?.role ?? ''}</span>`}${stampHtml(message.ts)}</header>`;
  return html`<article class="msg${message.ephemeral_to ? ' ephemeral' : ''}${options.follows ? ' follows' : ''}" data-ts="${message.ts}" data-user="${message.user}">
${options.follows ? raw('<span class="avatar none"></span>') : avatar(person)}
<div class="body">${message.ephemeral_to ? raw('<div class="only-you"><span aria-hidden="true">◉</span> Only visible to you</div>') : ''}${head}
<div class="content">${contentHtml(message, workspace)}${message.stream?.state === 'streaming' ? raw('<span class="caret"></span>') : ''}${message.edited && !message.bot_id ? raw(' <span class="edited">(edited)</span>') : ''}</div>
${message.files.map(fileHtml)}
${message.reactions.length > 0 ? html`<div class="reactions">${message.reactions.map((reaction) => html`<span>${emoji(reaction.name)} ${reaction.users.length}</span>`)}</div>` : ''}
${options.inThread ? '' : replies(workspace, message)}</div>
${message.ephemeral_to ? raw('<div class="tools"><button type="button" data-do="dismiss" title="Dismiss" aria-label="Dismiss">✕</button></div>') : tools(message, options)}
</article>`;
};

/** A picture is shown, other files are linked. */
const fileHtml = (file: SharedFile): Html => {
  const at = `/files/${file.id}/${encodeURIComponent(file.name)}`;
  return file.mimetype.startsWith('image/')
    ? html`<figure class="b-image"><figcaption>${file.title}</figcaption><a href="${at}" target="_blank"><img src="${at}" alt="${file.alt_txt ?? file.title}"></a></figure>`
    : html`<a class="file" href="${at}" target="_blank">📎 ${file.title} <small>${file.name}</small></a>`;
};

const tools = (message: Message, { inThread, as }: Options): Html =>
  html`<div class="tools">${
    inThread
      ? ''
      : html`<button type="button" data-do="thread" title="Reply in thread" aria-label="Reply in thread">${SPEECH}</button>`
  }<button type="button" data-do="more" title="More" aria-label="More actions"${message.user === as ? raw(' data-own="yes"') : ''}>⋯</button></div>`;

const replies = (workspace: Workspace, message: Message): Html => {
  const thread = workspace
    .thread(message.channel, message.ts)
    .filter((other) => other !== message && !other.ephemeral_to);
  const last = thread.at(-1);
  if (!last) return html``;
  const who = [...new Set(thread.map((reply) => reply.user))].slice(0, 3);
  return html`<button type="button" class="replies" data-do="thread">${who.map((id) => avatar(workspace.people.get(id)))}<b>${thread.length} ${thread.length === 1 ? 'reply' : 'replies'}</b><span>Last reply ${stampHtml(last.ts)}</span></button>`;
};
