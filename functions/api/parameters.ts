/** Parameters of operations: what they are, and how they are read. Nothing that is not declared is accepted. */
import { badRequest } from './problem.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly schema: ParameterSchema;
}

/** The part of JSON Schema that parameters use. */
export type ParameterSchema =
  | {
      readonly type: 'string';
      readonly pattern?: string;
      readonly enum?: readonly string[];
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly default?: string;
      readonly examples?: readonly string[];
    }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number; readonly default?: number }
  | { readonly type: 'boolean'; readonly default: boolean };

/** What a request gives for the parameters of its operation. */
export interface Arguments {
  /** The text of a parameter; absent if it was left out and has no default. */
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
  readonly flag: (name: string) => boolean;
}

type Value = string | number | boolean;

/** RFC 9110, section 13.1; and what promises that a change is made once. */
const CONDITIONS = ['If-Match', 'If-None-Match', 'If-Modified-Since', 'If-Unmodified-Since', 'Idempotency-Key'];

/**
 * To be asked before something is changed, which would otherwise happen whatever the caller has made it depend on.
 * @throws Problem for a condition that is not declared
 */
export function refuseConditions(parameters: readonly Parameter[], headers: Headers): void {
  const stray = CONDITIONS.find((name) => headers.has(name) && !parameters.some((known) => known.name === name));
  if (stray !== undefined) throw badRequest(`the header "${stray}" has no meaning here`);
}

/**
 * @param path what stands in the path, by name
 * @throws Problem for what is not declared, given twice, or not as declared
 */
export function readArguments(
  parameters: readonly Parameter[],
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  headers: Headers,
): Arguments {
  const known = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  for (const name of query.keys()) {
    if (!known.has(name)) throw badRequest(`there is no query parameter ${JSON.stringify(name)}`);
    if (query.getAll(name).length > 1) throw badRequest(`the query parameter "${name}" is there twice`);
  }
  const values = new Map<string, Value>();
  for (const parameter of parameters) {
    const { name, schema } = parameter;
    const text = { path: path[name], query: query.get(name), header: headers.get(name) }[parameter.in] ?? undefined;
    const value = text === undefined ? schema.default : parse(parameter, text);
    if (value !== undefined) values.set(name, value);
  }
  const of = <T extends Value>(name: string, is: (value: Value) => value is T): T | undefined => {
    const value = values.get(name);
    return value !== undefined && is(value) ? value : undefined;
  };
  return {
    text: (name) => of(name, (value) => typeof value === 'string'),
    number: (name) => of(name, (value) => typeof value === 'number'),
    flag: (name) => of(name, (value) => typeof value === 'boolean') ?? false,
  };
}

function parse({ name, description, schema }: Parameter, text: string): Value {
  const refuse = (expected: string) => badRequest(`"${name}" must be ${expected}, and is ${JSON.stringify(text)}`);
  switch (schema.type) {
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw refuse('true or false');
      return text === 'true';
    case 'integer': {
      const value = /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= schema.minimum && value <= schema.maximum))
        throw refuse(`a whole number from ${schema.minimum} to ${schema.maximum}`);
      return value;
    }
    case 'string':
      if (schema.enum && !schema.enum.includes(text)) throw refuse(`one of ${schema.enum.join(', ')}`);
      if (text.length < (schema.minLength ?? 0)) throw refuse(`at least ${schema.minLength} characters long`);
      if (text.length > (schema.maxLength ?? Infinity)) throw refuse(`at most ${schema.maxLength} characters long`);
      // The length first, since a pattern may take long for a long text.
      if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text))
        throw badRequest(`"${name}" cannot be ${JSON.stringify(text)}. ${description}`);
      return text;
  }
}
