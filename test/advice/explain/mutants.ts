/** Ways to make a true sentence false. Each returns null where it does not apply to the sentence. */
export type Operator = { name: string; decisive: boolean; mutate: (sentence: string, other: Other) => string | null };
/** Material of another, unrelated fact. */
export type Other = { licence: string; model: string; clauseOf: string };

const swap = (sentence: string, from: RegExp, to: string): string | null =>
  from.test(sentence) ? sentence.replace(from, to) : null;

const firstOf = (sentence: string, changes: [RegExp, string][]): string | null => {
  for (const [from, to] of changes) {
    const changed = swap(sentence, from, to);
    if (changed !== null && changed !== sentence) return changed;
  }
  return null;
};

/** The verdict turned round, a licence or model put in another's place, a number changed: none may pass. */
export const OPERATORS: Operator[] = [
  {
    name: 'a permission denied',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bmay (?!not)/i, 'may not '],
        [/\bcan (?!not)/i, 'cannot '],
        [/\b(is|are) (permitted|allowed|free)\b/i, '$1 not $2'],
        [/\bpermitted\b/i, 'prohibited'],
        [/\ballowed\b/i, 'forbidden'],
        [/^Free\b/, 'Not free'],
      ]),
  },
  {
    name: 'a denial taken away',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\b(may|can|must|does|do|is|are) not\b/i, '$1'],
        [/\bcannot\b/i, 'can'],
        [/\bNot (?=\w)/, ''],
        [/\bnot (?=\w)/, ''],
        [/\bNo (?=\w)/, 'A '],
        [/\bno (?=\w)/, 'a '],
        [/\bwithout\b/i, 'with'],
        [/\bnever\b/i, 'always'],
      ]),
  },
  {
    name: 'a prohibition turned into a permission',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bprohibited\b/i, 'permitted'],
        [/\bforbidden\b/i, 'allowed'],
        [/\bnot allowed\b/i, 'allowed'],
        [/\bnot permitted\b/i, 'permitted'],
        [/\b(forbids|prohibits|bars|bans)\b/i, 'allows'],
      ]),
  },
  {
    name: 'a duty made optional',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bmust\b/i, 'need not'],
        [/\bneeds? (?!not)/i, 'does not need '],
        [/\b(is|are) required\b/i, '$1 not required'],
        [/\brequires\b/i, 'does not require'],
        [/\bhave to\b/i, 'do not have to'],
      ]),
  },
  {
    name: 'a permission made unconditional',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\s*[,(]?\s*\b(unless|only if|as long as|provided|except|but)\b[^;.]*/i, ''],
        [/,? with conditions\b/i, ''],
        [/,? subject to [^;.]*/i, ''],
        [/\b(only|solely)\b ?/i, ''],
        [/ \bif\b [^;.]*/i, ''],
      ]),
  },
  {
    name: 'the verdict turned round',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/^Yes\b/, 'No'],
        [/^No\b/, 'Yes'],
        [/^It depends\b/, 'Yes'],
        [/^Not known\b/, 'Yes'],
      ]),
  },
  {
    name: 'a number changed',
    decisive: true,
    mutate: (sentence) => swap(sentence, /\d+/, String(Number(/\d+/.exec(sentence)?.[0] ?? 0) + 1)),
  },
  {
    name: 'a number made ten times as large',
    decisive: true,
    mutate: (sentence) => swap(sentence, /\b(\d+)\b/, '$10'),
  },
  {
    name: 'a scale changed',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bmillion\b/i, 'billion'],
        [/\bbillion\b/i, 'million'],
      ]),
  },
  {
    name: 'a comparison turned round',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bmore than\b/i, 'less than'],
        [/\babove\b/i, 'below'],
        [/\bbelow\b/i, 'above'],
        [/\bover (?=\d)/i, 'under '],
        [/\bat least\b/i, 'at most'],
      ]),
  },
  {
    name: 'another licence named',
    decisive: true,
    mutate: (sentence, { licence }) => `Under the ${licence}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  },
  {
    name: 'another model named',
    decisive: true,
    mutate: (sentence, { model }) => `For ${model}: ${sentence}`,
  },
  {
    name: 'a time turned round',
    decisive: false,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bbefore\b/i, 'after'],
        [/\bafter\b/i, 'before'],
      ]),
  },
  {
    name: 'an exception turned into indifference',
    decisive: true,
    mutate: (sentence) =>
      firstOf(sentence, [
        [/\bunless\b/i, 'even if'],
        [/\bonly if\b/i, 'even if'],
      ]),
  },
  {
    name: 'a clause of another licence added',
    decisive: false,
    mutate: (sentence, { clauseOf }) =>
      `${sentence.replace(/\.$/, '')}, and ${clauseOf.charAt(0).toLowerCase()}${clauseOf.slice(1)}`,
  },
  {
    name: 'a right invented',
    decisive: false,
    mutate: (sentence) => `${sentence.replace(/\.$/, '')}, and you also get a patent grant.`,
  },
  {
    name: 'a condition invented',
    decisive: false,
    mutate: (sentence) => `${sentence.replace(/\.$/, '')}, subject to a yearly fee.`,
  },
  {
    name: 'advice added',
    decisive: false,
    mutate: (sentence) => `${sentence.replace(/\.$/, '')}, so we recommend going ahead.`,
  },
  {
    name: 'another clause cited',
    decisive: false,
    mutate: (sentence) => `${sentence.replace(/\.$/, '')} (§ 97.4).`,
  },
  {
    name: 'parties exchanged',
    decisive: false,
    mutate: (sentence) =>
      firstOf(sentence, [
        [
          /\b(Meta|Google|Alibaba(?: Cloud)?|Mistral AI|Tencent|NVIDIA|Stability AI)\b must ([a-z ]{3,20}) you\b/,
          'you must $2 $1',
        ],
      ]),
  },
  {
    name: 'a link added',
    decisive: false,
    mutate: (sentence) => `${sentence} See https://licence-check.example`,
  },
];
