/** How long requests may take, what holds for all routes of a host, and which requests come first. */
import { connect } from 'node:http2';
import { describe, expect, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...upstream('small', a().port, 'circuitBreakers: { maximumRequests: 1 }'),
      ...virtualHost(
        'times',
        `
        routes:
          - match: { path: { prefix: /duration } }
            forward: { upstream: a, timeout: 0s, maximumDuration: 150ms }
          - match: { path: { prefix: /deadline } }
            forward: { upstream: a, timeout: 3s, grpcTimeout: {} }
          - match: { path: { prefix: /limited-deadline } }
            forward: { upstream: a, timeout: 3s, grpcTimeout: { maximum: 100ms } }
          - match: { path: { prefix: /early-deadline } }
            forward: { upstream: a, timeout: 3s, grpcTimeout: { offset: 59m } }
          - match: { path: { prefix: /no-deadline } }
            forward: { upstream: a, timeout: 500ms }
          - match: { path: { prefix: /flush } }
            forward: { upstream: a, flushTimeout: 100ms }
      `,
      ),
      ...virtualHost(
        'defaults',
        `
        routeDefaults: { timeout: 400ms, retry: { on: [5xx], attempts: 1 } }
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /patient } }
            forward: { upstream: a, timeout: 5s }
          - match: { path: { prefix: /once } }
            forward: { upstream: a, retry: { attempts: 0 } }
          - match: { path: { prefix: /twice } }
            forward: { upstream: a, retry: { on: [5xx], attempts: 2 } }
      `,
      ),
      ...document(
        'Route',
        'attached',
        'virtualHosts: [defaults]',
        'routes: [{ match: { path: { prefix: /attached } }, forward: { upstream: a } }]',
      ),
      ...virtualHost(
        'priorities',
        `
        routes:
          - forward: { upstream: small }
          - match: { path: { prefix: /high } }
            forward: { upstream: small, priority: high }
      `,
      ),
    },
  }),
);

const statusOf = async (host: string, path: string): Promise<number> =>
  (await gateway().request({ host: `${host}.test`, path })).status;

test('the longest duration of a request ends it', async () => {
  a().script('/duration', ['hang']);
  expect(await statusOf('times', '/duration')).toBe(504);
});

describe('the deadline of a gRPC client', () => {
  /** What becomes of a request that the upstream never answers: the status of gRPC, or that of HTTP. */
  async function send(path: string, timeout: string): Promise<string> {
    a().script(path, ['hang']);
    const headers = { 'content-type': 'application/grpc', 'grpc-timeout': timeout };
    const response = await gateway().request({ host: 'times.test', path, headers });
    return response.headers.get('grpc-message') ?? `${response.status}`;
  }

  test('is obeyed', async () => expect(await send('/deadline', '100m')).toMatch(/duration timeout/));
  test('is obeyed up to a limit', async () =>
    expect(await send('/limited-deadline', '1H')).toMatch(/duration timeout/));
  test('is obeyed ahead of time', async () => expect(await send('/early-deadline', '59M')).toMatch(/duration timeout/));
  test('is left to the upstream otherwise', async () =>
    expect(await send('/no-deadline', '1m')).toMatch(/request timeout/));
});

test('an answer that the client does not read is dropped after the flush timeout', async () => {
  a().script('/flush', [{ body: 'x'.repeat(10_000) }]);
  const session = connect(`http://127.0.0.1:${gateway().portOf('http')}`, { settings: { initialWindowSize: 1000 } });
  const stream = session.request({ ':path': '/flush', ':authority': 'times.test' });
  stream.on('error', () => stream.destroy()); // The reset is what the test waits for.
  stream.pause();
  await poll(
    { what: 'that Envoy gives up' },
    async () => (await gateway().stat('http2.tx_flush_timeout')) > 0 || undefined,
  );
  session.destroy();
});

describe('what a host says for all routes', () => {
  test('holds for those that say nothing', async () => {
    a().script('/hanging', ['hang']);
    expect(await statusOf('defaults', '/hanging')).toBe(504);
    a().script('/failing', [{ status: 500 }, { status: 500 }, 'echo']);
    expect([await statusOf('defaults', '/failing'), a().count('/failing')]).toEqual([500, 2]);
  });

  test('holds for those that are attached', async () => {
    a().script('/attached', [{ status: 500 }, 'echo']);
    expect([await statusOf('defaults', '/attached'), a().count('/attached')]).toEqual([200, 2]);
  });

  test('does not hold for those that say something else', async () => {
    a().script('/patient', [{ delayMs: 800 }]);
    expect(await statusOf('defaults', '/patient')).toBe(200);
    a().script('/once', [{ status: 500 }, 'echo']);
    expect([await statusOf('defaults', '/once'), a().count('/once')]).toEqual([500, 1]);
    a().script('/twice', [{ status: 500 }, { status: 500 }, 'echo']);
    expect([await statusOf('defaults', '/twice'), a().count('/twice')]).toEqual([200, 3]);
  });
});

test('requests of high priority come through when the usual ones have used up what there is', async () => {
  a().script('/slow', [{ delayMs: 2000 }]);
  const slow = statusOf('priorities', '/slow');
  await poll({ what: 'that the request has come' }, async () => a().count('/slow') === 1 || undefined);
  expect(await statusOf('priorities', '/')).toBe(503);
  expect(await statusOf('priorities', '/high')).toBe(200);
  expect(await slow).toBe(200);
});
