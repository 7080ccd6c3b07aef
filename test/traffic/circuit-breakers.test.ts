/** What fails at once when too much is asked of an upstream. */
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const h2 = shared(() => startUpstream({ name: 'h2', protocol: 'http2' }));

const RETRY = 'retry: { attempts: 1, on: [5xx], backOff: { base: 1ms, maximum: 5ms } }';

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('limits', a().port),
      ...upstream('budget', a().port, 'circuitBreakers: { retryBudget: { percentage: 0, minimumConcurrency: 0 } }'),
      ...upstream('tracked', a().port, 'circuitBreakers: { maximumRequests: 77, trackRemaining: true }'),
      ...upstream('high', h2().port, 'protocol: http2\ncircuitBreakers: { high: { maximumRequests: 1 } }'),
      ...upstream(
        'each',
        a().port,
        'circuitBreakers: { maximumPendingRequests: 1, perEndpoint: { maximumConnections: 1 } }',
      ),
      ...virtualHost(
        'breakers',
        `
        routes:
          - match: { path: { prefix: /limits } }
            forward: { upstream: limits, ${RETRY} }
          - match: { path: { prefix: /budget } }
            forward: { upstream: budget, ${RETRY} }
          - match: { path: { prefix: /tracked } }
            forward: { upstream: tracked }
          - match: { path: { prefix: /each } }
            forward: { upstream: each }
          - match: { path: { prefix: /high } }
            forward: { upstream: high, priority: high }
          - match: { path: { prefix: /usual } }
            forward: { upstream: high }
        `,
      ),
    },
  }),
);

const PATIENCE = { timeout: 10_000 };
const send = async (path: string) => (await gateway().request({ host: 'breakers.test', path })).status;
const together = async (count: number, path: string) =>
  (await Promise.all(Array.from({ length: count }, () => send(path)))).toSorted();

describe('retries', () => {
  test('are as many as the budget says', async () => {
    for (const path of ['/limits', '/budget']) {
      a().script(path, [{ status: 503 }]);
      expect(await send(path)).toBe(503);
    }
    expect([a().count('/limits'), a().count('/budget')]).toEqual([2, 1]);
  });
});

describe('limits', () => {
  test('of routes of high priority are their own', async () => {
    for (const path of ['/high', '/usual']) h2().script(path, [{ delayMs: 500 }]);
    expect(await together(3, '/high')).toEqual([200, 503, 503]);
    expect(await together(3, '/usual')).toEqual([200, 200, 200]);
  });

  test('of an endpoint are for it alone', async () => {
    a().script('/each', [{ delayMs: 500 }]);
    const first = send('/each');
    await expect.poll(() => a().count('/each'), PATIENCE).toBe(1); // It has the connection.
    expect(await together(3, '/each')).toEqual([200, 503, 503]);
    expect(await first).toBe(200);
  });

  test('are tracked if the document says so', async () => {
    const left = (name: string) => gateway().stat(`cluster.default/${name}.circuit_breakers.default.remaining_rq`);
    await send('/tracked');
    expect([await left('tracked'), await left('limits')]).toEqual([77, 0]);
  });
});
