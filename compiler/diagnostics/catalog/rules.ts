/** Diagnostics of the link stage: rules between fields and between documents. */
import { define, type NoParams } from '../define.ts';
import type { Location } from '../location.ts';
import { didYouMean, either, quote } from './words.ts';

const firstHere = ({ first }: { first: Location }) => [{ at: first, message: 'first here' }];

export const RULES = {
  'duplicate-domain': define<{ domain: string; gateway: string; first: Location }>({
    severity: 'error',
    title: 'Two RateLimits of a gateway have the same domain.',
    message: ({ domain, gateway }) =>
      `the domain ${quote(domain)} has another RateLimit already in the Gateway ${quote(gateway)}`,
    help: () => 'join the two, or give one another domain',
    related: firstHere,
    explanation: {
      meaning: 'The limits of a domain are one list, and two documents each give one.',
      reason: 'The rate-limit service refuses its whole configuration if a domain is there twice.',
      cure: 'Move the descriptors into one document, or use another domain there and in the filter.',
      example: { wrong: 'domain: shop # in two RateLimits', right: 'domain: shop-api' },
    },
  }),
  'wrong-secret-type': define<{ name: string; type: string; expected: string; declared: Location }>({
    severity: 'error',
    title: 'A document uses a Secret of another type than it needs.',
    message: ({ name, type, expected }) => `the Secret ${quote(name)} is a ${type}, and a ${expected} is needed`,
    related: ({ declared }) => [{ at: declared, message: 'its type is declared here' }],
    explanation: {
      meaning: 'The secret exists, but what it holds cannot be used here.',
      reason: 'Envoy would wait for a certificate and be given something else.',
      cure: 'Name another Secret, or correct its type.',
      example: { wrong: 'certificates: [shop-ca]', right: 'certificates: [shop-tls]' },
    },
  }),
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
  'duplicate-filter': define<{ name: string }>({
    severity: 'error',
    title: 'Two filters of one place have the same name.',
    message: ({ name }) => `there is another filter named ${quote(name)} in this list`,
    help: () => 'give one of them a "name" of its own',
    explanation: {
      meaning: 'A filter that has no name is named after its type, and two of one place have the same name.',
      reason: 'The name is what an inner place replaces or disables.',
      cure: 'Name one of them, or remove it.',
      example: {
        wrong: 'filters:\n- { type: compression }\n- { type: compression, algorithm: brotli }',
        right: 'filters:\n- { type: compression }\n- { type: compression, name: brotli, algorithm: brotli }',
      },
    },
  }),
  'unknown-filter': define<{ name: string; known: Iterable<string> }>({
    severity: 'error',
    title: 'A place disables a filter that no place around it has.',
    message: ({ name }) => `no filter named ${quote(name)} applies here that could be disabled`,
    help: ({ name, known }) => didYouMean(name, known, 'filters'),
    explanation: {
      meaning: '"disableFilters" takes names of filters of the gateway, the virtual host or the Route around.',
      reason: 'A slip here would leave a filter in force that somebody meant to be off, or the other way round.',
      cure: 'Correct the name; a filter without a name is named after its type.',
      example: { wrong: 'disableFilters: [jwtt]', right: 'disableFilters: [jwt]' },
    },
  }),
  'unverified-claim': define<{ provider: string; verified: Iterable<string>; route: Location }>({
    severity: 'error',
    title: 'A filter asks for a claim of a token that nothing has verified.',
    message: ({ provider }) => `no jwt filter in force here verifies tokens of a provider ${quote(provider)}`,
    help: ({ provider, verified }) =>
      didYouMean(provider, verified, 'providers') ??
      'add a jwt filter with this provider to the gateway, the virtual host or the route',
    related: ({ route }) => [{ at: route, message: 'at this route' }],
    explanation: {
      meaning:
        'Claims are left by the jwt filter, under the name of the provider, and here no jwt filter has that name.',
      reason: 'A rule that denies by such a claim would deny nobody, and one that allows by it would allow nobody.',
      cure: 'Correct the name of the provider, or put the jwt filter where this filter is, or further out.',
      example: {
        wrong:
          'filters: [{ type: rbac, deny: [{ name: guests, claims: [{ provider: login, claim: guest, boolean: true }] }] }]',
        right: 'filters: [{ type: jwt, providers: [{ name: login, … }] }, { type: rbac, deny: [ … ] }]',
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
  'needs-field': define<{ what: string; needs: string }>({
    severity: 'error',
    title: 'A field needs another that is not there.',
    message: ({ what, needs }) => `${what} needs ${needs}`,
    explanation: {
      meaning: 'The field is right by itself, but has no meaning without another field or setting.',
      reason: 'It would be accepted and have no effect, or Envoy would refuse it.',
      cure: 'Add what the diagnostic names, or remove the field.',
      example: {
        wrong: 'protocol: automatic',
        right: 'protocol: automatic\ntls: { validation: { system: true }, sni: shop.example.com }',
      },
    },
  }),
  'needless-field': define<{ field: string; beside: string }>({
    severity: 'error',
    title: 'A field has no effect beside another.',
    message: ({ field, beside }) => `${quote(field)} has no effect beside ${quote(beside)}`,
    help: ({ field }) => `remove ${quote(field)}`,
    explanation: {
      meaning: 'The field stands where it is never read.',
      reason: 'Whoever wrote it expects something of it; an error is better than a wish that is not granted.',
      cure: 'Remove the field. Within a regex, "(?i)" ignores the case.',
      example: { wrong: 'path: { regex: "/a.*", ignoreCase: true }', right: 'path: { regex: "(?i)/a.*" }' },
    },
  }),
  'reversed-range': define<{ least: string | number; most: string | number }>({
    severity: 'error',
    title: 'The lower end of a range lies above its upper end.',
    message: ({ least, most }) => `the least, ${least}, is more than the most, ${most}`,
    explanation: {
      meaning: 'Nothing lies in the range.',
      reason: 'Every connection would be refused.',
      cure: 'Exchange the two, or widen the range.',
      example: {
        wrong: 'tls: { minimumVersion: "1.3", maximumVersion: "1.2" }',
        right: 'tls: { minimumVersion: "1.2", maximumVersion: "1.3" }',
      },
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
