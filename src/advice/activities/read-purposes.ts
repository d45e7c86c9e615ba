import { patternOf } from '../../patterns/pattern-of.ts';
import { words } from './words.ts';

const PAYING = '(?:(?:our |the |paying |external |a |an )*(?:customers?|clients?|kunden|kunde|clientes?))';

/** Work of the organisation itself. */
const INTERNAL: RegExp[] = [
  words(
    'internal(?:ly)?',
    'in[- ]house',
    'intranet',
    'air[- ]?gapped',
    'back[- ]?office',
    'self[- ]?host(?:ed|ing)?',
    'on[- ]?prem(?:ise|ises)?',
    'behind (?:our|the) firewall',
    'company[- ]internal',
    '(?:our|the|my|their) (?:own )?(?:\\d+ )?(?:employees|staff|colleagues|workforce|engineers|developers|devs|dev team|developer team|coders|programmers|support team|hr|accountants|lawyers|interns|team|teams|people|folks|office|warehouse|factory|lab(?! (?:course|class))|plant|shop floor|department|legal department|marketing department|back office|agents at work)(?! (?:is|are|sits?|based) (?:in|from|at)| in [A-Z])',
    '(?:employees|staff|colleagues|devs|workers) (?:use|using|at|of|to|only)',
    '(?:devs|staff|team) at (?:our|the|work)',
    'at work',
    'at the office',
    'for work',
    'inside (?:our|the|my|this) (?:\\p{L}+ )?(?:company|organi[sz]ation|firm|bank|agency|group|hospital|team|house|network)',
    'within (?:our|the) (?:company|organi[sz]ation|firm|group)',
    'own (?:servers?|hardware|infrastructure|use|cluster|gpus|warehouse|machines?|premises)',
    'only (?:for )?(?:us|ourselves)',
    'just (?:for )?(?:us|ourselves)',
    '(?:for|by) ourselves',
    'only we',
    'no ?(?:body|one) (?:else|outside)',
    'never leaves (?:the|our) (?:building|house|company|network)',
    'company use(?! M0DEL| it| this)',
    'in our (?:\\p{L}+ )?office',
    'on the factory server',
    'intern(?:e|er|en|es)?',
    'firmenintern',
    'inhouse',
    'im unternehmen',
    'in der firma',
    'en interne',
    'interno',
    'interna',
    'internamente',
    'landesbehörde',
    'behörde',
  ),
  /内部|公司内|自用|私有化|本地部署|社内|自社/,
];
/** Somebody else pays: what stands on their premises is no internal use. */
const FOR_CLIENT = patternOf(
  `(?<!\\p{L})(?:for|at|für|bei|chez|para) ${PAYING}(?!\\p{L})|(?<!\\p{L})(?:get|getting|are|is) pa(?:id|yed)(?!\\p{L})|they pay us|pay us for`,
  'iu',
);

/** @returns whether the organisation's own work is spoken of */
export const staysInside = (text: string): boolean => INTERNAL.some((pattern) => pattern.test(text));
/** @returns whether it is work that a client pays for */
export const forClients = (text: string): boolean => FOR_CLIENT.test(text);

