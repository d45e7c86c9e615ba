import { dump } from 'js-yaml';
import type { Catalogue } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { bindingsOf } from '../knowledge/lineage.ts';

/** @returns an entry as readable YAML or Markdown, or null where no entry has the id */
export const showEntry = (catalogue: Catalogue, id: string): string | null => {
  const release = catalogue.releases.get(id);
  if (release) {
    const { category, meets } = classify(catalogue, release);
    return dump(
      {
        ...release,
        binding_licences: bindingsOf(catalogue, release).map((binding) => binding.licence.id),
        category,
        meets_osaid: meets,
      },
      { lineWidth: 120 },
    );
  }
  const article = catalogue.articles.get(id);
  if (article) return `# ${article.title}\n\n${article.body}`;
  const entry = catalogue.licences.get(id) ?? catalogue.families.get(id);
  return entry ? dump(entry, { lineWidth: 120 }) : null;
};

/** @returns counts of what is held, one a line */
export const countKnowledge = (catalogue: Catalogue): string => {
  const licences = [...catalogue.licences.values()];
  const releases = [...catalogue.releases.values()];
  const findings = licences.flatMap((licence) => licence.findings);
  const by = <T>(items: T[], key: (item: T) => string) =>
    [...Map.groupBy(items, key)]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([name, list]) => `  ${String(list.length).padStart(5)}  ${name}`);
  return [
    `${licences.length} licences and terms`,
    ...by(licences, (licence) => licence.kind),
    `${licences.filter((licence) => licence.text.extent === 'full').length} of them read in full, ${licences.filter((licence) => licence.text.extent === 'excerpts').length} in excerpts, ${licences.filter((licence) => licence.text.extent === 'none').length} not read`,
    `${findings.length} findings`,
    ...by(findings, (finding) => finding.stance),
    `${licences.flatMap((licence) => licence.obligations).length} obligations`,
    `${catalogue.families.size} families, ${releases.length} releases`,
    ...by(releases, (release) => classify(catalogue, release).category ?? 'class not established'),
    `${catalogue.articles.size} articles, ${catalogue.sources.size} sources`,
    `knowledge version ${catalogue.version}, oldest review ${catalogue.oldestReview}`,
  ].join('\n');
};
