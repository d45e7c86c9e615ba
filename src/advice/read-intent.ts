import type { Topic } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { fieldsIn } from './fields.ts';
import type { Intent } from './inquiry.ts';
import { lately } from './lately.ts';

const OWN_DISPUTE = patternOf(
  /\bpay or fight\b|\b(?:accept|settle|pay) or (?:sue|fight|refuse|go to court)\b|\bgot (?:a|this) (?:letter|claim|warning)\b|\b(?:our|my|the|a) (?:supplier|vendor|partner|customer|client|employer|landlord|reseller)(?:'s|s')? (?:contract|agreement)\b|\b(?:letters?|emails?|notices?|claims?) from (?:[\w']+ ){1,4}(?:lawyers?|counsel|attorneys?|legal (?:team|department))\b|\b(?:signed|sign|under) (?:an?|the|our) (?:\w+ ){0,2}(?:nda|msa|dpa|non-disclosure agreement)\b|\b(our|my|a|the) (supplier|vendor|customer|partner|client|contractor|reseller|landlord|licensor)s?\b[^.?!]{0,40}\b(breach\w*|violat\w*|infring\w*|terminat\w*|sued?|owes?)\b|\bcan (we|i) sue\b|\b((our|my) (own |\w+ ){0,2}(contract(?! (?:review|analys|draft|manage|portal|tool|app|search|summar|generat|software|assistant|bot|clause)\w*)|nda|msa|dpa|statement of work|settlement|lawsuit|dispute|litigation|court case|employment agreement)|(signed|under|in) (an?|our|the) (\w+ ){0,2}(agreement|contract) with|our (\w+ ){0,2}agreement with|sued|suing|sue (us|them|me|openai|meta|google|you|for)|lawsuit|cease[- ]and[- ]desist|in court|go to court|win (the|a|our|this|in) (case|lawsuit|court|dispute)|legal threat|infringement (claim|notice|letter)|being threatened|negotiat\w* (our|the|a|with)|hire a lawyer|need a lawyer|liable for (our|my)|our liability|am i liable|are we liable|dmca|pay damages|damages\?|claims? (that )?(we|i) owe|their claim|claim valid|lawyers? (sent|wrote|say|claim)|who wins|who would win|belongs? to (them|him|her|my employer|my ex)|fired me|my (ex-?)?employer)\b|^\s*(please |pls |can you |could you |would you )?(draft|write|review|redline|proofread)\b[^.?!]{0,40}\b(contract|agreement|nda|terms|clause|policy|letter|email|poem|haiku|limerick|story|joke|song|essay|code|scripts?|program|regex|sql|quer(?:y|ies)|macro|formula|test|function|speech|summary)\b|^\s*(please )?translate\b|我们的合同|起诉|官司|诉讼/i,
);

/** "If the card and the file contradict each other, who wins?": two texts, and no two parties. */
export const TEXTS_DISAGREE = patternOf(
  /\b(?:contradict|conflict|disagree|differ|clash)\w*\b[^?]{0,60}\b(?:who|which|what)(?: one| of them)? (?:would |then )?(?:wins?|prevails?|counts?|applies|holds|goes first|takes precedence)\b/i,
);

/** What buyers also ask and the knowledge does not hold. */
const OTHER_MATTER = patternOf(
  /\b(indemnif\w*|indemnit\w*|warrant(y|ies|s)|liabilit\w*|gdpr|hipaa|privacy|data protection|data residency|soc ?2|iso 27001|pric(e|es|ing)|how much (does|do|is|are)|what (?:do|does|would|will) [^.?!]{1,40} costs?\b(?! (?:sharing|money|royalt\w*|nothing|extra))|how many (parameters|tokens|layers)|parameter count|better than|worse than|smarter|hallucinat\w*|bias(ed)?|safe for (kids|children|minors)|carbon|energy use|sla|uptime|support contract|security audit|ai act)\b/i,
);

/** "I'm not asking about the AI Act" */
const NOT_ASKED = patternOf(
  /\b(?:not asking|don't (?:ask|care|mind)|not (?:about|interested in)|leave aside|aside from)\b[^.?!,;]{0,40}/gi,
);

/** Something is to be written or done that has nothing to do with licences. */
const ERRAND = patternOf(
  /^\W*(?:please |pls |can you |could you |would you |will you )*(?:write|draft|make|give|tell|sing|compose|generate|book|order|translate|proofread)\b(?: (?:me|us|a|an|the|some|this|my|short|little|nice|python|bash|excel))*[^.?!]{0,30}\b(?:poem|haiku|limerick|story|joke|song|essay|speech|recipe|scripts?|program|regex|sql|macro|formula|email|birthday|table for|flight|hotel|taxi|pizza|into (?:german|french|spanish|english|chinese))\b/i,
);

/** Technical help and shopping. */
const SUPPORT = patternOf(
  /\b(why (is|does|are|do|am) (my|the|i)\b|(?:python|javascript|typescript|java|sql|excel|docker|kubernetes|git|bash|css) (?:q|question|help)\b|how (?:do|can|should) (?:i|we|you) (?:merge|sort|parse|loop|concat\w*|join|filter|read|iterate)\b[^.?!]{0,30}\b(?:dicts?|lists?|arrays?|strings?|files?|tables?|branches|data ?frames?|csvs?|json)\b|error|bug|crash\w*|out of memory|cuda|vae issue|stack ?trace|traceback|how (do|can|should) i (install|run|load|prompt|code|speed up|debug|fix)|should i buy|which (laptop|gpu|computer)|benchmark scores?|best prompt|context (length|window)|\b(?:run|answer|respond|generate|load)\w* (?:\w+ )?(?:faster|quicker|slower)|latency|tokens? per second|vram|how (fast|accurate|good) is)\b/i,
);

const COMPARE = patternOf(
  /<->|<=>|\bcompared (?:to|with|against)\b|\bwhich (?:one|of (?:the two|them|these|those|both))\b[^.?!]{0,20}\b(?:without|fewer|less|no) (?:strings|conditions|limits|restrictions|catch\w*)\b|\bwhere do (?:the|their|these|those|both) (?:licen[cs]es?|terms|two) (?:part|differ|diverge|disagree)\b|\bMODEL\b[^.?!]{0,12}(?:→|⇒|->|=>) ?MODEL\b|\bhow do(?:es)? (?:that|this|it|these|they)(?: one)? compare\b|\bpart ways\b|\bdoes it matter (?:which|to us|for us)\b|\bwhat (?:moved|changed) between\b|\b(?:are|is|do|have|has) (?:these|they|those|both|the two|it)\b[^.?!]{0,30}\bsame licen[cs]e\b|\b(lequel|laquelle|lesquels|welche[sr]? (?:von|der|ist|hat)|quel(?:le)? est (?:le|la) plus|cuál (?:es|tiene))\b|(?<!\b(?:rules?|clauses?|bans?|anything|something|nothing|policy|polic(?:y|ies)|discriminat\w*|protest\w*|claims?|do|have) )\bagainst\b(?! (?:the |our |its |their |any )?(?:rules?|terms|law|licen[cs]e|polic|training|using|use\b|commercial))|\b(next to each other|compare|comparison|versus|vs\.?|differences?|differ|side by side|which (one |of (them|these|those|the two|the three) )?(is|are|has|would|should|can|allows?|licen[cs]e|model|one)\b.*\b(or|better|more|less|fewer|stricter|easier|simpler|safer|freer|looser)|more (permissive|open|restrictive|liberal)|less restrictive|stricter|better licen[cs]e|between)\b|对比|比较|区别|哪个更/i,
);

const SHORTLIST = patternOf(
  /\bonly (?:the )?ones? (?:where|that|which|with|without|whose)\b|\bwhat can (?:be|serve as|act as|work as) (?:the|our|an?)\b|\b(?:need|want|looking for)\b[^.?!]{0,60}\b(?:who|what|which)(?:['’]s| is| are)? left\b|\bany others? (?:ones? |models? )?(?:from|on|in) (?:the|your) list\b|\bwhich ones? would you (?:take|pick|use|choose|recommend)\b|\b(which one (can|could|should|may) we (use|take|pick|go with))\b|\b(?:so |then )?(?:which|what) (?:one|ones|else|other(?: one)?s?) (?:would|is|are|comes?|has|have|can|could)\b[^.?!]{0,30}\b(?:free of|without|allowed?|permissive|no (?:such|strings|limits?))|\b(which|what|any|recommend|suggest|find|list|show|(?<!['’]s )name(?! at all)|give|looking for|need|want|are there|is there|search|shortlist|options for)\b[^.?!]{0,80}\b(models?|llms?|alternatives?|options?|vlms?|tts|asr|text[- ]to[- ](speech|image|video)|speech[- ]to[- ]text|stt|generators?|transcri(ption|bers?)|embeddings?)\b|\balternatives? (to|for)\b|\bshortlist\b|\b(?:what|which|anything|something|else|use|take|try|pick)\b[^.?!]{0,40}\binstead of\b|\bwhat's an? [^?]{0,40}\bmodel\b[^?]{0,60}\b(with|w\/|that|under|for)\b|哪些模型|推荐[^。？]{0,40}模型|有(什么|哪些)[^。？]{0,12}模型/i,
);

/** "Speech to text that I can sell", "text model around 8b, ideas?": a kind of model, and what it has to be. */
const IDEAS = patternOf(
  /\b(?:models?|llms?|vlms?|tts|asr|ocr)\b[\s\S]{0,120}\b(?:names please|any names|is there more than one|more than one\?|some names)|^\W*(?:\w+ ){0,4}?(?:models?|llms?|vlms?|tts|asr|ocr|speech[- ]to[- ]text|text[- ]to[- ](?:speech|image|video)|generators?|embeddings?|rerankers?|transcription|diari[sz]ation)\b[^.?!]{0,50}\b(?:that|which) (?:we|i|you|one) (?:can|may|could)\b|\b(?:models?|llms?|vlms?|tts|asr|ocr)\b[^.?!]{0,60}\b(?:ideas|suggestions|recommendations|candidates|pointers|options)\s*\?|\bpoint (?:me|us) (?:at|to)\b[^.?!]{0,60}\b(?:models?|llms?|tts|asr|generators?)\b/i,
);

/** "Best vision model under Apache", "small models for phones": a request without a verb, or for the best. */
const WANTED = patternOf(
  /^\s*(?:(?:hi|hey|hello|ok|so|and|pls|please|also)\b[,!.]? *)*(?:(?:an?|the|any|some|good|decent|free|small|tiny|large|big|fast|cheap|open|permissive|licen[cs]ed|LICENCE|or|and|\/|,|non-?commercial|commercial\w*|usable|friendly|self-?host\w*|local|[\w-]*\d[\w.-]*|vision|image|video|speech|text|to|voice|cloning|recognition|audio|music|code|coding|chat|time|series|forecasting|forecast|tabular|instruct|embeddings?|multimodal|multilingual|ocr|transcription|translation|reasoning|generation|apache|mit)\b[\s,/]*){1,9}(?:models?|re-?rankers?|embedders?|transcribers?|llms?|vlms?|tts|asr|stt|generators?)\b(?! ?(?:is|are|was|has|card|licen[cs]e|terms|weights)\b)|^\s*(?:models|llms|vlms) (?:that|which|with|under|for|to|we|i|in|licensed)\b|\b(?:best|top|strongest|smallest|largest|newest|leading)\b[^.?!]{0,50}\b(?:models?|llms?|vlms?|tts|asr|stt|generators?|embeddings?)\b/i,
);

/** "What licence …", "which laptop …", "what do we ship with CC0 models": something else is asked for than a model. */
const NO_SHORTLIST = patternOf(
  /(?!.*\bwhat (?:have you got|do you have|else have you)\b)(?:\bwhat if\b|\bwhat (?:do|does|did|must|should|can|could|may|might|would|has|have|needs?|happens)\b(?! be (?:the|our|an?)\b)(?! (?:we|i|you|they) (?:use|pick|choose|take|recommend|suggest|have|offer)\b)|\b(which|what)('s| is| are)? (the |an? )?(licen[cs]e|notice|badge|label|terms?|clause|laptop|gpu|computer|book|course|hardware|company|law|difference|kind of licen|conditions?|restrictions?|obligations?)\b)/i,
);

const SHIP = patternOf(
  /\bwhat (?:do we have )?to (?:show|display|credit|mention|ship|include|bundle|attach|deliver|put in)\b|\b(?:stickers?|line|mention|note|link|sentence|footer|licen[cs]e file|copy|credit|name)\b[^.?!]{0,40}\b(?:enough|sufficient|suffices?)\b|\bdo (?:we|i) owe\b|\bwhat(?:['’]?s| is) (?:needed|required|due|to be shipped)\b|\bwhat (?:do|must|should) (?:we|i) (?:have to |need to )?pass (?:on|along)\b|\bwhat\b[^.?!]{0,30}\b(ship|include|bundle|display|show|deliver|attach|credit|mention|put)\b[^.?!]{0,40}\b(with|in|on|along|product|app|about|when|if|it)\b|(?<!white[- ])\b(attribution|notices?|credits?(?! (?:scor|card|risk|rating|union|bureau|check|limit|report|assess|decision|bank|worth|application))|obligations?|badge|label(?! (?:\d|(?:our|my|the|these|those|mails?|data|images|photos|samples)\b)))\b|\bhow (do|should|must) (we|i|you) (attribute|credit|cite|acknowledge|comply)|\b(what|which) (files?|texts?|notices?|documents?|conditions?|requirements?|duties|steps)\b|\brequirements?\b|\bcomply\b|\bcompliance\b|\bdo we (have|need) to (display|show|include|credit|attribute|mention|name|say|tell|publish|disclose|open[- ]?source|share|register|ship|keep|add)\b|\b(requires?|obliges?|forces?) (us|me|you|one|users|anyone) to\b|\bmust (we|i) (display|show|include|credit|attribute|mention|name|say|tell|publish|disclose|open[- ]?source|share|register|ship|keep|add)\b|\bwhat (do|must|should) (we|i) (have to |need to )?do\b|随附|署名|需要附带|声明什么|标注|标识|徽标/i,
);

const CLASSIFY = patternOf(
  /\bhow far open\b|\bhalf[- ]open\b|(?<=[:,] ?)open ?\?|\bdata\b[^.?!]{0,25}\b(?:checkpoints|code)\b[^.?!]{0,30}\bout there\b|\bopen[- ]?sourced?\b(?! (product|app|application|software|project|tool|library|repo\w*|plugin|code ?base|stack))|\bopen[- ]?weights?\b|\bosi\b|\bosaid\b|\bfoss\b|\bfloss\b|\blibre\b|\bfree(?:[/ -]| and )(?:(?:libre|open)(?:[- ]source)?(?:[/ -]| and ))?software\b(?! (?:products?|apps?|applications?|projects?|tools?|librar\w+|repo\w*|plugins?|code ?base|stack))|\bhow open\b|\bopen about\b|\bopenness\b|\b(truly|really|fully|actually|genuinely|properly) open\b|\bsource[- ]available\b|\bopen[- ]?wash\w*|\b(is|are) [\w. -]{2,40} (an? )?open( model)?\b(?! (to|for|at|models (?:ban|forbid|exclude|allow)))|\bcategory\b|\bclassified\b|\bclassify (?:it|this|that|MODEL)\b|\bclassification of (?:it|this|that|MODEL)\b|\bhow\b[^?]{0,30}\bclassif\w+|\bwhat kind of (open|model)\b|\btraining (data|code|set|corpus)\b[^?]{0,40}\b(public|released|available|open|published|disclosed)\b|\b(releas|publish|disclos|shar|reveal|say)\w* (its |the |their |what |any )?(training )?(data|code|datasets?)\b|\b(training data ?(?:sets?)?|training set|training code|checkpoints)\b(?! (for|from|of our|to))|\bwas\b[^?]{0,30}\btrained on\b|\bweights\b[^.?!]{0,40}\b(available|public|released|downloadable|open|(?<!\brul(?:e|es|ed|ing) (?:\w+ )?)out)\b|\b(download|get) (the )?weights\b|\bproprietary\b|\bclosed[- ]?source\b(?! (?:\w+ )?(?:products?|apps?|applications?|software|projects?|tools?|library|repo\w*|plugins?|code ?base|stack|systems?|devices?|services?|platforms?|games?|firmware|machines?))|\bclosed[- ](model|weights?)\b|\b(is|are) MODEL (really |still )?closed\b|\breproduc\w+|开源吗|是(不是)?开源|开放权重|算开源/i,
);

/**
 * "Poses as open", "calls itself open", "the open badge": openness that is claimed. A badge, label or sticker of that kind
 * is not one that a licence asks for.
 */
const CLAIMS_OPEN = patternOf(
  /\b(?:(?:call|bill|brand|market|present|tout|sell|pass|dress)(?:s|es|ed|ing)?|(?:styl|advertis|describ|pos|parad|masquerad)(?:e|es|ed|ing)|sold)\b[^.?!]{0,30}?\b(?:as|itself|themselves|it|them)\b (?:an? |being |to be )?(?:\w+ly )?["'“‘]?open\b(?! (?:to|for|at|about|beta))|\bopen["'”’]? (?:badges?|labels?|stickers?|tags?|claims?|banners?|monikers?)\b|\b(?:badges?|labels?|stickers?|tags?|claims?|banners?|monikers?) (?:of )?(?:being )?["'“‘]?open\b(?! (?:to|for|at|about))/i,
);

const LICENCE = patternOf(
  /\bsince when (?:is|was|are)\b|\bwhat was it before\b|\bwho is right and when\b|\bwhat happens\b|\b(which|what|whose)('s| is| are)?[^.?!]{0,20}\blicen[cs]es?\b|\blicen[cs]e (of|for|does|is|text|terms|says?|version)\b|\blicen[cs]es? (does|do|is|are|has|have)\b|\bhow is [^?]{2,60} licen[cs]ed\b|\blicen[cs]ed under\b|\bunder (which|what)\b|\bwhat (does|do) [^?]{2,80} (licen[cs]e|terms|agreement|policy)\b[^?]{0,30}\b(say|allow|require|mean|forbid|prohibit|permit|cover)|\b(terms|conditions|restrictions|catch|fine print|limits|limitations)\b|\bwhat('s| is| are) (the )?(licen[cs]e|terms|restrictions?|conditions|catch)\b|\b(who (made|makes|developed|released|owns|built|trained|published)|when was|what is .{2,40} based on|built on|base model|derived from|lineage)\b|\b(changed|change|relicen[cs]ed|updated|history)\b|什么许可|许可证|什么协议|授权协议/i,
);

const TOPICS: [Topic, RegExp][] = [
  ['patents', /\bpatents?\b|专利/i],
  ['trademarks', patternOf(/\btrade ?marks?\b|\blogos?\b|\bbrand name\b|商标/i)],
  [
    'termination',
    patternOf(
      /\bwhat (?:happens|follows|are the consequences)\b[^.?!]{0,20}\b(?:break|breach|violat\w*|ignor\w*)\b|\bterminat\w*|\b(?:ends?|pulls?|loses?|losing|lost) (?:the |our |my |all |its |their )?(?:licen[cs]e|rights|permission)\b|\b(?:licen[cs]e|rights|permission) (?:ends?|stops?|lapses?|expires?)\b|\brevo(ke|ked|king|cation|cable)\b|\bwithdraw(n|al)?\b|\btake (it|them|the licence|the license) (away|back)\b|\bcancel\w*\b.*\blicen|终止|撤销/i,
    ),
  ],
  [
    'changes_to_terms',
    patternOf(
      /\b(?:terms|licen[cs]es?|LICENCE|polic(?:y|ies))\b[^.?!]{0,12}\b(?:can|may|could|might|will)(?: be)? (?:change[ds]?|updated?|altered|amended)\b|\b(change|update|alter|amend)s? (the |its |their )?(terms|licen[cs]e|policy|conditions)\b(?! (of|from|to) (llama|gemma))|\bretroactive(ly)?\b|\brug ?pull\b|\bshut (us |it |them )?(off|down)\b|\bshut off our\b|\bcut (us |it )?off\b|\bswitch (us |it )?off\b|\brestrict\b[^.?!]{0,30}\bremotely\b|\bstop us\b|\bturn (it )?off\b|\bkill ?switch\b|\brestrict our (use|usage|access)\b|修改条款/i,
    ),
  ],
  [
    'governing_law',
    patternOf(
      /\b(?:under (?:which|what|whose) law|what law|law (?:applies|governs))\b|\b(?:german|french|english|californian?|american|chinese|korean|swiss|dutch|new york|delaware) (?:law|courts?),? or\b|\bor (?:under )?(?:german|french|english|californian?|american|chinese|korean|swiss|dutch|new york|delaware)(?: (?:law|courts?)\b| for\b|\?)|\b(governing law|jurisdiction|which (law|court|courts)|applicable law|whose law|courts? of|arbitration)\b|适用法律|管辖/i,
    ),
  ],
  [
    'territory',
    patternOf(
      /\b(territor(y|ies|ial)|which countries|excluded? countr|geographic\w*|regions? (excluded|restricted)|(?:eu|europe\w*) (?:thing|rule|exclusion|ban|clause|restriction|carve-?out)s?|available in (the )?(eu|europe|uk|china)|(in|for|from) (the )?(eu|europe|european union|uk|korea)\b[^?]{0,30}\b(excluded|allowed|licensed|restricted|banned|use|available))|地区|地域/i,
    ),
  ],
  [
    'naming',
    patternOf(
      /\b((?<!\b(?:their|his|her|by|first|last|family|full|user|customers?|domain|maiden) )nam(e|ing)|call (it|our|the)|prefix|rename|begin(s|ning)? with|badge|built with|powered by)\b|命名|名称/i,
    ),
  ],
  [
    'use_restrictions',
    patternOf(
      /\b(prohibited|forbidden|banned|restricted|disallowed|unacceptable|acceptable) (uses?|use[- ]cases?|use policy)\b|\bacceptable use\b|\buse[- ](restrictions?|based|policy)\b|\baup\b|\bwhat (can't|can not|cannot|may we not|must we not|are we not allowed)\b|禁止|限制用途/i,
    ),
  ],
  [
    'output_ownership',
    patternOf(
      /\b(?:images?|pictures?|outputs?|texts?|videos?|songs?|designs?)\b[^.?!]{0,40}\b(?:are|is) ours\b|\b(?:are|is) (?:the |these |those |our |all )*(?:images?|pictures?|outputs?|texts?|videos?|songs?|designs?|results?)\b[^.?!]{0,40}\bours\b|\b(?:who (?:owns?|holds?)|(?:do we|do i|does [\w ]+) own)\b[^?]{0,30}\b(outputs?|generated|images?|pictures?|photos?|art(?:works?)?|designs?|texts?|summar(?:y|ies)|drafts?|copy|translations?|transcripts?|songs?|music|videos?|clips?|voices?|audio|code|content|answers?|results?|it (?:produces|generates|writes|makes|creates)|(?:MODEL|the model|the bot) (?:produces|generates|writes|makes|creates|made|wrote))\b|\bowner(ship)? of (the |its )?(outputs?|generated|results)|\boutputs?\b[^?]{0,20}\b(ours|belong)|归谁|所有权/i,
    ),
  ],
];

const PREMISE = patternOf(
  /(?:^|[,.;?!]\s*|\b)(since|because|given that|now that|seeing that|considering(?: that)?|(?<=^|[,.;?!]\s*)as)\s+([^?.!;]{6,160}?)(?:,|\?|;|\.(?:\s|$)|$|\b(?:can|may|we can|is it|do we|does that|i assume|that means|so)\b)/i,
);
/** "X being Y, …" */
const BEING = patternOf(/^\s*((?:[^\s,.?!;]+ ){1,4}being [^,.?!;]{2,60}),/i);
/** "X is Y, so …" */
const CONCLUDED = patternOf(
  /^\s*(?:as you (?:said|say|wrote|told)[^,]{0,20}, ?)?([^?.!;]{2,120}?(?:\b(?:is|are|was|has|have)\b|'s\b)[^?.!;]{2,80}?),?\s+so\s+(?!that\b)/i,
);
const ASSUMED = patternOf(
  /\b(?:i (?:know|read|heard|assume|thought|understand)|we (?:know|read|heard|assume|thought|understand)|isn't it true|everyone knows|it's well known|obviously)\b(?: that)?\s+([^?.!;]{6,160}?)(?=, (?:is|are|can|may|does|do|so|but|and) |[?.!;]|$)/i,
);

/** "Could we use X (the open weights) for …": which of its forms is meant. */
const OPEN_ASIDE = patternOf(
  /\((?:the |its |with )?open[- ](?:weights?|source|model)[^)?]*\)|(?<=\b(?:can|could|may|might) (?:we|i|one) [^.?!]{0,80})\bthe open[- ]weights? (?:of|version|release|model|variant)\b/gi,
);

/** "Do we have to open-source our app?": what we would have to open, not what they opened. */
const OPENING_OURS = patternOf(
  /\b(?:have to|must|need to|should|forced? (?:us |me )?to|oblig\w+ (?:us |me )?to|required? (?:us |me )?to|make us|makes us)\s+(?:we |i )?(?:then |also |even )?open[- ]?sourc\w*\b[^.?!]{0,12}\b(?:our|my|the whole|all|everything)\b/gi,
);

/** "Under what licence are the weights released?": no question whether they are. */
const WHICH_LICENCE = patternOf(/\b(?:under|by|with) (?:which|what) (?:licen[cs]e|terms)\b[^.?!]{0,80}/gi);

export type ReadIntent = {
  decline: boolean;
  /** technical help, shopping: not about licences or openness */
  offTopic: boolean;
  /** indemnity, privacy, price, quality: asked of a model, and not held here */
  otherMatter: boolean;
  compare: boolean;
  shortlist: boolean;
  ship: boolean;
  classify: boolean;
  licence: boolean;
  topics: Topic[];
  fields: string[];
  premise: string | null;
};

/** What follows "since" or "as" is taken for granted only where it is a clause; "as training data" is none. */
const premiseOf = (text: string): string | null => {
  const found =
    (
      PREMISE.exec(text)?.[2] ??
      BEING.exec(text)?.[1] ??
      ASSUMED.exec(text)?.[1] ??
      CONCLUDED.exec(text)?.[1] ??
      null
    )?.trim() ?? null;
  return found && CLAUSE.test(found) ? (CONSEQUENCE.exec(found)?.[1] ?? found) : null;
};
/** "seeing that X is Apache we'll train on its answers": what is wanted follows without a comma. */
const CONSEQUENCE = patternOf(
  /^(.*?\b(?:is|are|was|were|isn't|aren't|has|have|forbids?|allows?|permits?|lets|does|comes?|became|being)\b.*?),?\s+(?:so |then |and |that )?(?:we|i|let's|let us|our \w+ (?:can|may|will|wants?|plans?)|my \w+ (?:can|may|will|wants?))\b/i,
);
const CLAUSE = patternOf(
  /\b(is|are|was|were|isn't|aren't|has|have|forbids?|allows?|prohibits?|permits?|lets|bans?|does|do|doesn't|don't|comes?|became|went|being)\b|\w's\b/i,
);

/** "What would work instead?", "who else offers something similar?" */
const INSTEAD = patternOf(
  /^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what|which one) (?:would|could|can|might|should|do)\b[^.?!]{0,30}\binstead\b|\bwho else (?:offers|has|makes|does)\b|\b(?:something|anything|a model|models|one) (?:similar|comparable|equivalent)\b/i,
);

/** "40k visits instead of 2 million" puts one figure in the place of another. */
const INSTEAD_OF_FIGURE = patternOf(/\binstead of (?:about |around |over )?[$€£]?\d/i);

/** "Behind our own alternative to Claude": what the asker makes, and not what is looked for. */
const OUR_ALTERNATIVE = patternOf(/\b(?:our|my)(?: own| new| little)?(?: \w+)? alternatives?\b/gi);

const asksForModels = (text: string): boolean =>
  INSTEAD.test(text) ||
  ((SHORTLIST.test(text.replace(INSTEAD_OF_FIGURE, ' ')) ||
    (WANTED.test(text) && !/^\s*(?:and |but |so )?the (?:model|weights|licen[cs]e)\b/i.test(text)) ||
    IDEAS.test(text)) &&
    !NO_SHORTLIST.test(text));

/** Reads the signs of each kind of question; which of them counts is decided in `understand`. */
export const readIntent = lately(
  (text: string): ReadIntent => ({
    decline: OWN_DISPUTE.test(text.replace(TEXTS_DISAGREE, ' ')) && !ERRAND.test(text),
    otherMatter:
      OTHER_MATTER.test(text.replace(NOT_ASKED, ' ')) &&
      !/\b(can|may|could|are|am) (we|i) (allowed to |permitted to )?(use|deploy|sell|ship|host|fine|train|publish|redistribut|embed|run)/i.test(
        text,
      ),
    offTopic:
      ERRAND.test(text) ||
      (SUPPORT.test(text) &&
        !/\b(licen[cs]\w*|commercial\w*|allowed|permitted|legal\w*|terms|open[- ]source|attribution|may we|can we)\b/i.test(
          text,
        )),
    compare: COMPARE.test(text),
    // MODEL stands for a name here, not for the word
    shortlist: asksForModels(text.replace(/\bMODEL\b/g, 'X').replace(OUR_ALTERNATIVE, ' ')),
    ship: SHIP.test(text),
    classify:
      CLASSIFY.test(text.replace(OPEN_ASIDE, ' ').replace(OPENING_OURS, ' ').replace(WHICH_LICENCE, ' ')) ||
      CLAIMS_OPEN.test(text),
    licence: LICENCE.test(text),
    topics: TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic),
    fields: fieldsIn(text),
    premise: premiseOf(text),
  }),
);

const OUR_SUBJECT = patternOf(
  /\b(licen[cs]\w*|open[- ]?(source|weights?|model|ai|ness|wash\w*)|models?|llms?|weights?|ai|artificial intelligence|machine learning|training|train|fine-?tun\w*|outputs?|datasets?|data|copyright\w*|commercial\w*|apache|mit|gpl|rail|openrail|osi|osaid|hugging ?face|gguf|quanti[sz]\w*|self[- ]?host\w*|api|vendor|prompt|inference|neural|chatbots?|generated|attribution|redistribut\w*|derivatives?|proprietary|closed[- ]source|checkpoints?|rubric|provenance|acceptable use|lora|distill?\w*)\b|开源|模型|许可|商用|权重|训练|微调/i,
);

/** @returns whether something is to be written or done that has nothing to do with licences */
export const isErrand = (text: string): boolean => ERRAND.test(text);

/** @returns whether a text speaks of what the advisor knows anything about */
export const isOurSubject = (text: string): boolean => OUR_SUBJECT.test(text);

export type { Intent };
