/** What every bucket must do. Each kind of store runs this suite against the real thing. */
import { describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import { all, bytes, etagOf, increment, textAt } from './objects.ts';

/** Gives a new, empty store, in which the test is alone. */
export type OpenEmptyStore = () => Promise<Store> | Store;

export function describeStoreContract(name: string, open: OpenEmptyStore): void {
  describe(`${name}: objects`, () => {
    test('an object that was never put is absent', async () => {
      const store = await open();
      expect(await store.get('pointers/default/edge.json')).toEqual({ status: 'absent' });
      expect(await store.get('pointers/default/edge.json', '"some-etag"')).toEqual({ status: 'absent' });
    });

    test('an object is found as it was put', async () => {
      const store = await open();
      const put = await store.put('a/b', bytes('hello'));
      expect(put.status).toBe('written');
      expect(await store.get('a/b')).toEqual({ status: 'found', bytes: bytes('hello'), etag: etagOf(put) });
    });

    test('the last put wins', async () => {
      const store = await open();
      await store.put('a', bytes('a longer text'));
      await store.put('a', bytes('short'));
      expect(await textAt(store, 'a')).toBe('short');
    });

    test('an empty object is an object', async () => {
      const store = await open();
      await store.put('empty', bytes(''));
      expect(await textAt(store, 'empty')).toBe('');
      expect((await all(store.list(''))).map(({ size }) => size)).toEqual([0]);
    });

    test('an object of nine million bytes keeps every one', async () => {
      const store = await open();
      const big = Uint8Array.from({ length: 9_000_000 }, (_, index) => index * 7 + (index >> 8));
      await store.put('big', big);
      const found = await store.get('big');
      expect(found.status === 'found' && Buffer.compare(found.bytes, big)).toBe(0);
    });

    test('what the caller does to the bytes later changes nothing', async () => {
      const store = await open();
      const put = bytes('original');
      await store.put('a', put);
      put.fill(0);
      const first = await store.get('a');
      if (first.status === 'found') first.bytes.fill(0);
      expect(await textAt(store, 'a')).toBe('original');
    });

    test('a view into a larger buffer is put alone', async () => {
      const store = await open();
      await store.put('view', bytes('before|middle|after').subarray(7, 13));
      expect(await textAt(store, 'view')).toBe('middle');
    });

    test('a deleted object is absent, and deleting it again is no error', async () => {
      const store = await open();
      await store.put('a/b', bytes('x'));
      await store.delete('a/b');
      await store.delete('a/b');
      await store.delete('never/there');
      expect(await store.get('a/b')).toEqual({ status: 'absent' });
      expect(await all(store.list(''))).toEqual([]);
    });

    test.each([
      '__proto__',
      'constructor/toString',
      'with space/and+plus/and%20percent',
      'ünïcode/日本/😀',
      '.hidden/..dots/...',
      'quotes"\'`/angle<>/amp&',
      'semi;colon:equals=question?hash#tilde~at@',
      'UPPER/lower',
      'back\\slash',
      `${'long-'.repeat(40)}name`,
    ])('the key %s is a key like any other', async (key) => {
      const store = await open();
      await store.put(key, bytes(key));
      expect(await textAt(store, key)).toBe(key);
      expect((await all(store.list(''))).map((listed) => listed.key)).toEqual([key]);
      expect((await all(store.list(key))).map((listed) => listed.key)).toEqual([key]);
      await store.delete(key);
      expect(await store.get(key)).toEqual({ status: 'absent' });
    });
  });

  describe(`${name}: ETags`, () => {
    test('an object that still has the ETag is unchanged, another is found', async () => {
      const store = await open();
      const first = etagOf(await store.put('a', bytes('1')));
      expect(await store.get('a', first)).toEqual({ status: 'unchanged' });
      const second = etagOf(await store.put('a', bytes('2')));
      expect(await store.get('a', first)).toEqual({ status: 'found', bytes: bytes('2'), etag: second });
    });

    test('other bytes have another ETag, and a listing has the same', async () => {
      const store = await open();
      const first = etagOf(await store.put('a', bytes('1')));
      const second = etagOf(await store.put('a', bytes('2')));
      expect(second).not.toBe(first);
      expect((await all(store.list('a'))).map(({ etag }) => etag)).toEqual([second]);
    });
  });

  describe(`${name}: conditional writes`, () => {
    test('"absent" writes once and then conflicts, and the first bytes stay', async () => {
      const store = await open();
      expect((await store.put('a', bytes('first'), { absent: true })).status).toBe('written');
      expect(await store.put('a', bytes('second'), { absent: true })).toEqual({ status: 'conflict' });
      expect(await store.put('a', bytes('first'), { absent: true })).toEqual({ status: 'conflict' });
      expect(await textAt(store, 'a')).toBe('first');
    });

    test('"absent" writes again after a delete', async () => {
      const store = await open();
      await store.put('a', bytes('first'));
      await store.delete('a');
      expect((await store.put('a', bytes('second'), { absent: true })).status).toBe('written');
    });

    test('"match" replaces the version that was read, and conflicts over any other', async () => {
      const store = await open();
      const first = etagOf(await store.put('a', bytes('1')));
      const second = await store.put('a', bytes('2'), { match: first });
      expect(second.status).toBe('written');
      expect(await store.put('a', bytes('3'), { match: first })).toEqual({ status: 'conflict' });
      expect(await textAt(store, 'a')).toBe('2');
      expect((await store.put('a', bytes('3'), { match: etagOf(second) })).status).toBe('written');
    });

    test('"match" conflicts where nothing is', async () => {
      const store = await open();
      const etag = etagOf(await store.put('a', bytes('1')));
      await store.delete('a');
      expect(await store.put('a', bytes('2'), { match: etag })).toEqual({ status: 'conflict' });
      expect(await store.get('a')).toEqual({ status: 'absent' });
    });

    test('of twenty at once with "absent", one writes', async () => {
      const store = await open();
      const results = await race(20, (index) => store.put('race', bytes(`writer ${index}`), { absent: true }));
      expect(results.filter(({ status }) => status === 'written')).toHaveLength(1);
      const winner = results.findIndex(({ status }) => status === 'written');
      expect(await textAt(store, 'race')).toBe(`writer ${winner}`);
    });

    test('of twenty at once with "match", one writes', async () => {
      const store = await open();
      const etag = etagOf(await store.put('race', bytes('start')));
      const results = await race(20, (index) => store.put('race', bytes(`writer ${index}`), { match: etag }));
      expect(results.filter(({ status }) => status === 'written')).toHaveLength(1);
      const winner = results.findIndex(({ status }) => status === 'written');
      expect(await textAt(store, 'race')).toBe(`writer ${winner}`);
    });

    test('twenty counters that retry lose no count', async () => {
      const store = await open();
      await store.put('counter', bytes('0'));
      await race(20, () => increment(store, 'counter'));
      expect(await textAt(store, 'counter')).toBe('20');
    });

    test('a reader sees whole objects while they are replaced', async () => {
      const store = await open();
      const versions = ['a'.repeat(300_000), 'b'.repeat(200_000)];
      await store.put('x', bytes(versions[0] ?? ''));
      const seen = new Set<string>();
      const write = async () => {
        for (let round = 0; round < 10; round++) await store.put('x', bytes(versions[round % 2] ?? ''));
      };
      const read = async () => {
        for (let round = 0; round < 20; round++) seen.add(await textAt(store, 'x'));
      };
      await Promise.all([write(), read(), read()]);
      expect([...seen].every((text) => versions.includes(text))).toBe(true);
    });
  });

  describe(`${name}: listings`, () => {
    test('hold what begins with the prefix, in the order of UTF-8 bytes', async () => {
      const store = await open();
      const keys = ['a/1', 'a/10', 'a/2', 'a/b/c', 'a-b', 'a.b', 'a/\uff5e', 'a/😀', 'a/é', 'b/1'];
      for (const key of keys) await store.put(key, bytes(key));
      const listed = async (prefix: string) => (await all(store.list(prefix))).map(({ key }) => key);

      expect(await listed('')).toEqual(['a-b', 'a.b', 'a/1', 'a/10', 'a/2', 'a/b/c', 'a/é', 'a/\uff5e', 'a/😀', 'b/1']);
      expect(await listed('a/1')).toEqual(['a/1', 'a/10']);
      expect(await listed('a/')).toEqual(['a/1', 'a/10', 'a/2', 'a/b/c', 'a/é', 'a/\uff5e', 'a/😀']);
      expect(await listed('a/b')).toEqual(['a/b/c']);
      expect(await listed('nothing')).toEqual([]);
      expect(await listed('a/1/x')).toEqual([]);
    });

    test('say how long an object is and when it was written', async () => {
      const store = await open();
      await store.put('a', bytes('12345'));
      const [listed] = await all(store.list('a'));
      expect(listed?.size).toBe(5);
      expect(Math.abs((listed?.modified ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    test('show that an equal object has been written again', async () => {
      const store = await open();
      await store.put('a', bytes('1'));
      const modified = async () => (await all(store.list('a')))[0]?.modified ?? 0;
      const before = await modified();
      await new Promise((resolve) => setTimeout(resolve, 1_100)); // S3 tells whole seconds.
      await store.put('a', bytes('1'));
      expect(await modified()).toBeGreaterThan(before);
    });

    test('of more than a thousand objects are whole', async () => {
      const store = await open();
      const keys = Array.from({ length: 1_050 }, (_, index) => `many/${String(index).padStart(5, '0')}`);
      for (let at = 0; at < keys.length; at += 50) {
        await Promise.all(keys.slice(at, at + 50).map((key) => store.put(key, bytes('x'))));
      }
      expect((await all(store.list('many/'))).map(({ key }) => key)).toEqual(keys);
    });

    test('can be left early', async () => {
      const store = await open();
      for (const key of ['a', 'b', 'c']) await store.put(key, bytes('x'));
      for await (const { key } of store.list('')) {
        expect(key).toBe('a');
        break;
      }
    });
  });

  describe(`${name}: location`, () => {
    test('names the store', async () => {
      expect((await open()).location).toMatch(/^(memory:|file:\/\/|s3:\/\/|r2:\/\/)/);
    });
  });
}

const race = <T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));
