/**
 * go-control-plane's integration test with our relay in its place: its snapshots, its bootstraps, a real Envoy, and
 * requests through all listeners. It is content if one batch of requests succeeds after each change; here, none may fail.
 *
 * There are HTTP listeners with routes, with scoped routes and, in delta, with virtual hosts of their own, and TCP listeners.
 * Of its five variants, `ads` and `delta-ads` are run. `xds` and `delta` open a stream for each subscription, on which no
 * order between types can hold, so nothing could be promised of their requests; `rest` polls, which a relay does not serve.
 *
 * Source: https://github.com/envoyproxy/go-control-plane/tree/main/pkg/test/main
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readStats } from '../../../cli/local/envoy-admin.ts';
import { pack } from '../../../compiler/5-pack/pack.ts';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import type { SecretResource } from '../../../relay/ads-server.ts';
import { startAccessLogService } from '../../servers/access-log-service.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import {
  listenersOf,
  readSnapshots,
  SCOPED,
  type SnapshotOptions,
  type SnapshotResource,
} from '../../servers/go-control-plane.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { listen, reservePorts } from '../../servers/ports.ts';
import { startServer } from '../probe/server.ts';
import { goBootstrap } from './go-bootstrap.ts';
import { startCalls } from './calls.ts';

const { start } = useEnvoy();

beforeAll(async () => {
  await readSnapshots({ mode: 'ads', upstreamPort: 1, basePort: 1, tls: false, scopedRoutes: 'kept' });
}, INSTALLATION_MS);

const MESSAGE = 'Hi, there!\n';

type Variant = Pick<SnapshotOptions, 'mode' | 'tls' | 'scopedRoutes'>;

describe.each(['ads', 'delta-ads'] as const)('%s', (mode) => {
  test.each([
    ['over HTTP', false],
    ['over HTTPS, with certificates from the relay', true],
  ])('no request fails while three snapshots follow each other, %s', async (_, tls) => {
    const { failures } = await play({ mode, tls, scopedRoutes: 'kept' });
    expect(failures).toEqual([]);
  });

  /**
   * Envoy asks for the route configuration of a scope only when the scope names it, and goes on with the scope meanwhile:
   * https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/router/scoped_rds.cc
   */
  test('if scopes change to routes of another name, a request fails at those listeners alone, until the routes are there', async () => {
    const { failures, basePort } = await play({ mode, tls: false, scopedRoutes: 'renamed' });
    const expected = SCOPED.map((place) => `${basePort + place}: 404: `);
    expect(failures.filter((failure) => !expected.includes(failure))).toEqual([]);
  });
});

/** Requests all the while; none may fail but during a change. */
async function play(variant: Variant): Promise<{ failures: readonly string[]; basePort: number }> {
  const [upstreamPort, log] = await Promise.all([startEcho(), startAccessLogService()]);
  onTestFinished(log.stop);
  const listeners = listenersOf(variant.mode);
  const basePort = await reservePorts(listeners);
  const [first, ...later] = (await readSnapshots({ ...variant, upstreamPort, basePort })).map(toBundle);
  if (!first) throw new Error('there are no snapshots');

  const server = await startServer();
  server.setBundle(...first);
  const bootstrap = goBootstrap({ mode: variant.mode, relay: server.address, accessLogPort: log.port });
  const { adminPort } = await start({ bootstrap, args: ['--drain-time-s', '1'] });
  await server.until('push-completed', ({ bundle }) => bundle === first[0].id);
  const ports = Array.from({ length: listeners }, (_, index) => basePort + index);
  const calls = startCalls({ ports, tls: variant.tls, message: MESSAGE });
  await calls.expectNoFailure(5);
  for (const next of later) {
    server.setBundle(...next);
    await server.until('push-completed', ({ bundle }) => bundle === next[0].id);
    // Those that are under way now began before.
    await calls.rounds(1);
    await calls.expectNoFailure(5);
  }
  const failures = await calls.stop();
  expect(await troubles(adminPort)).toEqual([]);
  expect(server.told.filter(({ kind }) => kind === 'nacked' || kind === 'push-timeout')).toEqual([]);
  return { failures, basePort };
}

async function startEcho(): Promise<number> {
  const server = createServer((_, response) => response.end(MESSAGE));
  onTestFinished(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
  return listen(server);
}

/** A cluster needs the load assignment of its name. Secrets do not lie in bundles. */
function toBundle(snapshot: readonly SnapshotResource[]): [Bundle, readonly SecretResource[]] {
  const isSecret = ({ typeUrl }: SnapshotResource): boolean => typeUrl === TypeUrl.secret;
  const bundle = pack({
    gateway: 'default/go-control-plane',
    nodes: { clusters: ['test-cluster'], ids: [], labels: {} },
    compiler: 'test',
    envoy: '1.40.0',
    source: '',
    secrets: [],
    resources: snapshot
      .filter((resource) => !isSecret(resource))
      .map((resource) => ({
        ...resource,
        requires: resource.typeUrl === TypeUrl.cluster ? [{ typeUrl: TypeUrl.endpoint, name: resource.name }] : [],
      })),
  });
  return [bundle, snapshot.filter(isSecret).map((secret) => ({ ...secret, version: '1' }))];
}

/** Counters that say that Envoy has refused something, or waited for it in vain. */
async function troubles(adminPort: number): Promise<string[]> {
  const stats = await readStats(adminPort, 'update_rejected$|init_fetch_timeout$|warming_clusters$');
  return [...stats].filter(([, value]) => value !== 0).map(([name, value]) => `${name}=${value}`);
}
