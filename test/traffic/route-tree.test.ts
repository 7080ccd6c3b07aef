/** A list of routes and the tree that takes its place lead every request to the same route, as Envoy judges it. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { RouteMemo } from '../../compiler/4-lower/memo.ts';
import { routeLookup } from '../../compiler/4-lower/route/route-tree.ts';
import { any } from '../../compiler/xds/index.ts';
import { RANDOM_REQUESTS, randomRoutes, type RandomRequest } from '../compiler/random-routes.ts';
import { ALWAYS_LIST, ALWAYS_TREE } from '../compiler/tree-rules.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { request } from '../servers/http-client.ts';
import { openTunnel } from '../servers/tunnel.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

const SEED = 4;
const HOSTS = 24;
const REQUESTS_A_HOST = 60;

const ROUTE_SETS = fc.sample(randomRoutes(80), { seed: SEED, numRuns: HOSTS });
const REQUESTS = fc.sample(RANDOM_REQUESTS, { seed: SEED, numRuns: HOSTS * REQUESTS_A_HOST });

const LOOKUPS = ROUTE_SETS.map((routes) => ({
  list: routeLookup(routes, new RouteMemo(), ALWAYS_LIST),
  tree: routeLookup(routes, new RouteMemo(), ALWAYS_TREE),
}));

const envoy = shared(async () => {
  const port = await reservePort();
  const running = await startEnvoy({ binary: await findEnvoy(), bootstrap: bootstrap(port) });
  return { port, stop: async () => void (await running.stop()) };
});

const bootstrap = (port: number): object => ({
  admin: { address: { socket_address: { address: '127.0.0.1', port_value: 0 } } },
  static_resources: {
    listeners: [
      {
        name: 'http',
        address: { socket_address: { address: '127.0.0.1', port_value: port } },
        filter_chains: [{ filters: [{ name: 'http', typed_config: MANAGER }] }],
      },
    ],
  },
});

const MANAGER = any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
  stat_prefix: 'http',
  normalize_path: true,
  merge_slashes: true,
  upgrade_configs: [{ upgrade_type: 'CONNECT' }],
  route_config: {
    name: 'all',
    ignore_port_in_host_matching: true,
    virtual_hosts: LOOKUPS.flatMap(({ list, tree }, place) => [
      { name: `list-${place}`, domains: [`list-${place}`], ...list },
      { name: `tree-${place}`, domains: [`tree-${place}`], ...tree },
    ]),
  },
  http_filters: [{ name: 'router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) }],
});

const routeOf = async (host: string, { method, path, headers }: RandomRequest): Promise<string> => {
  const { port } = envoy();
  if (method === 'CONNECT') return tunnelOf(host, headers);
  const { status, body } = await request({ port, host, method, path, headers });
  return status === 200 ? body : `${status}`;
};

async function tunnelOf(host: string, headers: RandomRequest['headers']): Promise<string> {
  const tunnel = await openTunnel({ port: envoy().port, request: `CONNECT ${host}:443`, host: `${host}:443`, headers });
  tunnel.close();
  return tunnel.headers.get('x-route') ?? `${tunnel.status}`;
}

describe('list and tree', () => {
  let chosen: readonly (readonly [RandomRequest, string, string])[][] = [];
  beforeAll(async () => {
    const compare = async (place: number, one: RandomRequest) =>
      [one, await routeOf(`list-${place}`, one), await routeOf(`tree-${place}`, one)] as const;
    const requestsOf = (place: number) => REQUESTS.slice(place * REQUESTS_A_HOST, (place + 1) * REQUESTS_A_HOST);
    for (const place of ROUTE_SETS.keys()) {
      chosen = [...chosen, await Promise.all(requestsOf(place).map((one) => compare(place, one)))];
    }
  }, 120_000);

  test('are what the test compares', () => {
    expect(LOOKUPS.filter(({ list }) => 'routes' in list)).toHaveLength(HOSTS);
    expect(LOOKUPS.filter(({ tree }) => 'matcher' in tree).length).toBeGreaterThan(HOSTS / 2);
  });

  test.each([...ROUTE_SETS.keys()])('choose the same routes of host %i', (place) => {
    expect(chosen[place]).toHaveLength(REQUESTS_A_HOST);
    expect((chosen[place] ?? []).filter(([, list, tree]) => list !== tree)).toEqual([]);
  });

  test('choose among many routes, and none for some requests', () => {
    const answers = chosen.flat().map(([, list]) => list);
    expect(new Set(answers).size).toBeGreaterThan(30);
    expect(answers.filter((answer) => answer === '404').length).toBeGreaterThan(0);
    expect(answers.every((answer) => answer === '404' || Number(answer) < 80)).toBe(true);
  });
});
