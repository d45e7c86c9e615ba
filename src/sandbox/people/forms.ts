import { problemsInView } from '../checks/view.ts';
import { changeView, openView, viewJson } from '../methods/views.ts';
import type { Block, OpenView } from '../workspace.ts';
import { chosen, elementsIn, initialOf, type Placed } from './elements.ts';
import { type Did, did, didNot, type Floor, interactionBase, personOf } from './floor.ts';

type Body = Record<string, unknown>;
type Filled = { values: Record<string, Record<string, unknown>>; errors: Record<string, string> };

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Values may be given by block and action, by block alone, by action alone, or as Slack's own state. */
const given = (values: Record<string, unknown>, { block_id, element }: Placed): unknown => {
  const action = element.action_id!;
  const inBlock = Object.hasOwn(values, block_id) ? values[block_id] : undefined;
  const value = isObject(inBlock)
    ? inBlock[action]
    : (inBlock ?? (Object.hasOwn(values, action) ? values[action] : undefined));
  if (!isObject(value)) return value;
  const state = value as {
    value?: unknown;
    selected_option?: { value: string } | null;
    selected_options?: { value: string }[];
    selected_date?: string;
    selected_users?: string[];
    selected_conversation?: string;
  };
  return (
    state.value ??
    state.selected_option?.value ??
    state.selected_options?.map((option) => option.value) ??
    state.selected_date ??
    state.selected_users ??
    state.selected_conversation
  );
};

/** Checks what Slack checks before it sends a form: what is required, choices that exist, numbers and lengths. */
const fill = (view: OpenView, values: Record<string, unknown>): Filled => {
  const filled: Filled = { values: {}, errors: {} };
  for (const placed of elementsIn((view.view.blocks ?? []) as Block[])) {
    const { element, block, block_id } = placed;
    if (['button', 'overflow'].includes(element.type)) continue;
    const value = given(values, placed) ?? initialOf(element);
    const fields = chosen(element, value);
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!fields) filled.errors[block_id] = 'This is not one of the choices.';
    else if (empty && block.type === 'input' && block.optional !== true)
      filled.errors[block_id] = 'Please complete this required field.';
    else if (!empty) {
      const problem = inputProblem(element, String(value));
      if (problem) filled.errors[block_id] = problem;
    }
    filled.values[block_id] = { ...filled.values[block_id], [element.action_id!]: { type: element.type, ...fields } };
  }
  return filled;
};

const inputProblem = (element: Placed['element'], value: string): string | null => {
  if (element.type === 'number_input') {
    const number = Number(value);
    if (Number.isNaN(number) || (!element.is_decimal_allowed && !Number.isInteger(number)))
      return 'Please give a number.';
    if (element.min_value !== undefined && number < Number(element.min_value))
      return `The least is ${element.min_value}.`;
    if (element.max_value !== undefined && number > Number(element.max_value))
      return `The most is ${element.max_value}.`;
  }
  const { min_length: least, max_length: most } = element as { min_length?: number; max_length?: number };
  if (least !== undefined && value.length < least) return `Please give at least ${least} characters.`;
  if (most !== undefined && value.length > most) return `Please give at most ${most} characters.`;
  return null;
};

/** A person submits a form. @returns `errors` by block where Slack or the app finds something wrong */
export const submit = async (floor: Floor, body: Body): Promise<Did> => {
  const { workspace } = floor;
  const person = personOf(floor, body.user);
  const view = workspace.views.get(String(body.view_id ?? ''));
  if (!person || !view || view.user !== person.id) return didNot('view_not_found');
  const { values, errors } = fill(view, isObject(body.values) ? body.values : {});
  if (Object.keys(errors).length > 0) return didNot('invalid_input', { errors });
  const acknowledgement = await floor.deliveries.interaction('interactive', {
    ...interactionBase(floor, person, 'view_submission'),
    trigger_id: floor.triggers.give(person.id, view.id),
    view: viewJson(view, values),
    response_urls: [],
  });
  if (!acknowledgement.acked) return didNot('operation_timeout');
  const reply = isObject(acknowledgement.payload) ? acknowledgement.payload : {};
  const next = isObject(reply.view) ? reply.view : null;
  if (next) {
    const problems = problemsInView(next, 'modal');
    if (problems.length > 0) return didNot('invalid_response_view', { problems });
  }
  switch (reply.response_action) {
    case 'errors':
      return didNot('invalid_input', { errors: reply.errors });
    case 'update':
      if (next) changeView(floor, view, next);
      return did({ view_id: view.id });
    case 'push':
      return did(next ? { view_id: openView(floor, person.id, next, view).id } : {});
    case 'clear':
      for (const other of workspace.views.values()) if (other.root === view.root) workspace.views.delete(other.id);
      workspace.tell({ kind: 'view', user: person.id });
      return did();
    default:
      workspace.views.delete(view.id);
      workspace.tell({ kind: 'view', user: person.id });
      return did();
  }
};

/** A person closes a form without submitting. The app hears of it where it asked to. */
export const close = async (floor: Floor, body: Body): Promise<Did> => {
  const person = personOf(floor, body.user);
  const view = floor.workspace.views.get(String(body.view_id ?? ''));
  if (!person || !view || view.user !== person.id) return didNot('view_not_found');
  floor.workspace.views.delete(view.id);
  floor.workspace.tell({ kind: 'view', user: person.id });
  if (view.view.notify_on_close === true)
    await floor.deliveries.interaction('interactive', {
      ...interactionBase(floor, person, 'view_closed'),
      view: viewJson(view),
      is_cleared: false,
    });
  return did();
};
