/** Which route is tried first is a total order that nothing but the matches decides. */
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  HeaderMatch,
  PathMatch,
  QueryParameterMatch,
  RouteMatch,
} from '../../../compiler/2-validate/generated/types.ts';
import { comparePrecedence, PRECEDENCE, rankMatch } from '../../../compiler/3-link/precedence.ts';

const PATH_TEXTS = ['/', '/a', '/a/', '/b', '/a/b'];

const path: Arbitrary<PathMatch> = fc
  .tuple(fc.constantFrom('exact', 'prefix', 'regex', 'template'), fc.constantFrom(...PATH_TEXTS), fc.boolean())
  .map(([kind, text, ignoreCase]) => ({ [kind]: text, ignoreCase }));

const value = fc.constantFrom('x', 'y');

const header: Arbitrary<HeaderMatch> = fc
  .record({ name: fc.constantFrom('x-a', 'X-A', 'x-b'), exact: value, invert: fc.boolean() })
  .map((match) => ({ ...match, ignoreCase: false }));

const queryParameter: Arbitrary<QueryParameterMatch> = fc
  .record({ name: fc.constantFrom('a', 'b'), exact: value })
  .map((match) => ({ ...match, ignoreCase: false }));

const match: Arbitrary<RouteMatch> = fc.record(
  {
    path,
    methods: fc.uniqueArray(fc.constantFrom('GET', 'HEAD', 'POST'), { minLength: 1 }),
    headers: fc.array(header, { maxLength: 3 }),
    queryParameters: fc.array(queryParameter, { maxLength: 2 }),
  },
  { requiredKeys: ['path', 'headers', 'queryParameters'] },
);

const compare = (a: RouteMatch, b: RouteMatch): number => Math.sign(comparePrecedence(rankMatch(a), rankMatch(b)));
const sorted = (matches: readonly RouteMatch[]) => matches.map(rankMatch).toSorted(comparePrecedence);

test('the table', () =>
  expect(PRECEDENCE.map(({ what, reason }) => `${what}: ${reason}`)).toMatchInlineSnapshot(`
  [
    "exact path, then template, then regex, then prefix: the fewer paths a condition can match, the earlier; an expression is written to cut something out of a prefix",
    "longer path first: of two prefixes that both match, the longer says more about the request",
    "path in its exact case before any case: the exact one matches a subset",
    "fewer methods first, any method last: a list of methods narrows the match",
    "more header conditions first: each condition narrows the match: canaries by header come before what they are taken from",
    "more query parameter conditions first: each condition narrows the match",
  ]
`));

describe('the order', () => {
  test('is antisymmetric', () =>
    fc.assert(
      fc.property(match, match, (a, b) => compare(a, b) + compare(b, a) === 0),
      { numRuns: 1000 },
    ));

  test('is transitive', () =>
    fc.assert(
      fc.property(match, match, match, (a, b, c) => {
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    ));

  test('does not depend on the order of the routes', () =>
    fc.assert(
      fc.property(fc.array(match, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (matches, keys) => {
        const shuffled = matches
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(sorted(shuffled)).toEqual(sorted(matches));
      }),
    ));

  test('does not depend on the order of conditions, on the case of header names or on a slash at the end', () =>
    fc.assert(
      fc.property(match, (one) => {
        const { prefix } = one.path;
        const other: RouteMatch = {
          path: prefix === undefined ? one.path : { ...one.path, prefix: `${prefix}/` },
          ...(one.methods && { methods: one.methods.toReversed() }),
          headers: one.headers.toReversed().map(({ name, ...rest }) => ({ ...rest, name: name.toUpperCase() })),
          queryParameters: one.queryParameters.toReversed(),
        };
        expect(rankMatch(other)).toEqual(rankMatch(one));
      }),
    ));
});

describe('of two that differ in one thing', () => {
  const ANY = { headers: [], queryParameters: [] };
  const at = (condition: Partial<PathMatch>, more: Partial<RouteMatch> = {}): RouteMatch => ({
    ...ANY,
    path: { ignoreCase: false, ...condition },
    ...more,
  });
  const HEADER: HeaderMatch = { name: 'x', exact: 'y', ignoreCase: false, invert: false };
  const PARAMETER: QueryParameterMatch = { name: 'x', exact: 'y', ignoreCase: false };

  test.each([
    ['exact before template', at({ exact: '/a' }), at({ template: '/a/{b}' })],
    ['template before regex', at({ template: '/{a}' }), at({ regex: '/a/b/.*' })],
    ['regex before prefix', at({ regex: '/.*' }), at({ prefix: '/a/b/c/d' })],
    ['longer prefix', at({ prefix: '/a/b' }), at({ prefix: '/a' })],
    ['a slash at the end makes nothing longer', at({ prefix: '/a' }, { methods: ['GET'] }), at({ prefix: '/a/' })],
    ['exact case before any case', at({ prefix: '/b' }), at({ prefix: '/a', ignoreCase: true })],
    [
      'one method before two',
      at({ prefix: '/' }, { methods: ['PUT'] }),
      at({ prefix: '/' }, { methods: ['GET', 'HEAD'] }),
    ],
    ['some methods before any', at({ prefix: '/' }, { methods: ['GET', 'HEAD'] }), at({ prefix: '/' })],
    ['a header before none', at({ prefix: '/' }, { headers: [HEADER] }), at({ prefix: '/' })],
    ['a parameter before none', at({ prefix: '/' }, { queryParameters: [PARAMETER] }), at({ prefix: '/' })],
    [
      'a method before headers',
      at({ prefix: '/' }, { methods: ['GET'] }),
      at({ prefix: '/' }, { headers: [HEADER], queryParameters: [PARAMETER] }),
    ],
  ])('%s', (_, first, second) => expect(compare(first, second)).toBe(-1));
});
