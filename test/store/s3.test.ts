import { afterAll, beforeAll } from 'vitest';
import { createS3Store } from '../../store/s3.ts';
import { INSTALL_TIMEOUT_MS, startS3Server, type S3Server } from '../servers/versitygw.ts';
import { describeStoreContract } from './contract.ts';

let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
}, INSTALL_TIMEOUT_MS);

afterAll(() => server.remove());

describeStoreContract('s3', async () => createS3Store(server.storeOptions(await server.createBucket())));

describeStoreContract('s3 under a prefix', async () =>
  createS3Store({ ...server.storeOptions(await server.createBucket()), prefix: 'team/enroute' }),
);
