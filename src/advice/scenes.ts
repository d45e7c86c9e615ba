/**
 * People tell a scene, not the licence's word for it: "it names the illness and says which tablets to buy". A scene is
 * told by words of several groups that stand close together, whatever the phrase.
 */
type Scene = {
  /** of the field table */
  field: string;
  /** a word of each group is in it */
  of: RegExp[];
  /** a word that makes it something else */
  not?: RegExp;
};

/** @param list words parted by spaces, `_` for a space within one, `*` for any ending */
const any = (list: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${list
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', '[ -]').replaceAll('*', '\\p{L}*'))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );

const AILMENT = any(
  `symptom* pain pains ache* headache* fever* rash* mole moles lesion* wound* tumo* cancer* melanoma* illness* disease*
  blood_(?:test*|value*|result*|count*|sugar|pressure|work|analys*) (?:analys*|valeurs)_de_sang urine ecg ekg x-ray* mri
  dose* dosage* pill pills tablets medicine* medication* insulin antibiotic* pregnan* allerg* depress* suicid* anxiety
  health_condition* what_hurts what_ails skin_(?:photo*|picture*|scan*|spot*|cancer|change*) lab_(?:value*|result*|report*)`,
);
const SAYS_SO = any(
  `tell tells telling told says? saying advis* recommend* suggest* explain* explique interpret* assess* judg* decid* names?
  prescrib* predict* rates? rating warn* prints? shows? answer* triage* which diagnos* recogni* identif* estimat* reads?
  what_to_take should_(?:take|do|buy) what_(?:he|she|they|it)_(?:has|have|means?) whether`,
);
const SICK = any(
  'patient* people users? customer* member* visitor* caller* person parents? elderly residents? them he she they',
);
const DOCTOR = any(
  'clinic* hospital* doctor* physician* nurse* dermatolog* dentist* practice pharmac* psychiatr* therap*',
);
const DOCTORS_CALL = any(
  'diagnos* prescri* triage* which_(?:medicine|medication|drug|tablet)s? dose* dosage* operate surger* treatment* therap*',
);

const APPLIES = any(
  `applicant* applying application* tenant* renter* flats? apartment* loan* borrower* mortgage* credit insur* claim
  claims claimant* candidate* job_seeker* cvs? resumes? résumés? pupils? students? essays? exam* admission* objections? parking_tickets? deposits? fines? membership* enrol* benefit*
  welfare visa visas asylum parole bail scholarship* grant_application* policyholder* microloan* debtor*`,
);
const DECIDES = any(
  `decid* reject* declin* den(?:y|ies|ied|ying) approv* accept* refus* turns?_(?:down|away) turned_(?:down|away) bins?
  binned throws?_out weeds?_out filters?_out sorts?_out kicks?_out pays?_out paid_out grants? granted select* picks? chooses?
  chosen choose scores? scoring ranks? ranking marks? grades? grading who_gets gets_a_place sacks? fires? dismiss* ruled? rules_['‘"]?(?:upheld|dismissed) upheld come_off mark_below let_someone_in lets?_in`,
);
const ALONE = any(
  `by_itself on_its_own all_alone fully_automat* automatic* automated without_(?:a_|any_)?(?:human|person|people|clerk|teacher|staff|review|anyone|anybody)
  no_(?:human|person|clerk|teacher|one) nobody nobody_double-?checks same_minute leaves_the_house without_a_word directly overnight unattended only_see* final_say in_(?:ten|five|\\d+)_seconds
  no_(?:doctor|lawyer)_in_the_loop`,
);
const TRAIT = any(
  `surname* skin_colou?r skin last_names? family_names? mother_tongue* ethnic* race racial skin_colou?r nationalit* religio* muslim* jewish
  christian* foreign* migrants? immigrant* accent* gender* women men female male pregnan* disab* handicap* sexual_orientation
  gay lesbian older_than too_old age_group* background* origin* names_that_sound`,
);
const ORIGIN = any(
  'skin_colou?r ethnic* race racial religio* nationalit* mother_tongue* surname* family_names? disabled',
);
const SORTS = any(
  `${'bins? reject* filter* sort* skip* exclud* drop* weed* throws? rank* down-?rank* prefer* declin* refus* turn* hide* score* block* flag* quietly'}`,
);

const STAMPS = any(
  'rubber-?stamp* without_(?:ever_|really_|even_)?(?:reading|looking|checking) (?:just|only|merely)_(?:clicks?|presses?|signs?|nods?|confirms?) nods_(?:it|them|everything)_through',
);
const OVERSEER = any(
  'clerk* human* person staff colleague* somebody someone doctor* teacher* manager* hr officer* underwriter* agent',
);

const BOT = any(
  'machine* bot bots chatbot* ai computer* robot* artificial automat* llm model MODEL software generated',
);
const HIDDEN = any(
  `never_(?:find_out|know*|learn*|told|tell|say*|mention*) don(?:'|’)?t_(?:know|tell|say|mention|find_out|notice|realise|realize|want_them_to_know)
  do_not_(?:know|tell|say|mention|notice) doesn(?:'|’)?t_(?:say|mention|tell|know) won(?:'|’)?t_(?:know|tell|say|notice|be_told)
  not_(?:told|tell|mention*|know*|disclos*|mark*|label*) nobody_(?:knows|is_told|notices|has_to_know|needs_to_know) no_(?:mention|hint|note|label|disclosure|disclaimer)
  without_(?:saying|telling|mentioning|disclosing|labelling|labeling|marking|a_note|a_label) hid(?:e|es|ing|den) secret* keep_quiet
  thinks?_(?:it|he|she|they)(?:'|’)?s?_* believ* otherwise_they`,
);
const SPEAKS = any(
  `answer* chat* writ* repl(?:y|ies|ied|ying) post posts posting comment* call calls calling flirt* talk* speak* message* dm dms
  email* greet* interview*`,
);
const PERSONA = any(
  `under_(?:an?|the|his|her|their)_(?:invented|made-up|fake|false|fictional|fictitious|different|other|new)? invented_(?:name|person|engineer)*
  as_(?:if_)?(?:an?_)?(?:real_)?(?:human|woman|man|girl|person|colleague|employee|engineer|student|doctor|friend|customer) profile* persona personas account accounts`,
);

const PRAISE = any(
  'reviews? testimonials? ratings? (?:customer|user|buyer|product)_(?:comments?|voices?|feedback|opinions?|stories) upvotes? likes stars happy_(?:customer|buyer|user|client)s?',
);
const INVENTED = any(
  `(?:different|several|many|fresh|various|other|invented|fake)_(?:accounts?|profiles?|names?) made-?up invent* fake faked nobody_bought
  not_(?:real|launched) before_launch we_launch launch before_(?:anyone|anybody) never_(?:bought|used) bought_accounts sock_?puppet*`,
);

const SOMEBODY = any(
  `newsreader* newscaster* presenter* celebrit* politician* actor* actress* singer* minister* mayor* candidate* president
  chancellor ceo boss influencer* footballer* player* neighbou?r* teacher* colleague* ex ex-?(?:boyfriend|girlfriend|wife|husband)
  competitor* real_(?:person|people) someone somebody well-?known famous`,
);
const LIKENESS = any(
  'face faces voice voices likeness clip clips video videos photo photos image images footage speech audio song pictures?',
);
const UNASKED = any(
  `(?:without|didn(?:'|’)?t|did_not|haven(?:'|’)?t|never|not)_(?:\\p{L}+_)?(?:ask*|consent*|permission|told|tell|know*|agree*) never_(?:said|did|happened|took)
  he_never she_never they_never no_consent un-?ask* obviously_(?:a_)?(?:joke|fake) just_a_joke prank* in_which_(?:he|she|the_other) admits? confess*
  says_things put(?:s|ting)?_words look_real`,
);

const BALLOT = any(
  'election* vote votes voters? voting ballot* campaign* council candidate* mayor* senat* parliament* party referendum* polls',
);
const CANVASS = any(
  'poster* flyer* leaflet* ads? advert* clip clips video* slogan* speech* canvass* persuad* convinc* letter* post posts call calls text_messages sms',
);
const POLITICAL = any(
  `election* council_vote council_election* mayoral candidate* candidacy referendum* senat* parliament* party_(?:list|member|conference) our_list
  local_elections? vote_for voters? ballot*`,
);

const MOOD = any(
  'mood* angry anger sad sadness bored irritated stress* happy frustrat* emotion* feel feels feeling* sentiment attentive* attention tired',
);
const MEASURES_IT = any(
  'scor* detect* rat(?:e|es|ed|ing) measur* recogni* flag* infer* spot* track* read(?:s|ing)? tell tells watch* log logs monitor*',
);
const SUBORDINATE = any(
  'employee* agent agents staff worker* pupil* student* colleague* team workforce drivers? cashier* clerk* class classroom',
);

const BARRACKS = any(
  `mortar* firing_table* ballistic* armou?red brigade* battalion* regiment* infantry ammunition warhead* torpedo* battlegroup* air_base* airbase* barracks
  defence_ministry defense_ministry ministry_of_defen* armed_forces rifle_squad* sniper* drone_swarm* target(?:ing)?_(?:from|with)_drones?`,
);
const ARMS = any(
  'rifle* pistol* handgun* revolver* shotguns firearm* gunsight* rifle_scope* riflescope* silencer* grenade* bomb bombs warhead* crossbow* taser*',
);
const FICTION = any(
  `novel* fiction* short_stor* stories story_about board_?game* video_?game* games? game_studio characters? film* movie* comic* screenplay* script
  fantasy thriller* toy toys toy_maker tin_soldiers figurine* choir* birthday* paintings? gallery collectors? retired paintball reenact* costume* surplus history_lesson history_class museum* theatre theater play_about poem* song lyrics lego toy_soldiers chess quiz dungeons`,
);

const PLANT = any(
  `sluice* floodgate* weir* dam dams hydro* waterworks water_(?:works|treatment|plant|supply|network) turbine* power_(?:plant|grid|station|line)*
  substation* grid gas_(?:network|grid|pipeline)* pipeline* refinery refineries reactor* rail* railway* level_crossing* points_and_signals
  signal_box tram trams metro traffic_(?:light|signal)* tunnel_ventilation elevator* lifts airport* runway* chlorine sewage blast_furnace*`,
);
const MACHINE = any(
  'crane* forklift* excavator* bulldozer* lathe* press_brake* robot_arm* combine_harvester* truck* lorry lorries bus buses train_(?:drive*|control*) ferry ferries ship_engine*',
);
const OPERATES = any(
  'moves? moving lifts? lifting runs_the starts? stops? open opens opening close closes closing control controls controlling switch* steer* operat* regulat* shut* drive drives driving adjust* dos(?:e|es|ing) start_and_stop',
);
const UNWATCHED = any(
  'by_itself on_its_own alone autonom* agent agents automatic* fully unattended at_night overnight self-?driving',
);

const COURT = any(
  'sue suing lawsuit* landlord* divorce* custody court* appeal* eviction* dismissal_protection severance legal_(?:claim|case|position|question)* small_claims traffic_fine* inheritance* will_and_testament',
);
const COUNSELS = any(
  'tell tells advis* recommend* draft* writ* say says suggest* assess* whether file files answer* explain*',
);
const NO_LAWYER = any(
  `no_lawyer* without_(?:a_)?lawyer* not_(?:a_)?lawyer* law_school instead_of_a_lawyer cheaper_than_a_lawyer nobody_(?:\\p{L}+_)*(?:lawyer|law_school|studied_law)
  tenants? customer* client* users? people public members citizens consumers`,
);

const MONEY = any(
  'shares? stocks? fund funds etf etfs crypto bitcoin portfolio* pension* savings invest* securities bonds',
);
const TIPS = any('tell tells advis* recommend* suggest* pick picks signal* buy sell which should');
const SAVERS = any('customer* client* users? subscriber* people savers? investors? members retirees');

const NO_PROFESSIONAL = any(
  `no_(?:doctor|physician|lawyer|nurse|professional|therapist|pharmacist)* without_(?:a_|any_)?(?:doctor|physician|lawyer|nurse|professional|therapist|pharmacist)*
  law_school med_school medical_school (?:instead_of|cheaper_than|in_place_of|replaces)_(?:a_|the_)?(?:doctor|lawyer|therapist)* nobody_(?:\\p{L}+_)*(?:lawyer|doctor|studied)`,
);

const MARK = any(
  'watermark* provenance metadata c2pa content_credential* synthid hidden_(?:mark*|signal*) invisible_(?:mark*|signal*) ai_(?:label*|mark*)',
);
const TAKES_OUT = any(
  'gone strip* remov* delet* filter*_(?:that_|it_|them_|those_)?out filters filtered patch* cut_out cuts crop* eras* wip(?:e|es|ed|ing) lose loses disappear* get_rid_of turn*_off switch*_off disabl* suppress* scrub*',
);
const REFUSAL = any(
  'refusal* refuses guard_?rail* safety_(?:filter|check|layer|training|tuning)* alignment safeguard* content_filter* nsfw_filter* censor*',
);
const UNDOES = any(
  'ablat* abliterat* uncensor* strip* remov* bypass* disabl* turn*_off switch*_off jailbreak* weaken* take_out takes_out get_rid_of circumvent* unlock*',
);

const BY_HAND = any(
  'by_hand penned real_person real_people never_a_machine no_machine human-?written written_by_(?:a_human|humans|our) signed_by our_own_(?:poets?|writers?|authors?|staff) no_such_person fresh-?faced not_real',
);
const CLAIMED = any(
  'promis* label label_says signed claim* proof praises? believe think should_think hint charm blog column page testimonial*',
);
const STAGED = any(
  'proof as_proof (?:very_)?real[- ]looking look_real there_are_none none_there never_happened so_that_(?:folks|people)_hurry fake faked not_true',
);
const PICTURE = any('photo* picture* image* clip clips video* shots? recording* screenshot*');
const DISRUPTS = any(
  'flood* freez* overload* crash* crawl* lock* knock* take_down takes_down slow_down brick* encrypt*',
);
const SYSTEMS = any(
  'booking_page page site website server* tills? computer* shop_system rival* competitor* customer_is_late pay_now unlock',
);
const BADGERS = any(
  'times_a_day day_and_night again_and_again changing_numbers hints_that threat* shame sham(?:es|ing) insult* bully* mock* harass* pester* stalk*',
);
const VICTIM = any(
  'debtor* neighbou?r* ex colleague* employee* teacher* tenant* classmate* mother-?in-?law boss customer* him her',
);
const PRIVATE = any(
  'who_lives_where doorbell* instagram facebook private_(?:life|photos?|messages?) diary daily_diary addresses home_address* phone_numbers profiles',
);
const GATHERS = any('list lists diary build* collect* scrap* scroll* record* sells? sold log logs');
const UNTOLD = any(
  `nobody_(?:on_it_)?was_asked (?:don(?:'|’)?t|do_not|doesn(?:'|’)?t)_know no_need_to_tell not_asked without_(?:asking|telling|their_knowledge|consent) of_course`,
);
const PROFILE_MARK = any('instagram facebook tiktok social_media posts_online linkedin');
const RATES = any('mark marks score* rating rate rates character trust* tidy grade* points');
const COURSEWORK = any('(?:seminar|term)_paper* thesis theses essay* homework coursework assignment* dissertation*');
const HANDS_IN = any(
  "hands?_(?:it_)?in handed_in submit* own_name as_their_own as_his_own as_her_own can(?:'|’)?t_prove banned_that",
);
const PYRAMID = any(
  'bring_in_(?:two|three|four|more|friends) three_more downline* money_flows_up pyramid recruit*_(?:two|three|friends) multi-?level',
);
const EXPLICIT = any('explicit erotic sexy nsfw adults?_only kinky dirty_talk sexting');
const COMPANION = any(
  'chat* companion* girlfriend* boyfriend* role-?play* story stories scenes? picture* image* video*',
);
const REFUGEES = any('asylum migration_office immigration refugee* border_guard*');

const WHEREABOUTS = any(
  'who_walks who_(?:goes|enters|comes)_(?:where|in) person_by_person each_person every_(?:person|visitor|shopper) movement* whereabouts location* followed walks_where re-?identif* by_name',
);
const LENS = any('camera* cctv shopping_cent* mall store shops? street* phone phones gps wi-?fi entrance* turnstile*');
const FOLLOWS = any('track* follow* know* record* watch* monitor* log logs count* recogni* identif*');

const YOUNG = any(
  `(?:first|second|third|fourth|fifth|sixth)_grader* grade_schooler* primary_school* elementary_school* kindergart* preschool* nursery toddler*
  schoolchildren little_ones year_[1-6]_(?:pupils|class*) (?:1st|2nd|3rd|4th|5th)_grade* kids children tweens`,
);
const PLAYTHING = any('game* app apps toy toys tutor* chat* made_for for learning quiz* story stories companion');

const BULK = any('mass bulk unsolicited cold thousand thousands 10,?000 scraped harvested bought');
const MAILING = any('mail mails email* e-mail* sms calls dms messages robocall*');
const MAILED = any('address* list lists send* blast* recipients strangers');

const UNDER_LICENCE = any('LICENCE');
const DATA = any('pictures? photos? images? collection* data data_?set* recording* songs? texts?');
const SHOWS = any(
  'print* calendar* poster* postcard* exhibition* exhibit* coffee_table book* magazine* wallpaper* slideshow* playlist* soundtrack*',
);

/** Every scene, with the field it belongs to. */
const SCENES: Scene[] = [
  { field: 'medical', of: [AILMENT, SAYS_SO, SICK] },
  { field: 'medical', of: [DOCTOR, DOCTORS_CALL, SAYS_SO] },
  { field: 'scoring', of: [APPLIES, DECIDES, ALONE] },
  { field: 'scoring', of: [APPLIES, SORTS, TRAIT] },
  { field: 'scoring', of: [SICK, SORTS, ORIGIN] },
  { field: 'scoring', of: [OVERSEER, STAMPS] },
  { field: 'deception', of: [BOT, HIDDEN, SPEAKS] },
  { field: 'deception', of: [HIDDEN, PERSONA, SPEAKS] },
  { field: 'deception', of: [PRAISE, INVENTED] },
  { field: 'deception', of: [SOMEBODY, LIKENESS, UNASKED], not: FICTION },
  { field: 'political', of: [POLITICAL, CANVASS] },
  { field: 'political', of: [BALLOT, CANVASS, POLITICAL] },
  { field: 'emotion', of: [MOOD, MEASURES_IT, SUBORDINATE] },
  { field: 'military', of: [BARRACKS], not: FICTION },
  { field: 'weapon', of: [ARMS], not: FICTION },
  { field: 'critical infrastructure', of: [PLANT, OPERATES, UNWATCHED] },
  { field: 'machinery', of: [MACHINE, OPERATES, UNWATCHED] },
  { field: 'legal advice', of: [COURT, COUNSELS, NO_LAWYER] },
  { field: 'financial advice', of: [MONEY, TIPS, SAVERS] },
  { field: 'unlicensed practice', of: [AILMENT, SAYS_SO, NO_PROFESSIONAL] },
  { field: 'unlicensed practice', of: [COURT, COUNSELS, NO_PROFESSIONAL] },
  { field: 'watermarks', of: [MARK, TAKES_OUT] },
  { field: 'guardrails', of: [REFUSAL, UNDOES] },
  { field: 'deception', of: [BY_HAND, CLAIMED] },
  { field: 'deception', of: [STAGED, PICTURE], not: FICTION },
  { field: 'malware', of: [DISRUPTS, SYSTEMS] },
  { field: 'harassment', of: [BADGERS, VICTIM], not: FICTION },
  { field: 'surveillance', of: [PRIVATE, GATHERS, UNTOLD] },
  { field: 'personal data', of: [PRIVATE, GATHERS, UNTOLD] },
  { field: 'the data itself', of: [UNDER_LICENCE, DATA, SHOWS] },
  { field: 'scoring', of: [PROFILE_MARK, RATES, DECIDES] },
  { field: 'law enforcement', of: [REFUGEES, DECIDES] },
  { field: 'academic dishonesty', of: [COURSEWORK, HANDS_IN] },
  { field: 'lending', of: [PYRAMID] },
  { field: 'adult', of: [EXPLICIT, COMPANION] },
  { field: 'surveillance', of: [WHEREABOUTS, LENS] },
  { field: 'surveillance', of: [WHEREABOUTS, FOLLOWS] },
  { field: 'minors', of: [YOUNG, PLAYTHING] },
  { field: 'malware', of: [BULK, MAILING, MAILED] },
];

/** Words of one scene are told in one sentence or in two that follow each other. */
const windowsOf = (text: string): string[] => {
  const sentences = text.split(/(?<=[.?!。？！\n])\s+/u).filter((sentence) => sentence.trim() !== '');
  return sentences.length < 2
    ? sentences
    : sentences.slice(0, -1).map((sentence, at) => `${sentence} ${sentences[at + 1]}`);
};

/** In a story or a game, arms and soldiers are told of and not used. */
const TOLD_OF = new Set([
  'military',
  'weapon',
  'nuclear',
  'law enforcement',
  'critical infrastructure',
  'machinery',
  'malware',
  'political',
  'adult',
]);
/** Who has a game or a film made to train people is no storyteller. */
const IN_EARNEST = any(
  'contractor* ministry armed_forces for_(?:the|an|our)_(?:army|navy|police) defen[cs]e target* train_soldiers',
);

/**
 * @param named the fields that are named outright
 * @returns those, and the fields of the scenes a text tells, without what is only told of in a story; and whether there
 *   was such a thing
 */
export const fieldsOfMessage = (text: string, named: string[]): { fields: string[]; toldOf: boolean } => {
  const windows = windowsOf(text);
  const told = SCENES.filter(
    ({ of, not }) => !not?.test(text) && windows.some((window) => of.every((group) => group.test(window))),
  ).map(({ field }) => field);
  const story = FICTION.test(text) && !IN_EARNEST.test(text);
  const all = [...new Set([...named, ...told])];
  const fields = all.filter((field) => !(story && TOLD_OF.has(field)));
  return { fields, toldOf: fields.length < all.length };
};
