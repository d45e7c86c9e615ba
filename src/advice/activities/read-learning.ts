import { patternOf } from '../../patterns/pattern-of.ts';
import { lately } from '../lately.ts';
import { LEARN, MADE, MEDIA, OTHER_MODEL, OUTPUT, SAYS } from './output-words.ts';

const N = '[^.?!;]';
const re = (source: string): RegExp => patternOf(source, 'iu');

/** What stands behind a made thing and makes it the name of a task: "code completion", "speech model". */
const TASK =
  '(?! (?:completion|model|models|generation|generator|assistant|editor|search|tool|app|api|service|feature|plugin|bot|recognition|detection|classification|classifier|understanding|synthesis|processing|encoder|tower|licen[cs]e|review tool|and weights|or weights|is|weights|repo|repository))';

/** "M translation in our call centre": what it does there, not what it made. */
const NO_PROCESS = '(?!(?:translation|transcription|speech|voice|text|code|narration|copy|writing)(?!\\p{L}))';

/** Something the model made is spoken of, by a word for outputs or by its kind beside the model. */
const PRODUCED: RegExp[] = [
  re(`(?<!\\p{L})${OUTPUT}(?!\\p{L})`),
  re(`(?<!\\p{L})M0DEL(?:['’]s)?(?:[- ](?:based|made|generated|api|written))? ${NO_PROCESS}${MADE}(?!\\p{L})${TASK}`),
  re(
    `(?<!\\p{L})${MADE}(?!\\p{L})${N}{0,25}(?<!\\p{L})(?:from|by|of|out of|made (?:by|with|in)|generated (?:by|with)|created (?:by|with)|produced (?:by|with)|written (?:by|with)|drawn by|composed by|extracted (?:with|by|from)|computed (?:with|by)|obtained (?:with|from)) (?:the |this |that |our |an? )?(?:free |paid |hosted |public |online )?(?:M0DEL|it|them)(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:M0DEL|it|they|she|he|the (?:model|thing|bot|generator))(?: has| have|['’]s)? ${SAYS}(?!\\p{L})${N}{0,30}(?<!\\p{L})${MADE}(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:ma[dk]e|making|created?|creating|generat(?:e|ed|ing)|dr[ae]w|drawn|wrote|written|produc(?:e|ed|ing)|render(?:ed|ing)?|compos(?:e|ed|ing)|record(?:ed|ing)?) (?:\\p{L}+ ){0,3}?${MADE}(?!\\p{L})${N}{0,15}(?<!\\p{L})(?:with|in|using|via|by|through) (?:the )?(?:M0DEL|it)(?!\\p{L})`,
  ),
  re(`(?<!\\p{L})${MADE}(?!\\p{L})(?: that| which)? (?:M0DEL|it|they)(?: has| have|['’]s)? ${SAYS}(?!\\p{L})`),
  re(
    `(?<!\\p{L})(?:what|whatever|anything|everything|that|stuff|things) (?:that )?(?:M0DEL|it|they|the model)(?: has| have)? ${SAYS}(?!\\p{L})`,
  ),
  // "a novel with M0DEL, may I sell it?"
  re(
    `(?<!\\p{L})(?:writ|draw|compos|creat|paint|illustrat|mak|do|record)ing (?:an?|my|our|the) (?:\\p{L}+ ){0,2}?(?:novel|book|song|album|comic|film|movie|poster|story|script|screenplay|painting|picture book|poem|cover|jingle) (?:with|in|using|by) (?:the help of )?(?:M0DEL|it)(?!\\p{L})`,
  ),
  re(`(?<!\\p{L})(?:comes?|came|coming) out of (?:M0DEL|it|them|the model)(?!\\p{L})`),
  re(`(?<!\\p{L})(?:its|it's|the resulting|resulting|the finished|the generated) ${MADE}(?!\\p{L})${TASK}`),
  re(
    `(?<!\\p{L})(?:sell|selling|sold|print|printing|publish|publishing|air|broadcast|monetis|monetiz|release|licen[sc]e|own|owns|copyright|watermark)\\p{L}*(?!\\p{L}) (?:just |only )?(?:the |these|those |its |their |any |such |some |resulting |finished )*(?:\\p{L}+ )?${MEDIA}(?!\\p{L})${TASK}`,
  ),
  // "the pictures themselves, can we sell them?"
  re(
    `(?<!\\p{L})(?:the|these|those|such) ${MEDIA}(?!\\p{L})(?: themselves| itself)?,? ${N}{0,20}(?<!\\p{L})(?:sell|print|publish|use|show|air|license) (?:them|it)(?!\\p{L})`,
  ),
  // "pictures from a freelancer who drew them up with M0DEL"
  re(
    `(?<!\\p{L})${MADE}(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:drew|drawn|draws|made|makes|generated|created|produced|rendered|painted|composed)(?: (?:them|it))?(?: up)? (?:with|by|in|using|on|via) M0DEL`,
  ),
  re(`(?<!\\p{L})${MADE}(?!\\p{L}) (?:made|generated|created|produced|drawn|written|rendered)(?!\\p{L})`),
  patternOf(/输出|生成的?(?:图片|图像|内容|文本|代码|音乐|视频|语音|数据)?|产出|合成数据|回答|生成物|出力/),
];

