import { expect, test } from 'vitest';
import { poll } from '../../../cli/local/poll.ts';
import { startProcessor } from '../../servers/external-processor.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());
const processor = shared(startProcessor);

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...upstream('processor', processor().port, 'protocol: http2'),
      ...virtualHost(
        'shop',
        `
        filters: [{ type: external-processing, upstream: processor, timeout: 5s }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /bodies } }
            forward: { upstream: a }
            filters:
              - type: external-processing
                upstream: processor
                timeout: 5s
                request: { headers: skip, body: buffered }
                response: { body: streamed }
          - match: { path: { prefix: /impatient } }
            forward: { upstream: a }
            filters: [{ type: external-processing, upstream: processor, timeout: 50ms, statusWhenUnavailable: 503 }]
          - match: { path: { prefix: /lenient } }
            forward: { upstream: a }
            filters: [{ type: external-processing, upstream: processor, timeout: 5s, whenUnavailable: allow }]
          - match: { path: { prefix: /part } }
            forward: { upstream: a }
            filters:
              - type: external-processing
                upstream: processor
                timeout: 5s
                headers: { except: [{ exact: authorization }] }
                mayChange: { routing: true }
                requestAttributes: [request.path, source.address]
                response: { headers: skip }
          - match: { path: { prefix: /observed } }
            forward: { upstream: a }
            filters: [{ type: external-processing, upstream: processor, mode: observe }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [external-processing]
      `,
      ),
    },
  }),
);

type Sent = Omit<Parameters<ReturnType<typeof gateway>['request']>[0], 'host'>;

const send = (request: Sent) => gateway().request({ host: 'shop.test', ...request });
const echo = (request: Sent) => gateway().echo({ host: 'shop.test', ...request });
const shownFor = (path: string) => processor().shown.find(({ headers }) => headers.get(':path') === path);

test('the service changes the headers of requests and answers, but not where they go', async () => {
  const request = await echo({ path: '/a' });
  expect([request.headers['x-processed'], request.host]).toEqual(['yes', 'shop.test']);
  expect((await send({ path: '/a' })).headers.get('x-processed')).toBe('yes');
});

test('the service answers instead of the upstream', async () => {
  const { status, body } = await send({ headers: { 'x-process': 'deny' } });
  expect([status, body]).toEqual([403, 'not you']);
});

test('the service changes bodies, where it sees them, and does not change what it does not see', async () => {
  a().script('/bodies', [{ body: 'an answer' }]);
  const { body } = await send({ method: 'POST', path: '/bodies', body: 'a request' });
  const request = a().requests.find(({ path }) => path === '/bodies');
  expect([request?.body, request?.headers['x-processed'], body]).toEqual(['A REQUEST', undefined, 'AN ANSWER']);
});

test.each([
  ['fails', '/', 'fail', 500],
  ['fails where that has a status of its own', '/impatient', 'fail', 503],
  ['does not answer in time', '/impatient', 'hang', 504],
  ['fails where that is borne', '/lenient', 'fail', 200],
])('a request whose service %s (%s, %s) gets %d', async (_, path, process, status) => {
  expect((await send({ path, headers: { 'x-process': process } })).status).toBe(status);
});

test('the service sees what it is to see, and may change the host where it may', async () => {
  const request = await echo({ path: '/part/1', headers: { authorization: 'secret', 'x-a': 'b' } });
  expect(request.host).toBe('elsewhere.test');
  const shown = shownFor('/part/1');
  expect(shown?.attributes.toSorted()).toEqual(['request.path', 'source.address']);
  expect([shown?.headers.get('x-a'), shown?.headers.get('authorization')]).toEqual(['b', undefined]);
});

test('an observer is shown requests and changes nothing', async () => {
  const request = await echo({ path: '/observed', headers: { 'x-process': 'deny' } });
  expect(request.headers['x-processed']).toBeUndefined();
  await poll({ what: 'that the observer has seen it' }, async () => shownFor('/observed'));
});

test('nothing is shown where the filter is disabled', async () => {
  expect((await echo({ path: '/off' })).headers['x-processed']).toBeUndefined();
  expect(shownFor('/off')).toBeUndefined();
});
