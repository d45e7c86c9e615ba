import { z } from 'zod';
import type { Advisor } from '../advice/advise.ts';
import { type Profile, ProfileSchema } from '../advice/facts.ts';
import { firstProblem } from './complain.ts';

const Line = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  question: z.string().refine((text) => text.trim() !== '', 'the question is empty'),
  context: z.string().nullish(),
  profile: ProfileSchema.nullish(),
});

/**
 * Answers one question a line, in order. A bad line gives `{"id", "error"}` on its line and the next one is read.
 * @param profile facts that hold where a line brings none of its own
 */
export const answerLines = async (
  advisor: Advisor,
  lines: AsyncIterable<string>,
  profile: Profile,
  today: () => string,
  write: (line: string) => void,
): Promise<void> => {
  for await (const line of lines)
    if (line.trim() !== '') write(JSON.stringify(answerLine(advisor, line, profile, today())));
};

const answerLine = (advisor: Advisor, line: string, profile: Profile, today: string): unknown => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: 'not a JSON object on one line' };
  }
  const id = typeof json === 'object' && json !== null && 'id' in json ? (json.id ?? null) : null;
  const result = Line.safeParse(json);
  if (!result.success) return { id, error: firstProblem(result.error) };
  const { question, context, profile: own } = result.data;
  return { ...advisor.ask({ question, context: context ?? undefined, profile: { ...profile, ...own } }, today), id };
};
