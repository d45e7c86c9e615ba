/** Words of plain English that are also pieces of names: they count as such only when written in one word with the name. */
export const ONLY_WHEN_JOINED = new Set(
  'a an and any are as at be by can code community data do e for free from how i if in is it its license licence me my no not of on one only open or our research so some source text that the their them there these they this to use used uses v was we what when which who why will with would you your'.split(
    ' ',
  ),
);

/** Names of models that are also everyday words: alone and in lower case they are not read as names. */
export const EVERYDAY_NAMES = new Set(
  'opt command step ring ling large small medium open code base dots next smart art seamless magnet sam nova sonar step bard ernie marco neo poro'.split(
    ' ',
  ),
);

/** First names that are names of models too. */
export const NAMES_OF_PEOPLE = new Set(['Sam', 'Ernie', 'Marco', 'Neo', 'Nova', 'Art']);

/** Everyday words one letter away from a name. */
export const NEVER_A_TYPO = new Set(
  'ollama clause clauses table tables gamma article ember broom commands codes codec comic polar jolly folly bonnet falcons whispers whispered blooms model models chart chats chars lambda stables doll dolls turbos scale grant grants granted stale mixed mixture quote quotes allow allows alone aloud could would cloud clouds claims claim sales start smaller larger music video videos image images sound terms commend common comma comment comments owned other others their there these those three share shared stable staple store stored story title titles total totals under using white whole whose world worth write youth'.split(
    ' ',
  ),
);

/** Words by which developers tell siblings apart; after a name they announce a sibling, held or not. */
export const SIBLING_WORDS = new Set(
  'ultra pro max mini nano plus turbo lite flash large small medium xl xxl huge giant tiny vision coder math omni guard vl audio thinking reasoning opus sonnet haiku instant air scout maverick behemoth edge embed embedding tts asr ocr schnell dev klein kontext'.split(
    ' ',
  ),
);

/** What may be joined to a name without making another name of it. */
export const HARMLESS_PARTS = new Set(
  'based like style styled licensed licenced derived model models family series type class generated powered trained compatible and or vs versus the a an of weights weight licence license output outputs finetune finetuned fine tuned tune style sized grade flavoured only ai llm huggingface hf ollama com co library github http https www resolve blob main tree'.split(
    ' ',
  ),
);

/** People who publish unchanged copies of others' models in other number formats. */
export const REPACKERS = new Set(
  'thebloke unsloth bartowski mlx-community lmstudio-community maziyarpanahi quantfactory second-state ggml-org hugging-quants neuralmagic redhatai mradermacher nousresearch casperhansen solidrust city96 kijai comfy-org ollama ai legraphista qwen-community duyntnet lmstudio'.split(
    ' ',
  ),
);
