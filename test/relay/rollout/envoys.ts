/** Real Envoys of a gateway, whose answers tell which release they run: each sends requests to an upstream of its own name. */
import { readListenerPort } from '../../../cli/local/envoy-admin.ts';
import { findEnvoy } from '../../../cli/local/envoy.ts';
import { startEnvoy } from '../../../cli/local/run-envoy.ts';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import type { RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { startLoad, type Load } from '../../servers/load.ts';
import { startUpstream, type Upstream } from '../../servers/upstream.ts';
import { eventually } from '../eventually.ts';
import { adsBootstrap, trafficBundle } from '../probe/envoy.ts';

/** The listener of each release. */
export const LISTENER = 'http';

export interface EnvoyNode {
  readonly id: string;
  readonly adminPort: number;
  /** The upstream that a request reaches now. */
  readonly answers: () => Promise<string>;
  readonly startLoad: (path?: string) => Promise<Load>;
  readonly stop: () => Promise<void>;
}

/** @param relay the address of the relay that it gets everything from */
export async function startEnvoyNode(
  relay: string,
  id: string,
  metadata: Readonly<Record<string, string>> = {},
): Promise<EnvoyNode> {
  const bootstrap = { ...adsBootstrap(relay, 'delta'), node: { id, cluster: 'edge', metadata } };
  const { adminPort, stop } = await startEnvoy({ binary: await findEnvoy(), bootstrap });
  const port = (): Promise<number> => eventually(() => readListenerPort(adminPort, LISTENER));
  return {
    id,
    adminPort,
    answers: async () => {
      const response = await fetch(`http://127.0.0.1:${await port()}/`);
      await response.text();
      return response.headers.get('x-upstream') ?? String(response.status);
    },
    startLoad: async (path = '/') => startLoad({ port: await port(), path, requestsPerSecond: 50, connections: 4 }),
    stop,
  };
}

export interface Releases {
  /** A release whose requests reach an upstream of this name, but for those that `routes` sends to others. */
  readonly to: (name: string, rollout: RolloutPolicy, routes?: Readonly<Record<string, string>>) => Promise<Bundle>;
  readonly stop: () => Promise<void>;
}

/** Releases with upstreams to send requests to. One whose name begins with "broken" answers with 500. */
export function makeReleases(): Releases {
  const upstreams = new Map<string, Upstream>();
  const portOf = async (name: string): Promise<number> => {
    const upstream = upstreams.get(name) ?? (await startUpstream({ name }));
    if (name.startsWith('broken')) upstream.script('*', [{ status: 500 }]);
    upstreams.set(name, upstream);
    return upstream.port;
  };
  return {
    async to(name, rollout, routes = {}) {
      const names = [...new Set([name, ...Object.values(routes)])];
      const clusters = await Promise.all(names.map(async (each) => [each, { port: await portOf(each) }] as const));
      return trafficBundle({
        clusters: Object.fromEntries(clusters),
        routes: { ...routes, '/': name },
        listeners: { [LISTENER]: 0 },
        rollout,
      });
    },
    stop: async () => {
      for (const { stop } of upstreams.values()) await stop();
    },
  };
}
