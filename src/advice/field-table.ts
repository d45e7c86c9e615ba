import { patternOf } from '../patterns/pattern-of.ts';
/** A sensitive field of use: how people speak of it, what licences call it, and how an answer names it. */
export type Field = {
  id: string;
  asked: RegExp[];
  /** looked for in our own sentences about forbidden uses */
  forbidden: RegExp;
  name: string;
  /** no list of forbidden uses is complete without it: nothing is said where it is not named */
  onlyWhereNamed?: true;
};

/** Every field that some licence or policy we hold forbids or ties to a duty. */
export const FIELDS: Field[] = [
  {
    id: 'military',
    asked: [
      patternOf(
        /\bmilitary\b|\bdefen[cs]e (contractor|industry|sector|ministry|company|firm|project|applications?)\b|\bwarfare\b|\barmy\b|\bnavy\b|\bair ?force\b|\bcombat\b|\bbattlefield\b|\b(?:armed|combat|military|attack|strike|naval) drones?\b|\bmissiles?\b|\btarget(?:ing|s)? (?:system|software|tool|people|enem\w+|drones?)\b|\bdrone (?:targeting|strikes?|warfare|guidance)\b|\bc-?uas\b|\bgun turrets?\b|\bturret crew\b|\bengagement order\b|\bkill chain\b|\bfire missions?\b|军事|军用|militär\w*|bundeswehr/i,
      ),
      patternOf(
        /\b(?:frigates?|warships?|submarines?|destroyers?|aircraft carriers?|fighter (?:jets?|aircraft|planes?)|battle tanks?|howitzers?|artillery|fire control|troops|soldiers|nato|ministry of defen[cs]e|defen[cs]e (?:prime|primes|subcontract\w*|procurement|client|customer|contract))\b/i,
      ),
      patternOf(
        /(?<!\p{L})(?:panzer(?!glas|tape)\p{L}*|haubitze\p{L}*|fregatte\p{L}*|rüstung\p{L}*|streitkräfte|armée|ejército|fuerzas armadas)/iu,
      ),
    ],
    forbidden: patternOf(/militar|warfare|weapon|armed/i),
    name: 'military use',
  },
  {
    id: 'weapon',
    asked: [patternOf(/\bweapons?\b|\bmunitions?\b|\bexplosives?\b|武器|waffen/i)],
    forbidden: /weapon|munition|militar/i,
    name: 'use for weapons',
  },
  {
    id: 'nuclear',
    asked: [
      patternOf(
        /\bnuclear\b|\breactors? (?:builder|operator|vendor|design|core|vessel|plant)\w*\b|\bfuel rods?\b|\buranium\b|\bplutonium\b|\batomic (?:energy|power|plant)\b|\bkernkraft\w*|\bcentrale nucléaire\b|核电|核工业/i,
      ),
    ],
    forbidden: /nuclear/i,
    name: 'nuclear use',
  },
  {
    id: 'surveillance',
    asked: [
      patternOf(
        /\bsurveil\w*|\b(?:face|facial) recognition\b|\btrack(?:ing|s)? (?:people|persons|employees|workers|citizens|protesters|migrants|individuals|visitors)\b|\bspy(?:ing|ware)?\b|\bwiretap\w*|监控|人脸识别|überwach\w*/i,
      ),
      patternOf(/\bcctv\b|\b(?:security|street|shop|store) cameras?\b/i),
      patternOf(
        /\b(?:watch|monitor|observ)\w* (?:our |the |its |their )?(?:employees|staff|workers|workforce|citizens|protest\w*|crowds?|tenants|prisoners|inmates|migrants)\b/i,
      ),
      patternOf(
        /\b(?:employee|staff|worker|workplace|crowd|mass) monitoring\b|\bkeep\w* (?:an eye|tabs) on (?:our |the )?(?:employees|staff|workers|people|citizens|tenants)\b/i,
      ),
    ],
    forbidden: /surveil|track|monitor/i,
    name: 'surveillance',
  },
  {
    id: 'personal data',
    asked: [
      patternOf(
        /\b(?:personal data|private data|home addresses) (?:of|about) [^.?!]{0,40}\bwithout (?:asking|consent|telling|their)\b/i,
      ),
    ],
    forbidden: patternOf(
      /personal data (?:without|to harm|that can harm)|harmful (?:use of )?personal data|misuse of personal data/i,
    ),
    name: 'personal data without leave',
    onlyWhereNamed: true,
  },
  {
    id: 'the data itself',
    asked: [],
    forbidden: patternOf(/analysis by computer only/i),
    name: 'showing or printing the data itself',
    onlyWhereNamed: true,
  },
  {
    id: 'biometric',
    asked: [
      patternOf(/\bbiometric\w*|\b(?:face|facial|iris|voice) (?:recognition|unlock|matching|identification)\b/i),
      patternOf(
        /\b(?:face|facial|voice|gait) (?:verification|id)\b|\b(?:identif|recogni[sz]|match)\w* (?:\w+ ){0,2}?faces?\b/i,
      ),
      patternOf(
        /\b(?:identif|recogni[sz]|match|re-?identif|verif)\w*\b[^.?!]{0,40}\b(?:people|persons?|visitors?|customers?|employees|shoppers?|passers-?by|suspects?|individuals|shoplifters?)\b[^.?!]{0,40}\b(?:cameras?|cctv|footage|video|photos?|faces?|gait|voices?)\b/i,
      ),
      patternOf(
        /\bface (?:check|scan|login|access|control)\w*\b|\b(?:camera|cctv|door ?cam)\w*\b[^.?!]{0,50}\b(?:who|which (?:person|resident|employee|customer|visitor|tenant|neighbou?r))\b/i,
      ),
    ],
    forbidden: /biometric|facial|face/i,
    name: 'biometric use',
  },
  {
    id: 'emotion',
    asked: [
      patternOf(
        /\b(?:emotions?|mood|sentiments? of (?:staff|employees|workers)) (?:detection|recognition|recogni[sz]ing|reading|analysis|inference|tracking)\b|\b(?:detect|recogni[sz]e|read|infer)\w* (?:\w+ )?emotions?\b/i,
      ),
      patternOf(
        /\bhow (?:\w+ ){0,4}?(?:feels?|is feeling|are feeling)\b|\bwho(?:'s| is) (?:angry|sad|happy|stressed|frustrated|bored)\b|\b(?:angry|stressed|frustrated|bored|happy|sad) (?:customers?|callers?|agents?|employees|pupils|students)\b[^.?!]{0,40}\b(?:detect|recogni[sz]|spot|flag|find)\w*/i,
      ),
    ],
    forbidden: /emotion/i,
    name: 'recognising emotions',
  },
  {
    id: 'medical',
    asked: [
      patternOf(
        /\bmedical (?:advice|diagnos\w*|devices?|decisions?|treatment|triage)|\bdiagnos(?:e|es|is|ing|tic|tics)\b|\bclinical\b|\bhealth ?care advice\b|\btriage\b|\bprescri(?:be|bing|ptions?)\b|\btreat(?:ing|ment of)? patients\b|医疗|诊断/i,
      ),
      // a scan is medical where somebody reads it for a patient
      patternOf(
        /^(?=[\s\S]*\b(?:patients?|results?|interpret\w*|doctors?|physicians?|clinics?|clinicians?|hospitals?|detect\w*|findings)\b)(?=[\s\S]*\b(?:x-?rays?|radiolog\w*|mammogra\w*|mri|tumou?rs?|melanomas?|skin lesions?|(?:ct|ultrasound|brain|retina\w*) (?:scans?|images?))\b)/i,
      ),
      patternOf(
        /\b(?:lab|blood|test|medical|imaging) results?\b[^.?!]{0,40}\bpatients?\b|\bpatients?'?s?\b[^.?!]{0,40}\b(?:results?|symptoms?|findings|medications?|doses?|dosages?|therap\w+|treatments?|condition)\b/i,
      ),
      patternOf(
        /\bsymptom checker\b|\b(?:their|his|her|your|patients?'?s?|users?'?|health|describe|enter|type(?: in)?) symptoms\b/i,
      ),
      patternOf(/\bmedical (?:scans?|imaging|results?|interpretation|chatbot|assistant|questions|help)\b/i),
      patternOf(
        /\b(?:tells?|advis\w+|recommend\w*|suggest\w*) (?:\w+ ){0,3}?(?:medicines?|medications?|drugs to take|doses?|dosages?|treatments?|therap(?:y|ies))\b/i,
      ),
      patternOf(/病人|患者|\bärztlich\w*|\bmedizinisch\w*|\bdiagnosen?\b|\bconseils? médica(?:l|ux)\b/i),
      patternOf(
        /\b(?:explain|interpret|read|tell|mean)\w*\b[^.?!]{0,60}\b(?:blood|lab|urine|ecg|ekg) (?:values?|results?|pressure|sugar|work|tests?|counts?)\b|\b(?:blood|lab|urine|ecg|ekg) (?:values?|results?|counts?)\b[^.?!]{0,40}\bmeans?\b/i,
      ),
    ],
    forbidden: /medical|health|medicine/i,
    name: 'medical use',
  },
  {
    id: 'health data',
    asked: [
      patternOf(
        /\b(?:patients?'?s?|clinical|medical|health|hospital|doctors?'?) (?:letters?|files?|records?|data|notes|reports?|documents?|histor(?:y|ies))\b|\bdischarge (?:letters?|summar(?:y|ies))\b|\barztbriefe?\b|\bpatientenakten?\b|\bdossiers? médica(?:l|ux)\b/i,
      ),
    ],
    forbidden: patternOf(/health data|medical information|sensitive or health|personal and health/i),
    name: 'health data',
    onlyWhereNamed: true,
  },
  {
    id: 'legal advice',
    asked: [
      patternOf(
        /\b(?:give|giving|gives|provide|providing|offer|offering) (?:\w+ ){0,3}?legal advice\b|\blegal advice (?:bot|app|service|chatbot)|\brobo-?lawyer\b/i,
      ),
      patternOf(
        /\blegal advice (?:to|for)\b|\b(?:legal|law) (?:advice|chat)?bot\b|\banswer\w* (?:\w+ ){0,4}?legal questions\b/i,
      ),
      patternOf(
        /\badvis\w+ (?:\w+ ){0,3}?(?:on|about|of) (?:\w+ ){0,3}?(?:rights|legal \w+|law)\b|\btells? (?:\w+ ){0,3}?(?:their|what) (?:legal )?rights\b/i,
      ),
      patternOf(
        /\b(?:replac\w+|instead of|without) (?:a |the )?lawyers?\b|\brechtsberatung\b|\bconseils? juridiques?\b/i,
      ),
    ],
    forbidden: patternOf(
      /legal (?:advice|practice)|practice of (?:law|a profession)|unlicensed|profession|regulated occupation/i,
    ),
    name: 'legal advice',
  },
  {
    id: 'unlicensed practice',
    asked: [patternOf(/\bwithout (?:a|the) (?:medical |law(?:yer's)? |professional )?licen[cs]e to practi[sc]e\b/i)],
    forbidden: patternOf(/profession without|regulated occupation|unlicensed|medical|legal advice|practice of/i),
    name: 'advice in place of a professional',
  },
  {
    id: 'financial advice',
    asked: [
      patternOf(
        /\b(?:financial|investment|tax|pension|retirement) (?:advice|adviser|advisor|planning bot|recommendations?)\b|\brobo-?advis\w+|\b(?:stock|share|crypto) (?:tips|picks)\b/i,
      ),
      patternOf(
        /\b(?:tells?|advis\w+|recommend\w*) (?:\w+ ){0,3}?(?:what|where|which \w+|how) to (?:buy|invest|trade)\b|\banlageberat(?:ung|er)\w*|\b(?:erspartes|geld|ersparnisse) anlegen\b/i,
      ),
    ],
    forbidden: patternOf(/financial|finance|investment advice|regulated occupation/i),
    name: 'financial advice',
  },
  {
    id: 'law enforcement',
    asked: [
      patternOf(
        /\blaw enforcement\b|\bpolice\b|\bpredictive policing\b|\bimmigration\b|\basylum\b|\bborder control\b|\bpredict(?:ing)? crimes?\b|执法|polizei/i,
      ),
    ],
    forbidden: patternOf(/law enforcement|police|justice|immigration|asylum|crime/i),
    name: 'law enforcement',
  },
  {
    id: 'adult',
    asked: [patternOf(/\b(?:porn\w*|adult content|nsfw|sexual\w*|erotic\w*|nudes?|undress\w*|sexting)\b|色情/i)],
    forbidden: /sexual|porn|adult/i,
    name: 'sexual content',
  },
  {
    id: 'political',
    asked: [
      patternOf(
        /\b(?:political|election|electoral|referendum|presidential|mayoral|senate|congress\w*) (?:\w+ )?(?:campaigns?|campaigning|ads?|adverts?|advertis\w+|part(?:y|ies)|messag\w+|flyers?|posters?|leaflets?|lobby\w*|canvass\w*)\b/i,
      ),
      patternOf(
        /\belections?\b|\bvoters?\b|\blobby(?:ing|ists?)\b|\b(?:party|candidate)(?:'s)? campaign\b|\bcampaign\w* (?:for|of) (?:\w+ ){0,3}?(?:party|mayor|senator|governor|candidate|president|mp|councill?or)\b/i,
      ),
      patternOf(/\bwahlkampf\w*|\bwahlwerbung\b|\bcampagne électorale\b|竞选|选举/i),
    ],
    forbidden: patternOf(/politic|election|voter|campaign|lobby/i),
    name: 'political campaigns',
    onlyWhereNamed: true,
  },
  {
    id: 'public authority',
    asked: [
      patternOf(
        /^(?![\s\S]*\b(?:universit|school|teaching|research|student)\w*)[\s\S]*\b(?:public (?:authorit(?:y|ies)|administration|bod(?:y|ies))|government (?:offices?|agenc(?:y|ies)|departments?)|ministr(?:y|ies)|municipal\w* (?!museum|theatre|theater|library|utility)\w*|municipality|city hall|town hall|(?:city|county|district|town|local) (?:council|administration|office)|land(?:rats|es)?(?:amt|behörde)\w*|\w*behörde\w*|stadtverwaltung|gemeindeverwaltung|bürgeramt|prefecture|mairie|ayuntamiento|comune di|tax office|job ?cent(?:er|re)|civil servants?)\b/i,
      ),
    ],
    forbidden: /public authorit/i,
    name: 'use by a public authority',
    onlyWhereNamed: true,
  },
  {
    id: 'gambling',
    asked: [patternOf(/\bgambl\w*|\bbetting\b|\bcasinos?\b|\bsports ?books?\b|\bslot machines?\b|赌博/i)],
    forbidden: /gambl|betting/i,
    name: 'gambling',
  },
  {
    id: 'lending',
    asked: [patternOf(/\bpay ?day loans?\b|\bloan sharks?\b|\bmulti-?level marketing\b|\bmlm scheme\b/i)],
    forbidden: patternOf(/payday|multi-?level|pyramid/i),
    name: 'payday loans and pyramid schemes',
  },
  {
    id: 'deception',
    asked: [
      patternOf(
        /\b(?:dis|mis)information\b|\bfake news\b|\bdeep ?fakes?\b|\bimpersonat\w*|\b(?:fake|fabricated|invented|bogus|phony) (?:\w+ ){0,2}?(?:reviews?|testimonials?|accounts?|profiles?|news|comments?|quotes?|citations?)\b|\bastro-?turf\w*|\bpretend(?:s|ing)? to be (?:a )?(?:human|person|real)\b|\bpass(?:es|ing)? (?:it |them )?off as (?:human|written by)\b|虚假|假新闻|深度伪造/i,
      ),
      patternOf(
        /\bpretend(?:s|ing)? to be (?!an? (?:ro)?bot)|\bposing as\b|\bunder (?:an?|the) (?:invented|fake|false|made-up) (?:name|identity)\b|\bas if (?:it|they) (?:was|were) (?:an? )?(?:real|human|customers?|users?|person)\b/i,
      ),
      patternOf(
        /\bno (?:tag|label|note|hint|word|mark)\b[^.?!]{0,30}\b(?:machine|ai|bot|generated)\b|\b(?:five|5|four|4)[- ]star (?:reviews?|ratings?)\b|\b(?:writ|generat|post|produc|creat)\w* (?:\w+ ){0,4}?(?:reviews?|testimonials?|ratings) (?:for|of|on) (?:our|my) (?:own )?\w+/i,
      ),
      patternOf(
        /\b(?:made-up|invented|fictional|fictitious|imaginary|non-existent) (?:\w+ )?(?:colleague|person|author|employee|customer|expert|doctor|journalist|name)s?\b|\b(?:no hint|without (?:saying|telling|disclosing|mentioning|marking)|not (?:say|tell|disclose|mark)\w*|nobody (?:is told|knows))\b[^.?!]{0,40}\b(?:machine|ai|bot|generated|model wrote)\b/i,
      ),
    ],
    forbidden: patternOf(/disinformation|misinformation|false|decei?pti|decei|mislead|impersonat|fake|fraud/i),
    name: 'deception',
  },
  {
    id: 'harassment',
    asked: [
      patternOf(
        /\b(?:harass|bully|stalk|threaten)(?:ing|s|ed)? (?:our |the |my |a )?(?:\w+ )?(?:people|debtors?|employees?|tenants?|neighbou?rs?|customers?|colleagues?)\b/i,
      ),
    ],
    forbidden: /harass|bully|threat|abus/i,
    name: 'harassment',
  },
  {
    id: 'academic dishonesty',
    asked: [patternOf(/\bghost-?writ\w* (?:\w+ )?(?:essays?|papers?|thes[ei]s|homework)\b/i)],
    forbidden: /academic/i,
    name: 'academic dishonesty',
    onlyWhereNamed: true,
  },
  {
    id: 'malware',
    asked: [
      patternOf(
        /\bmalware\b|\bransomware\b|\bspam(?:ming)?\b|\bphishing\b|\bhacking (?:tool|into|accounts)\b|恶意软件|钓鱼/i,
      ),
    ],
    forbidden: patternOf(/malware|malicious|spam|phishing|harmful code/i),
    name: 'malware or spam',
  },
  {
    id: 'scoring',
    asked: [
      patternOf(
        /\bsocial scor\w*|\bdiscriminat\w*|\bcredit (?:scor\w+|decisions?|approvals?)\b|\b(?:hiring|employment|firing|promotion|admission|insurance|parole|benefits?|eligibility) decisions?\b|\b(?:decid\w+|choos\w+|rank\w*|screen\w*|scor\w+|select\w*|reject\w*)\b[^.?!]{0,40}\b(?:who (?:gets|is|receives)|applicants?|candidates?|loans?|mortgages?|tenants?|claimants?|job seekers|résumés?|resumes?|cvs)\b|\bautomated decisions? (?:about|on|over)\b|社会评分/i,
      ),
      patternOf(
        /\bcreditworth\w*|\bcredit scor\w*|\b(?:cv|résumé|resume|applicant|candidate|tenant) (?:screen|rank|filter|scor|select|triag)\w*/i,
      ),
      patternOf(/\bautomat\w+ (?:\w+ ){0,3}?(?:decid|approv|reject|den(?:y|ies|ied)|declin|grant|refus)\w*/i),
      patternOf(
        /\b(?:decid|approv|reject|den(?:y|ies|ying)|declin|grant|refus)\w*\b[^.?!]{0,110}\b(?:automatically|on its own|by itself|with ?out (?:a |any )?(?:human|person|people|staff|manual|anyone|anybody)|no (?:human|person|one)|nobody)\b/i,
      ),
      patternOf(
        /\b(?:decid|determin)\w*\b[^.?!]{0,20}\b(?:whether|if|which|who)\b[^.?!]{0,60}\b(?:claims?|pa(?:id|ys?) out|payouts?|benefits?|loans?|credit|mortgages?|insur\w+|rent\w*|hired?|fired?|dismiss\w*|promot\w*|admitted|visas?|parole|bail|eligib\w+|welfare|pensions?|interview\w*)\b/i,
      ),
      patternOf(
        /\b(?:scor|rat|rank|assess|evaluat)\w*\b[^.?!]{0,30}\b(?:(?:loan|job|credit|rental|mortgage|visa) (?:applicants?|applications?|candidates?)|borrowers?|policy ?holders?|insured|job ?seekers?)\b/i,
      ),
      patternOf(/信用评分|\bkreditwürdig\w*|\bbonität\w*|\bbewerber\w*/i),
      patternOf(
        /\b(?:calculat|set|pric|determin|decid|assess|underwrit)\w*\b[^.?!]{0,30}\b(?:premiums?|underwriting|insurance (?:polic(?:y|ies)|coverage|tariffs?|rates?))\b/i,
      ),
      patternOf(
        /\b(?:loans?|credit|mortgage|claims?|applicants?|applications?|tenants?|flats?|insur\w+)\b[^.?!]{0,120}\b(?:goes out|sent|decid\w+|answered|rejected|accepted|granted)\b[^.?!]{0,30}\b(?:automatic(?:ally)?|by itself)\b|\bdecid\w*\b[^.?!]{0,20}\bwho\b[^.?!]{0,40}\b(?:flats?|apartments?|jobs?|rooms?|loans?|places?|visas?|grants?)\b/i,
      ),
      patternOf(
        /\b(?:claims?|loans?|credit|mortgages?|applicants?|applications?|tenants?|benefits?|candidates?|policyholders?)\b[^.?!]{0,60}\b(?:by itself|on its own|with ?out (?:a |any )?(?:human|person|people|clerk|anyone|anybody))\b/i,
      ),
      patternOf(
        /\b(?:turn(?:s|ed|ing)? down|throw(?:s|ing)? out|wav(?:e|es|ed|ing) through|pay(?:s|ing)? out|sign(?:s|ing)? off)\b[^.?!]{0,60}\b(?:claims?|loans?|applicants?|applications?|tenants?|benefits?)\b[^.?!]{0,40}\b(?:automatic(?:ally)?|alone|by itself|on its own)\b/i,
      ),
    ],
    forbidden: patternOf(
      /discriminat|scoring|automated decision|decisions? (?:about|on|that|of high stakes|in (?:medical|justice))|high-stakes|insurance (?:decisions|claims)|(?:health|financial|safety|legal)[^.;]{0,30} decisions|without (?:human )?(?:supervision|review)/i,
    ),
    name: 'deciding about or scoring people',
  },
  {
    id: 'minors',
    asked: [
      patternOf(/\b(?:[1-9]|1[0-2])(?:st|nd|rd|th)[- ]?graders?\b/i),
      patternOf(
        /\b(?:for|to|by|with|aimed at|used by|meant for)\b[^.?!]{0,30}\b(?:kids?|child(?:ren)?|minors|teens?|teenagers?|pupils|schoolchildren|toddlers)\b|\b(?:kids'?|children's|teen) (?:\w+ )?(?:app|game|story|stories|site|toy|product|learning)\b|\bunder(?: the age of)? ?1[3-8]s?\b(?! (?:b|billion|million|gb))|\b(?:[5-9]|1[0-7])(?: ?(?:-|–|to|and) ?1[0-7])?[- ]year[- ]olds?\b|\b(?:aged?|ages) (?:of )?(?:[5-9]|1[0-7])\b|\b(?:teenagers?|kids|children|pupils) of 1?[0-7]\b|未成年|儿童|kinder\b|enfants\b/i,
      ),
    ],
    forbidden: patternOf(
      /(?:under|below) (?:the age of )?1[3-8]|(?:not|no)\b[^.;]{0,40}\b(?:directed|aimed|meant) (?:at|to|for|towards) (?:children|minors)|consent of (?:a |their )?parents?|parental consent/i,
    ),
    name: 'use by minors',
    onlyWhereNamed: true,
  },
  {
    id: 'critical infrastructure',
    asked: [
      patternOf(
        /\bsub-?stations?\b|\b(?:dams?|pipelines?|railway|rail|tram|train) (?:control|signals?|signalling|switching|operation)\b|\b(?:signal box|interlocking|nuclear plant|water ?works|sewage plant)\b/i,
      ),
      patternOf(/\bcritical infrastructure\b|\bpower (?:grid|plant|station)\b|\bair traffic\b|\bwater supply\b/i),
    ],
    forbidden: patternOf(/critical infrastructure|infrastructure/i),
    name: 'critical infrastructure',
  },
  {
    id: 'machinery',
    asked: [
      patternOf(/\b(?:crane|forklift|excavator|heavy machinery|heavy equipment)s? (?:control|steering|operation)\b/i),
    ],
    forbidden: /machinery|transport/i,
    name: 'operating machinery',
    onlyWhereNamed: true,
  },
  {
    id: 'driving',
    asked: [patternOf(/\bautonomous driving\b|\bself-driving\b|\bautopilot\b/i)],
    forbidden: patternOf(/autonomous driving|autonomous vehicle/i),
    name: 'autonomous driving',
  },
  {
    id: 'scraping',
    asked: [patternOf(/\bscrap(?:e|ing) (?:personal|faces|people|profiles)\b/i)],
    forbidden: /scrap/i,
    name: 'scraping personal data',
  },
  {
    id: 'guardrails',
    asked: [
      patternOf(
        /\b(?:strip|remove|bypass|disabl|circumvent|turn off|jailbreak|uncensor|weaken|take out|abliterat)\w*\b[^.?!]{0,30}\b(?:guard ?rails?|safety|safeguards?|filters?|alignment|refusals?)\b/i,
      ),
    ],
    forbidden: patternOf(/guard ?rail|safeguard|safety (?:filter|measure|mechanism)/i),
    name: 'removing its safeguards',
  },
  {
    id: 'watermarks',
    asked: [
      patternOf(
        /\b(?:strip|remov|delet|disabl|get(?:ting)? rid of|take out|crop|eras|wip|scrub|suppress|patch out|switch off|turn off)\w*\b[^.?!]{0,40}\b(?:watermark|provenance|metadata|c2pa|content credential|synthid|hidden mark|invisible mark)\w*/i,
      ),
    ],
    forbidden: /watermark|provenance/i,
    name: 'removing its watermarks',
  },
];
