import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { ElementState } from '../../knowledge/classify.ts';
import type { ArtefactStatus, Verdict } from '../../knowledge/vocabulary.ts';
import type { SourceLine } from '../answer.ts';
import { sourceById } from '../evidence.ts';
import { clauseName } from '../wording.ts';
import type { Line, Span, Tone } from './document.ts';

export const TONE_OF_VERDICT: Record<Verdict, Tone> = {
  yes: 'good',
  yes_with_conditions: 'caution',
  depends: 'open',
  unknown: 'open',
  no: 'bad',
};
export const TONE_OF_STATE: Record<ElementState, Tone> = { met: 'good', 'not met': 'bad', unknown: 'open' };
export const TONE_OF_STATUS: Record<ArtefactStatus, Tone> = {
  released: 'good',
  partial: 'caution',
  described: 'caution',
  withheld: 'bad',
  unknown: 'open',
};

export const verdictSpan = (catalogue: Catalogue, verdict: Verdict): Span => ({
  text: catalogue.vocabulary.verdicts[verdict].label,
  tone: TONE_OF_VERDICT[verdict],
  strong: true,
});

export const stateSpan = (state: ElementState): Span => ({ text: state, tone: TONE_OF_STATE[state], strong: true });

/** "Llama 3.1 Community License Agreement, § 2", linked to the text. */
export const clauseSpan = (name: string, clause: string | null, url: string): Span => ({
  text: clauseName(name, clause),
  url,
});

/** @returns " (source)" linked, empty where there is none */
export const sourceSpans = (catalogue: Catalogue, id: string | null | undefined): Line => {
  const [source] = id ? sourceById(catalogue, id) : [];
  return source ? [{ text: ' (' }, linkTo(source), { text: ')' }] : [];
};

export const linkTo = (source: SourceLine): Span => ({ text: source.title, url: source.url });
