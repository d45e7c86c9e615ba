import type { z } from 'zod';

/** Ends the command with one line on standard error and exit code 2: the input was bad, nothing was lost. */
export const complain = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};

type Issue = z.core.$ZodIssue;

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
};
const kind = (name: string): string => KINDS[name] ?? name;

/** @returns the first fault of a schema check with its place, in plain words */
export const firstProblem = (error: z.ZodError): string => {
  const [issue] = error.issues;
  if (!issue) return 'not valid';
  const at = issue.path.join('.');
  return `${at ? `${at}: ` : ''}${inWords(issue)}`;
};

const inWords = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && / received undefined$/.test(issue.message)
        ? `missing; expected ${kind(issue.expected)}`
        : `expected ${kind(issue.expected)}`;
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} ${issue.keys.length === 1 ? 'is not' : 'are not'} known here`;
    case 'invalid_union':
      return `expected ${[...new Set(issue.errors.flatMap((errors) => errors.flatMap((one) => (one.code === 'invalid_type' ? [kind(one.expected)] : []))))].join(' or ') || 'another value'}`;
    case 'too_small':
      return `expected at least ${issue.minimum}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'invalid_format':
      return 'expected two-letter country codes such as "DE"';
    default:
      return issue.message;
  }
};
