import { randomBytes } from 'node:crypto';
import type { Advisor, Asked } from '../advice/advise.ts';
import type { Answer } from '../advice/answer.ts';
import { basisOf } from '../advice/changes/basis.ts';
import type { Consult } from '../advice/consult.ts';
import { assumedFacts, type Profile } from '../advice/facts.ts';
import type { Release } from '../knowledge/catalogue.ts';
import { threadOf } from './delivery/inbox.ts';
import { BUSY, isGivenUp, isRefused, leaveToInbox } from './delivery/turn.ts';
import type { GapBook } from './gaps/gap-book.ts';
import type { Gate, Place } from './gate.ts';
import type { Log, Memory } from './ports.ts';
import type { TurnsInFlight } from './turns-in-flight.ts';
import { answerMessage, type OwnPart } from './views/answer-message.ts';
import { type NoticeBase, notice } from './views/notice-message.ts';

export type DeskParts = {
  advisor: Advisor;
  /** reads and answers, with a language model's help where one is set up */
  consult: Consult;
  memory: Memory;
  turns: TurnsInFlight;
  gaps: GapBook;
  log: Log;
  base: NoticeBase;
  now: () => Date;
  /** what the team decided about the models of an answer, and what it can do with it */
  ownPart: (team: string, answer: Answer) => Promise<OwnPart>;
  /** question text may be written to the log */
  logQuestions: boolean;
};

export type Question = {
  team: string;
  user: string;
  channel: string;
  text: string;
  ts: string;
  thread_ts: string;
  /** the channel is shared with another organisation */
  outside?: boolean;
};

const NOTHING_OWN: OwnPart = { decided: [], beside: [], buttons: () => [] };
const MOST_TURNS = 40;
/** milliseconds after which an answer goes out without the language model */
const LONGEST_TURN = 25_000;
const MOST_RECENT = 8;

