import type { z } from 'zod';

/** Ends the command with one line on standard error and exit code 2: the input was bad, nothing was lost. */
export const complain = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};

/** @returns the first fault of a schema check, with its place */
export const firstProblem = (error: z.ZodError): string => {
  const [issue] = error.issues;
  const at = issue?.path.join('.');
  return `${at ? `${at}: ` : ''}${issue?.message ?? 'not valid'}`;
};
