import type { Activity } from '../knowledge/vocabulary.ts';

const OUTPUT =
  "(?:MODEL(?:'s)? (?:images?|pictures?|art(?:work)?|songs?|videos?|clips|music)|outputs?|responses?|generations?|completions?|answers|synthetic (?:data|text|examples?)|generated (?:data|text|content|images?|code|answers|samples|examples?)|(?:data|code|text|samples|examples?|labels?|images?|pictures?|pics|photos|clips|songs|content|answers|conversations?) (?:that |which )?(?:it|they|MODEL|[\\w.-]+)? ?(?:generates?|produces?|makes?|made|creates?|writes?|wrote|returns?|spits out|spit out|generated|produced|created)|what (?:it|[\\w.-]+) (?:generates?|produces?|writes?|creates?))";
const TRAIN =
  '(?:train|training|fine-?tun(?:e|ing)|finetun(?:e|ing)|distill?(?:ing|ation)?|improv(?:e|ing)|teach(?:ing)?|bootstrap(?:ping)?|pre-?train(?:ing)?|build|develop|create)';
const MODEL =
  '(?:another|other|our(?: own)?|a|an|new|smaller|competing|rival|different|student|custom|in-?house|proprietary)?\\s*(?:[\\w.-]+ ){0,2}?(?:models?|llms?|classifiers?|networks?|ai)';
const CHANGED =
  '(?:fine[- ]?tun(?:e|ed|es|ing)|derivatives?|modified|adapted|merged?s?|lora|adapters?|our (?:own )?version|customi[sz]ed|distill?(?:ed)?|quanti[sz]ed (?:version|copy|model)|changed (?:weights|model|version)|retrained|tuned)';
const PASS_ON =
  '(?:publish|releas|redistribut|distribut|shar|upload|open[- ]?sourc|sell|giv(?:e|ing) away|pass(?:ing)? on|put(?:ting)? (?:it )?on (?:hugging ?face|github|the hub|hf)|push(?:ing)? (?:it )?to (?:hugging ?face|the hub)|licen[sc]ing|host(?:ing)? (?:it )?on (?:hugging ?face|the hub)|post)';

