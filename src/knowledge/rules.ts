import { citationsIn, paragraphsOf } from './article-text.ts';
import type { Catalogue, Licence, Release } from './catalogue.ts';
import { type Problem, problem, warning } from './problem.ts';
import type { Finding } from './schema.ts';
import { TOPICS } from './vocabulary.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * The rules between files: every reference resolves, nothing is orphaned, every statement has its evidence.
 * @param today ISO date; a review older than a year is a warning, a date in the future an error
 */
export const checkRules = (catalogue: Catalogue, today: string): Problem[] => [
  ...checkLicences(catalogue, today),
  ...checkModels(catalogue, today),
  ...checkLineage(catalogue),
  ...checkNames(catalogue),
  ...checkArticles(catalogue, today),
  ...checkUse(catalogue),
];

const checkLicences = ({ licences, sources }: Catalogue, today: string): Problem[] => {
  const problems: Problem[] = [];
  for (const licence of licences.values()) {
    const file = `licences/${licence.id}.yml`;
    problems.push(...checkDates(file, licence, today));
    if (licence.published > today) problems.push(problem(file, 'published', `${licence.published} lies in the future`));
    if (licence.text.checked > today)
      problems.push(problem(file, 'text.checked', `${licence.text.checked} lies in the future`));
    licence.findings.forEach((finding, index) => {
      problems.push(...checkFinding(file, `findings.${index} (${finding.topic})`, finding));
    });
    problems.push(...checkExtent(file, licence));
    for (const id of licence.incorporates)
      if (!licences.has(id)) problems.push(problem(file, 'incorporates', `"${id}" is no licence we hold`));
    if (licence.supersedes && !licences.has(licence.supersedes))
      problems.push(problem(file, 'supersedes', `"${licence.supersedes}" is no licence we hold`));
    for (const id of [...licence.sources, ...licence.history.map((change) => change.source)])
      if (id && !sources.has(id)) problems.push(problem(file, 'sources', `"${id}" is in no file of sources/`));
  }
  return problems;
};

const checkFinding = (file: string, at: string, finding: Finding): Problem[] => {
  const problems: Problem[] = [];
  if (finding.stance === 'silent') {
    if (finding.marker) problems.push(problem(file, at, 'a silent finding has no marker: nothing was found'));
  } else {
    for (const key of ['clause', 'marker', 'says'] as const)
      if (!finding[key]) problems.push(problem(file, at, `a finding that is not silent needs "${key}"`));
  }
  if (finding.when && finding.stance !== 'conditional')
    problems.push(problem(file, at, '"when" belongs to a conditional finding'));
  for (const condition of finding.when ?? [])
    if (condition.measure !== 'purpose' && condition.measure !== 'territory')
      if ((condition.above === undefined) === (condition.at_least === undefined))
        problems.push(problem(file, at, 'a threshold has either "above" or "at_least"'));
  return problems;
};

const checkExtent = (file: string, licence: Licence): Problem[] => {
  const topics = new Set(licence.findings.map((finding) => finding.topic));
  if (licence.text.extent === 'none' && licence.findings.length > 0)
    return [problem(file, 'findings', 'the text was not read (text.extent: none), so there are no findings')];
  if (licence.text.extent !== 'full') {
    return licence.findings
      .filter((finding) => finding.stance === 'silent')
      .map((finding) => problem(file, finding.topic, 'silence can only be told from the full text'));
  }
  const missing = TOPICS.filter((topic) => !topics.has(topic));
  return missing.length > 0
    ? [
        problem(
          file,
          'findings',
          `no finding on ${missing.join(', ')}; where the text does not speak of it, say silent`,
        ),
      ]
    : [];
};

const checkModels = ({ families, licences, sources }: Catalogue, today: string): Problem[] => {
  const problems: Problem[] = [];
  for (const family of families.values()) {
    const file = `models/${family.id}.yml`;
    problems.push(...checkDates(file, family, today));
    const cited = [
      ...family.sources,
      ...(family.calls_it ? [family.calls_it.source] : []),
      ...[...family.statements, ...family.elsewhere, ...family.notes].map((item) => item.source),
      ...family.history.flatMap((change) => change.source ?? []),
    ];
    for (const id of cited)
      if (!sources.has(id)) problems.push(problem(file, 'sources', `"${id}" is in no file of sources/`));
    for (const release of family.releases) {
      const at = release.id;
      for (const id of [...release.sources, ...release.statements.map((statement) => statement.source)])
        if (!sources.has(id)) problems.push(problem(file, at, `source "${id}" is in no file of sources/`));
      for (const period of release.licences)
        if (!licences.has(period.licence))
          problems.push(problem(file, at, `"${period.licence}" is no licence we hold`));
      if (!release.licences.some((period) => !period.until))
        problems.push(problem(file, at, 'no licence applies now: one period has no "until"'));
      for (const [artefact, state] of Object.entries(release.artefacts)) {
        if (state.status !== 'unknown' && !state.source)
          problems.push(problem(file, `${at}.artefacts.${artefact}`, 'a status needs its source'));
        if (state.source && !sources.has(state.source))
          problems.push(
            problem(file, `${at}.artefacts.${artefact}`, `source "${state.source}" is in no file of sources/`),
          );
        if (state.licence && !licences.has(state.licence))
          problems.push(problem(file, `${at}.artefacts.${artefact}`, `"${state.licence}" is no licence we hold`));
      }
      if (!release.artefacts.weights)
        problems.push(problem(file, `${at}.artefacts`, 'the status of the weights is missing'));
      if (release.released && release.released > today)
        problems.push(problem(file, `${at}.released`, `${release.released} lies in the future`));
    }
  }
  return problems;
};

