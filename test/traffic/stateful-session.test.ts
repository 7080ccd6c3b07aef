/** Clients that come back to the endpoint that has answered them first. */
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { document, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering, sharesOf } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));

const SERVERS = [a, b, c];

/** An Upstream of all three, of which one may drain. */
const cart = (name: string, draining?: string, spec = ''): Documents =>
  document(
    'Upstream',
    name,
    'endpoints:',
    ...SERVERS.map((server) => {
      const status = server().name === draining ? ', status: draining' : '';
      return `- { address: 127.0.0.1, port: ${server().port}${status} }`;
    }),
    `loadBalancing: { policy: roundRobin, ${spec} }`,
  );

const documents = (draining?: string): Documents => ({
  ...cart('cart', draining),
  ...cart('patient', draining, 'drainingKeepsSessions: true'),
  ...virtualHost(
    'sessions',
    `
    filters:
      - type: stateful-session
        cookie: { name: endpoint, ttl: 1h, attributes: [{ name: SameSite, value: Strict }, { name: Secure }] }
    routes:
      - match: { path: { prefix: /cookie } }
        forward: { upstream: cart }
      - match: { path: { prefix: /patient } }
        forward: { upstream: patient }
      - match: { path: { prefix: /off } }
        disableFilters: [stateful-session]
        forward: { upstream: cart }
      - match: { path: { prefix: /header } }
        filters: [{ type: stateful-session, header: x-endpoint }]
        forward: { upstream: cart }
      - match: { path: { prefix: /envelope } }
        filters: [{ type: stateful-session, envelope: mcp-session-id }]
        forward: { upstream: cart }
      - match: { path: { prefix: /strict } }
        filters: [{ type: stateful-session, header: x-endpoint, strict: true }]
        forward: { upstream: cart }
      - match: { path: { prefix: /gone } }
        filters: [{ type: stateful-session, header: x-endpoint, strict: true, statusCode: 410 }]
        forward: { upstream: cart }
      - match: { path: { prefix: /below } }
        filters: [{ type: stateful-session, cookie: { name: below, path: /below/here } }]
        forward: { upstream: cart }
    `,
  ),
});

const gateway = shared(() => startGateway({ documents: documents() }));

const send = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  gateway().request({ host: 'sessions.test', path, headers });
const all = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  answering(gateway(), 15, () => ({ host: 'sessions.test', path, headers }));

/** Begins a session: who answered, and the cookie to send back. */
async function begin(path: string): Promise<{ readonly name: string; readonly cookie: string; readonly set: string }> {
  const { headers } = await send(path);
  const set = headers.get('set-cookie') ?? '';
  return { name: headers.get('x-upstream') ?? '', cookie: set.split(';', 1)[0] ?? '', set };
}

describe('by a cookie', () => {
  test('a client stays where it began, and others do not', async () => {
    const { name, cookie, set } = await begin('/cookie');
    expect(set).toMatch(/^endpoint="[^"]+"; Max-Age=3600; Path=\/; SameSite=Strict; Secure; HttpOnly$/);
    expect(await all('/cookie', { cookie })).toEqual([name]);
    expect(await all('/cookie')).toEqual(['a', 'b', 'c']);
  });

  test('a route without the filter sends a client anywhere, and sets none', async () => {
    const { cookie } = await begin('/cookie');
    expect(await all('/off', { cookie })).toEqual(['a', 'b', 'c']);
    expect((await send('/off')).headers.get('set-cookie')).toBeNull();
  });

  test('only paths below that of the cookie count', async () => {
    const { name, cookie, set } = await begin('/below/here');
    expect(set).toMatch(/^below="[^"]+"; Path=\/below\/here; HttpOnly$/);
    expect(await all('/below/here/x', { cookie })).toEqual([name]);
    expect(await all('/below/there', { cookie })).toEqual(['a', 'b', 'c']);
  });
});

describe('by a header', () => {
  test('a client stays where it began', async () => {
    const { headers } = await send('/header');
    const endpoint = headers.get('x-endpoint') ?? '';
    expect(await all('/header', { 'x-endpoint': endpoint })).toEqual([headers.get('x-upstream')]);
  });

  test('a client of an endpoint that is gone gets another, or none', async () => {
    const gone = { 'x-endpoint': Buffer.from('127.0.0.1:1').toString('base64') };
    expect(await all('/header', gone)).toEqual(['a', 'b', 'c']);
    expect(await all('/strict', gone)).toEqual(['503']);
    expect(await all('/gone', gone)).toEqual(['410']);
    expect(await all('/gone')).toEqual(['a', 'b', 'c']);
  });
});

test('in an envelope the upstream gets its own session back', async () => {
  for (const server of SERVERS) server().script('/envelope', [{ headers: { 'mcp-session-id': 'its-own' } }]);
  const { headers } = await send('/envelope');
  const name = headers.get('x-upstream') ?? '';
  const session = headers.get('mcp-session-id') ?? '';
  expect(session).not.toBe('its-own');
  const shares = await sharesOf(gateway(), 10, () => ({
    host: 'sessions.test',
    path: '/envelope/more',
    headers: { 'mcp-session-id': session },
  }));
  expect([...shares.keys()]).toEqual([name]);
  const seen = SERVERS.flatMap((server) => server().requests).filter(({ path }) => path === '/envelope/more');
  expect(new Set(seen.map((request) => request.headers['mcp-session-id']))).toEqual(new Set(['its-own']));
});

test('an endpoint that drains keeps its sessions if the upstream says so, and gets no others', async () => {
  const { name, cookie } = await begin('/patient');
  await gateway().apply({ documents: documents(name) });
  const others = SERVERS.map((server) => server().name).filter((other) => other !== name);
  expect(await all('/patient', { cookie })).toEqual([name]);
  expect(await all('/patient')).toEqual(others);
  expect(await all('/cookie', { cookie })).not.toContain(name);
});
