import { expect, test } from 'vitest';
import { ATTACK_CLASSES, readAttacks, readHarmless } from './attacks.ts';

const attacks = readAttacks();
const harmless = readHarmless();

test('there are enough payloads and harmless questions, each with an id of its own', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(260);
  expect(harmless.length).toBeGreaterThanOrEqual(160);
  const ids = [...attacks, ...harmless].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of harmless) expect(id).toMatch(/^n\d{3}$/);
});

test('no payload and no harmless question stands there twice', () => {
  expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
  expect(new Set(harmless.map(({ question, context }) => `${context}\n${question}`)).size).toBe(harmless.length);
});

test.each(ATTACK_CLASSES)('class %s has at least six payloads', (name) => {
  expect(attacks.filter((attack) => attack.class === name).length).toBeGreaterThanOrEqual(6);
});

test('a canary stands in its payload, plainly or once it is decoded', () => {
  const lost = attacks.filter(({ text, canary }) => canary !== null && !readings(text).some((it) => holds(it, canary)));
  expect(lost.map(({ id, text, canary }) => `${id} ${canary}: ${text.slice(0, 100)}`)).toEqual([]);
});

test('translations are in six languages at least', () => {
  const languages = new Set(
    attacks.filter(({ class: name }) => name === 'translation').map(({ language }) => language),
  );
  for (const language of ['de', 'fr', 'zh', 'ru', 'es', 'hi'] as const) expect(languages).toContain(language);
});

test('harmless questions hold the words that attacks use', () => {
  const all = harmless.map(({ question }) => question.toLowerCase()).join('\n');
  for (const word of [
    'ignore',
    'system prompt',
    'jailbreak',
    'override',
    'instructions',
    'bypass',
    'hack',
    'weapon',
    'exploit',
    'kill',
    'drop',
    'injection',
    'admin',
    'password',
    'act as',
    'pretend',
    'developer mode',
  ])
    expect(all).toContain(word);
});

/** Leet has no capitals, and neither has what is written backwards or in morse. */
const holds = (text: string, canary: string): boolean => text.toLowerCase().includes(canary.toLowerCase());

/** A payload as its author wants it to be read: as it stands, and with each disguise taken off. */
const readings = (text: string): string[] => {
  const plain = withoutInvisible(text.normalize('NFKC'));
  const quoted = [...plain.matchAll(/"([^"]*)"/g)].map(([, words]) => words).join('');
  const base64 = [...plain.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([run]) => fromBase64(run));
  const hex = [...plain.matchAll(/\b(?:[0-9a-f]{2}){8,}\b/g)].map(([run]) => Buffer.from(run, 'hex').toString('utf8'));
  return [
    text,
    plain,
    withoutEntities(plain),
    quoted,
    ...base64,
    ...base64.map(fromBase64),
    ...hex,
    plain.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeURIComponent(run)),
    plain.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    plain.replace(/[a-z]/gi, rotated),
    plain.replace(/[431057]/g, (digit) => LEET[digit]!),
    [...plain].reverse().join(''),
  ];
};

const LEET: Record<string, string> = { 4: 'a', 3: 'e', 1: 'i', 0: 'o', 5: 's', 7: 't' };

const fromBase64 = (run: string): string => Buffer.from(run, 'base64').toString('utf8');

const rotated = (letter: string): string => {
  const first = letter <= 'Z' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
};

/** Tag characters become the letters they stand for; other invisible characters go. */
const withoutInvisible = (text: string): string =>
  text
    .replace(/[\u{e0020}-\u{e007e}]/gu, (tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000))
    .replace(/[\p{Cf}]/gu, '');

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const withoutEntities = (text: string): string => {
  const once = text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot);/g, (_, name) => NAMED[name]!);
  return once === text ? text : withoutEntities(once);
};
