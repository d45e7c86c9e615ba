import MiniSearch from 'minisearch';
import { citationsIn, paragraphsOf, withoutCitations } from '../knowledge/article-text.ts';
import type { Article, Catalogue } from '../knowledge/catalogue.ts';
import { type Answer, makeAnswer } from './answer.ts';
import { ageNotes, knowledgeLine, someSources, sourceById } from './evidence.ts';
import { writeText } from './write-text.ts';

/**
 * `coverage`: the share of the question's own words that the article's head speaks of; `distinctive`: one of them is its
 * keyword and hardly anyone else's.
 */
export type Found = { article: Article; coverage: number; distinctive: boolean };
export type FindArticle = (question: string) => Found | null;

const STOP = new Set(
  'a an the is are was be do does did can could may might should would will we you i it its this that of for to in on at by with and or if as our your my from about how what which who when where why there have has need must any some exactly ppl people say actually really just please tell explain understand keep popping new fight whats'.split(
    ' ',
  ),
);
const term = (word: string): string | null => {
  const plain = word.toLowerCase().replace(/licens/g, 'licenc');
  return STOP.has(plain) || plain.length < 2 ? null : plain.replace(/(?<=[a-z]{3})(s|ing|ed)$/, '');
};

/** A question is an article's own when more than half of its words are, or when it names the article's keyword. */
export const isAnswered = (found: Found | null): found is Found =>
  found !== null && (found.coverage > 0.5 || (found.distinctive && found.coverage >= 0.25));

/** Words of Chinese questions, in the words the articles are written in. */
const CHINESE: [RegExp, string][] = [
  [/开放权重/g, ' open weight '],
  [/开源/g, ' open source '],
  [/区别|不同/g, ' difference same '],
  [/许可证?|协议/g, ' licence '],
  [/商用|商业/g, ' commercial '],
  [/训练数据/g, ' training data '],
  [/输出/g, ' outputs '],
  [/版权/g, ' copyright '],
  [/权重/g, ' weights '],
  [/微调/g, ' fine-tune '],
  [/自托管|私有化|本地部署/g, ' self-hosting '],
  [/便宜/g, ' cheaper '],
  [/定义/g, ' definition '],
  [/模型/g, ' model '],
];
const inEnglish = (text: string): string =>
  CHINESE.reduce((rest, [chinese, english]) => rest.replace(chinese, english), text);

/** Builds the search over the articles: their questions weigh most, then keywords and title, then the text. */
export const createArticleSearch = (catalogue: Catalogue): FindArticle => {
  const search = new MiniSearch({
    fields: ['questions', 'keywords', 'title', 'body'],
    processTerm: term,
    searchOptions: {
      boost: { questions: 4, keywords: 4, title: 3, body: 0.4 },
      fuzzy: (word) => (word.length > 6 ? 0.15 : false),
      prefix: false,
      combineWith: 'OR',
    },
  });
  search.addAll(
    [...catalogue.articles.values()].map((article) => ({
      id: article.id,
      questions: article.questions.join(' '),
      keywords: article.keywords.join(' '),
      title: article.title,
      body: withoutCitations(article.body),
    })),
  );
  const rarity = new Map<string, number>();
  for (const article of catalogue.articles.values())
    for (const word of new Set(termsOf(`${article.keywords.join(' ')} ${article.title}`)))
      rarity.set(word, (rarity.get(word) ?? 0) + 1);
  return (question) => {
    const english = inEnglish(question)
      .replace(/\bnon commercial/gi, 'non-commercial')
      .replace(/['"“”‘’]/g, ' ');
    const terms = termsOf(english);
    const results = search.search(english).slice(0, 5);
    if (results.length === 0 || terms.length === 0) return null;
    const ranked = results
      .map((result) => {
        const article = catalogue.articles.get(result.id)!;
        const head = new Set(termsOf(`${article.questions.join(' ')} ${article.keywords.join(' ')} ${article.title}`));
        const clauses = [
          terms,
          ...english
            .split(/[,;:]/)
            .map(termsOf)
            .filter((part) => part.length > 2),
        ];
        const coverage = Math.max(...clauses.map((part) => part.filter((word) => head.has(word)).length / part.length));
        const title = termsOf(article.title);
        // among articles that fit alike, the one whose title says little else
        const shared = title.filter((word) => terms.includes(word)).length / Math.max(1, title.length);
        return { article, coverage, rank: result.score / results[0]!.score + coverage + shared };
      })
      .sort((a, b) => b.rank - a.rank);
    const { article, coverage } = ranked[0]!;
    const own = new Set(termsOf(article.keywords.join(' ')));
    return {
      article,
      coverage,
      distinctive: terms.some(
        (word) => own.has(word) && (rarity.get(word) ?? 0) <= 2 && word.length > 3 && !COMMON.has(word),
      ),
    };
  };
};

/** Keywords that ordinary sentences use too. */
const COMMON = new Set(
  'good enough team business cheaper support cost check first step steps thing price money time user users year next free safe safer'
    .split(' ')
    .map((word) => term(word) ?? word),
);
const termsOf = (text: string): string[] => [
  ...new Set(text.split(/[^\p{L}\p{N}-]+/u).flatMap((word) => term(word) ?? [])),
];

const MOST_POINTS = 5;

/** An article as an answer: the short answer first, then its points, each with its sources. */
export const composeArticle = (
  catalogue: Catalogue,
  article: Article,
  today: string,
  corrections: string[] = [],
): Answer => {
  const [short = '', ...rest] = paragraphsOf(article.body);
  const points = rest.slice(0, MOST_POINTS);
  const cited = [short, ...points].flatMap(citationsIn);
  return makeAnswer(
    {
      kind: 'article',
      headline: article.title.replace(/([^.?!])$/, '$1.'),
      knowledge: knowledgeLine(catalogue),
      sources: someSources(
        catalogue,
        cited.flatMap((id) => sourceById(catalogue, id)),
      ),
    },
    {
      summary: [withoutCitations(short)],
      points: points.map((point) => withoutCitations(point).replace(/^([-*]|\d+\.) /, '')),
      corrections,
      notes: [
        ...(article.unsettled ? ['Not settled: law and practice differ on this, so there is no plain yes or no.'] : []),
        ...ageNotes([{ name: article.title, reviewed: article.reviewed }], today),
      ],
    },
    writeText,
  );
};
