import { randomBytes } from 'node:crypto';
import type { SomeSources } from '../advice/answer.ts';
import { composeBrief } from '../advice/brief/compose-brief.ts';
import { writeMarkdown } from '../advice/brief/write-markdown.ts';
import { composeCard, wordsOf } from '../advice/card/card.ts';
import type { Chosen } from '../advice/choose-release.ts';
import { someSources, sourceById, sourceOfLicence } from '../advice/evidence.ts';
import { assumedFacts, type Profile } from '../advice/facts.ts';
import { sentenceList } from '../advice/wording.ts';
import type { Catalogue } from '../knowledge/catalogue.ts';
import { bindingsOf } from '../knowledge/lineage.ts';
import { isGivenUp, leaveToInbox } from './delivery/turn.ts';
import type { Gate, Place } from './gate.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, escaped } from './mrkdwn.ts';
import { contextBlock, type Outgoing, seal, sections } from './outgoing.ts';
import type { Drawing, Log } from './ports.ts';
import { type NoticeBase, notice } from './views/notice-message.ts';

export type PaperParts = {
  catalogue: Catalogue;
  drawing: Drawing;
  profileOf: (team: string) => Promise<Profile>;
  base: NoticeBase;
  log: Log;
  now: () => Date;
};

/** Files for people who sign or would rather look than read, shared with a message that holds sources and caveat. */
export const createPapers = (parts: PaperParts) => {
  const { catalogue, drawing } = parts;
  return {
    /** A review brief as Markdown and as PDF, with the team's profile as an assumption. */
    brief: async (gate: Gate, place: Place, team: string, about: Chosen): Promise<void> => {
      const facts = await parts.profileOf(team);
      const today = parts.now().toISOString().slice(0, 10);
      const { document, sources } = composeBrief(catalogue, about, facts, assumedFacts(facts), today);
      const name = `review-brief-${about.release.id}`;
      const lines = document.facts.map(
        (fact) => `${bold(fact.label)}: ${escaped(fact.line.map((one) => one.text).join(''))}`,
      );
      await gate.share(
        place,
        [
          { name: `${name}.pdf`, title: `${document.title} (PDF)`, content: await drawing.pdf(document) },
          { name: `${name}.md`, title: `${document.title} (Markdown)`, content: Buffer.from(writeMarkdown(document)) },
        ],
        seal(
          document.title,
          sections([bold(document.title), ...lines, ALL_INSIDE].join('\n')),
          firstOf(sources),
          document.caveat,
        ),
      );
    },
    /** A card of one model, or a chart of two to four. What it shows stands beside it in words, for who cannot see it. */
    picture: async (gate: Gate, place: Place, team: string, about: Chosen[]): Promise<void> => {
      const facts = await parts.profileOf(team);
      const cards = about.map((one) => composeCard(catalogue, one, facts));
      const words = wordsOf(cards);
      const assumed = assumedFacts(facts);
      const title = `${cards.length === 1 ? 'Openness card' : 'Comparison'}: ${sentenceList(cards.map((card) => card.name))}`;
      await gate.share(
        place,
        [
          {
            name: `openness-${about.map((one) => one.release.id).join('-vs-')}.png`,
            title: cut(title, 200),
            content: await drawing.png(cards),
            alt: words.join(' '),
          },
        ],
        seal(
          title,
          [
            ...sections(bold(title)),
            contextBlock(cut(words.map(escaped).join('\n'), LIMITS.contextText)),
            ...(assumed ? [contextBlock(escaped(`Assumed from your team profile: ${assumed}.`))] : []),
          ],
          firstOf(sourcesAbout(catalogue, about)),
          cards[0]!.caveat,
        ),
      );
    },
    /** Runs it; where it fails and will not be tried again, the one who asked is told, with a number under which the log has the detail. */
    attempt: async (share: () => Promise<void>, tell: (message: Outgoing) => Promise<unknown>): Promise<boolean> => {
      try {
        await share();
        return true;
      } catch (error) {
        if (leaveToInbox(error)) throw error;
        const reference = randomBytes(4).toString('hex');
        const detail = error instanceof Error ? error.message : String(error);
        isGivenUp(error, reference);
        parts.log.error({ reference, detail }, 'a file could not be shared');
        await tell(
          notice(
            parts.base,
            /missing_scope/.test(detail)
              ? 'To share files I need the scope files:write. Please ask whoever runs this app to install it again from its manifest.'
              : /not_in_channel|channel_not_found/.test(detail)
                ? 'I cannot share files here, because I am not a member of this channel. Invite me, or write to me directly.'
                : `I could not share the file (reference ${reference}). Please try again; if it happens again, give the reference to whoever runs this app.`,
          ),
        );
        return false;
      }
    },
  };
};
/** The message names the first sources only, without pointing to a "Details" that a file does not have. */
const SHOWN = 6;
const ALL_INSIDE = 'Conditions with clauses, what to ship, open points and all sources stand in the files.';
const firstOf = ([first, ...rest]: SomeSources): SomeSources => [first, ...rest.slice(0, SHOWN - 1)];

/** The texts that bind the models, and what the class rests on. */
const sourcesAbout = (catalogue: Catalogue, about: Chosen[]): SomeSources =>
  someSources(catalogue, [
    ...about.flatMap(({ release }) =>
      bindingsOf(catalogue, release).map((binding) => sourceOfLicence(binding.licence)),
    ),
    ...catalogue.rubric.sources.flatMap((id) => sourceById(catalogue, id)),
  ]);

export type Papers = ReturnType<typeof createPapers>;
