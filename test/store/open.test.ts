import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../store/open.ts';
import { StoreError } from '../../store/store.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { bytes, textAt } from './objects.ts';

describe('opening a bucket', () => {
  test('in memory: each its own', async () => {
    const store = await openStore('memory:');
    await store.put('a', bytes('x'));
    expect(store.location).toBe('memory:');
    expect(await textAt(await openStore('memory:'), 'a')).toBe('absent');
  });

  test('in a directory, by path or by URL', async () => {
    const folder = join(await temporaryFolder(), 'with space');
    await mkdir(folder);
    const url = pathToFileURL(folder).href;
    await (await openStore(folder)).put('a', bytes('x'));
    expect(await textAt(await openStore(url), 'a')).toBe('x');
    expect((await openStore(folder)).location).toBe(url);
  });

  test.each([
    ['s3://bucket', 's3://bucket'],
    ['s3://bucket/', 's3://bucket'],
    ['s3://bucket/a/b/', 's3://bucket/a/b'],
    ['s3://bucket/a%20b?region=eu-west-1', 's3://bucket/a b'],
    ['s3://my.bucket/x?endpoint=http%3A%2F%2F127.0.0.1%3A7070&region=us-east-1&pathStyle=true', 's3://my.bucket/x'],
    ['S3://bucket/x?endpoint=https://s3.example.com', 's3://bucket/x'],
  ])('on S3: %s', async (url, location) => {
    expect((await openStore(url)).location).toBe(location);
  });

  test.each([
    ['', /no bucket is named/],
    ['memory:x', /nothing may follow/],
    ['gs://bucket', /"gs:" is no bucket/],
    ['https://bucket.s3.amazonaws.com', /"https:" is no bucket; expected .*s3:\/\//],
    ['file://host/path', /three slashes/],
    ['file:///path?x=1', /no parameters/],
    ['s3://', /bucket is missing|no URL/],
    ['s3:///prefix', /bucket is missing/],
    ['s3://bucket:9000/x', /expected s3:\/\/bucket/],
    ['s3://bucket/%', /begins no escape/],
    ['s3://bucket?regoin=x', /"regoin" is unknown; expected endpoint, region, pathStyle/],
    ['s3://bucket?region=a&region=b', /stands there twice/],
    ['s3://bucket?region=EU!', /no region/],
    ['s3://bucket?pathStyle=yes', /true or false/],
    ['s3://bucket?endpoint=127.0.0.1:7070', /no http: or https: URL/],
    ['s3://bucket?endpoint=ftp://127.0.0.1', /no http: or https: URL/],
  ])('refuses %s', async (url, reason) => {
    const opening = openStore(url);
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(reason);
  });

  test.each(['s3://AKIAKEY:s3cr3t@bucket', 's3://bucket?endpoint=https://AKIAKEY:s3cr3t@host', 's3://bucket:s3cr3t'])(
    'does not repeat what may be a secret: %s',
    async (url) => {
      const error = await openStore(url).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).not.toMatch(/s3cr3t|AKIAKEY/);
    },
  );
});
