import { type Advisor, createAdvisor } from '../../src/advice/advise.ts';
import type { Answer } from '../../src/advice/answer.ts';
import { CAVEAT } from '../../src/advice/answer.ts';
import { type Consult, createConsult } from '../../src/advice/consult.ts';
import { needsReading } from '../../src/advice/reading/needs-reading.ts';
import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import {
  PERSONAS,
  type PersonaName,
  type StandInModel,
  startStandInModel,
} from '../../src/stand-in-model/start-stand-in-model.ts';
import { modelAt } from '../support/language-model.ts';
import type { Gold, Meant } from './gold.ts';
import { type Score, scoreAnswer } from './score.ts';

export type Row = {
  name: 'no model' | PersonaName | 'live';
  scores: Score[];
  /** questions the rules read, whose verdict is not the rules' own */
  changed: string[];
  /** answers without caveat or sources */
  bare: string[];
  readByModel: number;
  askedBack: number;
  /** sentences of the model that were shown, and that were dropped */
  shown: number;
  dropped: number;
};

/** One way to answer all questions: by the rules alone, or with a model beside them. */
export const answerAll = async (
  name: Row['name'],
  catalogue: Catalogue,
  advisor: Advisor,
  consult: Consult,
  gold: Gold[],
  today: string,
): Promise<Row> => {
  const row: Row = { name, scores: [], changed: [], bare: [], readByModel: 0, askedBack: 0, shown: 0, dropped: 0 };
  for (const item of gold) {
    const call = { team: 'T0', person: item.id, signal: new AbortController().signal };
    const { answer, read, dropped } = await consult(item, today, call);
    row.scores.push(scoreAnswer(catalogue, item, answer));
    if (readByRules(advisor, item, today) && answer.verdict !== advisor.ask(item, today).verdict)
      row.changed.push(item.id);
    if (isBare(answer)) row.bare.push(item.id);
    if (read === 'model') row.readByModel += 1;
    if (read === 'asked_back') row.askedBack += 1;
    row.shown += answer.explanation.length;
    row.dropped += dropped.length;
  }
  return row;
};

const isBare = (answer: Answer): boolean =>
  answer.sources.length === 0 || answer.caveat !== CAVEAT || !answer.text.includes(CAVEAT);

const readByRules = (advisor: Advisor, item: Gold, today: string): boolean =>
  advisor.read(item).every((inquiry) => !needsReading(inquiry, advisor.answer([inquiry], today)));

/**
 * The same questions without a model and with each persona of the stand-in behind the real client.
 * @param meant how unusual questions were meant: the honest persona reads them as their authors did, which is the most a
 * model could do for them
 */
export const answerInRows = async (
  catalogue: Catalogue,
  gold: Gold[],
  meant: Meant[],
  today: string,
  onRow: (row: Row) => void = () => {},
): Promise<Row[]> => {
  const advisor = createAdvisor(catalogue);
  const rows: Row[] = [];
  const add = async (name: Row['name'], consult: Consult) => {
    rows.push(await answerAll(name, catalogue, advisor, consult, gold, today));
    onRow(rows.at(-1)!);
  };
  await add('no model', createConsult(advisor, catalogue, null));
  for (const persona of PERSONAS) {
    const standIn: StandInModel = await startStandInModel({ port: 0, persona, readings: meant });
    const { model } = modelAt(standIn.url, {
      attemptMs: 5000,
      questionMs: 10_000,
      personCalls: 1_000,
      workspaceCalls: 1_000_000,
    });
    await add(persona, createConsult(advisor, catalogue, model));
    await standIn.close();
  }
  return rows;
};
