import { FICTION, group, type Scene } from './scene.ts';

const BADGERS = group(
  'times_a_day day_and_night again_and_again changing_numbers hints_that threat* shame sham(?:es|ing) insult* bully* mock* harass* pester* stalk*',
);
const VICTIM = group(
  'debtor* neighbou?r* ex colleague* employee* teacher* tenant* classmate* mother-?in-?law boss customer* him her',
);
const PRIVATE = group(
  'who_lives_where doorbell* instagram facebook private_(?:life|photos?|messages?) diary daily_diary addresses home_address* phone_numbers profiles',
);
const GATHERS = group('list lists diary build* collect* scrap* scroll* record* sells? sold log logs');
const UNTOLD = group(
  `nobody_(?:on_it_)?was_asked (?:don(?:'|’)?t|do_not|doesn(?:'|’)?t)_know no_need_to_tell not_asked without_(?:asking|telling|their_knowledge|consent) of_course`,
);
const EXPLICIT = group('explicit erotic sexy nsfw adults?_only kinky dirty_talk sexting');
const COMPANION = group(
  'chat* companion* girlfriend* boyfriend* role-?play* story stories scenes? picture* image* video*',
);
const WHEREABOUTS = group(
  'who_walks who_(?:goes|enters|comes)_(?:where|in) person_by_person each_person every_(?:person|visitor|shopper) movement* whereabouts location* followed walks_where re-?identif* by_name',
);
const LENS = group(
  'camera* cctv shopping_cent* mall store shops? street* phone phones gps wi-?fi entrance* turnstile*',
);
const FOLLOWS = group('track* follow* know* record* watch* monitor* log logs count* recogni* identif*');
const YOUNG = group(
  `(?:first|second|third|fourth|fifth|sixth)_grader* grade_schooler* primary_school* elementary_school* kindergart* preschool* nursery toddler*
  schoolchildren little_ones year_[1-6]_(?:pupils|class*) (?:1st|2nd|3rd|4th|5th)_grade* kids children tweens`,
);
const PLAYTHING = group('game* app apps toy toys tutor* chat* made_for for learning quiz* story stories companion');

const FACES = group('face faces facial iris fingerprint* gait voiceprint*');
const MATCHES = group(
  'matcher* match matches matching recogni[sz]* identif* verif* enrol* unlock* gate_camera* access_(?:control|gate) who_is_who',
);
const PERSONS = group(
  'staff employee* visitor* customer* people persons suspects? pupils students guests passengers members',
);

const BY_FACE = group(
  '(?:by|from|through)_(?:their|his|her|the|a)_(?:faces?|gait) by_(?:their|his|her)_(?:voice|walk)',
);
const WHO = group('who identif* recogni* by_name');

/** Watching people, hounding them, the young, the intimate. */
export const PRIVATE_LIVES: Scene[] = [
  { field: 'harassment', of: [BADGERS, VICTIM], not: FICTION },
  { field: 'surveillance', of: [PRIVATE, GATHERS, UNTOLD] },
  { field: 'personal data', of: [PRIVATE, GATHERS, UNTOLD] },
  { field: 'adult', of: [EXPLICIT, COMPANION] },
  { field: 'surveillance', of: [WHEREABOUTS, LENS] },
  { field: 'surveillance', of: [WHEREABOUTS, FOLLOWS] },
  { field: 'biometric', of: [FACES, MATCHES, PERSONS], not: FICTION },
  { field: 'biometric', of: [BY_FACE, WHO], not: FICTION },
  { field: 'minors', of: [YOUNG, PLAYTHING] },
];
