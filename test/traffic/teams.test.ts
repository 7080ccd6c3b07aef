/** A host hands a prefix over to a team, and requests that try to get around that find no way. */
import { describe, expect, test } from 'vitest';
import { virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

/** Routes of a team, each answering with its name. */
const route = (namespace: string, matches: Readonly<Record<string, string>>): Documents => ({
  [`Route-${namespace}.yaml`]: [
    'apiVersion: enroute.dev/v1',
    'kind: Route',
    `metadata: { name: ${namespace}, namespace: ${namespace} }`,
    'spec:',
    '  virtualHosts: [default/shop]',
    '  routes:',
    ...Object.entries(matches).map(
      ([name, match]) => `    - { match: ${match}, respond: { statusCode: 200, body: ${name} } }`,
    ),
    '',
  ].join('\n'),
});

const gateway = shared(() =>
  startGateway({
    documents: {
      ...virtualHost(
        'shop',
        `
        allowedRoutes:
          - { namespaces: [payments], prefix: /pay }
          - { namespaces: [search], prefix: / }
        routes:
          - match: { path: { prefix: /pay/admin } }
            respond: { statusCode: 200, body: own }
      `,
      ),
      ...route('payments', {
        pay: '{ path: { prefix: /pay } }',
        card: "{ path: { template: '/pay/cards/{id}' } }",
      }),
      ...route('search', {
        rest: '{ path: { prefix: / } }',
        find: '{ path: { regex: "/find/.*" } }',
        'rest-of-everybody': '{ path: { prefix: / }, headers: [{ name: x-all, present: true }] }',
        'any-case': '{ path: { prefix: /p, ignoreCase: true } }',
      }),
    },
  }),
);

describe('a request for', () => {
  test.each([
    ['/pay', 'pay'],
    ['/pay/', 'pay'],
    ['/pay/x', 'pay'],
    ['/pay?x=/find/', 'pay'],
    ['/pay/cards/7', 'card'],
    ['/pay/admin', 'own'],
    ['/pay/admin/x', 'own'],
    ['/pay/cards/../admin', 'own'],
    ['/find/pay', 'find'],
    ['/find/../pay/x', 'pay'],
    ['//pay/x', 'pay'],
    ['/pay//x', 'pay'],
    ['/./pay', 'pay'],
    ['/pay/../find/x', 'find'],
    ['/payments', 'rest'],
    ['/PAY', 'rest'],
    ['/p/x', 'any-case'],
    ['/', 'rest'],
  ])('%s is answered by %s', async (path, name) => {
    expect((await gateway().request({ host: 'shop.test', path })).body).toBe(name);
  });

  test.each([
    ['/pay/x', 'pay'],
    ['/pay/admin/x', 'own'],
    ['/find/x', 'find'],
    ['/other', 'rest-of-everybody'],
  ])('%s is answered by %s, whatever headers it has', async (path, name) => {
    expect((await gateway().request({ host: 'shop.test', path, headers: { 'x-all': '' } })).body).toBe(name);
  });

  test.each([
    ['/find%2f..%2fpay', '/pay'],
    ['/pay%2Fx', '/pay/x'],
    ['/pay%5cx', '/pay/x'],
  ])('%s, with slashes in disguise, is sent to %s', async (path, location) => {
    const { status, headers } = await gateway().request({ host: 'shop.test', path });
    expect([status, headers.get('location')]).toEqual([307, location]);
  });
});
