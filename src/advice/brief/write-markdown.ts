import type { Block, Document, Line, Span } from './document.ts';

/** @returns the document as Markdown (GitHub's tables and check boxes) */
export const writeMarkdown = (document: Document): string =>
  [
    `# ${escaped(document.title)}`,
    escaped(document.subtitle),
    document.facts.map((fact) => `- **${escaped(fact.label)}:** ${lineText(fact.line)}`).join('\n'),
    ...document.sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.blocks.map(blockText)]),
    '---',
    `_${escaped(document.caveat)}_`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return lineText(block.line);
    case 'list':
      return block.items.map((item) => `- ${lineText(item)}`).join('\n');
    case 'checks':
      return block.items.map((item) => `- [ ] ${lineText(item)}`).join('\n');
    case 'table':
      return [
        row(block.head.map(escaped)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(lineText))),
      ].join('\n');
    case 'form':
      return block.fields.map((field) => `- ${escaped(field)}: ________________`).join('\n');
    default:
      return block satisfies never;
  }
};

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const lineText = (line: Line): string => line.map(spanText).join('');

/** Emphasis must not begin or end with a space: it would show its stars. */
const spanText = ({ text, url, strong }: Span): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return before;
  const said = url
    ? `[${escaped(inner)}](${url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20')})`
    : escaped(inner);
  return `${before}${strong ? `**${said}**` : said}${after}`;
};

/** Nothing in a name or a sentence may become markup; line ends would break a table. */
const escaped = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
