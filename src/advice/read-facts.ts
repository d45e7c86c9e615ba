import { patternOf } from '../patterns/pattern-of.ts';
import { bareFigure, readAmounts, tellsOfGroup } from './amounts.ts';
import type { Facts } from './facts.ts';
import { lately } from './lately.ts';
import { readPlaces } from './places.ts';

const NON_COMMERCIAL = patternOf(
  /\bno business behind\b|\bnon[- ]?commercial(ly)?\b|\b(?<!(?<!we |i |use |usage |project |purpose |work )(?:is|are) )(?:nothing|no|not|without(?: any)?|zero)\b (?:for |a |any |at all )?commercial(?:ly)?(?= (?:intent\w*|purposes?|goals?|aims?|gain|interests?|project|activit\w+)|\s*[,.;)!]|\s*$)|\bno (?:money|profit)(?: is)? (?:involved|made)\b|\bunfunded\b|\bweekend project\b|\bjust (?:for )?(?:me|myself)\b(?! and)|\bnot for profit\b|\bnon[- ]?profits?\b|\b(?:charity|charities|charitable|ngo)\b|\bpublic (?:school|library|university|kindergarten)\b|\bgemeinnützig\w*|\bhobby\b|\bpersonal (use|project)|\bfor fun\b|非商业|非商用|个人使用/i,
);
/** Who sells, or is paid, is commercial, whatever else is called non-commercial in the question. */
const EARNS = patternOf(
  /\b(?<!(?:not|never|don't|won't|without|no|nor|or) (?:to )?)(sell|selling|sold|monetis\w+|monetiz\w+|charge|charging|paying (?:users|customers|clients|subscribers))\b(?! (?:\w+ )?(?:prints?|images?|pictures?|art\w*|songs?|videos?|them|those|posters?)\b)/i,
);
const RESEARCH = patternOf(
  /\b(academic|university|phd|thesis|dissertation|(?:my|our|an?|the) (?:\w+ ){0,3}paper\b|research (project|purposes?|paper|lab|group)|for research|scientific|学术|研究)/i,
);
const COMMERCIAL = patternOf(
  /\b(?<!non[- ]?)commercial(ly)?\b|\bsell\b|\bselling\b|\bsold\b|\b(our|the) (brand|marketing|company|business|agency|startup|shop|firm|employer)\b|\bpaid\b|\bpaying\b|\bmoneti[sz]e|\bfor profit\b|\bcustomers?\b|\bclients?\b|\bour product\b|\brevenue\b|\bsaas\b|商用|商业|收费|盈利/i,
);
const SELF_HOST = patternOf(
  /\b(host|hosting|run|running|deploy|serve|serving)\b[^.?!]{0,25}\bweights\b|\bself[- ]?host|\bon[- ]?prem|\bour own (hardware|servers?|gpus?|machines?|infrastructure|data cent)|\blocal(ly)?\b|\bdownload\b|\bbehind our firewall|\bair[- ]?gapped|\boffline\b|私有化|本地部署/i,
);

