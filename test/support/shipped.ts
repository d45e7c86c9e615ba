import { createAdvisor } from '../../src/advice/advise.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { readKnowledgeFiles } from '../../src/disk/read-files.ts';

/** The day the tests live on: later than every review, less than a year after the oldest. */
export const TODAY = '2026-11-30';

export const shippedFiles = readKnowledgeFiles();
const loaded = loadKnowledge(TODAY, shippedFiles);
if (!loaded.catalogue) throw new Error('The shipped knowledge cannot be read; run npm run knowledge.');
export const catalogue = loaded.catalogue;
export const problems = loaded.problems;
export const advisor = createAdvisor(catalogue);
