/** What schemas of answers and of bodies are made of. */
import type { JsonSchema } from './operation.ts';

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

export const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});
export const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description });
export const oneOf = (description: string, ...values: readonly string[]): JsonSchema => ({ enum: values, description });
export const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** An object of which all properties are there but those whose names end in `?`. */
export function object(properties: JsonSchema, description?: string): JsonSchema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    additionalProperties: false,
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]])),
  };
}

export const DIGEST = text('Lower-case hexadecimal SHA-256.', { pattern: '^[0-9a-f]{64}$' });
export const TIME = text('ISO 8601, UTC.', { format: 'date-time' });
export const GATEWAY = text('`namespace/name` of a Gateway.');
export const POINTER = '^(/([^~/]|~[01])*)*$';
