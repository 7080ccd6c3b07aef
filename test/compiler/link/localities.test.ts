/** Rules about the places and labels of endpoints. */
import { expect, test } from 'vitest';
import { compile, createCompileMemo } from '../../../compiler/index.ts';

const GATEWAY = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }], nodes: { localities: [{ locality: { zone: a } }] } }
`;

const upstream = (spec: string): string => `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec: { ${spec} }
`;

const problemsOf = (spec: string, gateway = GATEWAY, memo = createCompileMemo()): readonly string[] =>
  compile(
    [
      { path: 'gateway.yaml', text: gateway },
      { path: 'cart.yaml', text: upstream(spec) },
    ],
    memo,
  ).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

const ENDPOINT = '{ address: 10.0.0.1, port: 80, locality: { zone: a } }';
const DNS = 'dns: { hostname: cart.test, port: 80 }';

test.each([
  [`endpoints: [${ENDPOINT}], loadBalancing: { zoneAware: { percentage: 50 } }`, undefined],
  [
    `endpoints: [{ address: 10.0.0.1, port: 80 }], loadBalancing: { zoneAware: { percentage: 50 } }`,
    'needs-field /spec/loadBalancing/zoneAware',
  ],
  [`${DNS}, loadBalancing: { zoneAware: { percentage: 50 } }`, 'needs-field /spec/loadBalancing/zoneAware'],
  [
    'dns: { hostname: a.test, port: 80, locality: { zone: a } }, loadBalancing: { zoneAware: { percentage: 50 } }',
    undefined,
  ],
  [`${DNS}, loadBalancing: { overprovisioningFactor: 140, weightedPriorityHealth: false }`, undefined],
  [
    `endpoints: [${ENDPOINT}], loadBalancing: { policy: maglev, zoneAware: { percentage: 50 } }`,
    'needs-field /spec/loadBalancing/zoneAware',
  ],
  [
    `endpoints: [${ENDPOINT}], loadBalancing: { localityWeights: [{ locality: { zone: a }, weight: 1 }, { locality: { zone: a }, weight: 2 }] }`,
    'duplicate-item /spec/loadBalancing/localityWeights/1/locality',
  ],
  [
    `endpoints: [${ENDPOINT}], loadBalancing: { failTrafficOnPanic: true, localityWeights: [{ locality: { zone: a }, weight: 1 }] }`,
    'needless-field /spec/loadBalancing/failTrafficOnPanic',
  ],
  ['endpoints: [{ address: 10.0.0.1, port: 80, hashKey: a }]', 'needs-field /spec/endpoints/0/hashKey'],
  [
    'endpoints: [{ address: 10.0.0.1, port: 80, healthCheck: { port: 81 } }]',
    'needs-field /spec/endpoints/0/healthCheck',
  ],
  [
    'endpoints: [{ unixSocket: /a.sock, healthCheck: { port: 81 } }], healthChecks: [{ tcp: {} }]',
    'needs-field /spec/endpoints/0/healthCheck',
  ],
  [
    'endpoints: [{ unixSocket: /a.sock, healthCheck: { address: 10.0.0.1 } }], healthChecks: [{ tcp: {} }]',
    'needs-field /spec/endpoints/0/healthCheck',
  ],
  [
    'endpoints: [{ unixSocket: /a.sock, healthCheck: { address: 10.0.0.1, port: 81 } }], healthChecks: [{ tcp: {} }]',
    undefined,
  ],
])('%s', (spec, problem) => expect(problemsOf(spec)).toEqual(problem === undefined ? [] : [problem]));

test('an upstream is told when the last gateway no longer says where its Envoys are', () => {
  const memo = createCompileMemo();
  const spec = `endpoints: [${ENDPOINT}], loadBalancing: { zoneAware: { percentage: 50 } }`;
  expect(problemsOf(spec, GATEWAY, memo)).toEqual([]);
  const without = GATEWAY.replace(', nodes: { localities: [{ locality: { zone: a } }] }', '');
  expect(problemsOf(spec, without, memo)).toEqual(['needs-field /spec/loadBalancing/zoneAware']);
});

test('a gateway with a mistake is no mistake of the upstream', () => {
  const spec = `endpoints: [${ENDPOINT}], loadBalancing: { zoneAware: { percentage: 50 } }`;
  expect(problemsOf(spec, GATEWAY.replace('8080', '0'))).toEqual(['out-of-range /spec/listeners/0/port']);
});
