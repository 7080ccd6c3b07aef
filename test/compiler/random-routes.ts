/** Random routes, and requests that come close to them: all paths are made of few segments, so that they meet often. */
import fc, { type Arbitrary } from 'fast-check';
import type { RouteMatch } from '../../compiler/2-validate/generated/types.ts';
import { lowerMatch } from '../../compiler/4-lower/route/match.ts';
import type { EnvoyRoute } from '../../compiler/4-lower/route/route.ts';

const SEGMENTS = ['a', 'b', 'ab', 'A', 'aB', '1', '12', 'a.b', 'a-b'];
const PARAMETERS = ['q', 'r'];
const METHODS = ['GET', 'PUT', 'POST'];
/** What a regex or template may have in the place of a segment. */
const REGEX_SEGMENTS = [
  ...SEGMENTS,
  'a\\.b',
  '[ab]+',
  'a*',
  'ab?',
  '1{1,2}',
  '(a|b)',
  '.*',
  '[^/|]+',
  '\\d+',
  '(?i)ab',
];
const TEMPLATE_SEGMENTS = [...SEGMENTS, '{id}', '*'];

const pathOf = (segments: readonly string[]): Arbitrary<string> =>
  fc.array(fc.constantFrom(...segments), { maxLength: 3 }).map((parts) => `/${parts.join('/')}`);

const TEMPLATES = pathOf(TEMPLATE_SEGMENTS).map((path) => {
  let variables = 0;
  return path.replaceAll('{id}', () => `{v${variables++}}`);
});

const REGEXES = fc.oneof(
  { weight: 6, arbitrary: pathOf(REGEX_SEGMENTS) },
  { weight: 1, arbitrary: fc.tuple(pathOf(SEGMENTS), pathOf(REGEX_SEGMENTS)).map(([a, b]) => `${a}|${b}`) },
  fc.constantFrom(
    '.*b',
    '^/a/b',
    '/a|/b',
    '(/a|/b)/.*',
    '\\Q/a|/b\\E|/1',
    '/[[:alpha:]|]+',
    '/[]|]|/12',
    '/ab?',
    '/ab*/1',
    '/a{0,1}',
  ),
);

const ignoreCase = fc.boolean();
const inExactCase = fc.constant(false);

const PATHS = fc.oneof(
  fc.record({ exact: pathOf(SEGMENTS), ignoreCase }),
  fc.record({ prefix: pathOf(SEGMENTS), ignoreCase }),
  fc.record({ template: TEMPLATES, ignoreCase: inExactCase }),
  fc.record({ regex: REGEXES, ignoreCase: inExactCase }),
);

const seldom = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const named = (names: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => [{ name, present: true, ignoreCase: false }]) },
  );

/** Conditions on the header `x-n`, of which requests send numbers. */
const RANGE = fc
  .record({ invert: fc.boolean(), start: fc.integer({ min: 0, max: 5 }) })
  .map(({ invert, start }) => [{ name: 'x-n', range: { start, end: start + 3 }, ignoreCase: false, invert }]);

const MATCHES: Arbitrary<RouteMatch> = fc
  .record({
    path: PATHS,
    methods: fc.option(fc.subarray(METHODS, { minLength: 1, maxLength: 2 }), { freq: 4, nil: undefined }),
    headers: fc.oneof(
      { weight: 6, arbitrary: named(['x-a', 'x-b']).map((some) => some.map((one) => ({ ...one, invert: false }))) },
      { weight: 1, arbitrary: RANGE },
    ),
    queryParameters: named(PARAMETERS),
    cookies: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(named(['c', 'd']), fc.boolean())
          .map(([some, invert]) => some.map((one) => ({ ...one, invert }))),
      },
    ),
    grpc: seldom(fc.constant(true as const)),
    clientCertificate: seldom(fc.boolean()),
    // Shares that leave nothing to chance.
    percentage: seldom(fc.constantFrom(0, 100)),
    connect: seldom(fc.constant(true as const)),
  })
  .map(({ methods, grpc, clientCertificate, percentage, connect, ...match }) => ({
    ...match,
    claims: [],
    ...(methods && { methods }),
    ...(grpc && { grpc }),
    ...(clientCertificate !== undefined && { clientCertificate }),
    ...(percentage !== undefined && { percentage }),
    ...(connect && { connect, queryParameters: [] }),
  }));

/** Routes in any order, each answering with its place, in the header `x-route` too. */
export const randomRoutes = (most: number): Arbitrary<readonly EnvoyRoute[]> =>
  fc
    .array(MATCHES, { minLength: 1, maxLength: most, size: 'max' })
    .map((matches) => matches.map((match, place) => numberedRoute(match, place)));

const numberedRoute = (match: RouteMatch, place: number): EnvoyRoute => ({
  match: lowerMatch(match),
  direct_response: { status: 200, body: { inline_string: `${place}` } },
  response_headers_to_add: [{ header: { key: 'x-route', value: `${place}` } }],
});

export interface RandomRequest {
  readonly method: string;
  /** That of a `CONNECT` request is left aside: it has none. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const TAILS = ['', '', '', '', '/', '/x', 'b', '?q=1', '?q=1&r=/a/b', '?', '%2e', '//b', '/../b'];

export const RANDOM_REQUESTS: Arbitrary<RandomRequest> = fc.record({
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...METHODS) },
    { weight: 1, arbitrary: fc.constant('CONNECT') },
  ),
  path: fc.tuple(pathOf([...SEGMENTS, '|', 'aa', '%41']), fc.constantFrom(...TAILS)).map((parts) => parts.join('')),
  headers: fc.constantFrom(
    {},
    {},
    { 'x-a': '' },
    { 'x-b': '1' },
    { 'x-a': '', 'x-b': '' },
    { cookie: 'c=1; d=2' },
    { cookie: 'd=' },
    { 'x-n': '4' },
    { 'x-n': '-1', cookie: 'c=x' },
    { 'content-type': 'application/grpc' },
  ),
});
