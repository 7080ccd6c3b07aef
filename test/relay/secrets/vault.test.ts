/** Secrets from a real OpenBao. */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkMaterial } from '../../../relay/secrets/check.ts';
import { createSecrets } from '../../../relay/secrets/secrets.ts';
import { makeAuthority } from '../../servers/certificates.ts';
import { enablePki, makeNamespace } from '../../servers/openbao-engines.ts';
import { referenceTo, resolve, textOf } from './resolving.ts';
import { kv, kv1, useVault } from './vault.ts';

const { server, requests, file, open } = useVault();

beforeAll(async () => {
  await enablePki(server());
  await makeNamespace(server(), 'edge', ['team-a', 'team-b']);
  await server().write('secret/a', { value: 'v' });
});

describe('a KV engine', () => {
  test('of version 2 gives the newest version, or the one that is asked for', async () => {
    await server().write('secret/shop/token', { value: 'old' });
    await server().write('secret/shop/token', { value: 'new', other: 'field' });
    const opened = await open();
    expect(textOf(await resolve(opened, kv('shop/token')))).toBe('new');
    expect(textOf(await resolve(opened, kv('shop/token', { version: 1 })))).toBe('old');
    expect(textOf(await resolve(opened, kv('shop/token', { value: 'other' })))).toBe('field');
  });

  test('of version 1 gives the only one, and is asked again when its lease ends', async () => {
    await server().write('kv1/shop', { value: 'v' });
    await server().write('kv1/leased', { value: 'v', ttl: '5s' });
    const opened = await open();
    const [answer, leased] = [await resolve(opened, kv1('shop')), await resolve(opened, kv1('leased'))];
    expect([textOf(answer), textOf(leased)]).toEqual(['v', 'v']);
    expect([answer, leased]).toMatchObject([{ refreshMs: 60_000 }, { refreshMs: 5_000 }]);
  });

  test('is followed by its leases', async () => {
    await server().write('kv1/followed', { value: 'first', ttl: '1s' });
    const reference = kv1('followed');
    const silent = { report: () => undefined, changed: () => undefined };
    const secrets = createSecrets({ providers: [await open()], ...silent });
    onTestFinished(secrets.close);
    await secrets.require('default/edge', [reference]);
    const version = () => secrets.resources([reference])[0]?.version;
    const first = version();
    expect(first).toBeDefined();
    await server().write('kv1/followed', { value: 'second', ttl: '1s' });
    await expect.poll(version, { timeout: 20_000 }).not.toBe(first);
  });

  test('gives the parts of a certificate', async () => {
    const { certificate, privateKey } = await (await makeAuthority()).issue({ commonName: 'shop' });
    await server().write('secret/tls', { certificate, privateKey });
    const reference = { ...kv('tls', { certificateChain: 'certificate' }), type: 'tls-certificate' as const };
    expect(textOf(await resolve(await open(), reference))).toBe(certificate + privateKey);
  });

  test('of another namespace is asked where the operator allows it', async () => {
    for (const namespace of ['edge', 'edge/team-a', 'edge/team-b'])
      await server().write('secret/a', { value: `of ${namespace}` }, namespace);
    const authentication = { tokenFile: await file('edge', await server().token({ namespace: 'edge' })) };
    const opened = await open({ namespace: 'edge', namespaces: ['edge/team-a', 'team-a'], authentication });
    expect(textOf(await resolve(opened, kv('a')))).toBe('of edge');
    expect(textOf(await resolve(opened, kv('a', { namespace: 'edge/team-a' })))).toBe('of edge/team-a');
    expect(await resolve(opened, kv('a', { namespace: 'edge/team-b' }))).toMatchObject({ reason: 'misconfigured' });
    // Each is named in full, and not from where the relay has logged in.
    expect(await resolve(opened, kv('a', { namespace: 'team-a' }))).toMatchObject({ reason: 'not-found' });
  });

  test.each([
    ['nowhere', {}, 'not-found', 'the vault has nothing at "secret/data/nowhere"'],
    ['here', { version: 7 }, 'not-found', 'the vault has nothing at "secret/data/here"'],
    ['here', { value: 'none' }, 'not-found', 'it has no field "none"'],
    ['here', { value: '__proto__' }, 'not-found', 'it has no field "__proto__"'],
    ['here', { value: 'number' }, 'invalid', 'its field "number" is not a text'],
    ['nowhere', { mount: 'none' }, 'unavailable', 'the vault does not allow the relay "none/data/nowhere"'],
    ['forbidden', {}, 'unavailable', 'the vault does not allow the relay "secret/data/forbidden"'],
  ])('says what is wrong with %s %o', async (path, rest, reason, message) => {
    await server().write('secret/here', { value: 'v', number: 7 });
    await server().write('secret/forbidden', { value: 'v' });
    expect(await resolve(await open(), kv(path, rest))).toMatchObject({ status: 'failed', reason, message });
  });

  test('has nothing where the newest version is deleted', async () => {
    await server().write('secret/deleted', { value: 'v' });
    await server().send('DELETE', 'secret/data/deleted');
    const opened = await open();
    expect(await resolve(opened, kv('deleted'))).toMatchObject({ reason: 'not-found' });
    await server().write('secret/deleted', { value: 'again' });
    expect(textOf(await resolve(opened, kv('deleted')))).toBe('again');
  });

  test.each(['shop/a', 'shop/../other/a', 'other/a', 'shop', './a', '', 'shop//a', '/shop/a'])(
    'is asked for nothing but what the operator allows: %j',
    async (path) => {
      await server().write('secret/shop/a', { value: 'v' });
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

  test.each([
    [{ commonName: 'other.test' }, 'shop', 'common name other.test not allowed by this role'],
    [{ alternativeNames: ['other.test'] }, 'shop', 'subject alternate name other.test not allowed by this role'],
    [{ role: 'none' }, 'none', 'unknown role: none'],
  ])('says what it does not allow: %o', async (rest, role, reason) => {
    const message = `the vault refuses what is asked of "pki/issue/${role}": ${reason}`;
    expect(await resolve(await open(), pki(rest))).toEqual({ status: 'failed', reason: 'misconfigured', message });
  });

  test('is asked for no other role than the operator allows', async () => {
    const answer = await resolve(await open({ paths: ['pki/issue/{namespace}'] }), pki({ role: 'admin' }));
    expect(answer).toMatchObject({ reason: 'misconfigured' });
    expect(requests()).toEqual([]);
  });
});

describe('a vault', () => {
  test('that is sealed, or away, is a failure of the store', async () => {
    const opened = await open();
    await server().seal();
    const answer = await resolve(opened, kv('a'));
    await server().unseal();
    expect(answer).toMatchObject({ isOfStore: true, message: expect.stringContaining('sealed') });
    expect(textOf(await resolve(opened, kv('a')))).toBe('v');
    const nowhere = await open({ address: 'http://127.0.0.1:1', authentication: { tokenFile: await file('t', 't') } });
    expect(await resolve(nowhere, kv('a'))).toMatchObject({
      isOfStore: true,
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('is believed only if the right authority vouches for it', async () => {
    const { address, certificateAuthority: own } = server().secure;
    const ask = async (certificateAuthority?: string) =>
      resolve(await open({ address, ...(certificateAuthority !== undefined && { certificateAuthority }) }), kv('a'));
    expect(textOf(await ask(await file('ca.crt', own)))).toBe('v');
    const other = await file('other.crt', (await makeAuthority('other')).certificate);
    expect(await ask(other)).toMatchObject({ isOfStore: true });
    expect(await ask()).toMatchObject({ isOfStore: true });
  });
});
