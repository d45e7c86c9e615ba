import type { Language } from '../../knowledge/phrases-file.ts';

/**
 * Function words by which a question in Latin letters is told. `own` are words that no other language here has;
 * `shared` count, but alone they tell nothing.
 */
const WORDS: Record<'de' | 'fr' | 'es' | 'en' | 'pt' | 'it' | 'nl', { own: string; shared: string }> = {
  de: {
    own: 'dürfen dürfte darf dürfte können könnte könnten kann müssen müssten muss wir ich und oder für von vom bei ist sind ein eine einen einem einer unser unsere unseren unserem unserer nicht kein keine keinen welche welcher welches welchen wem wer wie gibt zum zur lizenz lizenzen kommerziell kommerzielle kommerziellen gewerblich nutzen einsetzen verwenden verkaufen trainieren vergleiche vergleich modelle zwischen auf ohne wenn sich auch erlaubt verboten man sollen brauchen brauche',
    shared: 'das den dem der die des in mit modell',
  },
  fr: {
    own: 'peut pouvons puis nous est-ce est-il faut devons dois pour avec dans quel quelle quels quelles sous notre nos utiliser commercialement sont comparez modèle modèles depuis ça quelque mais donc alors cela aussi fait appartient vendre entre quoi sans aux cette ces être avons-nous peut-on licence-elle autorisé interdit entraîner déployer',
    shared: 'le la les des du un une et est je que qui ce on il en au sur',
  },
  es: {
    own: 'puedo puede pueden podríamos debemos debo hay licencia licencias qué cuál cuáles cómo quién nuestro nuestra nuestros nuestras los las y es sin está están utilizar entrenar salidas producto permitido permite prohibido necesitamos tenemos tiene tenemos código abierto pesos clientes nosotros esto también más hacer',
    shared:
      'podemos para por usar vender modelo modelos empresa el del de una un con la que en se comercialmente uso como lo al',
  },
  en: {
    own: 'the is are can may we our use what which with does do it this that and of to under for if must should how who there any my have has',
    shared: 'in on a an as at be by or not no',
  },
  pt: {
    own: 'não uma com os das dos da do licença licenças nosso nossa qual quais em são posso pode quem ou ao você vocês nossos alguém isso já só também obrigados precisamos pelo pela seu sua há ficheiro arquivo',
    shared: 'podemos para por usar vender modelo modelos empresa de um que se comercialmente uso como é e o',
  },
  it: {
    own: 'possiamo posso il gli di che per nostro nostra licenza usare sono della delle quale quali commercialmente modello modelli nel dobbiamo è chi anche più perché questo questa nostri nostre cosa',
    shared: 'una un con la del si e in come le',
  },
  nl: {
    own: 'mogen mag wij het een van voor niet kunnen gebruiken commercieel ons onze welke met licentie zijn zonder moeten naar als bij ook en',
    shared: 'we kan de die in is of',
  },
};

const LISTS = Object.entries(WORDS).map(([language, { own, shared }]) => ({
  language: language as keyof typeof WORDS,
  own: new Set(own.split(' ')),
  shared: new Set(shared.split(' ')),
}));
/** The words of a text, each once; a hyphen holds one together: "est-ce". */
const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().split(/[^\p{L}\p{N}-]+/u))];

/** In a text of so few words one word of its own tells a language. */
const FEW_WORDS = 5;

/**
 * The language of a question, where it is one that is read and that answers have a line in; null for English, for any
 * other language, and where it cannot be told.
 */
export const languageOf = (written: string): Language | null => {
  // "MIT" is a licence, and "mit" German
  const text = written.replace(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu, ' ');
  const words = wordsOf(text);
  const held = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  const scores = LISTS.map(({ language, own, shared }) => {
    const strong = held(own);
    return { language, strong, all: strong + held(shared) };
  }).sort((a, b) => b.strong - a.strong || b.all - a.all);
  const script = scriptOf(text);
  if (script !== 'latin') {
    const english = scores.find(({ language }) => language === 'en')!;
    return english.strong >= 3 ? null : script;
  }
  const [best, next] = scores as [(typeof scores)[0], (typeof scores)[0]];
  const marks = /[¿¡]/.test(text) ? 'es' : null;
  if (marks) return marks;
  const few = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= FEW_WORDS;
  if (best.strong === 0 || best.all < (few ? 1 : 2)) return null;
  if (next.strong === best.strong && next.all === best.all) return null;
  return best.language === 'en' ? null : best.language;
};

/** Kana is Japanese; Han signs without any are Chinese; a name in them does not make an English question Chinese. */
const scriptOf = (text: string): 'ja' | 'zh' | 'latin' | null => {
  if (/\p{Script=Hangul}/u.test(text)) return null;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return (text.match(/\p{Script=Han}/gu) ?? []).length >= 2 ? 'zh' : 'latin';
};
