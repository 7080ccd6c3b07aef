import { describe, expect, test } from 'vitest';
import { pushEndpoints, readPushedEndpoints, withdrawEndpoints } from '../../store/endpoints.ts';
import { endpointsKey, upstreamOfEndpoints } from '../../store/keys.ts';
import { readSignedList } from '../../store/signing/endpoint-list.ts';
import { generateKeyPair, readSignKey } from '../../store/signing/keys.ts';
import { verifyStatement } from '../../store/signing/statement.ts';
import { createMemoryStore } from '../../store/memory.ts';

const CART = 'default/cart';
const ENDPOINTS = [{ address: '10.0.0.7', port: 8080 }];
const NOW = Date.UTC(2026, 0, 2);

describe('pushed endpoints', () => {
  test('are read as they were written, once', async () => {
    const store = createMemoryStore();
    expect(await readPushedEndpoints(store, CART)).toEqual({ status: 'absent' });
    await pushEndpoints(store, CART, ENDPOINTS, { now: NOW, timeToLiveSeconds: 60 });
    const reading = await readPushedEndpoints(store, CART);
    expect(reading).toMatchObject({ status: 'found', list: { endpoints: ENDPOINTS, expires: NOW + 60_000 } });
    const etag = 'etag' in reading ? reading.etag : '';
    expect(await readPushedEndpoints(store, CART, etag)).toEqual({ status: 'unchanged' });
    await withdrawEndpoints(store, CART);
    expect(await readPushedEndpoints(store, CART, etag)).toEqual({ status: 'absent' });
  });

  test('are not put over what somebody else has put there meanwhile', async () => {
    const store = createMemoryStore();
    const first = await pushEndpoints(store, CART, ENDPOINTS, { now: NOW, condition: { absent: true } });
    expect(first.status).toBe('written');
    expect(await pushEndpoints(store, CART, [], { now: NOW, condition: { absent: true } })).toEqual({
      status: 'conflict',
    });
  });

  test('are signed for one Upstream, end and time, and the time rises with each push', async () => {
    const store = createMemoryStore();
    const key = await readSignKey((await generateKeyPair()).privatePem);
    const push = (now: number) =>
      pushEndpoints(store, CART, ENDPOINTS, { now, timeToLiveSeconds: 60, signKeys: [key] });
    const signed = async () => {
      const reading = await readPushedEndpoints(store, CART);
      return (reading.status === 'found' && reading.signed) || expect.fail('it is not signed');
    };
    await push(NOW);
    const first = await signed();
    expect(first).toMatchObject({ upstream: CART, time: new Date(NOW).toISOString() });
    expect(await verifyStatement(first.statement, first.signatures, [key])).toBe('trusted');
    // By a slower clock, and many at once.
    await Promise.all([push(NOW - 1_000), push(NOW - 1_000), push(NOW - 1_000)]);
    expect((await signed()).time).toBe(new Date(NOW + 3).toISOString());
    const found = await store.get(endpointsKey(CART));
    const object = found.status === 'found' ? JSON.parse(new TextDecoder().decode(found.bytes)) : {};
    for (const change of [{ expires: '2999-01-01T00:00:00.000Z' }, { endpoints: [] }, { other: 1 }]) {
      const parsed =
        readSignedList(JSON.stringify({ ...object, ...change }))?.signed ?? expect.fail('it is not signed');
      expect(await verifyStatement(parsed.statement, parsed.signatures, [key])).toBe('forged');
    }
  });

  test('that are none are said to be broken, and where', async () => {
    const store = createMemoryStore();
    await store.put(endpointsKey(CART), new TextEncoder().encode('{"endpoints": [{"address": "10.0.0.7"}]}'));
    expect(await readPushedEndpoints(store, CART)).toMatchObject({
      status: 'broken',
      problem: expect.stringContaining('endpoints/default/cart.json:1:16'),
    });
  });

  test('stay in their part of the bucket', async () => {
    const store = createMemoryStore();
    for (const name of ['cart', '../pointers/x', 'default/../x', 'a/b/c', 'default/'])
      await expect(async () => pushEndpoints(store, name, [], { now: NOW })).rejects.toThrow('no name of an Upstream');
    expect(upstreamOfEndpoints(endpointsKey(CART))).toBe(CART);
    expect(upstreamOfEndpoints('pointers/default/cart.json')).toBeUndefined();
  });
});
