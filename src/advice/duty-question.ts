import type { Obligation } from '../knowledge/schema.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import type { Assessment, Duty } from './assess.ts';
import { asksForDuty } from './wording.ts';

type Kind = Obligation['kind'];

const ASKED: [RegExp, Kind[]][] = [
  [
    patternOf(
      /\bbadge\b|\blabel\b(?! (?:\d|incoming|our|all|mails?|images?|data|texts?|tickets?|photos?)\w*)|\blogo\b|\bshow\b|\bdisplay\b|\bbuilt with\b|\bpowered by\b|标识|徽标|标志|显示/i,
    ),
    ['badge'],
  ],
  // "name it on our page" is a credit, "name our model" is not
  [
    patternOf(
      /\b(?:name|naming|say|tell|write)\b(?! (?:it|our|the|your|its) (?:own )?(?:model|fine|derivative|version|checkpoint|merge))[^.?!]{0,30}\b(?:pages?|sites?|websites?|docs|documentation|apps?|ui|interface|credits|about|footer|imprint|product|customers?|users?)\b/i,
    ),
    ['badge', 'attribution', 'acknowledge'],
  ],
  [patternOf(/\b(re)?nam(e|ing)\b|\bprefix\b|命名|改名|\bcall (it|our|the)\b/i), ['name_prefix']],
  [patternOf(/\bnotices?\b|\bcopyright\b/i), ['notice_file', 'attribution', 'licence_copy']],
  [
    patternOf(/\b(?:licen[cs]e|LICENCE) (?:files?|texts?|headers?|cop(?:y|ies))\b/i),
    ['licence_copy', 'pass_on_terms', 'notice_file'],
  ],
  [
    patternOf(
      /\b(credit(?! (?:scor|card|risk|rating|union|bureau|check|limit|report|assess|decision|bank|worth|application))|attribut\w+|mention|cite|acknowledge)\b|署名|标注/i,
    ),
    ['attribution', 'notice_file', 'acknowledge', 'badge'],
  ],
  [patternOf(/\bregist\w+|\bapply for\b|\bask for permission\b/i), ['registration']],
  [
    patternOf(
      /\b(open[- ]?source|publish|(?<!\b(?:original|first|the|this|that|older|newer) )release|share|disclose)\b[^?]{0,30}\b(our|the|it|them|changes|code|source|modifications)\b/i,
    ),
    ['share_alike', 'provide_source'],
  ],
];
const WAIVES = patternOf(
  /\brenam(e|ing)\b|\b(remove|removing|drop|skip|omit|leave (out|off)|hide|get rid of|take (off|out)|do without|go without|not (show|display|include|mention|name|credit))\b|去掉|删除|移除|不(显示|标注|署名)/i,
);
/** "Strip the licence header", "take out the copyright line": what is to be left out is named right behind. */
const LEFT_OUT = patternOf(
  /(?<!\b(?:us(?:e|ing)|let(?:ting)?|have|having)\b[^?!]{0,40}\bto )\b(?:(?:remov|delet|strip|dropp?|skipp?|omitt?|hid|eras|cutt?|scrubb?)(?:e|es|ing)?|leav(?:e|ing) (?:out|off)|tak(?:e|ing) (?:out|off|away)|get(?:ting)? rid of|rip(?:ping)? out)(?: (?:out|off|away))?(?: (?:of|from|the|that|this|its|their|any|all|every|original|upstream|small|developer['’]s|maker['’]s|MODEL(?:['’]s)?))* (?:copyright|licen[cs]e (?:files?|texts?|headers?|cop(?:y|ies)|notices?)|LICENCE (?:files?|texts?|headers?|notices?)|notices?|attributions?|["“”']?(?:built with|powered by)|(?:their|the|MODEL(?:['’]s)?) (?:badges?|labels?|logo|credits?))\b/i,
);

const SHOWN: Kind[] = ['badge', 'attribution', 'acknowledge', 'notice_file', 'name_prefix'];
const isShown = (kind: Kind): boolean => SHOWN.includes(kind);

/** `leftOut`: what a copy is to go without is named; `unchanged`: the asker says that nothing was changed */
export type DutyQuestion = { kinds: Kind[]; waives: boolean; leftOut: boolean; unchanged: boolean };

const UNCHANGED = patternOf(
  /\b(?:unmodified|unchanged|untouched|as[- ]is|(?:not|never|without) (?:\w+ )?(?:modif|chang|tun|touch|patch)\w*|no (?:changes|modifications|patches))\b/i,
);
const OF_CHANGED = patternOf(/\b(?:changed|modified) (?:version|copy|copies)/i);

/** @returns the duties a question asks about ("must we show a badge?", "can we drop the notice?"), or null */
export const readDutyQuestion = (text: string): DutyQuestion | null => {
  const leftOut = LEFT_OUT.test(text);
  const waives = leftOut || WAIVES.test(text);
  if (!waives && !(asksForDuty(text) && !/^\s*(what|which|how)\b/i.test(text))) return null;
  const kinds = [...new Set(ASKED.filter(([pattern]) => pattern.test(text)).flatMap(([, kinds]) => kinds))];
  return kinds.length > 0 ? { kinds, waives, leftOut, unchanged: UNCHANGED.test(text) } : null;
};

/**
 * The first words of the answer to such a question, and the duties it is about.
 * @param cases the assessments of each version
 * @returns `broken`: a copy without it is not allowed
 */
export const answerDuty = (
  { kinds, waives, leftOut, unchanged }: DutyQuestion,
  cases: Assessment[][],
): { opening: string; duties: Duty[]; broken?: boolean } => {
  const per = cases.map((assessments) =>
    assessments.flatMap(({ duties: own }) => own.filter(({ obligation }) => kinds.includes(obligation.kind))),
  );
  const duties = per.flat();
  if (duties.length === 0) {
    // a name shown, a credit given, a notice kept: who asks for the one means the others too; a badge is its own thing
    const related = kinds.some((kind) => kind !== 'badge' && isShown(kind))
      ? cases.flatMap((assessments) =>
          assessments.flatMap(({ duties: own }) =>
            own.filter(({ obligation: { kind } }) => isShown(kind) || (leftOut && kind === 'licence_copy')),
          ),
        )
      : [];
    const beyond = cases.some((assessments) =>
      assessments.some(({ grounds }) =>
        grounds.some(({ finding }) =>
          finding?.when?.some((condition) => 'then' in condition && condition.then === 'display_duty'),
        ),
      ),
    );
    if (beyond && related.length === 0 && kinds.includes('badge'))
      return { opening: 'Not below its threshold', duties };
    if (leftOut && related.some(({ obligation }) => !obligation.when))
      return { opening: 'No, what has to go with a copy is this', duties: related, broken: true };
    return related.length > 0
      ? { opening: 'Not in these words, but what follows is asked for', duties: related }
      : { opening: 'We hold no such duty', duties };
  }
  const some = per.some((own) => own.length === 0);
  if (!waives && duties.every(({ obligation }) => OF_CHANGED.test(obligation.says)))
    return {
      opening: unchanged ? 'No, that is asked for changed versions only' : 'Only for a changed version',
      duties,
    };
  if (duties.every(({ obligation }) => obligation.when)) return { opening: 'Only beyond a threshold', duties };
  if (waives)
    return some
      ? { opening: 'Not in every version: it has to stay in some', duties }
      : { opening: 'No, it has to stay', duties, broken: leftOut };
  return { opening: some ? 'Yes, in some versions' : 'Yes, that is asked for', duties };
};
