import { MOST } from '../limits.ts';
import { among, anything, byType, type Check, flag, list, object, string } from './shape.ts';

const type = { type: anything };
const id = string(MOST.id, 1);

export const plainText = (most: number): Check =>
  object({ type: among('plain_text'), text: string(most, 1) }, { emoji: flag });
const mrkdwn = (most: number): Check => object({ type: among('mrkdwn'), text: string(most, 1) }, { verbatim: flag });
export const anyText = (most: number): Check => byType({ plain_text: plainText(most), mrkdwn: mrkdwn(most) });
export const markedText = mrkdwn;

const confirm = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: among('primary', 'danger') },
);
const option = object(
  { text: anyText(MOST.optionText), value: string(MOST.optionValue) },
  { description: anyText(MOST.optionText), url: string(MOST.url) },
);
const options = list(option, 1, MOST.options);
const groups = list(object({ label: plainText(MOST.optionText), options }), 1, MOST.options);
const common = { action_id: id, confirm, focus_on_load: flag };
const placeholder = plainText(MOST.placeholder);

export const button = object(
  { ...type, text: plainText(MOST.buttonText) },
  {
    ...common,
    value: string(MOST.buttonValue),
    url: string(MOST.url),
    style: among('primary', 'danger'),
    accessibility_label: string(MOST.accessibility),
  },
);
export const image = object(
  { ...type, alt_text: string(MOST.altText) },
  { image_url: string(MOST.url, 1), slack_file: anything },
);

const select = (own: Record<string, Check>): Check => object(type, { ...common, placeholder, ...own });
const workspaceSelects = (name: string): Record<string, Check> => ({
  [`${name}_external_select`]: select({
    min_query_length: anything,
    initial_option: option,
    initial_options: options,
    max_selected_items: anything,
  }),
  [`${name}_users_select`]: select({ initial_user: anything, initial_users: anything, max_selected_items: anything }),
  [`${name}_conversations_select`]: select({
    initial_conversation: anything,
    initial_conversations: anything,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: anything,
    max_selected_items: anything,
  }),
  [`${name}_channels_select`]: select({
    initial_channel: anything,
    initial_channels: anything,
    response_url_enabled: flag,
    max_selected_items: anything,
  }),
});
/** The names Slack uses: `users_select`, but `multi_users_select`. */
const single = Object.fromEntries(
  Object.entries(workspaceSelects('')).map(([name, check]) => [name.replace(/^_/, ''), check]),
);

const choices: Record<string, Check> = {
  static_select: select({ options, option_groups: groups, initial_option: option }),
  multi_static_select: select({
    options,
    option_groups: groups,
    initial_options: options,
    max_selected_items: anything,
  }),
  ...single,
  ...workspaceSelects('multi'),
  radio_buttons: object({ ...type, options: list(option, 1, MOST.choices) }, { ...common, initial_option: option }),
  checkboxes: object(
    { ...type, options: list(option, 1, MOST.choices) },
    { ...common, initial_options: list(option, 1, MOST.choices) },
  ),
  datepicker: select({ initial_date: string(10, 10) }),
  timepicker: select({ initial_time: string(5, 5), timezone: string(MOST.id) }),
  datetimepicker: object(type, { ...common, initial_date_time: anything }),
};

/** What may stand in an actions block or beside a section. */
export const interactive: Record<string, Check> = {
  ...choices,
  button,
  overflow: object({ ...type, options: list(option, 1, MOST.overflow) }, common),
  workflow_button: anything,
};

const typed = { ...common, placeholder, initial_value: string(MOST.inputText), dispatch_action_config: anything };
/** What may stand in an input block. */
export const inputs: Record<string, Check> = {
  ...choices,
  plain_text_input: object(type, { ...typed, multiline: flag, min_length: anything, max_length: anything }),
  number_input: object({ ...type, is_decimal_allowed: flag }, { ...typed, min_value: anything, max_value: anything }),
  email_text_input: object(type, typed),
  url_text_input: object(type, typed),
  rich_text_input: object(type, { ...typed, initial_value: anything }),
  file_input: object(type, { ...common, filetypes: anything, max_files: anything }),
};

const vote = object(
  { text: plainText(MOST.buttonText), value: string(MOST.buttonValue) },
  { accessibility_label: string(MOST.accessibility) },
);
export const contextActions: Record<string, Check> = {
  feedback_buttons: object({ ...type, positive_button: vote, negative_button: vote }, { action_id: id }),
  icon_button: object(
    { ...type, icon: string(MOST.id), text: plainText(MOST.buttonText) },
    {
      ...common,
      value: string(MOST.buttonValue),
      accessibility_label: string(MOST.accessibility),
      visible_to_user_ids: anything,
    },
  ),
};
