import { patternOf } from '../patterns/pattern-of.ts';
import type { Inquiry } from './inquiry.ts';

/** "Whisper via the OpenAI API", "on Bedrock": somebody else runs it, and the asker calls it. */
const CALLED = patternOf(
  /\b(?<!\b(?:host|offer|serv|provid|expos)\w* [^.?!]{0,60})(?:via|through|over)\s+(?!our\b|my\b|an own\b)(?:[\w'’.-]+ ){0,3}?(?:apis?|bedrock|azure|vertex|sagemaker|openrouter|together|fireworks|groq|replicate|deepinfra)\b|\b(?:on|from|in|using|with)\s+(?:the )?(?:amazon |aws |microsoft |google |google cloud )*(?:bedrock|azure(?: ai| openai)?|vertex(?: ai)?|sagemaker|openrouter|together\.ai|fireworks(?: ai|\.ai)|groq(?:cloud)?|replicate|deepinfra)\b/i,
);

/** @returns whether weights that anyone may run are used as a service of somebody else's, whose terms bind as well */
export const isServedByOthers = ({ message, activities }: Inquiry): boolean =>
  CALLED.test(message) && !activities.includes('host_for_others');

export const SERVICE_TERMS =
  'Used through a service, its own terms bind you as well, and may be stricter; this answer is for the licence of the model.';
