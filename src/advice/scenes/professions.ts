import { FICTION, group, PEOPLE, type Scene } from './scene.ts';

const AILMENT = group(
  `symptom* pain pains ache* headache* fever* rash* mole moles lesion* wound* tumo* cancer* melanoma* illness* disease*
  blood_(?:test*|value*|result*|count*|sugar|pressure|work|analys*) (?:analys*|valeurs)_de_sang urine ecg ekg x-ray* mri
  dose* dosage* pill pills tablets medicine* medication* insulin antibiotic* pregnan* allerg* depress* suicid* anxiety
  health_condition* what_hurts what_ails skin_(?:photo*|picture*|scan*|spot*|cancer|change*) lab_(?:value*|result*|report*) test_results?`,
);
const SAYS_SO = group(
  `tell tells telling told says? saying advis* recommend* suggest* explain* explique interpret* assess* judg* decid* names?
  prescrib* predict* rates? rating warn* prints? shows? answer* triage* which diagnos* recogni* identif* estimat* reads?
  what_to_take should_(?:take|do|buy) what_(?:he|she|they|it)_(?:has|have|means?) whether`,
);
const DOCTOR = group(
  'clinic* hospital* doctor* physician* nurse* dermatolog* dentist* practice pharmac* psychiatr* therap*',
);
const DOCTORS_CALL = group(
  'diagnos* prescri* triage* which_(?:medicine|medication|drug|tablet)s? dose* dosage* operate surger* treatment* therap*',
);
const COURT = group(
  'sue suing lawsuit* landlord* divorce* custody court* appeal* eviction* dismissal_protection severance legal_(?:claim|case|position|question)* small_claims traffic_fine* inheritance* will_and_testament',
);
const COUNSELS = group(
  'tell tells advis* recommend* draft* writ* say says suggest* assess* whether file files answer* explain*',
);
const NO_LAWYER = group(
  `no_lawyer* without_(?:a_)?lawyer* not_(?:a_)?lawyer* law_school instead_of_a_lawyer cheaper_than_a_lawyer nobody_(?:\\p{L}+_)*(?:lawyer|law_school|studied_law)
  tenants? customer* client* users? people public members citizens consumers`,
);
const MONEY = group(
  'shares? stocks? fund funds etf etfs crypto bitcoin portfolio* pension* savings invest* securities bonds',
);
const TIPS = group('tell tells advis* recommend* suggest* pick picks signal* buy sell which should');
const SAVERS = group('customer* client* users? subscriber* people savers? investors? members retirees');
const NO_PROFESSIONAL = group(
  `no_(?:doctor|physician|lawyer|nurse|professional|therapist|pharmacist)* without_(?:a_|any_)?(?:doctor|physician|lawyer|nurse|professional|therapist|pharmacist)*
  law_school med_school medical_school (?:instead_of|cheaper_than|in_place_of|replaces)_(?:a_|the_)?(?:doctor|lawyer|therapist)* nobody_(?:\\p{L}+_)*(?:lawyer|doctor|studied)`,
);

const REMEDY = group(
  'medicine* medication* insulin antibiotic* pill pills tablets dose* dosage* drug drugs painkiller* antidepressant* statin*',
);
const TAKES_IT = group(
  `which_(?:medicine|medication|drug|pill|tablet|painkiller)s? how_much_(?:insulin|medicine|medication|to_take|to_inject) how_many_(?:pills|tablets|drops)
  to_(?:take|inject|swallow) should_(?:take|inject|swallow) (?:what|which)_(?:dose|dosage) whether_to_take`,
);

/** Advice that belongs to a doctor, a lawyer or an adviser. */
export const PROFESSIONS: Scene[] = [
  { field: 'medical', of: [AILMENT, SAYS_SO, PEOPLE] },
  { field: 'medical', of: [DOCTOR, DOCTORS_CALL, SAYS_SO] },
  { field: 'medical', of: [REMEDY, TAKES_IT], not: FICTION },
  { field: 'legal advice', of: [COURT, COUNSELS, NO_LAWYER] },
  { field: 'financial advice', of: [MONEY, TIPS, SAVERS] },
  { field: 'unlicensed practice', of: [AILMENT, SAYS_SO, NO_PROFESSIONAL] },
  { field: 'unlicensed practice', of: [COURT, COUNSELS, NO_PROFESSIONAL] },
];
