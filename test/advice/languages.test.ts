import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../src/advice/languages/in-english.ts';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string) => {
  const { kind, verdict, activity, subjects } = advisor.ask({ question }, TODAY);
  return { kind, verdict, activity, subjects: subjects.map((subject) => subject.release ?? subject.licence) };
};

/** The same question in English, German, French and Chinese; null where it is not asked in that language here. */
const SAME: [string, string | null, string | null, string | null][] = [
  [
    'may we use Llama 3.1 8B commercially?',
    'Dürfen wir Llama 3.1 8B kommerziell nutzen?',
    'Peut-on utiliser Llama 3.1 8B commercialement ?',
    'Llama 3.1 8B 可以商用吗？',
  ],
  [
    'may one train an own model with the outputs of GPT-4o?',
    'Darf man mit den Ausgaben von GPT-4o ein eigenes Modell trainieren?',
    'Peut-on entraîner notre modèle avec les sorties de GPT-4o ?',
    '可以用 GPT-4o 蒸馏我们自己的模型吗？',
  ],
  [
    'may we fine-tune Gemma 3 and publish the result?',
    'Dürfen wir Gemma 3 feinabstimmen und weitergeben?',
    'Peut-on affiner Gemma 3 et redistribuer le résultat ?',
    'Gemma 3 可以微调后发布吗？',
  ],
  [
    'may we redistribute the weights of Qwen2.5 72B?',
    'Dürfen wir die Gewichte von Qwen2.5 72B weiterverbreiten?',
    'Peut-on redistribuer les poids de Qwen2.5 72B ?',
    '可以二次分发 Qwen2.5 72B 的权重吗？',
  ],
  [
    'can we use Command R+ internally?',
    'Können wir Command R+ intern einsetzen?',
    'Pouvons-nous utiliser Command R+ en interne ?',
    '在公司内部部署 Command R+ 可以吗？',
  ],
  [
    'can we host Mixtral 8x22B as an API for customers?',
    'Dürfen wir Mixtral 8x22B als API für Kunden hosten?',
    'Peut-on héberger Mixtral 8x22B comme API pour nos clients ?',
    '把 Mixtral 8x22B 部署成 API 给客户用可以吗？',
  ],
  [
    'can we sell images of FLUX.1 dev?',
    'Darf ich FLUX.1 dev Bilder verkaufen?',
    'Est-ce que je peux vendre des images de FLUX.1 dev ?',
    'FLUX.1 dev 生成的图片可以卖吗？',
  ],
  [
    'we are a German startup, may we use Llama 4 Scout?',
    'Wir sind ein deutsches Startup mit 3 Mio. Umsatz, dürfen wir Llama 4 Scout nutzen?',
    'Nous sommes une startup française, pouvons-nous utiliser Llama 4 Scout ?',
    '我们是德国公司，可以用 Llama 4 Scout 吗？',
  ],
  [
    'which licence has Mistral 7B?',
    'Welche Lizenz hat Mistral 7B?',
    'Quelle est la licence de Mistral 7B ?',
    'Mistral 7B 是什么许可证？',
  ],
  ['is Phi-4 under MIT?', 'Ist Phi-4 unter MIT-Lizenz?', 'Phi-4 est-il sous licence MIT ?', 'Phi-4 是 MIT 许可吗？'],
  [
    'is DeepSeek R1 open source?',
    'Ist DeepSeek R1 Open Source?',
    'DeepSeek R1 est-il open source ?',
    'DeepSeek R1 开源吗？',
  ],
  [
    'compare Llama 3.3 and Qwen2.5 72B',
    'Vergleiche Llama 3.3 und Qwen2.5 72B',
    'Comparez Llama 3.3 et Qwen2.5 72B',
    'Llama 3.3 和 Qwen2.5 72B 对比',
  ],
  [
    'which image models may we use commercially?',
    'Welche Bildmodelle dürfen wir kommerziell nutzen?',
    "Quels modèles d'image peut-on utiliser commercialement ?",
    null,
  ],
  [
    'what must we ship with Llama 3.1 8B?',
    'Was müssen wir mit Llama 3.1 8B ausliefern?',
    'Que devons-nous fournir avec Llama 3.1 8B ?',
    '用 Llama 3.1 8B 做产品需要附带什么？',
  ],
  [
    'must we display a logo with Llama 3.1 8B?',
    'Müssen wir bei Llama 3.1 8B ein Logo anzeigen?',
    'Faut-il afficher un logo avec Llama 3.1 8B ?',
    null,
  ],
];

describe('a question in another language', () => {
  it.each(SAME)('%s is answered alike', (english, ...others) => {
    const expected = ask(english);
    for (const question of others) if (question) expect(ask(question), question).toEqual(expected);
  });

  it('leaves English questions and names as they are', () => {
    for (const question of [
      'mit licence models?',
      'is phi-4 mit?',
      'which models under mit can we sell in the EU?',
      'can we use Le Chat or La Plateforme commercially?',
      'der-1 and die-2 models',
    ])
      expect(inEnglish(question)).toBe(question);
    expect(inEnglish('Ist Phi-4 unter MIT-Lizenz?')).toContain('MIT');
  });
});
