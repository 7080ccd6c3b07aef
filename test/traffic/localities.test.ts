/** Which endpoints get requests by their priority, their locality and what is known of them. */
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { document, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering, sharesOf } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));

const CHECK = 'healthChecks: [{ http: { path: /ill }, interval: 100ms, unhealthyThreshold: 1, healthyThreshold: 1 }]';

/** An Upstream of these endpoints: each a server, and what is said of it. */
const endpoints = (
  name: string,
  list: readonly (readonly [{ readonly port: number }, string])[],
  spec = '',
): Documents =>
  document(
    'Upstream',
    name,
    `endpoints: [${list.map(([{ port }, rest]) => `{ address: 127.0.0.1, port: ${port}, ${rest} }`)}]`,
    spec,
  );

const near = (rest = '') => [a(), `locality: { zone: here }, ${rest}`] as const;
const far = (rest = '') => [b(), `locality: { zone: there }, ${rest}`] as const;

const documents = (): Documents => {
  const three = [
    [a(), 'weight: 9'],
    [c(), 'weight: 1'],
    [b(), 'priority: 1'],
  ] as const;
  const all: Documents = {
    ...endpoints(
      'failover',
      [
        [a(), ''],
        [b(), 'priority: 1'],
      ],
      CHECK,
    ),
    ...endpoints('some', three, CHECK),
    ...endpoints('enough', three, `loadBalancing: { overprovisioningFactor: 200 }\n${CHECK}`),
    ...endpoints('weighed', three, `loadBalancing: { weightedPriorityHealth: true }\n${CHECK}`),
    ...endpoints('by-number', [near(), far(), [c(), 'locality: { zone: there }']]),
    ...endpoints(
      'by-weight',
      [near(), far(), [c(), 'locality: { zone: there }']],
      'loadBalancing: { localityWeights: [{ locality: { zone: here }, weight: 9 }] }',
    ),
    ...endpoints(
      'reported',
      [near(), far()],
      'loadBalancing: { policy: clientSideWeightedRoundRobin, localityWeights: [{ locality: { zone: here }, weight: 9 }] }',
    ),
    ...endpoints('unweighted', [near(), far()], 'loadBalancing: { policy: clientSideWeightedRoundRobin }'),
    ...endpoints('small', [near(), far()]),
    ...endpoints('local', [near(), far()], 'loadBalancing: { zoneAware: { minimumEndpoints: 2 } }'),
    ...endpoints('not-local', [near(), far()], 'loadBalancing: { zoneAware: { minimumEndpoints: 2, percentage: 0 } }'),
    ...endpoints(
      'weak',
      [near(), far('weight: 3')],
      'loadBalancing: { zoneAware: { minimumEndpoints: 2, basis: weight } }',
    ),
    ...endpoints(
      'forced',
      [near(), far('weight: 3')],
      'loadBalancing: { zoneAware: { forceLocal: {}, minimumEndpoints: 2, basis: weight } }',
    ),
    ...document(
      'Upstream',
      'resolved',
      `
      dns:
        hostname: localhost
        port: ${a().port}
        family: ipv4
        additionalHosts: [{ hostname: localhost, port: ${b().port}, priority: 1 }]
      `,
      CHECK,
    ),
    ...document(
      'Upstream',
      'resolved-weights',
      `
      dns:
        hostname: localhost
        port: ${a().port}
        family: ipv4
        locality: { zone: here }
        additionalHosts: [{ hostname: localhost, port: ${b().port}, locality: { zone: there } }]
      loadBalancing: { localityWeights: [{ locality: { zone: here }, weight: 9 }] }
      `,
    ),
    ...endpoints('draining', [
      [a(), 'status: draining'],
      [b(), 'status: healthy'],
    ]),
    ...endpoints('degraded', [
      [a(), 'status: degraded'],
      [b(), ''],
      [c(), ''],
    ]),
    ...endpoints(
      'keys',
      [
        [a(), 'hashKey: one'],
        [b(), 'hashKey: two'],
      ],
      'loadBalancing: { policy: maglev }',
    ),
    ...endpoints(
      'swapped',
      [
        [a(), 'hashKey: two'],
        [b(), 'hashKey: one'],
      ],
      'loadBalancing: { policy: maglev }',
    ),
    ...endpoints(
      'checked',
      [
        [b(), `healthCheck: { port: ${a().port} }`],
        [c(), 'healthCheck: { disabled: true }'],
      ],
      'healthChecks: [{ http: { path: /check }, interval: 100ms }]',
    ),
    ...endpoints(
      'elsewhere',
      [[b(), `healthCheck: { address: 127.0.0.1, port: ${a().port} }`]],
      'healthChecks: [{ http: { path: /elsewhere }, interval: 100ms }]',
    ),
  };
  const names = Object.keys(all).map((path) => path.slice('Upstream-'.length, -'.yaml'.length));
  const hashOn = (name: string) => (name === 'keys' || name === 'swapped' ? ', hashOn: [{ header: x-user }]' : '');
  const rules = names.map(
    (name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name}${hashOn(name)} } }`,
  );
  return { ...all, ...virtualHost('places', ['routes:', ...rules].join('\n')) };
};

const gateway = shared(() =>
  startGateway({
    gateway: 'accessLog: []\nnodes: { localities: [{ locality: { zone: here } }, { locality: { zone: there } }] }',
    documents: documents(),
    envoyArguments: ['--service-zone', 'here'],
  }),
);

const to = (path: string, user = '') => ({ host: 'places.test', path, headers: { 'x-user': user } });
const shares = (path: string, count = 60) => sharesOf(gateway(), count, () => to(path));
const share = async (name: string, path: string, count = 60) => (await shares(path, count)).get(name) ?? 0;
const all = (path: string, count = 20) => answering(gateway(), count, () => to(path));

const PATIENCE = { timeout: 20_000 };

describe('endpoints of a higher priority number', () => {
  test('get requests when the others are not well, as far as these are not enough', async () => {
    expect(await all('/failover')).toEqual(['a']);
    expect(await all('/some')).toEqual(['a', 'c']);
    expect(await all('/resolved')).toEqual(['a']);
    a().script('/ill', [{ status: 503 }]);
    await expect.poll(() => all('/failover'), PATIENCE).toEqual(['b']);
    await expect.poll(() => all('/resolved'), PATIENCE).toEqual(['b']);
    for (const name of ['some', 'enough', 'weighed'])
      await expect.poll(() => gateway().stat(`cluster.default/${name}.membership_healthy`), PATIENCE).toBe(2);
    // Half of them, at 140 percent each, take 70 percent of the requests, and at 200 percent all.
    expect(await share('b', '/some')).toBeLessThan(34);
    expect(await all('/some', 60)).toEqual(['b', 'c']);
    expect(await all('/enough', 60)).toEqual(['c']);
    // A tenth of the weight takes 14 percent.
    expect(await share('b', '/weighed')).toBeGreaterThan(40);
    a().script('/ill', ['echo']);
    await expect.poll(() => all('/failover'), PATIENCE).toEqual(['a']);
  });
});

describe('localities', () => {
  test('share by the number of their endpoints, or by weights', async () => {
    expect(await share('a', '/by-number')).toBeLessThan(35);
    expect(await share('a', '/by-weight')).toBeGreaterThan(42);
    expect(await share('a', '/by-weight')).toBeLessThan(60);
    expect(await share('a', '/resolved-weights')).toBeGreaterThan(42);
    expect(await share('a', '/reported')).toBeGreaterThan(42);
    expect(await share('a', '/unweighted')).toBeLessThan(42);
  });

  test('keep requests if they can, and if there are enough endpoints', async () => {
    expect(await all('/local')).toEqual(['a']);
    expect(await all('/small')).toEqual(['a', 'b']);
    expect(await all('/not-local')).toEqual(['a', 'b']);
  });

  test('keep no more than their weight, unless forced to', async () => {
    expect(await all('/weak', 40)).toEqual(['a', 'b']);
    expect(await all('/forced', 40)).toEqual(['a']);
  });
});

describe('an endpoint', () => {
  test('that drains gets nothing', async () => {
    expect(await all('/draining')).toEqual(['b']);
  });

  test('that is degraded gets what is too much for the others', async () => {
    // Two of three, at 140 percent each, take 93 percent.
    const some = await share('a', '/degraded', 150);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(30);
  });

  test('keeps its requests by its hash key, whatever its address', async () => {
    const places = async (name: string) => {
      const found: string[] = [];
      for (let user = 0; user < 20; user += 1)
        found.push(...(await sharesOf(gateway(), 1, () => to(`/${name}`, String(user)))).keys());
      return found;
    };
    const keys = await places('keys');
    expect(new Set(keys).size).toBe(2);
    expect((await places('swapped')).map((name) => (name === 'a' ? 'b' : 'a'))).toEqual(keys);
  });

  test('is checked where the document says, or not at all', async () => {
    await expect.poll(() => a().count('/check'), PATIENCE).toBeGreaterThan(2);
    await expect.poll(() => a().count('/elsewhere'), PATIENCE).toBeGreaterThan(2);
    expect([b().count('/check'), c().count('/check'), b().count('/elsewhere')]).toEqual([0, 0, 0]);
    expect(await all('/checked')).toEqual(['b', 'c']);
  });
});
