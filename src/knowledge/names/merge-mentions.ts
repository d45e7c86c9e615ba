import type { Mention } from './read-names.ts';

/** Two names in a row without a word or a comma between them are one name that we do not hold. */
export const joinAdjacent = (mentions: Mention[], text: string): Mention[] =>
  mentions.reduce<Mention[]>((joined, mention) => {
    const last = joined.at(-1);
    if (
      last &&
      mention.kind === 'models' &&
      last.kind === 'models' &&
      mention.start > last.end &&
      /^[\s-]*$/.test(text.slice(last.end, mention.start))
    ) {
      const written = text.slice(last.start, mention.end);
      joined[joined.length - 1] = {
        kind: 'unknown',
        written,
        start: last.start,
        end: mention.end,
        nearest: [last.label, mention.label],
      };
    } else joined.push(mention);
    return joined;
  }, []);

/** The same thing named twice is one mention. */
export const mergeSame = (mentions: Mention[]): Mention[] => {
  const seen = new Set<string>();
  return mentions.filter((mention) => {
    const key =
      mention.kind === 'models'
        ? mention.releases.map((release) => release.id).join('|')
        : mention.kind === 'licence'
          ? mention.licences.map((licence) => licence.id).join('|')
          : mention.written.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** "Orpheus 3B: must the word llama appear?": beside a model, a name that is to be shown is no second subject. */
export const withoutLabels = (mentions: Mention[], text: string): Mention[] => {
  const shown = (mention: Mention) =>
    mention.kind === 'models' &&
    (/\b(word|name|term|string|prefix|wort|namen?)s? ["'“‘„]?$/i.test(text.slice(0, mention.start)) ||
      (/^["'”’]? (notice|label|badge|attribution|logo|prefix|name|line|hinweis)\b/i.test(text.slice(mention.end)) &&
        // "let it label mails": a verb
        !/\b(?:lets?|letting|have|had|made|make|makes) $/i.test(text.slice(0, mention.start))));
  const rest = mentions.filter((mention) => !shown(mention));
  return rest.some((mention) => mention.kind === 'models') ? rest : mentions;
};

const CHANNEL =
  /\b(via|over|through|thru|from|on|per|über|bei|durch|par|por|通过)\s+((the|our|their|das|die|der|la|le)\s+)?$/i;

/** "codestral via la plateforme", "GLM-5 over the z.ai api": where a model comes from is no licence that was named. */
export const withoutChannels = (mentions: Mention[], text: string): Mention[] =>
  mentions.some((mention) => mention.kind === 'models')
    ? mentions.filter(
        (mention) =>
          mention.kind !== 'licence' ||
          !mention.licences.every((licence) => licence.kind === 'api-terms') ||
          !CHANNEL.test(text.slice(0, mention.start)) ||
          /terms|tos|agreement|conditions|licen|polic|bedingungen/i.test(mention.written),
      )
    : mentions;
