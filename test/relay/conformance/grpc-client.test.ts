/** Not an Envoy at the other end, but a gRPC client that resolves and balances by xDS itself. */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { goProgram } from '../../servers/go-program.ts';
import { startGreeter, type Greeter } from '../../servers/greeter.ts';
import {
  startGoClient,
  startNodeClient,
  type GrpcXdsClient,
  type GrpcXdsOptions,
} from '../../servers/grpc-xds-client.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { compileOrThrow } from '../../traffic/configuration.ts';
import { document, type Documents } from '../../traffic/documents.ts';
import { eventually } from '../eventually.ts';
import { startServer, type TestServer } from '../probe/server.ts';

/** A Gateway for gRPC clients, and what they ask for when their target is `xds:///greeter.example`. */
function documents(ports: readonly number[], changes: Partial<Settings> = {}): Documents {
  const { filter, name, connectTimeout, statPrefix } = { ...SETTINGS, ...changes };
  return {
    ...document('Gateway', 'grpc', 'listeners: [{ name: unused, port: 8080, protocol: HTTP }]'),
    ...document(
      'Upstream',
      'greeter',
      `
      endpoints: [${ports.map((port) => `{ address: 127.0.0.1, port: ${port}, locality: { zone: a } }`).join(', ')}]
      connectTimeout: ${connectTimeout}
      loadBalancing: { policy: roundRobin, localityWeights: [{ locality: { zone: a }, weight: 1 }] }
      `,
    ),
    ...document(
      'EnvoyPatch',
      'greeter',
      `
      gateway: grpc
      clusters: { greeter: greeter }
      resources:
        - '@type': type.googleapis.com/envoy.config.listener.v3.Listener
          name: ${name}
          api_listener:
            api_listener:
              '@type': type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
              stat_prefix: ${statPrefix}
              rds: { route_config_name: ${name}, config_source: { ads: {}, resource_api_version: V3 } }
              http_filters: [{ name: router, typed_config: { '@type': type.googleapis.com/${filter} } }]
        - '@type': type.googleapis.com/envoy.config.route.v3.RouteConfiguration
          name: ${name}
          virtual_hosts:
            - name: greeter
              domains: ['*']
              routes: [{ match: { prefix: '' }, route: { cluster: '{cluster:greeter}' } }]
      `,
    ),
  };
}

interface Settings {
  /** The type of the only HTTP filter. */
  readonly filter: string;
  /** Of the listener, and so the target that it serves. */
  readonly name: string;
  /** By which the cluster changes, and its name with it. */
  readonly connectTimeout: string;
  /** By which the listener changes. */
  readonly statPrefix: string;
}

const SETTINGS: Settings = {
  filter: 'envoy.extensions.filters.http.router.v3.Router',
  name: 'greeter.example',
  connectTimeout: '5s',
  statPrefix: 'greeter',
};

function serve(server: TestServer, files: Documents): void {
  const [bundle] = compileOrThrow(files);
  if (!bundle) throw new Error('there is no bundle');
  server.setBundle(bundle, []);
}

type StartClient = (options: GrpcXdsOptions) => Promise<GrpcXdsClient>;

/** A server that serves the documents, and a client that has called by them. */
async function start(
  startClient: StartClient,
  files: Documents,
): Promise<{ server: TestServer; client: GrpcXdsClient }> {
  const server = await startServer({ drainMs: 100 });
  serve(server, files);
  const client = await startClient({
    target: 'xds:///greeter.example',
    relay: server.address,
    node: { id: 'app-1', cluster: 'grpc' },
  });
  onTestFinished(client.stop);
  expect(await client.call()).toMatchObject(GREETING);
  return { server, client };
}

const GREETING = { greeting: 'hello you' };

async function startGreeters(): Promise<readonly [Greeter, Greeter]> {
  const greeters = await Promise.all([startGreeter(), startGreeter()]);
  for (const { stop } of greeters) onTestFinished(stop);
  return greeters;
}

/** Waits for what comes after all that has been told. */
function next(server: TestServer, kind: 'acked' | 'nacked', typeUrl: string): Promise<unknown> {
  const before = server.told.length;
  return server.until(kind, (event) => event.typeUrl === typeUrl && server.told.indexOf(event) >= before);
}

beforeAll(async () => {
  await goProgram('grpc-go-client');
}, INSTALLATION_MS);

describe.each([
  ['in Node', startNodeClient, 'router filter validation failed'],
  ['in Go', startGoClient, 'no filter implementation found'],
])('a gRPC client %s', { timeout: 60_000 }, (_, startClient, refusal) => {
  test('resolves a service by its name, and is sent what it asks for and no more', async () => {
    const [greeter] = await startGreeters();
    const { server } = await start(startClient, documents([greeter.port]));
    const [node] = server.nodes();
    expect(node).toMatchObject({ gateway: 'default/grpc', protocol: 'sotw', state: 'complete', node: { id: 'app-1' } });
    expect(node?.types.map(({ typeUrl, wildcard, names }) => ({ typeUrl, wildcard, names }))).toEqual(
      [TypeUrl.cluster, TypeUrl.endpoint, TypeUrl.listener, TypeUrl.route].map((typeUrl) => ({
        typeUrl,
        wildcard: false,
        names: 1,
      })),
    );
  });

  test('goes to other endpoints when they change', async () => {
    const [first, second] = await startGreeters();
    const { server, client } = await start(startClient, documents([first.port]));
    const moved = next(server, 'acked', TypeUrl.endpoint);
    serve(server, documents([second.port]));
    await moved;
    await first.stop();
    expect(await client.call()).toMatchObject(GREETING);
  });

  test('loses no call while its cluster is replaced by another', async () => {
    const [greeter] = await startGreeters();
    const { server, client } = await start(startClient, documents([greeter.port]));
    let isReplaced = false;
    void next(server, 'acked', TypeUrl.cluster).then(() => (isReplaced = true));
    serve(server, documents([greeter.port], { connectTimeout: '6s' }));
    while (!isReplaced) expect(await client.call()).toMatchObject(GREETING);
    for (let calls = 0; calls < 50; calls += 1) expect(await client.call()).toMatchObject(GREETING);
  });

  test('fails when its listener is gone, and goes on when it is back', async () => {
    const [greeter] = await startGreeters();
    const { server, client } = await start(startClient, documents([greeter.port]));
    const gone = next(server, 'acked', TypeUrl.listener);
    serve(server, documents([greeter.port], { name: 'other.example' }));
    await gone;
    expect(await client.call()).toMatchObject({ code: expect.stringMatching(/^unavailable$/i) });
    // The client in Node takes a listener that is as it was before for no news.
    serve(server, documents([greeter.port], { statPrefix: 'again' }));
    // A call that does not wait fails until the client has a connection again.
    await eventually(async () => expect(await client.call()).toMatchObject(GREETING));
  });

  test('refuses a filter that it does not know, in its own words, and keeps what it had', async () => {
    const [greeter] = await startGreeters();
    const { server, client } = await start(startClient, documents([greeter.port]));
    const refused = next(server, 'nacked', TypeUrl.listener);
    serve(server, documents([greeter.port], { filter: 'envoy.extensions.filters.http.cors.v3.Cors' }));
    expect(await refused).toMatchObject({ message: expect.stringContaining(refusal) });
    expect(server.nodes()).toMatchObject([{ state: 'rejected' }]);
    expect(await client.call()).toMatchObject(GREETING);
  });
});
