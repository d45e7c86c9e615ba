import { performance } from 'node:perf_hooks';
import { createAdvisor } from '../../src/advice/advise.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { readKnowledgeFiles } from '../../src/disk/read-files.ts';
import { buildNameIndex } from '../../src/knowledge/names/build-name-index.ts';
import { readNames } from '../../src/knowledge/names/read-names.ts';
import { readGold } from '../eval/gold.ts';
import { ms, quantile } from './figures.ts';
import { grow } from './grown.ts';

const today = new Date().toISOString().slice(0, 10);

const timeLoads = (): number => {
  const times: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const start = performance.now();
    loadKnowledge(today, readKnowledgeFiles());
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
};

/** Loading, answering, and resolving names, beside a copy of the knowledge that is 10 and 100 times as large. */
export const benchKnowledge = (): void => {
  const first = performance.now();
  const { catalogue } = loadKnowledge(today);
  const cold = performance.now() - first;
  if (!catalogue) throw new Error('The knowledge cannot be read; run npm run knowledge.');
  console.log(
    `load  ${ms(cold)} cold, ${ms(timeLoads())} warm   (${catalogue.licences.size} licences, ${catalogue.releases.size} releases; aim: 150 ms)`,
  );

  const questions = readGold();
  let base = 0;
  for (const times of [1, 10, 100]) {
    const grown = grow(catalogue, times);
    const building = performance.now();
    const advisor = createAdvisor(grown);
    advisor.warm();
    const built = performance.now() - building;
    for (const item of questions) advisor.ask(item, today);
    const spent: number[] = [];
    for (let round = 0; round < 3; round += 1)
      for (const item of questions) {
        const start = performance.now();
        advisor.ask(item, today);
        spent.push(performance.now() - start);
      }
    const p99 = quantile(spent, 0.99);
    if (times === 1) base = p99;
    console.log(
      `${String(times).padStart(3)}x   answer p50 ${ms(quantile(spent, 0.5))}, p99 ${ms(p99)} (${(p99 / base).toFixed(1)}x of 1x; aim: 2 ms at 1x, 3x at 100x), index built in ${ms(built)}, ${grown.releases.size} releases`,
    );
  }

  const index = buildNameIndex(catalogue);
  const names = [...catalogue.releases.values()].flatMap((release) => [release.name, ...release.repos]);
  const start = performance.now();
  for (const name of names) readNames(index, name);
  const seconds = (performance.now() - start) / 1000;
  console.log(`names ${Math.round(names.length / seconds).toLocaleString('en-US')} resolved a second`);
};
