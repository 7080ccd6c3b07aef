import { describe, expect, test } from 'vitest';
import { document, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const ROUTE = 'respond: { statusCode: 200, body: passed }';

const gateway = shared(() =>
  startGateway({
    listeners: { http: 'protocol: HTTP', proxied: 'protocol: HTTP, proxyProtocol: required' },
    gateway: `
      accessLog: []
      filters: [{ type: ip-access, deny: [127.0.0.66, 192.0.2.66] }]
    `,
    documents: {
      ...document('Filter', 'seven', 'type: ip-access', 'allow: [127.0.0.7]'),
      ...virtualHost('plain', `routes: [{ ${ROUTE} }]`),
      ...virtualHost(
        'some',
        `
        filters: [{ type: ip-access, allow: [127.0.0.8/29, "2001:db8::/32", 203.0.113.0/24], deny: [127.0.0.10, 203.0.113.9] }]
        routes:
          - { ${ROUTE} }
          - { match: { path: { prefix: /open } }, disableFilters: [ip-access], ${ROUTE} }
          - { match: { path: { prefix: /own } }, filters: [{ type: ip-access, allow: [127.0.0.0/8] }], ${ROUTE} }
          - { match: { path: { prefix: /seven } }, filters: [{ type: reference, filter: seven }], ${ROUTE} }
      `,
      ),
      ...virtualHost(
        'peer',
        `
        filters: [{ type: ip-access, allow: [127.0.0.9], address: peer }]
        routes: [{ ${ROUTE} }]
      `,
      ),
    },
  }),
);

const from = async (host: string, localAddress: string, rest: GatewayRequest = {}): Promise<number> =>
  (await gateway().request({ host: `${host}.test`, localAddress, ...rest })).status;

/** Comes through a load balancer, which says where the client is. */
const proxied = (client: string): GatewayRequest => ({
  listener: 'proxied',
  preface: `PROXY ${client.includes(':') ? 'TCP6' : 'TCP4'} ${client} ${client.includes(':') ? '::1' : '127.0.0.1'} 5000 80\r\n`,
});

describe('a client', () => {
  test.each([
    ['some', '127.0.0.8', 200],
    ['some', '127.0.0.15', 200],
    ['some', '127.0.0.16', 403],
    ['some', '127.0.0.10', 403],
    ['plain', '127.0.0.10', 200],
    ['plain', '127.0.0.66', 403],
  ])('of %s at %s gets %d', async (host, address, status) => {
    expect(await from(host, address)).toBe(status);
  });

  test.each([
    ['203.0.113.7', 200],
    ['203.0.113.9', 403],
    ['198.51.100.1', 403],
    ['2001:db8::7', 200],
    ['2001:db9::7', 403],
  ])('behind a load balancer at %s gets %d', async (address, status) => {
    expect(await from('some', '127.0.0.1', proxied(address))).toBe(status);
  });

  test('is not whom x-forwarded-for says', async () => {
    expect(await from('some', '127.0.0.1', { headers: { 'x-forwarded-for': '203.0.113.7' } })).toBe(403);
  });
});

test('the peer’s address may count instead of the client’s', async () => {
  expect(await from('peer', '127.0.0.9', proxied('203.0.113.7'))).toBe(200);
  expect(await from('peer', '127.0.0.1', proxied('127.0.0.9'))).toBe(403);
});

describe('what is nearer counts', () => {
  test.each([
    ['/own', '127.0.0.66', 200],
    ['/own', '127.0.0.1', 200],
    ['/seven', '127.0.0.7', 200],
    ['/seven', '127.0.0.8', 403],
    ['/open', '127.0.0.1', 200],
  ])('%s from %s gets %d', async (path, address, status) => {
    expect(await from('some', address, { path })).toBe(status);
  });
});