/** Outputs first, then what they are for: "outputs to tune our llama", "answers to improve another model". */
const OUTPUTS_FOR = re(
  `(?<!\\p{L})(?:${OUTPUT}|(?:its|the|these|those|that|M0DEL(?:['’]s)?) ${MADE})(?!\\p{L})${N}{0,50}(?<!\\p{L})(?:to|for|as|can|may|could|feed|used? to|um|pour|para) (?:\\p{L}+ ){0,3}?(?:${LEARN}|build|develop|create|bootstrap|seed)(?!\\p{L})(?! (?:a |an |our |the )?(?:\\p{L}+ )?(?:product|app|report|website|tool|feature|deck|page|service|slide))`,
);

/** @returns whether something the model made is spoken of */
export const speaksOfOutputs = lately((text: string): boolean => PRODUCED.some((pattern) => pattern.test(text)));

/** The model itself is what is trained: "fine-tune it", "we fine-tuned M0DEL on our tickets". */
const ITSELF = patternOf(
  /(?<!\p{L})(?:fine-?tun|train|tun|retrain|distil+|improv|adapt|align)(?:e|ed|ing|s)?(?!\p{L}) (?:it|them|this|the model|the weights|(?:the |a |an )?(?:(?!on |with |from |using |by |off )\p{L}+ )?M0DEL)(?!\p{L}|['’]s)(?! (?:outputs?|responses?|answers?|generations?|data|into|for another))/giu,
);

/** Words that say by themselves that one model learns from another. */
const FROM_ANOTHER: RegExp[] = [
  re(
    `(?<!\\p{L})(?:use|using|used|let|have|with|via|on|from) (?:\\p{L}+ ){0,2}?M0DEL${N}{0,40}(?<!\\p{L})(?:to|for|and) (?:\\p{L}+ ){0,2}?${LEARN}(?!\\p{L})${N}{0,40}${OTHER_MODEL}(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})${LEARN}(?!\\p{L}) ${OTHER_MODEL}(?!\\p{L})${N}{0,30}(?<!\\p{L})(?:on|with|from|using|off|by) (?:the |our )?M0DEL(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:can|may|could|does|will) (?:it|they|M0DEL|this|that) (?:be used to )?${LEARN}(?!\\p{L}) (?:\\p{L}+ ){0,3}?${OTHER_MODEL}`,
  ),
  // "M0DEL improves our own coding model"
  re(
    `(?<!\\p{L})M0DEL (?:will |would |shall |now |then |also |helps? |helps? us |helps? to |is to |to )*(?:${LEARN}|improv(?:e|es|ed|ing)|sharpens?|teach(?:es)?|schools?)(?!\\p{L}) ${OTHER_MODEL}(?!\\p{L})`,
  ),
  re(`(?<!\\p{L})make (?:\\p{L}+ ){0,3}?(?:M0DEL|${OTHER_MODEL}) (?:better|smarter|stronger)`),
  re(`(?<!\\p{L})(?:into|for|feed(?:s|ing)?|fed|to) (?:an? )?(?:data ?sets?|corpus|training set) for ${OTHER_MODEL}`),
  re(
    `(?<!\\p{L})(?:feed(?:s|ing)?|fed|pour(?:ing)?|pump(?:ing)?)(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:to|into) ${OTHER_MODEL}(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})${LEARN}(?!\\p{L}) (?:${OTHER_MODEL}|something|M0DEL)(?!\\p{L})${N}{0,15}(?<!\\p{L})(?:with|w\\/|on|from|using|off|by) (?:it|them|these|those|that|its|their)(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:feed|feeds|fed|can|may|could|do|would) ?${N}{0,25}(?:training|train|improve|teach)(?!\\p{L}) (?:of )?(?:${OTHER_MODEL}|something)(?!\\p{L})(?! (?:further|on our|on my|with our))`,
  ),
  // "fine-tune M0DEL on answers generated by M0DEL"
  re(
    `(?<!\\p{L})${LEARN}(?!\\p{L}) (?:\\p{L}+ ){0,3}?M0DEL(?!\\p{L})${N}{0,15}(?<!\\p{L})(?:on|with|from|using) (?:the |some |its )?(?:M0DEL(?:['’]s)? )?(?:${OUTPUT}|${MADE})(?!\\p{L})(?:(?: \\p{L}+){0,2} (?:by|of|from) M0DEL)?`,
  ),
  // "fine-tuned M0DEL on 200k pairs that M0DEL wrote", "those clips then train our own model"
  re(
    `(?<!\\p{L})${LEARN}(?!\\p{L}) (?:\\p{L}+ ){0,3}?M0DEL(?!\\p{L})${N}{0,30}(?<!\\p{L})(?:on|with|from)(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:that |which )?M0DEL (?:has |had |have )?${SAYS}(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:those|these|the|its) ${MADE} (?:then |will |would |are to |should )?(?:train|teach|feed|school)s? `,
  ),
  // "label mails with M0DEL and train a classifier from that", "M0DEL: label mails, train our own classifier"
  re(
    `(?<!\\p{L})(?:label|annotat|tag|scor|grad|rat|rank|caption|transcrib|translat|writ)\\p{L}*(?!\\p{L})${N}{0,60}(?<!\\p{L})(?:with|by|using|via|from) (?:M0DEL|it)(?!\\p{L})${N}{0,30}(?:(?<!\\p{L})(?:and|then|to)(?!\\p{L})|,)${N}{0,20}(?<!\\p{L})${LEARN}(?!\\p{L})`,
  ),
  re(
    `M0DEL(?!\\p{L})${N}{0,90}(?:(?<!\\p{L})(?:and|then)(?!\\p{L})|,)${N}{0,15}(?<!\\p{L})${LEARN}(?!\\p{L}) ${OTHER_MODEL}(?!\\p{L})(?:${N}{0,20}(?<!\\p{L})(?:on|with|from|using) (?:them|it|these|those|that|the (?:results?|outputs?|data|labels|sentences|pairs|texts))(?!\\p{L})|\\W*$|[.?!;])`,
  ),
  re(`(?<!\\p{L})distil+\\p{L}*(?!\\p{L})(?! (?:version|variant|model))`),
  re(
    `(?<!\\p{L})(?:generat|creat|mak|produc|collect|render|synthesi|gather|get)\\p{L}*(?!\\p{L})${N}{0,90}(?<!\\p{L})(?:and|then|to)(?!\\p{L}) (?:then )?(?:\\p{L}+ ){0,2}?${LEARN}(?!\\p{L})${N}{0,60}(?<!\\p{L})(?:on|with|from|using) (?:them|it|these|those|that|the (?:results?|outputs?|data|images|pairs|texts))(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:generat|creat|mak|produc|render)\\p{L}* (?:\\p{L}+ ){0,3}?${MADE}(?!\\p{L})${N}{0,60}(?<!\\p{L})(?:and|then)(?!\\p{L})${N}{0,12}${LEARN}(?!\\p{L}) ${OTHER_MODEL}`,
  ),
  patternOf(/\b(?:as|be) (?:a |an |the |our )?(?:\p{L}+ )?(?:teacher|judge|reward model|labell?er|annotator)\b/iu),
  patternOf(/\b(?:teacher|student) model\b|\bteacher[- ]student\b/i),
  patternOf(/\bdistil+(?:s|ed|ing|ation)?\b(?! (?:version|variant|model))/i),
  patternOf(
    /\b(?:generate|create|produce|make|synthesi[sz]e|get|label|annotate|collect|build)\w*\b[^.?!]{0,50}\b(?:training data|training sets?|synthetic (?:data|corp\w+|examples?)|instruction data|preference data|data ?sets? (?:for|to train))\b/i,
  ),
  re(
    `(?<!\\p{L})(?:improv|build|develop|creat|bootstrap)\\p{L}* (?:\\p{L}+ ){0,2}?${OTHER_MODEL}(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:on|with|from|using|off) (?:the |our )?M0DEL['’]?s?(?!\\p{L})(?! (?:api|as a|in the))`,
  ),
  patternOf(
    /(?:用来|用于|拿来|帮我们|拿去)训练|蒸馏|(?:输出|生成|合成数据|产出|回答)[^。？！]{0,15}(?:训练|微调|改进)|(?:训练|微调|改进)[^。？！]{0,15}(?:输出|合成数据|其他模型|别的模型|生成的|自己的模型)/,
  ),
];

/** A model of the asker's, beside what another model made: that is where it goes. */
const MODEL_OF_OURS = re(
  `(?<!\\p{L})(?:another (?:\\p{L}+ )?(?:llm|slm|vlm|model|classifier)|(?:our|my|an?|some) (?:\\p{L}+ ){0,2}?(?:own|little|smaller|tiny|baby|student|rival|competing|foundation|custom|in-?house) (?:\\p{L}+ ){0,3}?(?:model|llm|slm|vlm|classifier|network)|(?:models?|llms?|classifiers?) of (?:our|my|their) own)(?!\\p{L})`,
);
/** "As a teacher for another model", whatever it is called. */
const AS_TEACHER = re(
  `(?<!\\p{L})as (?:an? |our |the )(?:\\p{L}+ )?\\p{L}+ (?:for|of|to) ${N}{0,30}(?<!\\p{L})(?:another|our own|a new|a smaller) (?:\\p{L}+ )?(?:llm|model)(?!\\p{L})`,
);

const LEARNS = re(`(?<!\\p{L})${LEARN}(?!\\p{L})`);

/** @returns whether a model is to learn from what another made */
export const learnsFromOutputs = lately((text: string): boolean => {
  if (OUTPUTS_FOR.test(text) || FROM_ANOTHER.some((pattern) => pattern.test(text))) return true;
  if (AS_TEACHER.test(text) || (speaksOfOutputs(text) && MODEL_OF_OURS.test(text))) return true;
  const rest = text.replace(ITSELF, ' ');
  return LEARNS.test(rest) && speaksOfOutputs(rest);
});
