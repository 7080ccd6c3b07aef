import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PathMatch } from '../../../compiler/2-validate/generated/types.ts';
import { mayMeet } from '../../../compiler/3-link/route/path-overlap.ts';
import { meets } from '../paths.ts';

const SEGMENTS = ['a', 'b', 'A', 'ab'];

const pathOf = (segments: readonly string[], least = 0): Arbitrary<string> =>
  fc.array(fc.constantFrom(...segments), { minLength: least, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);

const ignoreCase = fc.boolean();
const inExactCase = fc.constant(false);

/** Conditions of the kinds that say all of a path. */
const PLAIN: Arbitrary<PathMatch> = fc.oneof(
  fc.record({ exact: pathOf(SEGMENTS), ignoreCase }),
  fc.record({ prefix: pathOf(SEGMENTS), ignoreCase }),
  fc.record({ template: pathOf([...SEGMENTS, '*', '{x}'], 1), ignoreCase: inExactCase }),
  fc.record({
    template: pathOf([...SEGMENTS, '*']).map((path) => `${path === '/' ? '' : path}/**`),
    ignoreCase: inExactCase,
  }),
);

const REGEXES: Arbitrary<PathMatch> = fc.record({
  regex: fc.oneof(pathOf([...SEGMENTS, '.*', 'a?', '[ab]+', '(a|b)']), fc.constantFrom('.*b', '/a|/b', '/ab?', '/a.*')),
  ignoreCase: inExactCase,
});

const ANY = fc.oneof(PLAIN, REGEXES);

const PATHS = [1, 2, 3, 4].reduce<readonly string[]>(
  (all, length) => [
    ...all,
    ...all
      .filter((path) => path.split('/').length === length)
      .flatMap((path) => ['a', 'b', 'A', 'ab', 'c'].map((one) => `${path}/${one}`)),
  ],
  [''],
);
const ALL_PATHS = ['/', ...PATHS.filter((path) => path !== '')];

const witness = (a: PathMatch, b: PathMatch): string | undefined =>
  ALL_PATHS.find((path) => meets(path, a) && meets(path, b));

describe('two conditions', () => {
  test('may meet, whenever a path meets both', () =>
    fc.assert(
      fc.property(ANY, ANY, (a, b) => {
        if (witness(a, b) !== undefined) expect(mayMeet(a, b)).toBe(true);
      }),
      { numRuns: 1000 },
    ));

  test('never meet, if they are no regexes and no path meets both', () =>
    fc.assert(
      fc.property(PLAIN, PLAIN, (a, b) => {
        if (witness(a, b) === undefined) expect(mayMeet(a, b)).toBe(false);
      }),
      { numRuns: 1000 },
    ));

  test('are the same either way round', () =>
    fc.assert(
      fc.property(ANY, ANY, (a, b) => mayMeet(a, b) === mayMeet(b, a)),
      { numRuns: 1000 },
    ));
});

test.each<[Partial<PathMatch>, Partial<PathMatch>, boolean]>([
  [{ template: '/{a=x/*}/y' }, { prefix: '/x/1/y' }, true],
  [{ template: '/{a=x/*}/y' }, { prefix: '/x/1/z' }, false],
  [{ regex: '/pay/.*' }, { prefix: '/pay' }, true],
  [{ regex: '/pay(ments)?' }, { prefix: '/pay' }, true],
  [{ regex: '/payments/.*' }, { prefix: '/pay' }, false],
  [{ regex: '/p.*' }, { exact: '/pay' }, true],
  [{ regex: '/pay/.+' }, { exact: '/pay' }, false],
  [{ regex: '(?i)/pay' }, { exact: '/x' }, true],
  [{ regex: '/PAY/.*' }, { prefix: '/pay', ignoreCase: true }, true],
])('%j and %j: %s', (a, b, expected) => {
  expect(mayMeet({ ignoreCase: false, ...a }, { ignoreCase: false, ...b })).toBe(expected);
});
