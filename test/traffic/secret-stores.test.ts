/** Secrets from every store reach Envoy, follow their rotation, and are seen nowhere else. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLog } from '../../relay/log.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { makeFolder } from '../servers/folder.ts';
import { KUBERNETES_INSTALLATION_MS } from '../servers/kubernetes.ts';
import { openStream, startStreamingServer } from '../servers/long-lived.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, upstream, type Documents } from './documents.ts';
import { startGateway, type RunningGateway } from './harness.ts';
import { partsOf, sourceOf, startSecretStores, STORES, type SecretStores, type Store } from './secret-stores.ts';

const PATIENCE = { timeout: 20_000 };
const user = (name: string, password: string): string =>
  `${name}:{SHA}${createHash('sha1').update(password).digest('base64')}`;

let stores: SecretStores;
let gateway: RunningGateway;
const logged: string[] = [];
const closers: (() => Promise<void>)[] = [];
let folder: string;
let tell: (line: string) => void;

const certificateFor = (name: string) => stores.authority.issue({ commonName: name, names: [`${name}.shop.test`] });

/** A host whose certificate is in a store; it forwards to what never ends, and injects what the store has too. */
const host = (name: string, tls: string, rest: string): Documents => ({
  ...document('Secret', `${name}-tls`, `type: tls-certificate\n${tls}`),
  ...document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]\nhostnames: [${name}.shop.test]\ntls: { certificates: [${name}-tls] }`,
    rest,
  ),
});

beforeAll(async () => {
  stores = await startSecretStores();
  closers.push(stores.stop);
  for (const [name, value] of Object.entries(stores.awsEnvironment)) vi.stubEnv(name, value);
  const streaming = await startStreamingServer();
  tell = streaming.tell;
  const echo = await startUpstream();
  const made = await makeFolder();
  closers.push(streaming.stop, echo.stop, made.remove);
  folder = made.path;
  for (const store of STORES) {
    await stores.put(store, partsOf(await certificateFor(store)));
    await stores.put(store, { value: `first-value-in-${store}` });
  }
  vi.stubEnv('ENROUTE_SECRET_TEST', 'value-in-a-variable');
  await stores.vault.write('secret/edge/users', { value: user('alice', 'first-password') });
  const hosts = STORES.map((store) => ({
    ...document('Secret', `${store}-value`, `type: generic\n${sourceOf(store, 'value', stores.origin)}`),
    ...host(
      store,
      sourceOf(store, 'tls', stores.origin),
      `routes:
  - forward: { upstream: streaming, timeout: 0s }
  - match: { path: { prefix: /echo } }
    filters: [{ type: credential-injector, credential: ${store}-value }]
    forward: { upstream: echo }`,
    ),
  }));
  gateway = await startGateway({
    listeners: { https: 'protocol: HTTPS' },
    secrets: { 'local.txt': 'value-in-a-file' },
    store: createDirectoryStore(join(folder, 'bucket')),
    relay: {
      cacheFolder: join(folder, 'cache'),
      secretProvidersFile: stores.providersFile,
      log: createLog({ level: 'trace', write: (line) => void logged.push(line) }),
    },
    documents: {
      ...upstream('streaming', streaming.port),
      ...upstream('echo', echo.port),
      ...Object.assign({}, ...hosts),
      ...document('Secret', 'users', 'type: basic-auth-users\nvault: { kv: { path: edge/users } }'),
      ...host(
        'issued',
        'vault: { pki: { role: shop, commonName: issued.shop.test, lifetime: 30s } }',
        `filters: [{ type: basic-auth, users: { secret: users }, realm: shop, usernameHeader: x-user }]
routes:
  - forward: { upstream: echo }
  - { match: { path: { prefix: /file } }, disableFilters: [basic-auth], filters: [{ type: credential-injector, credential: file-value }], forward: { upstream: echo } }
  - { match: { path: { prefix: /stream } }, disableFilters: [basic-auth], forward: { upstream: streaming, timeout: 0s } }
  - { match: { path: { prefix: /variable } }, disableFilters: [basic-auth], filters: [{ type: credential-injector, credential: variable-value }], forward: { upstream: echo } }`,
      ),
      ...document('Secret', 'file-value', 'type: generic\nfile: { value: local.txt }'),
      ...document('Secret', 'variable-value', 'type: generic\nenvironment: { value: ENROUTE_SECRET_TEST }'),
    },
  });
  closers.push(gateway.stop);
}, KUBERNETES_INSTALLATION_MS);
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
  vi.unstubAllEnvs();
});

const optionsFor = (name: string, authority = stores.authority.certificate) => ({
  host: `${name}.shop.test`,
  tls: { serverName: `${name}.shop.test`, authority },
});
const fingerprintOf = async (name: string, path = '/echo') =>
  (await gateway.request({ listener: 'https', path, ...optionsFor(name) })).tls?.fingerprint;
const injectedAt = async (store: Store) =>
  (await gateway.echo({ listener: 'https', path: '/echo', ...optionsFor(store) })).headers['authorization'];

describe.each(STORES)('a secret in %s', (store) => {
  test('is used by Envoy, and followed when it changes, without a recompilation or a closed connection', async () => {
    expect(await injectedAt(store)).toBe(`Bearer first-value-in-${store}`);
    const bundle = gateway.relay.current().status().gateways[0]?.bundle;
    const old = await fingerprintOf(store);
    const stream = await openStream({ port: gateway.portOf('https'), ...optionsFor(store) });

    const next = await certificateFor(store);
    await stores.put(store, partsOf(next));
    await stores.put(store, { value: `second-value-in-${store}` });
    await expect.poll(() => fingerprintOf(store), PATIENCE).toBe(next.fingerprint);
    await expect.poll(() => injectedAt(store), PATIENCE).toBe(`Bearer second-value-in-${store}`);

    expect(old).not.toBe(next.fingerprint);
    tell('still here');
    await stream.heard('still here');
    stream.close();
    expect(gateway.relay.current().status().gateways[0]?.bundle).toBe(bundle);
  });
});

test.each(['file', 'variable'])('a secret in a %s is used by Envoy', async (place) => {
  const options = optionsFor('issued', stores.issuer);
  const { headers } = await gateway.echo({ listener: 'https', path: `/${place}`, ...options });
  expect(headers['authorization']).toBe(`Bearer value-in-a-${place}`);
});

describe('a vault', () => {
  const send = (name: string, password: string) => {
    const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
    return gateway.request({
      listener: 'https',
      ...optionsFor('issued', stores.issuer),
      headers: { authorization },
    });
  };

  test('issues certificates, which are renewed before they end, and no connection is closed', async () => {
    const stream = await openStream({
      port: gateway.portOf('https'),
      path: '/stream',
      ...optionsFor('issued', stores.issuer),
    });
    const { tls } = await send('alice', 'first-password');
    expect(tls?.commonName).toBe('issued.shop.test');
    const current = async () => (await send('alice', 'first-password')).tls?.fingerprint;
    await expect.poll(current, { timeout: 40_000 }).not.toBe(tls?.fingerprint);
    tell('still here');
    await stream.heard('still here');
    stream.close();
  }, 60_000);

  test('has users for Envoy, who may change', async () => {
    const { status, json } = await send('alice', 'first-password');
    expect([status, json()]).toEqual([
      200,
      expect.objectContaining({ headers: expect.objectContaining({ 'x-user': 'alice' }) }),
    ]);
    const denied = await send('alice', 'second-password');
    expect([denied.status, denied.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="shop"']);
    await stores.vault.write('secret/edge/users', { value: user('alice', 'second-password') });
    await expect.poll(async () => (await send('alice', 'second-password')).status, PATIENCE).toBe(200);
    expect((await send('alice', 'first-password')).status).toBe(401);
  });

  test('that is sealed changes nothing at Envoy, and is told', async () => {
    const fingerprint = await fingerprintOf('vault');
    await stores.vault.seal();
    const metrics = async () => (await fetch(`http://${gateway.relay.current().adminAddress}/metrics`)).text();
    await expect
      .poll(metrics, PATIENCE)
      .toContain('enroute_relay_secret_up{secret="default/vault-tls",provider="vault"} 0');
    const secret = gateway.relay
      .current()
      .status()
      .secrets.find(({ name }) => name === 'default/vault-tls');
    expect(secret).toMatchObject({ state: 'stale', problem: { message: expect.stringContaining('sealed') } });
    expect(await fingerprintOf('vault')).toBe(fingerprint);
    await stores.vault.unseal();
    await expect
      .poll(metrics, { timeout: 40_000 })
      .toContain('enroute_relay_secret_up{secret="default/vault-tls",provider="vault"} 1');
  }, 60_000);
});

