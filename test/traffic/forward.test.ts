import { describe, expect, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));
const shadow = shared(() => startUpstream({ name: 'shadow' }));

const gateway = shared(() => {
  const abc = [a().port, b().port, c().port];
  return startGateway({
    protocol: 'state-of-the-world',
    documents: {
      ...upstream('a', a().port),
      ...upstream('b', b().port),
      ...upstream('shadow', shadow().port),
      ...upstream('ring', abc, 'loadBalancing: { policy: ringHash }'),
      ...upstream('maglev', abc, 'loadBalancing: { policy: maglev }'),
      ...virtualHost(
        'weights',
        `
        routes:
          - match: { path: { prefix: /shares } }
            forward: { upstreams: [{ upstream: a, weight: 3 }, { upstream: b, weight: 1 }] }
          - match: { path: { prefix: /nothing } }
            forward: { upstreams: [{ upstream: a, weight: 0 }, { upstream: b, weight: 1 }] }
          - match: { path: { prefix: /mirrored } }
            forward: { upstream: a, mirrors: [{ upstream: shadow }] }
          - match: { path: { prefix: /half } }
            forward: { upstream: a, mirrors: [{ upstream: shadow, percentage: 50 }] }
      `,
      ),
      ...virtualHost(
        'patience',
        `
        routes:
          - match: { path: { prefix: /slow } }
            forward: { upstream: a, timeout: 150ms }
          - match: { path: { prefix: /idle } }
            forward: { upstream: a, timeout: 0s, idleTimeout: 150ms }
          - match: { path: { prefix: /once } }
            forward: { upstream: a }
          - match: { path: { prefix: /5xx } }
            forward: { upstream: a, retry: { attempts: 2, on: [5xx], backOff: { base: 1ms, maximum: 5ms } } }
          - match: { path: { prefix: /reset } }
            forward: { upstream: a, retry: {} }
          - match: { path: { prefix: /code } }
            forward: { upstream: a, retry: { attempts: 1, on: [connect-failure], statusCodes: [418] } }
          - match: { path: { prefix: /per-try } }
            forward: { upstream: a, retry: { attempts: 1, on: [5xx], perTryTimeout: 150ms } }
      `,
      ),
      ...virtualHost(
        'sticky',
        `
        routes:
          - match: { path: { prefix: /header } }
            forward: { upstream: ring, hashOn: [{ header: x-user }] }
          - match: { path: { prefix: /parameter } }
            forward: { upstream: maglev, hashOn: [{ queryParameter: user }] }
          - match: { path: { prefix: /cookie } }
            forward: { upstream: ring, hashOn: [{ cookie: { name: session, ttl: 1h, path: /cookie } }] }
          - match: { path: { prefix: /address } }
            forward: { upstream: maglev, hashOn: [{ sourceAddress: true }] }
          - match: { path: { prefix: /first } }
            forward: { upstream: ring, hashOn: [{ header: x-user, terminal: true }, { header: x-group }] }
      `,
      ),
    },
  });
});

const MANY = 200;

describe('several upstreams', () => {
  test('share requests by weight', async () => {
    const shares = await sharesOf(MANY, () => ({ host: 'weights.test', path: '/shares' }));
    // Four standard deviations about the expected 150: a failure by chance once in 16,000 runs.
    expect(shares.get('a')).toBeGreaterThan(150 - 25);
    expect(shares.get('a')).toBeLessThan(150 + 25);
    expect((shares.get('a') ?? 0) + (shares.get('b') ?? 0)).toBe(MANY);
  });

  test('of weight 0 get nothing', async () => {
    expect(await sharesOf(20, () => ({ host: 'weights.test', path: '/nothing' }))).toEqual(new Map([['b', 20]]));
  });
});

describe('a mirror', () => {
  test('gets a copy, and the client the answer of the upstream', async () => {
    const { upstream: answered } = await gateway().echo({
      host: 'weights.test',
      path: '/mirrored?x=1',
      method: 'POST',
      body: 'hello',
    });
    expect(answered).toBe('a');
    await poll({ what: 'that the copy has come' }, async () => shadow().count('/mirrored') > 0 || undefined);
    const copy = shadow().requests.find(({ path }) => path === '/mirrored?x=1');
    expect(copy).toMatchObject({ method: 'POST', host: 'weights.test', body: 'hello' });
  });

  test('of half of the requests gets about half', async () => {
    await sharesOf(MANY, () => ({ host: 'weights.test', path: '/half' }));
    await poll({ what: 'that copies have come' }, async () => shadow().count('/half') >= 100 - 30 || undefined);
    expect(shadow().count('/half')).toBeLessThan(100 + 30);
  });
});

