import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';

/**
 * Of the names in a piece of text those that something is asked of. A name that is only held beside another, ruled out,
 * or written as a word to be shown, is none of them; where nothing else would be left, it is.
 * @param elsewhere other models are named in the message or the thread
 */
export const askedSubjects = (mentions: Mention[], text: string, elsewhere: boolean): Mention[] => {
  const named = withoutBases(withoutWider(mentions, text), text);
  const rest = named.filter((mention) => !isAside(mention, text, named, elsewhere));
  const models = rest.some((mention) => mention.kind === 'models');
  return models || elsewhere || !named.some((mention) => mention.kind === 'models') ? rest : named;
};

/** "Since Llama is …, may we use Llama 3.1 8B": the narrower of two names is meant, unless others are asked for too. */
const withoutWider = (mentions: Mention[], text: string): Mention[] =>
  mentions.filter(
    (wide) =>
      wide.kind !== 'models' ||
      (OTHERS.test(text) && !GENERALISES.test(text.slice(0, wide.start))) ||
      !mentions.some(
        (narrow) =>
          narrow.kind === 'models' &&
          narrow.releases.length < wide.releases.length &&
          narrow.releases.every((release) => wide.releases.includes(release)),
      ),
  );
/** "InternVL3-78B is built on Qwen": what a model was made from is told of it, unless several are asked about. */
const withoutBases = (mentions: Mention[], text: string): Mention[] =>
  mentions.filter(
    (base) =>
      base.kind !== 'models' ||
      base.releases.length < 2 ||
      !MADE_FROM.test(text) ||
      OTHERS.test(text) ||
      !mentions.some(
        (made) =>
          made.kind === 'models' &&
          made !== base &&
          made.releases.every((release) =>
            release.base.some(({ release: id }) => base.releases.some((of) => of.id === id)),
          ),
      ),
  );
const MADE_FROM = patternOf(
  /\bbase(?:d|s| model)?\b|\b(?:built|made|derived|tuned|trained|distilled|initiali[sz]ed) (?:on|from|off|out of)\b|\bfine-?tune of\b|\bunderneath\b|\bunder the hood\b/i,
);

const OTHERS = patternOf(
  /\b(all|other|others|rest|every|any|whole|compare\w*|vs|versus|than|difference|instead|unlike|as)\b/i,
);
/** "All GLM models are …, so GLM-4.5-Air …" */
const GENERALISES = patternOf(/(?:^|\b(?:since|because|as|given that)\s+)(?:all|every|any|most)(?: the| of the)?\s+$/i);

const isAside = (mention: Mention, text: string, all: Mention[], elsewhere: boolean): boolean => {
  // "we publish it as 'Llama-BakeBot-8B'": a name of the asker's own
  if (mention.kind === 'unknown')
    return (
      (NAMED_AS.test(text.slice(0, mention.start)) || A_NAME.test(text.slice(mention.end))) &&
      (elsewhere || all.some(isModel))
    );
  if (mention.kind !== 'models') return false;
  const others = elsewhere || all.some((other) => other !== mention && other.kind === 'models');
  if (!others) return false;
  const before = text.slice(0, mention.start);
  const after = text.slice(mention.end);
  return (
    RULED_OUT.test(before) ||
    ((LIKENED.test(before) || RIVAL.test(before)) && !COMPARES.test(text)) ||
    (!mention.releases.some((release) => release.name === mention.label) &&
      (WORD_BEFORE.test(before) || (isWith(before, mention) && !AND_WITH.test(before)) || WORD_AFTER.test(after)))
  );
};

const isModel = (mention: Mention): boolean => mention.kind === 'models';
const A_NAME = patternOf(
  /^["'”’]?\s*(?:be|is|as)?\s*(?:an?|the)?\s*(?:acceptable|ok(?:ay)?|allowed|good|possible|fine)?\s*name\b/i,
);
const NAMED_AS = patternOf(/\b(?:as|called|named|call it|name it|under the name(?: of)?)\s+["'“‘]$/i);

/** "I meant X, not Y" */
const RULED_OUT = patternOf(
  /(?:\b(?:and |but )?(?<!(?:why|is|are|does|do|may|can|could|should|if|or) )not|\brather than|\binstead of|\bno longer|\bforget(?: about)?|\bnever mind|\bas opposed to|\bnicht|\bstatt)\s+(?:the |an? |with |in |for |das |die )?$/i,
);

/** "Is X MIT like the other Y?", "same strings attached as Y?", "oder ist das wie Y?" */
const LIKENED = patternOf(
  /(?:\b(?:un)?like|\bsimilar to|\b(?:the )?same\b[^.?!]{0,30}\bas|\b(?:different|unlike) from|\bjust as(?: with)?|\bas(?: is)? (?:with|for)|\bthe way|\bas much as|\bno different from|\b(?:so |genauso |gleiche?[^.?!]{0,20})?wie|\bis (?:the|that|it|this) how|\bcomme)\s+(?:with |in |for |on )?(?:the |an? |das |die |bei )?(?:other |older |first |previous |plain |normal |big )?$/i,
);
/** "Our rival to ChatGPT": what the asker's own thing stands beside. */
const RIVAL = patternOf(
  /\b(?:our|a|an|the|own) (?:[\w-]+ ){0,3}?(?:rivals?|competitors?|competition|answer|alternative|challenger|counterpart|clone|replacement)(?: (?:to|of|for|with)| like)\s+(?:the )?$/i,
);
const COMPARES = patternOf(
  /\b(compare|comparison|versus|vs|differences?|which (one )?is|better|stricter|looser|more|less)\b/i,
);

/** "Must the word Llama appear", "the Llama notice": a word that is shown, and no model. */
const WORD_BEFORE = patternOf(
  /\b(?:words?|names?|labels?|badges?|logos?|prefix|terms?|string|mention|credit|say|show|display|write)\s+["'“‘]?$/i,
);
/** "A contract with Mistral", "competes with Gemini"; a version that is named is a model: "an app with Gemma 2". */
const isWith = (before: string, { written }: Mention): boolean =>
  /\bwith\s+["'“‘]?$/i.test(before) && !/\d/.test(written);
/** "And with Claude?" is the question before, of another model. */
const AND_WITH = patternOf(
  /^\W*(?:(?:and|or|but|so|ok|then|what about)\W+)*with\s+$|\b(?:compar\w*|difference|same)(?: (?:it|that|this))? with\s+$/i,
);
const WORD_AFTER = patternOf(
  /^["'”’]?\s+(?:licen[cs]e |copyright |own |little |brand )?(?:notices?|badges?|labels?|logos?|names?|prefix(?:es)?|attribution|branding|stickers?|marks?|credits?|line|sentence)\b|^["'”’]?\s+(?:must |has to |have to |need to )?(?:appear|be (?:shown|mentioned|in the name))\b|^["'”’]?\s+(?:anywhere )?(?:in|at the (?:start|beginning) of) (?:the|our|its) (?:\w+ )?name\b/i,
);
