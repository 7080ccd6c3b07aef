/** One real Envoy for each gateway, started, replaced and stopped as gateways come, change and go. */
import type { CompiledBundle, GatewayName } from '../../compiler/index.ts';
import { withFreeAdminPort, withNode, withPlainRelay, withRelay, type Address } from '../bootstrap.ts';
import { startEnvoy, type RunningEnvoy } from '../local/run-envoy.ts';

export interface EnvoysOptions {
  readonly binary: string;
  /** Where the relay listens for Envoys. */
  readonly relay: Address;
  readonly onLine: (gateway: GatewayName, line: string) => void;
  /** An Envoy has ended, and nobody asked it to. */
  readonly onExit: (gateway: GatewayName, code: number) => void;
}

export interface Envoys {
  /** Makes the running Envoys those of these gateways; one whose bootstrap has changed is started anew. */
  readonly reconcile: (bundles: readonly CompiledBundle[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Running {
  readonly envoy: RunningEnvoy;
  readonly bootstrap: string;
}

export function createEnvoys(options: EnvoysOptions): Envoys {
  const running = new Map<GatewayName, Running>();

  const start = async ({ manifest, bootstrap }: CompiledBundle): Promise<void> => {
    const { gateway } = manifest;
    const id = bootstrap.node?.id ?? `${gateway.replace('/', '.')}-local`;
    const named = withNode(bootstrap, id, manifest.nodes);
    const local = withFreeAdminPort(withPlainRelay(withRelay(named, options.relay)));
    const envoy = await startEnvoy({
      binary: options.binary,
      bootstrap: local,
      until: 'admin',
      concurrency: 2,
      onLine: (line) => options.onLine(gateway, line),
    });
    running.set(gateway, { envoy, bootstrap: JSON.stringify(bootstrap) });
    void envoy.exited.then((code) => {
      if (running.get(gateway)?.envoy !== envoy) return;
      running.delete(gateway);
      options.onExit(gateway, code);
    });
  };

  const stop = async (gateway: GatewayName): Promise<void> => {
    const found = running.get(gateway);
    running.delete(gateway);
    await found?.envoy.stop();
  };

  return {
    reconcile: async (bundles) => {
      const wanted = new Map(bundles.map((bundle) => [bundle.manifest.gateway, JSON.stringify(bundle.bootstrap)]));
      const outdated = [...running].filter(([gateway, { bootstrap }]) => wanted.get(gateway) !== bootstrap);
      await Promise.all(outdated.map(([gateway]) => stop(gateway)));
      await Promise.all(bundles.filter(({ manifest }) => !running.has(manifest.gateway)).map(start));
    },
    stop: async () => void (await Promise.all([...running.keys()].map(stop))),
  };
}
