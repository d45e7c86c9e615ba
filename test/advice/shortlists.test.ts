import { describe, expect, it } from 'vitest';
import { billions } from '../../src/advice/read-sizes.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const find = (question: string) => {
  const answer = advisor.ask({ question }, TODAY);
  expect(answer.kind, question).toBe('shortlist');
  return { answer, releases: answer.picks.map((pick) => catalogue.releases.get(pick.release)!) };
};

describe('a shortlist', () => {
  it('tells speech recognition from speech synthesis', () => {
    const heard = find('any speech to text we can ship with no strings?').releases;
    expect(heard.length).toBeGreaterThan(3);
    expect(heard.every((release) => release.tasks.includes('speech-recognition'))).toBe(true);
    const spoken = find('which tts models may we sell?').releases;
    expect(spoken.length).toBeGreaterThan(3);
    expect(spoken.every((release) => release.tasks.includes('speech-synthesis'))).toBe(true);
  });

  it('keeps to the size asked for, however it is written', () => {
    for (const [question, least, most] of [
      ['which models around 7-8B can we use commercially?', 5.5, 9.5],
      ['any mit llm under 10b?', 0, 10],
      ['recommend a model, 13b or smaller, for commercial use', 0, 13],
      ['which models of at least 70B may we sell?', 70, 100_000],
      ['models that fit on one 24GB GPU and are free for commercial use', 0, 12],
    ] as const) {
      const { releases } = find(question);
      expect(releases.length, question).toBeGreaterThan(2);
      for (const release of releases) {
        expect(billions(release.size), `${question} ${release.id}`).toBeGreaterThanOrEqual(least);
        expect(billions(release.size), `${question} ${release.id}`).toBeLessThanOrEqual(most);
      }
    }
  });

  it('puts the smallest first where that is asked for', () => {
    const sizes = find('smallest llm with apache license for a raspberry pi').releases.map(
      (release) => billions(release.size)!,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes[0]).toBeLessThan(1);
  });

  it('takes licences named as needs, or ruled out', () => {
    const licencesOf = (question: string) => new Set(find(question).answer.subjects.map((subject) => subject.licence));
    expect(licencesOf('apache or mit models under 10b for coding')).toEqual(new Set(['apache-2.0', 'mit']));
    expect(licencesOf('best vision model under apache')).toEqual(new Set(['apache-2.0']));
    const others = licencesOf('list models that are not MIT and not apache but free for commercial use');
    expect(others.has('mit') || others.has('apache-2.0')).toBe(false);
  });

  it('leaves out a kind of model that is ruled out', () => {
    const { releases } = find('which models, not text models, can we use commercially?');
    expect(releases.length).toBeGreaterThan(3);
    expect(releases.some((release) => release.modality.includes('text'))).toBe(false);
  });

  it('keeps to licences without a user limit where that is asked for', () => {
    const { answer } = find('which 70b models have no user threshold for commercial use');
    expect(answer.picks.length).toBeGreaterThan(2);
    expect(answer.text).not.toContain('monthly active users');
  });

  it('leaves out what comes with a duty that is not wanted, and says how much that is', () => {
    const badge = find('which llm around 8b can we sell in our app without showing a badge?');
    expect(badge.releases.length).toBeGreaterThan(3);
    for (const { licence } of badge.answer.subjects)
      expect(catalogue.licences.get(licence!)!.obligations.map(({ kind }) => kind)).not.toContain('badge');
    const { answer } = find('which speech recognition model can we embed in our app w/o any attribution?');
    expect(answer.text).toContain('without these duties: attribution');
    expect(answer.text).toMatch(/\d+ with a duty that is not wanted/);
  });

  it('names what else of a line fits beside its newest', () => {
    expect(find('which image models may we use commercially under a permissive license?').answer.text).toMatch(
      /also .*schnell/i,
    );
  });

  it('looks for the kind of the model that an alternative is wanted to', () => {
    const { releases } = find('is there an open source alternative to midjourney we can self host?');
    expect(releases.length).toBeGreaterThan(2);
    expect(releases.every((release) => release.modality.includes('image'))).toBe(true);
  });

  it('is not what a question about a licence asks for', () => {
    expect(advisor.ask({ question: 'what do we need to ship with CC0 models' }, TODAY)).toMatchObject({
      kind: 'assessment',
      subjects: [{ licence: 'cc0-1.0' }],
    });
  });
});
