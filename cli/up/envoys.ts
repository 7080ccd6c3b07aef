/** The Envoys of `enroutectl up`: one for each gateway. */
import type { CompiledBundle, GatewayName } from '../../compiler/index.ts';
import { canonicalJson } from '../../compiler/canonical-json.ts';
import { canonical } from '../../compiler/xds/index.ts';
import { withFreeAdminPort, withNode, withPlainRelay, withRelay, type Address, type Bootstrap } from '../bootstrap.ts';
import { startEnvoy, type RunningEnvoy } from '../local/run-envoy.ts';
import type { Tell } from './event.ts';
import { trialsOf } from './trial.ts';

export interface Envoys {
  /**
   * Starts an Envoy for each gateway that has none, and anew where the bootstrap is another; says for which, when they take
   * traffic. One whose gateway is not among the bundles goes on: a document that is gone for a moment must not end traffic.
   *
   * @throws Error if an Envoy cannot be started.
   */
  ensure(bundles: readonly CompiledBundle[]): Promise<readonly GatewayName[]>;
  stop(): Promise<void>;
}

export interface EnvoysOptions {
  /** Where the relay is. */
  readonly relay: Address;
  /** The path of the binary. */
  readonly binary: string;
  readonly tell: Tell;
  /** Called when an Envoy has ended by itself. */
  readonly died: (gateway: GatewayName, lastWords: string) => void;
}

interface Running {
  readonly envoy: RunningEnvoy;
  readonly bootstrap: string;
}

export function createEnvoys({ relay, binary, tell, died }: EnvoysOptions): Envoys {
  const running = new Map<GatewayName, Running>();
  let isStopping = false;

  const start = async (bundle: CompiledBundle): Promise<void> => {
    const { gateway } = bundle.manifest;
    const bootstrap = localBootstrap(bundle, relay);
    const envoy = await startEnvoy({
      binary,
      bootstrap,
      onLine: (line) => tell({ event: isLog(line) ? 'envoy-log' : 'access', gateway, line }),
    });
    if (isStopping) return envoy.stop();
    running.set(gateway, { envoy, bootstrap: canonicalJson(bootstrap) });
    void envoy.exited.then((code) => {
      if (running.get(gateway)?.envoy === envoy) died(gateway, `exit code ${code}\n${envoy.recentOutput()}`);
    });
    tell({ event: 'envoy-started', gateway, pid: envoy.pid, adminPort: envoy.adminPort, trials: trialsOf(bundle) });
  };

  const stop = async (gateway: GatewayName): Promise<void> => {
    const found = running.get(gateway);
    running.delete(gateway);
    await found?.envoy.stop();
  };

  return {
    async ensure(bundles) {
      const isCurrent = (bundle: CompiledBundle): boolean =>
        running.get(bundle.manifest.gateway)?.bootstrap === canonicalJson(localBootstrap(bundle, relay));
      const wanted = bundles.filter((bundle) => !isCurrent(bundle));
      for (const bundle of wanted) {
        await stop(bundle.manifest.gateway);
        if (!isStopping) await start(bundle);
      }
      return wanted.map(({ manifest }) => manifest.gateway);
    },
    async stop() {
      isStopping = true;
      await Promise.all([...running.keys()].map(stop));
    },
  };
}

/** What the documents say, except for where this machine's relay is, and an administration port that others cannot have. */
function localBootstrap({ bootstrap, manifest }: CompiledBundle, relay: Address): Bootstrap {
  const id = bootstrap.node?.id ?? `${manifest.gateway.replace('/', '.')}-local`;
  const named = withNode(bootstrap, id, manifest.nodes);
  const local = withFreeAdminPort(withPlainRelay(withRelay(named, relay)));
  return canonical('envoy.config.bootstrap.v3.Bootstrap', local);
}

/** Envoy begins each line about itself with a time in brackets; the rest of what it writes are access logs. */
const isLog = (line: string): boolean => /^\[\d{4}-\d\d-\d\d /.test(line);
