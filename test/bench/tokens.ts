import { countTokens as count } from 'gpt-tokenizer/encoding/o200k_base';
import { createAdvisor } from '../../src/advice/advise.ts';
import type { Answer } from '../../src/advice/answer.ts';
import { createConsult } from '../../src/advice/consult.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { readKnowledgeFiles } from '../../src/disk/read-files.ts';
import { materialToExplain } from '../../src/llm/material.ts';
import { fillPrompt } from '../../src/llm/prompt.ts';
import { MODEL_LIMITS } from '../../src/llm/settings.ts';
import { startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';
import { type Gold, readGold } from '../eval/gold.ts';
import { modelAt, prompts } from '../support/language-model.ts';
import { type Decided, decides } from './deciding-clauses.ts';
import { quantile } from './figures.ts';
import { chunksOf, createRetrieval } from './retrieval.ts';

const today = new Date().toISOString().slice(0, 10);
const AIM = 0.25;

type Sent = { messages: { role: string; content: string }[] };
type Asked = { gold: Gold; answer: Answer; requests: string[][]; facts: string };

const textsOf = (body: unknown): string[] => (body as Sent).messages.map((message) => message.content);
const factsIn = (texts: string[]): string => /<facts>\n([\s\S]*?)\n<\/headline>/.exec(texts.at(-1)!)?.[1] ?? '';
const isReading = (texts: string[]): boolean => texts.at(-1)!.includes('<candidates>');
const total = (texts: string[]): number => texts.reduce((sum, text) => sum + count(text), 0);
const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** Asks every gold question with the honest stand-in behind the real client, and keeps what was sent for each. */
const askAll = async (gold: Gold[], knowledge: NonNullable<ReturnType<typeof loadKnowledge>['catalogue']>) => {
  const standIn = await startStandInModel({ port: 0, persona: 'honest' });
  const { model } = modelAt(standIn.url, { personCalls: 1_000, workspaceCalls: 1_000_000 });
  const consult = createConsult(createAdvisor(knowledge), knowledge, model);
  const asked: Asked[] = [];
  for (const item of gold) {
    const before = standIn.requests.length;
    const call = { team: 'T0', person: item.id, signal: new AbortController().signal };
    const { answer } = await consult(item, today, call);
    const requests = standIn.requests.slice(before).map(textsOf);
    asked.push({ gold: item, answer, requests, facts: factsIn(requests.find((texts) => !isReading(texts)) ?? ['']) });
  }
  await standIn.close();
  return asked;
};

/**
 * Tokens of a question: the packet as it is really sent, beside stuffing the entries of the licences in question, the
 * whole knowledge, and a plain retrieval; and for how many questions the decisive clauses are in what is sent.
 * Counted with the encoding of current OpenAI models; other models' tokenizers differ by some per cent, for all alike.
 */
export const benchTokens = async (): Promise<void> => {
  const { catalogue } = loadKnowledge(today);
  if (!catalogue) throw new Error('The knowledge cannot be read; run npm run knowledge.');
  const files = readKnowledgeFiles();
  const textAt = new Map(files.map((file) => [file.path, file.text]));
  const retrieve = createRetrieval(chunksOf(files, count));
  const asked = await askAll(readGold(), catalogue);
  const sent = asked.filter(({ facts }) => facts !== '');

  const retrieved = (item: Gold): string =>
    retrieve(`${item.question}\n${item.context ?? ''}`)
      .map((chunk) => chunk.text)
      .join('\n\n');
  const entries = ({ gold, answer }: Asked): string => {
    const named = [...gold.licences, ...answer.subjects.flatMap(({ licence }) => licence ?? [])];
    const all = new Set(named.flatMap((id) => [id, ...(catalogue.licences.get(id)?.incorporates ?? [])]));
    return [...all].map((id) => textAt.get(`licences/${id}.yml`) ?? '').join('\n');
  };
  /** the same instructions and question, with other material in the place of the packet */
  const request = (question: string, material: string): number => {
    const { values } = materialToExplain({ question, headline: '', facts: [] }, MODEL_LIMITS.inputCharacters);
    return total(fillPrompt(prompts.explain, values).map(({ content }) => content)) + count(material);
  };

  const knowledgeTokens = files.reduce((sum, file) => sum + count(file.text), 0);
  const rows = sent.map((one) => {
    const withEntries = entries(one);
    const chunks = retrieved(one.gold);
    return {
      packet: count(one.facts),
      request: one.requests.reduce((sum, texts) => sum + total(texts), 0),
      entries: withEntries === '' ? null : count(withEntries),
      chunks: count(chunks),
      chunksRequest: request(one.gold.question, chunks),
    };
  });
  const line = (label: string, values: number[], more = '') =>
    console.log(
      `  ${label.padEnd(46)} median ${whole(quantile(values, 0.5)).padStart(7)}, p95 ${whole(quantile(values, 0.95)).padStart(7)}${more}`,
    );
  const ratio = (part: (row: (typeof rows)[number]) => number, of: (row: (typeof rows)[number]) => number) =>
    `   (${percent(quantile(rows.map(part), 0.5) / quantile(rows.map(of), 0.5))} of it by the median; aim: ${percent(AIM)})`;
  const calls = asked.reduce((sum, { requests }) => sum + requests.length, 0);
  console.log(
    `tokens  ${asked.length} gold questions: ${sent.length} with a packet, ${asked.length - sent.length} answered without (asked back, not covered, declined); ${(calls / asked.length).toFixed(2)} calls a question`,
  );
  line(
    'packet: the findings of the answer',
    rows.map((row) => row.packet),
  );
  line(
    'plain retrieval: 8 chunks',
    rows.map((row) => row.chunks),
    ratio(
      (row) => row.packet,
      (row) => row.chunks,
    ),
  );
  line(
    'the entries of the licences in question',
    rows.flatMap((row) => row.entries ?? []),
  );
  console.log(`  ${'the whole knowledge'.padEnd(46)}        ${whole(knowledgeTokens).padStart(7)}`);
  line(
    'all that is sent, instructions and readings too',
    rows.map((row) => row.request),
  );
  line(
    'the same instructions with 8 chunks',
    rows.map((row) => row.chunksRequest),
    ratio(
      (row) => row.request,
      (row) => row.chunksRequest,
    ),
  );

  const decided = asked.filter(({ gold }) => gold.conditions.length > 0);
  const share = (material: (one: Asked) => string): Decided =>
    decides(
      catalogue,
      decided.map((one) => ({ ...one, material: material(one) })),
    );
  const ours = share((one) => one.facts);
  const theirs = share((one) => retrieved(one.gold));
  const right = decided.filter(({ gold, answer }) => gold.verdict.includes(answer.verdict)).length;
  console.log(
    `verdicts  ${decided.length} gold questions name the clauses that decide them; all of these clauses are in the packet for ${percent(ours.clauses)}, in the 8 chunks for ${percent(theirs.clauses)};
          and so is, which licence the model has: ${percent(ours.withModel)}, ${percent(theirs.withModel)}. The rules' verdict is right for ${percent(right / decided.length)}.`,
  );
};
