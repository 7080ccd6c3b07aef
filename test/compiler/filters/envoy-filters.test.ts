/** The table of Envoy's HTTP filters, held against the real Envoy. */
import { expect, test } from 'vitest';
import { validate } from '../../../cli/local/run-envoy.ts';
import { HTTP_FILTERS } from '../../../compiler/4-lower/raw/http-filters.ts';
import { isMessageName, TYPE_URL_PREFIX } from '../../../compiler/xds/index.ts';
import { messageNames } from '../../../compiler/xds/registry.ts';
import { useEnvoy } from '../../servers/envoy.ts';

const { binary } = useEnvoy();

const ROUTER = 'envoy.extensions.filters.http.router.v3.Router';

/** A message that Envoy knows and takes nowhere. */
const UNUSED = 'envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaOverride';

const FOR_ROUTES = [...HTTP_FILTERS.values()].filter((name) => name !== undefined);
const KNOWN = new Set([...HTTP_FILTERS.keys(), ...FOR_ROUTES]);

/** Messages at the top of the packages of filters: each configures a filter, or is a part of one that does. */
const CANDIDATES = messageNames().filter((name) => /^envoy\.extensions\.filters\.http\.\w+\.v3\.[A-Z]\w*$/.test(name));

test('every message of the table is one of Envoy’s API', () => {
  expect([...KNOWN].filter((name) => !isMessageName(name))).toEqual([]);
});

test('Envoy knows the messages of the table, and but two others besides', async () => {
  const known = await Promise.all(batches(CANDIDATES).map(knownToEnvoy));
  expect(new Set(known.flat())).toEqual(new Set([...KNOWN, ROUTER, UNUSED]));
}, 120_000);

test('Envoy takes the messages for routes there, and the one that it takes nowhere not', async () => {
  const refused: string[] = [];
  for (const name of [...FOR_ROUTES, UNUSED]) {
    const { output } = await validate(binary(), withFilter(CORS, name));
    if (output.includes('support virtual host or route specific')) refused.push(name);
  }
  expect(refused).toEqual([UNUSED]);
}, 120_000);

/** Two at a time, since each is a process. */
const batches = (names: readonly string[]): readonly (readonly string[])[] => [
  names.filter((_, place) => place % 2 === 0),
  names.filter((_, place) => place % 2 === 1),
];

async function knownToEnvoy(names: readonly string[]): Promise<readonly string[]> {
  const known: string[] = [];
  for (const name of names) {
    const { output } = await validate(binary(), withFilter(name));
    if (!output.includes('registered implementation')) known.push(name);
  }
  return known;
}

const HTTP = 'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';

const CORS = 'envoy.extensions.filters.http.cors.v3.Cors';

const withFilter = (name: string, forRoutes?: string) => ({
  static_resources: {
    listeners: [
      {
        name: 'http',
        address: { socket_address: { address: '127.0.0.1', port_value: 0 } },
        filter_chains: [
          {
            filters: [
              {
                name: 'http',
                typed_config: {
                  '@type': TYPE_URL_PREFIX + HTTP,
                  stat_prefix: 'http',
                  route_config: forRoutes
                    ? { typed_per_filter_config: { filter: { '@type': TYPE_URL_PREFIX + forRoutes } } }
                    : {},
                  http_filters: [
                    { name: 'filter', typed_config: { '@type': TYPE_URL_PREFIX + name } },
                    { name: 'router', typed_config: { '@type': TYPE_URL_PREFIX + ROUTER } },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  },
});
