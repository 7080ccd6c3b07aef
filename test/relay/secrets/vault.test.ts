/** Secrets from a server that speaks as Vault and OpenBao do. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkMaterial } from '../../../relay/secrets/check.ts';
import type { SecretProvider } from '../../../relay/secrets/provider.ts';
import { vaultProvider, type VaultProviderOptions } from '../../../relay/secrets/providers/vault.ts';
import { makeAuthority, type CertificateAuthority } from '../../servers/certificates.ts';
import { makeFolder, type Folder } from '../../servers/folder.ts';
import { APP_ROLE, KUBERNETES_JWT, startVault, type Vault } from '../../servers/vault-contract.ts';
import { referenceTo, resolve, textOf } from './resolving.ts';

const kv = (path: string, rest: object = {}) =>
  referenceTo({ type: 'vault', engine: 'kv', mount: 'secret', engineVersion: 2, path, ...rest });

let authority: CertificateAuthority;
let vault: Vault;
let folder: Folder;
let provider: SecretProvider | undefined;

beforeAll(async () => {
  authority = await makeAuthority();
});
beforeEach(async () => {
  vault = await startVault({ tokenSeconds: 3600 });
  folder = await makeFolder();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  provider?.close?.();
  await vault.stop();
  await folder.remove();
});

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
};
const open = async (options: Partial<VaultProviderOptions> = {}): Promise<SecretProvider> => {
  const authentication = options.authentication ?? { tokenFile: await file('token', `${vault.token()}\n`) };
  provider = vaultProvider({ address: vault.address, paths: ['*'], ...options, authentication });
  return provider;
};

describe('a KV engine', () => {
  test('of version 2 gives the newest version, or the one that is asked for', async () => {
    vault.write('secret/shop/token', { value: 'old' });
    vault.write('secret/shop/token', { value: 'new', other: 'field' });
    const opened = await open();
    expect(textOf(await resolve(opened, kv('shop/token')))).toBe('new');
    expect(textOf(await resolve(opened, kv('shop/token', { version: 1 })))).toBe('old');
    expect(textOf(await resolve(opened, kv('shop/token', { value: 'other' })))).toBe('field');
  });

  test('of version 1 gives the only one, whatever lease it claims', async () => {
    vault.write('kv1/shop', { value: 'v' });
    const answer = await resolve(await open(), kv('shop', { mount: 'kv1', engineVersion: 1 }));
    expect(textOf(answer)).toBe('v');
    expect(answer).toMatchObject({ refreshMs: 60_000 });
  });

  test('gives the parts of a certificate', async () => {
    const { certificate, privateKey } = await authority.issue({ commonName: 'shop' });
    vault.write('secret/tls', { certificate, privateKey });
    const reference = { ...kv('tls', { certificateChain: 'certificate' }), type: 'tls-certificate' as const };
    expect(textOf(await resolve(await open(), reference))).toBe(certificate + privateKey);
  });

  test('of another namespace is asked where the operator allows it', async () => {
    vault.write('secret/a', { value: 'mine' }, 'edge');
    vault.write('secret/a', { value: 'theirs' }, 'team-a');
    const opened = await open({ namespace: 'edge', namespaces: ['team-*'] });
    expect(textOf(await resolve(opened, kv('a')))).toBe('mine');
    expect(textOf(await resolve(opened, kv('a', { namespace: 'team-a' })))).toBe('theirs');
    expect(await resolve(opened, kv('a', { namespace: 'root' }))).toMatchObject({ reason: 'misconfigured' });
  });

  test.each([
    ['nowhere', {}, 'not-found', 'the vault has nothing at "secret/data/nowhere"'],
    ['here', { version: 7 }, 'not-found', 'the vault has nothing at "secret/data/here"'],
    ['here', { value: 'none' }, 'not-found', 'it has no field "none"'],
    ['here', { value: '__proto__' }, 'not-found', 'it has no field "__proto__"'],
    ['here', { value: 'number' }, 'invalid', 'its field "number" is not a text'],
    ['forbidden', {}, 'unavailable', 'the vault does not allow the relay "secret/data/forbidden"'],
  ])('says what is wrong with %s %o', async (path, rest, reason, message) => {
    vault.write('secret/here', { value: 'v', number: 7 });
    expect(await resolve(await open(), kv(path, rest))).toMatchObject({ status: 'failed', reason, message });
  });

  test.each(['shop/a', 'shop/../other/a', 'other/a', 'shop', './a', '', 'shop//a', '/shop/a'])(
    'is asked for nothing but what the operator allows: %j',
    async (path) => {
      vault.write('secret/shop/a', { value: 'v' });
      const answer = await resolve(await open({ paths: ['secret/{namespace}/*'] }), kv(path));
      if (path === 'shop/a') expect(textOf(answer)).toBe('v');
      else expect(answer).toMatchObject({ reason: 'misconfigured' });
    },
  );
});

describe('a PKI engine', () => {
  const pki = (rest: object = {}) =>
    referenceTo(
      { type: 'vault', engine: 'pki', mount: 'pki', role: 'shop', commonName: 'shop.test', ...rest },
      'tls-certificate',
    );

  test('issues a certificate for the relay, which is renewed when a third of its time is left', async () => {
    const rest = { alternativeNames: ['www.shop.test'], ipAddresses: ['10.0.0.7'], lifetimeSeconds: 3600 };
    const answer = await resolve(await open(), pki(rest));
    if (answer.status === 'failed' || answer.material.type !== 'tls-certificate') throw new Error(textOf(answer));
    expect(checkMaterial(answer.material)).toMatchObject({ status: 'usable' });
    // The root stays away.
    expect(answer.material.certificateChain.match(/BEGIN/g)).toHaveLength(2);
    expect(answer.refreshMs).toBeGreaterThan(3_550_000 * (2 / 3));
    expect(answer.refreshMs).toBeLessThanOrEqual(3_600_000 * (2 / 3));
  });

  test('gives another each time', async () => {
    const opened = await open();
    const [one, two] = [await resolve(opened, pki()), await resolve(opened, pki())];
    expect(textOf(one)).not.toBe(textOf(two));
  });

  test('says what the role does not allow', async () => {
    const message =
      'the vault refuses what is asked of "pki/issue/shop": common name other.test not allowed by this role';
    const answer = await resolve(await open(), pki({ commonName: 'other.test' }));
    expect(answer).toEqual({ status: 'failed', reason: 'misconfigured', message });
  });

  test('is asked for no other role than the operator allows', async () => {
    const answer = await resolve(await open({ paths: ['pki/issue/{namespace}'] }), pki({ role: 'admin' }));
    expect(answer).toMatchObject({ reason: 'misconfigured' });
    expect(vault.requests).toEqual([]);
  });
});

describe('the relay logs in', () => {
  beforeEach(() => vault.write('secret/a', { value: 'v' }));

  test('with a token in a variable', async () => {
    vi.stubEnv('ENROUTE_TEST_VAULT_TOKEN', vault.token());
    const opened = await open({ authentication: { tokenVariable: 'ENROUTE_TEST_VAULT_TOKEN' } });
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
  });

  test('with its service account', async () => {
    const tokenFile = await file('jwt', KUBERNETES_JWT);
    const kubernetes = { role: 'enroute', mount: 'kubernetes', tokenFile };
    expect(textOf(await resolve(await open({ authentication: { kubernetes } }), kv('a')))).toBe('v');
  });

  test('with an AppRole, once for all that is asked at once', async () => {
    const roleIdFile = await file('role', APP_ROLE.roleId);
    const secretIdFile = await file('secret', `${APP_ROLE.secretId}\n`);
    const opened = await open({ authentication: { appRole: { mount: 'approle', roleIdFile, secretIdFile } } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => resolve(opened, kv('a'))));
    expect(new Set(answers.map(textOf))).toEqual(new Set(['v']));
    expect(vault.requests.filter((each) => each === 'POST auth/approle/login')).toHaveLength(1);
  });

  test.each([
    ['no file', { tokenFile: '/nowhere/token' }, /cannot be read: ENOENT/],
    ['no variable', { tokenVariable: 'ENROUTE_TEST_NO_TOKEN' }, /variable "ENROUTE_TEST_NO_TOKEN" is not set/],
  ])('not with %s', async (_, authentication, message) => {
    const answer = await resolve(await open({ authentication }), kv('a'));
    expect(answer).toMatchObject({ isOfStore: true, message: expect.stringMatching(message) });
  });

  test('not with what the vault does not take, and tells nobody what that was', async () => {
    const wrong = await file('wrong', 'hvs.hunter2');
    const kubernetes = { role: 'enroute', mount: 'kubernetes', tokenFile: wrong };
    const appRole = { mount: 'approle', roleIdFile: wrong, secretIdFile: wrong };
    for (const authentication of [{ tokenFile: wrong }, { kubernetes }, { appRole }]) {
      const answer = await resolve(await open({ authentication }), kv('a'));
      expect(answer).toMatchObject({ reason: 'unavailable', isOfStore: true });
      expect(JSON.stringify(answer)).not.toContain('hunter2');
      provider?.close?.();
    }
  });

  test('not with a token of two lines, which is quoted nowhere', async () => {
    const answer = await resolve(
      await open({ authentication: { tokenFile: await file('odd', 'hunter2\nhunter3') } }),
      kv('a'),
    );
    expect(answer).toMatchObject({ reason: 'unavailable' });
    expect(JSON.stringify(answer)).not.toContain('hunter');
  });

  test('again when its token is revoked', async () => {
    const path = await file('token', vault.token());
    const opened = await open({ authentication: { tokenFile: path } });
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
    vault.revokeTokens();
    await writeFile(path, vault.token());
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
  });

  test('and renews its token before it ends', async () => {
    const opened = await open({ authentication: { tokenFile: await file('short', vault.token(3)) } });
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
    await expect
      .poll(() => vault.requests.filter((each) => each.endsWith('renew-self')).length, { timeout: 10_000 })
      .toBeGreaterThan(0);
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
  });
});

describe('a vault', () => {
  test('that is sealed, away, or no vault is a failure of the store', async () => {
    const opened = await open();
    vault.seal();
    expect(await resolve(opened, kv('a'))).toMatchObject({
      isOfStore: true,
      message: expect.stringContaining('sealed'),
    });
    const nowhere = await open({ address: 'http://127.0.0.1:1', authentication: { tokenFile: await file('t', 't') } });
    expect(await resolve(nowhere, kv('a'))).toMatchObject({
      isOfStore: true,
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('is believed only if the right authority vouches for it', async () => {
    const secure = await startVault({
      certificate: await authority.issue({ commonName: 'vault', names: ['127.0.0.1'] }),
    });
    try {
      secure.write('secret/a', { value: 'v' });
      const authentication = { tokenFile: await file('token', secure.token()) };
      const ask = async (certificateAuthority?: string) => {
        const { address } = secure;
        const opened = await open({
          address,
          authentication,
          ...(certificateAuthority !== undefined && { certificateAuthority }),
        });
        const answer = await resolve(opened, kv('a'));
        opened.close?.();
        return answer;
      };
      expect(textOf(await ask(await file('ca.crt', authority.certificate)))).toBe('v');
      const other = await file('other.crt', (await makeAuthority('other')).certificate);
      expect(await ask(other)).toMatchObject({ isOfStore: true });
      expect(await ask()).toMatchObject({ isOfStore: true });
    } finally {
      await secure.stop();
    }
  });
});
