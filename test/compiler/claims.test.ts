import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/index.ts';

const JWT =
  '{ type: jwt, providers: [{ name: login, jwks: { remote: { uri: "https://a.test/jwks", upstream: login } } }] }';
const RBAC = '{ type: rbac, deny: [{ name: guests, claims: [{ provider: login, claim: guest, boolean: true }] }] }';

/** The routes of a host, and the filters around them. */
const codesOf = ({ gateway = '', host = '', routes = '[{ respond: { statusCode: 200 } }]' }) =>
  compile([
    {
      path: 'all.yaml',
      text: `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }], filters: [${gateway}] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: [a.test], filters: [${host}], routes: ${routes} }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: login }
spec: { endpoints: [{ address: 192.0.2.9, port: 8443 }] }
`,
    },
  ]).diagnostics.map(({ code, pointer }) => [code, pointer]);

describe('claims that a filter reads', () => {
  test('are verified by a filter beside it, further out or further in', () => {
    expect(codesOf({ host: `${RBAC}, ${JWT}` })).toEqual([]);
    expect(codesOf({ gateway: JWT, host: RBAC })).toEqual([]);
    expect(codesOf({ gateway: RBAC, host: JWT })).toEqual([]);
    expect(codesOf({ host: RBAC, routes: `[{ filters: [${JWT}], respond: { statusCode: 200 } }]` })).toEqual([]);
  });

  test('are a mistake at a route where none is in force', () => {
    const provider = ['unverified-claim', '/spec/filters/0/deny/0/claims/0/provider'];
    expect(codesOf({ host: RBAC })).toEqual([provider]);
    const routes = `[{ respond: { statusCode: 200 } }, { match: { path: { prefix: /b } }, disableFilters: [jwt], respond: { statusCode: 200 } }]`;
    expect(codesOf({ host: `${RBAC}, ${JWT}`, routes })).toEqual([provider]);
  });

  test('do not matter where the filter is off', () => {
    expect(codesOf({ host: RBAC, routes: '[{ disableFilters: [rbac], respond: { statusCode: 200 } }]' })).toEqual([]);
  });
});
