/** Who can only write the bucket cannot choose what nodes run by what a rollout says. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import type { RelayOptions } from '../../../relay/options.ts';
import type { Relay } from '../../../relay/relay.ts';
import { signatureKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { publish } from '../../../store/publish.ts';
import { releaseOf } from '../../../store/rollout/look.ts';
import type { Release } from '../../../store/rollout/state.ts';
import { generateKeyPair, readSignKey } from '../../../store/signing/keys.ts';
import type { Store } from '../../../store/store.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { eventually } from '../eventually.ts';
import { editionOf } from './nodes.ts';
import { stateOf, statusOf, useRelays, writeState } from './relays.ts';

const pair = await generateKeyPair();
const signKeys = [await readSignKey(pair.privatePem)];

describe('a relay with public keys', () => {
  const relays = useRelays();
  let store: Store;
  let options: Partial<RelayOptions>;
  let releases: { readonly bundle: Bundle; readonly release: Release }[];

  beforeEach(async () => {
    store = createMemoryStore();
    const folder = await temporaryFolder();
    const file = join(folder, 'publishers.pub');
    await writeFile(file, pair.publicPem);
    options = { verifyKeyFiles: [file], rolloutSteps: 'leave', cacheFolder: join(folder, 'cache') };
    releases = [];
    for (const name of ['one', 'two', 'three']) await publishSigned(editionOf(name));
  });

  const publishSigned = async (bundle: Bundle): Promise<void> => {
    const result = await publish(store, bundle, {
      author: 'a',
      message: 'm',
      time: new Date().toISOString(),
      signKeys,
    });
    if (result.status !== 'published') throw new Error(`publishing ended as ${result.status}`);
    releases.push({ bundle, release: releaseOf(result.revision) });
  };
  const release = (index: number): Release => releases[index]?.release ?? expect.fail('there is no such release');
  const serves = (relay: Relay, index: number) =>
    eventually(() => expect(statusOf(relay)).toMatchObject({ bundle: release(index).bundle, problems: [] }));
  const refuses = (relay: Relay, kind: string, stays: number) =>
    eventually(() => expect(statusOf(relay)).toMatchObject({ bundle: release(stays).bundle, problems: [{ kind }] }));

  test('puts nodes back on what was signed and good, and on nothing older', async () => {
    await writeState(store, stateOf(release(2), 'progressing', release(1)));
    const relay = await relays.start(store, 'relay-1', options);
    await serves(relay, 2);
    await writeState(store, stateOf(release(2), 'rolled-back', release(0)));
    await refuses(relay, 'bundle-replayed', 2);
    await writeState(store, stateOf(release(2), 'rolled-back', release(1)));
    await serves(relay, 1);
  });

  test('remembers that when it starts anew', async () => {
    await writeState(store, stateOf(release(2), 'rolled-back', release(1)));
    const relay = await relays.start(store, 'relay-1', options);
    await serves(relay, 1);
    await relays.stop(relay);
    await writeState(store, stateOf(release(2), 'rolled-back', release(0)));
    const again = await relays.start(store, 'relay-1', options);
    await refuses(again, 'bundle-replayed', 1);
    expect(statusOf(again)?.source).toBe('disk');
  });

  test('gives nodes nothing that none of the keys has signed', async () => {
    const relay = await relays.start(store, 'relay-1', options);
    await serves(relay, 2);
    const own = editionOf('own');
    await publish(createMemoryStore(), own, { author: 'a', message: 'm', time: new Date().toISOString() });
    const forged = { revision: 'f'.repeat(64), bundle: own.id, number: 2 };
    await writeState(store, stateOf(release(2), 'rolled-back', forged));
    await refuses(relay, 'bundle-unsigned', 2);
    // The signature of another release, in the place of this one's.
    const found = await store.get(signatureKey(release(1).revision));
    if (found.status === 'found') await store.put(signatureKey(forged.revision), found.bytes);
    await writeState(store, stateOf(release(2), 'rolled-back', { ...forged, number: 3 }));
    await refuses(relay, 'signature-invalid', 2);
    await writeState(store, stateOf(release(2), 'rolled-back', { ...release(1), bundle: own.id }));
    await refuses(relay, 'signature-invalid', 2);
  });

  test('needs no signature of what nodes are not given', async () => {
    await writeState(store, stateOf(release(2), 'progressing', { ...release(1), revision: 'f'.repeat(64) }));
    const relay = await relays.start(store, 'relay-1', options);
    await serves(relay, 2);
  });
});
