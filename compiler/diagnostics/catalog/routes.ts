/** Diagnostics of the link stage: what routes may match, where they may attach, and what they may change. */
import { define, type NoParams } from '../define.ts';
import type { Location } from '../location.ts';
import { didYouMean, either, quote } from './words.ts';

const firstHere = ({ first }: { first: Location }) => [{ at: first, message: 'first here' }];

export const ROUTES = {
  'route-not-allowed': define<{ route: string; host: string }>({
    severity: 'error',
    title: 'A Route attaches to a virtual host that does not allow it.',
    message: ({ route, host }) => `the VirtualHost ${quote(host)} does not let the Route ${quote(route)} attach`,
    help: () => 'the owner of the host says in "allowedRoutes" which namespaces and labels may attach',
    explanation: {
      meaning: 'The host names the namespaces and labels of Routes that may attach, and this one has others.',
      reason: 'Who owns a host decides who serves traffic on it.',
      cure: 'Ask the owner of the host for an entry in "allowedRoutes", or move the Route.',
      example: { wrong: 'allowedRoutes: []', right: 'allowedRoutes: [{ namespaces: [payments], prefix: /pay }]' },
    },
  }),
  'route-outside-prefix': define<{ host: string; prefixes: readonly string[]; isLoose: boolean }>({
    severity: 'error',
    title: 'A Route matches paths that its virtual host did not hand over.',
    message: ({ host, prefixes }) =>
      `the VirtualHost ${quote(host)} lets this Route have paths below ${either(prefixes)} only`,
    help: ({ isLoose }) =>
      isLoose
        ? 'a regex must begin with the prefix and a "/" as plain text; a path with "ignoreCase" is allowed below "/" only'
        : undefined,
    explanation: {
      meaning: 'The host lets the Route attach below a prefix, and this rule matches paths outside of it.',
      reason: 'Otherwise one team could take over the traffic of another.',
      cure: 'Match a path below the prefix.',
      example: { wrong: 'match: { path: { prefix: / } }', right: 'match: { path: { prefix: /pay } }' },
    },
  }),
  'foreign-prefix': define<{ host: string; prefix: string; isLoose: boolean; entry: Location }>({
    severity: 'error',
    title: 'A Route matches paths that its virtual host has handed over to others.',
    message: ({ host, prefix }) =>
      `paths below ${quote(prefix)} of the VirtualHost ${quote(host)} belong to other Routes`,
    help: ({ isLoose }) =>
      isLoose
        ? 'a template, a regex, and a path with "ignoreCase" are tried before shorter ones: begin them with other text'
        : undefined,
    related: ({ entry }) => [{ at: entry, message: 'handed over here' }],
    explanation: {
      meaning:
        'A prefix in "allowedRoutes" belongs to the Routes that its entry admits, even where another entry lets this Route have a shorter one, and this rule may take requests below it.',
      reason: 'Otherwise one team could take over the traffic of another.',
      cure: 'Match other paths, by a prefix shorter than theirs or by other text; or let the host admit this Route there too.',
      example: { wrong: "match: { path: { template: '/{any}/status' } }", right: 'match: { path: { prefix: / } }' },
    },
  }),
  'shadowing-route': define<{ host: string; own: Location }>({
    severity: 'error',
    title: 'A Route would take requests from a route of the host itself.',
    message: ({ host }) => `a route of the VirtualHost ${quote(host)} itself has these paths`,
    related: ({ own }) => [{ at: own, message: 'the host’s own route' }],
    explanation: {
      meaning:
        'The rule may match requests that one of the host’s own routes takes, and would be tried before it. Routes in the namespace of the host count as its own.',
      reason: 'Who lets others attach below a prefix keeps what the host itself serves there.',
      cure: 'Match other paths, or have the host give up its route.',
      example: {
        wrong: 'match: { path: { exact: /pay/admin/login } } # and in the VirtualHost: prefix: /pay/admin',
        right: 'match: { path: { exact: /pay/login } }',
      },
    },
  }),
  'duplicate-route': define<{ first: Location }>({
    severity: 'error',
    title: 'Two routes of a virtual host match the same requests.',
    message: () => 'another route has the very same match, so this one could never be taken',
    related: firstHere,
    explanation: {
      meaning: 'Path, methods, headers and query parameters of two rules are the same.',
      reason: 'Order has no meaning among routes, so nothing says which of the two is meant.',
      cure: 'Remove one, add a condition, or spread the traffic with "upstreams" and weights.',
      example: {
        wrong:
          '- match: { path: { prefix: /a } }\n  forward: { upstream: one }\n- match: { path: { prefix: /a } }\n  forward: { upstream: two }',
        right: '- match: { path: { prefix: /a } }\n  forward:\n    upstreams: [{ upstream: one }, { upstream: two }]',
      },
    },
  }),
  'late-route': define<{ name: string; isOwn: boolean; route: Location }>({
    severity: 'error',
    title: 'A route that claims choose depends on filters that are settled before.',
    message: ({ name, isOwn }) =>
      isOwn
        ? `the filter ${quote(name)} cannot be set or disabled for a route that is chosen by claims`
        : `the filter ${quote(name)} would be off for a route that is chosen by claims, too`,
    help: () => 'set the filter for the virtual host, and let rules of its own tell the requests apart',
    related: ({ route }) => [{ at: route, message: 'the route by claims' }],
    explanation: {
      meaning:
        'A route that matches claims, or headers made of them, is chosen when the token has been verified. Which filters run was settled before that, by the route that the request took first.',
      reason:
        'A filter that only the later route has would never run, and one that the first disables would be missing.',
      cure: 'Set filters for the whole host, and disable none on routes that take the same paths.',
      example: {
        wrong: 'match: { claims: [{ provider: login, claim: beta, boolean: true }] }\nfilters: [{ type: rbac, … }]',
        right: 'match: { claims: [{ provider: login, claim: beta, boolean: true }] }',
      },
    },
  }),
  'unknown-route': define<{ name: string; known: Iterable<string> }>({
    severity: 'error',
    title: 'A redirect is allowed to lead to a route that the document does not have.',
    message: ({ name }) => `no route of this document is named ${quote(name)}`,
    help: ({ name, known }) => didYouMean(name, known, 'names'),
    explanation: {
      meaning: '"internalRedirect.routes" takes names of routes of the same document, and none has this one.',
      reason: 'A redirect that should be followed would go to the client instead.',
      cure: 'Correct the name, or give one of the routes a "name".',
      example: {
        wrong: 'internalRedirect: { routes: [downlaod] }',
        right: 'internalRedirect: { routes: [download] }\n# and among the routes: name: download',
      },
    },
  }),
  'no-weight': define<NoParams>({
    severity: 'error',
    title: 'All weights of a list of upstreams are 0.',
    message: () => 'the weights add up to 0, so no upstream gets a request',
    explanation: {
      meaning: 'A weight is a share of the sum of all weights, and the sum is 0.',
      reason: 'Envoy refuses weights that add up to nothing.',
      cure: 'Give at least one upstream a weight above 0.',
      example: { wrong: 'upstreams: [{ upstream: a, weight: 0 }]', right: 'upstreams: [{ upstream: a, weight: 1 }]' },
    },
  }),
  'unknown-variable': define<{ name: string; known: Iterable<string> }>({
    severity: 'error',
    title: 'A path rewrite uses a variable that the match does not have.',
    message: ({ name }) => `the template of the match has no variable ${quote(name)}`,
    help: ({ name, known }) => didYouMean(name, known, 'variables'),
    explanation: {
      meaning: 'The new path is put together from the variables of the match, and this one is not among them.',
      reason: 'Envoy refuses such a rewrite.',
      cure: 'Correct the name, or add the variable to the match.',
      example: {
        wrong:
          'match: { path: { template: "/u/{id}" } }\nforward: { rewrite: { path: { template: "/users/{user}" } } }',
        right: 'match: { path: { template: "/u/{id}" } }\nforward: { rewrite: { path: { template: "/users/{id}" } } }',
      },
    },
  }),
  'unknown-group': define<{ text: string; groups: number }>({
    severity: 'error',
    title: 'A substitution uses a group that its expression does not have.',
    message: ({ text, groups }) => `${text} names no group: the expression has ${groups === 0 ? 'none' : groups}`,
    help: () =>
      'groups are \\1 to \\9, the whole match is \\0, and \\\\ is a backslash; double quotes in YAML want each of them twice',
    explanation: {
      meaning: 'A backslash and a digit stand for what a group of the expression matched.',
      reason: 'Envoy refuses a substitution that it cannot fill in.',
      cure: 'Add the group to the expression, or correct the number.',
      example: {
        wrong: 'regex: { pattern: "^/a/.*", substitution: "/b/\\\\1" }',
        right: 'regex: { pattern: "^/a/(.*)", substitution: "/b/\\\\1" }',
      },
    },
  }),
};
