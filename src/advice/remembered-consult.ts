import type { Consult, Consulted } from './consult.ts';

const MOST = 500;

/**
 * Keeps the last 500 answers, so that "Details" or "Share" shows the very answer that was given and costs no second call.
 * Only what a model took part in is kept; the rules give the same answer again at once.
 */
export const rememberingConsult = (consult: Consult): Consult => {
  const kept = new Map<string, Consulted>();
  return async (asked, today, call) => {
    const key = JSON.stringify([call.team, today, asked.question, asked.context ?? '', asked.profile ?? {}]);
    const held = kept.get(key);
    if (held) return held;
    const consulted = await consult(asked, today, call);
    if (consulted.read === 'rules' && consulted.answer.explanation.length === 0) return consulted;
    kept.set(key, consulted);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return consulted;
  };
};
