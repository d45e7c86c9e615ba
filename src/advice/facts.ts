import { z } from 'zod';

/** Facts about the asking team that thresholds turn on. What is absent is unknown and never guessed. Part of the JSON contract. */
export const ProfileSchema = z.strictObject({
  monthly_active_users: z.number().nonnegative().optional(),
  annual_revenue_usd: z.number().nonnegative().optional(),
  territories: z.array(z.string().regex(/^[A-Za-z]{2}$/)).optional(),
  sector: z.string().max(80).optional(),
});
export type Profile = z.infer<typeof ProfileSchema>;

/** A profile with what the question and the thread say on top of it. */
export type Facts = Profile & {
  daily_active_users?: number;
  monthly_revenue_usd?: number;
  /** the revenue was told in another currency, and turned into dollars roughly */
  rough_revenue?: boolean;
  /** belongs to a group whose revenue was not told: limits that count affiliates are not cleared by its own */
  part_of_group?: boolean;
  edge_devices?: number;
  /** where it is offered or used, as far as that was said */
  used_in?: string[];
  purpose?: 'commercial' | 'non_commercial' | 'research';
  /** the asker wants to run the weights on machines of their own */
  self_host?: boolean;
  /** gives others models as a service (an inference provider, a model platform) */
  serves_models?: boolean;
  /** the product is an assistant for coding or office work */
  work_assistant?: boolean;
  /** what the model is used for is what the company lives from */
  core_business?: boolean;
  /** the model to be trained, or the product, competes with the developer's */
  competing?: boolean;
  /** what is to be trained sorts, finds or ranks; it generates nothing and is no language model */
  narrow_pupil?: boolean;
  /** access to the developer's own service is to be sold on */
  reselling?: boolean;
  /** somebody else's product is used that has the model in it */
  end_user?: boolean;
};

/** The 27 member states; "EU" itself stands for a team that only said "EU". */
export const EU = new Set(
  'EU AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);
const EEA = new Set([...EU, 'IS', 'LI', 'NO']);

/** @returns whether a place (ISO 3166-1 code, or EU) lies in an excluded one (code, EU or EEA) */
export const liesIn = (place: string, excluded: string): boolean => {
  const code = place.toUpperCase() === 'UK' ? 'GB' : place.toUpperCase();
  if (excluded === 'EU') return EU.has(code);
  if (excluded === 'EEA') return EEA.has(code);
  return code === excluded;
};

/** @returns the facts of a profile in words, as they are shown for an assumption; null where there are none */
export const assumedFacts = (profile: Profile): string | null => {
  const facts = [
    profile.monthly_active_users === undefined
      ? null
      : `${profile.monthly_active_users.toLocaleString('en-US')} monthly active users`,
    profile.annual_revenue_usd === undefined
      ? null
      : `US$ ${profile.annual_revenue_usd.toLocaleString('en-US')} annual revenue`,
    profile.territories?.length ? `domiciled in ${profile.territories.join(', ')}` : null,
    profile.sector ? profile.sector : null,
  ].filter((fact) => fact !== null);
  return facts.length > 0 ? facts.join('; ') : null;
};
