import { type Args, BAD_JSON } from '../args.ts';
import { problemsInView } from '../checks/view.ts';
import { MOST } from '../limits.ts';
import { withIds } from '../message-json.ts';
import { type Desk, done, type Method, type Reply, refused } from '../method.ts';
import { APP_ID, BOT_ID, TEAM } from '../seed.ts';
import type { Block, OpenView } from '../workspace.ts';

/** A form as Slack shows it to the app. @param values what the person filled in, by block and action */
export const viewJson = (open: OpenView, values: Record<string, unknown> = {}): Record<string, unknown> => {
  const view = open.view;
  return {
    id: open.id,
    team_id: TEAM.id,
    type: view.type,
    blocks: withIds((view.blocks ?? []) as Block[]),
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    hash: open.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: open.previous,
    root_view_id: open.root,
    app_id: APP_ID,
    external_id: view.external_id ?? '',
    app_installed_team_id: TEAM.id,
    bot_id: BOT_ID,
  };
};

const readView = (args: Args, surface: 'modal' | 'home'): Record<string, unknown> | Reply => {
  const view = args.json('view');
  if (view === undefined || view === BAD_JSON || view === null || typeof view !== 'object')
    return refused('invalid_arguments', ['missing required field: view']);
  if (JSON.stringify(view).length > MOST.view) return refused('view_too_large');
  const problems = problemsInView(view, surface);
  return problems.length > 0 ? refused('invalid_arguments', problems) : (view as Record<string, unknown>);
};

/** Opens a form for a person, on top of another where `below` names one. */
export const openView = (
  { workspace }: Pick<Desk, 'workspace'>,
  user: string,
  view: Record<string, unknown>,
  below: OpenView | null = null,
): OpenView => {
  const id = workspace.stamps.id('V');
  const open: OpenView = {
    id,
    user,
    view,
    hash: `${workspace.stamps.ts()}`,
    root: below?.root ?? id,
    previous: below?.id ?? null,
  };
  // one stack a person: a form opened anew replaces what was open
  if (!below) for (const other of workspace.views.values()) if (other.user === user) workspace.views.delete(other.id);
  workspace.views.set(id, open);
  workspace.tell({ kind: 'view', user });
  return open;
};

/** Shows something else in an open form. */
export const changeView = (
  { workspace }: Pick<Desk, 'workspace'>,
  open: OpenView,
  view: Record<string, unknown>,
): void => {
  Object.assign(open, { view, hash: workspace.stamps.ts() });
  workspace.tell({ kind: 'view', user: open.user });
};

const open: Method = (args, desk) => {
  const trigger = desk.triggers.use(args.text('trigger_id'));
  if ('error' in trigger) return refused(trigger.error);
  const view = readView(args, 'modal');
  if ('ok' in view) return view as Reply;
  return done({ view: viewJson(openView(desk, trigger.user, view)) });
};

const push: Method = (args, desk) => {
  const trigger = desk.triggers.use(args.text('trigger_id'));
  if ('error' in trigger) return refused(trigger.error);
  const below = desk.workspace.views.get(trigger.view ?? '');
  if (!below) return refused('not_found');
  const depth = [...desk.workspace.views.values()].filter((other) => other.root === below.root).length;
  if (depth >= 3) return refused('push_limit_reached');
  const view = readView(args, 'modal');
  if ('ok' in view) return view as Reply;
  return done({ view: viewJson(openView(desk, trigger.user, view, below)) });
};

const update: Method = (args, desk) => {
  const external = args.text('external_id');
  const known = [...desk.workspace.views.values()].find(
    (view) => view.id === args.text('view_id') || (external && view.view.external_id === external),
  );
  if (!known) return refused('not_found');
  const hash = args.text('hash');
  if (hash && hash !== known.hash) return refused('hash_conflict');
  const view = readView(args, 'modal');
  if ('ok' in view) return view as Reply;
  changeView(desk, known, view);
  return done({ view: viewJson(known) });
};

const publish: Method = (args, desk) => {
  const user = args.text('user_id') ?? '';
  if (!desk.workspace.people.has(user)) return refused('user_not_found');
  const view = readView(args, 'home');
  if ('ok' in view) return view as Reply;
  desk.workspace.homes.set(user, view);
  desk.workspace.tell({ kind: 'home', user });
  const id = `V0HOME${user}`;
  return done({ view: viewJson({ id, user, view, hash: desk.workspace.stamps.ts(), root: id, previous: null }) });
};

export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
