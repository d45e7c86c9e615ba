import { FICTION, group, type Scene } from './scene.ts';

const BARRACKS = group(
  `mortar* firing_table* ballistic* armou?red brigade* battalion* regiment* infantry ammunition warhead* torpedo* battlegroup* air_base* airbase* barracks
  defence_ministry defense_ministry ministry_of_defen* armed_forces naval recruits rifle_squad* sniper* drone_swarm* target(?:ing)?_(?:from|with)_drones?`,
);
/** "Our quadcopters fly ahead of the column". */
const FLIES = group('drone* quadcopter* uav* uavs scouts? reconnaissance patrol*');
const AHEAD = group('the_column front_?line* enemy battlefield* troops? soldier* platoon* trench* combat');
const ARMS = group(
  'rifle* pistol* handgun* revolver* shotguns firearm* gunsight* rifle_scope* riflescope* silencer* grenade* bomb bombs warhead* crossbow* taser*',
);
const PLANT = group(
  `sluice* floodgate* weir* dam dams hydro* waterworks water_(?:works|treatment|plant|supply|network) turbine* power_(?:plant|grid|station|line)*
  substation* grid gas_(?:network|grid|pipeline)* pipeline* refinery refineries reactor* rail* railway* level_crossing* points_and_signals
  signal_box tram trams metro traffic_(?:light|signal)* tunnel_ventilation elevator* lifts airport* runway* chlorine sewage blast_furnace*`,
);
const MACHINE = group(
  'crane* forklift* excavator* bulldozer* lathe* press_brake* robot_arm* combine_harvester* truck* lorry lorries bus buses train_(?:drive*|control*) ferry ferries ship_engine*',
);
const OPERATES = group(
  'moves? moving lifts? lifting runs_the starts? stops? open opens opening close closes closing control controls controlling switch* steer* operat* regulat* shut* drive drives driving adjust* dos(?:e|es|ing) start_and_stop',
);
/** Whoever flies it, a machine that flies people is at its controls. */
const AT_THE_CONTROLS = group(
  '(?:flies|flying|pilots|piloting|steers|steering|lands|landing)_(?:the|a|an|our)_(?:\\p{L}+_)?(?:plane|aeroplane|airplane|aircraft|helicopter|airliner)s?',
);
const BREAKS_IN = group(
  "(?:ways?|break*|gets?|getting|hack*|sneak*|holes?)_(?:in)?to_(?:[\\p{L}'’]+_){0,3}(?:networks?|systems?|servers?|accounts?|computers?|mailboxes|wifi) hack*",
);
const UNINVITED = group(
  `without_(?:asking|permission|consent|telling|being_asked|their) nobody_(?:asked|knows) unasked uninvited competitor* rival* (?:other|foreign)_(?:companies|firms|people)*`,
);
const INVITED = group(
  'pen-?test* penetration_test* red_team* bug_bount* authori[sz]ed our_own with_their_(?:consent|permission|ok)',
);
const UNWATCHED = group(
  'by_itself on_its_own alone autonom* agent agents automatic* fully unattended at_night overnight self-?driving',
);
const MARK = group(
  'watermark* provenance metadata c2pa content_credential* synthid hidden_(?:mark*|signal*) invisible_(?:mark*|signal*) ai_(?:label*|mark*)',
);
const TAKES_OUT = group(
  'gone strip* remov* delet* filter*_(?:that_|it_|them_|those_)?out filters filtered patch* cut_out cuts crop* blur* eras* wip(?:e|es|ed|ing) lose loses disappear* get_rid_of turn*_off switch*_off disabl* suppress* scrub*',
);
const REFUSAL = group(
  'refusal* refuses refusing refuse guard_?rail* safety_(?:filter|check|layer|training|tuning)* alignment safeguard* content_filter* nsfw_filter* censor*',
);
const UNDOES = group(
  'ablat* abliterat* uncensor* strip* remov* bypass* disabl* turn*_off switch*_off jailbreak* weaken* take_out takes_out get_rid_of circumvent* unlock*',
);
/** A word that only this is said with. */
const ABLITERATED = group('abliterat*');
const DISRUPTS = group(
  'flood* freez* overload* crash* crawl* lock* knock* take_down takes_down slow_down brick* encrypt*',
);
const SYSTEMS = group(
  'booking_page page site website server* tills? computer* shop_system rival* competitor* customer_is_late pay_now unlock',
);
const BULK = group('mass bulk unsolicited cold thousand thousands 10,?000 scraped harvested bought');
const MAILING = group('mail mails email* e-mail* sms calls dms messages robocall*');
const MAILED = group(
  "address* list lists send* blast* recipients strangers never_(?:signed|subscribed|agreed|asked|opted)* did_not_(?:sign|ask|subscribe|opt)* didn['’]?t_(?:sign|ask|subscribe|opt)* without_(?:consent|opt-?in)",
);

/** Arms, plants and machines, attacks, safeguards taken out. */
export const DANGERS: Scene[] = [
  { field: 'military', of: [BARRACKS], not: FICTION },
  { field: 'weapon', of: [ARMS], not: FICTION },
  { field: 'critical infrastructure', of: [PLANT, OPERATES, UNWATCHED] },
  { field: 'machinery', of: [MACHINE, OPERATES, UNWATCHED] },
  { field: 'machinery', of: [AT_THE_CONTROLS], not: FICTION },
  { field: 'malware', of: [BREAKS_IN, UNINVITED], not: INVITED },
  { field: 'watermarks', of: [MARK, TAKES_OUT] },
  { field: 'guardrails', of: [REFUSAL, UNDOES] },
  { field: 'guardrails', of: [ABLITERATED] },
  { field: 'military', of: [FLIES, AHEAD], not: FICTION },
  { field: 'malware', of: [DISRUPTS, SYSTEMS] },
  { field: 'malware', of: [BULK, MAILING, MAILED] },
];
