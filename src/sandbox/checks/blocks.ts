import { MOST } from '../limits.ts';
import type { Block } from '../workspace.ts';
import { anyText, button, contextActions, image, inputs, interactive, markedText, plainText } from './elements.ts';
import { among, anything, byType, type Check, flag, list, number, object, string } from './shape.ts';

export type Surface = 'message' | 'modal' | 'home';

const type = { type: anything };
const own = { block_id: string(MOST.id) };
const richText = object(
  {
    ...type,
    elements: list(
      byType({
        rich_text_section: anything,
        rich_text_list: anything,
        rich_text_preformatted: anything,
        rich_text_quote: anything,
      }),
      1,
      1000,
    ),
  },
  own,
);
const cell = byType({
  raw_text: object({ ...type, text: string(MOST.sectionText, 1) }),
  raw_number: object({ ...type, value: number }, { text: string(MOST.sectionText) }),
  rich_text: richText,
});
const card = object(type, {
  ...own,
  hero_image: image,
  icon: image,
  title: markedText(MOST.header),
  subtitle: markedText(MOST.header),
  body: markedText(MOST.cardBody),
  actions: list(button, 0, MOST.actionElements),
});
const taskCard = object(
  {
    ...type,
    task_id: string(MOST.id, 1),
    title: string(MOST.id, 1),
    status: among('pending', 'in_progress', 'complete', 'error'),
  },
  { ...own, details: richText, output: richText, sources: anything },
);
const plainBlocks: Record<string, Check> = {
  section: (value, at, report) => {
    const section = value as Block;
    if (section.text === undefined && section.fields === undefined)
      report(`missing required field: text or fields [json-pointer:${at}]`);
    object(type, {
      ...own,
      text: anyText(MOST.sectionText),
      fields: list(anyText(MOST.fieldText), 1, MOST.fields),
      accessory: byType({ ...interactive, image }),
      expand: flag,
    })(value, at, report);
  },
  header: object({ ...type, text: plainText(MOST.header) }, own),
  context: object(
    {
      ...type,
      elements: list(
        byType({ plain_text: plainText(MOST.sectionText), mrkdwn: markedText(MOST.sectionText), image }),
        1,
        MOST.contextElements,
      ),
    },
    own,
  ),
  actions: object({ ...type, elements: list(byType(interactive), 1, MOST.actionElements) }, own),
  divider: object(type, own),
  image: object(
    { ...type, alt_text: string(MOST.altText) },
    { ...own, image_url: string(MOST.url, 1), slack_file: anything, title: plainText(MOST.altText) },
  ),
  rich_text: richText,
  video: anything,
};
const input = object(
  { ...type, label: plainText(MOST.label), element: byType(inputs) },
  { ...own, hint: plainText(MOST.label), optional: flag, dispatch_action: flag },
);
const table = object(
  { ...type, rows: list(list(cell, 1, MOST.tableColumns), 1, MOST.tableRows) },
  { ...own, column_settings: list(anything, 0, MOST.tableColumns) },
);
const BLOCKS: Record<Surface, Record<string, Check>> = {
  message: {
    ...plainBlocks,
    table,
    markdown: object({ ...type, text: string(MOST.markdown, 1) }, own),
    context_actions: object({ ...type, elements: list(byType(contextActions), 1, MOST.contextActions) }, own),
    card,
    carousel: object({ ...type, elements: list(card, 1, MOST.carousel) }, own),
    container: object(
      { ...type, child_blocks: list(byType({ ...plainBlocks, table }), 1, MOST.container) },
      {
        ...own,
        title: plainText(MOST.header),
        rich_text_title: richText,
        subtitle: anyText(MOST.header),
        width: anything,
        icon: image,
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
    ),
    task_card: taskCard,
    plan: object({ ...type, title: string(MOST.id, 1) }, { ...own, tasks: list(anything, 0, MOST.blocks) }),
    data_table: object(
      {
        ...type,
        caption: string(MOST.sectionText, 1),
        rows: list(list(cell, 1, MOST.tableColumns), 2, MOST.tableRows + 1),
      },
      { ...own, page_size: number, row_header_column_index: number },
    ),
    file: anything,
  },
  modal: {
    ...plainBlocks,
    input,
    alert: object({ ...type, text: anyText(MOST.sectionText) }, { ...own, level: anything }),
  },
  home: { ...plainBlocks, input },
};

/**
 * What Slack would find wrong with blocks: kinds that do not belong there, missing and unknown fields, lengths, counts,
 * ids used twice.
 * @returns every problem, empty where there is none
 */
export const problemsIn = (blocks: unknown, surface: Surface, at = '/blocks'): string[] => {
  const problems: string[] = [];
  const report = (problem: string) => problems.push(problem);
  list(byType(BLOCKS[surface]), 0, surface === 'message' ? MOST.blocks : MOST.viewBlocks)(blocks, at, report);
  if (problems.length > 0) return problems;
  const given = blocks as Block[];
  const ids = given.flatMap((block) => block.block_id ?? []);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    report(`block_id ${id} already exists`);
  if (given.filter((block) => block.type === 'table').length > 1) report('only_one_table_allowed');
  const markdown = given
    .filter((block) => block.type === 'markdown')
    .reduce((sum, block) => sum + String(block.text).length, 0);
  if (markdown > MOST.markdown) report(`markdown blocks must be less than ${MOST.markdown + 1} characters together`);
  for (const [index, block] of given.entries()) {
    const actions = Array.isArray(block.elements)
      ? block.elements.flatMap((element) => (element as Block).action_id ?? [])
      : [];
    for (const id of new Set(actions.filter((id, place) => actions.indexOf(id) !== place)))
      report(`action_id ${String(id)} already exists [json-pointer:${at}/${index}]`);
  }
  return problems;
};
