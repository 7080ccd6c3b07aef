/** What is known of an endpoint besides its address. */
import type { Endpoint } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';

type LbEndpoint = Messages['envoy.config.endpoint.v3.LbEndpoint'];
type Metadata = Messages['envoy.config.core.v3.Metadata'];

/** Metadata where Envoy's load balancers look for it: as the labels of an endpoint, or as those that a route wants. */
export const loadBalancingMetadata = (labels: Readonly<Record<string, string>>): Metadata => ({
  filter_metadata: { 'envoy.lb': labels },
});

/** The key under which hashing load balancers find what to hash instead of the address. */
export const HASH_KEY = 'hash_key';

export function endpointMetadata({ labels, hashKey }: Endpoint): Pick<LbEndpoint, 'metadata'> {
  if (!labels && hashKey === undefined) return {};
  return { metadata: loadBalancingMetadata({ ...labels, ...(hashKey !== undefined && { [HASH_KEY]: hashKey }) }) };
}

const STATUSES = { healthy: 'HEALTHY', degraded: 'DEGRADED', draining: 'DRAINING' } as const;

export const healthStatus = ({ status }: Endpoint): Pick<LbEndpoint, 'health_status'> =>
  status === undefined || status === 'healthy' ? {} : { health_status: STATUSES[status] };
