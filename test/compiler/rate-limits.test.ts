/** Limits that the rate-limit service would refuse, and with them all others. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/index.ts';

const rateLimit = (name: string, domain: string, descriptors: string, gateways = 'edge') => `
---
apiVersion: enroute.dev/v1
kind: RateLimit
metadata: { name: ${name} }
spec: { gateways: [${gateways}], domain: ${domain}, descriptors: [${descriptors}] }
`;

const GATEWAYS = ['edge', 'inner'].map(
  (name) => `
---
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: ${name} }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
`,
);

const mistakesIn = (...documents: readonly string[]): readonly string[] =>
  compile([{ path: 'limits.yaml', text: [...GATEWAYS, ...documents].join('') }]).diagnostics.map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );

const LIMIT = 'limit: { requests: 1, unit: day }';

describe('in a domain', () => {
  test.each([
    ['nothing', `{ key: a, ${LIMIT} }, { key: a, value: b, ${LIMIT} }, { key: c, descriptors: [{ key: a }] }`, []],
    ['an entry that stands there twice', '{ key: a }, { key: a }', ['duplicate-item /spec/descriptors/1']],
    [
      'an entry with a value that stands there twice, further in',
      '{ key: x, descriptors: [{ key: a, value: b }, { key: a, value: b }] }',
      ['duplicate-item /spec/descriptors/0/descriptors/1'],
    ],
    [
      'entries that the service takes for one',
      '{ key: a, value: b }, { key: a_b }',
      ['duplicate-item /spec/descriptors/1'],
    ],
    [
      'requests without a unit',
      '{ key: a, limit: { requests: 1 } }',
      ['needs-field /spec/descriptors/0/limit/requests'],
    ],
    [
      'a unit without requests',
      '{ key: a, limit: { unlimited: true, unit: day } }',
      ['needless-field /spec/descriptors/0/limit/unit'],
    ],
    [
      'requests that are unlimited',
      '{ key: a, limit: { requests: 1, unit: day, unlimited: true } }',
      ['mutually-exclusive /spec/descriptors/0/limit/unlimited'],
    ],
    [
      'a limit that replaces itself',
      '{ key: a, limit: { unlimited: true, name: x, replaces: [y, x] } }',
      ['invalid-format /spec/descriptors/0/limit/replaces/1'],
    ],
  ])('reports %s', (_, descriptors, mistakes) => {
    expect(mistakesIn(rateLimit('a', 'shop', descriptors))).toEqual(mistakes);
  });
});

describe('of one domain, two documents', () => {
  const first = rateLimit('a', 'shop', '{ key: a }');

  test('are a mistake in one gateway', () => {
    expect(mistakesIn(first, rateLimit('b', 'shop', '{ key: b }', 'inner, edge'))).toEqual([
      'duplicate-domain /spec/domain',
    ]);
  });
  test('are none in different gateways', () => {
    expect(mistakesIn(first, rateLimit('b', 'shop', '{ key: b }', 'inner'))).toEqual([]);
  });
  test('are none with different domains', () => {
    expect(mistakesIn(first, rateLimit('b', 'other', '{ key: b }'))).toEqual([]);
  });
});
