/** What is made of Enroute's dump serves what Enroute served. */
import { describe, expect, test } from 'vitest';
import { adapt, writeFiles } from '../../compiler/adapt/index.ts';
import { enrouteAdapter } from '../../compiler/adapt/enroute/adapter.ts';
import { GATEWAY } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { startUpstream } from '../servers/upstream.ts';

const echo = shared(() => startUpstream());

const dump = (port: number): object => ({
  data: {
    saaras_db_proxy: [
      {
        proxy_name: 'gw',
        proxy_services: [
          {
            service: {
              service_name: 'demo',
              fqdn: 'demo.test',
              service_filters: [
                {
                  filter: {
                    filter_name: 'script',
                    filter_type: 'http_filter_lua',
                    filter_config: 'function envoy_on_request(h) h:headers():add("x-script", "ran") end',
                  },
                },
              ],
              routes: [
                route('hello', { route_prefix: '/hello/' }, port),
                route(
                  'pets',
                  { route_config: '{"prefix":"/pets/(?P<id>.*)$","header":[{"name":":method","exact":"GET"}]}' },
                  port,
                ),
                {
                  route_name: 'moved',
                  route_prefix: '/moved/',
                  route_filters: [
                    {
                      filter: {
                        filter_name: 'moved',
                        filter_type: 'route_filter_redirect',
                        filter_config: '{"path_redirect":"/hello/","response_code":302}',
                      },
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    ],
  },
});

const route = (name: string, match: object, port: number) => ({
  route_name: name,
  ...match,
  route_upstreams: [{ upstream: { upstream_name: 'echo', upstream_ip: '127.0.0.1', upstream_port: String(port) } }],
});

const gateway = shared(async () => {
  const files = [{ path: 'dump.json', text: JSON.stringify(dump(echo().port)) }];
  const { documents, diagnostics } = adapt(enrouteAdapter, files, { gateway: { mode: 'attach', name: GATEWAY } });
  expect(diagnostics).toEqual([]);
  return startGateway({ documents: Object.fromEntries(writeFiles(documents).map(({ path, text }) => [path, text])) });
});

describe('a host of Enroute', () => {
  test.each([
    ['GET', '/hello/you', 200],
    ['GET', '/pets/7', 200],
    ['POST', '/pets/7', 404],
    ['GET', '/pets/7/name', 404],
    ['GET', '/nowhere', 404],
    ['GET', '/moved/', 302],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await gateway().request({ host: 'demo.test', method, path })).status).toBe(status);
  });

  test('runs its scripts', async () => {
    const { headers } = await gateway().echo({ host: 'demo.test', path: '/hello/' });
    expect(headers).toMatchObject({ 'x-script': 'ran' });
  });
});
