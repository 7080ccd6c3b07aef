/**
 * What an Envoy knows of its fellows: how many there are in which locality, so that all of them together load endpoints
 * evenly. Nothing is ever sent to them.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/upstream/load_balancing/zone_aware
 */
import type { EnvoyLocality } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';
import { envoyLocality } from './locality.ts';

export const LOCAL_CLUSTER = 'enroute_envoys';

/** A static cluster of stand-ins, since Envoy takes the local cluster from its bootstrap and counts endpoints. */
export function localCluster(localities: readonly EnvoyLocality[]): Messages['envoy.config.cluster.v3.Cluster'] {
  let port = 0;
  // Equal addresses would count once.
  const standIn = () => ({ endpoint: { address: socketAddress('127.0.0.1', (port += 1)) } });
  return {
    name: LOCAL_CLUSTER,
    type: 'STATIC',
    load_assignment: {
      cluster_name: LOCAL_CLUSTER,
      endpoints: localities.map(({ locality, envoys }) => ({
        locality: envoyLocality(locality),
        lb_endpoints: Array.from({ length: envoys }, standIn),
      })),
    },
  };
}

/** The names that all localities share: what can be said of every node. */
export function commonLocality(
  localities: readonly EnvoyLocality[] = [],
): Pick<Messages['envoy.config.core.v3.Node'], 'locality'> {
  const shared = (name: 'region' | 'zone' | 'subZone') => {
    const [only, ...others] = new Set(localities.map(({ locality }) => locality[name]));
    return only === undefined || others.length > 0 ? {} : { [name]: only };
  };
  const locality = envoyLocality({ ...shared('region'), ...shared('zone'), ...shared('subZone') });
  return Object.keys(locality).length > 0 ? { locality } : {};
}