const RESEARCH: RegExp[] = [
  patternOf(
    /\bat the uni\b|\bresearchers? (?:want|would like|plan|study)\b|\ba paper is the (?:goal|aim)\b|\bto compare (?:it|them) with\b[^.?!]{0,40}\bbefore (?:we )?buy\w*/i,
  ),
  patternOf(
    /\bfor (?:our |internal |academic |scientific )?research(?: purposes?)?[ -]only\b|\bresearch\b(?! licen[sc]e|er?s? (?:licen|agree)|[- ]only)|\bacademic\b|\bacademia\b|\bthes[ie]s\b|\bphd\b|\buniversit(?:y|ies|ät|é)\b|\bdissertation\b|\b(?:for|in) (?:my|our|an?|the) (?:\w+ ){0,3}paper\b|\bscientific\b|\bbenchmark(?:ing|ed)?\b|\bnoncommercial( use| purposes?| project)?\b(?! licen[sc]e)|\bevaluat(?:e|ion|ing)\b|\bhobby\b|\bstudents\b(?! models?)|\b(?:an?|my|our|phd|master'?s?|as a) (?:\w+ )?student\b(?! model)|\bstudent (?:project|film|work|thesis|club|team)\b|\bteach(?:ing)? (?:an? )?(?:\w+ )?(?:class|course|students|school|kids|pupils)|\bfor teaching\b|\bteaching\b(?! (?:an?|our|another|the) (?:\w+ )?model)|\b(?:class|course)room\b|\beducation(?:al)?\b|\b(?:public |primary |high )?school\b|\bmaster'?s? project\b|\bno money (?:involved|changes)?|\bunpaid\b|\bforschung\p{L}*|\brecherche\b|\binvestigación\b/iu,
  ),
  /研究|学术|论文|非商业|非商用|教学/,
];
/** @returns whether research, study, teaching or another purpose without gain is spoken of */
export const isResearch = (text: string): boolean => RESEARCH.some((pattern) => pattern.test(text));

/** "15 bucks a month" is taken, unless it is what something costs the asker. */
const PRICE = patternOf(
  /(?<!\b(?:pay|pays|paying|paid|costs?|rent|rents|renting|spend|spends|budget|bill|gpus?|servers?)\b[^.?!]{0,25})(?:[€$£] ?\d[\d.,]*|\b\d[\d.,]* ?(?:bucks|dollars|usd|euros?|eur|€|\$|£|pounds|quid|francs|chf)) ?(?:a|per|each|every|\/) ?(?:month|week|year|hour|lesson|evening|night|user|seat|head|picture|image|song|clip|monat|mois|mes|mese)\b/i,
);
/** @returns whether what people pay the asker is told */
export const takesMoney = (text: string): boolean => PRICE.test(text);

const COMMERCIAL: RegExp[] = [
  PRICE,
  patternOf(
    /\b(?:phone|telephone|customer|service|support) (?:hotline|line|bot)\b|\bhotline (?:bot|agent|voice)\b|\b(?:ad|advertising|commercial) (?:spots?|clips?|films?)\b|\b(?:runs?|running|sits?|sitting|works?|working|powers?) behind (?:our|my|the) (?:[\w-]+ ){0,2}(?:sites?|websites?|shop|store|portal|faq|help ?desk|search|hotline|checkout)\b|(?<!no |without a |without )\bprice tag\b|\b(?:costs?|charg\w+|take|ask)\b[^.?!]{0,15}\d[^.?!]{0,15}\b(?:per|a|each|for (?:the|every|each)) (?:download|copy|seat|licen[cs]e|user|month|year|file|piece|image|call|head)\b/i,
  ),
  patternOf(
    /\b(?<!non[- ]?)com+[ei]r[cs]i?al+(?:ly)?\b|\bsell(?:ing|s)?\b|\bsold\b|\bfor sale\b|\bmoneti[sz]\w*|\bfor[- ]profit\b|\b(?:make|earn|making|earning|makes) (?:\w+ )?(?:money|revenue|cash|profit)\b|\bcash in\b|\bpaid\b(?! (?:tier|plan|account|subscription|licen[cs]e) of)|\bpaying (?:users?|customers?|clients?|subscribers?|people)\b|\b(?:resale|re-?sell(?:ing|s)?)\b|\b(?:in|for|into|to) prod(?:uction)?\b|\bproductioni[sz]e|\bproductive use\b|\bgo(?:ing|es)? live\b|\bproduction use\b|\bclients?['’]? (?:work|projects?|films?|sites?|jobs?|deliverables?)\b|\bclient\b|\bfor (?:our |a |my |doing )?business\b|\bbusiness (?:use|purposes|model|customers)|\benterprise\b|\b(?:in|for|on|into|inside) (?:our|a|my|the|an) (?:[\w-]+ ){0,3}(?:service|startup|start-up|company|business|firm|shop|store|chatbot|bot|website|site|platform|marketplace|newsletter|magazine|campaign|agency|saas|pipeline|stack|workflow|backend|feature|helpdesk)s?\b|\bcustomer[- ]facing\b|\bfor (?:our |paying )?(?:customers|clients)\b|\bcust(?:o)?mers?\b|\bweb ?shop\b|\be-?commerce\b|\bonline (?:shop|store)\b|\bmarketplace\b|\bcharg(?:e|es|ing)\b|\binvoic\w*|\bbill(?:s|ed|ing)?\b(?! of)|\bfor profit\b|\bbanner ads?\b|\b(?:run|runs|running|show|shows|with|sell|place) (?:\w+ )?ads\b|\bad[- ](?:supported|funded|financed|revenue)\b|\badverts?\b|\badvertis\w*|\bcommerci?al(?:s)?\b|\bfor (?:a )?(?:fee|money)\b|\bsubscription\b|\bkommerziell\p{L}*|\bgewerblich\p{L}*|\bverkauf\p{L}*|\bgeschäftlich\p{L}*|\bcommerciale?s?\b|\bcommercialement\b|\bvend(?:re|er|ons)\b|\bcomercial(?:mente)?\b|\bproduktiv\b/iu,
  ),
  patternOf(/商用|商业|收费|付费|赚钱|盈利|卖(?!家)|出售|销售|产品(?:里|中)|公司(?:想|要|能)/),
];
/** @returns whether business or gain is spoken of */
export const isCommercial = (text: string): boolean => COMMERCIAL.some((pattern) => pattern.test(text));