/** What people write for each activity, the narrower first. Chinese phrasings stand beside the English. */
const PATTERNS: [Activity, RegExp[]][] = [
  [
    'train_on_outputs',
    [
      new RegExp(`${TRAIN}\\b[^.?!]{0,60}\\b(?:on|with|using|from|by)\\b[^.?!]{0,40}${OUTPUT}`, 'i'),
      new RegExp(
        `${OUTPUT}[^.?!]{0,60}\\b(?:to|for|as)\\b[^.?!]{0,25}\\b(?:train|fine-?tun|finetun|distill?|improv|teach|pre-?train|training data|training set|develop|build|create)[^.?!]{0,40}`,
        'i',
      ),
      /\b(?:generate|create|produce|make|synthesi[sz]e|get|label|annotate|collect|use)\b[^.?!]{0,50}\b(?:training data|training sets?|synthetic data|datasets?|labels|annotations|instruction data|preference data)\b/i,
      /\bsynthetic (training )?(data|datasets?)\b/i,
      /\bdistill?(s|ed|ing|ation)?\b(?! (version|variant))/i,
      /\b(as|be) (a |the )?(teacher|judge|reward model)\b/i,
      new RegExp(
        `\\b(?:use|using)\\b[^.?!]{0,40}\\bto (?:train|improve|teach|develop|build|create)\\b[^.?!]{0,20}${MODEL}`,
        'i',
      ),
      /\bimprov(e|ing) (another|other|our own|a different|competing|rival)\b[^.?!]{0,30}\b(models?|llms?)\b/i,
      /\btrain(ing)?\b[^.?!]{0,30}\b(competing|competitor|competitive|rival|another|other|student|smaller)\b[^.?!]{0,20}\b(models?|llms?|ai)\b/i,
      /(用来|用于|拿来|帮我们)训练|蒸馏|(输出|生成|合成数据|产出|回答)[^。？！]{0,15}(训练|微调|改进)|(训练|微调|改进)[^。？！]{0,15}(输出|合成数据|其他模型|别的模型|生成的)/,
    ],
  ],
  [
    'publish_derivative',
    [
      new RegExp(`\\b${PASS_ON}\\w*\\b[^.?!]{0,60}\\b${CHANGED}`, 'i'),
      new RegExp(`\\b${CHANGED}\\b[^.?!]{0,60}\\b${PASS_ON}`, 'i'),
      new RegExp(
        `\\b${CHANGED}\\b[^?!]{0,80}\\b(?:call(?:ed)? (?:it|them|ours)|name (?:it|them|ours)|naming|renam\\w+|brand(?:ed|ing)?)\\b`,
        'i',
      ),
      new RegExp(`\\b(?:re)?nam(?:e|ed|ing)\\b[^.?!]{0,40}\\b${CHANGED}`, 'i'),
      /微调后?[^。？！]{0,12}(发布|开源|公开|分发|上传|卖|出售|销售)|(发布|开源|公开|分发|上传)[^。？！]{0,12}(微调|衍生|修改)/,
    ],
  ],
  [
    'use_outputs',
    [
      new RegExp(
        `\\b(?:own|owns|ownership|copyright|rights?|belong|sell|selling|use|using|publish|commercial\\w*|monetiz\\w*|monetis\\w*|licen[sc]e|keep|print)\\b[^.?!]{0,50}\\b${OUTPUT}`,
        'i',
      ),
      new RegExp(
        `${OUTPUT}[^.?!]{0,60}\\b(?:own|owned|belong|sell|sold|use|used|commercial\\w*|publish\\w*|copyright\\w*|ours|free|royalt\\w*|monetiz\\w*|monetis\\w*)\\b`,
        'i',
      ),
      /\b(sell|use|publish|print|own|monetis|monetiz|licen[sc]e)\w*\b[^.?!]{0,40}\b(images?|pictures?|art(work)?|videos?|clips?|songs?|music|tracks?|audio|voices?|speech|photos?|illustrations?|renders?|posters?|transcripts?|transcriptions?|t-?shirts?|logos?|code)\b[^.?!]{0,30}\b(made|generated|created|produced|drawn|written|rendered|from|by|with|it makes|it generates|it writes)\b/i,
      /\b(images?|pictures?|art(work)?|videos?|songs?|music|tracks?|audio|code|transcripts?)\b[^.?!]{0,20}\b(made|generated|created|produced|it (makes|generates|writes))\b[^.?!]{0,60}\b(sell|sold|commercial\w*|use|used|own|ours|copyright|publish\w*)\b/i,
      /\b(and|about) (the |its |their )?(outputs?|images|pictures|generated \w+)\s*[?.!]?$/i,
      /\b(use|using|sell|publish|air|broadcast|keep|own|copyright|print|release)\w*\b (the |its |this |that |my |our )?(resulting |finished )?(songs?|jingles?|tracks?|soundtracks?|pictures?|images?|videos?|clips?|voice-?overs?|transcripts?|illustrations?|logos?|posters?)\b(?! (model|generat))/i,
      /\b(claims?|owns?|ownership|copyright|rights?)\b[^.?!]{0,30}\boutputs?\b/i,
      /\b(print|sell|put|use|publish)\w* (them|those|these) (on|in|for|as|to)\b/i,
      /\bsell(ing)?\b (the|its|these|those|our|their)? ?(songs?|images?|pictures?|art(work)?|videos?|clips|music|tracks|audio|recordings|prints?|texts?|posters?|speech)\b/i,
      /(输出|生成的?(图片|图像|内容|文本|代码|音乐|视频|语音)|产出)[^。？！]{0,15}(商用|商业|归谁|版权|出售|卖|使用|属于)|(出售|商用|使用)[^。？！]{0,8}(生成的|输出)/,
    ],
  ],
  [
    'embed_in_product',
    [
      /\b(embed|bundl|ship|packag|includ|incorporat|integrat|build|built|bake|preinstall|pre-install|put|install)\w*\b[^.?!]{0,50}\b(in|into|with|inside|on|as part of|to)\b[^.?!]{0,30}\b(products?|apps?|applications?|devices?|software|appliances?|firmware|sdk|game|games|desktop|phones?|hardware|cars?|robots?|customers?|installers?|plugin|extension)\b/i,
      /\b(embed|embedding|bundle|bundling|ship|shipping)\b (it|this|them|MODEL)\b|\b(ship|deploy|install|run)\w*\b[^.?!]{0,40}\b(on|to|inside)\b[^.?!]{0,15}\b(cameras?|laptops?|machines?|robots?|appliances?|phones?|set-top|vehicles?)\b/i,
      /\bon[- ]device\b|\bin (our|a|the|my) (mobile|desktop|ios|android|phone|boxed) app\b|\bdeliver\w*\b[^.?!]{0,40}\b(customers?|clients?)\b/i,
      /\bwhat (do|must|should|would) (we|i|you)( have| need)? to? ?(ship|include|bundle|deliver|put in)/i,
      /(集成|嵌入|内置|打包)[^。？！]{0,12}(产品|应用|设备|软件|app)/i,
    ],
  ],
  [
    'host_for_others',
    [
      /\b(?<!self[- ])(host|serve|offer|provid|expos|resell|sell)\w*\b[^.?!]{0,50}\b(api|apis|endpoint|as a service|saas|hosted service|managed service|inference service|cloud service|to (?:our |other |paying |external |third )?(?:customers?|clients?|users|others|third[- ]part\w+|companies|developers|the public|tenants)|for (?:our |other |paying |external |third )?(?:customers?|clients?|others|third[- ]part\w+|companies|tenants))\b/i,
      /\b(saas|inference (provider|service|api)|model[- ]as[- ]a[- ]service|maas|public (api|endpoint|demo)|hosted (service|api|version|chatbot)|as a (hosted |managed |cloud |web )?service|behind (an?|our|the) (\w+ )?api|over (the|a) network|network service|multi[- ]tenant)\b/i,
      /\b(sell|resell|charge for|paid|offer|provide) (api )?access\b/i,
      /\bas (an? )?((hosted|public|paid|managed|commercial|web|cloud) )*(api|service|saas)\b|\b(api|endpoint)s?\b[^.?!]{0,15}\b(to|for) (our |other |paying |external |third )?(customers?|clients?|others|developers|third[- ]part\w+|companies|the public)\b|\bapi for (our |paying |external )?(customers?|clients?|others|developers)\b/i,
      /(?<!self[- ])\bhosting\b(?! (cost|provider|plan))/i,
      /\b(?<!self[- ])host\w*\b[^.?!]{0,25}\b(for (others|customers|clients|users|third parties)|publicly)\b/i,
      /(托管|对外提供|提供)[^。？！]{0,8}(服务|api|接口)|做成?(saas|api)|部署[^。？！]{0,12}(api|接口|对外|客户)|给客户(使?用|调用)/i,
    ],
  ],
  [
    'redistribute_weights',
    [
      /\b(re-?distribut|re-?host|mirror|re-?upload|pass(?:ing)? on|forward|copy|copies|resell|distribut|shar|hand(?:ing)? (?:over|out)|giv(?:e|ing)|republish|re-?releas|upload|ship)\w*\b[^.?!]{0,40}\b(weights?|checkpoints?|model files?|gguf|parameters|copies|unmodified|unchanged|as[- ]is)\b/i,
      /\b(re-?distribut(e|ing|ion|ed)|re-?host(ing)?|re-?upload(ing)?|mirror(ing|ed)?)\b/i,
      /\bdistribute\b/i,
      /(再分发|重新分发|分发|转载|镜像|重新发布|传播)/,
    ],
  ],
  [
    'fine_tune',
    [
      /\bfine[- ]?tun(e|ed|es|ing)\b|\bfinetun(e|ed|es|ing)\b|\bretrain|\bcontinue(d)? (pre-?)?training|\bpost-?train|\b(q?lora|peft|adapters?)\b|\bmodify\b|\bmodifying\b|\bmodifications?\b|\badapt(ing)? (it|the|to)\b|\bcustomi[sz]e\b|\bmerg(e|ing) (it|the|with|two)|\bquanti[sz]e\b|\bchange the weights\b|\btune (it|the|on)\b|\btrain (it|the model|this model) (further|on|with)\b|\bderivative works?\b|\bmake derivatives?\b/i,
      /微调|二次训练|继续训练|修改模型|二次开发/,
    ],
  ],
  [
    'research',
    [
      /\bresearch\b(?! licen[sc]e)|\bacademic\b|\bthesis\b|\bphd\b|\buniversity\b|\bdissertation\b|\b(?:for|in) (?:my|our|an?|the) (?:\w+ ){0,3}paper\b|\bscientific\b|\bbenchmark(ing)?\b|\bnon[- ]?commercial(ly)?( use| purposes?| project)?\b(?! licen[sc]e)|\bevaluat(e|ion|ing)\b|\bhobby\b|\bstudents?\b(?! model)|\bteach(ing)? (an? )?(\w+ )?(class|course|students|school)|\bfor teaching\b|\b(class|course)room\b|\beducation(al)?\b/i,
      /研究|学术|论文|非商业|非商用/,
    ],
  ],
  [
    'use_internally',
    [
      /\binternal(ly)?\b|\bin[- ]house\b|\bour (own )?(employees|staff|colleagues|workforce|engineers|developers|support team|hr)\b|\bself[- ]?host|\bon[- ]?prem(ises?)?\b|\bbehind (our|the) firewall|\bintranet\b|\binside (our|the) company|\bwithin (our|the) (company|organi[sz]ation|firm)|\bown (servers?|hardware|infrastructure|use)\b|\bair[- ]?gapped\b|\bback[- ]?office\b/i,
      /内部|公司内|自用|私有化|本地部署/,
    ],
  ],
  [
    'use_commercially',
    [
      /\b(?<!non[- ]?)commercial(ly)?\b|\bsell(ing)?\b|\bmoneti[sz]e|\bfor[- ]profit\b|\bmake money\b|\bearn money\b|\bpaid (product|service|app|tool|feature|plan|chatbot|bot|subscription|saas|offering|assistant|version|tier)|\b(resale|resell(ing)?)\b|\b(in|for|into|to) production\b|\bproduction use\b|\bclient (work|projects?)|\bfor (our |a )?business\b|\bbusiness (use|purposes)|\bat work\b|\bfor work\b|\benterprise\b|\b(in|for) (our|a|my|the) (\w+ )?(product|app|service|startup|start-up|company|business|firm|shop|chatbot|bot|tool|website|game|platform)s?\b|\bcustomer[- ]facing\b|\bfor (our |paying )?(customers|clients)\b|\bcharge (users|customers|money|for)\b|\bmake (a )?profit\b/i,
      /商用|商业|收费|赚钱|盈利|卖(?!家)|出售|销售|产品(里|中)/,
    ],
  ],
];

