/** Looks at a value and reports every problem with its place, a JSON pointer. */
export type Check = (value: unknown, at: string, report: (problem: string) => void) => void;

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A text of a certain length, in characters. */
export const string =
  (most: number, least = 0): Check =>
  (value, at, report) => {
    if (typeof value !== 'string') report(`must provide a string [json-pointer:${at}]`);
    else if (value.length < least) report(`must be more than ${least - 1} characters [json-pointer:${at}]`);
    else if (value.length > most) report(`must be less than ${most + 1} characters [json-pointer:${at}]`);
  };

export const flag: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report(`must provide a boolean [json-pointer:${at}]`);
};

export const number: Check = (value, at, report) => {
  if (typeof value !== 'number') report(`must provide a number [json-pointer:${at}]`);
};

export const anything: Check = () => {};

export const among =
  (...values: unknown[]): Check =>
  (value, at, report) => {
    if (!values.includes(value)) report(`unsupported value: ${String(value)} [json-pointer:${at}]`);
  };

export const list =
  (check: Check, least: number, most: number): Check =>
  (value, at, report) => {
    if (!Array.isArray(value)) return report(`must provide an array [json-pointer:${at}]`);
    if (value.length < least) report(`no fewer than ${least} items allowed [json-pointer:${at}]`);
    if (value.length > most) report(`no more than ${most} items allowed [json-pointer:${at}]`);
    value.forEach((item, index) => {
      check(item, `${at}/${index}`, report);
    });
  };

/** An object with these keys and no others; Slack refuses what it does not know. */
export const object =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, at, report) => {
    if (!isObject(value)) return report(`must provide an object [json-pointer:${at}]`);
    for (const [key, check] of Object.entries(required))
      if (value[key] === undefined) report(`missing required field: ${key} [json-pointer:${at}]`);
      else check(value[key], `${at}/${key}`, report);
    for (const [key, given] of Object.entries(value)) {
      if (Object.hasOwn(required, key) || given === undefined) continue;
      if (Object.hasOwn(optional, key)) optional[key]!(given, `${at}/${key}`, report);
      else report(`invalid additional property: ${key} [json-pointer:${at}]`);
    }
  };

/** One of several kinds of object, told apart by `type`. */
export const byType =
  (kinds: Record<string, Check>): Check =>
  (value, at, report) => {
    const type = isObject(value) ? value.type : undefined;
    if (typeof type === 'string' && Object.hasOwn(kinds, type)) kinds[type]!(value, at, report);
    else report(`unsupported type: ${String(type)} [json-pointer:${at}/type]`);
  };
