import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { currentLicences } from '../knowledge/lineage.ts';
import { VERDICTS } from '../knowledge/vocabulary.ts';
import type { Answer, AskLine, DutyLine, SomeSources, SourceLine, Statement } from './answer.ts';
import type { Assessment, Duty } from './assess.ts';
import type { Ground } from './grounds/ground.ts';

/** @returns what an answer says of the age and version of the knowledge */
export const knowledgeLine = (catalogue: Catalogue): Answer['knowledge'] => ({
  version: catalogue.version,
  oldest_review: catalogue.oldestReview,
});

export const sourceOfLicence = (licence: Licence): SourceLine => ({
  title: licence.name,
  url: licence.text.url,
  checked: licence.text.checked,
});

/** @returns the source with this id; an id that does not resolve fails the knowledge check, so it is left out here */
export const sourceById = (catalogue: Catalogue, id: string): SourceLine[] => {
  const source = catalogue.sources.get(id);
  return source ? [{ title: source.title, url: source.url, checked: source.checked }] : [];
};

/** @returns each source once, and what the rubric rests on where there is none */
export const someSources = (catalogue: Catalogue, lines: SourceLine[]): SomeSources => {
  const unique = lines.filter((line, at) => lines.findIndex((other) => other.url === line.url) === at);
  const [first, ...rest] =
    unique.length > 0 ? unique : catalogue.rubric.sources.flatMap((id) => sourceById(catalogue, id));
  return [first!, ...rest];
};

export const toStatement = (ground: Ground): Statement => ({
  topic: ground.topic,
  licence: ground.licence.id,
  licence_name: ground.licence.name,
  clause: ground.finding?.clause ?? null,
  says: ground.says,
  note: ground.note,
  source: ground.licence.text.url,
});

export const toDutyLine = (catalogue: Catalogue, { licence, obligation }: Duty): DutyLine => ({
  kind: obligation.kind,
  label: catalogue.vocabulary.obligation_kinds[obligation.kind].label,
  licence: licence.id,
  licence_name: licence.name,
  clause: obligation.clause,
  says: obligation.says,
  exact: obligation.exact ?? null,
  source: licence.text.url,
});

/** What limits the right, the strictest first, apart from what plainly grants it or is not addressed. */
export const conditionsOf = (assessments: Assessment[]): Statement[] =>
  unique(
    assessments
      .flatMap((item) => item.grounds)
      .filter((ground) => ground.finding?.clause && ground.verdict !== 'yes')
      .sort((a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict))
      .map(toStatement),
  );

/** What grants it, and what was read and not found. */
export const evidenceOf = (assessments: Assessment[]): Statement[] =>
  unique(
    assessments
      .flatMap((item) => item.grounds)
      .filter((ground) => !ground.finding?.clause || ground.verdict === 'yes')
      .map(toStatement),
  );

export const dutiesOf = (catalogue: Catalogue, assessments: Assessment[]): DutyLine[] =>
  unique(assessments.flatMap((item) => item.duties).map((duty) => toDutyLine(catalogue, duty)));

export const asksOf = (assessments: Assessment[]): AskLine[] => unique(assessments.flatMap((item) => item.asks));

export const sourcesOf = (catalogue: Catalogue, assessments: Assessment[], releases: Release[]): SourceLine[] => [
  ...assessments.flatMap((item) => [
    ...item.grounds.map((ground) => sourceOfLicence(ground.licence)),
    ...item.duties.map((duty) => sourceOfLicence(duty.licence)),
  ]),
  ...releases.flatMap((release) => currentLicences(catalogue, release).map(sourceOfLicence)),
  ...releases
    .slice(0, 2)
    .flatMap((release) =>
      (catalogue.families.get(release.family)?.sources ?? []).slice(0, 1).flatMap((id) => sourceById(catalogue, id)),
    ),
];

export const unique = <T>(items: T[]): T[] => {
  const seen = new Set<string>();
  return [...new Set(items)].filter((item) => {
    const key = JSON.stringify(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** A review older than a year is said in the answer. @param today ISO date */
export const ageNotes = (entries: { name: string; reviewed: string }[], today: string): string[] =>
  entries
    .filter((entry) => Date.parse(today) - Date.parse(entry.reviewed) > 365 * 864e5)
    .map(
      (entry) =>
        `Our entry on ${entry.name} was last reviewed on ${entry.reviewed}; check the text for later versions.`,
    );
