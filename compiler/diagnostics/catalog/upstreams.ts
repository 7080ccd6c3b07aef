/** Diagnostics of the link stage: upstreams and what names them. */
import { define } from '../define.ts';
import { both, didYouMean, quote } from './words.ts';

export const UPSTREAMS = {
  'unsuitable-upstream': define<{ upstream: string; reason: string }>({
    severity: 'error',
    title: 'An Upstream is named where it cannot be used.',
    message: ({ upstream, reason }) => `the Upstream ${quote(upstream)} cannot be used here: ${reason}`,
    explanation: {
      meaning:
        'Some upstreams are for some uses only: one with "dynamicForwardProxy" for routes that forward to it alone, one that speaks HTTP/3 for requests and not for connections.',
      reason:
        'Hosts are checked and resolved for the route that leads to such an upstream; anything else would reach nothing, or more than is allowed.',
      cure: 'Name another Upstream here, or give the requests a route of their own.',
      example: {
        wrong: 'forward: { upstreams: [{ upstream: internet }, { upstream: cart }] }',
        right: 'forward: { upstream: internet }',
      },
    },
  }),
  'unknown-locality': define<{ locality: string; known: Iterable<string> }>({
    severity: 'error',
    title: 'A weight is for a locality in which no endpoint is.',
    message: ({ locality }) => `no endpoint is in the locality ${quote(locality)}`,
    help: ({ locality, known }) => didYouMean(locality, known, 'localities'),
    explanation: {
      meaning: 'The weight of a locality counts for endpoints that have all of its names, and here none has.',
      reason: 'The weight would have no effect, and another locality would get the requests that were meant for this.',
      cure: 'Write region, zone and sub-zone as the endpoints do, or remove the entry.',
      example: {
        wrong:
          'endpoints: [{ address: 10.0.0.1, port: 80, locality: { region: eu, zone: a } }]\nloadBalancing: { localityWeights: [{ locality: { zone: a }, weight: 3 }] }',
        right:
          'endpoints: [{ address: 10.0.0.1, port: 80, locality: { region: eu, zone: a } }]\nloadBalancing: { localityWeights: [{ locality: { region: eu, zone: a }, weight: 3 }] }',
      },
    },
  }),
  'reserved-label': define<{ label: string }>({
    severity: 'error',
    title: 'An endpoint has a label that Envoy would take for something else.',
    message: ({ label }) => `the label ${quote(label)} has a meaning of its own for Envoy`,
    help: () => 'use "hashKey", or give the label another name',
    explanation: {
      meaning: 'Envoy reads labels of endpoints in one place with its own settings, and this name is one of these.',
      reason: 'The label would change which requests the endpoint gets.',
      cure: 'Rename the label; if its effect is wanted, use the field "hashKey".',
      example: { wrong: 'labels: { hash_key: cart-0 }', right: 'hashKey: cart-0' },
    },
  }),
  'unknown-label': define<{ label: string; known: Iterable<string>; whose: string }>({
    severity: 'error',
    title: 'A label is named that nothing has.',
    message: ({ label, whose }) => `${quote(label)} is no label that ${whose}`,
    help: ({ label, known }) => didYouMean(label, known, 'labels'),
    explanation: {
      meaning: 'Parts of an upstream are told apart by labels of its endpoints, and none has this one.',
      reason: 'The part would be empty for ever.',
      cure: 'Correct the name, or give endpoints the label.',
      example: {
        wrong:
          'endpoints: [{ address: 10.0.0.1, port: 80, labels: { version: v1 } }]\nloadBalancing: { subsets: { selectors: [{ keys: [versoin] }] } }',
        right:
          'endpoints: [{ address: 10.0.0.1, port: 80, labels: { version: v1 } }]\nloadBalancing: { subsets: { selectors: [{ keys: [version] }] } }',
      },
    },
  }),
  'unknown-subset': define<{ keys: readonly string[]; known: readonly (readonly string[])[] }>({
    severity: 'error',
    title: 'A part of an upstream is chosen by labels that no selector has.',
    message: ({ keys }) =>
      keys.length === 0 ? 'no label is given to choose by' : `no selector of the upstream has just ${both(keys)}`,
    help: ({ known }) => `known selectors: ${known.map((keys) => `[${keys.join(', ')}]`).join(', ')}`,
    explanation: {
      meaning: 'A part is chosen by a value for each label of one selector: not fewer, and not more.',
      reason: 'Envoy finds parts by all of these labels together, and would take the request for one without a choice.',
      cure: 'Give a value for each label of a selector, or add a selector to "loadBalancing.subsets" of the Upstream.',
      example: {
        wrong: 'forward: { upstream: cart, subset: { version: v2, stage: canary } } # selectors: [{ keys: [version] }]',
        right: 'forward: { upstream: cart, subset: { version: v2 } }',
      },
    },
  }),
  'empty-subset': define<{ subset: Readonly<Record<string, string>> }>({
    severity: 'error',
    title: 'A part of an upstream is chosen in which no endpoint is.',
    message: ({ subset }) =>
      `no endpoint of the upstream has ${both(Object.entries(subset).map(([key, value]) => `${key}: ${value}`))}`,
    explanation: {
      meaning: 'The labels are known, but no endpoint has these values of them.',
      reason: 'All requests would fail, or go to endpoints that are not meant.',
      cure: 'Correct the value, or give endpoints the labels.',
      example: {
        wrong: 'forward: { upstream: cart, subset: { version: v3 } } # labels: { version: v2 }',
        right: 'forward: { upstream: cart, subset: { version: v2 } }',
      },
    },
  }),
};
