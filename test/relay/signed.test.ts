import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { troubles } from '../../cli/status/health.ts';
import { fetchStatus } from '../../cli/status/relay-status.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { createLog } from '../../relay/log.ts';
import { RelayOptionsError, type RelayOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { manifestKey, pointerKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish, type PublishOptions } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { generateKeyPair, readSignKey } from '../../store/signing/keys.ts';
import type { Store } from '../../store/store.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';

const EDGE = 'default/edge';

const newKey = async () => {
  const pair = await generateKeyPair();
  return { ...pair, sign: await readSignKey(pair.privatePem) };
};
const [ann, bob] = [await newKey(), await newKey()];
type Key = typeof ann;

describe('a relay with public keys', () => {
  const relays = new Set<Relay>();
  let bucket: Store;
  let logged: string[];
  const first = smallBundle(EDGE, 1);
  const second = smallBundle(EDGE, 2);
  const third = smallBundle(EDGE, 3);

  beforeEach(() => {
    bucket = createMemoryStore();
    logged = [];
  });
  afterEach(async () => {
    for (const relay of relays) await relay.close();
    relays.clear();
  });

  const start = async (verifyKeyFiles: readonly string[], options: Partial<RelayOptions> = {}): Promise<Relay> => {
    const relay = await startRelay({
      store: bucket,
      verifyKeyFiles,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      pollIntervalMs: 10,
      reloadIntervalMs: 10,
      startDeadlineMs: 60_000,
      closeGraceMs: 0,
      log: createLog({ level: 'debug', write: (line) => logged.push(line) }),
      ...options,
    });
    relays.add(relay);
    return relay;
  };
  const stop = async (relay: Relay): Promise<void> => {
    relays.delete(relay);
    await relay.close();
  };
  const keyFile = async (...keys: readonly Key[]): Promise<string> => {
    const file = join(await temporaryFolder(), 'publishers.pub');
    await writeKeys(file, ...keys);
    return file;
  };
  const publishBy = async (bundle: Bundle, keys: readonly Key[], more: Partial<PublishOptions> = {}): Promise<void> => {
    const options = { author: 'test', message: 'test', time: new Date().toISOString(), ...more };
    const { status } = await publish(bucket, bundle, { ...options, signKeys: keys.map(({ sign }) => sign) });
    expect(status).toBe('published');
  };
  const pointerBytes = async (gateway = EDGE): Promise<Uint8Array> => {
    const found = await bucket.get(pointerKey(gateway));
    return found.status === 'found' ? found.bytes : expect.fail('there is no pointer');
  };
  const gateway = (relay: Relay, name = EDGE) => relay.status().gateways.find((each) => each.gateway === name);
  const served = (relay: Relay, bundle: Bundle) => eventually(() => expect(gateway(relay)?.bundle).toBe(bundle.id));
  const refused = (relay: Relay, kind: string, name = EDGE) =>
    eventually(() => expect(gateway(relay, name)?.problems.map((each) => each.kind)).toEqual([kind]));

  test('serves what they signed, and nothing that is unsigned', async () => {
    await publishBy(first, []);
    const relay = await start([await keyFile(ann)]);
    await refused(relay, 'bundle-unsigned');
    expect(gateway(relay)?.bundle).toBeNull();
    await publishBy(first, [ann]);
    await served(relay, first);
    expect(gateway(relay)?.problems).toEqual([]);
    await publishBy(second, []);
    await refused(relay, 'bundle-unsigned');
    expect(gateway(relay)?.bundle).toBe(first.id);
    expect(relay.status().bucket.verifyKeys).toEqual([ann.id]);
  });

  test('tells what it refuses, why, and what to do, in status, metrics and log', async () => {
    await publishBy(first, [ann]);
    const relay = await start([await keyFile(ann)]);
    await served(relay, first);
    await publishBy(second, [bob]);
    await refused(relay, 'bundle-untrusted');
    const [trouble] = troubles(await fetchStatus(relay.adminAddress));
    expect(trouble).toMatchObject({ kind: 'gateway', subject: EDGE });
    for (const words of [second.id, EDGE, 'revision 2', bob.id, '--verify-key']) {
      expect(trouble?.message).toContain(words);
      expect(logged.find((line) => line.includes('bundle-untrusted'))).toContain(words);
    }
    const metrics = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
    expect(metrics).toMatch(/enroute_relay_gateway_problem\{gateway="default\/edge",problem="bundle-untrusted"\} \d/);
    expect(logged.join('')).not.toContain(ann.privatePem.split('\n')[1]);
  });

  test("does not take one gateway's signed pointer for another's", async () => {
    await publishBy(first, [ann]);
    await publishBy(smallBundle('default/internal', 1), [ann]);
    const relay = await start([await keyFile(ann)]);
    await served(relay, first);
    const foreign = JSON.parse(new TextDecoder().decode(await pointerBytes('default/internal')));
    await bucket.put(pointerKey(EDGE), canonicalBytes(foreign));
    await refused(relay, 'pointer-invalid');
    await bucket.put(pointerKey(EDGE), canonicalBytes({ ...foreign, gateway: EDGE }));
    await refused(relay, 'signature-invalid');
    expect(gateway(relay)?.bundle).toBe(first.id);
  });

  test('a foreign manifest under a signed pointer is refused by its digest', async () => {
    await publishBy(first, [ann]);
    await bucket.put(manifestKey(first.id), second.manifestBytes);
    const relay = await start([await keyFile(ann)]);
    await refused(relay, 'manifest-altered');
    expect(gateway(relay)?.bundle).toBeNull();
  });

  test('does not go back with an old signed pointer, but does by a rollback', async () => {
    await publishBy(first, [ann]);
    const old = await pointerBytes();
    const relay = await start([await keyFile(ann)]);
    await served(relay, first);
    await publishBy(second, [ann]);
    await served(relay, second);
    await bucket.put(pointerKey(EDGE), old);
    await refused(relay, 'bundle-replayed');
    expect(gateway(relay)?.bundle).toBe(second.id);
    expect(gateway(relay)?.problems[0]?.message).toContain('--sign-again');
    await publishBy(first, [ann], { unchanged: 'again' });
    await served(relay, first);
    await publishBy(third, [ann]);
    await served(relay, third);
    const back = { author: 'test', message: 'back', time: new Date().toISOString(), signKeys: [ann.sign], to: 1 };
    expect((await rollback(bucket, EDGE, back)).status).toBe('published');
    await served(relay, first);
    expect(gateway(relay)?.problems).toEqual([]);
  });

  test('does not believe what is signed for a time to come', async () => {
    await publishBy(first, [ann]);
    const relay = await start([await keyFile(ann)]);
    await served(relay, first);
    await publishBy(second, [ann], { time: new Date(Date.now() + 3_600_000).toISOString() });
    await refused(relay, 'signature-premature');
    await publishBy(third, [ann]);
    await served(relay, third);
  });

  test('keys rotate without a restart', async () => {
    const file = await keyFile(ann);
    await publishBy(first, [ann]);
    const relay = await start([file]);
    await served(relay, first);
    await publishBy(second, [bob]);
    await refused(relay, 'bundle-untrusted');
    await writeKeys(file, ann, bob);
    await served(relay, second);
    await writeKeys(file, bob);
    await eventually(() => expect(relay.status().bucket.verifyKeys).toEqual([bob.id]));
    await publishBy(third, [ann]);
    await refused(relay, 'bundle-untrusted');
    await publishBy(third, [ann, bob]);
    await served(relay, third);
  });

  test('what only a key that is gone has signed is no longer believed, and stays with Envoys that have it', async () => {
    const file = await keyFile(ann, bob);
    await publishBy(first, [ann]);
    const relay = await start([file]);
    await served(relay, first);
    await writeKeys(file, bob);
    await refused(relay, 'bundle-untrusted');
    // It is read again and again, and refused each time.
    await eventually(() => expect(gateway(relay)?.problems[0]?.times).toBeGreaterThan(3));
    expect(gateway(relay)?.bundle).toBe(first.id);
  });

  test('a key file that becomes unreadable changes nothing, and is told', async () => {
    const file = await keyFile(ann);
    await publishBy(first, [ann]);
    const relay = await start([file]);
    await served(relay, first);
    await writeFile(file, '');
    await eventually(() => expect(logged.join('')).toContain('no public key in PEM'));
    await publishBy(second, []);
    await refused(relay, 'bundle-unsigned');
    await publishBy(second, [ann]);
    await served(relay, second);
    const metrics = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
    expect(metrics).toContain('enroute_relay_verify_keys_reload_failures_total 1');
  });

  test('does not start with a key file that is none, or with none at all', async () => {
    await expect(start([join(await temporaryFolder(), 'absent.pub')])).rejects.toThrow('absent.pub');
    await expect(start([])).rejects.toThrow(RelayOptionsError);
  });

  describe('started again', () => {
    /** A relay that has served the second bundle and kept it, and the pointer to the first. */
    const runBefore = async (file: string, cacheFolder: string): Promise<Uint8Array> => {
      await publishBy(first, [ann]);
      const old = await pointerBytes();
      await publishBy(second, [ann]);
      const relay = await start([file], { cacheFolder });
      await served(relay, second);
      await stop(relay);
      return old;
    };

    test('remembers what it has seen', async () => {
      const [file, cacheFolder] = [await keyFile(ann), await temporaryFolder()];
      const old = await runBefore(file, cacheFolder);
      await bucket.put(pointerKey(EDGE), old);
      const relay = await start([file], { cacheFolder });
      await refused(relay, 'bundle-replayed');
      await served(relay, second);
      expect(gateway(relay)?.source).toBe('disk');
    });

    test('does not serve from its disk what none of the keys has signed', async () => {
      const [file, cacheFolder] = [await keyFile(ann), await temporaryFolder()];
      await runBefore(file, cacheFolder);
      await bucket.delete(pointerKey(EDGE));
      const relay = await start([await keyFile(bob)], { cacheFolder, gateways: [EDGE] });
      await refused(relay, 'pointer-missing');
      expect(gateway(relay)?.bundle).toBeNull();
      expect(logged.find((line) => line.includes('cannot be read from the disk'))).toContain('bundle-untrusted');
    });

    test('does not serve from its disk what was altered there', async () => {
      const [file, cacheFolder] = [await keyFile(ann), await temporaryFolder()];
      await runBefore(file, cacheFolder);
      await bucket.delete(pointerKey(EDGE));
      const paths = await readdir(cacheFolder, { recursive: true });
      const path = join(cacheFolder, paths.find((each) => each.endsWith('pointers/default/edge.json')) ?? '');
      const { signatures: _, ...unsigned } = JSON.parse(await readFile(path, 'utf8'));
      await writeFile(path, JSON.stringify(unsigned));
      const relay = await start([file], { cacheFolder, gateways: [EDGE] });
      await refused(relay, 'pointer-missing');
      expect(gateway(relay)?.bundle).toBeNull();
      expect(logged.find((line) => line.includes('cannot be read from the disk'))).toContain('bundle-unsigned');
    });
  });
});

/** In one step, as whoever changes a file that is being read does. */
async function writeKeys(file: string, ...keys: readonly Key[]): Promise<void> {
  await writeFile(`${file}.new`, keys.map(({ publicPem }) => publicPem).join(''));
  await rename(`${file}.new`, file);
}
