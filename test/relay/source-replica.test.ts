/** A bucket that is read through a proxy or a replica, which may lag: an old answer after a newer one gives nobody less. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BucketOptions, BucketSource } from '../../relay/sources/bucket.ts';
import type { Served } from '../../relay/sources/gateway-watch.ts';
import { pointerKey, rolloutKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { readRollout, writeRollout } from '../../store/rollout/read.ts';
import type { Store } from '../../store/store.ts';
import { replicaOf, type Replica } from '../store/broken-store.ts';
import { publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { bundlesOf, followInto } from './following.ts';
import { stateOf } from './rollout/relays.ts';

const EDGE = 'default/edge';

describe('through a replica that falls behind', () => {
  let bucket: Store;
  let replica: Replica;
  let source: BucketSource | undefined;
  let served: Served[];
  const first = smallBundle(EDGE, 1);
  const second = smallBundle(EDGE, 2);
  const third = smallBundle(EDGE, 3);

  beforeEach(async () => {
    bucket = createMemoryStore();
    replica = replicaOf(bucket);
    served = [];
    await publishBundle(bucket, first);
    await replica.remember(pointerKey(EDGE));
  });
  afterEach(() => source?.close());

  const follow = (options: Partial<BucketOptions> = {}): void => {
    source = followInto(served, replica.store, { gateways: [EDGE], ...options });
  };
  const watch = () => source?.state().gateways.get(EDGE);
  const trouble = () => watch()?.checkTrouble;
  const bundles = () => bundlesOf(served);
  const isTold = (kind: string) =>
    eventually(() => {
      expect(trouble()?.problem.kind).toBe(kind);
      expect(trouble()?.times).toBeGreaterThan(3);
    });

  test('does not go back when the pointer does, and goes on with the next publication', async () => {
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    await publishBundle(bucket, second);
    await eventually(() => expect(bundles()).toEqual([first.id, second.id]));
    replica.lag();
    await isTold('pointer-stale');
    await publishBundle(bucket, third);
    replica.catchUp();
    await eventually(() => expect(bundles()).toEqual([first.id, second.id, third.id]));
    expect(trouble()).toBeUndefined();
  });

  test('does not believe what it shows at the start if an earlier run has seen more', async () => {
    const revision = await publishBundle(bucket, second);
    replica.lag();
    const pointer = { gateway: EDGE, bundle: second.id, revision };
    follow({ restored: [{ pointer, rollout: undefined, bundles: [second], signatures: new Map() }] });
    await eventually(() => expect(served).toMatchObject([{ source: 'disk', pointer }]));
    await isTold('pointer-stale');
    replica.catchUp();
    await eventually(() => expect(watch()?.served).toMatchObject({ source: 'bucket', pointer }));
    expect(bundles()).toEqual([second.id]);
  });

  describe('in a rollout', () => {
    const begin = async () => {
      const stable = { revision: await publishBundle(bucket, second), bundle: second.id, number: 2 };
      const candidate = { revision: await publishBundle(bucket, third), bundle: third.id, number: 3 };
      await writeRollout(bucket, stateOf(candidate, 'progressing', stable), undefined);
      await replica.remember(pointerKey(EDGE), rolloutKey(EDGE));
      return { stable, candidate };
    };
    const rollBack = async ({ stable, candidate }: Awaited<ReturnType<typeof begin>>) => {
      const held = await readRollout(bucket, EDGE);
      await writeRollout(
        bucket,
        { ...stateOf(candidate, 'rolled-back', stable), serial: held?.state.serial ?? 0 },
        held,
      );
    };
    const phases = () => served.map(({ rollout }) => rollout?.phase);

    test('does not give what was taken back again', async () => {
      const releases = await begin();
      follow();
      await eventually(() => expect(phases()).toEqual(['progressing']));
      await rollBack(releases);
      await eventually(() => expect(phases()).toEqual(['progressing', 'rolled-back']));
      replica.lag();
      await isTold('rollout-stale');
      replica.catchUp();
      await eventually(() => expect(trouble()).toBeUndefined());
      expect(phases()).toEqual(['progressing', 'rolled-back']);
    });

    test('does not give it at the start either, if an earlier run has seen more', async () => {
      const releases = await begin();
      await rollBack(releases);
      const rollout = (await readRollout(bucket, EDGE))?.state;
      const { revision, bundle } = releases.candidate;
      replica.lag();
      follow({
        restored: [{ pointer: { gateway: EDGE, revision, bundle }, rollout, bundles: [second], signatures: new Map() }],
      });
      await isTold('rollout-stale');
      expect(phases()).toEqual(['rolled-back']);
      replica.catchUp();
      await eventually(() => expect(watch()?.served?.source).toBe('bucket'));
      expect(phases()).toEqual(['rolled-back']);
    });
  });
});
