/** The arguments of a Web API call. Clients send forms with JSON in them, or JSON itself; both read the same here. */
export type Args = {
  text: (key: string) => string | undefined;
  count: (key: string, fallback: number) => number;
  flag: (key: string) => boolean;
  /** @returns the value, decoded where it came as JSON text; `BAD_JSON` where that fails */
  json: (key: string) => unknown;
  all: Record<string, unknown>;
};
export const BAD_JSON = Symbol('bad json');

export const readArgs = (all: Record<string, unknown>): Args => ({
  all,
  text: (key) => {
    const value = all[key];
    return value === undefined || value === null || value === '' ? undefined : String(value);
  },
  count: (key, fallback) => {
    const value = Number(all[key]);
    return all[key] === undefined || Number.isNaN(value) ? fallback : value;
  },
  flag: (key) => all[key] === true || all[key] === 'true' || all[key] === '1',
  json: (key) => {
    const value = all[key];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return BAD_JSON;
    }
  },
});
