import { describe, expect, test } from 'vitest';
import { document, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const ROUTE = 'respond: { statusCode: 200, body: passed }';

/** A limit that is not refilled while a test runs. */
const limit = (requests: number, more = ''): string =>
  `{ type: local-rate-limit, requests: ${requests}, per: 1h${more && `, ${more}`} }`;

const gateway = shared(() =>
  startGateway({
    protocol: 'state-of-the-world',
    documents: {
      ...document('Filter', 'two', 'type: local-rate-limit', 'requests: 2', 'per: 1h'),
      ...virtualHost('plain', `routes: [{ ${ROUTE} }]`),
      ...virtualHost(
        'whole',
        `
        filters: [${limit(3)}]
        routes:
          - { ${ROUTE} }
          - { match: { path: { prefix: /other } }, ${ROUTE} }
          - { match: { path: { prefix: /open } }, disableFilters: [local-rate-limit], ${ROUTE} }
          - { match: { path: { prefix: /own } }, filters: [${limit(1)}], ${ROUTE} }
          - { match: { path: { prefix: /two } }, filters: [{ type: reference, filter: two }], ${ROUTE} }
      `,
      ),
      ...virtualHost(
        'told',
        `
        filters: [${limit(2, 'statusCode: 503, rateLimitHeaders: draft-03')}]
        routes: [{ ${ROUTE} }]
      `,
      ),
      ...virtualHost(
        'refilled',
        `
        filters: [{ type: local-rate-limit, requests: 1, per: 100ms, burst: 5 }]
        routes: [{ ${ROUTE} }]
      `,
      ),
      ...virtualHost(
        'counted',
        `
        filters:
          - type: local-rate-limit
            limits:
              - { entries: [{ header: x-user }], requests: 2, per: 1h }
              - { entries: [{ header: x-user }], values: { x-user: robot }, requests: 1, per: 1h }
              - { entries: [{ value: put, when: [{ name: ':method', exact: PUT }] }], requests: 1, per: 1h }
              - { entries: [{ queryParameter: key }], requests: 1, per: 1h, shadow: true }
        routes: [{ ${ROUTE} }]
      `,
      ),
      ...virtualHost('shadow', `filters: [${limit(1, 'shadow: true')}]\nroutes: [{ ${ROUTE} }]`),
    },
  }),
);

const send = (host: string, path = '/') => gateway().request({ host: `${host}.test`, path });

async function statuses(count: number, host: string, path = '/'): Promise<readonly number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await send(host, path)).status);
  return all;
}

describe('a limit', () => {
  test('lets so many requests pass, over all routes of its host', async () => {
    expect([...(await statuses(2, 'whole')), ...(await statuses(1, 'whole', '/other'))]).toEqual([200, 200, 200]);
    expect([...(await statuses(2, 'whole')), ...(await statuses(1, 'whole', '/other'))]).toEqual([429, 429, 429]);
  });

  test('does not count for other hosts, nor for routes that do without', async () => {
    expect(new Set(await statuses(6, 'plain'))).toEqual(new Set([200]));
    expect(new Set(await statuses(6, 'whole', '/open'))).toEqual(new Set([200]));
  });

  test('of a route takes the place of its host’s', async () => {
    expect(await statuses(2, 'whole', '/own')).toEqual([200, 429]);
    expect(await statuses(3, 'whole', '/two')).toEqual([200, 200, 429]);
  });

  test('says how much is left', async () => {
    const answers = [await send('told'), await send('told'), await send('told')];
    expect(answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')])).toEqual([
      [200, '1'],
      [200, '0'],
      [503, '0'],
    ]);
    expect(answers[2]?.headers.get('x-ratelimit-limit')).toBe('2');
  });

  test('is refilled', async () => {
    const first = await statuses(8, 'refilled');
    expect(first.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(first).toContain(429);
    await expect.poll(async () => (await send('refilled')).status, { timeout: 5_000 }).toBe(200);
  });
});

describe('limits of certain requests', () => {
  const countedStatuses = async (
    count: number,
    options: Partial<Parameters<ReturnType<typeof gateway>['request']>[0]>,
  ) => {
    const all: number[] = [];
    for (let index = 0; index < count; index += 1)
      all.push((await gateway().request({ host: 'counted.test', path: '/', ...options })).status);
    return all;
  };
  const as = (user: string) => ({ headers: { 'x-user': user } });

  test('count each value by itself, and those that have a limit of their own by that', async () => {
    expect(await countedStatuses(3, as('ann'))).toEqual([200, 200, 429]);
    expect(await countedStatuses(3, as('bob'))).toEqual([200, 200, 429]);
    expect(await countedStatuses(2, as('robot'))).toEqual([200, 429]);
  });

  test('concern no others', async () => {
    expect(new Set(await countedStatuses(5, {}))).toEqual(new Set([200]));
  });

  test('may be told by conditions', async () => {
    expect(await countedStatuses(2, { method: 'PUT' })).toEqual([200, 429]);
  });

  test('in the shadow refuse nothing', async () => {
    expect(await countedStatuses(3, { path: '/?key=a' })).toEqual([200, 200, 200]);
    expect(await statuses(3, 'shadow')).toEqual([200, 200, 200]);
  });

  test('say when to come again', async () => {
    await countedStatuses(3, as('eve'));
    const { status, headers } = await gateway().request({ host: 'counted.test', path: '/', ...as('eve') });
    expect({ status, wait: Number(headers.get('retry-after')) > 0 }).toEqual({ status: 429, wait: true });
  });
});
