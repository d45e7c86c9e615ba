import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/advice/brief/compose-brief.ts';
import type { Document } from '../../src/advice/brief/document.ts';
import { writeMarkdown } from '../../src/advice/brief/write-markdown.ts';
import { chooseReleases } from '../../src/advice/choose-release.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const about = (text: string) => {
  const choice = chooseReleases(catalogue, advisor, text, 1);
  if (choice.kind !== 'chosen') throw new Error(choice.answer.headline);
  return choice.models[0]!;
};
const brief = (text: string, facts = {}) => composeBrief(catalogue, about(text), facts, null, TODAY);
const plainUrl = (url: string) => decodeURI(url).replaceAll('%28', '(').replaceAll('%29', ')');
const held = new Set(
  [...catalogue.sources.values(), ...[...catalogue.licences.values()].map((licence) => licence.text)].map((one) =>
    plainUrl(one.url),
  ),
);
const titled = (document: Document, title: string) => {
  const section = document.sections.find((item) => item.title === title)!;
  return writeMarkdown({ ...document, facts: [], sections: [section] });
};

describe('a review brief', () => {
  it('has every part that people who sign ask for, in order', () => {
    expect(brief('llama 3.1 70b').document.sections.map((section) => section.title)).toEqual([
      'What may be done with it',
      'The four parts, for commercial use',
      'Conditions and limits',
      'What to ship or do',
      'Open points',
      'Lineage',
      'How open it is',
      'Before it runs in production',
      'Decision',
      'Sources',
    ]);
  });

  it('comes to the verdicts that questions come to', () => {
    const { document } = brief('llama 3.1 70b');
    const answer = advisor.ask({ question: 'may we use Llama 3.1 70B commercially?' }, TODAY);
    expect(answer.verdict).toBe('yes_with_conditions');
    expect(titled(document, 'What may be done with it')).toMatch(/Commercial use \| \*\*Yes, with conditions\*\*/);
    expect(writeMarkdown(document)).toContain('- **Internal use:** The 700 million');
    for (const condition of answer.conditions)
      expect(JSON.stringify(document)).toContain(JSON.stringify(condition.says).slice(1, -1));
    for (const duty of answer.obligations)
      expect(JSON.stringify(document)).toContain(JSON.stringify(duty.says).slice(1, -1));
  });

  it('takes the facts of a team into account, and shows what was assumed', () => {
    const { document } = composeBrief(
      catalogue,
      about('llama 3.1 70b'),
      { monthly_active_users: 900_000_000 },
      '900,000,000 monthly active users',
      TODAY,
    );
    expect(titled(document, 'What may be done with it')).toMatch(/Commercial use \| \*\*No\*\*/);
    expect(writeMarkdown(document)).toContain('**Assumed of your team:** 900,000,000 monthly active users');
  });

  it('shows every link of a lineage, with the licence that travels along', () => {
    const { document } = brief('DeepSeek-R1-Distill-Llama-70B');
    expect(titled(document, 'Lineage')).toMatch(/Llama 3\.3 70B Instruct.*Llama 3\.3 Community License/);
    expect(titled(document, 'Conditions and limits')).toContain('by way of Llama 3.3 70B');
  });

  it('is written for every release that we hold, without a loose end', () => {
    for (const release of catalogue.releases.values()) {
      const { document, sources } = composeBrief(
        catalogue,
        { release, label: release.name, alike: [] },
        {},
        null,
        TODAY,
      );
      const text = writeMarkdown(document);
      expect(/undefined|\[object|NaN|\(\s*\)|\*{3}/.exec(text)?.[0], release.id).toBeUndefined();
      expect(text.includes('not legal advice') && text.includes(catalogue.version), release.id).toBe(true);
      const links = [...text.matchAll(/\]\((https?:[^)]+)\)/g)].map((match) => plainUrl(match[1]!));
      expect(sources.length).toBeGreaterThan(0);
      expect(
        links.filter((url) => !held.has(url)),
        release.id,
      ).toEqual([]);
    }
  });

  it('cannot be broken by a name that looks like markup', () => {
    const text = writeMarkdown({
      title: 'a | b\n# c',
      subtitle: '<script>',
      facts: [{ label: 'x', line: [{ text: '*[link](https://evil.example)*' }] }],
      sections: [
        {
          title: 't',
          blocks: [{ kind: 'table', head: ['h'], widths: [1], rows: [[[{ text: 'a|b\nc', strong: true }]]] }],
        },
      ],
      caveat: 'c',
      composed: TODAY,
    });
    expect(text).toContain('# a \\| b \\# c');
    expect(text).toContain('\\<script\\>');
    expect(text).toContain('\\*\\[link\\](https://evil.example)\\*');
    expect(text).toContain('| **a\\|b c** |');
  });
});

describe('the choice of a model', () => {
  const asked = (text: string, most = 1) => {
    const choice = chooseReleases(catalogue, advisor, text, most);
    return choice.kind === 'answer' ? choice.answer : null;
  };
  it('asks back where the versions differ, where none is named, and where there are too many', () => {
    expect(asked('Qwen2.5')).toMatchObject({ kind: 'clarification' });
    expect(asked('Qwen2.5')!.headline).toContain('differ');
    expect(asked('Apache-2.0')).toMatchObject({ kind: 'clarification' });
    expect(asked('Llama 3.1 70B and Gemma 3 27B')).toMatchObject({ kind: 'clarification' });
    expect(asked('Llama 3.1 70B vs Gemma 3 27B', 4)).toBeNull();
  });
  it('says so where a name is not held', () => {
    expect(asked('zephyrion-9B')).toMatchObject({ kind: 'not_covered' });
  });
});
