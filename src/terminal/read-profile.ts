import { readFileSync } from 'node:fs';
import { type Profile, ProfileSchema } from '../advice/facts.ts';
import { complain, firstProblem } from './complain.ts';

/** Reads facts about a team from a JSON file; a file that cannot be used ends the command with one line. */
export const readProfile = (file: string): Profile => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return complain(`--profile: cannot read ${file}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return complain(`--profile: ${file} is not JSON.`);
  }
  const result = ProfileSchema.safeParse(json);
  return result.success ? result.data : complain(`--profile: ${file}: ${firstProblem(result.error)}.`);
};
