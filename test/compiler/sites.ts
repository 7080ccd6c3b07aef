/** Places in a document, and what the schemas say of them. */
import { pointerSegment, pointerSegments } from '../../compiler/diagnostics/location.ts';
import { isSchema, type Schema } from '../../generate/schemas/schema.ts';
import { branchOf, resolved, SCHEMAS } from './random-documents.ts';

export interface Site {
  readonly pointer: string;
  readonly schema: Schema;
}

/** The schema of a document by its kind. */
export function schemaOf(document: unknown): Schema {
  const kind = typeof document === 'object' && document !== null && 'kind' in document ? document.kind : undefined;
  const schema = typeof kind === 'string' ? SCHEMAS.definitions[kind] : undefined;
  if (!schema) throw new Error(`there is no kind ${String(kind)}`);
  return schema;
}

/** Every value in a document, and every field that could be there and is not. */
export function sitesOf(value: unknown, schema: Schema, pointer = ''): readonly Site[] {
  const whole = branchOf(resolved(schema), value);
  const here: Site = { pointer, schema };
  if (Array.isArray(value)) {
    const { items = {} } = whole;
    return [here, ...value.flatMap((item, index) => sitesOf(item, items, `${pointer}/${index}`))];
  }
  if (typeof value !== 'object' || value === null) return [here];
  const children = new Map<string, unknown>(Object.entries(value));
  const names = new Set([...Object.keys(whole.properties ?? {}), ...children.keys()]);
  return [
    here,
    ...[...names].flatMap((name) => {
      const own = Object.hasOwn(whole.properties ?? {}, name) ? whole.properties?.[name] : undefined;
      const child = own ?? (isSchema(whole.additionalProperties) ? whole.additionalProperties : {});
      const place = pointer + pointerSegment(name);
      return children.has(name) ? sitesOf(children.get(name), child, place) : [{ pointer: place, schema: child }];
    }),
  ];
}

/** The document with another value at a place, or without one if it is `undefined`. */
export function withValue(document: unknown, pointer: string, value: unknown): unknown {
  const [first, ...rest] = pointerSegments(pointer);
  if (first === undefined) return value;
  const inner = rest.map(pointerSegment).join('');
  if (Array.isArray(document))
    return document.flatMap((item, index) => {
      if (index !== Number(first)) return [item];
      const replaced = withValue(item, inner, value);
      return replaced === undefined ? [] : [replaced];
    });
  const entries = new Map<string, unknown>(Object.entries(document ?? {}));
  const replaced = withValue(entries.get(first), inner, value);
  if (replaced === undefined) entries.delete(first);
  else entries.set(first, replaced);
  return Object.fromEntries(entries);
}
