import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '../../src/knowledge/names/build-name-index.ts';
import { type Mention, readNames } from '../../src/knowledge/names/read-names.ts';
import { unknownNames } from '../../src/knowledge/names/unknown-names.ts';
import { catalogue } from '../support/shipped.ts';

const index = buildNameIndex(catalogue);
const said = (mention: Mention): string =>
  mention.kind === 'models'
    ? mention.releases.map((release) => release.id).join(' ')
    : mention.kind === 'licence'
      ? mention.licences.map((licence) => licence.id).join(' ')
      : `? ${mention.written}`;
const read = (text: string): string => readNames(index, text).map(said).join(' + ');
const labels = (text: string): string =>
  readNames(index, text)
    .map((mention) => (mention.kind === 'unknown' ? `? ${mention.written}` : mention.label))
    .join(' + ');
const unread = (text: string): string[] =>
  unknownNames(index, text, readNames(index, text)).map((mention) => mention.written);

describe('names as people write them', () => {
  it.each([
    ['deepseekv3', 'DeepSeek-V3'],
    ['qwen25 72b', 'Qwen2.5-72B'],
    ['phi4mini', 'Phi-4 Mini Instruct'],
    ['gpt4omini', 'GPT-4o mini'],
    ['claude-3-5-sonnet-20241022', 'Claude 3.5 Sonnet'],
    ['llama318b', 'Llama 3.1 8B'],
    ['gemma327b', 'Gemma 3 27B'],
    ['deep seek v3', 'DeepSeek-V3'],
    ['star coder 2 15b', 'StarCoder2 15B'],
    ['llama-3-1-8b', 'Llama 3.1 8B'],
    ['llama 2 seven billion', 'Llama 2 7B'],
    ['the 7 billion parameter falcon', 'Falcon 7B'],
    ['Yuan2-51B', 'Yuan2.0-51B'],
    ['Claude 4.0 Opus', 'Claude Opus 4'],
    ['SVD img2vid-xt', 'Stable Video Diffusion XT'],
    ['qwen vl 2.5', 'Qwen-VL 2.5'],
    ['mistral 7b v3', 'Mistral 7B 0.3'],
    ['moonshot k2', 'Kimi K2'],
    ['通义千问2.5-7B可以商用吗', 'Qwen2.5-7B'],
    ['deepseekr1 distilled 70b', 'DeepSeek-R1-Distill-Llama-70B'],
    ['智谱GLM-4.5能商用吗', 'GLM-4.5'],
    ['the latest llama', 'Llama 4'],
    ['tulu, the first one', 'Tülu 1'],
  ])('%s is %s', (text, label) => {
    expect(labels(text)).toBe(label);
  });

  it('what a name only begins with is another model', () => {
    for (const text of ['wan 2.5', 'blip 2', 'gemini nano', 'yi lightning', 'grok 5', 'llama 3.1 8b uncensored'])
      expect(
        readNames(index, text)
          .filter((mention) => mention.kind === 'models')
          .map(said),
        text,
      ).toEqual([]);
  });

  it('a number that counts or numbers something belongs to no name', () => {
    expect(labels('use kolors 2 times')).toBe('Kolors 1.0');
    expect(labels('1) may we tune Mixtral-8x7B-Instruct 2) may we sell it')).toMatch(/^Mixtral/);
    expect(labels('llama 3 70 users')).toBe('Llama 3');
  });

  it('of two variants the second has the name of the first', () => {
    expect(read('codegen 2.5 7b multi or instruct')).toBe('codegen2.5-7b-multi + codegen2.5-7b-instruct');
    expect(read('Depth-Anything-V2-Large vs Small?')).toBe('depth-anything-v2-large + depth-anything-v2-small');
    expect(read('flux schnell oder dev')).toBe('flux.1-schnell + flux.1-dev');
    expect(labels('claude opus or sonnet 4.5')).toBe('Claude opus + Claude Sonnet 4.5');
    expect(labels('claude 4.5 sonnet or haiku')).toBe('Claude Sonnet 4.5 + Claude Haiku 4.5');
    expect(read('qwen2.5 3b和7b')).toBe('qwen2.5-3b + qwen2.5-7b');
    expect(read('llama 3.1 8B for text and images')).toBe('llama-3.1-8b');
  });

  it('the host of an address is no part of the name', () => {
    const [mention] = readNames(index, 'is evil.example/llama-3.1-8b free?');
    expect(mention).toMatchObject({ kind: 'models', label: 'Llama 3.1 8B', written: 'llama-3.1-8b', copy: false });
    expect(labels('https://github.com/deepseek-ai/DeepSeek-V3 licence?')).toBe('DeepSeek-V3');
  });
});

describe('a text of any length', () => {
  it.each(['llama', 'a.', '通义千问', 'llama-3-1-', 'Ab', '3'])('is read in a moment: many times "%s"', (piece) => {
    const text = piece.repeat(12000 / piece.length);
    for (const mention of readNames(index, text)) expect(mention.end).toBeLessThanOrEqual(text.length);
    expect(unread(text).length).toBeLessThan(4);
  });
});

