import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';

/** @returns what stands in a file of one JSON object a line; throws with file and line where one is malformed */
export const readJsonLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      const result = schema.safeParse(JSON.parse(line));
      if (result.success) return result.data;
      const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      throw new Error(`${basename(file)}:${at + 1}: ${problems.join('; ')}`);
    });
