import type { KnownBlock } from '@slack/types';
import type { Answer, SomeSources } from '../advice/answer.ts';
import { LIMITS, split } from './limits.ts';
import { escaped, link } from './mrkdwn.ts';

declare const sealed: unique symbol;

/** A message that may leave: built here only, so it always carries its sources and the caveat. */
export type Outgoing = {
  readonly [sealed]: true;
  /** for notifications and screen readers */
  readonly text: string;
  readonly body: readonly KnownBlock[];
  /** sources and caveat; every part of a split message ends with them */
  readonly tail: readonly [KnownBlock, KnownBlock];
  /** buttons and feedback, on the last part */
  readonly controls: readonly KnownBlock[];
  readonly allowedLinks: ReadonlySet<string>;
};

/** @param text one meaningful line @param body what stands above sources and caveat */
export const seal = (
  text: string,
  body: KnownBlock[],
  sources: SomeSources,
  caveat: string,
  controls: KnownBlock[] = [],
): Outgoing =>
  ({
    text,
    body,
    tail: [sourcesBlock(sources), contextBlock(escaped(caveat))],
    controls,
    allowedLinks: new Set(sources.map((source) => source.url)),
  }) as unknown as Outgoing;

/** What an answer's message ends with, apart from the caveat itself: how old the knowledge is. */
export const caveatOf = (answer: Pick<Answer, 'caveat' | 'knowledge'>): string =>
  `${answer.caveat} Knowledge ${answer.knowledge.version}, oldest review ${answer.knowledge.oldest_review}.`;

const sourcesBlock = (sources: SomeSources): KnownBlock => {
  const shown = sources.slice(0, 6).map((source) => `${link(source.url, source.title)} (checked ${source.checked})`);
  const more = sources.length > 6 ? ` and ${sources.length - 6} more under Details` : '';
  const [first = ''] = split(`*Sources:* ${shown.join(' · ')}${more}`, LIMITS.contextText);
  return contextBlock(first);
};

export const contextBlock = (text: string): KnownBlock => ({ type: 'context', elements: [{ type: 'mrkdwn', text }] });

/** @returns as many sections as the text needs */
export const sections = (text: string): KnownBlock[] =>
  split(text, LIMITS.sectionText).map((piece) => ({
    type: 'section',
    expand: true,
    text: { type: 'mrkdwn', text: piece },
  }));
