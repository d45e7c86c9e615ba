import type { Catalogue } from '../knowledge/catalogue.ts';
import { ACTIVITIES, READINGS } from '../knowledge/vocabulary.ts';
import type { Advisor, Asked } from './advise.ts';
import type { Answer } from './answer.ts';
import { composeClarification } from './compose-plain.ts';
import { explainAnswer } from './explain/explain-answer.ts';
import { forbiddenActivities } from './guesses.ts';
import type { Inquiry } from './inquiry.ts';
import { assessedLine, withLanguageLine } from './languages/in-your-language.ts';
import type { LanguageModel, ModelCall } from './model-ports.ts';
import { candidatesOf } from './reading/candidates.ts';
import { joinReading } from './reading/join-reading.ts';
import { needsReading } from './reading/needs-reading.ts';
import { readThread } from './thread.ts';
import { doing, sentenceList } from './wording.ts';
import { writeText } from './write-text.ts';

export type Consulted = {
  answer: Answer;
  /** how the question was read: by the rules, with the model's help, or left to the asker */
  read: 'rules' | 'model' | 'asked_back';
  /** why sentences of the model were dropped; no text of the model */
  dropped: string[];
};
/** Reads and answers, with a language model's help where there is one. Never throws for the model's sake. */
export type Consult = (asked: Asked, today: string, call: ModelCall) => Promise<Consulted>;

/**
 * The advisor with a language model beside it. The model is asked to read only what the rules could not, among names
 * that stand in the question or thread, and its reading is shown; it words only what was decided. Whatever it does,
 * verdict, conditions, duties, sources and caveat come from the rules.
 * @param model null: the rules alone
 */
export const createConsult =
  (advisor: Advisor, catalogue: Catalogue, model: LanguageModel | null): Consult =>
  async (asked, today, call) => {
    const inquiries = advisor.read(asked);
    if (!model) return { answer: advisor.answer(inquiries, today), read: 'rules', dropped: [] };
    const helped = await readWithHelp(advisor, catalogue, model, asked, inquiries, today, call);
    if (call.signal.aborted) return { ...helped, dropped: [] };
    const { answer, dropped } = await explainAnswer(catalogue, helped.answer, asked.question, model.explain, call);
    return { answer, read: helped.read, dropped: dropped.map((item) => item.reason) };
  };

const readWithHelp = async (
  advisor: Advisor,
  catalogue: Catalogue,
  model: LanguageModel,
  asked: Asked,
  inquiries: Inquiry[],
  today: string,
  call: ModelCall,
): Promise<{ answer: Answer; read: Consulted['read'] }> => {
  const unread = inquiries.filter((inquiry) => needsReading(inquiry, advisor.answer([inquiry], today)));
  const first = unread[0];
  const byRules = () => ({ answer: advisor.answer(inquiries, today), read: 'rules' as const });
  // what the rules read of a message stands by itself: words beside it do not call for a model
  if (!first || unread.length < inquiries.length) return byRules();
  const named = candidatesOf(advisor.names, asked.question, readThread(asked.context ?? ''));
  const describe = <T extends string>(ids: readonly T[], words: Record<T, { says: string }>) =>
    ids.map((id) => ({ id, means: words[id].says }));
  const reply = await model.read(
    {
      question: asked.question,
      thread: asked.context ?? '',
      candidates: named.map(({ id, name, written }) => ({ id, name, written })),
      intents: describe(READINGS, catalogue.vocabulary.readings),
      activities: describe(ACTIVITIES, catalogue.vocabulary.activities),
    },
    call,
  );
  if (!reply) return byRules();
  const joined = joinReading(first, reply, named);
  switch (joined.kind) {
    case 'none':
      return byRules();
    case 'differs':
      return {
        answer: withLanguageLine(
          catalogue,
          first,
          composeClarification(
            catalogue,
            first,
            `Do you mean ${[...new Set([...joined.rules, ...joined.model])].join(' or ')}?`,
          ),
        ),
        read: 'asked_back',
      };
    case 'read': {
      const answer = advisor.answer(
        inquiries.flatMap((inquiry) =>
          inquiry === first ? [joined.inquiry] : unread.includes(inquiry) ? [] : [inquiry],
        ),
        today,
      );
      return { answer: withReading(catalogue, answer, joined.inquiry), read: 'model' };
    }
    default:
      return joined satisfies never;
  }
};

/**
 * The model's reading is shown, so that the asker can put it right. A yes to it stands only where nothing else that the
 * question could mean is forbidden; elsewhere the asker is asked whether it was read as meant.
 */
const withReading = (catalogue: Catalogue, answer: Answer, inquiry: Inquiry): Answer => {
  const what = [
    inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label)).join(', '),
    inquiry.activities.map(doing).join(', '),
  ].filter((part) => part !== '');
  const line = `Read as: ${what.length > 0 ? what.join('; ') : 'a general question'} (by the language model; say so if you meant something else).`;
  const read: Answer = { ...asConfirmed(catalogue, answer, inquiry), read_as: [line, ...answer.read_as] };
  return { ...read, text: answer.text.includes('\n\n---\n\n') ? `${line}\n\n${answer.text}` : writeText(read) };
};

const asConfirmed = (catalogue: Catalogue, answer: Answer, inquiry: Inquiry): Answer => {
  if (answer.verdict !== 'yes' && answer.verdict !== 'yes_with_conditions') return answer;
  const others = forbiddenActivities(catalogue, inquiry).filter((activity) => !inquiry.activities.includes(activity));
  // research is what licences allow most readily, and the words of research were not there for the rules to see
  const lenient = inquiry.activities.every((activity) => activity === 'research');
  if (others.length === 0 && !lenient) return answer;
  const otherwise = others.length > 0 ? `: ${sentenceList(others.map(doing))} would not be permitted` : '';
  return {
    ...answer,
    verdict: 'depends',
    in_your_language:
      answer.in_your_language &&
      assessedLine(catalogue, inquiry, {
        verdict: 'depends',
        names: inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label)),
        activities: inquiry.activities,
        assessments: [],
        missing: ['activity'],
      }),
    headline: `It depends on what you mean${otherwise}. As read: ${answer.headline}`,
    asks: [
      { fact: 'activity', question: `Do you mean ${sentenceList(inquiry.activities.map(doing))}, or something else?` },
      ...answer.asks,
    ],
  };
};
