import { withIds } from '../message-json.ts';
import type { Block } from '../workspace.ts';

export type Element = Record<string, unknown> & { type: string; action_id?: string };
export type Placed = { block_id: string; element: Element; block: Block };
type Option = { text?: { text?: string }; value: string };

/** @returns everything in the blocks that a person can press or fill in, with the block it stands in */
export const elementsIn = (blocks: Block[]): Placed[] =>
  withIds(blocks).flatMap((block) => {
    const inside = [
      ...(Array.isArray(block.elements) ? (block.elements as Element[]) : []),
      ...(block.accessory ? [block.accessory as Element] : []),
      ...(block.element ? [block.element as Element] : []),
      ...(Array.isArray(block.actions) ? (block.actions as Element[]) : []),
    ];
    const nested = [block.child_blocks, block.type === 'carousel' ? block.elements : undefined].flatMap((value) =>
      Array.isArray(value) ? elementsIn(value as Block[]) : [],
    );
    return [
      ...inside
        .filter((element) => block.type !== 'rich_text' && block.type !== 'carousel' && isActive(element))
        .map((element, index) => ({
          block_id: block.block_id!,
          block,
          element: { action_id: `a${index}`, ...element },
        })),
      ...nested,
    ];
  });

const PASSIVE = ['mrkdwn', 'plain_text', 'image'];
const isActive = (element: Element): boolean => !PASSIVE.includes(element.type);

/** @returns the options of a menu, those in groups too */
export const optionsOf = (element: Element): Option[] => [
  ...((element.options as Option[] | undefined) ?? []),
  ...((element.option_groups as { options: Option[] }[] | undefined) ?? []).flatMap((group) => group.options),
];

/** The field of the payload in which Slack puts what was chosen, for elements whose value is a plain text. */
const PLAIN: Record<string, string> = {
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
};

/**
 * What Slack says was chosen or typed in an element.
 * @param value an option's value or label, several of them, or a text; undefined for "nothing"
 * @returns the payload's fields, or null where the element offers no such value
 */
export const chosen = (element: Element, value: unknown): Record<string, unknown> | null => {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return { text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
    case 'feedback_buttons': {
      const votes = { positive: element.positive_button, negative: element.negative_button } as Record<
        string,
        { text: unknown; value: string }
      >;
      const vote = votes[String(value)] ?? Object.values(votes).find((one) => one.value === value);
      return vote ? { text: vote.text, value: vote.value } : null;
    }
    case 'static_select':
    case 'radio_buttons':
    case 'overflow': {
      if (value === undefined || value === null || value === '') return { selected_option: null };
      const option = findOption(element, value);
      return option ? { selected_option: option } : null;
    }
    case 'multi_static_select':
    case 'checkboxes': {
      const wanted =
        value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value];
      const options = wanted.map((one) => findOption(element, one));
      return options.includes(undefined) ? null : { selected_options: options };
    }
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select': {
      const wanted = value === undefined || value === null || value === '' ? [] : [value].flat().map(String);
      return { [`selected_${element.type.split('_')[1]}`]: wanted };
    }
    default: {
      const field = PLAIN[element.type] ?? 'value';
      return { [field]: value === undefined || value === null || value === '' ? null : String(value) };
    }
  }
};

const findOption = (element: Element, value: unknown): Option | undefined =>
  optionsOf(element).find((option) => option.value === String(value)) ??
  optionsOf(element).find((option) => option.text?.text === String(value));

/** What an element holds before anybody touched it. */
export const initialOf = (element: Element): unknown => {
  const option = element.initial_option as Option | undefined;
  const options = element.initial_options as Option[] | undefined;
  return (
    option?.value ??
    options?.map((one) => one.value) ??
    element.initial_value ??
    element.initial_date ??
    element.initial_time ??
    element.initial_users ??
    element.initial_conversations ??
    element.initial_channels ??
    element.initial_user ??
    element.initial_conversation ??
    element.initial_channel
  );
};
