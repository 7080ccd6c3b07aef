/** A key that takes the place of another leaves no gateway without what its nodes may be put back on. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import type { Relay } from '../../../relay/relay.ts';
import { pointerKey, rolloutKey, signatureKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { publish, type PublishOptions, type PublishResult } from '../../../store/publish.ts';
import { releaseOf } from '../../../store/rollout/look.ts';
import type { Release } from '../../../store/rollout/state.ts';
import { generateKeyPair, readSignKey } from '../../../store/signing/keys.ts';
import { signPointer } from '../../../store/signing/sign.ts';
import type { Store } from '../../../store/store.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { eventually } from '../eventually.ts';
import { EDGE, editionOf, stepsOf } from './nodes.ts';
import { stateOf, statusOf, useRelays, writeState } from './relays.ts';

const newKey = async () => {
  const pair = await generateKeyPair();
  return { ...pair, sign: await readSignKey(pair.privatePem) };
};
const [old, next] = [await newKey(), await newKey()];
type Key = typeof old;

describe('when keys change', () => {
  const relays = useRelays();
  const [good, bad] = [editionOf('good'), editionOf('bad')];
  let store: Store;
  let stable: Release;
  let candidate: Release;

  const publishBy = (
    bundle: Bundle,
    keys: readonly Key[],
    more: Partial<PublishOptions> = {},
  ): Promise<PublishResult> =>
    publish(store, bundle, {
      author: 'a',
      message: 'm',
      time: new Date().toISOString(),
      signKeys: keys.map(({ sign }) => sign),
      ...more,
    });
  const release = ({ revision }: PublishResult): Release => releaseOf(revision ?? expect.fail('nothing was published'));
  const keyFile = async (...keys: readonly Key[]): Promise<string> => {
    const file = join(await temporaryFolder(), 'publishers.pub');
    await writeFile(file, keys.map(({ publicPem }) => publicPem).join(''));
    return file;
  };
  const start = async (keys: readonly Key[]): Promise<Relay> =>
    relays.start(store, 'relay-1', { verifyKeyFiles: [await keyFile(...keys)], rolloutSteps: 'leave' });
  const signatureOf = async ({ revision }: Release): Promise<Uint8Array> => {
    const found = await store.get(signatureKey(revision));
    return found.status === 'found' ? found.bytes : expect.fail('it was not signed');
  };
  /** The signature of the stable release, as the relay has it on its disk. */
  const keptOf = async (folder: string): Promise<string> => {
    const paths = await readdir(folder, { recursive: true });
    return readFile(join(folder, paths.find((path) => path.endsWith(signatureKey(stable.revision))) ?? ''), 'utf8');
  };
  const serves = (relay: Relay, bundle: Bundle) =>
    eventually(() => expect(statusOf(relay)).toMatchObject({ bundle: bundle.id, problems: [] }));

  beforeEach(async () => {
    store = createMemoryStore();
    stable = release(await publishBy(good, [old]));
    candidate = release(await publishBy(bad, [old]));
    await writeState(store, rolledBack(1));
  });
  const reason = { kind: 'rejected', message: 'it is bad', node: 'n', time: '2026-01-02T03:04:05.000Z' } as const;
  const rolledBack = (serial: number) =>
    stateOf(candidate, 'rolled-back', stable, { serial, reason, failed: [{ ...candidate, reason }] });

  test('a gateway that was rolled back stays on its stable release', async () => {
    const again = await publishBy(bad, [old, next]);
    expect(again).toMatchObject({ status: 'published' });
    expect(again).not.toHaveProperty('unvouched');
    await serves(await start([next]), good);
  });

  test('so it does if the new key is used alone, and the old one is named', async () => {
    await publishBy(bad, [next], { verifyKeys: [old.sign] });
    await serves(await start([next]), good);
  });

  test('a rollout under way can still be taken back', async () => {
    const policy = stepsOf([50], 30);
    const head = release(await publishBy(bad, [old, next], { unchanged: 'again' }));
    await writeState(store, stateOf(head, 'progressing', stable, { policy, step: 1 }));
    const relay = await start([next]);
    await serves(relay, bad);
    await writeState(store, stateOf(head, 'rolled-back', stable, { policy, step: 1, serial: 2 }));
    await serves(relay, good);
  });

  test('publishing what is the head already is enough', async () => {
    const signed = await signatureOf(stable);
    await publishBy(bad, [old, next]);
    // As a program leaves it that signs nothing but heads.
    await store.put(signatureKey(stable.revision), signed);
    expect(await publishBy(bad, [old, next])).toMatchObject({ status: 'unchanged' });
    await serves(await start([next]), good);
  });

  test('a relay has it on its disk too, whether or not the pointer moved', async () => {
    const [cacheFolder, file] = [await temporaryFolder(), await keyFile(old)];
    const options = { verifyKeyFiles: [file], rolloutSteps: 'leave', cacheFolder, reloadIntervalMs: 10 } as const;
    const signed = await signatureOf(stable);
    const running = await relays.start(store, 'relay-1', options);
    await serves(running, good);
    const { revision } = release(await publishBy(bad, [old, next]));
    await eventually(() => expect(statusOf(running)?.wanted).toMatchObject({ revision }));
    await store.put(signatureKey(stable.revision), signed);
    expect(await publishBy(bad, [old, next])).toMatchObject({ status: 'unchanged' });
    await writeFile(file, next.publicPem);
    await eventually(() => expect(running.status().bucket.verifyKeys).toEqual([next.sign.id]));
    await serves(running, good);
    await eventually(async () => expect(await keptOf(cacheFolder)).toContain(next.sign.id));
    await relays.stop(running);
    await store.delete(pointerKey(EDGE));
    await store.delete(rolloutKey(EDGE));
    const offline = await relays.start(store, 'relay-1', { ...options, startDeadlineMs: 0, gateways: [EDGE] });
    await eventually(() => expect(statusOf(offline)).toMatchObject({ bundle: good.id, source: 'disk' }));
  });

  test('a relay that runs says at once what it could not put nodes back on any more', async () => {
    const file = await keyFile(old, next);
    const running = await relays.start(store, 'relay-1', { verifyKeyFiles: [file], reloadIntervalMs: 10 });
    await serves(running, good);
    await publishBy(bad, [next]);
    await writeFile(file, next.publicPem);
    await eventually(() => expect(statusOf(running)?.problems).toMatchObject([{ kind: 'bundle-untrusted' }]));
    expect(statusOf(running)?.bundle).toBe(good.id);
  });

  test('a relay warns while it could not put nodes back, though all is well', async () => {
    const policy = stepsOf([50], 30);
    const head = release(await publishBy(bad, [next]));
    await writeState(store, stateOf(head, 'progressing', stable, { policy, step: 1 }));
    await serves(await start([next]), bad);
    const warned = relays.logged().find((line) => line.includes('could not be put back'));
    for (const words of ['bundle-untrusted', old.sign.id, '--verify-key']) expect(warned).toContain(words);
  });

  test('nothing is signed anew that no given key has signed', async () => {
    const forged = { ...stable, revision: 'f'.repeat(64) };
    const theirs = await newKey();
    await writeState(store, stateOf(candidate, 'rolled-back', forged));
    expect(await publishBy(bad, [next], { verifyKeys: [old.sign] })).toMatchObject({ unvouched: [forged] });
    // The signature of another release in its place, and one of another key.
    await store.put(signatureKey(forged.revision), await signatureOf(stable));
    expect(await publishBy(bad, [next], { verifyKeys: [old.sign] })).toMatchObject({ unvouched: [forged] });
    const { bundle, number } = forged;
    const pointer = { gateway: EDGE, revision: forged.revision, bundle, number, time: '2026-01-02T03:04:05.000Z' };
    await store.put(signatureKey(forged.revision), canonicalBytes(await signPointer(pointer, [theirs.sign])));
    expect(await publishBy(bad, [next], { verifyKeys: [old.sign] })).toMatchObject({ unvouched: [forged] });
  });

  test('the time that was signed stays, so that it still says how far nodes may be put back', async () => {
    const timeOf = async () => JSON.parse(new TextDecoder().decode(await signatureOf(stable))).time;
    const before = await timeOf();
    await publishBy(bad, [old, next]);
    expect(await timeOf()).toBe(before);
    expect(new TextDecoder().decode(await signatureOf(stable))).toContain(next.sign.id);
  });

  test('who publishes with a key that nothing vouches for hears of it, and the relay says what helps', async () => {
    const result = await publishBy(bad, [next]);
    expect(result).toMatchObject({ status: 'published', unvouched: [stable] });
    const relay = await start([next]);
    await eventually(() => expect(statusOf(relay)?.problems).toMatchObject([{ kind: 'bundle-untrusted' }]));
    const message = statusOf(relay)?.problems[0]?.message ?? '';
    for (const words of [old.sign.id, 'put back on', '--sign-key', '--verify-key']) expect(message).toContain(words);
    // As it says:
    await publishBy(bad, [next], { verifyKeys: [old.sign] });
    await serves(relay, good);
  });
});
