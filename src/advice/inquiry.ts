import type { Mention } from '../knowledge/names/read-names.ts';
import type { Language } from '../knowledge/phrases-file.ts';
import type { Activity, Topic } from '../knowledge/vocabulary.ts';
import type { Facts } from './facts.ts';

export type Intent =
  | 'assess'
  | 'ship'
  | 'classify'
  | 'licence'
  | 'compare'
  | 'shortlist'
  | 'article'
  | 'decline'
  | 'off_topic'
  | 'other_matter'
  | 'unclear';

/** What a question asks, as far as rules can read it. */
export type Inquiry = {
  /** the part of the message it was read from */
  text: string;
  /** the whole message, in which a plan may be told beside the question */
  message: string;
  intent: Intent;
  subjects: Mention[];
  /** where the subjects were found */
  subjectsFrom: 'question' | 'thread' | 'none';
  activities: Activity[];
  /** the activities were said in this message, not taken from the thread or assumed */
  ownActivities: boolean;
  /** the question of the thread is asked again: for its grounds, or for another fact */
  repeats: boolean;
  /** a whole question whose verb was not read */
  unread: boolean;
  /** nothing was read of what is to be done: the card is shown for want of a question */
  cardOnly: boolean;
  /** nothing was said of what for, and commercial use was taken: how many words of the question nothing here reads */
  guessed: number;
  /** they may mean more than use: giving away, changing, teaching */
  mayMeanMore: boolean;
  /** the asker only said "use": read as commercial use */
  general: boolean;
  /** one side of the licence asked about: patents, territory, naming … */
  topics: Topic[];
  /** a sensitive field of use that was named: military, medical … */
  fields: string[];
  facts: Facts;
  /** the question takes something for granted ("since it is Apache …") */
  premise: string | null;
  /** the language of the message, where answers have a line in it */
  language: Language | null;
};
