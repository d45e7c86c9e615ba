export type Person = {
  id: string;
  /** what colleagues call them; used as the display name */
  name: string;
  handle: string;
  role: string;
  bot?: boolean;
  /** Slack says that they administer the workspace */
  admin?: true;
  tz: string;
};
export type Channel = {
  id: string;
  name: string;
  topic: string;
  kind: 'channel' | 'im';
  members: string[];
  /** shared with another organisation (Slack Connect) */
  external?: true;
};

export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox', domain: 'sandbox' };
export const APP_ID = 'A0OPENNESS';
export const BOT_ID = 'B0OPENNESS';
export const BOT_USER = 'U0OPENNESS';
/** Slackbot tells a person what Slack itself has to say, e.g. that a command failed. */
export const SLACKBOT = 'USLACKBOT';

/** The people one can speak as. They are invented. */
export const PEOPLE: Person[] = [
  { id: 'U0PRIYA', name: 'Priya', handle: 'priya', role: 'product', tz: 'Europe/Dublin' },
  { id: 'U0JONAS', name: 'Jonas', handle: 'jonas', role: 'engineering', tz: 'Europe/Berlin' },
  { id: 'U0MEI', name: 'Mei', handle: 'mei', role: 'procurement', tz: 'Asia/Singapore', admin: true },
];

/** @returns the channels everybody is in, the app too, and a direct message with the app for each person */
export const seedChannels = (): Channel[] => {
  const everybody = [...PEOPLE.map((person) => person.id), BOT_USER];
  const channel = (id: string, name: string, topic: string): Channel => ({
    id,
    name,
    topic,
    kind: 'channel',
    members: everybody,
  });
  return [
    channel('C0GENERAL', 'general', 'Everything that concerns everybody'),
    channel('C0AIMODELS', 'ai-models', 'Which models we use, and why'),
    channel('C0LEGAL', 'legal', 'Licences and contracts'),
    { ...channel('C0PARTNERS', 'with-partners', 'Shared with another organisation'), external: true },
    ...PEOPLE.map((person) => directMessage(person.id)),
  ];
};

/** The direct message between the app and a person; its id follows from the person's. */
export const directMessage = (user: string): Channel => ({
  id: `D${user.slice(1)}`,
  name: user,
  topic: '',
  kind: 'im',
  members: [user, BOT_USER],
});
