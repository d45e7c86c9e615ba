import { patternOf } from '../../patterns/pattern-of.ts';
import { words } from './words.ts';

const N = '[^.?!;]';

/** Things that reach somebody else's hands with the model in them. */
const PRODUCT =
  '(?:products?|produkt\\p{L}*|kundenprodukt\\p{L}*|produits?|productos?|apps?|applications?|applis?|plug-?ins?|extensions?|add-?ons?|ide|editors?|(?:video |computer |mobile )?games?|sdks?|librar(?:y|ies)|firmware|appliances?|devices?|gadgets?|handsets?|phones?|smartphones?|tablets?|wearables?|smart ?watch(?:es)?|watches|tvs?|set-?top(?: box(?:es)?)?|routers?|cameras?|drones?|robots?|cars?|vehicles?|head units?|dashboards?|toys?|vending machines?|coffee machines?|machine we (?:sell|ship|build)|locks?|speakers?|consoles?|kiosks?|booths?|closed box(?:es)?|sealed box(?:es)?|installers?|distro|images? we ship|chips?|line of products|client software|(?:tools?|software|suites?|hardware|systems?)(?= (?:that )?(?:we|they|our company) (?:sell|ship|market|distribute|license))|(?:paid|commercial|closed|sold|customer) (?:tools?|software)|configurator|smart ?locks?|desktop client|binary|book machine|设备|产品|应用|软件|手机)';
const OURS =
  "(?:our|a|an|the|my|your|their|its|one|some|any|this|that|each|every|all|customers?|clients?|someone(?:’s|'s)?|unsere?[mnrs]?|eine?[mnrs]?|ein|der|dem|das|notre|nos|un|une|una|nuestro|nuestra|paid|commercial|closed|mobile|offline)";
const ADJECTIVES = '(?: [\\p{L}\\p{N}.+-]+){0,4}?';

/** The model goes into something that is delivered. */
const IN_PRODUCT: RegExp[] = [
  patternOf(
    `(?<!\\p{L})(?:in|into|inside|within|onto|on|under|im|ins|dans|en|sur) (?:${OURS} )?${'(?:[\\p{L}\\p{N}.+-]+ ){0,4}?'}${PRODUCT}(?!\\p{L})`,
    'iu',
  ),
  patternOf(
    `(?<!\\p{L})(?:for|für|pour|para) ${OURS}${ADJECTIVES} ${PRODUCT}(?!\\p{L})(?! (?:team|users|customers|division|company))`,
    'iu',
  ),
  patternOf(
    `(?<!\\p{L})(?:embed|bundl|bak|packag|incorporat|integrat|preinstall|pre-install|vendor|burn|flash|built|build|compil)\\p{L}*(?!\\p{L})${N}{0,40}(?<!\\p{L})(?:in|into|with|inside|on|as part of)(?!\\p{L})${N}{0,30}(?<!\\p{L})${PRODUCT}(?!\\p{L})`,
    'iu',
  ),
  patternOf(
    /\b(?:embed|embedding|embedded|bundle|bundled|bundling|ship|ships|shipping|shipped|integrate|integrating|vendor|vendored|vendoring|bake|baking|preinstall(?:ed)?|einbauen|eingebaut|einbetten|ausliefern|intégrer|embarquer|integrar)\b (?:it|this|them|that|M0DEL|with)\b|\bM0DEL,? (?:vendored|embedded|bundled|baked|built|shipped|preinstalled|integrated|burned)\b|\b(?:einbauen|einbetten|ausliefern|mitliefern|intégrer|embarquer)\b/iu,
  ),
  // "we sell a box with M0DEL on it"
  patternOf(
    /\b(?:sell|ship|deliver|leas|rent|mak)(?:e|es|ing|s|ping)? (?:out )?(?:an? |the |our |small |little )*(?:[\w-]+ ){0,2}?(?:box(?:es)?|kiosks?|machines?|units?|terminals?|robots?|boards?) (?:with|that (?:has|have|runs?|contains?|carr(?:y|ies))) (?:the |an? )?M0DEL\b/i,
  ),
  // "in the box that we sell to hospitals"
  patternOf(
    /\b(?:in|into|inside|on) (?:the|an?|our|each|every) (?:\w+ ){0,2}(?:box(?:es)?|kiosks?|machines?|units?|players?|robots?|boards?|sticks?|discs?|drives?|image|consoles?|terminals?) (?:that |which )?(?:we|i) (?:sell|ship|deliver|lease|rent out|hand out|give)\b/i,
  ),
  patternOf(
    /\bon[- ]device\b|\bat the edge\b|\bedge (?:devices?|deployment|boxes|cameras?)\b|\b(?:deliver|delivering|delivered|ship|shipped|shipping)\b[^.?!]{0,40}\b(?:to|at) (?:our |the |a |paying )?(?:customers?|clients?)\b/i,
  ),
  patternOf(
    /(?<!\p{L})[\p{L}-]+ (?:product|app|appliance|device|plugin|extension|sdk|camera|drone)s?(?= we (?:sell|ship|make)|\s*[?.,!]|\s*$)/iu,
  ),
  patternOf(
    `(?<!\\p{L})${PRODUCT}(?!\\p{L})(?: (?:built|based|running|made|that runs))?(?: (?:on|upon|atop|on top of|using|powered by|with|around)) (?:the |an? )?(?:(?:\\p{L}+ ){0,2}(?:model|version|copy|checkpoint) )?(?:M0DEL|licence)(?!\\p{L})`,
    'iu',
  ),
  patternOf(
    /\bwhat (?:do|must|should|would) (?:we|i|you)(?: have| need)? to? ?(?:ship|include|bundle|deliver|put in)/i,
  ),
  patternOf(/(?:集成|嵌入|内置|打包|放进|装进|放到)[^。？！]{0,12}(?:产品|应用|设备|软件|app|手机)/i),
];

