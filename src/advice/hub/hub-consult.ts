import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Mention } from '../../knowledge/names/read-names.ts';
import { patternOf } from '../../patterns/pattern-of.ts';
import type { Advisor, Asked } from '../advise.ts';
import type { Answer, SourceLine } from '../answer.ts';
import type { Consult } from '../consult.ts';
import type { Inquiry, Intent } from '../inquiry.ts';
import { readThread } from '../thread.ts';
import { capital } from '../wording.ts';
import { writeText } from '../write-text.ts';
import type { ReadCard } from './declared-card.ts';
import { type Declared, declaredRelease, isDeclared, withDeclared } from './declared-release.ts';

const REPO = patternOf(/(?<![\w.-])[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}(?![\w-])/g);
/** Between the answers to several questions of one message. */
const SEVERAL = '\n\n---\n\n';
/** What can only be asked of a model. */
const OF_A_MODEL: Intent[] = ['assess', 'ship', 'classify', 'licence'];
/** More repositories than people compare. */
const MOST = 4;

/**
 * Answers about repositories that we do not hold from what their uploader declares, where the cards can be read. All
 * else, and every failure, is answered as without it.
 */
export const consultWithHub =
  (consult: Consult, advisor: Advisor, catalogue: Catalogue, readCard: ReadCard): Consult =>
  async (asked, today, call) => {
    const inquiries = readWithThread(advisor, asked);
    const repos = unknownRepos(asked, inquiries);
    if (repos.length === 0) return consult(asked, today, call);
    const cards = await Promise.all(repos.map(({ repo }) => readCard(repo)));
    if (call.signal.aborted || cards.every((card) => card === null)) return consult(asked, today, call);
    const declared = new Map<string, Declared>();
    for (const [at, card] of cards.entries())
      if (card) declared.set(repos[at]!.written, declaredRelease(catalogue, advisor.names, card, today));
    const known = inquiries.map((inquiry) => ({
      ...inquiry,
      subjects: inquiry.subjects.map((mention) => asModel(mention, declared)),
    }));
    const answer = advisor.answer(known, today, withDeclared(catalogue, [...declared.values()]));
    return { answer: labelled(answer, [...declared.values()], today), read: 'rules', dropped: [] };
  };

/** The names that were not read to anything we hold and stand in a repository id of the question or the thread. */
const unknownRepos = ({ question, context }: Asked, inquiries: Inquiry[]): { written: string; repo: string }[] => {
  const unknown = inquiries.flatMap((inquiry) =>
    inquiry.subjects.flatMap((mention) => (mention.kind === 'unknown' ? [mention.written] : [])),
  );
  if (unknown.length === 0) return [];
  const text = `${question}\n${context ?? ''}`.replace(/https?:\/\/(www\.)?(huggingface\.co|hf\.co)\//gi, ' ');
  const ids = [...new Set([...text.matchAll(REPO)].map((match) => match[0].replace(/[.-]+$/, '')))];
  return [...new Set(unknown)].slice(0, MOST).flatMap((written) => {
    const repo = ids.find((id) => id === written || id.endsWith(`/${written}`));
    return repo ? [{ written, repo }] : [];
  });
};

/** "May we use it?" after a repository was named: the rules know no such model to mean, so the last one named is meant. */
const readWithThread = (advisor: Advisor, asked: Asked): Inquiry[] => {
  const inquiries = advisor.read(asked);
  const asksOfModel = inquiries.some(({ intent, activities }) => activities.length > 0 || OF_A_MODEL.includes(intent));
  if (!asksOfModel || inquiries.some((inquiry) => inquiry.subjects.length > 0)) return inquiries;
  const turn = readThread(asked.context ?? '').findLast(
    (one) => one.speaker !== 'bot' && one.text.match(REPO) !== null,
  );
  const named = (turn ? advisor.read({ question: turn.text }) : [])
    .flatMap((inquiry) => inquiry.subjects)
    .filter((mention) => mention.kind === 'unknown');
  return named.length === 1
    ? advisor.read({ ...asked, question: `For ${named[0]!.written}: ${asked.question}` })
    : inquiries;
};

const asModel = (mention: Mention, declared: Map<string, Declared>): Mention => {
  const found = mention.kind === 'unknown' ? declared.get(mention.written) : undefined;
  if (!found) return mention;
  const { written, start, end } = mention;
  return {
    kind: 'models',
    written,
    start,
    end,
    releases: [found.release],
    label: found.release.name,
    exact: true,
    fuzzy: false,
    copy: false,
  };
};

/** Says first whose word it is; ids that are not ours do not leave. */
const labelled = (answer: Answer, declared: Declared[], today: string): Answer => {
  const pages = declared.map(
    (item): SourceLine => ({
      title: `Card of ${item.release.name} on Hugging Face, as declared`,
      url: `https://huggingface.co/${item.release.name}`,
      checked: today,
    }),
  );
  const named = new Set(pages.map((page) => page.url));
  const ours = (id: string | null): string | null => (isDeclared(id) ? null : id);
  const [first, ...rest] = [...pages, ...answer.sources.filter((source) => !named.has(source.url))];
  const conflicts = declared.flatMap((item) => item.conflicts);
  const says = declared.map(
    (item) =>
      `${item.release.name}: as declared by the uploader on Hugging Face, not reviewed by us (read ${today}): ${item.says}.`,
  );
  const shown: Answer = {
    ...answer,
    headline: `${answer.headline.replace(/\.$/, '')} (as declared by the uploader, not reviewed).`,
    corrections: [...conflicts, ...answer.corrections],
    read_as: [...says, ...answer.read_as],
    notes: [...declared.flatMap((item) => item.notes), ...answer.notes],
    sources: [first!, ...rest],
    subjects: answer.subjects.map((subject) => ({
      ...subject,
      release: ours(subject.release),
      licence: ours(subject.licence),
      category: isDeclared(subject.release) ? null : subject.category,
    })),
    lineage: answer.lineage.filter((id) => !isDeclared(id)),
    slots: Object.fromEntries(
      Object.entries(answer.slots).map(([name, slot]) => [
        name,
        { ...slot, licence: ours(slot.licence), says: capital(slot.says) },
      ]),
    ),
    variants: answer.variants.map((variant) => ({ ...variant, licence: ours(variant.licence) })),
  };
  // several questions in one message were written one by one already
  const text = answer.text.includes(SEVERAL) ? [...conflicts, ...says, answer.text].join('\n\n') : writeText(shown);
  return { ...shown, text };
};
