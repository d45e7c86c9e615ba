import { FICTION, group, type Scene } from './scene.ts';

const BOT = group(
  'machine* bot bots chatbot* ai computer* robot* artificial automat* llm model MODEL software generated no_(?:human|person) not_(?:an?_)?(?:human|person)',
);
const HIDDEN = group(
  `never_(?:find_out|know*|learn*|told|tell|say*|mention*) don(?:'|’)?t_(?:know|tell|say|mention|find_out|notice|realise|realize|want_them_to_know)
  do_not_(?:know|tell|say|mention|notice) doesn(?:'|’)?t_(?:say|mention|tell|know) won(?:'|’)?t_(?:know|tell|say|notice|be_told)
  not_(?:told|tell|mention*|know*|disclos*|mark*|label*) nobody_(?:knows|is_told|notices|has_to_know|needs_to_know) no_(?:mention|hint|note|label|disclosure|disclaimer)
  no_(?:ai_)?(?:label|tag|hint|note|mark|disclosure)s? nobody_(?:should|must|may)_(?:know*|notice*) (?:should|must|shall|may)_(?:not|never)_(?:know*|notice*|realise*|realize*) shouldn(?:'|’)?t_(?:know|notice|realise|realize)
  takes?_(?:it|them|him|her|this)_for passes?_for without_(?:saying|telling|mentioning|disclosing|labelling|labeling|marking|a_note|a_label) hid(?:e|es|ing|den) secret* keep_quiet
  thinks?_(?:it|he|she|they)(?:'|’)?s?_* believ* otherwise_they`,
);
/** "They must not notice that this is no human." */
const NOT_TO_NOTICE = group(
  `(?:should|must|shall|may|can)(?:n(?:'|’)?t|_not|_never)_(?:know*|notice*|realise*|realize*|tell|find_out|learn*) never_(?:know*|notice*|find_out|learn*)
  don(?:'|’)?t_(?:notice|realise|realize)`,
);
const NO_HUMAN = group("no_(?:human|person) (?:not|isn(?:'|’)?t)_(?:an?_|really_an?_)?(?:real_)?(?:human|person)");
const SPEAKS = group(
  `say says pretend* claims? answer* chat* writ* repl(?:y|ies|ied|ying) post posts posting comment* call calls calling flirt* talk* speak* message* dm dms
  email* greet* interview*`,
);
const PERSONS =
  '(?:humans?|wom[ae]n|m[ae]n|girls?|boys?|persons?|people|mums?|moms?|mothers?|dads?|fathers?|parents?|colleagues?|employees?|engineers?|students?|doctors?|nurses?|friends?|customers?|buyers?|guests?|patients?|travell?ers?|locals|fans|residents|readers?|neighbou?rs?)';
