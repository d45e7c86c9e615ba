const CALLS_A_QUESTION = 2;

type Running = { deadline: AbortSignal; calls: number };

/**
 * What one question may take: two calls, and one span of time over both. A question is told by the signal that stops
 * it, which its reading and its explanation share.
 */
export const createQuestions = (questionMs: number) => {
  const running = new WeakMap<AbortSignal, Running>();
  return {
    /** @returns the signal that ends the question's time, or null where its calls are used up */
    begin: (stop: AbortSignal): AbortSignal | null => {
      const question = running.get(stop) ?? { deadline: AbortSignal.timeout(questionMs), calls: 0 };
      if (question.calls >= CALLS_A_QUESTION) return null;
      question.calls += 1;
      running.set(stop, question);
      return question.deadline;
    },
  };
};
