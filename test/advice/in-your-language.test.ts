import { describe, expect, it } from 'vitest';
import { createConsult } from '../../src/advice/consult.ts';
import { languageOf } from '../../src/advice/languages/language.ts';
import type { LanguageModel } from '../../src/advice/model-ports.ts';
import { answerMessage } from '../../src/slack/views/answer-message.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const ask = (question: string) => advisor.ask({ question }, TODAY);
const DE = {
  below: 'Die Bedingungen stehen unten auf Englisch. Keine Rechtsberatung.',
  here: 'Die Antwort steht hier auf Englisch. Keine Rechtsberatung.',
};
const FR = {
  below: "Les conditions sont ci-dessous, en anglais. Ceci n'est pas un conseil juridique.",
  here: "La réponse est ici en anglais. Ceci n'est pas un conseil juridique.",
};
const ES = {
  below: 'Las condiciones están abajo, en inglés. No es asesoramiento jurídico.',
  here: 'La respuesta está aquí en inglés. No es asesoramiento jurídico.',
};
const ZH = { below: '条件见下文（英文）。不构成法律意见。', here: '回答见此处英文。不构成法律意见。' };
const JA = {
  below: '条件は下に英語で記載しています。法的助言ではありません。',
  here: '回答はここに英語で記載しています。法的助言ではありません。',
};

/** Question, how the words in its language begin, how they end. */
const LINES: [string, string | null, string][] = [
  [
    'Dürfen wir Llama 3.1 70B kommerziell nutzen?',
    'Unter Bedingungen erlaubt: Llama 3.1 70B, kommerzielle Nutzung.',
    DE.below,
  ],
  ['Kann ich Mistral 7B gewerblich einsetzen?', 'Erlaubt: Mistral 7B, kommerzielle Nutzung.', DE.here],
  [
    'Dürfen wir Command R+ in unserem Produkt verkaufen?',
    'Nicht erlaubt: Command R+, Auslieferung in einem Produkt.',
    DE.here,
  ],
  ['Dürfen wir Llama kommerziell nutzen?', 'Kommt darauf an: Llama, kommerzielle Nutzung.', DE.here],
  ['Ist DeepSeek R1 Open Source?', 'DeepSeek-R1: keine Open Source nach der Definition der OSI.', DE.here],
  [
    'Dürfen wir mit den Ausgaben von Llama 3 70B ein eigenes Modell trainieren?',
    'Nicht erlaubt: Llama 3 70B, Training anderer Modelle mit den Ausgaben.',
    DE.here,
  ],
  [
    'Dürfen wir Foobar-9 kommerziell nutzen?',
    'Dazu ist hier nichts erfasst; Näheres auf Englisch.',
    'Keine Rechtsberatung.',
  ],
  // a question for a duty is no question for a permission
  ['Müssen wir bei Llama 3.1 8B ein Logo anzeigen?', '', DE.here],
  ['Was ist der Unterschied zwischen Open Source und Open Weight?', '', DE.here],
  [
    'Peut-on utiliser Llama 3.1 70B commercialement ?',
    'Autorisé sous conditions : Llama 3.1 70B, utilisation commerciale.',
    FR.below,
  ],
  ['Pouvons-nous vendre un produit avec Mistral 7B ?', 'Autorisé : Mistral 7B, livraison dans un produit.', FR.here],
  [
    'Peut-on redistribuer les poids de Qwen2.5 72B ?',
    'Autorisé sous conditions : Qwen2.5-72B, redistribution des poids.',
    FR.below,
  ],
  [
    'Mistral Small 3 est-il open source ?',
    "Mistral Small 3 : open source au sens de la définition de l'OSI, ce n'est pas établi.",
    FR.here,
  ],
  // two models that come out differently have no common verdict
  ['Peut-on utiliser Llama 3.1 8B et Command R+ commercialement ?', '', FR.here],
  ['¿Podemos usar Llama 3.1 70B comercialmente?', 'Permitido con condiciones: Llama 3.1 70B, uso comercial.', ES.below],
  ['¿Puedo usar Mistral 7B comercialmente?', 'Permitido: Mistral 7B, uso comercial.', ES.here],
  ['¿Podemos usar Command R+ comercialmente?', 'No permitido: Command R+, uso comercial.', ES.here],
  [
    'Podemos usar Phi-4 comercialmente en los productos de nuestros clientes',
    'Permitido: Phi-4, entrega dentro de un producto.',
    ES.here,
  ],
  ['¿DeepSeek R1 es open source?', 'DeepSeek-R1: no es código abierto según la definición de la OSI.', ES.here],
  ['Llama 3.1 70B 可以商用吗？', '有条件允许：Llama 3.1 70B，商业使用。', ZH.below],
  ['Mistral 7B 可以商用吗？', '允许：Mistral 7B，商业使用。', ZH.here],
  ['Command R+ 可以商用吗？', '不允许：Command R+，商业使用。', ZH.here],
  ['可以二次分发 Qwen2.5 72B 的权重吗？', '有条件允许：Qwen2.5-72B，再分发权重。', ZH.below],
  ['DeepSeek R1 开源吗？', 'DeepSeek-R1：不符合 OSI 的开源定义。', ZH.here],
  ['这个模型可以商用吗？', '还缺少一项信息，问题见此处英文。', '不构成法律意见。'],
  ['Llama 3.1 70B は商用利用できますか？', '条件付きで可：Llama 3.1 70B、商用利用。', JA.below],
  ['Mistral 7B は商用利用できますか？', '可：Mistral 7B、商用利用。', JA.here],
  ['Command R+ を商用利用してもいいですか', '不可：Command R+、商用利用。', JA.here],
  ['can we use Llama 3.1 70B commercially?', null, ''],
  ['F5-TTS commercial? github says MIT', null, ''],
  ['can we use Le Chat or La Plateforme in our product?', null, ''],
  ['can we use 通义千问 7B for our customers?', null, ''],
  [
    'Podemos usar o Llama 3.1 70B em nossos produtos?',
    'Permitido com condições: Llama 3.1 70B, entrega dentro de um produto.',
    'As condições estão abaixo, em inglês. Não é aconselhamento jurídico.',
  ],
  [
    'Possiamo usare Mistral 7B per il nostro prodotto?',
    'Consentito: Mistral 7B, consegna in un prodotto.',
    'La risposta è qui in inglese. Non è una consulenza legale.',
  ],
  [
    'Mogen we Command R+ gebruiken voor ons product?',
    'Niet toegestaan: Command R+, levering in een product.',
    'Het antwoord staat hier in het Engels. Geen juridisch advies.',
  ],
  // a language that answers have no words in
  ['Llama 3.1 70B 상업적으로 사용할 수 있나요?', null, ''],
];

