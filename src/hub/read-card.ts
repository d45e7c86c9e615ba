import { modelInfo } from '@huggingface/hub';
import { z } from 'zod';
import type { DeclaredCard, ReadCard } from '../advice/hub/declared-card.ts';

export type HubSettings = {
  /** another hub than huggingface.co: a mirror, or a stand-in for tests */
  url?: string;
};
export type HubLog = { warn: (fields: Record<string, unknown>, message: string) => void };

/** A question does not wait longer than this for the hub. */
const PATIENCE_MS = 2000;
/** Cards change rarely. */
const KEPT_MS = 24 * 3600_000;
const MOST_KEPT = 1000;
/** After a failure the hub is left alone for a while, so that questions are not slowed one by one. */
const PAUSE_MS = 30_000;

/** Words of outsiders: only what a licence or a repository can be called, and no more of it than a line. */
const Name = z
  .string()
  .transform((text) =>
    text
      .replace(/[^\p{L}\p{N} .+/:_-]/gu, '')
      .trim()
      .slice(0, 80),
  )
  .catch('');
const Link = z
  .url({ protocol: /^https$/ })
  .max(300)
  .nullable()
  .catch(null);
/** A card writes one value or a list of them. */
const Names = z.union([z.array(Name), Name.transform((name) => [name])]).catch([]);
const Repo = /^[\w.-]{1,96}\/[\w.-]{1,96}$/;

/**
 * The parts of the hub's answer that are read, as `ApiModelInfo` of the client types them and as the hub's documentation
 * of model cards lists them (license, license_name, license_link, base_model, base_model_relation). Of the tags, the hub
 * derives "base_model:<relation>:<repository>".
 */
const Reply = z.object({
  name: z.string().regex(Repo),
  gated: z.union([z.boolean(), z.string()]).catch(false),
  task: z.string().max(60).optional().catch(undefined),
  tags: z
    .array(z.unknown())
    .transform((tags) => tags.filter((tag) => typeof tag === 'string'))
    .catch([]),
  cardData: z
    .object({
      license: Names.optional(),
      license_name: Name.optional(),
      license_link: Link.optional(),
      base_model: Names.optional(),
      base_model_relation: Name.optional(),
    })
    .optional()
    .catch(undefined),
});

const RELATIONS = {
  finetune: 'fine_tune',
  quantized: 'quantisation',
  adapter: 'adapter',
  merge: 'merge',
} as const;
const isRelation = (word: string): word is keyof typeof RELATIONS => Object.hasOwn(RELATIONS, word);

/**
 * Reads cards from Hugging Face by its own client: metadata only, no token, nothing but the repository's id is sent.
 * What was read, or was not there, is kept for a day; a failure is not kept.
 */
export const createReadCard = (settings: HubSettings, log: HubLog, now: () => number): ReadCard => {
  const kept = new Map<string, { card: DeclaredCard | null; until: number }>();
  let pausedUntil = 0;
  const keep = (repo: string, card: DeclaredCard | null): DeclaredCard | null => {
    kept.delete(repo);
    kept.set(repo, { card, until: now() + KEPT_MS });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return card;
  };
  return async (repo) => {
    const key = repo.toLowerCase();
    const held = kept.get(key);
    if (held && held.until > now()) return held.card;
    if (now() < pausedUntil) return null;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const info = await modelInfo({
        name: repo,
        additionalFields: ['cardData', 'tags'],
        ...(settings.url ? { hubUrl: settings.url } : {}),
        fetch: (input, init) => fetch(input, { ...init, signal }),
      });
      const reply = Reply.safeParse(info);
      if (!reply.success) log.warn({ problem: reply.error.issues[0]?.path.join('.') }, 'a card could not be read');
      return keep(key, reply.success ? cardOf(reply.data) : null);
    } catch (error) {
      const status = (error as { statusCode?: number }).statusCode;
      // a repository that is not there, or not for everybody; the hub answers 401 for both
      if (status === 404 || status === 401 || status === 403) return keep(key, null);
      pausedUntil = now() + PAUSE_MS;
      log.warn({ status: status ?? null, error: (error as Error).name }, 'Hugging Face could not be asked');
      return null;
    }
  };
};

const cardOf = (reply: z.infer<typeof Reply>): DeclaredCard => {
  const card = reply.cardData;
  const tagged = reply.tags.flatMap((tag) => (tag.startsWith('license:') ? [tag.slice('license:'.length)] : []));
  const licences = (card?.license ?? tagged).filter((name) => name !== '');
  return {
    repo: reply.name,
    licences,
    licenceName: card?.license_name || null,
    licenceLink: card?.license_link ?? null,
    bases: basesOf(reply),
    gated: reply.gated !== false,
    task: reply.task ?? null,
  };
};

/** Bases of the card and of the tags; the tag knows how one was made from the other. */
const basesOf = ({ cardData, tags }: z.infer<typeof Reply>): DeclaredCard['bases'] => {
  const bases = new Map<string, DeclaredCard['bases'][number]>();
  const declared = cardData?.base_model_relation ?? '';
  for (const repo of cardData?.base_model ?? [])
    if (Repo.test(repo))
      bases.set(repo.toLowerCase(), { repo, relation: isRelation(declared) ? RELATIONS[declared] : 'fine_tune' });
  for (const tag of tags) {
    const [, relation = '', repo = ''] = /^base_model:(?:([a-z]+):)?([^:]+)$/.exec(tag) ?? [];
    if (!Repo.test(repo)) continue;
    const known = bases.get(repo.toLowerCase());
    if (isRelation(relation)) bases.set(repo.toLowerCase(), { repo, relation: RELATIONS[relation] });
    else if (!known) bases.set(repo.toLowerCase(), { repo, relation: 'fine_tune' });
  }
  return [...bases.values()];
};
