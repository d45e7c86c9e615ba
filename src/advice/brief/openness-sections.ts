import type { Catalogue, Release } from '../../knowledge/catalogue.ts';
import { classify } from '../../knowledge/classify.ts';
import { ancestorsOf, bindingsOf, teachersOf } from '../../knowledge/lineage.ts';
import { capital } from '../wording.ts';
import { type Block, type Line, plain, type Section } from './document.ts';
import { sourceSpans, stateSpan, TONE_OF_STATUS } from './marks.ts';

/** What it was made from, nearest base first; every link's licence binds. */
export const lineageSection = (catalogue: Catalogue, release: Release): Section => {
  const bases = ancestorsOf(catalogue, release).map(
    ({ release: base, relation }): Line => [
      { text: `${capital(catalogue.vocabulary.relations[relation].label)} ` },
      { text: base.name, strong: true },
      { text: `: ${licenceNames(catalogue, base)}` },
      ...sourceSpans(catalogue, release.base.find((link) => link.release === base.id)?.source),
    ],
  );
  const teachers = teachersOf(catalogue, release).map(
    (teacher): Line => [
      { text: `${capital(catalogue.vocabulary.relations.outputs_of.label)} ` },
      { text: teacher.name, strong: true },
      { text: '; its licence does not travel along by itself, but its terms on outputs may have bound the developer.' },
    ],
  );
  const lines = [...bases, ...teachers];
  return {
    title: 'Lineage',
    blocks:
      lines.length > 0
        ? [
            { kind: 'list', items: lines },
            { kind: 'paragraph', line: plain('The licences of its bases travel along; the strictest decides.') },
          ]
        : [{ kind: 'paragraph', line: plain('No base model is known: it stands on its own licence.') }],
  };
};

const licenceNames = (catalogue: Catalogue, release: Release): string =>
  bindingsOf(catalogue, release)
    .filter((binding) => binding.via === release)
    .map((binding) => binding.licence.name)
    .join('; ') || 'no licence held';

/** The class with its reason, what was released, the check-list of the OSI's definition, the freedoms, and how others see it. */
export const opennessSection = (catalogue: Catalogue, release: Release): Section => {
  const result = classify(catalogue, release);
  const category = result.label ?? 'class not established';
  const others = othersSay(catalogue, release);
  const table = (head: string[], widths: number[], rows: Line[][]): Block => ({ kind: 'table', head, widths, rows });
  return {
    title: 'How open it is',
    blocks: [
      { kind: 'paragraph', line: [{ text: `${capital(category)}. `, strong: true }, { text: result.because }] },
      table(
        ['Part', 'Status', 'Licence or remark'],
        [0.2, 0.2, 0.6],
        Object.entries(catalogue.vocabulary.artefacts).map(([artefact, word]) => {
          const state = release.artefacts[artefact as keyof Release['artefacts']];
          const status = state?.status ?? 'unknown';
          const licence =
            artefact === 'weights'
              ? licenceNames(catalogue, release)
              : state?.licence
                ? (catalogue.licences.get(state.licence)?.name ?? '')
                : '';
          return [
            plain(word.label),
            [
              {
                text: catalogue.vocabulary.artefact_statuses[status].label,
                tone: TONE_OF_STATUS[status],
                strong: true,
              },
            ],
            remark([licence, state?.says ?? ''], sourceSpans(catalogue, state?.source)),
          ];
        }),
      ),
      table(
        ['OSAID 1.0 asks for', 'State', 'Why'],
        [0.2, 0.2, 0.6],
        result.elements.map((element) => [plain(element.label), [stateSpan(element.state)], plain(element.why)]),
      ),
      table(
        ['Freedom to', 'State', 'Why'],
        [0.2, 0.2, 0.6],
        result.freedoms.map((item) => [plain(capital(item.freedom)), [stateSpan(item.state)], plain(item.why)]),
      ),
      ...(others.length > 0 ? [{ kind: 'list' as const, items: others }] : []),
    ],
  };
};

/** What there is to say of a part, and where it says so; a dash where there is nothing. */
const remark = (said: string[], source: Line): Line => {
  const text = said.filter(Boolean).join('. ');
  if (text === '' && source.length > 0) return source.slice(1, -1);
  return [{ text: text || '–' }, ...source];
};

const othersSay = (catalogue: Catalogue, release: Release): Line[] => {
  const family = catalogue.families.get(release.family)!;
  const { washing } = classify(catalogue, release);
  return [
    ...(washing
      ? [
          [
            { text: `${family.developer} calls it "${washing.term}"; by the definition named above it is not.` },
            ...sourceSpans(catalogue, washing.source),
          ],
        ]
      : []),
    ...family.elsewhere.map(
      (other): Line => [{ text: `${other.by}: ${other.says} (${other.on}).` }, ...sourceSpans(catalogue, other.source)],
    ),
  ];
};