const checkLineage = ({ releases }: Catalogue): Problem[] => {
  const problems: Problem[] = [];
  for (const release of releases.values()) {
    const file = `models/${release.family}.yml`;
    for (const base of release.base)
      if (!releases.has(base.release))
        problems.push(problem(file, `${release.id}.base`, `"${base.release}" is no release we hold`));
    const cycle = findCycle(release, releases);
    if (cycle)
      problems.push(problem(file, `${release.id}.base`, `the lineage runs in a circle: ${cycle.join(' -> ')}`));
  }
  return problems;
};

const findCycle = (start: Release, releases: Map<string, Release>): string[] | null => {
  const walk = (release: Release, path: string[]): string[] | null => {
    for (const base of release.base) {
      if (base.release === start.id) return [...path, start.id];
      if (path.includes(base.release)) continue;
      const next = releases.get(base.release);
      const found = next && walk(next, [...path, base.release]);
      if (found) return found;
    }
    return null;
  };
  return walk(start, [start.id]);
};

/** A repository id or an Ollama tag belongs to one release only. */
const checkNames = ({ releases }: Catalogue): Problem[] => {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const release of releases.values())
    for (const name of [...release.repos, ...release.ollama]) {
      const key = name.toLowerCase();
      const owner = owners.get(key);
      if (owner && owner !== release.id)
        problems.push(problem(`models/${release.family}.yml`, release.id, `"${name}" also names ${owner}`));
      owners.set(key, release.id);
    }
  return problems;
};

const checkArticles = ({ articles, sources }: Catalogue, today: string): Problem[] => {
  const problems: Problem[] = [];
  for (const article of articles.values()) {
    const file = `articles/${article.id}.md`;
    problems.push(...checkDates(file, article, today));
    for (const id of article.sources)
      if (!sources.has(id)) problems.push(problem(file, 'sources', `"${id}" is in no file of sources/`));
    const cited = new Set(citationsIn(article.body));
    for (const id of cited)
      if (!article.sources.includes(id))
        problems.push(problem(file, `[^${id}]`, 'cited, and not among the sources above'));
    for (const id of article.sources)
      if (!cited.has(id)) problems.push(problem(file, 'sources', `"${id}" is never cited in the text`));
    paragraphsOf(article.body).forEach((paragraph, index) => {
      if (citationsIn(paragraph).length === 0)
        problems.push(
          problem(file, `paragraph ${index + 1}`, 'every paragraph and list item names its source as [^id]'),
        );
    });
  }
  return problems;
};

/** Every source and every licence is used somewhere. */
const checkUse = (catalogue: Catalogue): Problem[] => {
  const used = new Set<string>(catalogue.rubric.sources);
  const keep = (...ids: (string | undefined)[]) => {
    for (const id of ids) if (id) used.add(id);
  };
  for (const licence of catalogue.licences.values())
    keep(...licence.sources, ...licence.history.map((change) => change.source));
  for (const article of catalogue.articles.values()) keep(...article.sources);
  for (const family of catalogue.families.values()) {
    keep(...family.sources, family.calls_it?.source);
    for (const item of [...family.statements, ...family.elsewhere, ...family.notes, ...family.history])
      keep(item.source);
    for (const release of family.releases) {
      keep(
        ...release.sources,
        ...release.base.map((base) => base.source),
        ...release.statements.map((item) => item.source),
      );
      for (const state of Object.values(release.artefacts)) keep(state.source);
    }
  }
  return [...catalogue.sources.keys()]
    .filter((id) => !used.has(id))
    .map((id) => problem('sources/', id, 'this source is used nowhere'));
};

const checkDates = (file: string, entry: { reviewed: string }, today: string): Problem[] => {
  if (entry.reviewed > today) return [problem(file, 'reviewed', `${entry.reviewed} lies in the future`)];
  if (Date.parse(today) - Date.parse(entry.reviewed) > YEAR)
    return [warning(file, 'reviewed', `last reviewed on ${entry.reviewed}, more than a year ago; answers say so`)];
  return [];
};
