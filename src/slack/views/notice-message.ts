import type { SomeSources } from '../../advice/answer.ts';
import { CAVEAT } from '../../advice/answer.ts';
import { escaped } from '../mrkdwn.ts';
import { type Outgoing, seal, sections } from '../outgoing.ts';

/** What the advisor's own words rest on, for messages that answer nothing. */
export type NoticeBase = { sources: SomeSources };

/** A message that is no answer: help, an error with its reference number, thanks. It carries sources and caveat too. */
export const notice = (base: NoticeBase, text: string): Outgoing =>
  seal(text, sections(escaped(text)), base.sources, CAVEAT);

export const HELP = `Ask me what an AI model's licence allows, how open it is, and what you have to ship with it.

In a channel, mention me with your question; follow up in the thread without mentioning me.
In a direct message, just ask.

• \`/openness <model>\` – a model's card
• \`/openness <question>\` – answered to you alone
• \`/openness compare <a> vs <b>\`
• \`/openness licence <name>\`
• \`/openness find <needs>\` – for example: vision models we can self-host and sell
• \`/openness brief <model>\` – a review brief for the people who sign, as PDF and Markdown
• \`/openness card <model>\` – a picture; of two to four models (a vs b) side by side
• \`/openness decisions [model]\` – what your team decided; with \`csv\` as a file, for approvers
• \`/openness gaps\` – what I could not answer, for approvers
• \`/openness rubric\` – how models are classified
• \`/openness forget me\` – erases what I keep about you
• \`/openness help\``;

export const USAGE: Record<string, string> = {
  card: 'Usage: /openness card <model>, for example: /openness card Llama 3.1 70B vs OLMo 2 7B',
  brief: 'Usage: /openness brief <model>, for example: /openness brief Llama 3.1 70B',
  decisions:
    'Usage: /openness decisions, /openness decisions csv, or /openness decisions <model>, for example: /openness decisions Llama 3.1 70B',
  compare: 'Usage: /openness compare <a> vs <b>, for example: /openness compare Llama 3.1 vs Mistral 7B',
  licence: 'Usage: /openness licence <name>, for example: /openness licence Apache-2.0',
  find: 'Usage: /openness find <needs>, for example: /openness find coding models under 10B with a permissive licence',
};
