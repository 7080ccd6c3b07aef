/** Brings bundles, the values of their secrets and endpoints that are not in them together, and all to the ADS server. */
import type { Bundle, GatewayName, SecretReference } from '../compiler/5-pack/bundle.ts';
import type { DiscoveryReference } from '../compiler/discovered.ts';
import { MalformedBlock } from '../compiler/5-pack/read.ts';
import { assign, attemptOf } from '../store/rollout/assign.ts';
import { positionOf } from '../store/rollout/state.ts';
import type { AdsServer, Offer, OfferedBundle } from './ads-server.ts';
import type { Discovery } from './discovery/discovery.ts';
import type { Log } from './log.ts';
import { missingIn, type Known } from './missing.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { Problem, Served } from './sources/gateway-watch.ts';
import { choiceOf, lastRelease } from './sources/releases.ts';

export interface Serving {
  /** Serves a gateway's bundles, or says why they cannot be; then what was served stays. */
  serve(served: Served): Promise<Problem | undefined>;
  /** Serves a gateway's bundles once more, since a secret or endpoints of them are others. */
  refresh(gateway: GatewayName): void;
  /** Since when each gateway's nodes get the bundle that they get, those of early steps aside; in milliseconds since the epoch. */
  readonly since: ReadonlyMap<GatewayName, number>;
  close(): void;
}

export interface ServingOptions {
  readonly ads: Pick<AdsServer, 'setOffer'>;
  readonly secrets: Secrets;
  readonly discovery: Pick<Discovery, 'require' | 'found' | 'withoutEndpoints'>;
  /** Whether any stream may have secrets; if not, none is even fetched. */
  readonly secretsAreServed: boolean;
  readonly log: Log;
}

/**
 * How long a bundle waits for its secrets and endpoints, in milliseconds. Envoy waits for them too, but drops connections
 * then.
 */
const WAIT_MS = 3_000;

/** Secrets and endpoints that change within this time, in milliseconds, reach Envoy together. */
const GATHER_MS = 20;
/** However much changes, the relay is busy with it one part of so many of the time. */
const SHARE = 5;

/** A gateway of which something has changed, or had a moment ago. */
interface Gathering {
  readonly timer: NodeJS.Timeout;
  isWanted: boolean;
}

export function createServing({ ads, secrets, discovery, secretsAreServed, log }: ServingOptions): Serving {
  const current = new Map<GatewayName, Served>();
  const since = new Map<GatewayName, number>();
  const gathering = new Map<GatewayName, Gathering>();

  /** What nodes may come to have together: Envoy keeps the secrets of a release until it has the next. */
  const neededBy = (bundles: readonly Bundle[] = []): readonly SecretReference[] =>
    secretsAreServed ? bundles.flatMap(({ manifest }) => manifest.secrets) : [];

  const foundFor = (bundles: readonly Bundle[] = []): readonly DiscoveryReference[] =>
    bundles.flatMap(({ manifest }) => manifest.discovery ?? []);

  const require = async (
    gateway: GatewayName,
    ...bundles: readonly (readonly Bundle[] | undefined)[]
  ): Promise<void> => {
    await Promise.all([
      secrets.require(gateway, bundles.flatMap(neededBy)),
      discovery.require(gateway, bundles.flatMap(foundFor)),
    ]);
  };

  const offer = (served: Served): void =>
    ads.setOffer(
      offerOf(served, (bundle) => ({
        secrets: secrets.resources(neededBy([bundle])),
        endpoints: discovery.found(foundFor([bundle])),
        ...missingBeside(served, bundle, knownOf),
      })),
    );

  const knownOf = (bundle: Bundle): Known => ({
    secrets: secrets.resources(neededBy([bundle])),
    withoutEndpoints: discovery.withoutEndpoints(foundFor([bundle])),
  });

  const resend = (gateway: GatewayName): void => {
    const served = current.get(gateway);
    const start = performance.now();
    const problem = served && attempt(() => offer(served));
    if (problem) log.error({ gateway, reason: problem.message }, 'what has changed cannot be served');
    const restMs = (performance.now() - start) * (SHARE - 1);
    gathering.set(gateway, { timer: setTimeout(rested, Math.max(restMs, GATHER_MS), gateway), isWanted: false });
  };

  /** What has changed meanwhile is sent now, all of it together. */
  const rested = (gateway: GatewayName): void => {
    const isWanted = gathering.get(gateway)?.isWanted;
    gathering.delete(gateway);
    if (isWanted) resend(gateway);
  };

  return {
    since,
    async serve(served) {
      const { gateway } = served.pointer;
      const previous = current.get(gateway);
      if (!secretsAreServed) for (const bundle of served.bundles) warnOfSecrets(log, bundle);
      await within(WAIT_MS, require(gateway, previous?.bundles, served.bundles));
      const problem = attempt(() => offer(served));
      void require(gateway, (problem ? previous : served)?.bundles);
      if (problem) return problem;
      current.set(gateway, served);
      if (!previous || lastRelease(previous).bundle !== lastRelease(served).bundle) since.set(gateway, Date.now());
      return undefined;
    },
    refresh(gateway) {
      const gathered = gathering.get(gateway);
      if (gathered) gathered.isWanted = true;
      else gathering.set(gateway, { timer: setTimeout(resend, GATHER_MS, gateway), isWanted: true });
    },
    close() {
      for (const { timer } of gathering.values()) clearTimeout(timer);
      gathering.clear();
    },
  };
}

/** What the pointer and the rollout say, as the ADS server takes it. */
function offerOf(
  served: Served,
  resolve: (bundle: Bundle) => Pick<OfferedBundle, 'secrets' | 'endpoints' | 'missing'>,
): Offer {
  const { pointer, rollout, bundles } = served;
  const choice = choiceOf(served);
  const { head, state } = choice;
  const asHead = { revision: head.revision, attempt: attemptOf(choice) };
  const release = (bundle: Bundle): Pick<OfferedBundle, 'revision' | 'attempt'> => {
    const other = [state?.candidate, state?.stable].find((each) => each?.bundle === bundle.id);
    return bundle.id === head.bundle || !other ? asHead : { revision: other.revision, attempt: state?.attempt ?? 1 };
  };
  return {
    gateway: pointer.gateway,
    bundles: bundles.map((bundle) => ({ bundle, ...resolve(bundle), ...release(bundle) })),
    choose: ({ id, metadata }) => assign(choice, { id, labels: metadata }).bundle,
    position: rollout?.candidate.revision === pointer.revision ? positionOf(rollout) : null,
  };
}

/** Only while a rollout is under way: what all nodes have is compared with nothing. */
function missingBeside(
  { rollout, bundles }: Served,
  bundle: Bundle,
  knownOf: (bundle: Bundle) => Known,
): Pick<OfferedBundle, 'missing'> {
  if (!rollout || rollout.candidate.bundle !== bundle.id || rollout.stable?.bundle === bundle.id) return {};
  const stable = bundles.find(({ id }) => id === rollout.stable?.bundle);
  const missing = missingIn(bundle, stable, knownOf);
  return missing.secrets.length + missing.upstreams.length > 0 ? { missing } : {};
}

function warnOfSecrets(log: Log, { id, manifest: { gateway, secrets } }: Bundle): void {
  if (secrets.length === 0) return;
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
