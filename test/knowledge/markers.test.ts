import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTextsIn } from '../../src/disk/knowledge-files.ts';
import { checkMarkers, plainText } from '../../src/knowledge/markers.ts';
import { catalogue } from '../support/shipped.ts';

const folder = process.env.LICENCE_TEXTS;

describe('markers', () => {
  it('are compared without regard to case, spacing, quotes and dashes', () => {
    expect(plainText('“Built  with\nLlama” – a\u00a0label')).toBe(plainText('"built with llama" - a label'));
  });

  it('a marker that is not in the text is named with its file and place', () => {
    const { problems } = checkMarkers(catalogue, () => 'an empty page');
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'licences/llama-3.1-community.yml',
        message: expect.stringContaining('greater than 700 million'),
      }),
    );
  });

  it('a text that is not there is named', () => {
    const { problems, notAtHand } = checkMarkers(catalogue, () => null);
    expect(notAtHand).toContain('flux-nc-2.1');
    expect(problems).toContainEqual(
      expect.objectContaining({ at: 'text.file', message: expect.stringContaining('not among the licence texts') }),
    );
  });

  it('a file name cannot lead out of the folder', () => {
    expect(readTextsIn('/etc')('../etc/passwd')).toBeNull();
    expect(readTextsIn('/')('etc/passwd')).toBeNull();
  });

  it.runIf(folder && existsSync(folder))('are all found in the licence texts at hand', () => {
    const { checked, problems } = checkMarkers(catalogue, readTextsIn(folder!));
    expect(problems).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });
});
