import { describe, expect, test } from 'vitest';
import { handleNotices, noticeOf, noticesOfEvent, problemsOf } from '../../functions/bucket-events.ts';

const HEAD = 'enroute/workspaces/default/head.json';

const s3 = (...keys: readonly string[]) => ({
  Records: keys.map((key) => ({ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { object: { key } } })),
});
const eventBridge = (key: string) => ({
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'b' }, object: { key } },
});
const r2 = (key: string) => ({ account: 'a', action: 'PutObject', bucket: 'b', object: { key, size: 1, eTag: 'e' } });
const queued = (messageId: string, body: unknown) => ({
  eventSource: 'aws:sqs',
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('what a bucket tells', () => {
  test.each([
    ['S3', s3(HEAD)],
    ['EventBridge', eventBridge(HEAD)],
    ['R2', r2(HEAD)],
  ])('is understood from %s', (_, notification) => {
    expect(noticeOf(notification)).toEqual({ workspaces: ['default'] });
    expect(noticesOfEvent(notification)).toEqual([{ workspaces: ['default'] }]);
    expect(noticesOfEvent({ Records: [queued('1', notification)] })).toEqual([
      { message: '1', workspaces: ['default'] },
    ]);
  });

  test.each([
    ['workspaces/default/head.json', ['default']],
    ['a/workspaces/b/workspaces/team/head.json', ['team']],
    ['workspaces/workspaces/head.json', ['workspaces']],
    ['enroute/workspaces/workspaces/head.json', ['workspaces']],
    ['my-workspaces/default/head.json', []],
    ['workspaces/default/settings.json', []],
    ['workspaces/default/head.json/more', []],
    ['pointers/default/edge.json', []],
  ])('of %s concerns the workspaces %j', (key, workspaces) => {
    expect(noticeOf(eventBridge(key))).toEqual({ workspaces });
    expect(noticeOf(s3(key))).toEqual({ workspaces });
  });

  test('has keys as a form would write them if it is from S3, and as they are otherwise', () => {
    expect(noticeOf(s3('a+b%2Fworkspaces/default/head.json'))).toEqual({ workspaces: ['default'] });
    expect(noticeOf(r2('100%/workspaces/default/head.json'))).toEqual({ workspaces: ['default'] });
    expect(noticeOf(s3('100%/workspaces/default/head.json'))).toHaveProperty('problem');
  });

  test("is nothing where S3 tests whether it arrives, and a problem where it is somebody else's", () => {
    expect(noticeOf({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' })).toEqual({ workspaces: [] });
    const problem = 'this is no notification of S3, EventBridge or R2: it has "source", "detail"';
    expect(noticeOf({ source: 'aws.ec2', detail: { object: { key: HEAD } } })).toEqual({ problem });
    for (const other of [null, 1, 'text', [], {}, { Records: [{ s3: {} }] }, { Records: 'none' }])
      expect(noticeOf(other)).toHaveProperty('problem');
    expect(noticesOfEvent({ Records: [queued('1', 'no JSON')] })).toMatchObject([{ message: '1' }]);
  });
});

describe('of several notices', () => {
  const failing = (broken: string) => (workspaces: readonly string[]) =>
    Promise.resolve(
      workspaces.map((workspace) =>
        workspace === broken
          ? ({ workspace, status: 'failed', published: [], message: 'it is broken' } as const)
          : ({ workspace, status: 'done', published: [] } as const),
      ),
    );
  const key = (workspace: string) => `workspaces/${workspace}/head.json`;

  test('each workspace is published once, and only those are given again that tell of one that failed', async () => {
    const notices = noticesOfEvent({
      Records: [
        queued('1', s3(key('good'))),
        queued('2', s3(key('good'), key('bad'))),
        queued('3', { hello: 'world' }),
        queued('4', s3(key('good'))),
      ],
    });
    const handled = await handleNotices(notices, failing('bad'));
    expect(handled.results.map(({ workspace }) => workspace)).toEqual(['good', 'bad']);
    expect(handled.failed.map(({ message }) => message)).toEqual(['2', '3']);
    expect(problemsOf(handled)).toEqual([
      'this is no notification of S3, EventBridge or R2: it has "hello"',
      'workspace bad: it is broken',
    ]);
  });

  test('none concerns a workspace: then nobody is asked to publish', async () => {
    const handled = await handleNotices(noticesOfEvent(s3('chunks/0')), () => Promise.reject(new Error('asked')));
    expect(handled).toEqual({ results: [], failed: [] });
  });
});
