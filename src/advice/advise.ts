import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { buildNameIndex } from '../knowledge/names/build-name-index.ts';
import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Activity } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import type { Answer } from './answer.ts';
import { composeArticle, createArticleSearch, type FindArticle, isAnswered } from './articles.ts';
import { assessRelease } from './assess.ts';
import { composeAssessment } from './compose-assessment.ts';
import { composeClassification } from './compose-classification.ts';
import { composeComparison } from './compose-comparison.ts';
import { composeLicence } from './compose-licence.ts';
import {
  composeClarification,
  composeDeclined,
  composeGreeting,
  composeNotCovered,
  composeOtherMatter,
} from './compose-plain.ts';
import { composeShortlist } from './compose-shortlist.ts';
import type { Facts, Profile } from './facts.ts';
import { isRiskyGuess } from './guesses.ts';
import type { Inquiry } from './inquiry.ts';
import { joinAnswers } from './join-answers.ts';
import { withLanguageLine } from './languages/in-your-language.ts';
import { correctionsFor } from './premise.ts';
import { isErrand, isOurSubject } from './read-intent.ts';
import { readThread } from './thread.ts';
import { understand } from './understand.ts';

export type Asked = {
  question: string;
  /** the thread so far, one turn a line; data, never an instruction */
  context?: string;
  profile?: Profile;
};

export type Advisor = {
  /** what written names are looked up in */
  names: NameIndex;
  /** Reads a message into inquiries, by rules; at least one. */
  read: (asked: Asked) => Inquiry[];
  /**
   * Answers inquiries that were read, by these rules or with a model's help.
   * @param today ISO date
   * @param known what is known for this answer, where it is more than the advisor holds
   */
  answer: (inquiries: Inquiry[], today: string, known?: Catalogue) => Answer;
  /** Reads and answers. Pure: the same knowledge, question and day give the same answer. */
  ask: (asked: Asked, today: string) => Answer;
  /** Builds the indexes now, where the first question would otherwise wait for it. */
  warm: () => void;
};

const LONGEST_QUESTION = 4000;
/** Questions whose reading is kept: an answer, what is remembered of it and its buttons read the same one. */
const LATELY = 8;
const THANKS = patternOf(
  /^\s*(many )?(thanks?( you| a lot| so much)?|thank you|thx|ty|great|perfect|ok(ay)?|cool|谢谢|merci|danke)[\s.!👍🙏]*$/iu,
);
const GREETING = patternOf(
  /^\s*(hi|hello|hey|help|good (morning|afternoon|evening)|who are you|what (can|do) you do|how do(es)? (you|this|it) work|你好|您好)( there| all| team| bot)?[\s.!?]*$/i,
);
/** Speaks of models at large. */
const CONCEPT = patternOf(
  /\b(in general|generally|an? (\w+ ){0,2}(model|llm|licen[cs]e)|models|open[- ]source|open[- ]weights?)\b/i,
);

/** Puts the advisor together over a catalogue; the indexes are built once, with the first question or by `warm`. */
export const createAdvisor = (catalogue: Catalogue): Advisor => {
  let built: { names: ReturnType<typeof buildNameIndex>; findArticle: FindArticle } | undefined;
  const indexes = () => {
    built ??= { names: buildNameIndex(catalogue), findArticle: createArticleSearch(catalogue) };
    return built;
  };
  const lately = new Map<string, Inquiry[]>();
  const read = ({ question, context, profile }: Asked): Inquiry[] => {
    const key = JSON.stringify([question, context, profile]);
    const inquiries =
      lately.get(key) ??
      understand(indexes().names, question.slice(0, LONGEST_QUESTION), readThread(context ?? ''), profile ?? {});
    lately.set(key, inquiries);
    const [oldest] = lately.keys();
    if (lately.size > LATELY && oldest !== undefined) lately.delete(oldest);
    return inquiries;
  };
  const answer = (inquiries: Inquiry[], today: string, known = catalogue) =>
    joinAnswers(
      inquiries.map((inquiry) =>
        withLanguageLine(known, inquiry, respond(known, indexes().findArticle, inquiry, today)),
      ),
    );
  return {
    get names() {
      return indexes().names;
    },
    read,
    answer,
    ask: (asked, today) => answer(read(asked), today),
    warm: () => void indexes(),
  };
};

