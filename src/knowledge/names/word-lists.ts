/** Words of plain English that are also pieces of names: they count as such only when written in one word with the name. */
export const ONLY_WHEN_JOINED = new Set(
  'a an and any are as at be by can code community data do e for free from how i if in is it its license lora loras licence me my no not of on one only open or our research so some source text that the their them there these they this to use used uses v was we what when which who why will with would you your'.split(
    ' ',
  ),
);

/** Names of models that are also everyday words: alone and in lower case they are not read as names. */
export const EVERYDAY_NAMES = new Set(
  'yuan intern index seed north solar playground opt command step ring ling large small medium open code base dots next smart art seamless magnet sam step bard ernie marco neo poro clip'.split(
    ' ',
  ),
);

/** First names that are names of models too. */
export const NAMES_OF_PEOPLE = new Set([
  'Sam',
  'Ernie',
  'Marco',
  'Neo',
  'Nova',
  'Art',
  'Lucie',
  'Amber',
  'Alia',
  'Leo',
]);

/**
 * Names of models that are nouns as well, in English or another language. They are names wherever nothing speaks for
 * the noun: an article or another describing word before them, a second noun behind them.
 */
export const NAMES_THAT_ARE_NOUNS = new Set(
  'alpaca amber bark bloom canary chameleon chronos clip dia dolphin flux galactica granite hermes jamba koala lucie minerva mochi muse opus orca orion phi pythia sailor sonar sonnet haiku starling trinity viking zephyr fugu electra inflection maverick'.split(
    ' ',
  ),
);

/** Words that stand before a noun and not before a name, in the languages that questions come in. */
export const BEFORE_A_NOUN = new Set(
  `a an this that these those each every one per another any some our my your his her their its short long little nice cool funny few two three
  video film movie tv audio music promo ad news light power data party farewell birthday wedding leaving teaser
  un une le la les ce cette notre mon leur el los las una uno nuestro il lo gli een het deze dit onze
  ein eine einen einem einer der die das den dem unser unsere kein keine`.split(/\s+/),
);

/** Nouns that make a plain word of the name before them: "bloom filter", "sonar sensors". */
export const AFTER_A_NOUN = new Set(
  `filter filters art arts board alert wool juice bar sensors sensor system bear coefficient belt college ship bank show release deployment countertop
  de del der des du di da von van like`.split(/\s+/),
);

/** What makes a name of such a word all the same. */
export const SAYS_MODEL =
  /^(models?|modell|modelo|modello|modèle|weights?|gewichte|licen[cs]es?|lizenz|licence|licencia|licenza|outputs?|api)$/;

/** Words of a German sentence; in one "mit" is "with" and not the licence. */
export const GERMAN = new Set(
  `ich du er wir ihr sie mir uns euch dürfen darf dürfte kann können könnte könnten muss müssen möchte möchten will wollen soll sollen sollte haben hat habe ist sind war wird werden würde bin machen mache geht gibt
  der die das den dem des ein eine einen einem einer eines mein meine unser unsere unserem unseren kein keine und oder aber auch nur noch schon nicht für auf aus bei nach von vom zum zur im am als wie was wer wo wenn dass ob man es etwas
  kunden produkt firma daten modell modelle lizenz kommerziell nutzen verwenden benutzen trainieren verkaufen bauen arbeiten antworten ausgaben umsatz mitarbeitern nutzern euro millionen`.split(
    /\s+/,
  ),
);

/** Everyday words one letter away from a name. */
export const NEVER_A_TYPO = new Set(
  'blood brood broods dalla delle lasse amper bitget interp pharma macro macros robert roberto starting minimal minima minim chrono shallow marc marcos marko mario onion inter boom commander stapling stalling starving starring sterling pixar mocha yours infliction swallows lucid lucien dale dolby moshe janos ariel galas manet logcat bitset gemm intern interns labs ollama clause clauses table tables gamma article ember broom commands codes codec comic polar jolly folly bonnet falcons whispers whispered blooms model models chart chats chars lambda stables doll dolls turbos scale grant grants granted stale mixed mixture quote quotes allow allows alone aloud could would cloud clouds claims claim sales start smaller larger music video videos image images sound terms commend common comma comment comments owned other others their there these those three share shared stable staple store stored story title titles total totals under using white whole whose world worth write youth'.split(
    ' ',
  ),
);

