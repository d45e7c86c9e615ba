import { patternOf } from '../../patterns/pattern-of.ts';
import { CHANGE, PASS_ON } from './passing-on-words.ts';

const N = '[^.?!;]';
const re = (source: string): RegExp => patternOf(source, 'iu');

const CHANGING = [
  re(`(?<!\\p{L})${CHANGE}(?!\\p{L})`),
  patternOf(/微调|二次训练|继续训练|修改模型|修改|二次开发|衍生/),
];

/** @returns whether the model is to be changed */
export const changesModel = (text: string): boolean => CHANGING.some((pattern) => pattern.test(text));

const OUT = [
  re(`(?<!\\p{L})${PASS_ON}(?!\\p{L})`),
  patternOf(/再分发|重新分发|分发|转载|镜像|重新发布|传播|发布|公开|上传|开源出去|卖|出售|销售/),
];
/** The thing that is passed on is the model itself. */
const TO_SOMEBODY = re(
  `(?<!\\p{L})(?:hand|giv|gave|deliver|ship|send|sent|provid|suppl|transfer|licen[sc])\\p{L}* (?:an? |the |our |its |these |tuned |fine-?tuned |finished |cleaned |full )*(?:weights?|checkpoints?|model files?|ggufs?|cop(?:y|ies)|data ?sets?)(?: of (?:M0DEL|it|them))? to (?!us(?!\\p{L}))|(?<!\\p{L})(?:weights?|checkpoints?|model files?) (?:goes?|went) to (?:the|a|an|our) (?!server|cluster|cloud|hub|gpu)`,
);
const THE_MODEL = [
  re(
    `(?<!\\p{L})${PASS_ON}(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:weights?|checkpoints?|model|models|model files?|ggufs?|parameters|copies|copy|unmodified|unchanged|as[- ]is|it|them|this|that|M0DEL|data ?sets?|the data|zip|quants?)(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:weights?|checkpoints?|model|model files?|ggufs?|copies|it|them|M0DEL|data)(?!\\p{L})${N}{0,40}(?<!\\p{L})${PASS_ON}(?!\\p{L})`,
  ),
  re(
    `(?<!\\p{L})(?:pass|hand|giv|forward|send)\\p{L}* (?:it|them|(?:the |our |its |these )?(?:\\p{L}+ )?(?:weights?|models?|checkpoints?|data|data ?sets?|corpus|copies|files?)) (?:on|along|over|out|away)(?!\\p{L})`,
  ),
  // "EXL2 quants of it on the hub"
  re(
    `(?<!\\p{L})(?:quants?|ggufs?|exl2s?|awqs?|gptqs?|checkpoints?|weights|cop(?:y|ies)) of (?:our |the )?(?:M0DEL|it|them)(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:on|to) (?:\\p{L}+ ){0,3}?(?:hub|hf|hugging ?face|github|gitlab|civitai|kaggle|s3|bucket|mirror|ftp|cdn|torrent)(?!\\p{L})`,
  ),
  // "hand the weights to customers"
  TO_SOMEBODY,
  re(
    `(?<!\\p{L})(?:put|putting|post|posting|host|hosting|upload|push)\\p{L}*(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:weights?|checkpoints?|model files?|ggufs?|M0DEL|it|them)(?!\\p{L})${N}{0,20}(?<!\\p{L})(?:on|to) (?:\\p{L}+ ){0,3}?(?:hub|hf|github|gitlab|civitai|s3|bucket|mirror|ftp|cdn|torrent)(?!\\p{L})`,
  ),
  patternOf(/\b(?:re-?distribut\w+|re-?host\w*|re-?upload\w*|mirror(?:ing|ed|s)?)\b|\bdistribut(?:e|ing|ion)\b/i),
  patternOf(/再分发|重新分发|分发|转载|镜像|重新发布|传播/),
];
/** The change is named, and something leaves the house. */
const NAMED = re(
  `(?<!\\p{L})${CHANGE}(?!\\p{L})${N}{0,80}(?<!\\p{L})(?:call(?:ed)? (?:it|them|ours)|name (?:it|them|ours)|naming|sold?|sell|ship|closed[- ]source|partners)(?!\\p{L})`,
);

/** "Rename our fine-tune to …": a name is asked about where others will read it. */
const RENAMED = re(`(?<!\\p{L})(?:re)?nam(?:e|ed|ing)(?!\\p{L})${N}{0,40}(?<!\\p{L})${CHANGE}(?!\\p{L})`);

/** @returns whether the weights are passed on, and whether something is passed on at all (a changed model, then) */
export const passesOn = (asked: string): { weights: boolean; changed: boolean } => {
  const text = asked.replace(THEIRS, ' ');
  return {
    weights: THE_MODEL.some((pattern) => pattern.test(text)),
    changed:
      TO_SOMEBODY.test(text) || OUT.some((pattern) => pattern.test(text)) || NAMED.test(text) || RENAMED.test(text),
  };
};

/** "Customers upload photos": what others do with things of their own. */
const THEIRS = patternOf(
  /\b(?:users?|cust(?:o)?mers?|clients?|people|visitors|members|players|fans|they)(?: (?:can|may|will|could|would|also))* (?:up-?load|share|post|publish|submit|send)\w*/gi,
);