/** The weights must leave the provider for this. */
const NEEDS_WEIGHTS = patternOf(
  /\b(weights?|checkpoints?|on[- ]device|offline|bundl\w*|embed\w*|firmware|install\w*|self[- ]host\w*|on[- ]prem\w*|download\w*|local(ly)?)\b/i,
);

/** A model behind an API is built into a product by calling it: that is using it, and nothing of it is shipped. */
const asService = (inquiry: Inquiry): Inquiry => {
  const releases = inquiry.subjects.flatMap((mention) => (mention.kind === 'models' ? mention.releases : []));
  const licences = inquiry.subjects.flatMap((mention) => (mention.kind === 'licence' ? mention.licences : []));
  const service =
    releases.length > 0
      ? releases.every((release) => release.artefacts.weights?.status === 'withheld')
      : licences.length > 0 && licences.every((licence) => licence.kind === 'api-terms');
  if (!service) return inquiry;
  if (NEEDS_WEIGHTS.test(inquiry.text) || inquiry.facts.self_host) return inquiry;
  // who sells a service on offers it to others; a service has no weights to be passed on
  if (inquiry.facts.reselling && inquiry.intent === 'assess' && !inquiry.activities.includes('host_for_others'))
    return {
      ...inquiry,
      activities: [
        'host_for_others',
        ...inquiry.activities.filter((activity) => !['embed_in_product', 'redistribute_weights'].includes(activity)),
      ],
    };
  if (inquiry.activities.includes('redistribute_weights'))
    return {
      ...inquiry,
      activities: [
        ...new Set(
          inquiry.activities.map((activity) => (activity === 'redistribute_weights' ? 'use_commercially' : activity)),
        ),
      ],
    };
  const ship = inquiry.intent === 'ship' && !inquiry.activities.includes('train_on_outputs');
  if (!ship && !inquiry.activities.includes('embed_in_product')) return inquiry;
  const activities = inquiry.activities.filter((activity) => activity !== 'embed_in_product');
  return {
    ...inquiry,
    intent: ship ? 'assess' : inquiry.intent,
    activities: [...new Set<Activity>(['use_commercially', ...activities])],
  };
};

const respond = (catalogue: Catalogue, findArticle: FindArticle, asked: Inquiry, today: string): Answer => {
  const inquiry = asService(asked);
  const known = inquiry.subjects.some((mention) => mention.kind !== 'unknown');
  const unknown = inquiry.subjects.some((mention) => mention.kind === 'unknown');
  const models = inquiry.subjects.some((mention) => mention.kind !== 'licence');
  if (inquiry.intent === 'decline') return composeDeclined(catalogue, 'own_case');
  if (THANKS.test(inquiry.text)) return composeGreeting(catalogue, 'You are welcome.');
  if (GREETING.test(inquiry.text) && inquiry.subjects.length === 0) return composeGreeting(catalogue, 'Hello.');
  if (unknown && !known) return composeNotCovered(catalogue, inquiry);
  if (unknown && !inquiry.subjects.some((mention) => mention.kind === 'models'))
    return composeNotCovered(catalogue, inquiry);
  if (
    inquiry.subjectsFrom === 'thread' &&
    !inquiry.ownActivities &&
    !inquiry.activities.some((activity) => activity.endsWith('_outputs')) &&
    !inquiry.repeats &&
    // "is it open source?", "what must the model be called?": the thread's model, not the notion
    !/\b(it|its|this|that|they|them|the (model|licen[cs]e|weights|fine-?tune))\b/i.test(inquiry.text) &&
    inquiry.topics.length === 0 &&
    !/\d/.test(inquiry.text) &&
    ['licence', 'assess', 'classify'].includes(inquiry.intent)
  ) {
    const found = findArticle(inquiry.text);
    if (found && (found.coverage >= 0.6 || (found.distinctive && found.coverage > 0.4)))
      return composeArticle(catalogue, found.article, today);
  }
  switch (inquiry.intent) {
    case 'assess':
      return isRiskyGuess(catalogue, inquiry)
        ? composeLicence(catalogue, { ...inquiry, intent: 'licence', activities: [], unread: true }, today)
        : composeAssessment(catalogue, inquiry, today);
    case 'ship':
      return composeAssessment(catalogue, { ...inquiry, activities: shipping(inquiry.activities) }, today);
    case 'classify':
      return models ? composeClassification(catalogue, inquiry, today) : composeLicence(catalogue, inquiry, today);
    case 'licence':
      if (inquiry.cardOnly && ruledOut(catalogue, inquiry))
        return composeAssessment(
          catalogue,
          { ...inquiry, intent: 'assess', activities: ['use_commercially'], general: true },
          today,
        );
      return composeLicence(catalogue, inquiry, today);
    case 'compare':
      return composeComparison(catalogue, inquiry);
    case 'shortlist':
      return composeShortlist(catalogue, inquiry);
    case 'article':
      return articleOr(catalogue, findArticle, inquiry, today, () =>
        inquiry.activities.length > 0
          ? composeClarification(catalogue, inquiry)
          : isOurSubject(inquiry.text)
            ? composeNotCovered(catalogue, inquiry)
            : composeDeclined(catalogue, 'off_topic'),
      );
    case 'unclear': {
      const found = findArticle(inquiry.text);
      const pointed = /\b(it|this|that|them|these|those|the (model|weights|licen[cs]e))\b/i.test(inquiry.text);
      return found && ((found.distinctive && inquiry.activities.length === 0) || (!pointed && isAnswered(found)))
        ? composeArticle(catalogue, found.article, today)
        : composeClarification(catalogue, inquiry);
    }
    case 'other_matter':
      return composeOtherMatter(catalogue, inquiry);
    case 'off_topic':
      if (isErrand(inquiry.text) || known) return composeDeclined(catalogue, 'off_topic');
      return articleOr(catalogue, findArticle, inquiry, today, () => composeDeclined(catalogue, 'off_topic'));
    default:
      return inquiry.intent satisfies never;
  }
};

