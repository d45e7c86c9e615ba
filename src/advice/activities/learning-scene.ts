import { patternOf } from '../../patterns/pattern-of.ts';
import { MADE, OUTPUT } from './output-words.ts';

const re = (source: string): RegExp => patternOf(source, 'iu');
const N = '[^?!;]';

/** What the model does that leaves something to learn from; picking and judging are its outputs too. */
const MAKES =
  '(?:writ\\p{L}*|wrote|rewrit\\p{L}*|sampl\\p{L}*|stamp\\p{L}*|generat\\p{L}*|(?<!white[- ])label\\p{L}*|annotat\\p{L}*|answer\\p{L}*|pick\\p{L}*|scor\\p{L}*|judg\\p{L}*|rank\\p{L}*|grad\\p{L}*|mark(?:s|ed|ing)?|rat(?:e|es|ed|ing)|translat\\p{L}*|transcrib\\p{L}*|summar\\p{L}*|caption\\p{L}*|produc\\p{L}*|creat\\p{L}*|mak(?:e|es|ing)|made|render\\p{L}*|dr[ae]w\\p{L}*|prefer\\p{L}*|choos\\p{L}*|chose|critici[sz]\\p{L}*|referee|describ\\p{L}*|play\\p{L}*|classif\\p{L}*)';
const THINGS = `(?:${OUTPUT}|${MADE}|pairs|picks|dialogs?|dialogues?|transcripts?|judg(?:e)?ments?|preferences?|rankings?|sentences|questions|explanations?|chains? of thought|it writes|it wrote)`;

/** Something the model made is there: "M0DEL wrote us 50k pairs", "M0DEL answers on the share", "as referee". */
const MADE_BY_IT: RegExp[] = [
  re(`M0DEL(?!\\p{L})(?:['’]s)?${N}{0,30}(?<!\\p{L})${MAKES}(?!\\p{L})`),
  re(`M0DEL(?:['’]s)?[- ](?:\\p{L}+ )?${THINGS}(?!\\p{L})`),
  re(`(?<!\\p{L})${MAKES}(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:with|by|using|from|via|in|of) (?:the |an? |old )?M0DEL`),
  re(`(?<!\\p{L})${THINGS}(?!\\p{L})${N}{0,25}(?<!\\p{L})(?:of|from|by|with) (?:the |an? )?M0DEL`),
  re(
    `(?<!\\p{L})(?:use|using|let|have|with) M0DEL${N}{0,40}(?<!\\p{L})(?:to|for|as) (?:\\p{L}+ ){0,2}?(?:${MAKES}|referee|judge|teacher|critic|labell?er)`,
  ),
  re(
    `(?<!\\p{L})(?:pile|data|set|data ?set|samples|texts|pairs|examples|corpus|rows|dialogues|stuff|labels)(?!\\p{L}) (?:that )?(?:came|comes|come|is|are|was|were|would be|stems?) (?:all |only |mostly )?(?:from|by|out of) (?:the |an? |old )?M0DEL`,
  ),
  // "prompts and answers wander into the mix"
  re('(?<!\\p{L})(?:prompts?|questions?) ?(?:\\+|and|&) ?(?:answers|outputs|completions|replies)(?!\\p{L})'),
  re(`M0DEL${N}{0,60}(?<!\\p{L})puts? an? (?:tick|cross|star|mark|thumb)`),
  re(`M0DEL${N}{0,80}(?<!\\p{L})gives? [^.?!]{0,12}(?:points|marks|scores|thumbs|grades)`),
  re(`(?<!\\p{L})(?:sample|query|prompt|ask|call)(?:s|d|ing)? (?:the )?M0DEL`),
  re(`M0DEL (?:as|is) (?:an? |the |our )?(?:\\p{L}+ )?(?:referee|judge|teacher|critic|labell?er|annotator)`),
];
/** The same in a thread, where the model has no need to be named. */
const MADE_BEFORE = re(
  `(?<!\\p{L})(?:these|those|the|its|their|whose|all)(?: \\p{L}+){0,5} ${THINGS}(?!\\p{L})|(?<!\\p{L})(?:it|they) ${MAKES}(?!\\p{L})|(?<!\\p{L})outputs?(?!\\p{L})`,
);
/** Beside a second model, "it wrote 50k summaries" says which of the two was at work. */
const MADE_BY_ONE = re(`(?<!\\p{L})(?:it|they) ${MAKES}(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:${THINGS}|traces)(?!\\p{L})`);

const NETWORK =
  '(?:models?|llms?|slms?|vlms?|networks?|nets?|generators?|detectors?|classifiers?|encoders?|rankers?|re-?rankers?|parsers?|recogni[sz]ers?|transformers?|students?|bert|\\d+(?:\\.\\d+)?b|assistants?|chatbots?|bots?|checkpoints?|loras?|fine[- ]?tunes?)';
const LEARNER =
  '(?:our|my|own|new|fresh|small|smaller|tiny|little|another|different|student|baby|in-?house|proprietary|custom|separate|second)';
