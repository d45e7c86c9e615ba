import { MOST } from '../limits.ts';
import type { Block } from '../workspace.ts';
import { problemsIn } from './blocks.ts';
import { plainText } from './elements.ts';
import { among, anything, flag, object, string } from './shape.ts';

const modal = object(
  { type: among('modal'), title: plainText(MOST.viewTitle), blocks: anything },
  {
    submit: plainText(MOST.viewTitle),
    close: plainText(MOST.viewTitle),
    private_metadata: string(MOST.privateMetadata),
    callback_id: string(MOST.id),
    external_id: string(MOST.id),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
);
const home = object(
  { type: among('home'), blocks: anything },
  { private_metadata: string(MOST.privateMetadata), callback_id: string(MOST.id), external_id: string(MOST.id) },
);

/** @returns what Slack would find wrong with a form or a Home tab */
export const problemsInView = (view: unknown, surface: 'modal' | 'home'): string[] => {
  const problems: string[] = [];
  (surface === 'modal' ? modal : home)(view, '/view', (problem) => problems.push(problem));
  const blocks = (view as { blocks?: unknown } | null)?.blocks;
  problems.push(...problemsIn(blocks, surface, '/view/blocks'));
  const submit = (view as { submit?: unknown } | null)?.submit;
  const hasInput = Array.isArray(blocks) && blocks.some((block) => (block as Block | null)?.type === 'input');
  if (surface === 'modal' && hasInput && submit === undefined)
    problems.push('missing required field: submit [json-pointer:/view]');
  return problems;
};
