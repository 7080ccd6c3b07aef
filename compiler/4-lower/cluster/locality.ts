/** Where endpoints are, and what that means for them. Source: envoy/extensions/load_balancing_policies/common/v3/common.proto */
import type { Endpoint, LoadBalancing, Locality, ZoneAware } from '../../2-validate/generated/types.ts';
import type { AssignmentSettings } from '../../5-pack/discovery-reference.ts';
import { compare } from '../../compare.ts';
import type { Messages } from '../../xds/index.ts';

type LocalityLbConfig = Messages['envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig'];
type EnvoyLocality = Messages['envoy.config.core.v3.Locality'];

/** For policies that know both ways of heeding localities. */
export function localityConfig(settings: LoadBalancing): { readonly locality_lb_config?: LocalityLbConfig } {
  const { localityWeights, zoneAware, failTrafficOnPanic } = settings;
  if (localityWeights) return { locality_lb_config: localityWeighted(settings) };
  if (!zoneAware && !failTrafficOnPanic) return {};
  return {
    locality_lb_config: {
      zone_aware_lb_config: {
        ...(zoneAware && zoneAwareConfig(zoneAware)),
        ...(failTrafficOnPanic && { fail_traffic_on_panic: true }),
      },
    },
  };
}

/** For policies that know weights of localities only. */
export const localityWeighted = ({
  localityWeights,
}: LoadBalancing): Pick<LocalityLbConfig, 'locality_weighted_lb_config'> =>
  localityWeights ? { locality_weighted_lb_config: {} } : {};

const BASES = { count: 'HEALTHY_HOSTS_NUM', weight: 'HEALTHY_HOSTS_WEIGHT' } as const;

const zoneAwareConfig = ({ percentage, minimumEndpoints, basis, forceLocal }: ZoneAware) => ({
  routing_enabled: { value: percentage },
  min_cluster_size: String(minimumEndpoints),
  ...(forceLocal && { force_local_zone: { min_size: forceLocal.minimumEndpoints } }),
  ...(basis !== 'count' && { locality_basis: BASES[basis] }),
});

export const envoyLocality = ({ region, zone, subZone }: Locality): EnvoyLocality => ({
  ...(region !== undefined && { region }),
  ...(zone !== undefined && { zone }),
  ...(subZone !== undefined && { sub_zone: subZone }),
});

/** Endpoints of one priority and one locality. */
interface Group<E = unknown> {
  readonly priority: number;
  readonly locality?: Locality | undefined;
  readonly endpoints: E[];
}

type Placed = Pick<Endpoint, 'priority' | 'locality'>;

/** The endpoints by priority and locality, in order of these; within a group in the order that they were given. */
export function groupEndpoints<E extends Placed>(endpoints: readonly E[]): readonly Group<E>[] {
  // Nearly all upstreams have nothing of the kind.
  if (endpoints.every(({ priority, locality }) => priority === undefined && !locality))
    return [{ priority: 0, endpoints: [...endpoints] }];
  const groups = new Map<string, Group<E>>();
  for (const endpoint of endpoints) {
    const { priority = 0, locality } = endpoint;
    const key = `${String(priority).padStart(3, '0')} ${localityKey(locality)}`;
    const group = groups.get(key) ?? { priority, locality, endpoints: [] };
    group.endpoints.push(endpoint);
    groups.set(key, group);
  }
  return [...groups].toSorted(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

/** Tells localities apart, and puts them in order. */
export const localityKey = ({ region, zone, subZone }: Locality = {}): string =>
  JSON.stringify([region ?? '', zone ?? '', subZone ?? '']);

/** What Envoy is told of a group besides its endpoints. */
export function groupSettings(
  { priority, locality }: Group,
  { localityWeights }: Pick<AssignmentSettings, 'localityWeights'>,
): Omit<Messages['envoy.config.endpoint.v3.LocalityLbEndpoints'], 'lb_endpoints'> {
  const key = localityKey(locality);
  const listed = localityWeights?.find((one) => localityKey(one.locality) === key);
  return {
    ...(locality && { locality: envoyLocality(locality) }),
    // A locality without a weight would get nothing.
    ...(localityWeights && { load_balancing_weight: listed?.weight ?? 1 }),
    ...(priority > 0 && { priority }),
  };
}

/** How much healthy endpoints can take if nothing is said of it, in percent. */
const DEFAULT_FACTOR = 140;

export function assignmentPolicy({
  overprovisioningFactor,
  weightedPriorityHealth,
}: Pick<AssignmentSettings, 'overprovisioningFactor' | 'weightedPriorityHealth'>): Pick<
  Messages['envoy.config.endpoint.v3.ClusterLoadAssignment'],
  'policy'
> {
  if (overprovisioningFactor === DEFAULT_FACTOR && !weightedPriorityHealth) return {};
  return {
    policy: {
      ...(overprovisioningFactor !== DEFAULT_FACTOR && { overprovisioning_factor: overprovisioningFactor }),
      ...(weightedPriorityHealth && { weighted_priority_health: true }),
    },
  };
}
