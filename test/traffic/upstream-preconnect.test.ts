/** Envoy counts connections over all upstreams, so those of others would stand in the way: this Envoy has none. */
import { expect, test } from 'vitest';
import { startPlainServer } from '../servers/plain-server.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const servers = shared(async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => startPlainServer()));
  return { all, stop: async () => void (await Promise.all(all.map(({ stop }) => stop()))) };
});

const gateway = shared(() => {
  const [a = 0, b = 0, c = 0, d = 0] = servers().all.map(({ port }) => port);
  const inTurn = 'loadBalancing: { policy: roundRobin }';
  return startGateway({
    documents: {
      ...upstream('usual', [a, b], inTurn),
      ...upstream('foreseeing', [c, d], `${inTurn}\nconnection: { preconnect: { predictive: 3 } }`),
      ...virtualHost(
        'preconnect',
        `
        routes:
          - { match: { path: { prefix: /usual } }, forward: { upstream: usual } }
          - { match: { path: { prefix: /foreseeing } }, forward: { upstream: foreseeing } }
      `,
      ),
    },
  });
});

const connectionsAfter = async (path: string): Promise<readonly number[]> => {
  expect((await gateway().request({ host: 'preconnect.test', path })).status).toBe(200);
  return servers().all.map(({ connections }) => connections());
};

test('connections are made to the endpoints that will get the next requests, if the document says so', async () => {
  const [a = 0, b = 0] = await connectionsAfter('/usual');
  expect(a + b).toBe(1);
  await connectionsAfter('/foreseeing');
  const [, , c, d] = servers().all;
  await expect
    .poll(() => Math.min(c?.connections() ?? 0, d?.connections() ?? 0), { timeout: 10_000 })
    .toBeGreaterThan(0);
});
