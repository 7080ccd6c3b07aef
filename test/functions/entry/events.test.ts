/** What the bucket's events and a schedule call, on the platform's own runtime: the very files that are uploaded. */
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createR2Store } from '../../../store/r2.ts';
import { createS3Store } from '../../../store/s3.ts';
import { readHead, readRevision } from '../../../store/head.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import type { Store } from '../../../store/store.ts';
import { writeSettings } from '../../../store/workspace/settings.ts';
import { openWorkspace } from '../../../store/workspace/workspace.ts';
import { commitChanges } from '../../../store/workspace/write.ts';
import { eventually } from '../../relay/eventually.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import type { RunningLambda } from '../../servers/lambda.ts';
import { close, listen } from '../../servers/ports.ts';
import { startS3Server, type S3Server } from '../../servers/versitygw.ts';
import { gateway, put, SHOP, virtualHost } from '../../store/workspace/documents.ts';
import { deployHandler, deployWorker, s3Variables } from './deployed.ts';

let s3: S3Server;
let hook: Server;
/** What the S3 server has sent of heads, as a notification with the filter `/head.json` would have it. */
let told: object[] = [];

beforeAll(async () => {
  hook = createServer((request, response) => {
    void json(request).then((notification) => {
      if (typeof notification === 'object' && JSON.stringify(notification).includes('/head.json"'))
        told.push(notification ?? {});
      response.end();
    });
  });
  s3 = await startS3Server({ webhook: `http://127.0.0.1:${await listen(hook)}/` });
}, INSTALLATION_MS);
afterAll(async () => {
  await s3.remove();
  hook.closeAllConnections();
  await close(hook);
});

const openS3 = (bucket: string): Store => createS3Store({ ...s3.storeOptions(bucket), prefix: 'enroute' });

async function commit(store: Store, name = 'default', changes = SHOP): Promise<void> {
  const workspace = openWorkspace(store, name);
  await writeSettings(workspace, { publish: 'automatic' });
  const written = await commitChanges<never>(
    workspace,
    () => ({ status: 'changes', changes: changes.map((one) => put(one)) }),
    {
      author: 'test',
      message: 'a change',
      now: Date.now(),
    },
  );
  expect(written.status).toBe('committed');
}

const record = (workspace = 'default') => ({
  eventSource: 'aws:s3',
  s3: { object: { key: `enroute/workspaces/${workspace}/head.json` } },
});
const queued = (messageId: string, body: object) => ({ messageId, eventSource: 'aws:sqs', body: JSON.stringify(body) });
const published = (...names: readonly string[]) => [{ workspace: 'default', status: 'done', published: names }];

async function useLambda(
  handler: 'onBucketEvent' | 'onSchedule',
): Promise<{ readonly store: Store; readonly lambda: RunningLambda; readonly bucket: string }> {
  const bucket = await s3.createBucket();
  const lambda = await deployHandler(handler, s3Variables(s3, bucket));
  onTestFinished(lambda.stop);
  return { store: openS3(bucket), lambda, bucket };
}

const numberOf = async (store: Store): Promise<number | undefined> => {
  const head = await readHead(store, 'default/edge');
  return head && (await readRevision(store, head.pointer.revision))?.number;
};

