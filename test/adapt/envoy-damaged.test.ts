/** Whatever a configuration holds: importing never throws, and what it makes compiles. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeFiles } from '../../compiler/adapt/index.ts';
import { compile } from '../../compiler/index.ts';
import { ENVOY_CASES, importCase } from './envoy-cases.ts';

/** JSON pointers to all values. */
function pointersIn(value: unknown, pointer: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, child]) => pointersIn(child, [...pointer, key]))];
}

/** A copy with another value at a place, or none if it is `undefined`. */
function withValue(value: unknown, [first, ...rest]: readonly string[], put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(first) ? withValue(item, rest, put) : item));
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([key, child]) => {
      const made = key === first ? withValue(child, rest, put) : child;
      return made === undefined ? [] : [[key, made]];
    }),
  );
}

const CONFIGURATIONS = ENVOY_CASES.map(({ file }): unknown => parse(file.text, { merge: true }));

const damaged = fc
  .constantFrom(...CONFIGURATIONS.flatMap((value) => pointersIn(value).map((pointer) => ({ value, pointer }))))
  .chain(({ value, pointer }) =>
    fc
      .oneof(
        fc.constant(undefined),
        fc.constantFrom('', 'x', '*', '/a', '__proto__', '-1s', 0, -1, 70000, true, null, [], {}),
        fc.jsonValue({ maxDepth: 2 }),
      )
      .map((put) => withValue(value, pointer, put)),
  );

test('of configurations with one value changed', () => {
  fc.assert(
    fc.property(damaged, (value) => {
      const { documents } = importCase({ path: 'envoy.json', text: JSON.stringify(value) ?? '' });
      const { diagnostics } = compile(writeFiles(documents));
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 120_000);
