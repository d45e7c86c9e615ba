import MiniSearch from 'minisearch';
import { citationsIn, paragraphsOf, withoutCitations } from '../knowledge/article-text.ts';
import type { Article, Catalogue } from '../knowledge/catalogue.ts';
import { type Answer, makeAnswer } from './answer.ts';
import { ageNotes, knowledgeLine, someSources, sourceById } from './evidence.ts';
import { writeText } from './write-text.ts';

export type FindArticle = (question: string) => { article: Article; score: number } | null;

const STOP = new Set(
  'a an the is are was be do does did can could may might should would will we you i it its this that of for to in on at by with and or if as our your my from about how what which who when where why there have has need must any some'.split(
    ' ',
  ),
);
const term = (word: string): string | null => {
  const plain = word.toLowerCase().replace(/licens/g, 'licenc');
  return STOP.has(plain) || plain.length < 2 ? null : plain.replace(/(?<=[a-z]{3})(s|ing|ed)$/, '');
};

/** Below this score a question is not answered with an article; found by trying questions off the subject. */
const FLOOR = 9;

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
  return (question) => {
    const [best] = search.search(question);
    if (!best || best.score < FLOOR) return null;
    return { article: catalogue.articles.get(best.id)!, score: best.score };
  };
};

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
