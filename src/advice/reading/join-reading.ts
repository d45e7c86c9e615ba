import type { Mention } from '../../knowledge/names/read-names.ts';
import type { Activity, Reading } from '../../knowledge/vocabulary.ts';
import { ACTIVITIES, READINGS } from '../../knowledge/vocabulary.ts';
import type { Inquiry, Intent } from '../inquiry.ts';
import type { ReadReply } from '../model-ports.ts';

export type Named = { id: string; mention: Mention; from: 'question' | 'thread' };

/**
 * - `read`: the inquiry with the model's reading in it; activities the rules had read stay in it, so that a reading can
 *   add to what is asked and never take away
 * - `differs`: rules and model name different subjects; the asker decides
 * - `none`: nothing usable
 */
export type JoinedReading =
  | { kind: 'read'; inquiry: Inquiry }
  | { kind: 'differs'; rules: string[]; model: string[] }
  | { kind: 'none' };

/** @param named what may be chosen from: only names that stand in the question or thread */
export const joinReading = (inquiry: Inquiry, reply: ReadReply, named: Named[]): JoinedReading => {
  const reading = READINGS.find((word) => word === reply.intent);
  if (!reading) return { kind: 'none' };
  const chosen = named.filter((item) => reply.subjects.includes(item.id));
  const own = inquiry.subjects.map(labelOf);
  const theirs = chosen.map((item) => labelOf(item.mention));
  if (own.length > 0 && theirs.length > 0 && theirs.some((label) => !own.includes(label)))
    return { kind: 'differs', rules: own, model: theirs };
  const subjects = chosen.length > 0 ? chosen.map((item) => item.mention) : inquiry.subjects;
  const activities = [
    ...new Set<Activity>([
      ...(inquiry.ownActivities ? inquiry.activities : []),
      ...ACTIVITIES.filter((activity) => reply.activities.includes(activity)),
    ]),
  ];
  const intent = intentOf(reading, activities);
  if (intent !== 'article' && intent !== 'shortlist' && subjects.length === 0) return { kind: 'none' };
  if (intent === 'assess' && activities.length === 0) return { kind: 'none' };
  return {
    kind: 'read',
    inquiry: {
      ...inquiry,
      intent,
      subjects,
      subjectsFrom:
        subjects.length === 0
          ? 'none'
          : chosen.every((item) => item.from === 'thread') && chosen.length > 0
            ? 'thread'
            : 'question',
      activities,
      ownActivities: activities.length > 0,
      general: false,
      unread: false,
    },
  };
};

const intentOf = (reading: Reading, activities: Activity[]): Intent =>
  reading === 'licence' && activities.length > 0 ? 'assess' : reading;

const labelOf = (mention: Mention): string => (mention.kind === 'unknown' ? mention.written : mention.label);
