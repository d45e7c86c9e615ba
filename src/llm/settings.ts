/** Which endpoint, and how much of it. Durations are milliseconds. */
export type ModelSettings = {
  /** null: the client's own default, api.openai.com */
  baseUrl: string | null;
  model: string;
  /** null: the endpoint asks for none */
  apiKey: string | null;
  /** one attempt of a request; it is tried twice at most */
  attemptMs: number;
  /** everything that is asked for one question, retries and both calls included */
  questionMs: number;
  /** the longest reply, in tokens; a model that thinks first spends them on that, too */
  replyTokens: number;
  /** outsiders' words that are sent for one question */
  inputCharacters: number;
  /** calls in an hour: one question takes two at most */
  personCalls: number;
  workspaceCalls: number;
  /** failures of the endpoint in a row, after which it is tried once in `pauseMs` only */
  failures: number;
  pauseMs: number;
  /** the longest that an answer waits for such a trial; the trial itself has the time of any call */
  trialMs: number;
};

/** The limits where nothing else is configured. */
export const MODEL_LIMITS = {
  attemptMs: 15_000,
  questionMs: 25_000,
  replyTokens: 1_000,
  inputCharacters: 4_000,
  personCalls: 60,
  workspaceCalls: 600,
  failures: 5,
  // an endpoint that is well again is used within ten seconds; one that is ill gets two requests in that time
  pauseMs: 8_000,
  trialMs: 5_000,
} as const;

/** Where the rim says what happened. Neither a question nor a key is ever among the fields. */
export type ModelLog = {
  info: (fields: Record<string, unknown>, message: string) => void;
  warn: (fields: Record<string, unknown>, message: string) => void;
};
