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
import { NO_ENDPOINT_CACHE, type EndpointCache } from './endpoint-cache.ts';
import type { DiscoveryProvider } from './provider.ts';
import { followUpstream, type FollowedUpstream, type FollowOptions } from './upstream.ts';
import { endpointsOf } from './upstream-state.ts';

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
  status(): readonly EndpointsStatus[];
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

interface Entry {
  readonly upstream: FollowedUpstream;
  readonly users: Set<GatewayName>;
}

/** Bundles that differ in what they make of endpoints share what is known of them. */
const keyOf = perObject(({ name, source }: DiscoveryReference): string => canonicalJson({ name, source }));

export function createDiscovery(options: DiscoveryOptions): Discovery {
  const { providers, report, changed, cache = NO_ENDPOINT_CACHE } = options;
  const entries = new Map<string, Entry>();
  const needs = new Map<GatewayName, readonly Entry[]>();

  const entryOf = (reference: DiscoveryReference): Entry => {
    const key = keyOf(reference);
    const known = entries.get(key);
    if (known) {
      known.upstream.guardBy(reference);
      return known;
    }
    const users = new Set<GatewayName>();
    const upstream = followUpstream(reference, {
      provider: providers.find(({ type }) => type === reference.source.type),
      restored: cache.restore(key),
      report,
      changed() {
        users.forEach(changed);
        cache.save(key, () => entries.get(key)?.upstream.state().believed);
      },
    });
    const entry = { upstream, users };
    entries.set(key, entry);
    return entry;
  };

  const releaseUnused = (): void => {
    for (const [key, { upstream, users }] of entries) {
      if (users.size > 0) continue;
      upstream.stop();
      entries.delete(key);
      cache.forget(key);
    }
  };

  return {
    async require(gateway, references) {
      for (const { users } of needs.get(gateway) ?? []) users.delete(gateway);
      const needed = references.map(entryOf);
      for (const { users } of needed) users.add(gateway);
      needs.set(gateway, needed);
      releaseUnused();
      await Promise.all(needed.map(({ upstream }) => upstream.firstAnswer));
    },
    found(references) {
      const all = references.map((reference) => ({
        name: reference.name,
        resource: entries.get(keyOf(reference))?.upstream.resource(reference),
      }));
      return {
        resources: all.flatMap(({ resource }) => resource ?? []),
        pending: all.flatMap(({ name, resource }) => (resource ? [] : [name])),
      };
    },
    status: () => [...entries.values()].map(describe).sort((a, b) => (a.upstream < b.upstream ? -1 : 1)),
    async close() {
      await cache.settled();
      for (const { upstream } of entries.values()) upstream.stop();
      for (const provider of providers) provider.close?.();
      entries.clear();
      needs.clear();
    },
  };
}

function describe({ upstream, users }: Entry): EndpointsStatus {
  const { name, source } = upstream;
  const state = upstream.state();
  const endpoints = endpointsOf(state);
  const { failure, doubted, origin } = state;
  const isStale = failure !== undefined || origin === 'disk';
  return {
    upstream: name,
    source: source.type,
    gateways: [...users].sort(),
    state: doubted ? 'guarded' : !endpoints ? 'missing' : isStale ? 'stale' : 'served',
    endpoints: endpoints?.length ?? null,
    ...(doubted && { doubted: doubted.endpoints.length }),
    ...(failure && { problem: { reason: failure.reason, message: failure.message } }),
  };
}
