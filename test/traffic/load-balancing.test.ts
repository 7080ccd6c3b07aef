/** Every setting of every way of spreading requests, by what it does to where requests go. */
import { describe, expect, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { startLoadReports } from '../servers/load-reports.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, upstream, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering, sharesOf } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));

const reports = shared(() => startLoadReports((host) => (host.startsWith('busy') ? 0.9 : 0.1)));

/** Endpoints with host names, in this order. */
const named = (name: string, hostnames: readonly [string, string], spec: string): Documents =>
  document(
    'Upstream',
    name,
    `
    endpoints:
      - { address: 127.0.0.1, port: ${a().port}, hostname: ${hostnames[0]} }
      - { address: 127.0.0.1, port: ${b().port}, hostname: ${hostnames[1]} }
    `,
    spec,
  );

const CHECK = 'healthChecks: [{ http: { path: /ill }, interval: 100ms, unhealthyThreshold: 1 }]';
const HASHING = ['ring', 'murmur', 'table', 'bound', 'unbound', 'one-two', 'two-one', 'addresses-one-two'];
const OTHERS = [
  'stream-reports',
  'override',
  'scan',
  'choices',
  'two-choices',
  'no-bias',
  'slow',
  'at-once',
  'panic',
  'fail',
  'reports',
];

/** How the share of a new endpoint grows: not at all within seconds, compared with one that is some seconds older. */
const SLOW = 'loadBalancing: { policy: roundRobin, slowStart: { window: 1h, aggression: 0.05, minimumShare: 0 } }';

const documentsWith = (ports: readonly number[]): Documents => {
  const abc = [a().port, b().port, c().port];
  const ab = [a().port, b().port];
  return {
    ...upstream('scan', abc, 'loadBalancing: { leastRequest: { fullScan: true } }'),
    ...upstream('choices', abc, 'loadBalancing: { leastRequest: { choices: 30 } }'),
    ...upstream('two-choices', abc),
    ...document(
      'Upstream',
      'no-bias',
      `
      endpoints:
        - { address: 127.0.0.1, port: ${a().port}, weight: 3 }
        - { address: 127.0.0.1, port: ${b().port}, weight: 1 }
      loadBalancing: { leastRequest: { activeRequestBias: 0 } }
      `,
    ),
    ...upstream('slow', ports, SLOW),
    ...upstream('at-once', ports, 'loadBalancing: { policy: roundRobin }'),
    ...upstream('ring', abc, 'loadBalancing: { policy: ringHash, ringHash: { minimumSize: 30 } }'),
    ...upstream('murmur', abc, 'loadBalancing: { policy: ringHash, ringHash: { hashFunction: murmurHash2 } }'),
    ...upstream('table', abc, 'loadBalancing: { policy: maglev, maglev: { tableSize: 11 } }'),
    ...upstream('bound', abc, 'loadBalancing: { policy: ringHash, consistentHashing: { balanceFactor: 100 } }'),
    ...upstream('unbound', abc, 'loadBalancing: { policy: ringHash }'),
    ...named('one-two', ['one', 'two'], 'loadBalancing: { policy: maglev, consistentHashing: { useHostname: true } }'),
    ...named('two-one', ['two', 'one'], 'loadBalancing: { policy: maglev, consistentHashing: { useHostname: true } }'),
    ...named('addresses-one-two', ['one', 'two'], 'loadBalancing: { policy: maglev }'),
    ...upstream('panic', ab, `loadBalancing: { panicThreshold: 60 }\n${CHECK}`),
    ...upstream('fail', ab, `loadBalancing: { panicThreshold: 60, failTrafficOnPanic: true }\n${CHECK}`),
    ...named(
      'stream-reports',
      ['busy.test', 'idle.test'],
      `
      loadBalancing:
        policy: clientSideWeightedRoundRobin
        clientSideWeightedRoundRobin:
          outOfBand: { period: 100ms, port: ${reports().port} }
          blackoutPeriod: 0s
          updatePeriod: 100ms
      `,
    ),
    ...upstream('override', abc, 'loadBalancing: { endpointOverride: [{ header: x-endpoint }] }'),
    ...upstream(
      'reports',
      ab,
      `
      loadBalancing:
        policy: clientSideWeightedRoundRobin
        clientSideWeightedRoundRobin: { blackoutPeriod: 0s, updatePeriod: 100ms }
      `,
    ),
    ...virtualHost(
      'balance',
      [
        'routes:',
        ...OTHERS.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`),
        ...HASHING.map(
          (name) =>
            `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name}, hashOn: [{ header: x-user }] } }`,
        ),
      ].join('\n'),
    ),
  };
};

const gateway = shared(() => startGateway({ documents: documentsWith([a().port, b().port]) }));

const to = (path: string, user = '') => ({ host: 'balance.test', path, headers: { 'x-user': user } });

const PATIENCE = { timeout: 20_000 };

describe('least request', () => {
  /** Leaves a request under way at `a`, and counts who gets the next ones. */
  const whileBusy = async (path: string): Promise<ReadonlyMap<string, number>> => {
    const hanging = `${path}/hang`;
    a().script(hanging, ['hang']);
    const isBusy = () => poll({ what: 'a busy endpoint' }, async () => a().count(hanging) > 0 || undefined);
    while (a().count(hanging) === 0) {
      const answer = gateway().request(to(hanging));
      // The one that hangs is given up when the gateway stops.
      await Promise.race([answer.catch(() => {}), isBusy()]);
    }
    return sharesOf(gateway(), 100, () => to(path));
  };

  test.each(['/scan', '/choices'])('that compares all (%s) leaves out who is busiest', async (path) => {
    expect([...(await whileBusy(path)).keys()].toSorted()).toEqual(['b', 'c']);
  });

  test('that compares two may take the busiest twice', async () => {
    // None of 100 pairs is twice the busiest: once in 100,000 runs.
    expect([...(await whileBusy('/two-choices')).keys()].toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('without a bias goes by weights alone', async () => {
    a().script('/no-bias', [{ delayMs: 100 }]);
    b().script('/no-bias', [{ delayMs: 100 }]);
    await Promise.all(Array.from({ length: 40 }, () => gateway().request(to('/no-bias'))));
    expect(a().count('/no-bias')).toBeGreaterThanOrEqual(27);
    expect(a().count('/no-bias')).toBeLessThanOrEqual(33);
  });
});

describe('a slow start', () => {
  test('gives a new endpoint little at first, and others all at once', async () => {
    // The older an endpoint, the larger its share: five seconds make it a thousand times that of a new one.
    await expect.poll(() => gateway().stat('server.uptime'), PATIENCE).toBeGreaterThanOrEqual(6);
    await gateway().apply({ documents: documentsWith([a().port, b().port, c().port]) });
    const shares = await sharesOf(gateway(), 60, () => to('/slow'));
    // Each of Envoy's threads begins anywhere in its round.
    expect(shares.get('c') ?? 0).toBeLessThan(8);
    expect((shares.get('a') ?? 0) + (shares.get('b') ?? 0)).toBeGreaterThan(52);
    expect(await answering(gateway(), 30, () => to('/at-once'))).toEqual(['a', 'b', 'c']);
  });
});

describe('a hash', () => {
  const USERS = Array.from({ length: 30 }, (_, user) => String(user));

  const placesOf = async (name: string): Promise<readonly string[]> => {
    const places: string[] = [];
    for (const user of USERS) places.push(...(await sharesOf(gateway(), 1, () => to(`/${name}`, user))).keys());
    return places;
  };

  test('ring is as large as the document says', async () => {
    expect(await gateway().stat('cluster.default/ring.ring_hash_lb.size')).toBe(30);
    expect(await gateway().stat('cluster.default/unbound.ring_hash_lb.size')).toBe(1026);
  });

  test('table is as large as the document says', async () => {
    expect(await gateway().stat('cluster.default/table.maglev_lb.max_entries_per_host')).toBe(4);
  });

  test('function decides about places', async () => {
    expect(await placesOf('murmur')).not.toEqual(await placesOf('unbound'));
    expect(await placesOf('bound')).toEqual(await placesOf('unbound'));
  });

  test('of a host name stays where the name is, whatever the address', async () => {
    const other = (place: string) => (place === 'a' ? 'b' : 'a');
    expect((await placesOf('two-one')).map(other)).toEqual(await placesOf('one-two'));
    expect(await placesOf('addresses-one-two')).not.toEqual(await placesOf('one-two'));
  });

  test('is not followed beyond the bound of an endpoint', async () => {
    const [user = ''] = USERS;
    const [place] = await placesOf('bound');
    const full = [a(), b(), c()].find(({ name }) => name === place) ?? a();
    for (const path of ['/bound/hang', '/unbound/hang']) {
      full.script(path, ['hang']);
      // Two under way are more than a third of what there is; they are given up when the gateway stops.
      for (const count of [1, 2]) {
        gateway()
          .request(to(path, user))
          .catch(() => {});
        await expect.poll(() => full.count(path), PATIENCE).toBe(count);
      }
    }
    expect(await answering(gateway(), 5, () => to('/unbound', user))).toEqual([place]);
    expect(await answering(gateway(), 5, () => to('/bound', user))).not.toContain(place);
  });
});

test('requests fail in a panic if the document says so', async () => {
  a().script('/ill', [{ status: 503 }]);
  await expect.poll(() => gateway().stat('cluster.default/fail.membership_healthy'), PATIENCE).toBe(1);
  await expect.poll(() => gateway().stat('cluster.default/panic.membership_healthy'), PATIENCE).toBe(1);
  expect(await answering(gateway(), 20, () => to('/fail'))).toEqual(['503']);
  expect(await answering(gateway(), 20, () => to('/panic'))).toEqual(['a', 'b']);
});

test('an endpoint that reports to be busy gets less', async () => {
  const reports = (busy: number) =>
    [{ headers: { 'endpoint-load-metrics': `TEXT cpu_utilization=${busy}, rps_fractional=100` } }] as const;
  a().script('/reports', reports(0.9));
  b().script('/reports', reports(0.1));
  const share = async () => (await sharesOf(gateway(), 20, () => to('/reports'))).get('b') ?? 0;
  await expect.poll(share, PATIENCE).toBeGreaterThanOrEqual(16);
});

test('an endpoint that reports on a stream to be busy gets less', async () => {
  const share = async () => (await sharesOf(gateway(), 20, () => to('/stream-reports'))).get('b') ?? 0;
  await expect.poll(share, PATIENCE).toBeGreaterThanOrEqual(16);
});

test('a request may name its endpoint, and gets another if that is not there', async () => {
  const all = (endpoint: string) =>
    answering(gateway(), 15, () => ({ host: 'balance.test', path: '/override', headers: { 'x-endpoint': endpoint } }));
  expect(await all(`127.0.0.1:${b().port}`)).toEqual(['b']);
  expect(await all('127.0.0.1:1')).toEqual(['a', 'b', 'c']);
});
