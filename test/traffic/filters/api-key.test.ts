import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const keys = (name: string) => document('Secret', name, `type: api-keys\nfile: { value: ${name} }`);

const gateway = shared(() =>
  startGateway({
    secrets: { partners: '# Partners\npartner:first-key\nother:second-key\n\n', staff: 'boss:staff-key' },
    documents: {
      ...upstream('echo', echo().port),
      ...keys('partners'),
      ...keys('staff'),
      ...keys('nowhere'),
      ...virtualHost(
        'keys',
        `
        filters: [{ type: api-key, keys: partners, clientHeader: x-client }]
        routes:
          - forward: { upstream: echo }
          - { match: { path: { prefix: /public } }, disableFilters: [api-key], forward: { upstream: echo } }
          - match: { path: { prefix: /one } }
            filters: [{ type: api-key, keys: partners, allowedClients: [other] }]
            forward: { upstream: echo }
          - match: { path: { prefix: /staff } }
            filters: [{ type: api-key, keys: staff, from: [{ header: authorization }, { queryParameter: key }, { cookie: key }], forwardKey: true }]
            forward: { upstream: echo }
          - match: { path: { prefix: /nobody } }
            filters: [{ type: api-key, keys: nowhere }]
            forward: { upstream: echo }
      `,
      ),
      ...virtualHost('neighbour', 'routes: [{ forward: { upstream: echo } }]'),
    },
  }),
);

const statusOf = async (path: string, headers: GatewayRequest['headers'] = {}, host = 'keys.test') =>
  (await gateway().request({ host, path, headers })).status;

const key = (value: string) => ({ 'x-api-key': value });

describe('an API key', () => {
  test.each([
    ['/', key('first-key'), 200],
    ['/', key('second-key'), 200],
    ['/', key('third-key'), 401],
    ['/', key('staff-key'), 401],
    ['/', key('partner:first-key'), 401],
    ['/', {}, 401],
    ['/?x-api-key=first-key', {}, 401],
    ['/one', key('first-key'), 403],
    ['/one', key('second-key'), 200],
    ['/staff', key('staff-key'), 401],
    ['/staff', { authorization: 'Bearer staff-key' }, 200],
    ['/staff', { authorization: 'Bearer first-key' }, 401],
    ['/staff?key=staff-key', {}, 200],
    ['/staff', { cookie: 'a=b; key=staff-key' }, 200],
    ['/public', {}, 200],
  ])('for %s, sent as %o, gives %d', async (path, headers, status) => {
    expect(await statusOf(path, headers)).toBe(status);
  });

  test('tells the upstream who it is, and is not passed on', async () => {
    const headers = { ...key('first-key'), 'x-client': 'boss' };
    const seen = await gateway().echo({ host: 'keys.test', path: '/', headers });
    expect(seen.headers['x-client']).toBe('partner');
    expect(seen.headers).not.toHaveProperty('x-api-key');
  });

  test('is passed on where that is wanted', async () => {
    const seen = await gateway().echo({ host: 'keys.test', path: '/staff?key=staff-key' });
    expect(seen.path).toBe('/staff?key=staff-key');
  });

  test('is not needed at other hosts', async () => expect(await statusOf('/', {}, 'neighbour.test')).toBe(200));

  test('lets nobody pass while the relay has none', async () => {
    expect(await statusOf('/nobody', key('first-key'))).toBe(401);
  });

  test('may change while Envoy runs', async () => {
    await gateway().writeSecret('staff', 'boss:new-key');
    const PATIENCE = { timeout: 10_000 };
    await expect.poll(() => statusOf('/staff?key=new-key'), PATIENCE).toBe(200);
    expect(await statusOf('/staff?key=staff-key')).toBe(401);
  });

  test('that is broken does not replace those that work', async () => {
    await gateway().writeSecret('partners', 'partner first-key');
    const states = () =>
      gateway()
        .relay.current()
        .status()
        .secrets.map(({ name, state }) => `${name} ${state}`);
    await expect.poll(states, { timeout: 10_000 }).toContain('default/partners stale');
    expect(await statusOf('/', key('first-key'))).toBe(200);
  });
});
