import { describe, expect, test } from 'vitest';
import { startDnsServer } from '../servers/dns.ts';
import { startPlainServer } from '../servers/plain-server.ts';
import { reservePort } from '../servers/ports.ts';
import { document, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const LONG_S = 3600;

const dns = shared(async () => {
  const server = await startDnsServer();
  const both = ['127.0.0.1', '::1'];
  for (const name of ['first', 'long', 'ignored', 'tcp']) server.set(`${name}.test`, ['127.0.0.1'], LONG_S);
  for (const name of ['short', 'floor']) server.set(`${name}.test`, ['127.0.0.1'], 1);
  for (const name of ['automatic', 'preferred', 'all', 'logical']) server.set(`${name}.test`, both, LONG_S);
  server.set('second.test', ['127.0.0.2'], LONG_S);
  for (const name of ['failing', 'patient']) server.fail(`${name}.test`);
  return server;
});

/** Servers at several addresses with one port, and one that is at 127.0.0.1 only. */
const first = shared(async () => startPlainServer({ listen: { host: '127.0.0.1', port: await reservePort() } }));
const second = shared(() => startPlainServer({ listen: { host: '127.0.0.2', port: first().port } }));
const sixth = shared(() => startPlainServer({ listen: { host: '::1', port: first().port } }));
const other = shared(() => startPlainServer());

/** Questions are asked once, so that they can be counted. */
const ONCE = { attempts: 1 };

/** What each upstream says of its name; the rest is the same for all. */
const settings = (): Readonly<Record<string, object>> => ({
  first: { family: 'ipv4' },
  several: {
    hostname: 'first.test',
    family: 'ipv4',
    weight: 3,
    additionalHosts: [
      { hostname: 'second.test', weight: 1 },
      { hostname: 'first.test', port: other().port, weight: 2 },
    ],
  },
  short: { family: 'ipv4', refreshInterval: '1h' },
  floor: { family: 'ipv4', refreshInterval: '1h', minimumRefreshInterval: '1h' },
  long: { family: 'ipv4', refreshInterval: '100ms' },
  ignored: { family: 'ipv4', refreshInterval: '100ms', respectTtl: false, refreshJitter: '10ms' },
  tcp: { family: 'ipv4', resolver: { tcp: true, timeout: '1s', attempts: 1, rotate: true } },
  search: { hostname: 'alone', family: 'ipv4', resolver: { searchDomains: false } },
  failing: {
    family: 'ipv4',
    refreshInterval: '1h',
    failureRefresh: { base: '50ms', maximum: '100ms' },
    resolver: ONCE,
  },
  patient: { family: 'ipv4', refreshInterval: '1h', resolver: ONCE },
  automatic: { family: 'automatic' },
  preferred: { family: 'ipv4-preferred' },
  all: { family: 'all' },
  logical: { family: 'all', resolution: 'logical', port: other().port },
});

const upstreams = (): readonly Documents[] =>
  Object.entries(settings()).map(([name, own]) => {
    const resolver = {
      servers: [{ address: '127.0.0.1', port: dns().port }],
      ...('resolver' in own ? Object(own.resolver) : {}),
    };
    const whole = { hostname: `${name}.test`, port: first().port, ...own, resolver };
    return document('Upstream', name, `dns: ${JSON.stringify(whole)}`, 'loadBalancing: { policy: roundRobin }');
  });

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstreams().reduce((all, one) => ({ ...all, ...one })),
      ...virtualHost(
        'dns',
        [
          'routes:',
          ...Object.keys(settings()).map(
            (name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`,
          ),
        ].join('\n'),
      ),
    },
  }),
);

const statusOf = async (name: string): Promise<number> =>
  (await gateway().request({ host: 'dns.test', path: `/${name}` })).status;

const servers = () => [first(), second(), sixth(), other()];

/** How many requests each server gets of some that are sent. */
async function sharesOf(name: string, count: number): Promise<readonly number[]> {
  const before = servers().map(({ requests }) => requests.length);
  for (let index = 0; index < count; index += 1) expect(await statusOf(name)).toBe(200);
  return servers().map(({ requests }, index) => requests.length - (before[index] ?? 0));
}

const PATIENCE = { timeout: 10_000 };

describe('a name', () => {
  test('is asked of the server that the document names', async () => {
    expect(await sharesOf('first', 2)).toEqual([2, 0, 0, 0]);
    expect(dns().questions).toContainEqual({ name: 'first.test', type: 'A', transport: 'udp' });
  });

  test('is asked over TCP if the document says so', async () => {
    expect(await statusOf('tcp')).toBe(200);
    const transports = dns()
      .questions.filter(({ name }) => name === 'tcp.test')
      .map(({ transport }) => transport);
    expect(new Set(transports)).toEqual(new Set(['tcp']));
  });

  test('is asked as it is, without search domains', async () => {
    expect(await statusOf('search')).toBe(503);
    expect(
      new Set(
        dns()
          .questions.map(({ name }) => name)
          .filter((name) => name.startsWith('alone')),
      ),
    ).toEqual(new Set(['alone']));
  });

  test('may be one of several, each with its share', async () => {
    const [here = 0, there = 0, , elsewhere = 0] = await sharesOf('several', 60);
    expect(here).toBeGreaterThanOrEqual(27);
    expect(there).toBeLessThanOrEqual(12);
    expect(elsewhere).toBeGreaterThanOrEqual(17);
    expect(here + there + elsewhere).toBe(60);
  });
});

describe('a name is asked for again', () => {
  test('when its time to live is over, unless that is less than the least', async () => {
    await expect.poll(() => dns().count('short.test'), PATIENCE).toBeGreaterThan(1);
    expect(dns().count('floor.test')).toBe(1);
  });

  test('after the interval if its time to live does not count', async () => {
    await expect.poll(() => dns().count('ignored.test'), PATIENCE).toBeGreaterThan(2);
    expect(dns().count('long.test')).toBe(1);
  });

  test('soon after a failure if the document says so', async () => {
    const patient = dns().count('patient.test');
    await expect.poll(() => dns().count('failing.test'), PATIENCE).toBeGreaterThan(5);
    expect(dns().count('patient.test')).toBe(patient);
  });
});

describe('a name with addresses of both families', () => {
  test.each([
    ['automatic', [0, 0, 4, 0]],
    ['preferred', [4, 0, 0, 0]],
    ['all', [2, 0, 2, 0]],
  ])('leads to those that the document says (%s)', async (name, shares) => {
    expect(await sharesOf(name, 4)).toEqual(shares);
  });

  test('leads to the one that answers, if both are one endpoint', async () => {
    expect(await sharesOf('logical', 2)).toEqual([0, 0, 0, 2]);
  });
});
