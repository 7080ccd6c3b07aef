/** A gateway whose upstreams are found: a bucket, a relay and a real Envoy. For use inside a test. */
import { onTestFinished } from 'vitest';
import { withFreeAdminPort, withPlainRelay, withRelay } from '../../../cli/bootstrap.ts';
import { compile } from '../../../compiler/index.ts';
import { createLog } from '../../../relay/log.ts';
import type { RelayOptions } from '../../../relay/options.ts';
import { startRelay, type Relay } from '../../../relay/relay.ts';
import type { RelayStatus } from '../../../relay/status.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import type { SignKey } from '../../../store/signing/keys.ts';
import type { Store } from '../../../store/store.ts';
import type { EnvoyForTests } from '../../servers/envoy.ts';
import { reservePort } from '../../servers/ports.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';

export interface WorldOptions {
  /** The `spec` of each Upstream; requests to `/<name>` go there. */
  readonly upstreams: Readonly<Record<string, object>>;
  readonly relay?: Partial<RelayOptions>;
  /** How Envoys ask; default `delta`. */
  readonly protocol?: 'delta' | 'state-of-the-world';
  readonly store?: Store;
  /** Sign what is published. */
  readonly signKeys?: readonly SignKey[];
}

export interface World {
  readonly store: Store;
  readonly relay: Relay;
  /** What the relay has logged. */
  readonly logged: readonly string[];
  /** Ends the relay and starts another one in its place, on the same address. */
  readonly restartRelay: (options?: Partial<RelayOptions>) => Promise<Relay>;
  /** Starts an Envoy of the gateway. */
  readonly startEnvoy: () => Promise<WorldEnvoy>;
  /** What the relay that runs now says of an upstream. */
  readonly status: (name: string) => RelayStatus['endpoints'][number] | undefined;
}

export interface WorldEnvoy {
  /** The name of the upstream server that answers, or the status if none does. */
  readonly get: (path: string) => Promise<string>;
  /** `address:port` of each endpoint that Envoy has, sorted; a status that is not healthy, and priority and locality behind it. */
  readonly endpoints: (upstream: string) => Promise<readonly string[]>;
  /** How often Envoy was sent the endpoints of an upstream. */
  readonly updates: (upstream: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function openWorld(envoys: EnvoyForTests, options: WorldOptions): Promise<World> {
  const { store = createMemoryStore() } = options;
  const port = await reservePort();
  const bundle = compileUpstreams(options, port);
  await publishBundle(store, bundle, options.signKeys);
  const logged: string[] = [];
  const start = (listen: string, more: Partial<RelayOptions>): Promise<Relay> =>
    startRelay({
      store,
      listen,
      adminListen: '127.0.0.1:0',
      closeGraceMs: 0,
      pollIntervalMs: 50,
      log: createLog({ level: 'debug', write: (line) => logged.push(line) }),
      ...options.relay,
      ...more,
    });
  const address = `127.0.0.1:${await reservePort()}`;
  let relay = await start(address, {});
  onTestFinished(() => relay.close());
  return {
    store,
    get relay() {
      return relay;
    },
    logged,
    restartRelay: async (more = {}) => {
      await relay.close();
      relay = await start(address, more);
      return relay;
    },
    startEnvoy: async () => {
      const [host = '', adsPort = ''] = address.split(':');
      const bootstrap = withFreeAdminPort(withPlainRelay(withRelay(bundle.bootstrap, { host, port: Number(adsPort) })));
      const envoy = await envoys.start({ bootstrap, nodeId: 'edge-1' });
      return { ...lookAt(envoy.adminPort, port), stop: envoy.stop };
    },
    status: (name) => relay.status().endpoints.find(({ upstream }) => upstream === `default/${name}`),
  };
}

function compileUpstreams({ upstreams, protocol = 'delta' }: WorldOptions, port: number) {
  const names = Object.keys(upstreams);
  const document = (kind: string, name: string, spec: object) => ({
    apiVersion: 'enroute.dev/v1',
    kind,
    metadata: { name },
    spec,
  });
  const documents = [
    document('Gateway', 'edge', {
      relay: { protocol },
      listeners: [{ name: 'http', address: '127.0.0.1', port, protocol: 'HTTP' }],
    }),
    document('VirtualHost', 'all', {
      gateways: ['edge'],
      hostnames: ['*'],
      routes: names.map((name) => ({ match: { path: { prefix: `/${name}` } }, forward: { upstream: name } })),
    }),
    ...names.map((name) => document('Upstream', name, upstreams[name] ?? {})),
  ];
  const files = documents.map((each, index) => ({ path: `${index}.json`, text: JSON.stringify(each) }));
  const { bundles, diagnostics } = compile(files);
  const [bundle] = bundles;
  if (!bundle) throw new Error(JSON.stringify(diagnostics));
  return bundle;
}

function lookAt(adminPort: number, port: number): Omit<WorldEnvoy, 'stop'> {
  const admin = async (path: string): Promise<Response> => fetch(`http://127.0.0.1:${adminPort}${path}`);
  return {
    async get(path) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      const text = await response.text();
      return response.headers.get('x-upstream') ?? (response.ok ? text : String(response.status));
    },
    async endpoints(upstream) {
      const { cluster_statuses: clusters = [] }: ClustersReport = JSON.parse(
        await (await admin('/clusters?format=json')).text(),
      );
      const cluster = clusters.find(({ name }) => name.startsWith(`default/${upstream}@`));
      return (cluster?.host_statuses ?? []).map(describe).toSorted();
    },
    async updates(upstream) {
      const text = await (
        await admin(`/stats?filter=${encodeURIComponent(`^cluster.default/${upstream}.update_success`)}`)
      ).text();
      return Number(/: (\d+)/.exec(text)?.[1] ?? 0);
    },
  };
}

/** Source: envoy/admin/v3/clusters.proto. */
interface ClustersReport {
  readonly cluster_statuses?: readonly { readonly name: string; readonly host_statuses?: readonly HostReport[] }[];
}

interface HostReport {
  readonly address: { readonly socket_address: { readonly address: string; readonly port_value: number } };
  readonly health_status?: { readonly eds_health_status?: string };
  readonly weight?: number;
  readonly priority?: number;
  readonly locality?: { readonly region?: string; readonly zone?: string };
}

function describe({ address, health_status: health, weight, priority, locality }: HostReport): string {
  const { address: host, port_value: port } = address.socket_address;
  const status = health?.eds_health_status ?? 'HEALTHY';
  return [
    `${host}:${port}`,
    ...(status === 'HEALTHY' || status === 'UNKNOWN' ? [] : [status]),
    ...(weight !== undefined && weight !== 1 ? [`weight ${weight}`] : []),
    ...(priority ? [`priority ${priority}`] : []),
    ...(locality?.region ? [`region ${locality.region}`] : []),
    ...(locality?.zone ? [`zone ${locality.zone}`] : []),
  ].join(' ');
}

/** Waits until Envoy has these endpoints. */
export const untilEndpoints = (
  envoy: Pick<WorldEnvoy, 'endpoints'>,
  upstream: string,
  wanted: readonly string[],
): Promise<void> =>
  eventually(async () => {
    const found = await envoy.endpoints(upstream);
    if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${upstream} has ${JSON.stringify(found)}`);
  });
