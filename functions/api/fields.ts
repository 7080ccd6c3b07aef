/** Which fields documents have, by their schemas: for those who name one. */
import { closest } from '../../compiler/diagnostics/closest.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import { isObject } from './bodies.ts';
import { aKind } from './kinds.ts';
import type { JsonSchema } from './operation.ts';
import { unprocessable } from './problem.ts';

/**
 * @param paths such as `spec.hostnames`; items of lists are not counted
 * @param kinds of which one has to have it
 * @throws Problem if none has: whoever misspells a field would choose nothing by it, or all
 */
export async function refuseUnknownFields(paths: readonly string[], kinds: readonly Kind[]): Promise<void> {
  if (paths.length === 0) return;
  const { SCHEMAS } = await import('./generated/schemas.ts');
  const schemas = new Map<string, JsonSchema>(Object.entries(SCHEMAS));
  const documents = kinds.map((kind) => schemas.get(kind)).filter(isObject);
  for (const path of paths) {
    let at: readonly JsonSchema[] = documents;
    for (const step of path.split('.')) {
      const seen = new Set<JsonSchema>();
      const objects = at.flatMap((schema) => objectsIn(schema, schemas, seen));
      // Once each, since schemas that hold themselves would else double with each step.
      at = [...new Set(objects.flatMap((schema) => fieldOf(schema, step)))];
      if (at.length === 0) throw unknown(path, step, kinds, objects);
    }
  }
}

/** What a value may be, item by item if it is a list. */
function objectsIn(
  schema: JsonSchema,
  schemas: ReadonlyMap<string, JsonSchema>,
  seen: Set<JsonSchema>,
): readonly JsonSchema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, items, oneOf, anyOf, allOf } = schema;
  const named = typeof $ref === 'string' ? schemas.get($ref.split('/').at(-1) ?? '') : undefined;
  const parts = [named, items, oneOf, anyOf, allOf].flat().filter(isObject);
  return [schema, ...parts.flatMap((part) => objectsIn(part, schemas, seen))];
}

function fieldOf(schema: JsonSchema, step: string): readonly JsonSchema[] {
  const { type, properties, additionalProperties } = schema;
  if (isObject(properties) && Object.hasOwn(properties, step)) return [properties[step]].filter(isObject);
  if (isObject(additionalProperties)) return [additionalProperties];
  const says = ['properties', 'additionalProperties', 'oneOf', 'anyOf', 'allOf', '$ref'];
  const isOpen = type === 'object' && !says.some((name) => Object.hasOwn(schema, name));
  return additionalProperties === true || isOpen ? [ANYTHING] : [];
}

const ANYTHING: JsonSchema = { additionalProperties: true };

function unknown(path: string, step: string, kinds: readonly Kind[], objects: readonly JsonSchema[]) {
  const names = objects.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []));
  const guess = closest(step, names);
  const [kind] = kinds;
  const who = kind !== undefined && kinds.length === 1 ? aKind(kind) : 'a document';
  // Keys of labels have dots, at which paths are divided.
  if (path.startsWith('metadata.labels.'))
    return unprocessable(`labels are chosen by "labelSelector", not by ${JSON.stringify(path)}`);
  return unprocessable(
    `${who} has no field ${JSON.stringify(path)}${guess === undefined ? '' : `; did you mean "${guess}" instead of "${step}"?`}`,
  );
}
