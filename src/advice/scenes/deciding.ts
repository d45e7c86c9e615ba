import { FICTION, group, PEOPLE, type Scene } from './scene.ts';

const APPLIES = group(
  `applicant* applying application* tenant* renter* flats? apartment* loan* borrower* mortgage* credit insur* claim
  claims claimant* candidate* job_seeker* cvs? resumes? résumés? pupils? students? essays? exam* admission* objections? parking_tickets? deposits? fines? membership* enrol* benefit*
  welfare visa visas asylum parole bail payslip* pay_slip* on_credit instal*ments? scholarship* grant_application* policyholder* microloan* debtor* rents? landlord* notice_to_quit evict*`,
);
const DECIDES = group(
  `yes_or_no says_(?:yes|no) decid* reject* declin* den(?:y|ies|ied|ying) approv* accept* refus* turns?_(?:down|away) turned_(?:down|away) bins?
  binned throws?_out weeds?_out filters?_out sorts?_out kicks?_out pays?_out paid_out grants? granted select* picks? chooses?
  chosen choose scores? scoring ranks? ranking marks? grades? grading who_gets gets_a_place sacks? fires? dismiss* evict* notice_to_quit ruled? rules_['‘"]?(?:upheld|dismissed) upheld come_off mark_below let_someone_in lets?_in`,
);
const ALONE = group(
  `by_itself on_its_own all_alone fully_automat* automatic* automated without_(?:a_|any_)?(?:human|person|people|clerk|teacher|staff|review|anyone|anybody)
  no_(?:human|person|clerk|teacher|one) nobody nobody_double-?checks without_(?:anyone|anybody|somebody|a_person|a_human)_(?:\\p{L}+_){0,4}(?:looking|seeing|checking|reading) same_minute leaves_the_house without_a_word directly overnight unattended only_see* final_say in_(?:ten|five|\\d+)_seconds
  no_(?:doctor|lawyer)_in_the_loop`,
);
const TRAIT = group(
  `surname* skin_colou?r skin last_names? family_names? mother_tongue* ethnic* race racial skin_colou?r nationalit* religio* muslim* jewish
  christian* foreign* migrants? immigrant* accent* gender* women men female male pregnan* disab* handicap* sexual_orientation
  gay lesbian older_than too_old age_group* background* origin* names_that_sound come_from comes_from born_in birthplace* by_(?:their_|first_|the_)?names?`,
);
const ORIGIN = group(
  'skin_colou?r ethnic* race racial religio* nationalit* mother_tongue* surname* family_names? disabled',
);
const SORTS = group(
  `${'rates? rating bins? reject* filter* sort* skip* exclud* drop* weed* throws? rank* down-?rank* prefer* declin* refus* turn* hide* score* block* flag* quietly'}`,
);
const STAMPS = group(
  'rubber-?stamp* without_(?:ever_|really_|even_)?(?:reading|looking|checking) (?:just|only|merely)_(?:clicks?|presses?|signs?|nods?|confirms?) nods_(?:it|them|everything)_through',
);
const OVERSEER = group(
  'clerk* human* person staff colleague* somebody someone doctor* teacher* manager* hr officer* underwriter* agent',
);
const MOOD = group(
  'mood* angry anger sad sadness bored irritated stress* happy frustrat* emotion* feel feels feeling* sentiment attentive* attention tired',
);
const MEASURES_IT = group(
  'scor* detect* rat(?:e|es|ed|ing) measur* recogni* flag* infer* spot* track* read(?:s|ing)? tell tells shows? watch* log logs monitor*',
);
const SUBORDINATE = group(
  'employee* agent agents staff worker* pupil* student* colleague* team workforce drivers? cashier* clerk* class classroom',
);
const PROFILE_MARK = group('instagram facebook tiktok social_media posts_online linkedin');
const RATES = group('mark marks score* rating rate rates character trust* tidy grade* points');
const OFFENCE = group(
  'crimes? criminal* offences? burglar* reoffen* re-offen* perpetrator* culprit* robber* shoplifter*',
);
const FORETELLS = group('predict* foresees? forecast* likely will_commit likelihood_of risk_of who_(?:will|might|may)');
const INVESTIGATORS = group(
  'detectives? investigators? prosecutor* sheriff* constable* gendarm* cops? police polizei carabinieri policía',
);
const INVESTIGATED = group(
  'suspects? perpetrator* culprit* witness* fugitive* interrogat* evidence crimes? line-?ups?',
);
const REFUGEES = group('asylum migration_office immigration refugee* border_guard*');

/** Deciding about people, sorting them, reading their moods. */
export const DECIDING: Scene[] = [
  { field: 'scoring', of: [APPLIES, DECIDES, ALONE] },
  { field: 'scoring', of: [APPLIES, SORTS, TRAIT] },
  { field: 'scoring', of: [PEOPLE, SORTS, ORIGIN] },
  { field: 'scoring', of: [OVERSEER, STAMPS] },
  { field: 'emotion', of: [MOOD, MEASURES_IT, SUBORDINATE] },
  { field: 'scoring', of: [PROFILE_MARK, RATES, DECIDES] },
  { field: 'law enforcement', of: [REFUGEES, DECIDES] },
  { field: 'law enforcement', of: [OFFENCE, FORETELLS], not: FICTION },
  { field: 'law enforcement', of: [INVESTIGATORS, INVESTIGATED], not: FICTION },
];
