/**
 * The endpoints that the served bundles leave to the relay to find, kept up to date for as long as a gateway needs them.
 *
 * A source that fails takes no endpoint away: Envoy keeps what it has, and the failure is reported.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { canonicalJson } from '../../compiler/canonical-json.ts';
import type { DiscoveryReference, DiscoveryType } from '../../compiler/discovered.ts';
import { perObject } from '../../compiler/per-object.ts';
import type { FoundEndpoints } from '../ads-server.ts';
import { createRequired } from '../required.ts';
import { NO_ENDPOINT_CACHE, type EndpointCache } from './endpoint-cache.ts';
import type { DiscoveryProvider } from './provider.ts';
import { followUpstream, type FollowedUpstream, type FollowOptions } from './upstream.ts';

export interface DiscoveryOptions extends Pick<FollowOptions, 'report'> {
  readonly providers: readonly DiscoveryProvider[];
  /** Where endpoints are kept over a restart; default: nowhere. */
  readonly cache?: EndpointCache | undefined;
  /** Told when an upstream that a gateway requires has other endpoints than before. */
  readonly changed: (gateway: GatewayName) => void;
}

export interface Discovery {
  /**
   * Says what a gateway's bundles leave open, in place of what it said before. Settles when the source of each new upstream
   * has answered once, with endpoints or a failure.
   */
  require(gateway: GatewayName, references: readonly DiscoveryReference[]): Promise<void>;
  /** What is known of upstreams that some gateway requires. */
  found(references: readonly DiscoveryReference[]): FoundEndpoints;
  /** Names of those that have no endpoints, as far as anybody knows. */
  withoutEndpoints(references: readonly DiscoveryReference[]): readonly string[];
  status(): readonly EndpointsStatus[];
  /** Asks these in place of those before, which are closed. */
  setProviders(providers: readonly DiscoveryProvider[]): void;
  close(): Promise<void>;
}

/** One upstream's endpoints, for people. */
export interface EndpointsStatus {
  /** `namespace/name`. */
  readonly upstream: string;
  readonly source: DiscoveryType;
  readonly gateways: readonly GatewayName[];
  /**
   * `stale`: the source fails, or has not answered since the relay started, and the last endpoints are served. `guarded`: it
   * has lost more than is believed at once. `missing`: nothing is known, and Envoys keep what they have.
   */
  readonly state: 'served' | 'stale' | 'guarded' | 'missing';
  /** How many Envoy gets; `null` while nothing is known. */
  readonly endpoints: number | null;
  /** How many the source has, where that is not believed. */
  readonly doubted?: number;
  readonly problem?: { readonly reason: string; readonly message: string };
}

/** Bundles that differ in what they make of endpoints share what is known of them. */
const keyOf = perObject(({ name, source }: DiscoveryReference): string => canonicalJson({ name, source }));

export function createDiscovery(options: DiscoveryOptions): Discovery {
  const { report, changed, cache = NO_ENDPOINT_CACHE } = options;
  let { providers } = options;
  const providerOf = ({ source }: Pick<DiscoveryReference, 'source'>): DiscoveryProvider | undefined =>
    providers.find(({ type }) => type === source.type);
  const required = createRequired<DiscoveryReference, FollowedUpstream>({
    keyOf,
    open: (reference, key, users) =>
      followUpstream(reference, {
        provider: providerOf(reference),
        restored: cache.restore(key, reference),
        report,
        changed() {
          users.forEach(changed);
          cache.save(key, () => required.findKey(key)?.state().believed?.endpoints);
        },
      }),
    again: (upstream, reference) => upstream.guardBy(reference),
    released: (key) => cache.forget(key),
  });

  return {
    require: required.require,
    found(references) {
      const all = references.map((reference) => ({
        name: reference.name,
        resource: required.find(reference)?.resource(reference),
      }));
      return {
        resources: all.flatMap(({ resource }) => resource ?? []),
        pending: all.flatMap(({ name, resource }) => (resource ? [] : [name])),
      };
    },
    withoutEndpoints: (references) =>
      references
        .filter((reference) => (required.find(reference)?.state().endpoints ?? []).length === 0)
        .map(({ name }) => name),
    status: () =>
      required
        .all()
        .map(describe)
        .sort((a, b) => (a.upstream < b.upstream ? -1 : 1)),
    setProviders(next) {
      const before = providers;
      providers = next;
      for (const [upstream] of required.all()) upstream.askFrom(providerOf(upstream));
      for (const provider of before) if (!next.includes(provider)) provider.close?.();
    },
    async close() {
      await cache.settled();
      required.close();
      for (const provider of providers) provider.close?.();
    },
  };
}

function describe([upstream, gateways]: readonly [FollowedUpstream, readonly GatewayName[]]): EndpointsStatus {
  const { name, source } = upstream;
  const state = upstream.state();
  const { endpoints, failure, doubts, origin } = state;
  const doubted = doubts.at(-1);
  const isStale = failure !== undefined || origin === 'disk';
  return {
    upstream: name,
    source: source.type,
    gateways,
    state: doubted ? 'guarded' : !endpoints ? 'missing' : isStale ? 'stale' : 'served',
    endpoints: endpoints?.length ?? null,
    ...(doubted && { doubted: doubted.endpoints.length }),
    ...(failure && { problem: { reason: failure.reason, message: failure.message } }),
  };
}
