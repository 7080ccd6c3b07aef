import { expect, test } from 'vitest';
import { generateKeyPair, readSignKey } from '../../../store/index.ts';
import { gateway, upstream, virtualHost } from '../../store/workspace/documents.ts';
import { createClient } from './client.ts';

const newKey = async () => readSignKey((await generateKeyPair()).privatePem);

test('an API whose key is new says what it cannot vouch for, and signs it if it knows the key of before', async () => {
  const [old, next] = [await newKey(), await newKey()];
  const before = createClient({ signKeys: [old] });
  const { store } = before;
  const items = [gateway(), upstream('shop'), virtualHost('first')];
  expect((await before.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items })).status).toBe(200);
  expect((await before.send('POST', '/v1/publish', {})).body).toMatchObject({ gateways: [{ status: 'published' }] });

  const after = createClient({ store, signKeys: [next] });
  const more = { apiVersion: 'v1', kind: 'List', items: [virtualHost('second')] };
  expect((await after.send('POST', '/v1/apply', more)).status).toBe(200);
  const published = await after.send('POST', '/v1/publish', {});
  expect(published.body).toMatchObject({ gateways: [{ status: 'published', unvouched: [{ number: 1 }] }] });

  const knowing = createClient({ store, signKeys: [next], verifyKeys: [old] });
  expect((await knowing.send('POST', '/v1/apply', { ...more, items: [virtualHost('third')] })).status).toBe(200);
  expect((await knowing.send('POST', '/v1/publish', {})).body).toMatchObject({
    gateways: [expect.not.objectContaining({ unvouched: expect.anything() })],
  });
});
