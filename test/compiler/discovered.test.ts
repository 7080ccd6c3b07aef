/** Endpoints that a relay has found: read as those of a document are, and made into the same load assignment. */
import { describe, expect, test } from 'vitest';
import { encodeLoadAssignment, loadAssignment, readEndpoints, type Endpoint } from '../../compiler/discovered.ts';
import { compile } from '../../compiler/index.ts';
import { describeMistakes } from '../../compiler/settings.ts';

const GATEWAY = `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: ['*'], routes: [{ match: { path: { prefix: / } }, forward: { upstream: cart } }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec:`;

const compiled = (spec: object) => {
  const { bundles, diagnostics } = compile([{ path: 'a.yaml', text: `${GATEWAY} ${JSON.stringify(spec)}` }]);
  expect(diagnostics).toEqual([]);
  const [bundle] = bundles;
  if (!bundle) throw new Error('there is no bundle');
  return bundle;
};

const ENDPOINTS: readonly Endpoint[] = [
  { address: '10.0.0.8', port: 80, priority: 1, status: 'degraded' },
  { address: '10.0.0.7', port: 80, weight: 3, locality: { zone: 'a' }, labels: { version: '2' } },
  { unixSocket: '/run/cart.sock', hostname: 'cart.example.com' },
];

const SETTINGS = [
  {},
  { healthChecks: [{ http: { path: '/healthz' } }] },
  { loadBalancing: { localityWeights: [{ locality: { zone: 'a' }, weight: 3 }], overprovisioningFactor: 200 } },
];

test.each(SETTINGS)('found endpoints become what they would be in the document: %j', (settings) => {
  const inline = compiled({ endpoints: ENDPOINTS, ...settings });
  const found = compiled({ discovery: { pushed: {} }, ...settings });
  const [reference] = found.manifest.discovery ?? [];
  if (!reference) throw new Error('there is nothing to discover');
  const assignment = inline.resources.find(({ type }) => type.endsWith('ClusterLoadAssignment'))?.message;
  expect(loadAssignment(reference, ENDPOINTS)).toEqual(assignment);
  expect(encodeLoadAssignment(reference, ENDPOINTS)).toEqual(encodeLoadAssignment(reference, ENDPOINTS.toReversed()));
  // The cluster is the same, wherever its endpoints are from; and no section has them.
  const clusters = ({ resources }: typeof found) => resources.filter(({ type }) => type.endsWith('.Cluster'));
  expect(clusters(found).map(({ message }) => message)).toEqual(clusters(inline).map(({ message }) => message));
  expect(found.resources.filter(({ type }) => type.endsWith('ClusterLoadAssignment'))).toEqual([]);
});

test('what becomes of endpoints changes no bundle, and what is said of them does', () => {
  const { id } = compiled({ discovery: { pushed: {} } });
  expect(compiled({ discovery: { pushed: {} } }).id).toBe(id);
  expect(compiled({ discovery: { pushed: {}, emptyAfter: '5s' } }).id).not.toBe(id);
});

describe('a list of endpoints', () => {
  const mistakes = (text: string) => describeMistakes(readEndpoints({ path: 'cart.json', text }).diagnostics);

  test('is read as a document is', () => {
    const text = JSON.stringify({ endpoints: ENDPOINTS });
    expect(readEndpoints({ path: 'cart.json', text }).value).toEqual({ endpoints: ENDPOINTS });
    expect(readEndpoints({ path: 'cart.yaml', text: 'endpoints: []' }).value).toEqual({ endpoints: [] });
    const expiring = '{"endpoints": [], "expires": "2026-01-02T03:04:05Z"}';
    expect(readEndpoints({ path: 'cart.json', text: expiring }).value).toEqual({
      endpoints: [],
      expires: Date.UTC(2026, 0, 2, 3, 4, 5),
    });
  });

  test.each([
    ['{}', 'cart.json:1:1: the field "endpoints" is missing'],
    ['{"endpoints": [{"adress": "10.0.0.7", "port": 80}]}', 'did you mean "address"?'],
    ['{"endpoints": [{"address": "10.0.0.7"}]}', 'cart.json:1:16: the field "port" is missing'],
    ['{"endpoints": [{"address": "cart.example.com", "port": 80}]}', 'cart.json:1:28: '],
    ['{"endpoints": [{"address": "::1", "port": 80, "labels": {"hash_key": "a"}}]}', 'cart.json:1:70: '],
    ['{"endpoints": [], "expires": "2026-13-02T03:04:05Z"}', 'a time that there is'],
    ['{"endpoints": [', 'cart.json:1:16: '],
  ])('%s', (text, expected) => expect(mistakes(text)).toContain(expected));
});
