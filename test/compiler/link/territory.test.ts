/** Whatever Routes try: of what a host has handed over to one team, and of its own, nobody else gets a request. */
import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../compiler/1-parse/parse.ts';
import { validate } from '../../../compiler/2-validate/validate.ts';
import type { PathMatch } from '../../../compiler/2-validate/generated/types.ts';
import type { LinkedRoute } from '../../../compiler/3-link/graph.ts';
import { link } from '../../../compiler/3-link/link.ts';
import { collect } from '../../../compiler/diagnostics/report.ts';
import { meets } from '../paths.ts';

const SEGMENTS = ['a', 'b', 'A'];
const pathOf = (segments: readonly string[], least = 0): Arbitrary<string> =>
  fc.array(fc.constantFrom(...segments), { minLength: least, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);

const CONDITION = fc.record({
  path: fc.oneof(
    fc.record({ exact: pathOf(SEGMENTS), ignoreCase: fc.boolean() }),
    fc.record({ prefix: pathOf(SEGMENTS), ignoreCase: fc.boolean() }),
    fc.record({ template: pathOf([...SEGMENTS, '{x}'], 1).map(numbered) }),
    fc.record({ template: pathOf([...SEGMENTS, '*'], 1).map((path) => `${path}/**`) }),
    fc.record({
      regex: fc.oneof(pathOf([...SEGMENTS, '.*', 'a?', '(a|b)'], 1), fc.constantFrom('.*b', '/a|/b', '/a.*')),
    }),
  ),
  headers: fc.constantFrom([], [], [{ name: 'x-a', present: true }]),
});

/** Names of variables that are different. */
function numbered(template: string): string {
  let count = 0;
  return template.replaceAll('{x}', () => `{x${count++}}`);
}

const RULES = fc.array(CONDITION, { maxLength: 4 });

const HOSTS = fc.record({
  allowed: fc.array(
    fc.record({
      namespaces: fc.constantFrom(['a'], ['b'], ['a', 'b'], ['*'], ['default']),
      prefix: pathOf(['a', 'b']),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  inline: RULES,
  attached: fc.record({ default: RULES, a: RULES, b: RULES }),
});

type Rules = readonly object[];

const document = (kind: string, namespace: string, spec: object) => ({
  apiVersion: 'enroute.dev/v1',
  kind,
  metadata: { name: 'shop', namespace },
  spec,
});

const answering = (rules: Rules) => rules.map((match) => ({ match, respond: { statusCode: 204 } }));

/** The routes of a host in order of precedence, without those that are refused. */
function routesOf({
  allowed,
  inline,
  attached,
}: {
  allowed: Rules;
  inline: Rules;
  attached: Record<string, Rules>;
}): readonly LinkedRoute[] {
  const { report } = collect();
  const documents = [
    document('Gateway', 'default', { listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] }),
    document('VirtualHost', 'default', {
      gateways: ['shop'],
      hostnames: ['*'],
      allowedRoutes: allowed,
      routes: answering(inline),
    }),
    ...Object.entries(attached).map(([namespace, rules]) =>
      document('Route', namespace, { virtualHosts: ['default/shop'], routes: answering(rules) }),
    ),
  ];
  const files = documents.map((value, index) => ({ path: `${index}.json`, text: JSON.stringify(value) }));
  return link(validate(parse(files, report), report), report).gateways[0]?.listeners[0]?.virtualHosts[0]?.routes ?? [];
}

const lies = (path: string, prefix: string): boolean => meets(path, { prefix, ignoreCase: false });

interface Entry {
  readonly namespaces: readonly string[];
  readonly prefix: string;
}

const admits = ({ namespaces }: Entry, { origin }: LinkedRoute): boolean =>
  origin.kind === 'Route' && (namespaces.includes('*') || namespaces.includes(origin.namespace));

const longest = (prefixes: readonly string[]): string => prefixes.toSorted((a, b) => b.length - a.length)[0] ?? '/';

const textOf = ({ exact, prefix, template, regex }: PathMatch): string =>
  exact ?? template ?? prefix?.replace(/\/$/, '') ?? regex ?? '';

const REQUESTS = [
  '/',
  '/a',
  '/a/',
  '/b',
  '/A',
  '/ab',
  '/a/a',
  '/a/b',
  '/a/A',
  '/A/b',
  '/b/a',
  '/b/b',
  '/a/a/a',
  '/a/b/a',
  '/a/b/b',
  '/b/a/b',
  '/a/b/a/b',
].flatMap((path) => [true, false].map((hasHeader) => ({ path, hasHeader })));

const takes = ({ path, hasHeader }: (typeof REQUESTS)[number], { rule: { match } }: LinkedRoute): boolean =>
  meets(path, match.path) && (hasHeader || match.headers.length === 0);

test('no route takes a request from those whose it is', () => {
  let contested = 0;
  fc.assert(
    fc.property(HOSTS, (host) => {
      const routes = routesOf(host);
      for (const request of REQUESTS) {
        const [winner, ...others] = routes.filter((route) => takes(request, route));
        if (!winner || winner.origin.kind === 'VirtualHost') continue;
        // Two that are the very same are a mistake of their own.
        const losers = others.filter(({ rank }) => rank.text !== winner.rank.text);
        contested += losers.length;
        const entries = host.allowed.filter(({ prefix }) => lies(request.path, prefix));
        const owning = entries.filter(({ prefix }) => prefix === longest(entries.map((one) => one.prefix)));
        const isOwner = (route: LinkedRoute) => owning.some((entry) => admits(entry, route));
        if (!isOwner(winner)) expect(losers.filter(isOwner).map(({ rule }) => rule.match)).toEqual([]);
        if (winner.origin.namespace === 'default') continue;
        const given = longest(
          host.allowed
            .filter((entry) => admits(entry, winner))
            .map(({ prefix }) => prefix)
            .filter((prefix) => lies(textOf(winner.rule.match.path), prefix)),
        );
        const own = losers.filter(({ origin, rule: { match } }) => {
          const text = textOf(match.path);
          return (
            origin.namespace === 'default' &&
            match.path.regex === undefined &&
            lies(text, given) &&
            text.length > given.replace(/\/$/, '').length
          );
        });
        expect(own.map(({ rule }) => rule.match)).toEqual([]);
      }
    }),
    { numRuns: 600 },
  );
  expect(contested).toBeGreaterThan(500);
});