describe('an upstream that is slow', () => {
  test('is given up after the timeout', async () => {
    a().script('/slow', ['hang']);
    expect(await statusOf('/slow')).toBe(504);
  });

  test('is given up after the idle timeout', async () => {
    a().script('/idle', ['hang']);
    expect(await statusOf('/idle')).toBe(504);
  });
});

describe('a retry', () => {
  test('is not made unless it is asked for', async () => {
    a().script('/once', [{ status: 503 }, 'echo']);
    expect([await statusOf('/once'), a().count('/once')]).toEqual([503, 1]);
  });

  test('is made as often as it is asked for', async () => {
    a().script('/5xx', [{ status: 503 }, { status: 500 }, 'echo']);
    expect([await statusOf('/5xx'), a().count('/5xx')]).toEqual([200, 3]);
    a().script('/5xx/more', [{ status: 503 }, { status: 500 }, { status: 502 }, 'echo']);
    expect([await statusOf('/5xx/more'), a().count('/5xx/more')]).toEqual([502, 3]);
  });

  test('is by default made once, when the connection breaks and not for a status', async () => {
    a().script('/reset', ['reset', 'echo']);
    expect([await statusOf('/reset'), a().count('/reset')]).toEqual([200, 2]);
    a().script('/reset/status', [{ status: 503 }, 'echo']);
    expect([await statusOf('/reset/status'), a().count('/reset/status')]).toEqual([503, 1]);
  });

  test('is made for the status codes that are named', async () => {
    a().script('/code', [{ status: 418 }, 'echo']);
    expect([await statusOf('/code'), a().count('/code')]).toEqual([200, 2]);
    a().script('/code/other', [{ status: 503 }, 'echo']);
    expect([await statusOf('/code/other'), a().count('/code/other')]).toEqual([503, 1]);
  });

  test('is made when one try takes too long', async () => {
    a().script('/per-try', ['hang', 'echo']);
    expect([await statusOf('/per-try'), a().count('/per-try')]).toEqual([200, 2]);
  });
});

describe('a hash', () => {
  const USERS = Array.from({ length: 12 }, (_, user) => String(user));

  test.each([
    ['a header', (user: string) => ({ path: '/header', headers: { 'x-user': user } })],
    ['a query parameter', (user: string) => ({ path: `/parameter?user=${user}` })],
    ['a cookie', (user: string) => ({ path: '/cookie', headers: { cookie: `session=${user}` } })],
    ['the client’s address', (user: string) => ({ path: '/address', localAddress: `127.0.0.${Number(user) + 10}` })],
  ])('of %s sends what is alike to the same endpoint, and the rest to others', async (_, wanted) => {
    const all = new Set<string>();
    for (const user of USERS) {
      const shares = await sharesOf(4, () => ({ host: 'sticky.test', ...wanted(user) }));
      expect([...shares.values()], user).toEqual([4]);
      for (const name of shares.keys()) all.add(name);
    }
    expect(all.size).toBeGreaterThan(1);
  });

  test('of a cookie that is not there sets one', async () => {
    const response = await gateway().request({ host: 'sticky.test', path: '/cookie' });
    expect(response.headers.get('set-cookie')).toMatch(/^session="[0-9a-f]+"; Max-Age=3600; Path=\/cookie; HttpOnly$/);
  });

  test('that is terminal leaves the others aside', async () => {
    const groups = USERS.map((group) => ({ 'x-user': 'same', 'x-group': group }));
    const shares = await sharesOf(groups.length, (index) => ({
      host: 'sticky.test',
      path: '/first',
      headers: groups[index] ?? {},
    }));
    expect([...shares.values()]).toEqual([groups.length]);
  });
});

const statusOf = async (path: string): Promise<number> =>
  (await gateway().request({ host: 'patience.test', path })).status;

type Wanted = Parameters<ReturnType<typeof gateway>['request']>[0];

/** Sends requests and counts by the upstream that answered. */
async function sharesOf(count: number, wanted: (index: number) => Wanted): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const { headers } = await gateway().request(wanted(index));
    const name = headers.get('x-upstream') ?? '';
    shares.set(name, (shares.get(name) ?? 0) + 1);
  }
  return shares;
}