/** Words by which developers tell siblings apart; after a name they announce a sibling, held or not. */
export const SIBLING_WORDS = new Set(
  'ultra pro max mini nano plus turbo lite flash large small medium xl xxl huge giant tiny vision coder math omni guard vl audio thinking reasoning opus sonnet haiku instant air scout maverick behemoth edge embed embedding schnell dev klein kontext lightning uncensored abliterated'.split(
    ' ',
  ),
);

/** What may be joined to a name without making another name of it. */
export const HARMLESS_PARTS = new Set(
  'based like style styled licensed licenced derived model models family series type class generated powered trained compatible and or vs versus the a an of weights weight licence license output outputs finetune finetuned fine tuned tune style sized grade flavoured cpp ggml gguf something anything xyz prefix name names named whatever only ai llm huggingface hf ollama com co library github http https www resolve blob main tree'.split(
    ' ',
  ),
);

/** People who publish unchanged copies of others' models in other number formats. */
export const REPACKERS = new Set(
  'thebloke unsloth bartowski mlx-community lmstudio-community maziyarpanahi quantfactory second-state ggml-org hugging-quants neuralmagic redhatai mradermacher nousresearch casperhansen solidrust city96 kijai comfy-org ollama ai legraphista qwen-community duyntnet lmstudio'.split(
    ' ',
  ),
);

/** Plain words of questions like these: none of them is the name of a model by itself. */
export const NOT_A_NAME = new Set(
  `a an the it its this that these those them they he she we our us you your i my me one ones both each any some such all most many few none no not what which who how why when where whether if
  and or but so because since as than then there here now yes please hi hello thanks hey ok okay just also only even still
  model models llm llms ai ml genai weights weight output outputs code data dataset datasets training finetune finetuning checkpoint checkpoints licence license licences licenses licensed terms clause clauses open opensource source
  closed proprietary commercial commercially noncommercial free paid internal internally external production product products app apps service services customer customers client clients company companies business team teams
  startup enterprise user users employee employees people developers engineers content text image images video videos audio music voice speech synthetic generated content something anything everything nothing someone
  anyone public private cloud local server servers gpu gpus cpu api apis saas rag agent agents chatbot bot tool tools software hardware device devices phone mobile web website platform
  large small big new old latest current good better best right wrong legal legally allowed permitted possible required safe okay
  use using used uses can could may might must shall should would will do does did is are was were be been being have has had get make made build built train trained ship run host deploy sell give put take need want
  for from with without within into onto about under over between of on in at to by via per research academic university students education government military medical healthcare finance banking legaltech
  europe european eu us usa uk germany german france french china chinese japan korea india english january february march april may june july august september october november december monday tuesday wednesday thursday friday
  openai meta google microsoft anthropic amazon aws azure nvidia apple ibm alibaba tencent bytedance baidu huawei mistralai hugging face huggingface github gitlab slack kubernetes docker python typescript linux windows ios android
  osi osaid osd spdx gdpr hipaa sox aup eula tos nda ip faq pdf csv json sdk poc mvp b2b b2c mau arr ceo cto cfo hr it ok tldr fyi imo asap ollama vllm lmstudio transformers pytorch llama.cpp gguf lora loras qlora qloras peft
  fine-tune fine-tuned fine-tuning self-host self-hosted on-prem on-premise open-source open-weight open-weights non-commercial third-party closed-source
  ocr tts asr stt nlp ner vlm vlms vision ide crm erp kpi chat embedding embeddings classification translation summarisation summarization
  yes-or-no ship shipping sell selling versus vs please thx regarding concerning via
  usd eur gbp dollar dollars euro euros million billion thousand self cheaper hosting budget boss class teaching
  offer offering provide providing serve serving train launch launching call called via distil distill resell expose integrate bundle package try test evaluate consider choose pick prefer
  summarise summarize compare list find show tell explain recommend suggest`
    .split(/\s+/)
    .filter(Boolean),
);

/** Small words of other languages, which stand before names and are none. */
export const FUNCTION_WORDS = new Set([
  ...GERMAN,
  ...`mit ohne über durch gegen um beim
  je tu il elle nous vous ils puis peux peut pouvons pouvez dois doit faut est sont un une des le la les de du au aux en et ou avec pour sur dans que qui utiliser voudrais veux vendre modèle
  puedo podemos puede se usar utilizar el los las uno una unos para con sin por en y o que es son quiero vender modelo este esta
  posso possiamo può usare il lo gli per con di da che è sono vendere modello questo
  mag mogen ik wij we kan kunnen het een de voor met van in op en of gebruiken verkopen`.split(/\s+/),
]);
