/** Patches of documents: JSON Merge Patch (RFC 7396) and JSON Patch (RFC 6902). */
import type { EnvoyPatchOperation } from '../../compiler/2-validate/generated/types.ts';
import { applyOperation } from '../../compiler/4-lower/patch/json-patch.ts';
import { jsonValue } from '../../compiler/4-lower/json-value.ts';
import type { DocumentValue } from '../../store/index.ts';
import { isObject } from './bodies.ts';
import { badRequest, Problem, unprocessable } from './problem.ts';

/** Makes of a document what a patch makes of it. */
export type Patch = (document: DocumentValue) => DocumentValue;

/** @throws Problem if the patch is none; the result throws one if the patch does not fit the document. */
export function readMergePatch(patch: unknown): Patch {
  if (!isObject(patch)) throw badRequest('a merge patch of a document must be an object');
  return (document) => merge(document, patch);
}

function merge(target: unknown, patch: DocumentValue): DocumentValue {
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? merge(merged.get(key), value) : value);
  }
  // Keys may be anything, and `Object.fromEntries` makes own properties even of `__proto__`.
  return Object.fromEntries(merged);
}

/** @throws Problem as {@link readMergePatch} does. */
export function readJsonPatch(patch: unknown): Patch {
  if (!Array.isArray(patch)) throw badRequest('a JSON Patch must be a list of operations');
  const operations = patch.map(readOperation);
  return (document) => {
    let value = jsonValue(document);
    for (const [index, operation] of operations.entries()) {
      const outcome = applyOperation(value, operation);
      if (outcome.status === 'other-value')
        throw new Problem(409, {
          title: 'A test of the JSON Patch fails.',
          detail: `at ${operation.path} stands ${JSON.stringify(outcome.value)}`,
        });
      if (outcome.status === 'no-path') {
        const place = outcome.field === 'path' ? operation.path : operation.from;
        throw unprocessable(`operation ${index} of the JSON Patch leads nowhere: ${place}`);
      }
      value = outcome.value;
    }
    if (isObject(value)) return value;
    throw unprocessable('the JSON Patch leaves no object');
  };
}

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'] as const;

function readOperation(value: unknown, index: number): EnvoyPatchOperation {
  const refuse = (why: string) => badRequest(`operation ${index} of the JSON Patch ${why}`);
  if (!isObject(value)) throw refuse('is no object');
  const op = OPERATIONS.find((known) => known === value['op']);
  if (!op) throw refuse(`has no "op" of ${OPERATIONS.join(', ')}`);
  const { path, from } = value;
  if (!isPointer(path)) throw refuse('has no "path" that is a JSON pointer');
  if (op === 'move' || op === 'copy') {
    if (!isPointer(from)) throw refuse('has no "from" that is a JSON pointer');
    if (op === 'move' && path.startsWith(`${from}/`))
      throw unprocessable(`operation ${index} of the JSON Patch moves a value into itself`);
    return { op, path, from };
  }
  if (op === 'remove') return { op, path };
  if (!Object.hasOwn(value, 'value')) throw refuse('has no "value"');
  return { op, path, value: jsonValue(value['value']) };
}

const isPointer = (value: unknown): value is string => typeof value === 'string' && /^(\/([^~/]|~[01])*)*$/.test(value);
