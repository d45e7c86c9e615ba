import type { ResponseFormatJSONSchema } from 'openai/resources/shared';

const FORMATS = ['json_schema', 'json_object', 'none'] as const;

/** How an endpoint wants to be asked: what "compatible" servers and models differ in. */
export type RequestShape = {
  format: (typeof FORMATS)[number];
  limit: 'max_completion_tokens' | 'max_tokens' | 'none';
  temperature: boolean;
};

/** The strictest that the current surface knows; every endpoint is asked like this first. */
export const STRICTEST: RequestShape = { format: 'json_schema', limit: 'max_completion_tokens', temperature: true };

/**
 * One step down after an endpoint refused a request as malformed.
 * @param complaint what it named as the cause, in any form; used for matching only
 * @returns null where nothing is left to leave out
 */
export const stepDown = (shape: RequestShape, complaint: string): RequestShape | null => {
  if (shape.limit !== 'none' && /max_(completion_)?tokens/.test(complaint))
    return { ...shape, limit: shape.limit === 'max_completion_tokens' ? 'max_tokens' : 'none' };
  if (shape.temperature && /temperature/.test(complaint)) return { ...shape, temperature: false };
  const format = FORMATS[FORMATS.indexOf(shape.format) + 1];
  return format ? { ...shape, format } : null;
};

/** The fields of a request that depend on the shape. */
export const shapedFields = (shape: RequestShape, schema: ResponseFormatJSONSchema, replyTokens: number) => ({
  ...(shape.format === 'json_schema' ? { response_format: schema } : {}),
  ...(shape.format === 'json_object' ? { response_format: { type: 'json_object' as const } } : {}),
  ...(shape.limit === 'none' ? {} : { [shape.limit]: replyTokens }),
  ...(shape.temperature ? { temperature: 0 } : {}),
});
