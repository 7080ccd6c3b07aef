import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeFolder } from '../../servers/folder.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

/** A line as `htpasswd -s` writes it. */
const user = (name: string, password: string): string =>
  `${name}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`;

/** Envoy inherits the variable. */
beforeAll(() => void vi.stubEnv('ENROUTE_TEST_ADMINS', user('root', 'root-secret')));
afterAll(() => void vi.unstubAllEnvs());

const echo = shared(() => startUpstream());
const users = shared(async () => {
  const folder = await makeFolder();
  const path = join(folder.path, 'users.htpasswd');
  await writeFile(path, user('alice', 'alice-secret') + user('bob', 'bob:secret'));
  return { path, stop: folder.remove };
});

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost(
        'open',
        `
        filters: [{ type: basic-auth, users: { file: '${users().path}' }, usernameHeader: x-user }]
        routes:
          - forward: { upstream: echo }
          - { match: { path: { prefix: /public } }, disableFilters: [basic-auth], forward: { upstream: echo } }
          - match: { path: { prefix: /admin } }
            filters: [{ type: basic-auth, users: { environment: ENROUTE_TEST_ADMINS }, realm: admin }]
            forward: { upstream: echo }
          - match: { path: { prefix: /other-header } }
            filters: [{ type: basic-auth, users: { file: '${users().path}' }, credentialsHeader: X-Login }]
            forward: { upstream: echo }
      `,
      ),
      ...virtualHost('neighbour', 'routes: [{ forward: { upstream: echo } }]'),
    },
  }),
);

const basic = (name: string, password: string): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

const send = (path: string, headers: GatewayRequest['headers'] = {}) =>
  gateway().request({ host: 'open.test', path, headers });

describe('basic authentication', () => {
  test.each([
    ['alice', 'alice-secret', 200],
    ['bob', 'bob:secret', 200],
    ['alice', 'bob:secret', 401],
    ['alice', '', 401],
    ['eve', 'alice-secret', 401],
    ['root', 'root-secret', 401],
  ])('of %s with %j gives %d', async (name, password, status) => {
    expect((await send('/', { authorization: basic(name, password) })).status).toBe(status);
  });

  test('asks whoever has no password for one', async () => {
    const { status, headers } = await send('/');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="http://open.test/"']);
  });

  test('takes nothing else for a password', async () => {
    for (const value of ['Bearer abc', 'Basic', 'Basic !!!', 'alice:alice-secret'])
      expect((await send('/', { authorization: value })).status).toBe(401);
  });

  test('tells the upstream who it is, whatever the client says', async () => {
    const headers = { authorization: basic('alice', 'alice-secret'), 'x-user': 'root' };
    expect((await gateway().echo({ host: 'open.test', headers })).headers['x-user']).toBe('alice');
  });

  test('may read another header', async () => {
    const value = basic('alice', 'alice-secret');
    expect((await send('/other-header', { 'x-login': value })).status).toBe(200);
    expect((await send('/other-header', { authorization: value })).status).toBe(401);
  });

  test('has other users on a route that says so', async () => {
    expect((await send('/admin', { authorization: basic('root', 'root-secret') })).status).toBe(200);
    const { status, headers } = await send('/admin', { authorization: basic('alice', 'alice-secret') });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="admin"']);
  });

  test('does not apply where it is disabled, nor to other hosts', async () => {
    expect((await send('/public')).status).toBe(200);
    expect((await gateway().request({ host: 'neighbour.test' })).status).toBe(200);
  });
});

describe('basic authentication by users of a Secret', () => {
  const known = shared(() =>
    startGateway({
      secrets: {
        'users.htpasswd': `# Users\n${user('alice', 'alice-secret')}`,
        'admins.htpasswd': user('root', 'root-secret'),
      },
      documents: {
        ...upstream('echo', echo().port),
        ...document('Secret', 'users', 'type: basic-auth-users\nfile: { value: users.htpasswd }'),
        ...document('Secret', 'admins', 'type: basic-auth-users\nfile: { value: admins.htpasswd }'),
        ...document('Secret', 'nobody', 'type: basic-auth-users\nfile: { value: nowhere }'),
        ...virtualHost(
          'closed',
          `
          filters: [{ type: basic-auth, users: { secret: users } }]
          routes:
            - forward: { upstream: echo }
            - { match: { path: { prefix: /public } }, disableFilters: [basic-auth], forward: { upstream: echo } }
            - match: { path: { prefix: /admin } }
              filters: [{ type: basic-auth, users: { secret: admins }, realm: admin, credentialsHeader: x-login, usernameHeader: x-user }]
              forward: { upstream: echo }
            - match: { path: { prefix: /file } }
              filters: [{ type: basic-auth, users: { file: '${users().path}' } }]
              forward: { upstream: echo }
            - match: { path: { prefix: /nobody } }
              filters: [{ type: basic-auth, users: { secret: nobody } }]
              forward: { upstream: echo }
        `,
        ),
        ...virtualHost('neighbour', 'routes: [{ forward: { upstream: echo } }]'),
      },
    }),
  );
  const ask = (path: string, headers: GatewayRequest['headers'] = {}, host = 'closed.test') =>
    known().request({ host, path, headers });
  const alice = basic('alice', 'alice-secret');
  const root = basic('root', 'root-secret');

  test.each([
    ['/', { authorization: alice }, 200],
    ['/', { authorization: basic('alice', 'wrong') }, 401],
    ['/', { authorization: root }, 401],
    ['/', {}, 401],
    ['/public', {}, 200],
    ['/admin', { 'x-login': root }, 200],
    ['/admin', { 'x-login': alice }, 401],
    ['/admin', { authorization: root }, 401],
    ['/file', { authorization: basic('bob', 'bob:secret') }, 200],
    ['/file', { authorization: root }, 401],
    ['/nobody', { authorization: alice }, 401],
  ])('for %s, with %o, gives %d', async (path, headers: GatewayRequest['headers'], status) => {
    expect((await ask(path, headers)).status).toBe(status);
  });

  test('has a realm and tells the upstream who it is', async () => {
    expect((await ask('/admin')).headers.get('www-authenticate')).toBe('Basic realm="admin"');
    const seen = await known().echo({
      host: 'closed.test',
      path: '/admin',
      headers: { 'x-login': root, 'x-user': 'eve' },
    });
    expect(seen.headers['x-user']).toBe('root');
  });

  test('does not apply to other hosts', async () => expect((await ask('/', {}, 'neighbour.test')).status).toBe(200));

  test('follows the Secret while it can be used', async () => {
    const statusOf = async (authorization: string) => (await ask('/', { authorization })).status;
    await known().writeSecret('users.htpasswd', user('carol', 'carol-secret'));
    await expect.poll(() => statusOf(basic('carol', 'carol-secret')), { timeout: 10_000 }).toBe(200);
    expect(await statusOf(alice)).toBe(401);
    await known().writeSecret('users.htpasswd', 'alice:$apr1$plain');
    const states = () =>
      known()
        .relay.current()
        .status()
        .secrets.map(({ name, state }) => `${name} ${state}`);
    await expect.poll(states, { timeout: 10_000 }).toContain('default/users stale');
    expect(await statusOf(basic('carol', 'carol-secret'))).toBe(200);
  });
});
