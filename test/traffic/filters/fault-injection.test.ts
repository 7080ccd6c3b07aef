import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...virtualHost(
        'shop',
        `
        filters: [{ type: fault-injection, abort: { statusCode: 418, body: a test } }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /never } }
            forward: { upstream: a }
            filters: [{ type: fault-injection, abort: { statusCode: 418, percentage: 0 } }]
          - match: { path: { prefix: /grpc } }
            forward: { upstream: a }
            filters: [{ type: fault-injection, abort: { grpcStatus: 14 } }]
          - match: { path: { prefix: /delay } }
            forward: { upstream: a }
            filters: [{ type: fault-injection, delay: { duration: 200ms } }]
          - match: { path: { prefix: /rate } }
            forward: { upstream: a }
            filters: [{ type: fault-injection, responseRate: { perSecond: 1KiB } }]
          - match: { path: { prefix: /header } }
            forward: { upstream: a }
            filters: [{ type: fault-injection, abort: { fromHeader: true }, delay: { fromHeader: true } }]
          - match: { path: { prefix: /nobody } }
            forward: { upstream: a }
            filters: [{ type: fault-injection, abort: { statusCode: 418 }, maximumActive: 0 }]
          - match: { path: { prefix: /safe } }
            forward: { upstream: a }
            disableFilters: [fault-injection]
      `,
      ),
      ...virtualHost('healthy', 'routes: [{ forward: { upstream: a } }]'),
    },
  }),
);

const send = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  gateway().request({ host: 'shop.test', path, headers });

test('an abort answers instead of the upstream', async () => {
  const before = a().count();
  const { status, body } = await send('/');
  expect([status, body, a().count()]).toEqual([418, 'a test', before]);
});

test('a share of 0 percent is none, nobody suffers who would be the first of none, and a route may be spared', async () => {
  expect((await send('/never')).status).toBe(200);
  expect((await send('/nobody')).status).toBe(200);
  expect((await send('/safe')).status).toBe(200);
});

test('another host stays healthy', async () => {
  expect((await gateway().request({ host: 'healthy.test' })).status).toBe(200);
});

test('an abort may be one of gRPC', async () => {
  const { status, headers } = await send('/grpc', { 'content-type': 'application/grpc' });
  expect([status, headers.get('grpc-status')]).toEqual([200, '14']);
});

/** What becomes of a request, and how often the fault was injected meanwhile. */
const counted = async (fault: string, path: string, headers: Readonly<Record<string, string>> = {}) => {
  const count = () => gateway().stat(`http.http.fault.${fault}`);
  const before = await count();
  const { status, body } = await send(path, headers);
  return { status, body, injected: (await count()) - before };
};

test('a delay lets the request wait, and then go on', async () => {
  expect(await counted('delays_injected', '/delay')).toMatchObject({ status: 200, injected: 1 });
});

test('a slow line lets the body of an answer drip', async () => {
  const text = 'x'.repeat(1500);
  a().script('/rate', [{ body: text }]);
  expect(await counted('response_rl_injected', '/rate')).toEqual({ status: 200, body: text, injected: 1 });
});

test('headers ask for a fault, where they may', async () => {
  expect((await send('/header')).status).toBe(200);
  expect((await send('/header', { 'x-envoy-fault-abort-request': '507' })).status).toBe(507);
  expect((await send('/safe', { 'x-envoy-fault-abort-request': '507' })).status).toBe(200);
  const delay = { 'x-envoy-fault-delay-request': '10' };
  expect(await counted('delays_injected', '/header', delay)).toMatchObject({ status: 200, injected: 1 });
  expect(await counted('delays_injected', '/never', delay)).toMatchObject({ status: 200, injected: 0 });
});
