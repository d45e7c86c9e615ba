import type { Activity } from '../knowledge/vocabulary.ts';
import type { Inquiry } from './inquiry.ts';
import { doing } from './wording.ts';

/** @returns how a doubtful name or a bare "use" was read, in words the asker can correct */
export const readAs = (inquiry: Inquiry, activities: Activity[] = inquiry.activities): string[] => [
  ...inquiry.subjects.flatMap((mention) => {
    if (mention.kind === 'licence' && mention.then)
      return [`Answered from the version that applied ${mention.then}: ${mention.label}.`];
    if (mention.kind !== 'models') return [];
    const lines: string[] = [];
    if (mention.then) lines.push(`Answered from the licence that applied ${mention.then}; another one applies now.`);
    if (mention.fuzzy) lines.push(`Read "${mention.written}" as ${mention.label}.`);
    if (mention.copy)
      lines.push(
        `Read "${mention.written}" as a copy of ${mention.label} in another format; the licence of the weights stays the same.`,
      );
    return lines;
  }),
  ...(inquiry.subjectsFrom === 'thread' && inquiry.subjects.length > 0
    ? [
        `Read as: ${inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label)).join(', ')}, from this thread.`,
      ]
    : []),
  ...(inquiry.intent === 'licence' && inquiry.unread
    ? ['I could not tell what you want to do with it; here is what its licence says.']
    : []),
  ...(inquiry.general && activities[0] === 'use_internally' && inquiry.facts.purpose === 'non_commercial'
    ? [`Read "use" as ${doing('use_internally')}, for a non-commercial purpose.`]
    : []),
  ...(inquiry.general &&
  activities[0] === 'use_commercially' &&
  inquiry.intent === 'assess' &&
  inquiry.fields.length === 0
    ? [`Read "use" as ${doing('use_commercially')}.`]
    : []),
];
