/** Brings bundles and the values of their secrets together, and both to the ADS server. */
import type { Bundle, GatewayName, SecretReference } from '../compiler/5-pack/bundle.ts';
import { MalformedBlock } from '../compiler/5-pack/read.ts';
import type { AdsServer } from './ads-server.ts';
import type { Log } from './log.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { Problem, Served } from './sources/gateway-watch.ts';

export interface Serving {
  /** Serves a bundle, or says why it cannot be; then what was served stays. */
  serve(served: Served): Promise<Problem | undefined>;
  /** Serves a gateway's bundle once more, since a secret of it has another value. */
  refreshSecrets(gateway: GatewayName): void;
  /** Since when each gateway's bundle is served, in milliseconds since the epoch. */
  readonly since: ReadonlyMap<GatewayName, number>;
  close(): void;
}

export interface ServingOptions {
  readonly ads: Pick<AdsServer, 'setBundle'>;
  readonly secrets: Secrets;
  /** Whether any stream may have secrets; if not, none is even fetched. */
  readonly secretsAreServed: boolean;
  readonly log: Log;
}

/** How long a bundle waits for its secrets, in milliseconds. Envoy waits for them too, but drops connections then. */
const SECRET_WAIT_MS = 3_000;

/** Secrets that change within this time, in milliseconds, reach Envoy together. */
const GATHER_MS = 20;

export function createServing({ ads, secrets, secretsAreServed, log }: ServingOptions): Serving {
  const bundles = new Map<GatewayName, Bundle>();
  const since = new Map<GatewayName, number>();
  const gathering = new Map<GatewayName, NodeJS.Timeout>();

  const neededBy = (bundle: Bundle | undefined): readonly SecretReference[] =>
    secretsAreServed ? (bundle?.manifest.secrets ?? []) : [];

  const resend = (gateway: GatewayName): void => {
    gathering.delete(gateway);
    const bundle = bundles.get(gateway);
    if (bundle) ads.setBundle(bundle, secrets.resources(neededBy(bundle)));
  };

  return {
    since,
    async serve({ bundle, pointer: { gateway } }) {
      const previous = bundles.get(gateway);
      if (!secretsAreServed && bundle.manifest.secrets.length > 0) warnOfSecrets(log, bundle);
      await within(SECRET_WAIT_MS, secrets.require(gateway, [...neededBy(previous), ...neededBy(bundle)]));
      const problem = attempt(() => ads.setBundle(bundle, secrets.resources(neededBy(bundle))));
      const current = problem ? previous : bundle;
      void secrets.require(gateway, neededBy(current));
      if (problem) return problem;
      bundles.set(gateway, bundle);
      if (previous?.id !== bundle.id) since.set(gateway, Date.now());
      return undefined;
    },
    refreshSecrets(gateway) {
      if (!gathering.has(gateway)) gathering.set(gateway, setTimeout(resend, GATHER_MS, gateway));
    },
    close() {
      for (const timer of gathering.values()) clearTimeout(timer);
      gathering.clear();
    },
  };
}

function warnOfSecrets(log: Log, { id, manifest: { gateway, secrets } }: Bundle): void {
  const fields = { gateway, bundle: id, secrets: secrets.map(({ name }) => name) };
  log.warn(fields, 'a bundle refers to secrets, and this relay hands out none: it asks for no client certificates');
}

function attempt(act: () => void): Problem | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: error instanceof MalformedBlock ? 'block-malformed' : 'internal', message };
  }
}

/** Waits for a promise, but not for ever; nothing is cancelled. */
async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
