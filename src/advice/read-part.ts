import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { askedSubjects } from './asked-subjects.ts';
import { namesIn } from './names-in.ts';
import { otherVariants } from './narrow-name.ts';
import { type ReadActivities, readActivities } from './read-activities.ts';
import { type ReadIntent, readIntent } from './read-intent.ts';

/** One sentence or question of a message, with all that its own words say. */
export type Part = {
  text: string;
  /** the text with names replaced and common misspellings put right */
  plain: string;
  subjects: Mention[];
  intent: ReadIntent;
  acts: ReadActivities;
  refersBack: boolean;
  /** the whole message asks about the matter in general */
  inGeneral?: boolean;
  /** arms or soldiers are told of, in a story or a game */
  toldOf?: boolean;
  /** nothing but names, or a request for the card */
  bare: boolean;
};

/** "if I fine-tune a model, does the base licence still apply?": models at large are spoken of. */
const AT_LARGE = patternOf(
  /\b(an?|any|most|all|some|other) (\w+ ){0,2}(model|models|llm|llms|licen[cs]e|licen[cs]es|weights)\b/i,
);
const REFERS_BACK = patternOf(
  /\b(?:our|the|my) (?:vendor|supplier|partner|contractor|agency|client|customer)['’]s (?:ai |own )?(?:model|llm)\b|\b(it|its|it's|this|that|them|their|they|these|those|this one|that one|the (model|licen[cs]e|weights|outputs?|terms|same|former|latter|above|original|base|company)|both|either|the \d+(\.\d+)?b|same)\b|\b(?:damit|davon|dafür|daraus|daran)\b|(它|这个|该模型|此模型|这款|上述)/i,
);

/**
 * Reads one piece of a message by itself.
 * @param elsewhere other models are named in the message or the thread
 */
export const readPart = (index: NameIndex, text: string, elsewhere = false): Part => {
  const read = namesIn(index, text);
  const names = [...read, ...otherVariants(index, text, read)];
  const subjects = askedSubjects(names, text, elsewhere);
  const plain = spelled(withoutNames(text, names));
  const { premise } = readIntent(plain);
  // what is taken for granted is not what is asked
  const asked = premise ? plain.replace(premise, ' ') : plain;
  const intent = readIntent(asked);
  const acts = readActivities(asked);
  // "… to train another llm" asks for no other model
  const shortlist =
    intent.shortlist &&
    (!acts.activities.includes('train_on_outputs') || /^\W*(?:what|which) (?:\w+ )?(?:models|llms)\b/i.test(plain));
  return {
    text,
    plain: asked,
    subjects,
    intent: { ...intent, premise, shortlist },
    acts,
    bare: isBare(plain),
    refersBack:
      REFERS_BACK.test(
        plain.replace(
          /\b(is|isn't|was|would) it (really )?(legal|illegal|ok|okay|allowed|possible|true|safe|fine|normal|better|necessary|required)( to| that| for)\b/gi,
          ' ',
        ),
      ) &&
      (!AT_LARGE.test(plain) || /\b(it|this one|that one|them|this)\b/i.test(plain)),
  };
};

/** Misspellings that are common in such questions, and words that lead astray. */
const SPELLINGS: [RegExp, string][] = [
  // what is to be made from it may be called open
  [patternOf(/\b(an?|our|my) open[- ](?:weights?|source) (assistant|chatbot|alternative|competitor)\b/gi), '$1 $2'],
  // what the asker's own product is called is no question about the model
  [
    patternOf(
      /\b(our|my) (?:closed[- ]source|proprietary|open[- ]source) (?:\w+ )?(product|app|software|service|platform|tool|game)\b/gi,
    ),
    '$1 $2',
  ],
  [patternOf(/\bcomm?er[cs]?i?ci?al(l?y)?\b|\bcomm?erica?l(ly)?\b/gi), 'commercial'],
  [
    patternOf(/\b(?:do|does|will|would) ((?:[\w-]+ ){1,5})belong to (?:us|me|our company|my company)\b/gi),
    'do we own $1',
  ],
  [patternOf(/\bwhose ((?:[\w-]+ ){1,4})(?:are|is) (?:those|these|they|it|that|this)\b(?: then)?/gi), 'do we own $1'],
  [patternOf(/\bli[sc]+en[cs]+e(s|d)?\b/gi), 'licence$1'],
  [/\bfine?-?tunn?ing\b/gi, 'fine-tuning'],
  [/\bou?t?puts?\b/gi, 'outputs'],
  [/\b(re)?distr[ia]?bute?\b/gi, '$1distribute'],
  [patternOf(/\bopen[- ]?(?:sorce|souce|sourse|soruce|sourc|surce|scource|source)(d)?\b/gi), 'open source'],
];
const spelled = (text: string): string => SPELLINGS.reduce((rest, [wrong, right]) => rest.replace(wrong, right), text);

/** Only names, with at most a few words around them that ask for nothing in particular. */
const isBare = (plain: string): boolean =>
  plain
    .toLowerCase()
    .replace(
      /\b(model|licence|what|about|whats|how|tell|me|show|info|information|on|the|a|an|is|and|or|card|details?|please|pls|hi|hey|thanks|of|for|lookup|look|up|check|give|us|i|want|to|know|s|it|which|one|this|that)\b|[^\p{L}\p{N}]/giu,
      '',
    )
    .trim() === '';

/** Names are left out before the words around them are read: "distill" or "chat" in a name is not what the asker does. */
export const withoutNames = (text: string, mentions: Mention[]): string =>
  [...mentions]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (rest, mention) =>
        `${rest.slice(0, mention.start)}${mention.kind === 'licence' ? 'LICENCE' : 'MODEL'}${rest.slice(mention.end)}`,
      text,
    );
