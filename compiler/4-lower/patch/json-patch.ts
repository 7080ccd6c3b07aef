/** JSON Patch (RFC 6902), one operation at a time, on values that are never changed in place. */
import type { EnvoyPatchOperation } from '../../2-validate/generated/types.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { pointerSegment, pointerSegments } from '../../diagnostics/location.ts';
import type { JsonObject, JsonValue } from '../../xds/index.ts';
import { isJsonList, isJsonObject, jsonValue } from '../json-value.ts';

export type Outcome = Applied | NoPath | OtherValue;

interface Applied {
  readonly status: 'applied';
  readonly value: JsonValue;
  /** Where the operation worked: its path, with a number in place of `-`. */
  readonly path: string;
}

/** Nothing is there. */
export interface NoPath {
  readonly status: 'no-path';
  readonly field: 'path' | 'from';
  /** The part of the path that leads somewhere. */
  readonly found: string;
  /** Fields that are there, or how many items. */
  readonly known: readonly string[] | number;
}

interface OtherValue {
  readonly status: 'other-value';
  readonly value: JsonValue;
}

/** Applies an operation; linking has made sure that those which need `value` or `from` have it. */
export function applyOperation(target: JsonValue, { op, path, from = '', value }: EnvoyPatchOperation): Outcome {
  switch (op) {
    case 'add':
    case 'replace':
      return edit(target, path, { op, value: jsonValue(value) });
    case 'remove':
      return edit(target, path, { op });
    case 'copy':
      return withValueAt(target, from, 'from', (copied) => edit(target, path, { op: 'add', value: copied }));
    case 'move':
      return withValueAt(target, from, 'from', (moved) => {
        const rest = edit(target, from, { op: 'remove' });
        return rest.status === 'applied' ? edit(rest.value, path, { op: 'add', value: moved }) : rest;
      });
    case 'test':
      return withValueAt(target, path, 'path', (found) =>
        canonicalJson(found) === canonicalJson(value)
          ? { status: 'applied', value: target, path }
          : { status: 'other-value', value: found },
      );
  }
}

function withValueAt(
  target: JsonValue,
  path: string,
  field: NoPath['field'],
  use: (value: JsonValue) => Outcome,
): Outcome {
  let value = target;
  let found = '';
  for (const segment of pointerSegments(path)) {
    const child = childAt(value, segment);
    if (child === undefined) return { status: 'no-path', field, found, known: knownIn(value) };
    value = child;
    found += pointerSegment(segment);
  }
  return use(value);
}

const childAt = (value: JsonValue, segment: string): JsonValue | undefined => {
  if (isJsonList(value)) return INDEX.test(segment) ? value[Number(segment)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
};

const INDEX = /^(0|[1-9][0-9]*)$/;

const knownIn = (value: JsonValue): NoPath['known'] =>
  isJsonList(value) ? value.length : isJsonObject(value) ? Object.keys(value) : [];

type Edit = { readonly op: 'add' | 'replace'; readonly value: JsonValue } | { readonly op: 'remove' };

/** Copies what lies on the path, and edits the value at its end. */
function edit(target: JsonValue, path: string, change: Edit): Outcome {
  const segments = pointerSegments(path);
  const last = segments.at(-1);
  if (last === undefined) {
    if (change.op === 'remove') return { status: 'no-path', field: 'path', found: '', known: knownIn(target) };
    return { status: 'applied', value: change.value, path };
  }
  return editWithin(target, segments, '', change);
}

function editWithin(target: JsonValue, [first = '', ...rest]: readonly string[], found: string, change: Edit): Outcome {
  const nowhere: NoPath = { status: 'no-path', field: 'path', found, known: knownIn(target) };
  if (rest.length > 0) {
    const child = childAt(target, first);
    if (child === undefined) return nowhere;
    const inner = editWithin(child, rest, found + pointerSegment(first), change);
    return inner.status === 'applied' ? { ...inner, value: replaced(target, first, inner.value) } : inner;
  }
  const key = isJsonList(target) && first === '-' && change.op === 'add' ? String(target.length) : first;
  const value = isJsonList(target) ? editList(target, key, change) : editObject(target, key, change);
  return value === undefined ? nowhere : { status: 'applied', value, path: found + pointerSegment(key) };
}

function replaced(target: JsonValue, key: string, value: JsonValue): JsonValue {
  if (isJsonList(target)) return target.with(Number(key), value);
  return isJsonObject(target) ? withField(target, key, value) : target;
}

/** `Object.fromEntries` makes own properties even of `__proto__`. */
const withField = (object: JsonObject, key: string, value: JsonValue): JsonObject =>
  Object.fromEntries(new Map(Object.entries(object)).set(key, value));

function editList(list: readonly JsonValue[], key: string, change: Edit): JsonValue | undefined {
  const index = INDEX.test(key) ? Number(key) : Infinity;
  if (index > list.length || (index === list.length && change.op !== 'add')) return undefined;
  switch (change.op) {
    case 'add':
      return list.toSpliced(index, 0, change.value);
    case 'replace':
      return list.with(index, change.value);
    case 'remove':
      return list.toSpliced(index, 1);
  }
}

function editObject(target: JsonValue, key: string, change: Edit): JsonValue | undefined {
  if (!isJsonObject(target)) return undefined;
  if (change.op !== 'add' && !Object.hasOwn(target, key)) return undefined;
  if (change.op !== 'remove') return withField(target, key, change.value);
  return Object.fromEntries(Object.entries(target).filter(([name]) => name !== key));
}