const COMPETING = patternOf(
  /\b(?:naver|openai|meta|google|mistral|deepseek|anthropic|alibaba|tencent|MODEL|they|the (?:maker|developer|licensor|vendor)) (?:also |already )?(?:has|have|does|do|offers?|sells?|runs?|makes?|owns?)\b[^.?!]{0,30}\b(?:too|as well|itself|themselves|the same)\b|\bwhat (?:naver|openai|meta|google|mistral|deepseek|anthropic) (?:does|do|offers?|sells?)\b|\b(?:cheaper|better|faster) than (?:openai|chatgpt|claude|anthropic|gemini|google|mistral|deepseek|grok|xai|MODEL|theirs|them)\b|\b(?:picture|image|art|text[- ]to[- ]image) (?:generator|model)s? (?:that )?(?:of our own|we(?:'re| are)? (?:also )?(?:building|build|training|train|making|make))\b|\bour own (?:picture|image|art) (?:generator|model)s?\b|\b(?:cheaper |better |local |free )?replacements? for (?:the )?(?:[A-Z]|MODEL)|\binstead of (?:ChatGPT|Claude|Gemini|Copilot)\b|\b(compet(e|es|ing|itors?|itive|ition)|rivals?|alternatives? to|(?:as|an?|our) (?:\w+ )?alternative|(?:much |just |a lot |exactly |quite )?(?:like|similar to|same as) [\w .-]{2,30} itself|(?:clone|copycat|knock-?off|replica|imitation) of)\b|\bcompit\w*|\bcompetir\b|\bkonkurr\w*|\bconcurren(?:cer|ce|t|ts)\b|竞争/i,
);
const SERVES_MODELS = patternOf(
  /\b(?:sell|rent|offer|resell)\w* (?:raw |token |model |llm |pay-as-you-go )*inference\b|\b(?:model[- ]as[- ]a[- ]service|maas|(?:inference|model|llm)[- ](?:provider|platform|hosting|api (?:provider|business|platform)|marketplace)|inference (?:service|business|cloud))\b|\b(?:gpu|ai|inference|model) cloud\b|\b(?:offer|sell|provid|host|serv|rent)\w* (?:\w+ ){0,2}?(?:models?|llms?|inference)(?: endpoints?| apis?)? (?:as an? (?:api|service)|endpoints?|apis)\b|\b(?:offer|sell|provid|rent)\w* (?:\w+ ){0,2}?(?:model|inference|llm) (?:endpoints?|apis?)\b|模型即服务/i,
);
/** What Qwen's licences of 2026 call an "AI Work Assistant": a product of its own, mainly for coding or office work. */
const WORK_ASSISTANT = patternOf(
  /\b(?:(?:ai|llm) )?(?:coding|code|programming|office|productivity|workplace|work) (?:assistants?|copilots?|agents?)\b(?! (?:for|of) our (?:own )?(?:team|devs|developers|engineers|staff|employees))|\b(?:autocomplete|code completion|agents?|copilots?)(?: (?:&|and) \w+)? for (?:devs|developers|programmers|coders)\b(?! (?:in|at|of) our)|\bai (?:ide|pair programmer|code editor)\b|\blike (?:cursor|copilot|windsurf|claude code)\b|编程助手|办公助手/i,
);
const CORE = patternOf(
  /\b(?:that|this|it|which)(?:'s| is| was) (?:our|the) (?:whole|entire|only|core|main|sole|one) (?:business|company|product|thing)\b|\b(?:is|as) our (?:core|main|only|sole|one) (?:business|product)\b|\bour (?:core|main|only|sole|one) (?:business|product) is\b/i,
);
const DENIES = patternOf(/\b(?:no|not|don't|do not|doesn't|isn't|aren't|never|without)\b[^.?!,;]{0,30}$/i);

/** Models that sort and find, not models that answer: no provider's own product. */
const NARROW = patternOf(
  /\b(classifiers?|classification|embeddings? model|embedder|re-?rankers?|ranking model|(?:sorts?|tags?|routes?|files?) (?:our |the |incoming )?(?:own )?(?:inbox|mails?|emails?|tickets?|documents?|invoices?))\b|分类器/i,
);

/** What is to learn, by what it does: "train a small detector", "our own ticket classifier". */
const NARROW_PUPIL = patternOf(
  /\b(?:train|teach|tune|improve|build|make|feed|into|for|an?|our|my) (?:an?|our|my|the|own|small|tiny|little|new|in-?house|internal)(?: [\w-]+){0,3}? (?:detectors?|classifiers?|recogni[sz]ers?|embedders?|re-?rankers?|embeddings? models?|ranking models?)\b/i,
);
/** What is trained may answer as well. */
const SPEAKS = patternOf(
  /\b(?:llms?|slms?|(?:language|chat|generative|diffusion) models?|chatbots?|assistants?|generators?|\d+(?:\.\d+)?b)\b/i,
);

/** Selling on what somebody else hosts: access, tokens, an account, the service as it is. */
const RESELLING = patternOf(
  /\b(?:re-?sell|resale|re-?sold|mark(?:ing|ed)?[- ]?up|mark-?up|sub-?licen[sc]e|white[- ]?label|rent out|lease|pass through|sell(?:ing)? on)\w*\b[^.?!]{0,50}\b(?:api|apis|access|tokens?|credits?|accounts?|seats?|subscriptions?|service|services|endpoint|inference|MODEL|it)\b|\b(?:about|on|allow|allows|permit|forbid|ban) re-?selling\b|\b(?:sell|selling|offer|offering)\b[^.?!]{0,20}\b(?:api )?(?:access|tokens|credits|seats)\b|\b(?:as|our|a) (?:own )?stand-?alone (?:product|service)\b/i,
);

/** "Our vendor's tool runs on MODEL", "we subscribe to a chatbot that is built on MODEL". */
const END_USER = patternOf(
  /\b(?:buy|bought|buying|get|got|use|using|rent|licen[cs]e) (?:an?|the|their|some|this) (?:[\w-]+ ){0,3}?(?:product|tool|app|application|software|service|chatbot|assistant|plugin)s?\b[^.?!]{0,60}\b(?:has|have|with|contains?|includes?|carries)\b[^.?!]{0,25}\bMODEL\b[^.?!]{0,12}\b(?:in|inside|within|under the hood)\b|\b(?:our|the|an?|their|its|some|that) (?:[\w-]+ ){0,2}?(?:vendor|supplier|provider)s?(?:'s)?\b[^.?!]{0,60}\b(?:uses?|using|runs? on|built (?:it |that |this )?(?:on|with|upon|around)|based on|powered by)\b[^.?!]{0,25}\bMODEL\b|\b(?:subscri(?:be|bed|bing|ption)|signed up|have (?:just )?an account|(?:bought|buy|rent|(?:we|i|they|to) licen[cs]e)(?! MODEL))\b[^.?!]{0,60}\b(?:saas|tool|product|app|service|chatbot|bot|software|plugin|assistant)\b[^.?!]{0,60}\b(?:built|runs?|running|based|powered|uses?|with)\b[^.?!]{0,25}\bMODEL\b/i,
);
const BUILDS = patternOf(
  /\b(?:we|i|our team) (?:\w+ )?(?:host|deploy|fine-?tune|tune|build|built|download|integrate|embed|offer|resell|ship|bundle|distribute|train|copy|put)\w*\b|\b(?:run|running|host|serve) (?:it|them|MODEL|the (?:model|weights))\b|\b(?:use|using|want|need|adopt) (?:the )?MODEL\b|\bself-?host\w*/i,
);

/** A figure that is spoken of again but could not be read takes the place of the older one: nothing is known then. */
const forgetUnread = (facts: Facts, text: string): void => {
  if (!/\d|million|billion|thousand|万|亿/i.test(text)) return;
  if (/\b(revenues?|turnover|sales|arr|income|earn\w*|make)\b|营收|收入|营业额/i.test(text)) {
    delete facts.annual_revenue_usd;
    delete facts.monthly_revenue_usd;
  }
  if (/\b(users?|mau|dau|customers|subscribers)\b|月活|日活|用户/i.test(text)) {
    delete facts.monthly_active_users;
    delete facts.daily_active_users;
  }
};

/** What a bot's turn asked the asker for; a bare figure or place in the answer is that. */
export type Awaited = { revenue: boolean; users: boolean; place: boolean };

/**
 * Reads the facts a text gives about the asker. A fact that is not said is absent.
 * @param asked the question; a purpose is read from it alone, figures and places from the thread too
 * @param thread what the asker said before, oldest first, each with what the bot had asked for
 */
export const readFacts = (asked: string, thread: Said[] = [], awaited?: Awaited): Facts => {
  const facts: Facts = {};
  let guessed = false;
  for (const said of [...thread, { text: asked, awaited }]) {
    const { text } = said;
    forgetUnread(facts, text);
    const amounts = readAmounts(text);
    if (amounts.annual_revenue_usd ?? amounts.monthly_revenue_usd) delete facts.rough_revenue;
    if (IN_GROUP.test(text)) facts.part_of_group = !tellsOfGroup(text);
    Object.assign(facts, Object.keys(amounts).length > 0 ? amounts : answered(facts, text, said.awaited));
    guessed = readPlace(facts, text, said.awaited, guessed);
    const serves = SERVES_MODELS.exec(text);
    if (serves) facts.serves_models = !DENIES.test(text.slice(0, serves.index));
    if (CORE.test(text)) facts.core_business = true;
    const assists = WORK_ASSISTANT.exec(text);
    if (assists) facts.work_assistant = !DENIES.test(text.slice(0, assists.index));
  }
  return { ...facts, ...purposeOf(asked) };
};

/** "We're part of a holding since January": whose figures count as well. */
const IN_GROUP = patternOf(
  /\b(?:(?:are|is|were|'re|'m|became|now) (?:a )?(?:part|member|subsidiary|daughter) of|belongs? to|owned by|bought by|acquired by|(?:a|the) (?:subsidiary|daughter) of) (?:an?|the|some|our) (?:[\w-]+ ){0,3}?(?:groups?|holding|concern|conglomerate|corporation|parent|multinational)\b/i,
);

export type Said = { text: string; awaited?: Awaited | undefined };

/** A bare figure is what was asked for, or what is put in the place of the one known figure. */
const answered = (facts: Facts, text: string, awaited?: Awaited): Facts => {
  const figure = awaited ? bareFigure(text) : null;
  if (figure === null || !awaited) return {};
  const known = { revenue: facts.annual_revenue_usd !== undefined, users: facts.monthly_active_users !== undefined };
  const money = awaited.revenue && !(awaited.users && known.revenue && !known.users);
  if (money) return { annual_revenue_usd: figure };
  return awaited.users ? { monthly_active_users: figure } : {};
};

/** "if we were in Zurich instead", "we moved to", "what about": the new place is put in the place of the old. */
const MOVES = patternOf(
  /\b(instead|now|rather|mov(?:e[ds]?|ing)|relocat\w+|what about|how about|what if|if (?:we|it|they|i)|not|and|und)\b/i,
);

/** @returns whether where it is used is only a guess: a place was named, and not what is there */
const readPlace = (facts: Facts, text: string, awaited: Awaited | undefined, guessed: boolean): boolean => {
  const { domiciled, usedIn, somewhere } = readPlaces(text);
  if (domiciled.length > 0) {
    facts.territories = domiciled;
    if (usedIn.length === 0 && (guessed || MOVES.test(text))) delete facts.used_in;
  }
  if (usedIn.length > 0) facts.used_in = usedIn;
  if (somewhere.length === 0) return guessed && usedIn.length === 0;
  const known = facts.territories !== undefined || (guessed && facts.used_in !== undefined);
  if (awaited && (awaited.place || known) && (awaited.place || (MOVES.test(text) && text.length < 60))) {
    facts.territories = somewhere;
    delete facts.used_in;
    return false;
  }
  facts.used_in = somewhere;
  return true;
};

/** "Is it for non-commercial use only?" is no purpose of the asker's. */
const ASKS_WHETHER_ONLY = patternOf(
  /\bis (?:it|this|that) non-?commercial|\b(?:is|are)\b[^?!]{1,60}\bnon[- ]?commercial(?:ly)?(?: use| purposes?)?[- ]only\s*\?/i,
);

const purposeOf = lately((asked: string): Facts => {
  const facts: Facts = {};
  if (NON_COMMERCIAL.test(asked) && !ASKS_WHETHER_ONLY.test(asked) && !EARNS.test(asked))
    facts.purpose = 'non_commercial';
  else if (COMMERCIAL.test(asked)) facts.purpose = 'commercial';
  else if (RESEARCH.test(asked)) facts.purpose = 'research';
  if (SELF_HOST.test(asked)) facts.self_host = true;
  if (COMPETING.test(asked))
    facts.competing =
      !/\b(don't|do not|not|no|never|without|doesn't|aren't|isn't|won't|wouldn't|cannot|can't|couldn't)\b[^.?!]{0,20}\b(compet|rival)/i.test(
        asked,
      );
  else if (NARROW.test(asked)) facts.competing = false;
  if (NARROW_PUPIL.test(asked) && !SPEAKS.test(asked)) facts.narrow_pupil = true;
  if (RESELLING.test(asked)) facts.reselling = true;
  if (END_USER.test(asked) && !BUILDS.test(asked)) facts.end_user = true;
  return facts;
});
