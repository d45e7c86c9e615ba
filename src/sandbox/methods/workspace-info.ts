import { done, type Method, refused } from '../method.ts';
import { APP_ID, BOT_ID, BOT_USER, type Person, TEAM } from '../seed.ts';
import { channelOf } from './chat.ts';

const personJson = (person: Person): Record<string, unknown> => ({
  id: person.id,
  team_id: TEAM.id,
  name: person.handle,
  deleted: false,
  color: '9f69e7',
  real_name: person.name,
  tz: person.tz,
  tz_label: person.tz,
  tz_offset: 0,
  profile: {
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name,
    display_name_normalized: person.name,
    title: person.role,
    team: TEAM.id,
    ...(person.id === BOT_USER
      ? { api_app_id: APP_ID, bot_id: BOT_ID }
      : { email: `${person.handle}@sandbox.example` }),
  },
  is_admin: person.admin === true,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: person.bot === true,
  is_app_user: false,
  updated: 0,
});

const react =
  (add: boolean): Method =>
  (args, desk) => {
    const channel = channelOf(args, desk);
    if (!channel) return refused('channel_not_found');
    const message = desk.workspace.find(channel, args.text('timestamp') ?? '');
    if (!message) return refused('message_not_found');
    const name = args.text('name') ?? '';
    if (!/^[a-z0-9_+'-]+$/.test(name)) return refused('invalid_name');
    const known = message.reactions.find((reaction) => reaction.name === name);
    const has = known?.users.includes(BOT_USER) ?? false;
    if (add && has) return refused('already_reacted');
    if (!add && !has) return refused('no_reaction');
    if (!known) message.reactions.push({ name, users: [BOT_USER] });
    else known.users = add ? [...known.users, BOT_USER] : known.users.filter((user) => user !== BOT_USER);
    message.reactions = message.reactions.filter((reaction) => reaction.users.length > 0);
    desk.workspace.tell({ kind: 'shown', message });
    return done();
  };

export const infoMethods: Record<string, Method> = {
  'api.test': (args) => done({ args: args.all }),
  'auth.test': (_, desk) =>
    done({
      url: `${desk.baseUrl()}/`,
      team: TEAM.name,
      user: desk.workspace.bot.handle,
      team_id: TEAM.id,
      user_id: BOT_USER,
      bot_id: BOT_ID,
      is_enterprise_install: false,
    }),
  'apps.connections.open': (_, desk) => done({ url: desk.socketUrl() }),
  'team.info': () =>
    done({
      team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain, email_domain: '', icon: { image_default: true } },
    }),
  'bots.info': (args, desk) => {
    const bot = args.text('bot');
    if (bot && bot !== BOT_ID) return refused('bot_not_found');
    return done({
      bot: {
        id: BOT_ID,
        deleted: false,
        name: desk.workspace.bot.name,
        updated: 0,
        app_id: APP_ID,
        user_id: BOT_USER,
        icons: {},
      },
    });
  },
  'users.info': (args, desk) => {
    const person = desk.workspace.people.get(args.text('user') ?? '');
    return person ? done({ user: personJson(person) }) : refused('user_not_found');
  },
  'users.list': (_, desk) =>
    done({
      members: [...desk.workspace.people.values()].map(personJson),
      cache_ts: 0,
      response_metadata: { next_cursor: '' },
    }),
  'reactions.add': react(true),
  'reactions.remove': react(false),
};
