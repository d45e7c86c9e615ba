import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS } from '../knowledge/vocabulary.ts';

const licence = (id: string, today: string): string => `name: ${id}
aliases: []
steward: WHO WROTE IT
published: "${today}"
spdx: null
kind: custom-community
osi_approved: false
text:
  url: https://example.org/LICENSE
  checked: "${today}"
  file: ${id}.txt
  extent: full
findings:
${TOPICS.map((topic) => `  - topic: ${topic}\n    stance: silent`).join('\n')}
  # a finding that is not silent:
  # - topic: commercial_use
  #   stance: conditional
  #   clause: "2"
  #   marker: a few words of the clause
  #   says: One plain sentence of our own.
  #   when: [{ measure: monthly_active_users, above: 700000000, counted: licensee_and_affiliates, at: month_before_release, then: separate_licence }]
obligations: []
reviewed: "${today}"
`;

const model = (id: string, today: string): string => `name: ${id}
line: ${id}
developer: WHO MADE IT
aliases: []
calls_it: null
released: "${today}"
modality: [text]
licences: [{ licence: apache-2.0 }]
artefacts:
  weights: { status: released, source: SOURCE-ID }
  training_data: { status: unknown }
  training_code: { status: unknown }
sources: [SOURCE-ID]
reviewed: "${today}"
releases:
  - { id: ${id}-7b, name: ${id} 7B, size: 7B, variant: base, repos: [owner/${id}-7b] }
`;

export type NewEntry = { ok: true; path: string } | { ok: false; message: string };

/**
 * Writes the skeleton of an entry; an entry that exists is left alone.
 * @param folder the knowledge folder
 */
export const writeNewEntry = (
  folder: string,
  kind: string | undefined,
  id: string | undefined,
  today: string,
): NewEntry => {
  if (kind !== 'licence' && kind !== 'model')
    return { ok: false, message: 'new: say "new licence ID" or "new model ID"' };
  if (!id || !/^[a-z0-9][a-z0-9.+-]*$/.test(id))
    return { ok: false, message: `new: "${id ?? ''}" is no id; use lower-case letters, digits, "." and "-"` };
  const path = join(folder, kind === 'licence' ? 'licences' : 'models', `${id}.yml`);
  if (existsSync(path)) return { ok: false, message: `new: ${kind} ${id} exists already` };
  writeFileSync(path, kind === 'licence' ? licence(id, today) : model(id, today));
  return { ok: true, path };
};
