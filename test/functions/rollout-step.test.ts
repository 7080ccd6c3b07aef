import { expect, test } from 'vitest';
import { rolloutStep } from '../../functions/rollout-step.ts';
import { bucketTime, ROLLOUT_STEPS, takeLease } from '../../store/lease.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish } from '../../store/publish.ts';
import { readRollout } from '../../store/rollout/read.ts';
import { generateKeyPair, readSignKey } from '../../store/signing/keys.ts';
import { byTest, GATEWAY } from '../store/bundles.ts';
import { bundle } from '../store/rollout/bucket.ts';

test('a scheduled function takes the steps that are due, and says what has happened', async () => {
  const store = createMemoryStore();
  await publish(store, bundle(1), byTest('first'));
  await store.put('pointers/default/broken.json', new Uint8Array());
  expect(await rolloutStep({ store })).toEqual({
    status: 'done',
    gateways: [
      {
        gateway: 'default/broken',
        status: 'failed',
        message: 'memory:: pointers/default/broken.json is broken: it is no pointer of this gateway',
      },
      { gateway: GATEWAY, status: 'changed', phase: 'progressing', message: 'revision 1 begins' },
    ],
  });
  expect(await rolloutStep({ store })).toMatchObject({ status: 'done' });
});

test('it leaves them to a relay that does so', async () => {
  const store = createMemoryStore();
  await publish(store, bundle(1), byTest('first'));
  const lease = await takeLease(store, ROLLOUT_STEPS, await bucketTime(store));
  expect(await rolloutStep({ store })).toEqual({ status: 'busy' });
  expect(await lease?.renew()).toBe(true);
});

test('with public keys it rolls out nothing that they have not signed', async () => {
  const store = createMemoryStore();
  const makeKey = async () => readSignKey((await generateKeyPair()).privatePem);
  const [ours, theirs] = [await makeKey(), await makeKey()];
  await publish(store, bundle(1), byTest('first', { signKeys: [theirs] }));
  await rolloutStep({ store, verifyKeys: [ours] });
  expect(await readRollout(store, GATEWAY)).toBeUndefined();
  await rolloutStep({ store, verifyKeys: [theirs] });
  expect(await readRollout(store, GATEWAY)).toBeDefined();
});
