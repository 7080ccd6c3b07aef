/**
 * Where the routes of hosts are that share connections: in one route configuration, or each host apart, as a resource of
 * its own that Envoy gets over VHDS, on the same ADS stream. Apart, a changed host is all that is sent of its listener,
 * whatever the number of hosts.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/http/http_conn_man/vhds
 */
import type { LinkedGateway } from '../../3-link/graph.ts';

export interface SharedRoutes {
  /** The name of the route configuration. */
  readonly name: string;
  readonly hosts: 'within' | 'apart';
}

/** So many hosts stand apart. Fewer are quickly sent, and easier to read together. */
export const FEWEST_HOSTS_APART = 100;

/**
 * State of the World has no VHDS. A route configuration that lost its hosts to VHDS would be without them for a moment, while
 * a listener that takes its routes from another one waits until that is whole: so there are two names.
 *
 * @param names of the route configuration that holds the hosts, and of the one that does not
 */
export const sharedRoutes = (
  { source }: LinkedGateway,
  hosts: readonly unknown[],
  names: { readonly within: string; readonly apart: string },
): SharedRoutes =>
  source.value.spec.relay.protocol === 'delta' && hosts.length >= FEWEST_HOSTS_APART
    ? { name: names.apart, hosts: 'apart' }
    : { name: names.within, hosts: 'within' };