describe('on Lambda', { timeout: INSTALLATION_MS }, () => {
  test('what S3 itself tells of a commit publishes it, once', async () => {
    const { store, lambda } = await useLambda('onBucketEvent');
    told = [];
    await commit(store);
    await eventually(() => expect(told).toHaveLength(1));
    expect(await lambda.invoke(told[0])).toEqual({ published: published('default/edge'), batchItemFailures: [] });
    expect(await lambda.invoke(told[0])).toEqual({ published: published(), batchItemFailures: [] });
    expect(await numberOf(store)).toBe(1);
    expect(lambda.output()).toContain('"published":["default/edge"]');
  });

  test('so does EventBridge, and a queue between, of which only those messages are given again that failed', async () => {
    const { store, lambda } = await useLambda('onBucketEvent');
    await commit(store);
    const [{ s3: detail }, hello] = [record(), { Service: 'Amazon S3', Event: 's3:TestEvent' }];
    const eventBridge = { source: 'aws.s3', 'detail-type': 'Object Created', detail };
    const batch = [queued('1', hello), queued('2', { Records: [record()] }), queued('3', eventBridge), queued('4', {})];
    expect(await lambda.invoke({ Records: batch })).toEqual({
      published: published('default/edge'),
      batchItemFailures: [{ itemIdentifier: '4' }],
    });
    expect(lambda.output()).toContain('this is no notification of S3, EventBridge or R2: it has no fields');
    await commit(store, 'default', [virtualHost('other')]);
    expect(await lambda.invoke(eventBridge)).toMatchObject({ published: published('default/edge') });
    expect(await numberOf(store)).toBe(2);
  });

  test('a workspace that cannot be read keeps no other back, and is given again', async () => {
    const { store, lambda } = await useLambda('onBucketEvent');
    await commit(store);
    await store.put('workspaces/broken/settings.json', new TextEncoder().encode('{}'));
    const messages = [queued('1', { Records: [record('broken')] }), queued('2', { Records: [record()] })];
    expect(await lambda.invoke({ Records: messages })).toMatchObject({
      published: [{ workspace: 'broken', status: 'failed' }, ...published('default/edge')],
      batchItemFailures: [{ itemIdentifier: '1' }],
    });
    // Without a queue, Lambda gives it again only if the function fails.
    await expect(lambda.invoke({ Records: [record('broken')] })).rejects.toThrow(
      'workspaces/broken/settings.json is broken',
    );
    await expect(lambda.invoke({ source: 'aws.ec2' })).rejects.toThrow('this is no notification of S3');
  });

  test('two functions that are told of the same publish it once', async () => {
    const { store, lambda, bucket } = await useLambda('onBucketEvent');
    const other = await deployHandler('onBucketEvent', s3Variables(s3, bucket));
    onTestFinished(other.stop);
    await commit(store);
    const event = { Records: [record()] };
    await Promise.all([lambda.invoke(event), other.invoke(event)]);
    expect(await numberOf(store)).toBe(1);
  });

  test('a schedule takes the steps of rollouts, and says so', async () => {
    const { store, lambda, bucket } = await useLambda('onSchedule');
    const events = await deployHandler('onBucketEvent', s3Variables(s3, bucket));
    onTestFinished(events.stop);
    await commit(store);
    await events.invoke({ Records: [record()] });
    const event = { source: 'aws.events', 'detail-type': 'Scheduled Event' };
    expect(await lambda.invoke(event)).toMatchObject({ status: 'done', gateways: [{ gateway: 'default/edge' }] });
    expect((await readRollout(store, 'default/edge'))?.state.phase).toBe('progressing');
    expect(lambda.output()).toContain('revision 1 begins');
  });

  test('without a bucket it says what is missing', async () => {
    const lambda = await deployHandler('onBucketEvent', {});
    onTestFinished(lambda.stop);
    await expect(lambda.invoke({ Records: [record()] })).rejects.toThrow('the variable ENROUTE_STORE is not set');
  });
});

const WORKERS = [
  [
    'R2',
    async () => {
      const worker = await deployWorker({});
      return { worker, store: createR2Store(await worker.bucket('BUCKET'), { name: 'BUCKET' }) };
    },
  ],
  [
    'S3',
    async () => {
      const bucket = await s3.createBucket();
      return { worker: await deployWorker(s3Variables(s3, bucket)), store: openS3(bucket) };
    },
  ],
] as const;

describe.each(WORKERS)('on Workers with %s', { timeout: INSTALLATION_MS }, (_, deploy) => {
  test('a queue publishes what the bucket has new, and a schedule takes the steps of rollouts', async () => {
    const { worker, store } = await deploy();
    onTestFinished(worker.stop);
    await commit(store);
    const notification = (key: string) => ({ account: 'a', action: 'PutObject', bucket: 'b', object: { key } });
    await worker.send(notification('workspaces/default/head.json'));
    await eventually(async () => expect(await numberOf(store)).toBe(1));

    await store.put('workspaces/broken/settings.json', new TextEncoder().encode('{}'));
    await commit(store, 'default', [gateway('internal')]);
    const bodies = ['workspaces/default/head.json', 'chunks/1', 'workspaces/broken/head.json'].map(notification);
    expect(await worker.deliver([...bodies, 'hello'])).toEqual([2, 3]);
    expect(await readHead(store, 'default/internal')).toBeDefined();
    expect(worker.output()).toContain('workspaces/broken/settings.json is broken');
    expect(worker.output()).toContain('this is no notification of S3, EventBridge or R2');
    expect(await worker.deliver(bodies.slice(0, 2))).toEqual([]);
    expect(await numberOf(store)).toBe(1);

    expect(await worker.schedule()).toBe(true);
    expect((await readRollout(store, 'default/edge'))?.state.phase).toBe('progressing');
  });
});
