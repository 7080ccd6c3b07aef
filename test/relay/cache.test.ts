import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { createDiskCache } from '../../relay/cache/disk-cache.ts';
import type { Problem, Restored } from '../../relay/sources/gateway-watch.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { CHUNKS, chunkKey, MANIFESTS, manifestKey, POINTERS, pointerKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { StoreError, type Store } from '../../store/store.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { intercept } from '../store/broken-store.ts';
import { smallBundle } from './bucket.ts';

const EDGE = 'default/edge';
const INTERNAL = 'default/internal';

const keep = (bundle: Bundle): Restored => ({
  pointer: { gateway: bundle.manifest.gateway, bundle: bundle.id, revision: bundle.id },
  rollout: undefined,
  bundles: [bundle],
  signatures: new Map(),
});

async function restore(
  disk: Store,
): Promise<{ restored: readonly Restored[]; problems: [string | undefined, Problem['kind']][] }> {
  const problems: [string | undefined, Problem['kind']][] = [];
  const restored = await createDiskCache(disk).restore((gateway, { kind }) => problems.push([gateway, kind]));
  return { restored, problems };
}

async function keysOf(disk: Store): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of disk.list('')) keys.push(key);
  return keys;
}

const first = smallBundle(EDGE, 1);
const second = smallBundle(EDGE, 2);
const internal = smallBundle(INTERNAL, 1);

describe('the disk cache', () => {
  test('gives back in a later run what was kept in an earlier one', async () => {
    const folder = await temporaryFolder();
    const cache = createDiskCache(createDirectoryStore(folder));
    await cache.save(keep(first));
    await cache.save(keep(internal));
    const later = await restore(createDirectoryStore(folder));
    expect(later).toEqual({ restored: [keep(first), keep(internal)], problems: [] });
  });

  test('is empty at first', async () => {
    expect(await restore(createDirectoryStore(join(await temporaryFolder(), 'not', 'there')))).toEqual({
      restored: [],
      problems: [],
    });
  });

  test('holds the last bundle of each gateway, and nothing else', async () => {
    const disk = createMemoryStore();
    await disk.put(`${CHUNKS}${'0'.repeat(64)}`, new Uint8Array(1_000)); // What a run that broke off has left.
    const cache = createDiskCache(disk);
    for (const bundle of [first, internal, second]) await cache.save(keep(bundle));
    const kept = [internal, second];
    const expected = new Set([
      ...kept.flatMap(({ chunks }) => [...chunks.keys()].map(chunkKey)),
      ...kept.map(({ id }) => manifestKey(id)),
      ...kept.map(({ manifest }) => pointerKey(manifest.gateway)),
    ]);
    expect(new Set(await keysOf(disk))).toEqual(expected);
  });

  test('writes the chunks that changed, and the pointer last', async () => {
    const written: string[] = [];
    const disk = intercept(createMemoryStore(), (operation, key) => void (operation === 'put' && written.push(key)));
    const cache = createDiskCache(disk);
    await cache.save(keep(first));
    expect(written.at(-1)).toBe(pointerKey(EDGE));
    written.length = 0;
    await cache.save(keep(second));
    expect(written.filter((key) => key.startsWith(CHUNKS)).length).toBeLessThan(second.chunks.size);
    expect(written.at(-1)).toBe(pointerKey(EDGE));
  });

  test.each([
    ['a chunk', CHUNKS, 'chunk-altered'],
    ['a manifest', MANIFESTS, 'manifest-altered'],
    ['a pointer', POINTERS, 'pointer-invalid'],
  ])(
    'does not give back a bundle of which %s is broken, but the others, and mends it with the next',
    async (_, prefix, kind) => {
      const disk = createMemoryStore();
      const cache = createDiskCache(disk);
      await cache.save(keep(first));
      const keys = await keysOf(disk);
      await cache.save(keep(internal));
      const broken = keys.filter((key) => key.startsWith(prefix)).at(-1) ?? '';
      await disk.put(broken, new TextEncoder().encode('{}'));

      const later = createDiskCache(disk);
      const problems: unknown[] = [];
      const restored = await later.restore((gateway, problem) => problems.push([gateway, problem.kind]));
      const sharesChunk = internal.chunks.has(broken.slice(CHUNKS.length));
      expect(problems).toContainEqual([EDGE, kind]);
      expect(restored).toEqual(sharesChunk ? [] : [keep(internal)]);
      await later.save(keep(first));
      await later.save(keep(internal));
      expect(await restore(disk)).toEqual({ restored: [keep(first), keep(internal)], problems: [] });
    },
  );

  test('stays whole wherever saving breaks off', async () => {
    for (let writes = 0; writes < 8; writes++) {
      const disk = createMemoryStore();
      await createDiskCache(disk).save(keep(first));
      let left = writes;
      const full = intercept(disk, (operation) => {
        if ((operation === 'put' || operation === 'delete') && left-- <= 0) {
          throw new StoreError('the disk is full', { retryable: true });
        }
      });
      const cache = createDiskCache(full);
      await cache.restore(() => undefined);
      const saved = await cache.save(keep(second)).then(
        () => true,
        (error: unknown) => error instanceof StoreError,
      );
      expect(saved).toBe(true);
      const { restored, problems } = await restore(disk);
      expect(problems).toEqual([]);
      expect([first.id, second.id]).toContain(restored[0]?.bundles[0]?.id);
    }
  });

  test('saves the next bundle though one could not be saved', async () => {
    const disk = createMemoryStore();
    let isFull = true;
    const cache = createDiskCache(
      intercept(disk, (operation) => {
        if (operation === 'put' && isFull) throw new StoreError('the disk is full', { retryable: true });
      }),
    );
    await expect(cache.save(keep(first))).rejects.toThrow('the disk is full');
    isFull = false;
    await cache.save(keep(second));
    expect((await restore(disk)).restored).toEqual([keep(second)]);
  });

  test('says that a disk cannot be read', async () => {
    const broken = intercept(createMemoryStore(), () => {
      throw new StoreError('permission denied', { retryable: false });
    });
    expect(await restore(broken)).toEqual({ restored: [], problems: [[undefined, 'denied']] });
  });

  test('holds references to secrets, and no value', async () => {
    const folder = await temporaryFolder();
    const value = 'ENROUTE_SECRET_OIDC';
    const bundle = smallBundle(EDGE, 1, [
      { name: 'default/oidc', type: 'generic', provider: { type: 'environment', value } },
    ]);
    await createDiskCache(createDirectoryStore(folder)).save(keep(bundle));
    const manifest = await readFile(join(folder, MANIFESTS, `${bundle.id}.json`), 'utf8');
    expect(manifest).toContain(value);
    expect((await readdir(folder)).filter((name) => !name.startsWith('.')).sort()).toEqual([
      'chunks',
      'manifests',
      'pointers',
    ]);
  });
});
