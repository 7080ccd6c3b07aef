/** Who can only write the bucket cannot say where requests go, if the relay has public keys: over real Envoy. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import type { RelayOptions } from '../../../relay/options.ts';
import { pushEndpoints, withdrawEndpoints, type PushOptions } from '../../../store/endpoints.ts';
import { endpointsKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { generateKeyPair, readSignKey } from '../../../store/signing/keys.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { eventually } from '../eventually.ts';
import { openWorld, type World } from './world.ts';

const envoys = useEnvoy();
const pushed = { discovery: { pushed: {}, emptyAfter: '0s' } };

const newKey = async () => {
  const pair = await generateKeyPair();
  return { ...pair, sign: await readSignKey(pair.privatePem) };
};
const [ours, next] = [await newKey(), await newKey()];

/** A bucket, a relay with our public key, and two servers: the one that is meant, and somebody else's. */
async function open(relay: Partial<RelayOptions> = {}) {
  const store = createMemoryStore();
  const [good, evil] = await Promise.all(
    ['good', 'evil'].map(async (name) => {
      const server = await startUpstream({ name });
      onTestFinished(server.stop);
      return { address: '127.0.0.1', port: server.port };
    }),
  );
  if (!good || !evil) throw new Error('there are no servers');
  const keys = join(await temporaryFolder(), 'publishers.pub');
  await writeFile(keys, ours.publicPem);
  const push = (endpoints: readonly { address: string; port: number }[], more: Partial<PushOptions> = {}) =>
    pushEndpoints(store, 'default/a', endpoints, { now: Date.now(), signKeys: [ours.sign], ...more });
  await push([good]);
  const world = await openWorld(envoys, {
    store,
    upstreams: { a: pushed, b: pushed },
    signKeys: [ours.sign],
    relay: { verifyKeyFiles: [keys], reloadIntervalMs: 10, ...relay },
  });
  const bytesOf = async (upstream: string): Promise<Uint8Array> => {
    const found = await store.get(endpointsKey(upstream));
    return found.status === 'found' ? found.bytes : expect.fail(`nothing was pushed for ${upstream}`);
  };
  const put = (bytes: Uint8Array, upstream = 'default/a') => store.put(endpointsKey(upstream), bytes);
  return { store, world, good, evil, push, put, bytesOf, keys };
}

const refused = (world: World, words: string, name = 'a') =>
  eventually(() =>
    expect(world.status(name)?.problem).toMatchObject({
      reason: 'untrusted',
      message: expect.stringContaining(words),
    }),
  );

describe('a relay with public keys', () => {
  test('takes signed lists, and no other whatever its form', async () => {
    const { world, good, evil, push, put, bytesOf } = await open();
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('good');

    await push([evil], { signKeys: [] });
    await refused(world, 'is not signed');
    await push([evil], { signKeys: [next.sign] });
    await refused(world, next.sign.id);
    await push([good]);
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 1 }));
    const honest = JSON.parse(new TextDecoder().decode(await bytesOf('default/a')));
    await put(canonicalBytes({ ...honest, endpoints: [evil] }));
    await refused(world, 'has been altered');
    // Nor can a list be kept beyond its end, or be another upstream's.
    await put(canonicalBytes({ ...honest, expires: '2999-01-01T00:00:00.000Z' }));
    await refused(world, 'has been altered');
    await put(canonicalBytes(honest), 'default/b');
    await refused(world, 'default/a', 'b');
    expect([await envoy.get('/a'), await envoy.get('/b')]).toEqual(['good', '503']);

    const metrics = await (await fetch(`http://${world.relay.adminAddress}/metrics`)).text();
    expect(metrics).toContain('enroute_relay_endpoint_failures_total{source="pushed",reason="untrusted"}');
    expect(metrics).toContain('enroute_relay_discovered_upstreams{source="pushed",state="stale"} 1');
    expect(world.logged.find((line) => line.includes('is not signed'))).toContain('push it');

    await push([evil]);
    await eventually(async () => expect(await envoy.get('/a')).toBe('evil'));
  });

  test('keeps the endpoints of a list that is taken away, and takes an empty one that is signed', async () => {
    const { world, store, push, good } = await open();
    const envoy = await world.startEnvoy();
    await store.delete(endpointsKey('default/a'));
    await refused(world, 'is not there');
    expect(await envoy.get('/a')).toBe('good');
    await push([good]);
    await withdrawEndpoints(store, 'default/a', { now: Date.now(), signKeys: [ours.sign] });
    await eventually(async () => expect(await envoy.get('/a')).toBe('503'));
    expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 0 });
  });

  test('does not go back to an old list, after a restart either', async () => {
    const cacheFolder = await temporaryFolder();
    const { world, push, put, bytesOf, good, evil } = await open({ cacheFolder });
    const envoy = await world.startEnvoy();
    await push([evil]);
    await eventually(async () => expect(await envoy.get('/a')).toBe('evil'));
    const old = await bytesOf('default/a');
    await push([good]);
    await eventually(async () => expect(await envoy.get('/a')).toBe('good'));
    await put(old);
    await refused(world, 'put an old list back');
    await world.restartRelay();
    await refused(world, 'put an old list back');
    expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1 });
    expect(await envoy.get('/a')).toBe('good');
    await push([evil]);
    await eventually(async () => expect(await envoy.get('/a')).toBe('evil'));
  });

  test('believes no list of a time to come until that has come', async () => {
    const { world, push, good } = await open();
    await world.startEnvoy();
    await push([good], { now: Date.now() + 3_600_000 });
    await refused(world, 'yet to come');
    await push([good]);
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 1 }));
  });

  test('judges anew when its keys change', async () => {
    const { world, push, put, keys, good, evil } = await open();
    const envoy = await world.startEnvoy();
    await push([evil], { signKeys: [next.sign] });
    await refused(world, next.sign.id);
    await replace(keys, `${ours.publicPem}${next.publicPem}`);
    await eventually(() => expect(world.relay.status().bucket.verifyKeys).toHaveLength(2));
    // Which makes a relay look at a bucket that tells of changes.
    await put(canonicalBytes({ endpoints: [] }), 'default/other');
    await eventually(async () => expect(await envoy.get('/a')).toBe('evil'));
    await push([good], { signKeys: [ours.sign, next.sign] });
    await eventually(async () => expect(await envoy.get('/a')).toBe('good'));
    await replace(keys, next.publicPem);
    await eventually(() => expect(world.relay.status().bucket.verifyKeys).toEqual([next.sign.id]));
    await push([evil], { signKeys: [ours.sign] });
    await refused(world, ours.sign.id);
    expect(await envoy.get('/a')).toBe('good');
  });
});

test('a relay without keys takes signed lists as all others', async () => {
  const { world, push, evil } = await open({ verifyKeyFiles: undefined });
  const envoy = await world.startEnvoy();
  expect(await envoy.get('/a')).toBe('good');
  await push([evil], { signKeys: [] });
  await eventually(async () => expect(await envoy.get('/a')).toBe('evil'));
});

/** In one step, as whoever changes a file that is being read does. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
