/** The cases together use every field of every schema, and every value of every choice. */
import { expect, test } from 'vitest';
import { isSchema, type Schema } from '../../generate/schemas/schema.ts';
import { valuesOf } from './documents.ts';
import { CASES, FILTER_CASES } from './fixtures.ts';
import { branchOf, resolved, SCHEMAS } from './random-documents.ts';
import { schemaOf } from './sites.ts';

/** What documents used, defaults by leaving a field out: keys by the `properties` that have them, and values by the `enum` that lists them. */
const used = new Map<object, Set<unknown>>();

const use = (choices: object, what: unknown): void => {
  used.set(choices, (used.get(choices) ?? new Set()).add(what));
};

function visit(value: unknown, schema: Schema): void {
  const { properties, items, additionalProperties, enum: choices } = branchOf(resolved(schema), value);
  if (choices) use(choices, value);
  if (Array.isArray(value)) for (const item of value) visit(item, items ?? {});
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (properties && own) use(properties, key);
    const next = own ?? (isSchema(additionalProperties) ? additionalProperties : undefined);
    if (next) visit(child, next);
  }
}

for (const { files } of [...CASES, ...FILTER_CASES]) {
  for (const document of valuesOf(files)) visit(document, schemaOf(document));
}

// Files for the operators of programs are in no case; their schemas show them whole.
for (const name of SCHEMAS.settings) {
  const schema = SCHEMAS.definitions[name] ?? {};
  for (const example of schema.examples ?? []) visit(example, schema);
}

for (const schema of Object.values(SCHEMAS.definitions)) {
  for (const child of Object.values(schema.properties ?? {})) {
    const { enum: choices } = resolved(child);
    if (choices && child.default !== undefined) use(choices, child.default);
  }
}

/** Fields and values of a schema that no document used, as pointers. */
function unused(schema: Schema, pointer: string): readonly string[] {
  const { properties = {}, items, additionalProperties, enum: choices = [], default: fallback } = schema;
  const values = choices.filter((choice) => choice !== fallback && !used.get(choices)?.has(choice));
  const keys = Object.entries(properties).filter(
    ([key, child]) => !isFilterName(child) && !used.get(properties)?.has(key),
  );
  return [
    ...(isMereCode(choices) ? [] : values.map((choice) => `${pointer}=${choice}`)),
    ...keys.map(([key]) => `${pointer}/${key}`),
    ...Object.entries(properties).flatMap(([key, child]) => unused(child, `${pointer}/${key}`)),
    ...[items, additionalProperties].filter(isSchema).flatMap((child) => unused(child, `${pointer}/*`)),
  ];
}

/** Every filter can have a name, and none does anything with it itself. */
const isFilterName = ({ $ref }: Schema): boolean => $ref === '#/$defs/FilterName';

/** Status codes and long lists of names are handed on as they are: one is like the other. */
const isMereCode = (choices: readonly unknown[]): boolean =>
  choices.length > 12 || choices.every((choice) => typeof choice === 'number');

test('every field and every value is used by a case', () => {
  const left = Object.entries(SCHEMAS.definitions).flatMap(([name, schema]) => unused(schema, name));
  expect(left).toEqual([]);
});
