import { bareFigure } from './amounts.ts';
import { readFacts } from './read-facts.ts';

/** @returns whether a text gives a place or a figure of the asker */
export const hasFigures = (text: string): boolean => {
  const own = readFacts(text);
  return (
    (own.territories ??
      own.used_in ??
      own.monthly_active_users ??
      own.annual_revenue_usd ??
      own.monthly_revenue_usd) !== undefined || bareFigure(text) !== null
  );
};

/** @returns whether a text says what for: business, research, no gain */
export const hasPurpose = (text: string): boolean => readFacts(text).purpose !== undefined;
