import { patternOf } from '../patterns/pattern-of.ts';

/** Words around a question that change nothing of what is asked, and words the rules read elsewhere. */
const READ = new Set(
  `a an the this that these those it its is are was were be been being am do does did done will would shall should can could may might must have has had having
  i me my mine we us our ours you your yours he she they them their one ones who whom whose which what where when why how there here
  and or but nor so if then than because since as of to in on at by for with from into onto over under about between within without via per off up down out
  not no yes yeah nope any some all every each either both none few many much more most less least other another same such only just also too even still yet already again ever never always
  hi hello hey hiya morning afternoon evening all folks guys team everyone please pls plz thanks thx ty cheers sorry quick question q asking ask wondering wonder curious know
  ok okay fine good great cool alright allright safe legal legally legit lawful allowed allow permitted possible fair clear cleared kosher right correct true sure okayish go
  problem problems issue issues trouble concern concerns objection objections risk risks catch strings landmines flags red worry worries danger dangerous gotcha gotchas anything something nothing
  use used using uses usage usable user users run running runs deploy deployed deploying deployment adopt adopting work works working get getting got take taking put putting want wants wanted need needs like try trying think thinking thought plan planning planned consider considering choose pick look looking
  model models llm llms ai genai weights version versions size licence license licences licenses licensing licensed terms tos conditions point view pov wise side perspective
  company companies corp firm business startup start-up shop agency studio bank group team office department enterprise organisation organization client clients customer customers partner partners employee employees staff dev devs developer developers engineer engineers boss lawyer lawyers legal procurement product people marketing sales support hr finance
  app apps application product products service services tool tools website site platform system software feature features prototype pilot poc mvp project projects demo chatbot bot assistant agent agents copilot pipeline backend stack workflow internal commercial commercially money revenue turnover year month week day today tomorrow next soon now million billion thousand usd eur dollars euros k m
  new latest current big small little tiny large whole entire own first second last old really very quite pretty actually basically honestly simply maybe perhaps probably
  yo lol btw fyi imo afaik tbh asap eta re vs etc ie eg hmm uh um well oh ah
  based located sitting registered germany german france french eu europe european us uk usa china chinese japan korea india paris berlin london munich texas
  open source free closed paid gratis
  image images picture pictures photo photos video videos film films clip clips music song songs audio speech voice voices text texts document documents data file files code email emails chat letters page pages report reports
  ad ads banner banners background youtube podcast trailer trailers catalogue catalog webshop e-commerce ecommerce hospital school university bank insurance logistics warehouse factory farm city council ministry authority game games asset assets art design designs print prints
  translate translation translating summarise summarize summarising summaries search searching draft drafting write writing read reading transcribe transcription sort sorting classify classification recognise recognize detect detection ocr tagging moderation spam filter analysis core part
  annual annually yearly monthly daily visits visitors active actives people persons person headcount turn turns turning makes make making earn earns earning do does doing pay pays paying euro pound pounds yen arr mau dau social network
  geographic attached heard says said told card hub repo huggingface ollama gguf quant quantised quantized instruct
  at home hobby hobbyist play playing person two three four five six ten hundred several couple`
    .split(/\s+/)
    .filter(Boolean),
);

