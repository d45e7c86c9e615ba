/** Something wrong with the knowledge: which file, where in it, what and how to mend it. */
export type Problem = { file: string; at: string; message: string; severity: 'error' | 'warning' };

/** @returns a problem that fails the check */
export const problem = (file: string, at: string, message: string): Problem => ({
  file,
  at,
  message,
  severity: 'error',
});

/** @returns a problem that is shown and does not fail the check */
export const warning = (file: string, at: string, message: string): Problem => ({
  file,
  at,
  message,
  severity: 'warning',
});
