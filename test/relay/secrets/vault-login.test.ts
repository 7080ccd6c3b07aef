/** How a relay proves to a real OpenBao who it is, and for how long it is believed. */
import { writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { KUBERNETES_INSTALLATION_MS, startKubernetes, type Kubernetes } from '../../servers/kubernetes.ts';
import { enableAppRole, enableKubernetes } from '../../servers/openbao-engines.ts';
import { resolve, textOf } from './resolving.ts';
import { kv, useVault } from './vault.ts';

const PATIENCE = { timeout: 20_000 };

const { server, requests, file, open } = useVault();
const askedFor = (end: string): number => requests().filter((each) => each.endsWith(end)).length;

beforeAll(() => server().write('secret/a', { value: 'v' }));
afterEach(() => void vi.unstubAllEnvs());

describe('the relay logs in', () => {
  test('with a token in a variable', async () => {
    vi.stubEnv('ENROUTE_TEST_VAULT_TOKEN', await server().token());
    const opened = await open({ authentication: { tokenVariable: 'ENROUTE_TEST_VAULT_TOKEN' } });
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
  });

  test.each([
    ['no file', { tokenFile: '/nowhere/token' }, /cannot be read: ENOENT/],
    ['no variable', { tokenVariable: 'ENROUTE_TEST_NO_TOKEN' }, /variable "ENROUTE_TEST_NO_TOKEN" is not set/],
  ])('not with %s', async (_, authentication, message) => {
    const answer = await resolve(await open({ authentication }), kv('a'));
    expect(answer).toMatchObject({ isOfStore: true, message: expect.stringMatching(message) });
  });

  test('not with a token that the vault does not take, and tells nobody what that was', async () => {
    const answer = await resolve(
      await open({ authentication: { tokenFile: await file('wrong', 'hunter2') } }),
      kv('a'),
    );
    expect(answer).toMatchObject({ isOfStore: true, message: "the vault does not take the relay's token" });
  });

  test('not with a token of two lines, which is quoted nowhere', async () => {
    const authentication = { tokenFile: await file('odd', 'hunter2\nhunter3') };
    const answer = await resolve(await open({ authentication }), kv('a'));
    expect(answer).toMatchObject({ reason: 'unavailable' });
    expect(JSON.stringify(answer)).not.toContain('hunter');
  });
});

describe('a token', () => {
  test('is renewed before it ends, and outlives the time that it had at first', async () => {
    const authentication = { tokenFile: await file('short', await server().token({ seconds: 2 })) };
    const opened = await open({ authentication });
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
    await expect.poll(() => askedFor('renew-self'), PATIENCE).toBeGreaterThan(2);
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
  });

  test.each([
    ['is revoked', 3600, (token: string) => server().send('POST', 'auth/token/revoke', { token })],
    ['has come to its end', 2, () => undefined],
  ])('that %s is read anew', async (_, seconds, end) => {
    const token = await server().token({ seconds, longestSeconds: seconds });
    const path = await file('ending', token);
    const opened = await open({ authentication: { tokenFile: path } });
    const read = async () => textOf(await resolve(opened, kv('a')));
    expect(await read()).toBe('v');
    await end(token);
    await expect.poll(read, PATIENCE).toContain("does not take the relay's token");
    await writeFile(path, await server().token());
    expect(await read()).toBe('v');
  });
});

describe('with an AppRole', () => {
  let appRole: { readonly mount: string; readonly roleIdFile: string; readonly secretIdFile: string };

  beforeAll(async () => {
    const { roleId, secretId } = await enableAppRole(server(), { seconds: 2, longestSeconds: 3 });
    const [roleIdFile, secretIdFile] = [await file('role', roleId), await file('secret', `${secretId}\n`)];
    appRole = { mount: 'approle', roleIdFile, secretIdFile };
  });

  test('the relay logs in once for all that is asked at once', async () => {
    const opened = await open({ authentication: { appRole } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => resolve(opened, kv('a'))));
    expect(new Set(answers.map(textOf))).toEqual(new Set(['v']));
    expect(askedFor('auth/approle/login')).toBe(1);
  });

  test('it logs in again when its token has come to the end of its longest life, and misses nothing', async () => {
    const opened = await open({ authentication: { appRole } });
    const read = async () => {
      expect(textOf(await resolve(opened, kv('a')))).toBe('v');
      return askedFor('auth/approle/login');
    };
    await expect.poll(read, PATIENCE).toBeGreaterThan(1);
    expect(await read()).toBeGreaterThan(1);
  });

  test('not with what is wrong, which is told nobody', async () => {
    const secretIdFile = await file('wrong', 'hunter2');
    const answer = await resolve(await open({ authentication: { appRole: { ...appRole, secretIdFile } } }), kv('a'));
    expect(answer).toMatchObject({ isOfStore: true, message: expect.stringContaining('invalid role or secret ID') });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });
});

describe('with a service account of Kubernetes', () => {
  let cluster: Kubernetes;
  let tokenOf: Awaited<ReturnType<typeof enableKubernetes>>;

  beforeAll(async () => {
    cluster = await startKubernetes();
    tokenOf = await enableKubernetes(server(), cluster);
  }, KUBERNETES_INSTALLATION_MS);
  afterAll(() => cluster.remove());

  const readWith = async (jwt: string, role = 'enroute') => {
    const kubernetes = { role, mount: 'kubernetes', tokenFile: await file('jwt', jwt) };
    return resolve(await open({ authentication: { kubernetes } }), kv('a'));
  };

  test('the relay logs in, once the cluster has confirmed it', async () => {
    expect(textOf(await readWith(await tokenOf('relay')))).toBe('v');
    const orphan = await tokenOf('relay');
    await cluster.send('DELETE', '/api/v1/namespaces/default/serviceaccounts/relay');
    expect(textOf(await readWith(orphan))).toContain('the relay cannot log in');
    expect(textOf(await readWith(await tokenOf('relay')))).toBe('v');
  });

  test.each([
    ['another account', () => tokenOf('other'), 'enroute'],
    ['another role', () => tokenOf('relay'), 'admin'],
    ['what is no token', async () => 'hunter2', 'enroute'],
  ])('not with %s', async (_, token, role) => {
    const jwt = await token();
    const answer = await readWith(jwt, role);
    expect(answer).toMatchObject({ isOfStore: true, message: expect.stringContaining('the relay cannot log in') });
    expect(JSON.stringify(answer)).not.toContain(jwt);
  });
});