/** A thing they have, but which runs with them: no copy of the model reaches anybody. */
const OWN_TOOL = words(
  'internal tools?',
  'in-?house (?:tools?|apps?)',
  '(?:our|the) (?:internal|own) (?:\\p{L}+ )?(?:apps?|tools?|software)',
);
const EVERY_OWN_TOOL = new RegExp(OWN_TOOL.source, 'gi');

const ON_SERVER = patternOf(
  /\b(?:on|stays? on|from) (?:only )?(?:our|my|the) (?:own )?servers?\b|\bserver-?side\b|\bin (?:our|the) (?:own )?(?:cloud|data ?cent(?:er|re))\b/i,
);

/** @returns whether the model is to be delivered as part of something */
export const goesIntoProduct = (text: string): boolean => {
  const rest = text
    .replace(EVERY_OWN_TOOL, ' ')
    // what runs on a server is reached by a web app, and not in it
    .replace(ON_SERVER.test(text) ? /\bweb ?apps?\b/gi : /$^/, ' ');
  return IN_PRODUCT.some((pattern) => pattern.test(rest));
};

const OTHERS =
  '(?:(?:our |the |other |paying |external |third[- ]part(?:y|ies) |business |enterprise |public |some |a |an )*(?:customers?|clients?|users|end users|others|third[- ]part(?:y|ies)|companies|developers|the public|public|tenants|partners?|subscribers?|ministr(?:y|ies)|agenc(?:y|ies)|schools?|kunden|clients|clientes|paying people|people who pay|strangers|the world))';