describe('words that are no names where they stand', () => {
  it.each([
    'dürfen wir die Antworten mit Kunden teilen',
    'mit 3 Millionen Umsatz',
    'a short clip of it',
    'flux de données',
    'la dia',
    'der nächste Step ist ein Produkt',
    'write me a haiku about GPUs',
    'canary deployment',
    'Amber from legal asked',
    'we command a team',
    'what do the terms of service say?',
  ])('%s', (text) => {
    expect(labels(text)).toBe('');
  });

  it('and names where they do not', () => {
    expect(labels('bark in our game?')).toBe('Bark');
    expect(labels('possiamo usare la voce di bark?')).toBe('Bark');
    expect(labels('a Wan 2.2 clip in a TV spot')).toBe('Wan 2.2');
    expect(labels('a sora clip on our homepage')).toBe('Sora');
    expect(labels('is it MIT?')).toBe('MIT License');
    expect(labels('steht es unter der mit lizenz?')).toBe('MIT License');
    expect(labels('upstage solar for clients')).toBe('Solar');
    expect(labels('is sonnet ok for work')).toBe('Claude Sonnet');
  });

  it('a name that only is to be shown is no second subject', () => {
    expect(labels('orpheus 3b: must the word llama appear?')).toBe('Orpheus 3B 0.1 FT');
    expect(labels('must we show the llama badge?')).toBe('Llama');
  });
});

describe('names that are not held', () => {
  it.each([
    ['kann ich Wolkenläufer-7B kommerziell nutzen?', 'Wolkenläufer-7B'],
    ['darf ich Brunhilde-8B verkaufen?', 'Brunhilde-8B'],
    ['请问我们可以商用星尘-13B吗', '星尘-13B'],
    ['je voudrais utiliser Étoile-12B', 'Étoile-12B'],
    ['can we use ZORBLAX commercially', 'ZORBLAX'],
  ])('%s', (text, name) => {
    expect(unread(text)).toEqual([name]);
  });

  it.each([
    'what comes OUT of it',
    'USB sticks with weights',
    'e.g. base64 strings',
    '参数13B的模型',
    'mi300x servers',
  ])('none in "%s"', (text) => {
    expect(unread(text)).toEqual([]);
  });
});

describe('licences and terms', () => {
  it.each([
    ['Responsible AI Source License 1.1', 'responsible-ai-source-1.1'],
    ['the licence apple put on the ml-ferret repo', 'apple-ml-ferret'],
    ['MiniMax open platform terms of service', 'minimax-terms'],
    ["Meta's Llama API (hosted)", 'llama-api-terms'],
    ["Mistral's la plateforme terms of use", 'mistral-terms'],
    ['hf tos', 'huggingface-terms'],
    ['yi series models license 2.0', 'yi-community-2023-11-04'],
    ['openai aup', 'openai-usage-policies'],
    ['Kimi chat outputs', 'kimi-app'],
    ['deepseek platform api', 'deepseek-api'],
  ])('%s', (text, id) => {
    expect(read(text)).toBe(id);
  });

  it('an id that is the name of a model to everybody else is the model', () => {
    expect(labels('is glm-4 free?')).toBe('GLM 4');
    expect(readNames(index, 'hunyuan 7b')[0]?.kind).toBe('models');
  });
});

describe('the licence of another time', () => {
  const licencesOf = (text: string): string =>
    readNames(index, text)
      .map((mention) =>
        mention.kind === 'models'
          ? [...new Set(mention.releases.flatMap((release) => release.licences.map(({ licence }) => licence)))].join(
              ' ',
            )
          : said(mention),
      )
      .join(' + ');

  it.each([
    ['which licence did ChatGLM-6B come out under in March 2023?', 'chatglm-6b-2023-03-14'],
    ['Yi-34B back in february 2024: which licence was that then?', 'yi-community-2023-11-23'],
    ['the terms of Yi-6B on 4 November 2023', 'yi-community-2023-11-04'],
    ['which licence did DINOv2 have at first', 'cc-by-nc-4.0'],
    ['FLUX.1 dev: the licence when it came out on 1 August 2024', 'flux-1-dev-nc-2024-08-01'],
    ['Yi-34B 在2024年2月是什么许可?', 'yi-community-2023-11-23'],
    ['did the Gemma terms of use change in April 2026?', 'gemma-terms-2026-04-01'],
    ['the October 24, 2025 issue of the NVIDIA Open Model License', 'nvidia-open-model-2025-10-24'],
    ['the first ChatGLM2-6B model license: commercial?', 'chatglm2-6b-2023-06-25'],
  ])('%s', (text, licences) => {
    expect(licencesOf(text)).toBe(licences);
  });

  it('is not meant by a date of the asker, or beside "still"', () => {
    const now = licencesOf('Yi-34B');
    expect(licencesOf('we launch in March 2024 with Yi-34B, which licence?')).toBe(now);
    expect(licencesOf('is the licence of Yi-34B still that of november 2023')).toBe(now);
    expect(readNames(index, 'Gemma terms of use of 1 April 2024')[0]).toMatchObject({ then: 'on 1 April 2024' });
  });
});
