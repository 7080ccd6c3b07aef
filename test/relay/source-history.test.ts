/** The history of revisions says which of two pointers is the newer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BucketSource } from '../../relay/sources/bucket.ts';
import type { Served } from '../../relay/sources/gateway-watch.ts';
import { pointerKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { bundlesOf, followInto } from './following.ts';

const EDGE = 'default/edge';

describe('following a bucket', () => {
  let bucket: Store;
  let source: BucketSource | undefined;
  let served: Served[];
  const [first, second, third, fourth] = [1, 2, 3, 4].map((number) => smallBundle(EDGE, number));
  if (!first || !second || !third || !fourth) throw new Error('there are four');

  beforeEach(() => {
    bucket = createMemoryStore();
    served = [];
  });
  afterEach(() => source?.close());

  const follow = (): void => {
    source = followInto(served, bucket);
  };
  const trouble = () => source?.state().gateways.get(EDGE)?.checkTrouble?.problem.kind;
  const bundles = () => bundlesOf(served);

  test('stays with the newer pointer when the bucket gives an older one', async () => {
    await publishBundle(bucket, first);
    const older = await bucket.get(pointerKey(EDGE));
    await publishBundle(bucket, second);
    await publishBundle(bucket, third);
    follow();
    await eventually(() => expect(bundles()).toHaveLength(1));
    await bucket.put(pointerKey(EDGE), older.status === 'found' ? older.bytes : expect.fail('nothing was published'));
    await eventually(() => expect(trouble()).toBe('pointer-stale'));
    expect(bundles()).toHaveLength(1);
    // What is published after that is news, though its number is one that has been there.
    await publishBundle(bucket, fourth);
    await eventually(() => expect(bundles().at(-1)).toBe(fourth.id));
    expect(trouble()).toBeUndefined();
  });

  test('follows a history that begins anew', async () => {
    await publishBundle(bucket, first);
    await publishBundle(bucket, second);
    follow();
    await eventually(() => expect(bundles()).toEqual([second.id]));
    for await (const { key } of bucket.list('')) await bucket.delete(key);
    await publishBundle(bucket, first);
    await eventually(() => expect(bundles()).toEqual([second.id, first.id]));
  });
});
