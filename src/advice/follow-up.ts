import { patternOf } from '../patterns/pattern-of.ts';

/** "Who says that?", "which clause": the grounds of the answer before are asked for. */
const ASKS_GROUNDS = patternOf(
  /\b(who says(?: (?:that|so|this))?|says who|which (?:clause|section|paragraph|article|passage)|what (?:clause|section|paragraph)|where (?:does|do|is|exactly|in)\b[^?]{0,40}\b(?:says?|state[sd]?|written|stand|find|text|licen[cs]e|terms)|where (?:did|do) you (?:get|see|read|have)|(?:the|that|an?|exact|relevant|quote|cite|show me|give me|want) (?:exact |relevant |precise )?(?:clause|wording|passage|paragraph|source|quote|citation)s?|on what (?:basis|grounds?)|based on what|how (?:come|so)|why (?:is that|not|so|exactly)|why\?|prove it|proof|source\?|are you sure|really\?|quelle|wo steht das|welche klausel|wer sagt das|第几条|哪一条|依据)\b|^\s*(?:why|source|sure|really|warum|wieso|为什么)\W*$/i,
);

/** "… if we're a charity", "what if nobody pays": the question of the thread is asked again, for another fact. */
const ASKS_AGAIN = patternOf(
  /\b(?:(?:and |but |even |what |also )?if|in case|suppose|assuming|provided|as long as|given that|say|when) (?:we|i|it|they|our|the|nobody|no one|that|this)\b|\b(?:what|how) about\b|\bdoes (?:that|this|it|the (?:whole )?(?:thing|answer)) (?:still )?(?:change|hold|apply|differ|stay|remain|matter)\b|\b(?:still|also|too|then|as well|either|anyway|alike|the same)\b[^?]{0,10}\?|^\s*(?:and|und|et|or|oder|ok|okay|so|but|then|also|even)\b/i,
);

/** "Does it change anything that we're a start-up" */
const CHANGES_ANSWER = patternOf(
  /^\W*(?:no,? wait|wait,? no|actually|sorry|correction|hang on|scratch that)\b|\b(?:does|would|will|do|did) (?:that|this|it|the (?:whole )?(?:thing|answer|verdict|picture))\b[^?]{0,20}\b(?:change|differ|matter|make (?:a|any) difference|affect|alter)\b|\bänder\w* (?:das|sich)\b/i,
);

/** "Just the pictures then": what the model makes, and not the model. */
const ONLY_OUTPUTS = patternOf(
  /\b(?:just|only|about|and|but) (?:with |use |using |for )?(?:the |its |those |these )?(?:outputs?|images?|pictures?|pics|photos|songs?|videos?|clips?|music|tracks?|audio|voices?|texts?|results?|renders?|transcripts?|translations?|answers)\b(?! (?:model|generat|api|app))|\b(?:outputs?|images?|pictures?|songs?|videos?|clips?|music|audio|texts?|results?|transcripts?|translations?) (?:only|alone|themselves|itself)\b/i,
);

/** @returns whether a text turns from the model to what it makes */
export const turnsToOutputs = (text: string): boolean => ONLY_OUTPUTS.test(text);

/** @returns whether a text asks if what it says changes the answer before */
export const asksWhetherItChanges = (text: string): boolean => CHANGES_ANSWER.test(text);

/** Thanks, laughter or a goodbye: what follows without a word of ours is small talk. */
const CLOSES = patternOf(
  /^\W*(?:(?:many |ok(?:ay)?,? |great,? |cool,? |ah,? |oh,? )?(?:thanks?|thank you|thx|ty|cheers|merci|danke\w*|谢谢|perfect|great|awesome|nice|cool|lovely|brilliant|haha\w*|lol|good (?:one|job|bot|night|evening)|well done|you'?re the best|bye|see you|later)\b)/i,
);
const CHATTER = patternOf(
  /\b(?:lunch|dinner|breakfast|coffee|tea|beer|drinks?|weekend|holidays?|vacation|weather|jokes?|birthday|football|match tonight|how are you|how's it going|good (?:night|evening|morning)|see you|bye|lol|haha\w*|friday|monday|weekend|tired|hungry|party|song|poem|sing)\b/i,
);

/** @returns whether a text asks for the grounds of what was answered before */
export const asksForGrounds = (text: string): boolean => ASKS_GROUNDS.test(text);

/** @returns whether a text asks the thread's question again, with something changed */
export const asksAgain = (text: string): boolean => ASKS_AGAIN.test(text);

/** @returns whether nothing in a message carries the thread on; `ours` tells of words that the advisor knows */
export const isSmallTalk = (message: string, text: string, ours: boolean): boolean =>
  !ours && (CHATTER.test(text) || (CLOSES.test(message) && !CLOSES.test(text) && !asksAgain(text))) && text.length < 80;
