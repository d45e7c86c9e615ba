import { createAdvisor } from '../../src/advice/advise.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { shippedFiles, TODAY } from './shipped.ts';

const MOVED = '2024-05-30';

/**
 * The knowledge as it would have been before Yi's weights moved to Apache 2.0 on 2024-05-30: the same files, without
 * what that day brought. Throws where the file on Yi no longer says when it moved.
 */
export const beforeYiMoved = () => {
  const files = shippedFiles.map((file) =>
    file.path === 'models/yi-1.yml'
      ? {
          ...file,
          text: file.text
            .replaceAll(`, { licence: apache-2.0, from: "${MOVED}" }`, '')
            .replaceAll(`, until: "${MOVED}"`, '')
            .replace(new RegExp(`.*on: "${MOVED}".*\n`), ''),
        }
      : file,
  );
  const changed = files.find((file, at) => file.text !== shippedFiles[at]!.text);
  if (!changed || changed.text.includes(MOVED)) throw new Error('models/yi-1.yml does not tell its move as expected');
  const { catalogue } = loadKnowledge(TODAY, files);
  if (!catalogue) throw new Error('models/yi-1.yml cannot be read without its move');
  return { catalogue, advisor: createAdvisor(catalogue) };
};
