/** Diagnostics of the link stage: rules between fields and between documents. */
import { define } from '../define.ts';
import type { Location } from '../location.ts';
import { didYouMean, quote } from './words.ts';

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
      reason: 'Every connection would be refused, and every number would be a fault.',
      cure: 'Exchange the two, or widen the range.',
      example: {
        wrong: 'tls: { minimumVersion: "1.3", maximumVersion: "1.2" }',
        right: 'tls: { minimumVersion: "1.2", maximumVersion: "1.3" }',
      },
    },
  }),
};
