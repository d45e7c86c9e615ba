import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

export const PROMPT_FOLDER = join(import.meta.dirname, '../../prompts');

/**
 * A prompt file in its two parts, slots unfilled. The instructions come first and hold only what is the same for every
 * question, so that an endpoint can keep them in its prefix cache; the material is what changes.
 */
export type PromptFile = { name: string; version: string; instructions: string; material: string };

const SLOT = /\{\{([a-z_]+)\}\}/g;

/**
 * Reads one prompt: front matter with `purpose` and `variables` (name and what it is), instructions, a line `---`, and
 * the material.
 * @param slots the names that the code fills
 * @returns the prompt and its version, a short hash of the whole file
 * @throws with every problem at once: a slot that is undeclared, unused, not filled by the code, or outside its block
 */
export const readPrompt = (name: string, text: string, slots: readonly string[]): PromptFile => {
  const [, front, instructions, material] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const fail = (problems: string[]): never => {
    throw new Error(problems.map((problem) => `prompts/${name}.md: ${problem}`).join('\n'));
  };
  if (front === undefined || instructions === undefined || material === undefined)
    return fail(['expected front matter, instructions, a line "---", and the material']);
  const { purpose, variables } = (load(front) ?? {}) as { purpose?: unknown; variables?: unknown };
  const declared = new Set(variables !== null && typeof variables === 'object' ? Object.keys(variables) : []);
  const body = `${instructions}\n${material}`;
  const used = [...body.matchAll(SLOT)].map((match) => match[1]!);
  const problems = [
    ...(typeof purpose === 'string' && purpose.trim() !== '' ? [] : ['no purpose in the front matter']),
    ...used.filter((slot) => !declared.has(slot)).map((slot) => `slot {{${slot}}} is not declared in variables`),
    ...[...declared].filter((slot) => !used.includes(slot)).map((slot) => `variable ${slot} has no slot {{${slot}}}`),
    ...[...declared].filter((slot) => !slots.includes(slot)).map((slot) => `variable ${slot} is filled by nobody`),
    ...slots.filter((slot) => !declared.has(slot)).map((slot) => `the slot {{${slot}}} is missing`),
    ...used
      .filter((slot, at) => used.indexOf(slot) !== at || !body.includes(`\n<${slot}>\n{{${slot}}}\n</${slot}>`))
      .map((slot) => `slot {{${slot}}} has to stand once, alone between the lines <${slot}> and </${slot}>`),
    ...(body.replace(SLOT, '').match(/\{\{|\}\}/) ? ['"{{" or "}}" outside a slot'] : []),
  ];
  if (problems.length > 0) return fail(problems);
  return {
    name,
    version: createHash('sha256').update(text).digest('hex').slice(0, 8),
    instructions: instructions.trim(),
    material: material.trim(),
  };
};

/**
 * Reads the prompts that the code fills.
 * @param slots file name without ending -> the slots that the code fills
 * @throws with every problem of the first file that has one
 */
export const loadPrompts = <Name extends string>(
  slots: Record<Name, readonly string[]>,
  folder = PROMPT_FOLDER,
): Record<Name, PromptFile> =>
  Object.fromEntries(
    (Object.keys(slots) as Name[]).map((name) => [
      name,
      readPrompt(name, readFileSync(join(folder, `${name}.md`), 'utf8'), slots[name]),
    ]),
  ) as Record<Name, PromptFile>;
