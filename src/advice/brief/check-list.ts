import { citationsIn, paragraphsOf, withoutCitations } from '../../knowledge/article-text.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { type Line, plain, type Section } from './document.ts';
import { sourceSpans } from './marks.ts';

/** The article of the knowledge that says what a team has to be able to do before it runs a model itself. */
const ARTICLE = 'operational-readiness';

/** @returns the ids of the sources the check-list rests on */
export const checkListSources = (catalogue: Catalogue): string[] => catalogue.articles.get(ARTICLE)?.sources ?? [];

/** What to have ready before users depend on the model; null where the knowledge has no such article. */
export const checkListSection = (catalogue: Catalogue): Section | null => {
  const article = catalogue.articles.get(ARTICLE);
  if (!article) return null;
  const [short = '', ...points] = paragraphsOf(article.body);
  return {
    title: 'Before it runs in production',
    blocks: [
      { kind: 'paragraph', line: plain(withoutCitations(short)) },
      { kind: 'checks', items: points.map((point) => pointLine(catalogue, point)) },
    ],
  };
};

const pointLine = (catalogue: Catalogue, point: string): Line => [
  { text: withoutCitations(point).replace(/^([-*]|\d+\.) /, '') },
  ...citationsIn(point).flatMap((id) => sourceSpans(catalogue, id)),
];
