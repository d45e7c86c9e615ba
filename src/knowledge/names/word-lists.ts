/** Words of plain English that are also pieces of names: they count as such only when written in one word with the name. */
export const ONLY_WHEN_JOINED = new Set(
  'a an and any are as at be by can code community data do e for free from how i if in is it its license licence me my no not of on one only open or our research so some source text that the their them there these they this to use used uses v was we what when which who why will with would you your'.split(
    ' ',
  ),
);

/** Names of models that are also everyday words: alone and in lower case they are not read as names. */
export const EVERYDAY_NAMES = new Set(
  'intern index seed north solar playground opt command step ring ling large small medium open code base dots next smart art seamless magnet sam step bard ernie marco neo poro'.split(
    ' ',
  ),
);

/** First names that are names of models too. */
export const NAMES_OF_PEOPLE = new Set(['Sam', 'Ernie', 'Marco', 'Neo', 'Nova', 'Art']);

/** Everyday words one letter away from a name. */
export const NEVER_A_TYPO = new Set(
  'intern interns ollama clause clauses table tables gamma article ember broom commands codes codec comic polar jolly folly bonnet falcons whispers whispered blooms model models chart chats chars lambda stables doll dolls turbos scale grant grants granted stale mixed mixture quote quotes allow allows alone aloud could would cloud clouds claims claim sales start smaller larger music video videos image images sound terms commend common comma comment comments owned other others their there these those three share shared stable staple store stored story title titles total totals under using white whole whose world worth write youth'.split(
    ' ',
  ),
);

/** Words by which developers tell siblings apart; after a name they announce a sibling, held or not. */
export const SIBLING_WORDS = new Set(
  'ultra pro max mini nano plus turbo lite flash large small medium xl xxl huge giant tiny vision coder math omni guard vl audio thinking reasoning opus sonnet haiku instant air scout maverick behemoth edge embed embedding schnell dev klein kontext'.split(
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
  osi osaid osd spdx gdpr hipaa sox aup eula tos nda ip faq pdf csv json sdk poc mvp b2b b2c mau arr ceo cto cfo hr it ok tldr fyi imo asap ollama vllm lmstudio transformers pytorch llama.cpp gguf lora qlora peft
  fine-tune fine-tuned fine-tuning self-host self-hosted on-prem on-premise open-source open-weight open-weights non-commercial third-party closed-source
  ocr tts asr stt nlp ner vlm vlms vision ide crm erp kpi chat embedding embeddings classification translation summarisation summarization
  yes-or-no ship shipping sell selling versus vs please thx regarding concerning via
  usd eur gbp dollar dollars euro euros million billion thousand self cheaper hosting budget boss class teaching
  offer offering provide providing serve serving train launch launching call called via distil distill resell expose integrate bundle package try test evaluate consider choose pick prefer
  summarise summarize compare list find show tell explain recommend suggest`
    .split(/\s+/)
    .filter(Boolean),
);
