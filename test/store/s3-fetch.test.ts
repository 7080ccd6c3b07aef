import { afterAll, beforeAll, expect, test } from 'vitest';
import { createS3FetchStore } from '../../store/s3-fetch.ts';
import { INSTALL_TIMEOUT_MS, startS3Server, type S3Server } from '../servers/versitygw.ts';
import { describeStoreContract } from './contract.ts';

let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
}, INSTALL_TIMEOUT_MS);

afterAll(() => server.remove());

const open = async (prefix?: string) => {
  const { credentials } = server;
  const options = { ...server.storeOptions(await server.createBucket()), credentials };
  return createS3FetchStore(prefix === undefined ? options : { ...options, prefix });
};

describeStoreContract('s3 by fetch', () => open());

describeStoreContract('s3 by fetch, under a prefix', () => open('team/enroute'));

test('a bucket that refuses, is not there, or does not answer is told apart, without any key', async () => {
  const { credentials } = server;
  const options = { ...server.storeOptions('no-such-bucket'), credentials };
  await expect(createS3FetchStore(options).get('a')).rejects.toMatchObject({
    message: expect.stringContaining('no such bucket'),
    retryable: false,
  });
  const stranger = { ...options, credentials: { accessKeyId: 'stranger', secretAccessKey: 'a-secret' } };
  const refused = createS3FetchStore(stranger).get('a');
  await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('refuses us'), retryable: false });
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('stranger') });
  const away = createS3FetchStore({ ...options, endpoint: 'http://127.0.0.1:1' });
  await expect(away.get('a')).rejects.toMatchObject({
    message: expect.stringContaining('cannot be reached'),
    retryable: true,
  });
});