describe('a few words in the language of the question', () => {
  it.each(LINES)('%s', (question, begins, ends) => {
    const answer = ask(question);
    const own = answer.in_your_language;
    if (begins === null) return expect(own).toBeNull();
    expect(own?.slice(0, begins.length)).toBe(begins);
    expect(own?.slice(-ends.length)).toBe(ends);
    const paragraphs = answer.text.split('\n\n');
    expect(paragraphs[paragraphs.indexOf(answer.headline) + 1]).toBe(own);
  });

  it.each([
    // a yes says what to keep to and what to ship
    [
      'Dürfen wir Llama 3.1 70B kommerziell nutzen?',
      'Zu beachten: Zahl der monatlichen Nutzer (Grenze 700.000.000) und verbotene Nutzungen. ' +
        'Mitzugeben oder zu tun: Lizenztext, Kennzeichnung "Built with Llama", Hinweisdatei und Schutzmaßnahmen.',
    ],
    ['Llama 3.1 70B 可以商用吗？', '须遵守：月活跃用户数（上限 700,000,000）、禁止的用途。'],
    // a no says which clause decides, and nothing to ship
    [
      'Possiamo usare FLUX.1 [dev] in un prodotto commerciale?',
      'Ciò che decide: FLUX.1 [dev] Non-Commercial License v1.1.1, §\u00a02.b. La risposta',
    ],
    // what is missing is named
    ['Posso usar o Llama 4 Scout no nosso produto?', 'Falta: número de utilizadores mensais e sede ou local de uso.'],
    ['Mogen we Stable Diffusion 3.5 gebruiken voor klanten?', 'Er ontbreekt: jaaromzet in dollars.'],
    ['Peut-on utiliser Llama 4 Scout commercialement ?', "siège ou lieu d'utilisation"],
  ])('%s: %s', (question, says) => expect(ask(question).in_your_language).toContain(says));

  it('stands below the headline of a message in Slack, and takes no markup', () => {
    const answer = ask('Kann ich Mistral 7B gewerblich einsetzen?');
    const shown = (given: typeof answer) => JSON.stringify(answerMessage(given, { key: null }).body);
    expect(shown(answer)).toContain('commercial use.*\\nErlaubt: Mistral 7B, kommerzielle Nutzung.');
    expect(shown({ ...answer, in_your_language: '<!channel>' })).not.toContain('<!channel>');
  });

  it('two questions in one message each have theirs', () => {
    const answer = ask('Dürfen wir Mistral 7B kommerziell nutzen? Dürfen wir Command R+ kommerziell nutzen?');
    expect(answer.text).toContain('Erlaubt: Mistral 7B, kommerzielle Nutzung.');
    expect(answer.text).toContain('Nicht erlaubt: Command R+, kommerzielle Nutzung.');
    expect(answer.in_your_language).toContain('Nicht erlaubt');
  });

  it('follows the verdict where a reading by a model has to be confirmed', async () => {
    const question = 'Wird Mistral 7B unsere Erbsenzähler und die Buchhaltung glücklich machen?';
    const lineFor = async (activity: string) => {
      const model: LanguageModel = {
        read: async ({ candidates }) => ({
          intent: 'assess',
          subjects: candidates.map(({ id }) => id),
          activities: [activity],
        }),
        explain: async () => null,
      };
      const call = { team: 'T0', person: 'U0', signal: new AbortController().signal };
      const { answer } = await createConsult(advisor, catalogue, model)({ question }, TODAY, call);
      expect(answer.text).toContain(answer.in_your_language);
      return answer.in_your_language;
    };
    expect(await lineFor('use_commercially')).toMatch(/^Erlaubt: Mistral 7B, kommerzielle Nutzung\./);
    // research is asked back
    expect(await lineFor('research')).toMatch(/^Kommt darauf an: Mistral 7B, Forschung\./);
  });

  it('every language has its own words for every verdict and activity', () => {
    for (const phrases of Object.values(catalogue.phrases))
      for (const words of [phrases.verdicts, phrases.activities])
        expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });

  it('English questions of every kind are not taken for another language', () => {
    for (const text of [
      'is it ok?',
      'Qwen2.5 in prod?',
      'terms of DeepSeek-V3',
      'mit licence models?',
      'El Capitan cluster, Llama 3 ok?',
      'die cutting shop, may we use SDXL?',
      'Las Vegas startup: can we use Gemma 3?',
    ])
      expect(languageOf(text), text).toBeNull();
  });
});