/** The model runs with them and others reach it. */
const SERVED: RegExp[] = [
  patternOf(
    `(?<!self[- ]| re-)(?<!\\p{L})(?:host|serv|offer|provid|expos|rent|run|deploy|open|operat|anbiet|bereitstell|propos)\\p{L}*(?!\\p{L})${N}{0,50}(?<!\\p{L})(?:to|for|für|pour|para) ${OTHERS}(?!\\p{L})(?! (?:data|feedback|to download))`,
    'iu',
  ),
  patternOf(
    `(?<!\\p{L})(?:host|offer|provid|expos|re-?sell|sell|charg|bill|monetis|monetiz|meter|rent)\\p{L}*(?!\\p{L})${N}{0,50}(?<!\\p{L})(?:api|apis|endpoints?|access|tokens|inference|as a service|saas|service|credits|per (?:call|token|request|image|minute|month))(?!\\p{L})`,
    'iu',
  ),
  patternOf(
    /\b(?:saas|inference (?:provider|service|api|cloud|platform|business)|public inference|model[- ]as[- ]a[- ]service|maas|public (?:api|endpoint|demo|playground|space)|hosted (?:service|api|version|chatbot|offering)|as a (?:\w+ )?service|multi[- ]tenant|chatbot (?:as a service|platform)|api business|paid (?:api|endpoint)|(?:translation|image|captioning|speech|text|chat|embedding|transcription|ocr|search|inference|moderation) api\b(?! terms)|network service|over (?:the|a) network)\b|\b(?:clients?|customers?|users?|subscribers?|tenants)\b (?:\w+ ){0,3}?pay\w*\b[^.?!]{0,60}\b(?:runs? on|powered by|built on|on top of|using) M0DEL\b|\b(?:in|from|on|out of) our (?:own )?cloud\b|\brent(?:s|ed|ing)?\b[^.?!]{0,40}\bout to\b|\bbehind (?:an?|our|the) (?:\w+ )?(?:web ?ui|ui|web interface)\b/i,
  ),
  patternOf(
    /\b(?:behind|through|over|via|as) (?:an?|our|the|my|your) (?:own |paid |public |commercial |hosted |rest |open |web |\w+ )?(?:api|endpoint|saas|paywall|web ?site|web ?app|(?:web )?portal|gateway|service|url|bot)\b(?! terms)/i,
  ),
  patternOf(
    /\b(?:api|endpoint)s?\b[^.?!]{0,20}\b(?:to|for) (?:our |other |paying |external |third )?(?:customers?|clients?|others|developers|third[- ]part\w+|companies|the public|users)\b|\bas (?:an? )?(?:\w+ )?(?:api|apis|endpoint|service|saas)\b(?! terms)|\bhinter (?:unsere|eine)r? (?:api|schnittstelle)|\bderrière (?:notre|une) api\b|\bals (?:api|dienst|service|saas)\b/i,
  ),
  patternOf(
    /\b(?:let|letting|lets|allow|give|giving)\b (?:our |the |paying |other |external |real |actual |more |some )*(?:customers?|clients?|users|people|others|anyone|visitors|subscribers|the public)\b[^.?!]{0,30}\b(?:use|try|test|access|chat|talk|call|query|prompt|generate|run|try|loose|upload|(?:draw|write|play|paint|make|create|sing|compose|ask|work|translate|design)(?: \w+){0,4} with (?:it|them|M0DEL))\b/i,
  ),
  patternOf(
    /(?<!self[- ]| re-)\b(?:hosting|host)\b(?! (?:cost|provider|plan|it yourself|ourselves|it ourselves|locally|internally|only for us|my own))(?! (?:on|in) our own\b)/i,
  ),
  patternOf(
    /\b(?:users?|customers?|people|clients?|firms|companies|shops|schools|hospitals|clinics|banks|insurers|agencies|members) pay (?:us )?(?:(?:about |around )?[€$£]? ?\d[\d.,]* ?(?:[€$£]|bucks|dollars|euros?)? ?(?:\/|per|a|each)|(?:per|for|by|monthly)\b)/i,
  ),
  patternOf(/\bbehind (?:an?|our|the|my) (?:[\w-]+ ){1,3}(?:portal|platform|saas|service|api|app|product)\b/i),
  patternOf(
    /\b(?:customers?|clients?|users|people|visitors|tenants|patients) (?:only |just |can |will |then )?(?:use|open|see|reach|access|log in(?:to)?) (?:only |just )?(?:the|our|a|it (?:in|through|via) (?:the|our|a)) (?:web ?app|web ?site|site|portal|dashboard|front-?end|browser|page)\b/i,
  ),
  patternOf(
    /(?:托管|对外提供|提供|做成?|部署成?|卖)[^。？！]{0,10}(?:服务|api|接口|saas)|对外(?:服务|开放)|部署[^。？！]{0,12}(?:api|接口|对外|客户)|给客户(?:使?用|调用)/i,
  ),
];

/** Calling somebody else's API is no service of one's own. */
const CALLING = patternOf(
  /\b(?:via|through|over|using|by|with|from|call(?:ing)?|on) (?:the |its |their |an |\w+'s )?(?:official |hosted |openai |anthropic |google |mistral |bfl |\w+ )?(?:api|apis|endpoint)\b|\bM0DEL(?:'s)? api\b|\bapi (?:terms|key|keys|tier|account|credits|returns?|access)\b|\bfree tier\b/gi,
);
const RESALE = patternOf(
  /\b(?:re-?sell|resale|mark-?up|sub-?licen[sc]e|sell|rent|pass(?:ing)? through|offer|provide|expose)\w*\b[^.?!]{0,30}\b(?:api|access|tokens|endpoint|credits)\b/i,
);

/** @returns whether others are to reach the model while it runs with the asker */
export const servesOthers = (text: string): boolean => {
  if (RESALE.test(text)) return true;
  const rest = text
    .replace(
      /\b(?:behind|as|through|via|over) (?:our|an?|the|my) (?:own )?(?:paid |public )?(?:api|endpoint)\b/gi,
      (own) => own.replace(/via|through|over/i, 'behind').replace(/\bthe\b/i, 'our'),
    )
    .replace(CALLING, (call) => (/\b(?:our|behind)\b/i.test(call) ? call : ' '));
  return SERVED.some((pattern) => pattern.test(rest));
};