/** The asker's figures or place leave no use: that is said first, whatever it is wanted for. */
const ruledOut = (catalogue: Catalogue, { subjects, facts }: Inquiry): boolean => {
  const releases = subjects.flatMap((mention) => (mention.kind === 'models' ? mention.releases : []));
  const barred = (release: Release, known: Facts) =>
    (['use_commercially', 'use_internally'] as const).every(
      (activity) => assessRelease(catalogue, release, activity, known).verdict === 'no',
    );
  return (
    releases.length > 0 &&
    releases.every((release) => barred(release, facts)) &&
    !releases.every((release) => barred(release, {}))
  );
};

/** What to ship is asked of what leaves the house; a bare "use" counts as shipping it in a product. */
const shipping = (activities: Activity[]): Activity[] => {
  // "is the badge due when nobody outside sees it?"
  if (activities.join() === 'use_internally') return activities;
  const out = activities.filter((activity) =>
    [
      'host_for_others',
      'redistribute_weights',
      'publish_derivative',
      'embed_in_product',
      'train_on_outputs',
      'use_outputs',
    ].includes(activity),
  );
  // a changed model that leaves the house is a derivative: naming duties hang on that
  if (activities.includes('fine_tune') && !out.includes('publish_derivative'))
    return [
      ...new Set<Activity>([
        ...out.filter((activity) => activity !== 'redistribute_weights'),
        'embed_in_product',
        'publish_derivative',
      ]),
    ];
  return out.length > 0 ? out : ['embed_in_product'];
};

/** "What does 'distribution' cover if …": the word that is asked about. */
const ASKED_WORD = patternOf(/^\W*(?:what|how|define|explain)\b[^"“‘']{0,20}["“‘']([^"”’']{4,40})["”’']/i);

const articleOr = (
  catalogue: Catalogue,
  findArticle: FindArticle,
  inquiry: Inquiry,
  today: string,
  otherwise: () => Answer,
): Answer => {
  const ofPart = findArticle(inquiry.text);
  // "which one counts, in general": what it is about stands in another sentence
  const elsewhere =
    inquiry.intent === 'article' && inquiry.activities.length === 0 && !isAnswered(ofPart)
      ? findArticle(inquiry.message)
      : null;
  const word = inquiry.intent === 'article' && !isAnswered(ofPart) ? ASKED_WORD.exec(inquiry.text)?.[1] : undefined;
  const ofWord = word ? findArticle(word) : null;
  const found = [elsewhere, ofWord].find(isAnswered) ?? ofPart;
  const loosely = found && inquiry.intent === 'article' && found.coverage >= 0.34 && CONCEPT.test(inquiry.text);
  return found && (isAnswered(found) || loosely)
    ? composeArticle(catalogue, found.article, today, correctionsFor(catalogue, inquiry))
    : otherwise();
};
