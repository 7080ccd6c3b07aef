/** Which route is tried first is a total order that nothing but the matches decides. */
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  ClaimMatch,
  CookieMatch,
  HeaderMatch,
  PathMatch,
  QueryParameterMatch,
  RouteMatch,
} from '../../../compiler/2-validate/generated/types.ts';
import { comparePrecedence, PRECEDENCE, rankMatch } from '../../../compiler/3-link/route/precedence.ts';
import { SCHEMAS } from '../random-documents.ts';

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

const cookie: Arbitrary<CookieMatch> = fc
  .record({ name: fc.constantFrom('a', 'b'), exact: value, invert: fc.boolean() })
  .map((match) => ({ ...match, ignoreCase: false }));

const claim: Arbitrary<ClaimMatch> = fc.record({
  provider: fc.constantFrom('a', 'b'),
  claim: fc.constantFrom('sub', ['a', 'b']),
  exact: value,
  ignoreCase: fc.boolean(),
});

const match: Arbitrary<RouteMatch> = fc.record(
  {
    path,
    methods: fc.uniqueArray(fc.constantFrom('GET', 'HEAD', 'POST'), { minLength: 1 }),
    headers: fc.array(header, { maxLength: 3 }),
    queryParameters: fc.array(queryParameter, { maxLength: 2 }),
    cookies: fc.array(cookie, { maxLength: 2 }),
    claims: fc.array(claim, { maxLength: 2 }),
    grpc: fc.constant(true),
    clientCertificate: fc.boolean(),
    percentage: fc.constantFrom(0, 5, 12.5, 100),
  },
  { requiredKeys: ['path', 'headers', 'queryParameters', 'cookies', 'claims'] },
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
    "more cookie conditions first: each condition narrows the match",
    "only gRPC before any request: gRPC requests are some of all",
    "a condition on the client certificate before none: the condition narrows the match",
    "more claim conditions first: each condition narrows the match",
    "smaller percentage first, every request last: what a share leaves must be met by another route, and the number drawn is the same for all of them",
  ]
`));

test('the documentation says the same, in the same order', () =>
  expect(SCHEMAS.definitions['RouteMatch']?.description).toContain(PRECEDENCE.map(({ what }) => what).join('; ')));

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
          ...one,
          path: prefix === undefined ? one.path : { ...one.path, prefix: `${prefix}/` },
          ...(one.methods && { methods: one.methods.toReversed() }),
          headers: one.headers.toReversed().map(({ name, ...rest }) => ({ ...rest, name: name.toUpperCase() })),
          queryParameters: one.queryParameters.toReversed(),
          cookies: one.cookies.toReversed(),
          claims: one.claims.toReversed(),
        };
        expect(rankMatch(other)).toEqual(rankMatch(one));
      }),
    ));
});

describe('of two that differ in one thing', () => {
  const ANY = { headers: [], queryParameters: [], cookies: [], claims: [] };
  const at = (condition: Partial<PathMatch>, more: Partial<RouteMatch> = {}): RouteMatch => ({
    ...ANY,
    path: { ignoreCase: false, ...condition },
    ...more,
  });
  const HEADER: HeaderMatch = { name: 'x', exact: 'y', ignoreCase: false, invert: false };
  const PARAMETER: QueryParameterMatch = { name: 'x', exact: 'y', ignoreCase: false };
  const COOKIE: CookieMatch = { name: 'x', exact: 'y', ignoreCase: false, invert: false };

  test.each([
    ['exact before template', at({ exact: '/a' }), at({ template: '/a/{b}' })],
    ['template before regex', at({ template: '/{a}' }), at({ regex: '/a/b/.*' })],
    ['regex before prefix', at({ regex: '/.*' }), at({ prefix: '/a/b/c/d' })],
    ['longer prefix', at({ prefix: '/a/b' }), at({ prefix: '/a' })],
    ['a literal before a variable of a longer name', at({ template: '/a/{b}/x' }), at({ template: '/a/{bbbb}/{c}' })],
    ['a short literal before a variable', at({ template: '/{a}/b/x' }), at({ template: '/{a}/*/x' })],
    ['a literal in a variable before none', at({ template: '/{a=b/*}' }), at({ template: '/{aaaa}/{b}' })],
    ['a variable before the rest', at({ template: '/a/{b}' }), at({ template: '/a/{b=**}' })],
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
    ['a cookie before none', at({ prefix: '/' }, { cookies: [COOKIE] }), at({ prefix: '/' })],
    [
      'a parameter before a cookie',
      at({ prefix: '/' }, { queryParameters: [PARAMETER] }),
      at({ prefix: '/' }, { cookies: [COOKIE, COOKIE] }),
    ],
    ['gRPC before any request', at({ prefix: '/' }, { grpc: true }), at({ prefix: '/' })],
    ['a client certificate before anybody', at({ prefix: '/' }, { clientCertificate: false }), at({ prefix: '/' })],
    [
      'a claim before none',
      at({ prefix: '/' }, { claims: [{ provider: 'a', claim: 'b', present: true, ignoreCase: false }] }),
      at({ prefix: '/' }),
    ],
    ['a share before all', at({ prefix: '/' }, { percentage: 100 }), at({ prefix: '/' })],
    [
      'a smaller share before a larger',
      at({ prefix: '/' }, { percentage: 5 }),
      at({ prefix: '/' }, { percentage: 20 }),
    ],
    [
      'a method before headers',
      at({ prefix: '/' }, { methods: ['GET'] }),
      at({ prefix: '/' }, { headers: [HEADER], queryParameters: [PARAMETER] }),
    ],
  ])('%s', (_, first, second) => expect(compare(first, second)).toBe(-1));
});
