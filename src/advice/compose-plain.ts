import type { Catalogue } from '../knowledge/catalogue.ts';
import { currentLicences } from '../knowledge/lineage.ts';
import { type Answer, makeAnswer } from './answer.ts';
import { knowledgeLine, someSources, sourceOfLicence } from './evidence.ts';
import type { Inquiry } from './inquiry.ts';
import { writeText } from './write-text.ts';

/** Asks back which model, where nothing useful can be said yet. */
export const composeClarification = (
  catalogue: Catalogue,
  inquiry: Inquiry,
  question = 'Which model do you mean? A name, a Hugging Face id or an Ollama tag will do.',
): Answer =>
  makeAnswer(
    {
      kind: 'clarification',
      headline: question,
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, []),
    },
    {
      verdict: 'depends',
      activity: inquiry.activities[0] ?? null,
      asks: [{ fact: 'model', question }],
      summary: ['The answer turns on the model, and often on its version and size.'],
    },
    writeText,
  );

/** Says that a name is not held, with the names closest to it; never an answer for the nearest one. */
export const composeNotCovered = (catalogue: Catalogue, inquiry: Inquiry): Answer => {
  const names = inquiry.subjects.flatMap((mention) => (mention.kind === 'unknown' ? [mention] : []));
  const written = names.map((mention) => `"${mention.written}"`).join(' and ');
  return makeAnswer(
    {
      kind: 'not_covered',
      headline: names.length > 0 ? `Not in the knowledge base: ${written}.` : 'The knowledge base does not cover this.',
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, []),
    },
    {
      verdict: 'unknown',
      activity: inquiry.activities[0] ?? null,
      subjects: names.map((mention) => ({
        written: mention.written,
        name: mention.written,
        release: null,
        licence: null,
        category: null,
      })),
      nearest: [...new Set(names.flatMap((mention) => mention.nearest))],
      summary: [
        names.length > 0
          ? 'We have not reviewed it, and a similar name can have other terms, so nothing is said about it.'
          : 'No entry and no article answers it, and we do not guess.',
      ],
    },
    writeText,
  );
};

/** Declines what is not ours to answer: somebody's own contract or dispute, or another subject. */
export const composeDeclined = (catalogue: Catalogue, reason: 'own_case' | 'off_topic'): Answer =>
  makeAnswer(
    {
      kind: 'declined',
      headline:
        reason === 'own_case'
          ? 'That is a question about your own contract or dispute, which we do not advise on.'
          : 'That is outside what this advisor knows about.',
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, []),
    },
    {
      summary: [
        reason === 'own_case'
          ? 'Please ask your own counsel. What a published licence or service term says about a model can be asked here.'
          : 'It answers what the licences of AI models allow, how open they are, and what has to be shipped with them.',
      ],
    },
    writeText,
  );

/** Greets back and says what can be asked. */
export const composeGreeting = (catalogue: Catalogue, opening: string): Answer =>
  makeAnswer(
    {
      kind: 'clarification',
      headline: `${opening} Ask me what an AI model's licence allows, how open it is, or what you have to ship with it.`,
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, []),
    },
    {
      asks: [{ fact: 'model', question: 'Which model or licence is it about?' }],
      points: [
        'Can we use Llama 3.1 70B commercially?',
        'Is Mistral Large open source?',
        "May we train our own model on Gemma 3's outputs?",
        'Compare Qwen2.5 72B and Llama 3.3.',
        'Which vision models can we self-host and sell?',
      ],
    },
    writeText,
  );

/** Something else was asked of a model: indemnity, privacy, price, quality. Never a verdict; the terms are where to look. */
export const composeOtherMatter = (catalogue: Catalogue, inquiry: Inquiry): Answer => {
  const releases = inquiry.subjects.flatMap((mention) =>
    mention.kind === 'models' ? mention.releases.slice(0, 1) : [],
  );
  const licences = releases.flatMap((release) => currentLicences(catalogue, release));
  const names = inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label));
  return makeAnswer(
    {
      kind: 'not_covered',
      headline: `We do not hold that about ${names.join(' and ')}.`,
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, licences.map(sourceOfLicence)),
    },
    {
      verdict: 'unknown',
      subjects: inquiry.subjects.flatMap((mention) =>
        mention.kind === 'models'
          ? mention.releases.slice(0, 1).map((release) => ({
              written: mention.written,
              name: mention.label,
              release: release.id,
              licence: currentLicences(catalogue, release)[0]?.id ?? null,
              category: null,
            }))
          : [],
      ),
      summary: [
        'Indemnity, warranty, privacy, price and quality are not part of the knowledge base. The terms linked below are where to look.',
      ],
    },
    writeText,
  );
};
