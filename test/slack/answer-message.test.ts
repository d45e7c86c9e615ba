import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/slack/views/answer-message.ts';
import { advisor, TODAY } from '../support/shipped.ts';

type Shown = { type: string; text?: { text: string }; elements?: { text?: string }[]; rows?: { text: string }[][] };
const blocksOf = (question: string, full = false): Shown[] =>
  answerMessage(advisor.ask({ question }, TODAY), { key: 'C1:1.2', full }).body as unknown as Shown[];
const textOf = (block: Shown): string => block.text?.text ?? block.elements?.map((one) => one.text).join(' ') ?? '';
const section = (blocks: Shown[], title: string): string =>
  textOf(blocks.find((block) => textOf(block).startsWith(`*${title}*`))!);

describe('an answer at a glance', () => {
  it('has its parts in colours and words, and how open the model is, right below the verdict', () => {
    const [verdict, glance] = blocksOf('can we use Llama 3.1 70B commercially?').map(textOf);
    expect(verdict).toMatch(/^🟡 \*Yes, with conditions: Llama 3\.1 70B/);
    expect(glance).toContain('🟡\u00a0*weights, code, outputs* with conditions');
    expect(glance).toContain('▫️\u00a0*data* not released');
    expect(glance).toContain('🟦🟦⬜⬜ open weights, custom terms');
  });

  it('shows the elements of the OSI definition where openness is the question', () => {
    const glance = textOf(blocksOf('is OLMo 2 7B open source?')[1]!);
    expect(glance).toContain('🟦🟦🟦🟦 more fully open');
    expect(glance).toContain('🟢 data information · 🟢 code · 🟢 parameters');
  });

  it('a comparison begins with its table, each verdict with its colour', () => {
    const blocks = blocksOf('compare Llama 2 70B vs Mistral 7B v0.1');
    expect(blocks[1]!.type).toBe('table');
    const row = blocks[1]!.rows!.find(([label]) => label!.text === 'Commercial use')!.map((cell) => cell.text);
    expect(row[1]).toMatch(/^🟡 Yes, with conditions/);
    expect(row[2]).toMatch(/^🟢 Yes/);
  });

  it('names a licence once a list; the clauses that follow stand alone, each with its own link', () => {
    const ship = section(blocksOf('what do we have to ship with Llama 3.1 70B?', true), 'What to ship');
    expect(ship.match(/Llama 3\.1 Community License Agreement, §/g)).toHaveLength(1);
    expect(ship).toMatch(/<https:[^|>]+\|§\u00a01\.b\.iii>/);
  });

  it('says once what all picks of a shortlist have in common', () => {
    const answer = advisor.ask({ question: 'which coding models under 10B may we use commercially?' }, TODAY);
    const alike = answer.picks.map((pick) => ({ ...pick, because: ['commercial use: yes', ...pick.because] }));
    const blocks = answerMessage({ ...answer, picks: alike }, { key: null }).body as unknown as Shown[];
    const picks = blocks.map(textOf).find((text) => text.startsWith('*Each:'))!;
    expect(picks.match(/commercial use: yes/g)).toHaveLength(1);
  });
});
