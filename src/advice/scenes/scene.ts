import { patternOf } from '../../patterns/pattern-of.ts';
/**
 * People tell a scene, not the licence's word for it: "it names the illness and says which tablets to buy". A scene is
 * told by words of several groups that stand close together, whatever the phrase.
 */
export type Scene = {
  /** of the field table */
  field: string;
  /** a word of each group is in it */
  of: RegExp[];
  /** a word that makes it something else */
  not?: RegExp;
};

/** @param list words parted by spaces, `_` for a space within one, `*` for any ending */
export const group = (list: string): RegExp =>
  patternOf(
    `(?<![\\p{L}\\p{N}])(?:${list
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', '[ -]').replaceAll('*', '\\p{L}*'))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );

/** Whom something is told to or done to. */
export const PEOPLE = group(
  'patient* people users? customer* member* visitor* caller* person parents? elderly residents? them he she they',
);

/** A story, a game, a toy: what is told of and not done. */
export const FICTION = group(
  `novel* fiction* short_stor* stories story_about (?:crime|detective|spy|war|love|fairy|bedtime)_(?:story|tale) board_?game* video_?game* games? game_studio characters? film* movie* comic* screenplay* script
  fantasy thriller* toy toys toy_maker tin_soldiers figurine* choir* birthday* paintings? gallery collectors? retired paintball reenact* costume* surplus history_lesson history_class museum* theatre theater play_about poem* song lyrics lego toy_soldiers chess quiz dungeons`,
);
