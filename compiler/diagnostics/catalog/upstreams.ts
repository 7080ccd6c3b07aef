/** Diagnostics of the link stage: upstreams and what names them. */
import { define } from '../define.ts';
import { didYouMean, quote } from './words.ts';

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
};