/** What is to learn: a network of theirs, or a named model that is tuned. */
const PUPIL: RegExp[] = [
  re(`(?<!\\p{L})${LEARNER}(?: [\\p{L}\\d.'’-]+){0,4}? ${NETWORK}(?!\\p{L})`),
  re(
    `(?<!\\p{L})(?:tun(?:e|es|ing)|train(?:s|ing)?|teach(?:es|ing)?|improv(?:e|es|ing)|polish(?:es|ing)?|fine[- ]?tun(?:e|es|ing)|fe(?:e)?d(?:s|ing)?(?: (?:those|these|them|that|it|all))?(?: to)?|into|onto) (?:an? |our |the |my )?(?:\\p{L}+ ){0,2}?M0DEL`,
  ),
  re(
    `(?<!\\p{L})${NETWORK}(?!\\p{L}) (?:that |which )?(?:we|I)(?:['’](?:re|m)| are| am)? (?:build|train|mak|develop|start)\\p{L}*`,
  ),
  re(
    `(?<!\\p{L})(?:train|teach|school)(?:s|ing)? an? (?:[\\p{L}\\d.-]+ ){0,2}?(?:${NETWORK}|thing|tool|camera|sorter|writer|counter|ear|eye)(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:our|my|own|another|small|wee|tiny)(?: [\\p{L}\\d.'’-]+){0,3}? (?:writer|sorter|speaker|drawer|reader|lip-sync tool|tagger|labell?er)(?!\\p{L})`,
  ),
  re(`(?<!\\p{L})(?:makes?|turns?) (?:an?|our|the) M0DEL(?!\\p{L})`),
  re(`(?<!\\p{L})(?:our|my) (?:own |small |smaller |little |tiny |baby |young )+M0DEL(?!\\p{L})`),
  re(`(?<!\\p{L})an? (?:[\\p{L}\\d.-]+ ){0,2}?${NETWORK} of ours(?!\\p{L})`),
  re(`(?<!\\p{L})(?:an?|our|the) M0DEL gets? (?:a few|some|several|\\d+) (?:nights?|hours?|days?|epochs?)(?!\\p{L})`),
  re(
    `(?<!\\p{L})(?:an?|our|the) M0DEL (?:should|would|will|then|to|can|could) (?:\\p{L}+ ){0,2}?(?:learn|pick up|copy|imitate)`,
  ),
  re(
    `(?<!\\p{L})fine[- ]?tunes? of (?:an? |our |the )?M0DEL|M0DEL[- ](?:fine[- ]?tunes?|finetunes?|student|lora|based)`,
  ),
];

const INTO = '(?:in)?to (?:an? |our |the |my )?(?:[\\p{L}\\d.-]+ ){0,3}?';
const LEARNS = re(
  `(?<!\\p{L})(?:train\\p{L}*|re-?train\\p{L}*|pre-?train\\p{L}*|fine[- ]?tun\\p{L}*|tun(?:e|es|ed|ing)|teach\\p{L}*|taught|learn(?:s|ed|t|ing)?|improv\\p{L}*|polish\\p{L}* (?:our|my|an?) (?:own |small )*(?:M0DEL|model)|(?:make|makes|made|get|gets|becomes?) (?:[\\p{L}\\d.-]+ ){0,3}better|dpo|rlhf|rlaif|sft|distil\\p{L}*|bootstrap\\p{L}*|go(?:es)? ${INTO}(?:fine[- ]?tunes?|training|data ?sets?|corpus|models?|llms?|generators?|networks?|M0DEL)|fe(?:e)?d(?:s|ing)?(?!\\p{L})${N}{0,60} (?:in)?to|preference (?:data|pairs|models?|optimi\\p{L}*)|preferences|reward (?:models?|signals?|labels?)|copies? (?:(?:its|the) style|how it)|imitat\\p{L}*|mimic\\p{L}*|(?:pushed|nudged|steered|pulled) towards?|school(?:s|ed|ing)? (?:an?|our|the|books?)|practis\\p{L}*|(?:push|steer|nudg|guid|shap)(?:e|es|s|ed|ing)?(?= (?:an?|our|the|my) )|gets? (?:a few|some|several|\\d+) (?:nights?|hours?|days?|epochs?)|picks? up|bring up|talk(?:s)? (?:exactly )?like|until (?:it|they|he|she|the \\p{L}+|its)|over and over|by heart|memori[sz]\\p{L}*|absorb\\p{L}*|soaks? up|practic(?:e|es|ing))(?!\\p{L})`,
);

/** The model itself is what is changed, and on data of the asker's own. */
const ITSELF = patternOf(
  /(?<!\p{L})(?:fine[- ]?tun|train|tun|retrain|improv|adapt|align)(?:e|ed|es|ing|s)?(?!\p{L}) (?:it|them|this|the model|the weights|(?:the |a |an |our )?(?:(?!on |with |from |using |by |off )\p{L}+ )?M0DEL)(?!\p{L}|['’]s)(?! (?:outputs?|responses?|answers?))(?= (?:on|with|for|to|so|and|in|using)(?!\p{L})| *[.,?!]|$)/giu,
);

/**
 * @param message a whole message, its names replaced by MODEL: what was made may stand in another sentence than what
 *   learns from it
 * @param inThread the model may have been named before
 * @returns whether a model is to learn from what another made
 */
export const learnsInScene = (message: string, inThread: boolean): boolean => {
  // a mark that no asker writes, in whatever case
  const marked = message.replaceAll('MODEL', 'M0DEL');
  const two = (marked.match(/M0DEL/g) ?? []).length > 1;
  // with one model only, tuning that very model on what it is given is no learning from another
  const text = two || inThread ? marked : marked.replace(ITSELF, ' ');
  const made =
    MADE_BY_IT.some((pattern) => pattern.test(text)) ||
    (inThread && MADE_BEFORE.test(text)) ||
    (two && MADE_BY_ONE.test(text));
  return made && LEARNS.test(text) && PUPIL.some((pattern) => pattern.test(text));
};
