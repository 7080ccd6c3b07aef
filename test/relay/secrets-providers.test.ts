import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import type { SecretProvider } from '../../relay/secrets/provider.ts';
import { environmentProvider } from '../../relay/secrets/providers/environment.ts';
import { fileProvider } from '../../relay/secrets/providers/file.ts';

const resolve = (provider: SecretProvider, type: SecretReference['type'], settings: Record<string, unknown>) =>
  provider.resolve(
    { name: 'default/s', type, provider: { type: provider.type, ...settings } },
    AbortSignal.timeout(5_000),
  );

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the file provider', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'enroute-secrets-'));
    await writeFile(join(folder, 'shop.crt'), 'chain');
    await writeFile(join(folder, 'shop.key'), 'key');
    await writeFile(join(folder, 'token'), 'value');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('reads a certificate and its key', async () => {
    const settings = { certificateChain: join(folder, 'shop.crt'), privateKey: 'shop.key' };
    const resolution = await resolve(fileProvider({ folders: [folder] }), 'tls-certificate', settings);
    if (resolution.status !== 'resolved' || resolution.material.type !== 'tls-certificate')
      throw new Error('no certificate');
    expect(resolution.material.certificateChain).toBe('chain');
    expect(resolution.material.privateKey.expose()).toBe('key');
  });

  test('reads authorities and generic values', async () => {
    const provider = fileProvider({ folders: [folder] });
    const authorities = await resolve(provider, 'certificate-authority', { value: 'shop.crt' });
    expect(authorities).toMatchObject({ material: { type: 'certificate-authority', certificates: 'chain' } });
    const generic = await resolve(provider, 'generic', { value: 'token' });
    if (generic.status !== 'resolved' || generic.material.type !== 'generic') throw new Error('no generic value');
    expect(text(generic.material.value.expose())).toBe('value');
  });

  test('follows the links that Kubernetes mounts secrets by', async () => {
    await symlink('token', join(folder, 'linked'));
    expect(await resolve(fileProvider({ folders: [folder] }), 'generic', { value: 'linked' })).toMatchObject({
      status: 'resolved',
    });
  });

  test.each(['/etc/hostname', '../outside', 'a/../../outside', '.', ''])(
    'reads nothing outside its folders: %j',
    async (value) => {
      const resolution = await resolve(fileProvider({ folders: [folder] }), 'generic', { value });
      expect(resolution).toMatchObject({ status: 'failed', reason: 'misconfigured' });
    },
  );

  test('reads nothing from a folder whose name begins like its own', async () => {
    const resolution = await resolve(fileProvider({ folders: [folder] }), 'generic', {
      value: `${folder}-other/token`,
    });
    expect(resolution).toMatchObject({ status: 'failed', reason: 'misconfigured' });
  });

  test('reads nothing without a folder', async () => {
    const resolution = await resolve(fileProvider(), 'generic', { value: join(folder, 'token') });
    expect(resolution).toMatchObject({ status: 'failed', reason: 'misconfigured' });
  });

  test('says which file is missing', async () => {
    const resolution = await resolve(fileProvider({ folders: [folder] }), 'generic', { value: 'nowhere' });
    expect(resolution).toEqual({ status: 'failed', reason: 'not-found', message: 'file "nowhere" does not exist' });
  });

  test('says which setting is missing', async () => {
    const resolution = await resolve(fileProvider({ folders: [folder] }), 'tls-certificate', {
      certificateChain: 'shop.crt',
    });
    expect(resolution).toMatchObject({ reason: 'misconfigured', message: expect.stringContaining('"privateKey"') });
  });

  test('a folder in place of a file is no value', async () => {
    expect(await resolve(fileProvider({ folders: [join(folder, '..')] }), 'generic', { value: folder })).toMatchObject({
      status: 'failed',
      reason: 'unavailable',
    });
  });
});

describe('the environment provider', () => {
  const variables = { ENROUTE_SECRET_OIDC: 'value', AWS_SECRET_ACCESS_KEY: 'mine' };

  test('reads a variable', async () => {
    const resolution = await resolve(environmentProvider({ variables }), 'generic', { value: 'ENROUTE_SECRET_OIDC' });
    if (resolution.status !== 'resolved' || resolution.material.type !== 'generic') throw new Error('no generic value');
    expect(text(resolution.material.value.expose())).toBe('value');
  });

  test('reads no variable that documents may not name', async () => {
    const resolution = await resolve(environmentProvider({ variables }), 'generic', { value: 'AWS_SECRET_ACCESS_KEY' });
    expect(resolution).toMatchObject({ status: 'failed', reason: 'misconfigured' });
  });

  test.each(['ENROUTE_SECRET_NONE', 'ENROUTE_SECRET_'])('says which variable is missing: %s', async (value) => {
    expect(await resolve(environmentProvider({ variables }), 'generic', { value })).toMatchObject({
      reason: 'not-found',
    });
  });

  test.each(['__proto__', 'toString'])('takes %s for a name like any other', async (value) => {
    const provider = environmentProvider({ variables, prefix: '' });
    expect(await resolve(provider, 'generic', { value })).toMatchObject({ reason: 'not-found' });
    expect(await resolve(provider, 'generic', JSON.parse(`{"value": "${value}"}`))).toMatchObject({ status: 'failed' });
  });
});
