import type { Valid } from '../../2-validate/model.ts';

/**
 * The host that Envoy names in requests of its own to an upstream, such as health checks. Left to itself it takes the
 * name of the cluster, whose `/` and `@` no host may have: servers refuse such requests.
 */
export const hostnameOf = ({ name, value }: Valid<'Upstream'>): string => value.spec.dns?.hostname ?? name;