const GENERAL_USE =
  /\busable\b|\b(are|is|would|am) (we|it|that|this|i|MODEL) (be )?(good|ok|okay|fine|allowed|clear|safe|free|permitted|cleared|legal)\b|\bfree\b(?! (software|weights))|\bany (problem|issue|concern|objection|risk)s?\b|\bis that a problem\b|\b(can|may|could|are|is|am|do|should|must|allowed|permitted|legal|ok|okay|fine|safe|free)\b[^.?!]{0,60}\b(use|using|used|deploy|deploying|adopt|adopting|run|running|build on|build with|rely on|work with|go with|pick|choose|launch)\b|\b(free to use|allowed to|permitted|okay to|ok to|legal to)\b|能用吗|可以用吗|能不能用|可以使用/i;

/** "nothing commercial", "no commercial intent": a purpose that is ruled out. */
const NOTHING_COMMERCIAL =
  /\b(?:nothing|no|not|without(?: any)?|zero)\b (?:for |a |any |at all )?commercial(?:ly)?(?= (?:intent\w*|purposes?|goals?|aims?|gain|interests?|project|activit\w+)|\s*[,.;)!]|\s*$)/gi;
/** What the asker says will not be done is not asked about. */
const DENIED =
  /\b(?:will|would|do|does|are|is|to|but)? ?(?:not|never|won't|don't|aren't|without|no)\b (?:\w+ ){0,2}?(?:sell|selling|sold|commercial\w*|distribut\w*|redistribut\w*|publish\w*|shar(?:e|ing)|charge|charging)\b/gi;

/** Learning on one side, what a model produced on the other: together they ask about training on outputs. */
const LEARNING =
  /\b(train(s|ing|ed)?|tune|tuning|fine-?tun(e|ed|ing)|distill?(s|ed|ing|ation)?|teach|student model|teacher( model)?|bootstrap|pre-?train(ed|ing)?|(training|fine-?tuning) (data|sets?|corpus|material)|improv(e|es|ed|ing) (an?|another|other|our|the|my|MODEL))\b/i;
const PRODUCED =
  /\b(outputs?|responses|answers|generations?|completions|transcripts?|transcriptions?|masks|captions|labels|annotations|features|synthetic \w+|generated \w+|what (it|MODEL) (says|writes|produces|generates|outputs)|(data|text|images?|samples) (from|by|made with|produced by|generated by) (it|MODEL)|teacher|student model|MODEL('s)? (images?|pictures?|songs?|texts?|code|data|videos?|audio|speech|music))\b/i;
/** The model itself is what is trained: "fine-tune it", "we fine-tuned MODEL on our tickets". */
const ITSELF =
  /\b(fine-?tun|train|tun|retrain|distill?)(e|ed|ing|s)?\b (it|them|this|the model|the weights|(the )?MODEL)\b(?! (outputs?|responses?|answers?|generations?|data|into))/gi;

const learnsFromOutputs = (text: string): boolean => {
  const rest = text.replace(ITSELF, ' ');
  return LEARNING.test(rest) && PRODUCED.test(rest);
};

export type ReadActivities = {
  activities: Activity[];
  /** the asker only said "use" */
  general: boolean;
};

/**
 * Reads what the asker wants to do. The narrower reading wins over the wider: who publishes a fine-tune is not asking
 * about fine-tuning, who trains on outputs is not asking about training.
 */
export const readActivities = (text: string): ReadActivities => {
  const cleaned = text
    .replace(NOTHING_COMMERCIAL, ' noncommercial ')
    .replace(DENIED, ' ')
    .replace(/\b(embeddings?)(?= (models?|vectors?|search|space))/gi, ' ')
    .replace(/\b(open|closed)[- ]source(d)?\b(?! (?:our|the|a|it))/gi, ' ')
    .replace(/\b(non[- ]?commercial|research|commercial) (licen[sc]es?|terms)\b/gi, ' ');
  const found = PATTERNS.filter(([, patterns]) => patterns.some((pattern) => pattern.test(cleaned))).map(
    ([activity]) => activity,
  );
  if (learnsFromOutputs(cleaned) && !found.includes('train_on_outputs')) found.push('train_on_outputs');
  const has = (activity: Activity) => found.includes(activity);
  const drop = new Set<Activity>();
  if (has('publish_derivative')) for (const wider of ['fine_tune', 'redistribute_weights'] as const) drop.add(wider);
  if (has('train_on_outputs'))
    for (const wider of ['use_outputs', 'fine_tune'] as const) if (!separately(cleaned, wider)) drop.add(wider);
  if (has('embed_in_product') && has('redistribute_weights') && !/redistribut|mirror|re-?host/i.test(cleaned))
    drop.add('redistribute_weights');
  if (
    found.some((activity) =>
      ['use_outputs', 'train_on_outputs', 'embed_in_product', 'host_for_others'].includes(activity),
    )
  )
    drop.add('use_commercially');
  if (
    has('use_internally') &&
    has('use_commercially') &&
    /\b(internal|in[- ]house|employees|staff)/i.test(cleaned) &&
    !/\b(and|or) (also )?(sell|commercial)/i.test(cleaned)
  ) {
    if (!/commercial|sell|customer|revenue/i.test(cleaned)) drop.add('use_commercially');
  }
  const activities = found.filter((activity) => !drop.has(activity));
  if (activities.length > 0) return { activities: order(activities), general: false };
  return GENERAL_USE.test(text)
    ? { activities: ['use_commercially'], general: true }
    : { activities: [], general: false };
};

/** "fine-tune it and train on its outputs": both were asked when they are joined by "and" or a comma. */
const separately = (text: string, activity: Activity): boolean =>
  activity === 'fine_tune'
    ? /\b(fine-?tune|finetune|modify)\b(?: it| the model| the weights| this model)?,? (and|or)\b/i.test(text)
    : /\b(own|owns|owned|sell|belongs?)\b/i.test(text) && /\b(and|or|also)\b/i.test(text);

const ORDER: Activity[] = [
  'use_commercially',
  'use_internally',
  'research',
  'host_for_others',
  'embed_in_product',
  'redistribute_weights',
  'fine_tune',
  'publish_derivative',
  'use_outputs',
  'train_on_outputs',
];
const order = (activities: Activity[]): Activity[] =>
  [...activities].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