test('no value is in the log, the status, the metrics, the bucket, the cache, or the title of the process', async () => {
  const address = gateway.relay.current().adminAddress;
  const pages = await Promise.all(
    ['status', 'metrics'].map(async (page) => (await fetch(`http://${address}/${page}`)).text()),
  );
  const files = await filesIn(folder);
  const told = [...logged, ...pages, ...files, process.title, process.argv.join(' ')].join('\n');
  expect(logged.join('')).toContain('"secret":"default/vault-tls"');
  expect(files.length).toBeGreaterThan(5);
  const planted = [
    ...stores.planted,
    ...stores.vault.secrets(),
    'value-in-a-file',
    'value-in-a-variable',
    user('alice', 'first-password'),
    user('alice', 'second-password'),
  ];
  expect(planted.length).toBeGreaterThan(40);
  for (const value of planted) {
    for (const form of [
      value,
      Buffer.from(value)
        .toString('base64')
        .replace(/.{0,3}=*$/, ''),
    ])
      expect(told.includes(form), `a value is told: ${value.slice(0, 12)}…`).toBe(false);
  }
});

async function filesIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => contentOf(join(entry.parentPath, entry.name))));
}

/** The relay goes on writing meanwhile, and its temporary files vanish. */
const contentOf = (path: string): Promise<string> =>
  readFile(path, 'latin1').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
