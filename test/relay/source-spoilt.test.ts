/** A bucket that gives half of an object, nothing of it, or another one in its place. */
import { expect, onTestFinished, test } from 'vitest';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import type { Served } from '../../relay/sources/gateway-watch.ts';
import { chunkKey, manifestKey, pointerKey, rolloutKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { breakable, publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { bundlesOf, followInto } from './following.ts';
import { stateOf, writeState } from './rollout/relays.ts';

const EDGE = 'default/edge';
const first = smallBundle(EDGE, 1);
const second = smallBundle(EDGE, 2);
const newChunk = [...second.chunks.keys()].find((chunk) => !first.chunks.has(chunk)) ?? '';

/** What a relay reads of a gateway, and how it calls what is wrong with each. */
const OBJECTS = [
  ['a pointer', pointerKey(EDGE), 'pointer-invalid'],
  ["a rollout's state", rolloutKey(EDGE), 'rollout-invalid'],
  ['a manifest', manifestKey(second.id), 'manifest-altered'],
  ['a chunk', chunkKey(newChunk), 'chunk-altered'],
] as const;

const FAULTS = {
  'half of it': (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2),
  'nothing of it': () => new Uint8Array(),
  'another object': (_: Uint8Array, other: Uint8Array) => other,
} as const;

/** The rollout of a release, which is over. */
const writeRollout = (store: Store, revision: string, { id: bundle }: Bundle, number: number): Promise<void> =>
  writeState(store, stateOf({ revision, bundle, number }, 'complete', null, { serial: number }));

async function read(store: Store, key: string): Promise<Uint8Array> {
  const found = await store.get(key);
  return found.status === 'found' ? found.bytes : expect.fail(`there is no ${key}`);
}

test.each(
  OBJECTS.flatMap((object) => Object.entries(FAULTS).map(([name, fault]) => [name, ...object, fault] as const)),
)('%s in place of %s keeps what is served, until it is whole', async (_, __, key, problem, fault) => {
  const twin = createMemoryStore();
  await publishBundle(twin, first);
  const revision = await publishBundle(twin, second);
  await writeRollout(twin, revision, second, 2);
  const bucket = createMemoryStore();
  const broken = breakable(bucket);
  const served: Served[] = [];
  await writeRollout(bucket, await publishBundle(bucket, first), first, 1);
  const source = followInto(served, broken.store, { gateways: [EDGE] });
  onTestFinished(source.close);
  const bundles = () => bundlesOf(served);
  const watch = () => source.state().gateways.get(EDGE);
  await eventually(() => expect(bundles()).toEqual([first.id]));

  const other = await read(twin, manifestKey(first.id));
  broken.altered.set(key, fault(await read(twin, key), other));
  await writeRollout(bucket, revision, second, 2);
  await publishBundle(bucket, second);
  await eventually(() => {
    const trouble = watch()?.checkTrouble ?? watch()?.loadTrouble;
    expect(trouble?.problem.kind).toBe(problem);
    expect(trouble?.times).toBeGreaterThan(1);
  });
  expect(bundles()).toEqual([first.id]);
  broken.altered.clear();
  await eventually(() => expect(bundles()).toContain(second.id));
  expect(watch()?.served?.pointer.bundle).toBe(second.id);
  await eventually(() => expect(watch()).toMatchObject({ checkTrouble: undefined, loadTrouble: undefined }));
});
