import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const ADMISSION = '{ type: admission-control, window: 1m, aggression: 10, maximumRefusals: 100 }';
const CONCURRENCY = '{ type: adaptive-concurrency, statusCode: 429, idleTime: { measured: { concurrency: 1 } } }';

/** Two hosts of each filter that are set alike, and a route without it. */
const hosts = (filter: string, name: string) => ({
  ...virtualHost(
    name,
    `
    filters: [${filter}]
    routes:
      - forward: { upstream: echo }
      - { match: { path: { prefix: /open } }, disableFilters: [${name}], forward: { upstream: echo } }
  `,
  ),
  ...virtualHost(
    `${name}-twin`,
    `
    filters: [${filter}]
    routes: [{ forward: { upstream: echo } }]
  `,
  ),
});

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...hosts(ADMISSION, 'admission-control'),
      ...hosts(CONCURRENCY, 'adaptive-concurrency'),
      ...virtualHost(
        'lenient',
        `
        filters: [{ type: admission-control, aggression: 10, maximumRefusals: 100, successStatuses: [{ from: 100, to: 599 }] }]
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
    },
  }),
);

/** How many of so many requests, one after the other, reach the upstream. */
async function reaching(count: number, host: string, path: string): Promise<number> {
  const before = echo().count();
  for (let index = 0; index < count; index += 1) await gateway().request({ host: `${host}.test`, path });
  return echo().count() - before;
}

describe('admission control', () => {
  test('refuses requests while too many fail, and not those of other hosts', async () => {
    echo().script('/failing', [{ status: 503 }]);
    await reaching(20, 'admission-control', '/failing');
    expect(await reaching(20, 'admission-control', '/')).toBeLessThan(20);
    expect((await gateway().stat('http.http.admission_control.rq_rejected')) > 0).toBe(true);
    expect(await reaching(20, 'admission-control-twin', '/')).toBe(20);
    expect(await reaching(20, 'admission-control', '/open')).toBe(20);
  });

  test('takes for a success what it is told to', async () => {
    echo().script('/failing', [{ status: 503 }]);
    expect(await reaching(20, 'lenient', '/failing')).toBe(20);
  });
});

describe('adaptive concurrency', () => {
  const statusesOf = async (...requests: readonly (readonly [host: string, path: string])[]) => {
    const answers = requests.map(([host, path]) => gateway().request({ host: `${host}.test`, path }));
    return (await Promise.all(answers)).map(({ status }) => status).toSorted();
  };

  test('lets few requests run at once while it measures, and counts each host by itself', async () => {
    echo().script('/slow', [{ delayMs: 500 }]);
    const request = ['adaptive-concurrency', '/slow'] as const;
    expect(await statusesOf(request, request, request)).toEqual([200, 429, 429]);
    expect(await statusesOf(request, ['adaptive-concurrency-twin', '/slow'])).toEqual([200, 200]);
  });

  test('does not concern routes that do without it', async () => {
    echo().script('/open', [{ delayMs: 500 }]);
    const request = ['adaptive-concurrency', '/open'] as const;
    expect(await statusesOf(request, request, request)).toEqual([200, 200, 200]);
  });
});
