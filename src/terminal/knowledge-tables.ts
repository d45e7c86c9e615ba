import { assessLicence } from '../advice/assess.ts';
import type { Catalogue } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { currentLicences } from '../knowledge/lineage.ts';
import { type Activity, CATEGORIES } from '../knowledge/vocabulary.ts';

const COLUMNS: Activity[] = [
  'use_commercially',
  'host_for_others',
  'redistribute_weights',
  'publish_derivative',
  'use_outputs',
  'train_on_outputs',
];

/** @returns two readable tables as Markdown: licences by what they allow, models by class */
export const knowledgeTables = (catalogue: Catalogue): string => {
  const { vocabulary } = catalogue;
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const licences = [...catalogue.licences.values()]
    .filter((licence) => licence.kind !== 'use-policy')
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
  const licenceRows = licences.map((licence) => {
    const verdicts = COLUMNS.map(
      (activity) => vocabulary.verdicts[assessLicence(catalogue, licence, activity, {}).verdict].label,
    );
    return `| [${cell(licence.name)}](${licence.text.url}) | ${vocabulary.licence_kinds[licence.kind].label} | ${verdicts.join(' | ')} | ${licence.text.extent} | ${licence.text.checked} |`;
  });
  const byCategory = Map.groupBy(
    catalogue.releases.values(),
    (release) => classify(catalogue, release).category ?? 'unknown',
  );
  const classes = [...CATEGORIES, 'unknown' as const].map((category) => {
    const releases = byCategory.get(category) ?? [];
    const families = Map.groupBy(releases, (release) => release.family);
    const rows = [...families].map(([id, members]) => {
      const family = catalogue.families.get(id)!;
      const names = [
        ...new Set(members.flatMap((release) => currentLicences(catalogue, release).map((licence) => licence.name))),
      ];
      return `| ${cell(family.name)} | ${cell(family.developer)} | ${members.length} | ${cell(names.join('; '))} |`;
    });
    const title = category === 'unknown' ? 'class not established' : vocabulary.categories[category].label;
    return `### ${title} (${releases.length} releases)\n\n| family | developer | releases | licence |\n|---|---|---|---|\n${rows.sort().join('\n')}`;
  });
  return [
    '# What the licences allow',
    `Knowledge ${catalogue.version}, oldest review ${catalogue.oldestReview}. General information, not legal advice.`,
    `| licence | kind | ${COLUMNS.map((activity) => vocabulary.activities[activity].label).join(' | ')} | read | checked |\n|${'---|'.repeat(COLUMNS.length + 4)}\n${licenceRows.join('\n')}`,
    '# Models by class',
    ...classes,
  ].join('\n\n');
};
