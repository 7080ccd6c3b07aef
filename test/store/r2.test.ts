import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { createR2Store } from '../../store/r2.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { startWorker, type RunningWorker } from '../servers/workers.ts';
import { describeStoreContract } from './contract.ts';

let worker: RunningWorker;

beforeAll(async () => {
  worker = await startWorker({
    modules: [
      { path: 'index.mjs', contents: 'export default { fetch: () => new Response("a bucket and nothing else") };' },
    ],
    r2Buckets: ['BUCKET'],
  });
}, INSTALLATION_MS);

afterAll(() => worker.stop());

// One bucket for all tests: each has a prefix of its own.
describeStoreContract('r2', async () =>
  createR2Store(await worker.bucket('BUCKET'), { name: 'test', prefix: randomUUID() }),
);
