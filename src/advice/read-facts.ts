import { readAmounts } from './amounts.ts';
import type { Facts } from './facts.ts';
import { readPlaces } from './places.ts';

const NON_COMMERCIAL =
  /\bnon[- ]?commercial(ly)?\b|\bnot for profit\b|\bnon[- ]?profit\b|\bhobby\b|\bpersonal (use|project)|\bfor fun\b|非商业|非商用|个人使用/i;
const RESEARCH =
  /\b(academic|university|phd|thesis|research (project|purposes?|paper|lab|group)|for research|scientific|学术|研究)/i;
const COMMERCIAL =
  /\b(?<!non[- ]?)commercial(ly)?\b|\bsell\b|\bselling\b|\bsold\b|\b(our|the) (brand|marketing|company|business|agency|startup|shop|firm|employer)\b|\bpaid\b|\bpaying\b|\bmoneti[sz]e|\bfor profit\b|\bcustomers?\b|\bclients?\b|\bour product\b|\brevenue\b|\bsaas\b|商用|商业|收费|盈利/i;
const SELF_HOST =
  /\b(host|hosting|run|running|deploy|serve|serving)\b[^.?!]{0,25}\bweights\b|\bself[- ]?host|\bon[- ]?prem|\bour own (hardware|servers?|gpus?|machines?|infrastructure|data cent)|\blocal(ly)?\b|\bdownload\b|\bbehind our firewall|\bair[- ]?gapped|\boffline\b|私有化|本地部署/i;

const COMPETING = /\b(compet(e|es|ing|itors?|itive|ition)|rivals?)\b|竞争/i;

/**
 * Reads the facts a text gives about the asker. A fact that is not said is absent.
 * @param asked the question; a purpose is read from it alone, figures and places from the thread too
 */
export const readFacts = (asked: string, thread: string[] = []): Facts => {
  const facts: Facts = {};
  for (const text of [...thread, asked]) {
    Object.assign(facts, readAmounts(text));
    const places = readPlaces(text);
    if (places.domiciled.length > 0) facts.territories = places.domiciled;
    if (places.usedIn.length > 0) facts.used_in = places.usedIn;
  }
  if (NON_COMMERCIAL.test(asked) && !/is (it|this|that) non-?commercial/i.test(asked)) facts.purpose = 'non_commercial';
  else if (COMMERCIAL.test(asked)) facts.purpose = 'commercial';
  else if (RESEARCH.test(asked)) facts.purpose = 'research';
  if (SELF_HOST.test(asked)) facts.self_host = true;
  if (COMPETING.test(asked))
    facts.competing = !/\b(don't|do not|not|no|never|without|doesn't|aren't|isn't)\b[^.?!]{0,20}\b(compet|rival)/i.test(
      asked,
    );
  return facts;
};
