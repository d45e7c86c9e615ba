import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

/** Questions with one verdict each, in one message. */
const QUESTIONS: [text: string, headline: RegExp][] = [
  ['can we use Phi-4 commercially?', /^Yes: Phi-4/],
  ['can we use Mistral 7B v0.1 commercially?', /^Yes: Mistral 7B/],
  ['can we use Llama 3.1 70B commercially?', /^Yes, with conditions: Llama 3.1 70B/],
  ['is OLMo 2 7B open source?', /^Yes: OLMo 2/],
  ['can we use Granite 3.3 8B commercially?', /^Yes: Granite/],
];
const PEOPLE = ['U0PRIYA', 'U0JONAS', 'U0MEI'];
const PLACES = ['C0AIMODELS', 'C0GENERAL', 'C0LEGAL', 'dm'];

/** People do not ask on and on where nothing is answered: fewer than the bot lets wait before it says that it is busy. */
const MOST_OPEN = 120;

/** What stands below a language model's words. */
const EXPLAINED = 'Worded by a language model';

type Message = { ts: string; bot: boolean; thread_ts?: string; text: string; visible: string };
type Asked = { channel: string; ts: string; headline: RegExp; at: number };
/** A question, and the bot's messages in its thread; times are seconds. */
export type Answered = { at: number; answers: { at: number; right: boolean; explained: boolean }[] };
export type Tally = { asked: number; answered: number; lost: number; duplicates: number; wrong: string[] };

/** People who ask, and look whether each question got its one answer. */
export const createAskers = (sandbox: Sandbox) => {
  const asked: Asked[] = [];
  const post = async (body: Record<string, unknown>): Promise<string> => {
    const response = await fetch(`${sandbox.url}/control/message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { ts } = (await response.json()) as { ts: string };
    return ts;
  };
  const ask = async (number: number, mark = ''): Promise<Asked> => {
    const [words, headline] = QUESTIONS[number % QUESTIONS.length]!;
    const text = `${words}${mark}`;
    const user = PEOPLE[number % PEOPLE.length]!;
    const place = PLACES[number % PLACES.length]!;
    const channel = place === 'dm' ? `D${user.slice(1)}` : place;
    const at = performance.now();
    const ts = await post({ channel, user, text: place === 'dm' ? text : `<@${sandbox.botUserId}> ${text}` });
    const one = { channel, ts, headline, at };
    asked.push(one);
    return one;
  };
  /** Waits, for half a minute at most, until one question has an answer. */
  const untilOne = async ({ channel, ts }: Asked): Promise<void> => {
    const end = performance.now() + 30_000;
    while (performance.now() < end) {
      const response = await fetch(`${sandbox.url}/control/messages?channel=${channel}&thread_ts=${ts}`);
      const { messages } = (await response.json()) as { messages: { bot: boolean }[] };
      if (messages.some((message) => message.bot)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  /** the bot's messages by channel and thread */
  const answers = async (): Promise<Map<string, Message[]>> => {
    const found = new Map<string, Message[]>();
    for (const channel of new Set(asked.map((one) => one.channel))) {
      const response = await fetch(`${sandbox.url}/control/messages?channel=${channel}`);
      const { messages } = (await response.json()) as { messages: Message[] };
      for (const message of messages.filter((one) => one.bot)) {
        const key = `${channel}:${message.thread_ts}`;
        found.set(key, [...(found.get(key) ?? []), message]);
      }
    }
    return found;
  };
  const tally = async (): Promise<Tally> => {
    const given = await answers();
    const of = (one: Asked) => (given.get(`${one.channel}:${one.ts}`) ?? []).map(({ text }) => text);
    const right = asked.filter((one) => of(one).some((text) => one.headline.test(text)));
    return {
      asked: asked.length,
      answered: right.length,
      lost: asked.length - right.length,
      duplicates: asked.reduce((sum, one) => sum + Math.max(0, of(one).length - 1), 0),
      wrong: asked.flatMap((one) => of(one).filter((text) => !one.headline.test(text))).slice(0, 5),
    };
  };
  return {
    ask,
    tally,
    /** Asks what was not asked before, so that no answer is one that is remembered. */
    askNew: () => ask(asked.length, ` (question ${asked.length})`),
    /** @returns every question with its answers so far, in the order asked */
    answered: async (): Promise<Answered[]> => {
      const given = await answers();
      return asked.map(({ channel, ts, headline }) => ({
        at: Number(ts),
        answers: (given.get(`${channel}:${ts}`) ?? []).map((message) => ({
          at: Number(message.ts),
          right: headline.test(message.text),
          explained: message.visible.includes(EXPLAINED),
        })),
      }));
    },
    /** Asks so many a second. @param goOn called after each question; asks on beyond the count while it says so */
    askMany: async (
      count: number,
      perSecond: number,
      goOn: (asked: number) => unknown = () => false,
    ): Promise<void> => {
      const began = performance.now();
      for (let number = 0, more = true; number < count || more; number += 1) {
        const oldest = asked[asked.length - MOST_OPEN];
        if (oldest) await untilOne(oldest);
        await ask(asked.length);
        more = goOn(number + 1) === true;
        const due = began + ((number + 1) * 1000) / perSecond;
        if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      }
    },
    /** Waits until every question has its answer, at most so many milliseconds. */
    untilAnswered: async (most: number): Promise<Tally> => {
      const end = performance.now() + most;
      for (;;) {
        const now = await tally();
        if (now.lost === 0 || performance.now() > end) return now;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
  };
};
export type Askers = ReturnType<typeof createAskers>;
