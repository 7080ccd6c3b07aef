/** A new version of an upstream gets some of the requests: those that ask for it, or a share. */
import { describe, expect, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const stable = shared(() => startUpstream({ name: 'stable' }));
const canary = shared(() => startUpstream({ name: 'canary' }));
const shadows = shared(async () => {
  const both = await Promise.all([startUpstream({ name: 'one' }), startUpstream({ name: 'two' })]);
  return { both, stop: async () => void (await Promise.all(both.map(({ stop }) => stop()))) };
});

const gateway = shared(() => {
  const [one, two] = shadows().both;
  return startGateway({
    documents: {
      ...upstream('stable', stable().port),
      ...upstream('canary', canary().port),
      ...upstream('one', one.port),
      ...upstream('two', two.port),
      ...virtualHost(
        'asked',
        `
        routes:
          - forward: { upstream: stable }
          - match: { headers: [{ name: x-canary, exact: always }] }
            forward: { upstream: canary }
          - match: { cookies: [{ name: canary, exact: always }] }
            forward: { upstream: canary }
          - match: { path: { prefix: /api }, percentage: 25 }
            forward: { upstream: canary }
          - match: { path: { prefix: /api } }
            forward: { upstream: stable }
      `,
      ),
      ...virtualHost(
        'shared',
        `
        routes:
          - forward:
              upstreams:
                - upstream: stable
                  weight: 3
                  request: { set: [{ name: x-track, value: '%REQ(x-user)% stable' }] }
                - upstream: canary
                  host: canary.internal
                  request: { remove: [x-debug], add: [{ name: x-track, value: canary }] }
                  response: { set: [{ name: x-track, value: canary }], remove: [x-upstream] }
          - match: { path: { prefix: /sticky } }
            forward:
              splitBy: hash
              hashOn: [{ header: x-user }, { cookie: { name: user } }]
              upstreams: [{ upstream: stable }, { upstream: canary }]
          - match: { path: { prefix: /mirrored } }
            forward: { upstream: stable, mirrors: [{ upstream: one }, { upstream: two, percentage: 50, host: two.internal, request: { remove: [authorization], set: [{ name: x-copy, value: '%REQ(:method)%' }] } }] }
      `,
      ),
    },
  });
});

const MANY = 200;

/** Sends requests and counts by the upstream that answered. */
async function sharesOf(count: number, wanted: GatewayRequest): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const { upstream: name } = await gateway().echo(wanted);
    shares.set(name, (shares.get(name) ?? 0) + 1);
  }
  return shares;
}

/** Four standard deviations about what is expected of so many requests. */
const expectShare = (found: number | undefined, share: number): void =>
  expect(Math.abs((found ?? 0) - MANY * share)).toBeLessThan(4 * Math.sqrt(MANY * share * (1 - share)));

describe('who asks for it gets the canary', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['nobody', {}, 'stable'],
    ['a header', { 'x-canary': 'always' }, 'canary'],
    ['another value', { 'x-canary': 'never' }, 'stable'],
    ['a cookie', { cookie: 'a=b; canary=always' }, 'canary'],
    ['another cookie', { cookie: 'canary=never' }, 'stable'],
  ])('by %s', async (_, headers, expected) => {
    expect(await sharesOf(5, { host: 'asked.test', headers })).toEqual(new Map([[expected, 5]]));
  });

  test('besides a share of all', async () => {
    const shares = await sharesOf(MANY, { host: 'asked.test', path: '/api' });
    expectShare(shares.get('canary'), 0.25);
  });
});

describe('by weight', () => {
  test('each gets its share', async () => {
    const shares = await sharesOf(MANY, { host: 'shared.test' });
    expectShare(shares.get('canary'), 0.25);
    expect((shares.get('canary') ?? 0) + (shares.get('stable') ?? 0)).toBe(MANY);
  });

  test('requests and answers of each are different', async () => {
    const headers = { 'x-debug': '1', 'x-user': 'ann', 'x-track': 'none' };
    const seen = new Map<string, object>();
    await poll({ what: 'that both have answered' }, async () => {
      const response = await gateway().request({ host: 'shared.test', headers });
      const echo = response.json() as { upstream: string; host: string; headers: Record<string, string> };
      const { 'x-debug': debug, 'x-track': track } = echo.headers;
      const answer = { track: response.headers.get('x-track'), upstream: response.headers.get('x-upstream') };
      seen.set(echo.upstream, { host: echo.host, debug, track, answer });
      return seen.size === 2 || undefined;
    });
    expect(seen.get('stable')).toEqual({
      host: 'shared.test',
      debug: '1',
      track: 'ann stable',
      answer: { track: null, upstream: 'stable' },
    });
    expect(seen.get('canary')).toEqual({
      host: 'canary.internal',
      debug: undefined,
      track: expect.stringMatching(/^none, ?canary$/),
      answer: { track: 'canary', upstream: null },
    });
  });

  test('a client may stay with one of them, by what is hashed', async () => {
    const names = new Set<string>();
    for (let user = 0; user < 20; user += 1) {
      const shares = await sharesOf(4, { host: 'shared.test', path: '/sticky', headers: { 'x-user': `${user}` } });
      expect([...shares.values()]).toEqual([4]);
      for (const name of shares.keys()) names.add(name);
    }
    expect([...names].sort()).toEqual(['canary', 'stable']);
  });
});

test('mirrors get long bodies too', async () => {
  const [one] = shadows().both;
  const body = 'x'.repeat(200_000);
  await gateway().echo({ host: 'shared.test', path: '/mirrored/long', method: 'POST', body });
  await poll({ what: 'that the copy has come' }, async () => one.count('/mirrored/long') === 1 || undefined);
  expect(one.requests.find(({ path }) => path === '/mirrored/long')?.body).toBe(body);
});

test('several mirrors get copies, each its share', async () => {
  const [one, two] = shadows().both;
  await sharesOf(MANY, { host: 'shared.test', path: '/mirrored' });
  await poll({ what: 'that all copies have come' }, async () => one.count('/mirrored') === MANY || undefined);
  expectShare(two.count('/mirrored'), 0.5);
});

test('a mirror may get another host and other headers', async () => {
  const [one, two] = shadows().both;
  const headers = { authorization: 'secret' };
  await poll({ what: 'that both have got a copy' }, async () => {
    await gateway().echo({ host: 'shared.test', path: '/mirrored/headers', headers });
    return (one.count('/mirrored/headers') > 0 && two.count('/mirrored/headers') > 0) || undefined;
  });
  const seenBy = ({ requests }: typeof one) => requests.find(({ path }) => path === '/mirrored/headers');
  expect(seenBy(one)).toMatchObject({ host: 'shared.test', headers });
  expect(seenBy(two)).toMatchObject({ host: 'two.internal', headers: { 'x-copy': 'GET' } });
  expect(seenBy(two)?.headers).not.toHaveProperty('authorization');
  expect(seenBy(stable())?.headers).toMatchObject(headers);
  expect(seenBy(stable())?.headers).not.toHaveProperty('x-copy');
});