/** @param plain a sentence with its names replaced @returns the words of it that nothing here reads */
export const unreadWords = (plain: string): string[] =>
  plain
    .replace(/\b(MODEL|LICENCE)\b/g, ' ')
    // names of places, firms and people
    .replace(/(?<=[\p{Ll}\d,;)]\s+)\p{Lu}[\p{L}-]*/gu, ' ')
    .toLowerCase()
    .match(/[a-zà-öø-ÿ][a-zà-öø-ÿ'-]*/g)
    ?.map((word) => word.replace(/'(s|re|ll|ve|d|m|t)$/, ''))
    .filter((word) => word.length > 1 && !READ.has(word) && !READ.has(word.replace(/s$/, ''))) ?? [];

/** From so many words on that nothing here reads, a question may be about something else than use. */
export const UNREAD_WORDS = 3;

/** Stems of words that may mean more than use: giving away, changing, teaching, taking out, putting a name on. */
const MORE_THAN_USE = new RegExp(
  `^(?:${[
    'burn|stick|usb|dvds?$|cds?$|dis[ck]|cop(?:y|ies|ied)|mirror|torrent|hand(?:s|ed|ing)?$|giv|gave$|gift|donat|lend|lent$|loan|rent|leas|franchis|resel|resale|distribut|bundl|flash|preinstall|preload|box(?:es|ed)?$|pass|forward|shar|publish|post(?:s|ed|ing)?$|releas|upload|public|communit|hub$|strangers?$|everybod|everyone|friends?$|world',
    'merg|mix|blend|cook|bak(?:e|es|ed|ing)$|knead|mou?ld|shap|bend|bent$|twist|bolt|graft|spin|spun$|fork|tweak|patch|cut|trim|shrink|shrunk|squeez|compress',
    'teach|taught|tutor|student|pupil|apprentic|learn|mimic|imitat|parrot|feed|fed$|fodder|diet|rais|breed|bred$|child|kid|offspring|bab(?:y|ies)|sibling|clon|twin|descend|parent|mother|father|successor|distil|extract|harvest|scrap|answer|output|repl(?:y|ies)|sentence|utterance',
    'own(?:s|ed|er|ers|ership)?$|belong|copyright|credit|mention|badge|sticker|brand|name|label|tag|sign|source|secret|clos|hid|strip|remov|peel|rip|weight|checkpoint|download|fil(?:e|es)$|firmware|device|gadget|chip|appliance|competitor|rival|impost|sue|court|licens',
    'weiter|verteil|veröffent|verkauf|verschenk|vermiet|trainier|lehr|lern|antwort|ausgab|name|partag|publi|distrib|vend|entraîn|réponse|compart|entren|respuesta',
  ].join('|')})`,
);

/** Verbs of more than use, which people also misspell. */
const VERBS =
  'distill distilled retrain finetune redistribute publish published upload resell release quantize quantise merge'.split(
    ' ',
  );
const pairsOf = (word: string): string[] => [...word.slice(1)].map((letter, at) => word[at]! + letter);
/** Half of the pairs of letters in common, as in "distlil" and "distill". */
const looksLike = (word: string, verb: string): boolean => {
  const [mine, theirs] = [pairsOf(word), pairsOf(verb)];
  const common = mine.filter((pair) => theirs.includes(pair)).length;
  return (
    word[0] === verb[0] &&
    Math.abs(word.length - verb.length) <= 2 &&
    common * 2 >= Math.min(mine.length, theirs.length)
  );
};

/** Leave is asked for in plain words; a riddle is not answered by a guess. */
const ASKS_PLAINLY = patternOf(
  /(?<!\p{L})(?:ok(?:ay)?|allow(?:ed|s)?|permit(?:ted|s)?|may (?:we|i|they|our|my|this)|can (?:we|i|our|my|they|this)|could (?:we|i|our)|(?:is|are) (?:it|that|this) (?:fine|legal|prohibited|forbidden)|legal(?:ly)?|prohibit(?:ed|s)?|forbidden|forbids?|banned|hit us|barred|covered|in or out|rules|terms|licen[cs]e\p{L}*|autorisé|permis|erlaubt|darf|dürfen|geht|zulässig|peut-on|on peut|podemos|puedo|permitido|se puede|spricht etwas dagegen|einwände|bedenken|any reason|what stops us|(?:be|is there) (?:a|any) (?:problem|issue|objection|harm)|objections?|nervous|worried|trouble)(?!\p{L})|可以|能不能|允许|^\W*MODEL for [^?]*\?\W*$/iu,
);

/** A scene that is told, and asks nothing in so many words: whether it may be is what is asked. */
const isPlan = (plain: string): boolean =>
  !/[?？]/.test(plain) && !/(?:^|[.:;,]\s*)(?:does|do|did|is|are|was|what|which|who|how|why|where|when)\b/i.test(plain);

/** @returns whether words that nothing reads may mean more than using the model, or the question is no plain one */
export const mayMeanMore = (plain: string, unread: string[]): boolean =>
  (unread.length >= UNREAD_WORDS && !ASKS_PLAINLY.test(plain) && !isPlan(plain)) ||
  unread.some((word) => MORE_THAN_USE.test(word) || (word.length >= 6 && VERBS.some((verb) => looksLike(word, verb))));
