import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { afterAll, expect, test } from 'vitest';
import { startGreeter } from '../../servers/greeter.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const greeter = shared(startGreeter);

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('greeter', greeter().port, 'protocol: http2'),
      ...upstream('other', greeter().port, 'protocol: http2'),
      ...upstream('uncounted', greeter().port, 'protocol: http2'),
      ...virtualHost(
        'grpc',
        `
        filters:
          - type: grpc-stats
            methods: [{ service: enroute.test.Greeter, methods: [Greet] }]
            upstreamTimes: true
        routes:
          - forward: { upstream: greeter }
          - match: { headers: [{ name: x-to, exact: other }] }
            forward: { upstream: other }
            filters: [{ type: grpc-stats, allMethods: true, dots: underscores }]
          - match: { headers: [{ name: x-to, exact: uncounted }] }
            forward: { upstream: uncounted }
            disableFilters: [grpc-stats]
      `,
      ),
    },
  }),
);

const clients: Client[] = [];
afterAll(() => clients.forEach((client) => client.close()));

/** Calls a method of the greeter, and returns the status, 0 for success. */
function call(method: string, name: string, to?: string): Promise<number> {
  const client = new Client(`127.0.0.1:${gateway().portOf('http')}`, credentials.createInsecure(), {
    'grpc.default_authority': 'grpc.test',
    'grpc.use_local_subchannel_pool': 1,
  });
  clients.push(client);
  const metadata = new Metadata();
  if (to !== undefined) metadata.set('x-to', to);
  const same = (bytes: Buffer) => bytes;
  const request = Buffer.concat([Buffer.from([0x0a, name.length]), Buffer.from(name)]);
  return new Promise((resolve) => {
    client.makeUnaryRequest(`/enroute.test.Greeter/${method}`, same, same, request, metadata, (error) =>
      resolve(error?.code ?? 0),
    );
  });
}

const stat = (upstreamName: string, name: string) => gateway().stat(`cluster.default/${upstreamName}.grpc.${name}`);

test('calls are counted by method and outcome, where the method is listed', async () => {
  expect(await call('Greet', 'ann')).toBe(0);
  expect(await call('Greet', '')).toBe(5);
  expect(await call('Wave', 'ann')).toBe(0);
  await expect.poll(() => stat('greeter', 'enroute.test.Greeter.Greet.success')).toBe(1);
  await expect.poll(() => stat('greeter', 'enroute.test.Greeter.Greet.failure')).toBe(1);
  expect(await stat('greeter', 'enroute.test.Greeter.Greet.5')).toBe(1);
  expect(await stat('greeter', 'enroute.test.Greeter.Wave.success')).toBe(0);
  expect(await stat('greeter', 'success')).toBe(1);
});

test('a route counts in its own way, or not at all', async () => {
  expect(await call('Wave', 'ann', 'other')).toBe(0);
  await expect.poll(() => stat('other', 'enroute_test_Greeter.Wave.success')).toBe(1);
  expect(await call('Greet', 'ann', 'uncounted')).toBe(0);
  expect(await stat('uncounted', 'success')).toBe(0);
  expect(await stat('uncounted', 'enroute.test.Greeter.Greet.success')).toBe(0);
});
