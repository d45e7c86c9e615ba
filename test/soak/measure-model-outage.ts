import type { Answered } from './askers.ts';
import type { Fleet } from './fleet.ts';
import type { ModelEndpoint, Outage } from './model-outage.ts';

const PER_SECOND = 6;
/** Explained answers in a row, a process, until the model counts as back for all. */
const IN_A_ROW = 6;
/** Longer than the model may rest, and a question may take. */
const LONGEST_MS = 120_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Seconds, by the clock of the sandbox's time stamps. */
const now = () => (performance.timeOrigin + performance.now()) / 1000;

export type OutageFigures = {
  /** seconds from the model's return to the first explained answer, and to the last one without an explanation */
  first: number;
  all: number;
  /** seconds that the slowest answer took, of the questions asked while the model was down */
  slowest: number;
  asked: number;
  /** questions without an answer; answers too many; other answers than the rules give, or explained by no model */
  lost: number;
  duplicates: number;
  wrong: number;
};

/** Asks while the model is down, and after it is back until each answer is explained again. */
export const measureModelOutage = async (
  fleet: Fleet,
  model: ModelEndpoint,
  outage: Outage,
  downMs: number,
): Promise<OutageFigures> => {
  const { askers } = fleet;
  await fleet.connected(fleet.replicas.length * 2);
  const askFor = async (ms: number, enough: () => Promise<boolean> = async () => false): Promise<void> => {
    const end = now() + ms / 1000;
    while (now() < end && !(await enough())) {
      await askers.askNew();
      await sleep(1000 / PER_SECOND);
    }
  };
  const since = async (start: number): Promise<Answered[]> => (await askers.answered()).filter(({ at }) => at >= start);
  /** the newest questions, in a row that every process has its part in, have each an explained answer */
  const allExplained = (start: number) => async (): Promise<boolean> => {
    const given = (await since(start)).filter(({ answers }) => answers.length > 0);
    const last = given.slice(-IN_A_ROW * fleet.replicas.length);
    return last.length === IN_A_ROW * fleet.replicas.length && last.every(({ answers }) => answers[0]!.explained);
  };

  await askFor(LONGEST_MS, allExplained(now()));
  await askers.untilAnswered(30_000);
  await model.begin(outage);
  const down = now();
  await askFor(downMs);
  await model.end();
  const back = now();
  await askFor(LONGEST_MS, allExplained(back));
  await askers.untilAnswered(30_000);

  const asked = await since(down);
  const answers = asked.flatMap((one) => one.answers);
  const meanwhile = asked.filter(({ at }) => at < back);
  const explained = answers.filter((one) => one.explained && one.at > back).map((one) => one.at);
  const plain = answers.filter((one) => !one.explained && one.at > back).map((one) => one.at);
  return {
    first: Math.min(...explained) - back,
    all: Math.max(back, ...plain) - back,
    slowest: Math.max(...meanwhile.map((one) => (one.answers[0]?.at ?? Number.POSITIVE_INFINITY) - one.at)),
    asked: meanwhile.length,
    lost: asked.filter((one) => one.answers.length === 0).length,
    duplicates: asked.reduce((sum, one) => sum + Math.max(0, one.answers.length - 1), 0),
    wrong: answers.filter((one) => !one.right || (one.explained && one.at > down && one.at < back)).length,
  };
};
