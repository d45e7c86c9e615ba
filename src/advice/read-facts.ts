import { readAmounts } from './amounts.ts';
import type { Facts } from './facts.ts';
import { readPlaces } from './places.ts';

const NON_COMMERCIAL =
  /\bnon[- ]?commercial(ly)?\b|\b(?<!(?<!we |i |use |usage |project |purpose |work )(?:is|are) )(?:nothing|no|not|without(?: any)?|zero)\b (?:for |a |any |at all )?commercial(?:ly)?(?= (?:intent\w*|purposes?|goals?|aims?|gain|interests?|project|activit\w+)|\s*[,.;)!]|\s*$)|\bno (?:money|profit)(?: is)? (?:involved|made)\b|\bunfunded\b|\bnot for profit\b|\bnon[- ]?profit\b|\bhobby\b|\bpersonal (use|project)|\bfor fun\b|非商业|非商用|个人使用/i;
/** Who sells, or is paid, is commercial, whatever else is called non-commercial in the question. */
const EARNS =
  /\b(?<!(?:not|never|don't|won't|without|no|nor|or) (?:to )?)(sell|selling|sold|monetis\w+|monetiz\w+|charge|charging|paying (?:users|customers|clients|subscribers))\b(?! (?:\w+ )?(?:prints?|images?|pictures?|art\w*|songs?|videos?|them|those|posters?)\b)/i;
const RESEARCH =
  /\b(academic|university|phd|thesis|dissertation|(?:my|our|an?|the) (?:\w+ ){0,3}paper\b|research (project|purposes?|paper|lab|group)|for research|scientific|学术|研究)/i;
const COMMERCIAL =
  /\b(?<!non[- ]?)commercial(ly)?\b|\bsell\b|\bselling\b|\bsold\b|\b(our|the) (brand|marketing|company|business|agency|startup|shop|firm|employer)\b|\bpaid\b|\bpaying\b|\bmoneti[sz]e|\bfor profit\b|\bcustomers?\b|\bclients?\b|\bour product\b|\brevenue\b|\bsaas\b|商用|商业|收费|盈利/i;
const SELF_HOST =
  /\b(host|hosting|run|running|deploy|serve|serving)\b[^.?!]{0,25}\bweights\b|\bself[- ]?host|\bon[- ]?prem|\bour own (hardware|servers?|gpus?|machines?|infrastructure|data cent)|\blocal(ly)?\b|\bdownload\b|\bbehind our firewall|\bair[- ]?gapped|\boffline\b|私有化|本地部署/i;

const COMPETING =
  /\b(compet(e|es|ing|itors?|itive|ition)|rivals?|alternatives? to|(?:as|an?|our) (?:\w+ )?alternative)\b|竞争/i;
const SERVES_MODELS =
  /\b(?:model[- ]as[- ]a[- ]service|maas|(?:inference|model|llm)[- ](?:provider|platform|hosting|api (?:provider|business|platform)|marketplace)|inference (?:service|business|cloud))\b|模型即服务/i;
const DENIES = /\b(?:no|not|don't|do not|doesn't|isn't|aren't|never|without)\b[^.?!,;]{0,30}$/i;

/** Models that sort and find, not models that answer: no provider's own product. */
const NARROW = /\b(classifiers?|classification|embeddings? model|embedder|re-?rankers?|ranking model)\b|分类器/i;

/** Selling on what somebody else hosts: access, tokens, an account, the service as it is. */
const RESELLING =
  /\b(?:re-?sell|resale|re-?sold|mark(?:ing|ed)?[- ]?up|mark-?up|sub-?licen[sc]e|white[- ]?label|rent out|lease|pass through|sell(?:ing)? on)\w*\b[^.?!]{0,50}\b(?:api|apis|access|tokens?|credits?|accounts?|seats?|subscriptions?|service|services|endpoint|inference|MODEL|it)\b|\b(?:sell|selling|offer|offering)\b[^.?!]{0,20}\b(?:api )?(?:access|tokens|credits|seats)\b|\b(?:as|our|a) (?:own )?stand-?alone (?:product|service)\b/i;

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

/**
 * Reads the facts a text gives about the asker. A fact that is not said is absent.
 * @param asked the question; a purpose is read from it alone, figures and places from the thread too
 */
export const readFacts = (asked: string, thread: string[] = []): Facts => {
  const facts: Facts = {};
  for (const text of [...thread, asked]) {
    forgetUnread(facts, text);
    Object.assign(facts, readAmounts(text));
    const places = readPlaces(text);
    if (places.domiciled.length > 0) facts.territories = places.domiciled;
    if (places.usedIn.length > 0) facts.used_in = places.usedIn;
    const serves = SERVES_MODELS.exec(text);
    if (serves) facts.serves_models = !DENIES.test(text.slice(0, serves.index));
  }
  if (NON_COMMERCIAL.test(asked) && !/is (it|this|that) non-?commercial/i.test(asked) && !EARNS.test(asked))
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
  if (RESELLING.test(asked)) facts.reselling = true;
  return facts;
};