const PERSONA = group(
  `under_(?:an?|the|his|her|their)_(?:invented|made-up|fake|false|fictional|fictitious|different|other|new)? invented_(?:name|person|engineer)*
  as_(?:if_)?(?:an?_)?(?:real_)?${PERSONS} profile* persona personas account accounts`,
);
/** "Posts as if real mums recommend it": nobody says that it hides, and it does. */
const AS_REAL = group(
  `as_if_(?:they_were_|it_was_|it_were_|written_by_)?(?:an?_)?(?:real_)?${PERSONS} as_(?:an?_)?real_${PERSONS} pos(?:es?|ing)_as_(?:an?_)?(?:real_)?${PERSONS}
  pretend(?:s|ing)?_to_be_(?:an?_)?(?:real_)?${PERSONS} in_the_name_of_(?:real|happy|satisfied)_${PERSONS}`,
);
const SOCK_PUPPETS = group('sock_puppet* sockpuppet*');
const SAYS_HUMAN = group(
  `(?:says?|claims?|pretends?|insists?|swears?|tells_\\p{L}+)_(?:that_)?(?:it|he|she)_is_(?:an?_)?(?:real_)?(?:human|person|man|woman|employee|colleague)
  (?:says?|claims?|pretends?|insists?|swears?)_(?:that_)?(?:it|he|she)['’]s_(?:an?_)?(?:real_)?(?:human|person|man|woman|employee|colleague)`,
);
const FALSEHOODS = group(
  'propaganda disinformation misinformation hoax* false_(?:facts?|claims?|news|stories|rumou?rs?) fake_news lies invented_(?:facts?|news|quotes?)',
);
const SPREADS = group('posts? spreads? spreading publish* writes? sends? tweets? shares? produces? floods?');
const AGAINST_THEM = group(
  'detect* flags? flagging filters? filtering moderat* debunk* fact-?check* against spots? recogni[sz]* research* stop stops fight* novel* game games film*',
);
const PRAISE = group(
  'satisfied_(?:customer|buyer|user|client)s? reviews? testimonials? ratings? (?:customer|user|buyer|product)_(?:comments?|voices?|feedback|opinions?|stories) upvotes? likes stars happy_(?:customer|buyer|user|client)s?',
);
const INVENTED = group(
  `(?:different|several|many|fresh|various|other|invented|fake)_(?:accounts?|profiles?|names?) made-?up invent* fake faked nobody_bought
  takes?_(?:it|them|him|her|this)_for no_(?:ai_)?(?:label|tag|disclosure) not_(?:real|launched) before_launch we_launch launch before_(?:anyone|anybody) never_(?:bought|used) bought_accounts sock_?puppet*`,
);
const SOMEBODY = group(
  `newsreader* newscaster* presenter* celebrit* politician* actor* actress* singer* minister* mayor* candidate* president
  chancellor ceo boss influencer* footballer* player* neighbou?r* teacher* colleague* ex ex-?(?:boyfriend|girlfriend|wife|husband)
  competitor* real_(?:person|people) someone somebody well-?known famous`,
);
const LIKENESS = group(
  'face faces voice voices likeness clip clips video videos photo photos image images footage speech audio song pictures?',
);
const UNASKED = group(
  `(?:without|didn(?:'|’)?t|did_not|haven(?:'|’)?t|never|not)_(?:\\p{L}+_)?(?:ask*|consent*|permission|told|tell|know*|agree*) never_(?:said|did|happened|took)
  he_never she_never they_never no_consent un-?ask* obviously_(?:a_)?(?:joke|fake) just_a_joke prank* in_which_(?:he|she|the_other) admits? confess*
  says_things put(?:s|ting)?_words look_real`,
);
const BALLOT = group(
  'election* vote votes voters? voting ballot* campaign* council candidate* mayor* senat* parliament* party referendum* polls',
);
const CANVASS = group(
  'poster* flyer* leaflet* ads? advert* clip clips video* slogan* speech* canvass* persuad* convinc* letter* post posts call calls text_messages sms',
);
const POLITICAL = group(
  `election* council_vote council_election* mayoral candidate* candidacy referendum* senat* parliament* party_(?:list|member|conference) our_list
  local_elections? vote_for voters? ballot*`,
);
const BY_HAND = group(
  'by_hand penned real_person real_people never_a_machine no_machine human-?written written_by_(?:a_human|humans|our) signed_by our_own_(?:poets?|writers?|authors?|staff) no_such_person fresh-?faced not_real',
);
const CLAIMED = group(
  'promis* label label_says signed claim* proof praises? believe think should_think hint charm blog column page testimonial*',
);
const STAGED = group(
  'proof as_proof (?:very_)?real[- ]looking look_real there_are_none none_there never_happened so_that_(?:folks|people)_hurry fake faked not_true',
);
const PICTURE = group('photo* picture* image* clip clips video* shots? recording* screenshot*');
const COURSEWORK = group('(?:seminar|term)_paper* thesis theses essay* homework coursework assignment* dissertation*');
const HANDS_IN = group(
  "hands?_(?:it_)?in handed_in submit* own_name as_their_own as_his_own as_her_own can(?:'|’)?t_prove banned_that",
);
const LENDS = group('lend* loan* borrow* advance advances');
const PAYDAY = group('payday till_pay pay_day next_wage*');
const PYRAMID = group(
  'bring_in_(?:two|three|four|more|friends) three_more downline* money_flows_up pyramid recruit*_(?:two|three|friends) multi-?level',
);

/** Passing something off as what it is not, campaigns, schemes. */
export const DECEIVING: Scene[] = [
  { field: 'deception', of: [BOT, HIDDEN, SPEAKS] },
  { field: 'deception', of: [NOT_TO_NOTICE, NO_HUMAN] },
  { field: 'deception', of: [HIDDEN, PERSONA, SPEAKS] },
  { field: 'deception', of: [AS_REAL, SPEAKS], not: FICTION },
  { field: 'deception', of: [SOCK_PUPPETS] },
  { field: 'deception', of: [BOT, SAYS_HUMAN], not: FICTION },
  { field: 'deception', of: [FALSEHOODS, SPREADS], not: AGAINST_THEM },
  { field: 'deception', of: [PRAISE, INVENTED] },
  { field: 'deception', of: [SOMEBODY, LIKENESS, UNASKED], not: FICTION },
  { field: 'political', of: [POLITICAL, CANVASS] },
  { field: 'political', of: [BALLOT, CANVASS, POLITICAL] },
  { field: 'deception', of: [BY_HAND, CLAIMED] },
  { field: 'deception', of: [STAGED, PICTURE], not: FICTION },
  { field: 'academic dishonesty', of: [COURSEWORK, HANDS_IN] },
  { field: 'lending', of: [PYRAMID] },
  { field: 'lending', of: [LENDS, PAYDAY] },
];