/** Where questions become answers: the same for mentions, direct messages, follow-ups, commands and buttons. */
export const createDesk = (parts: DeskParts) => {
  const { advisor, memory, log, base } = parts;
  const today = () => parts.now().toISOString().slice(0, 10);

  const profileOf = async (team: string): Promise<Profile> => (await memory.profiles.get(team)) ?? {};

  /**
   * Answers with the team's profile as an assumption.
   * @param who for budgets of the language model, and to stop it; outside: others than the team read it, so nothing that
   * the team decided is shown
   */
  const ask = async (
    team: string,
    { question, context }: Omit<Asked, 'profile'>,
    who: { person: string; signal?: AbortSignal; outside?: boolean },
  ): Promise<{ answer: Answer; assumed: string | null; own: OwnPart }> => {
    const profile = await profileOf(team);
    const call = { team, person: who.person, signal: who.signal ?? AbortSignal.timeout(LONGEST_TURN) };
    const { answer, read, dropped } = await parts.consult({ question, context, profile }, today(), call);
    if (read !== 'rules' || dropped.length > 0)
      log.info({ team, read, dropped: dropped.length, reasons: dropped.map(kindOfReason) }, 'language model');
    const assumed = answer.kind === 'article' || answer.kind === 'declined' ? null : assumedFacts(profile);
    return { answer, assumed, own: who.outside ? NOTHING_OWN : await parts.ownPart(team, answer) };
  };

  const remember = async (question: Question, context: string, answer: Answer, stamps: string[]) => {
    const key = keyOf(question);
    const profile = await profileOf(question.team);
    // by the rules alone, as it is asked again when the knowledge has changed
    const basis = basisOf(advisor.ask({ question: question.text, context, profile }, today()));
    await memory.asked.set(
      {
        question: question.text,
        context,
        channel: question.channel,
        user: question.user,
        thread_ts: question.thread_ts,
        stamps,
        key,
        ...(basis ? { basis: { ...basis, profile, at: parts.now().toISOString() } } : {}),
      },
      question.team,
      key,
    );
    const recent = (await memory.recent.get(question.team, question.user)) ?? [];
    const entry = { question: question.text, headline: answer.headline, at: parts.now().toISOString() };
    await memory.recent.set(
      [entry, ...recent.filter((item) => item.question !== question.text)].slice(0, MOST_RECENT),
      question.team,
      question.user,
    );
    const thread = question.thread_ts === '' ? key : `${question.channel}:${question.thread_ts}`;
    await parts.gaps.ended(answer, key, thread, {
      team: question.team,
      user: question.user,
      question: question.text,
    });
  };

  return {
    ask,
    remember,
    profileOf,
    /** @returns every model and licence named in a text, as it was written there */
    namesIn: (text: string): string[] => [
      ...new Set(
        advisor.read({ question: text }).flatMap((inquiry) => inquiry.subjects.map((mention) => mention.written)),
      ),
    ],
    /** @returns every release named in a text; of a family all of them */
    releasesIn: (text: string): Release[] => [
      ...new Set(
        advisor
          .read({ question: text })
          .flatMap((inquiry) => inquiry.subjects.flatMap((one) => (one.kind === 'models' ? one.releases : []))),
      ),
    ],
    /** Answers in the thread, and remembers the thread. Whatever happens, something visible is posted. */
    answerIn: async (gate: Gate, question: Question, given?: string): Promise<void> => {
      const place: Place = { channel: question.channel, thread_ts: question.thread_ts };
      if (isRefused()) {
        await gate.post(place, notice(base, BUSY));
        return;
      }
      await parts.turns.track(threadOf(question.team, question.channel, question.thread_ts), async (signal) => {
        const started = parts.now().getTime();
        try {
          const thread = await memory.threads.get(question.team, question.channel, question.thread_ts);
          // answered before, and the process ended before that was written down
          const again = thread?.last === question.ts;
          const before = again ? thread.turns.slice(0, -2) : (thread?.turns ?? []);
          const context = [given, ...before].filter(Boolean).join('\n');
          const { answer, assumed, own } = await ask(
            question.team,
            { question: question.text, context },
            { person: question.user, signal, outside: question.outside },
          );
          if (signal.aborted) {
            await gate.post(place, notice(base, 'Stopped. Ask again whenever you like.'));
            return;
          }
          const stamps = await gate.post(place, answerMessage(answer, { key: keyOf(question), assumed, own }));
          const turns = [
            ...(thread ? before : given ? given.split('\n') : []),
            `asker: ${oneLine(question.text)}`,
            `bot: ${oneLine(answer.headline)}`,
          ].slice(-MOST_TURNS);
          await memory.threads.set(
            { turns, asker: thread?.asker ?? question.user, last: question.ts },
            question.team,
            question.channel,
            question.thread_ts,
          );
          await remember(question, context, answer, stamps);
          log.info(
            {
              team: question.team,
              channel: question.channel,
              ts: question.ts,
              kind: answer.kind,
              verdict: answer.verdict,
              ms: parts.now().getTime() - started,
              ...(parts.logQuestions ? { question: question.text } : {}),
            },
            'answered',
          );
        } catch (error) {
          if (leaveToInbox(error)) throw error;
          await fail(gate, place, error);
        }
      });
    },
    /** Answers an edited question anew, in the place of the answer that stands there. */
    answerAgain: async (gate: Gate, question: Question): Promise<void> => {
      const asked = await memory.asked.get(question.team, keyOf(question));
      const [first, ...rest] = asked?.stamps ?? [];
      if (!asked || !first) return;
      const { answer, assumed, own } = await ask(
        question.team,
        { question: question.text, context: asked.context },
        { person: question.user, outside: question.outside },
      );
      for (const stamp of rest) await gate.remove(asked.channel, stamp);
      const stamps = await gate.update(
        { channel: asked.channel, thread_ts: asked.thread_ts },
        first,
        answerMessage(answer, { key: keyOf(question), assumed, own }),
      );
      await remember(question, asked.context, answer, stamps);
      // it rests on the knowledge of today
      await memory.told.delete(question.team, 'answer', keyOf(question));
    },
    /** Removes the answer to a question that was deleted. */
    withdraw: async (gate: Gate, team: string, channel: string, ts: string): Promise<void> => {
      const key = `${channel}:${ts}`;
      const asked = await memory.asked.get(team, key);
      for (const stamp of asked?.stamps ?? []) await gate.remove(channel, stamp);
      await memory.asked.delete(team, key);
      await parts.gaps.forget(team, key);
    },
    /** Tells a person that something went wrong, with a number under which the log has the detail. */
    fail: (gate: Gate, place: Place, error: unknown) => fail(gate, place, error),
  };

  async function fail(gate: Gate, place: Place, error: unknown): Promise<void> {
    const reference = randomBytes(4).toString('hex');
    isGivenUp(error, reference);
    log.error(
      {
        reference,
        channel: place.channel,
        error: error instanceof Error ? error.name : 'unknown',
        detail: error instanceof Error ? error.message : String(error),
      },
      'a turn failed',
    );
    try {
      await gate.post(
        place,
        notice(
          base,
          `Something went wrong on our side (reference ${reference}). Please ask again; if it happens again, give the reference to whoever runs this app.`,
        ),
      );
    } catch {
      log.error({ reference }, 'the failure could not be shown');
    }
  }
};
export type Desk = ReturnType<typeof createDesk>;

export const keyOf = (question: { channel: string; ts: string }): string => `${question.channel}:${question.ts}`;

/** A reason without the words of the sentence it was about. */
const kindOfReason = (reason: string): string => reason.replace(/"[^"]*"|\bnumber \S+|\bclause \S+/g, '…');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
