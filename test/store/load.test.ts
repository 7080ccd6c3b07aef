import { describe, expect, test } from 'vitest';
import { BUNDLE_FORMAT } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { digest } from '../../compiler/hash.ts';
import { chunkKey, manifestKey } from '../../store/keys.ts';
import { describeLoadFailure, loadBundle, type LoadFailure } from '../../store/load.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish } from '../../store/publish.ts';
import { StoreError, type Store } from '../../store/store.ts';
import { byTest, edition } from './bundles.ts';
import { intercept } from './broken-store.ts';
import { bytes } from './objects.ts';

const bundle = edition(1);
const [chunk = ''] = bundle.chunks.keys();

async function publishedStore(): Promise<Store> {
  const store = createMemoryStore();
  await publish(store, bundle, byTest('first'));
  return store;
}

async function failureOf(store: Store, id = bundle.id): Promise<LoadFailure> {
  const loaded = await loadBundle(store, id);
  if (loaded.status === 'loaded') throw new Error('the bundle was loaded');
  expect(describeLoadFailure(loaded.failure)).toContain(id);
  return loaded.failure;
}

async function flipBit(store: Store, key: string): Promise<void> {
  const found = await store.get(key);
  if (found.status !== 'found') throw new Error(`${key} is missing`);
  await store.put(
    key,
    found.bytes.map((byte, index) => (index === 100 ? byte ^ 1 : byte)),
  );
}

describe('loading a bundle', () => {
  test('that nobody published', async () => {
    expect(await failureOf(createMemoryStore())).toEqual({ code: 'manifest-missing', bundle: bundle.id });
  });

  test('whose manifest has one other bit', async () => {
    const store = await publishedStore();
    await flipBit(store, manifestKey(bundle.id));
    expect(await failureOf(store)).toMatchObject({ code: 'manifest-altered', bundle: bundle.id });
  });

  test('a chunk of which has one other bit names the chunk', async () => {
    const store = await publishedStore();
    await flipBit(store, chunkKey(chunk));
    expect(await failureOf(store)).toMatchObject({ code: 'chunk-altered', chunk });
  });

  test('a chunk of which is missing names the chunk', async () => {
    const store = await publishedStore();
    await store.delete(chunkKey(chunk));
    expect(await failureOf(store)).toMatchObject({ code: 'chunk-missing', chunk });
  });

  test.each([
    ['of a later format', { ...bundle.manifest, format: 'enroute.dev/bundle/v2' }, 'manifest-unsupported'],
    ['of no format', {}, 'manifest-malformed'],
    ['that is half a manifest', { format: BUNDLE_FORMAT, gateway: 'default/edge' }, 'manifest-malformed'],
    ['with a chunk that is no digest', withChunk('../../etc/passwd'), 'manifest-malformed'],
  ])('with a manifest %s', async (_, manifest, code) => {
    const store = createMemoryStore();
    const manifestBytes = canonicalBytes(manifest);
    await store.put(manifestKey(digest(manifestBytes)), manifestBytes);
    expect(await failureOf(store, digest(manifestBytes))).toMatchObject({ code });
  });

  test('with a manifest that is no JSON', async () => {
    const store = createMemoryStore();
    await store.put(manifestKey(digest(bytes('{'))), bytes('{'));
    expect(await failureOf(store, digest(bytes('{')))).toMatchObject({ code: 'manifest-malformed' });
  });

  test('from a bucket that goes away throws', async () => {
    const store = intercept(await publishedStore(), (operation, key) => {
      if (operation === 'get' && key === chunkKey(chunk))
        throw new StoreError('the network is down', { retryable: true });
    });
    await expect(loadBundle(store, bundle.id)).rejects.toThrow('the network is down');
  });
});

function withChunk(name: string): unknown {
  const sections = bundle.manifest.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({ ...block, chunks: [name] })),
  }));
  return { ...bundle.manifest, sections };
}
