/** @returns the value below which the share `q` of the values lies */
export const quantile = (values: number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))]!;

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
