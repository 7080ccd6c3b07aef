/** A resource as people compare it: a host whose routes Envoy finds by a tree has each of them once, and in order. */
import { listedRoutes } from '../4-lower/route/listed-routes.ts';
import type { Messages } from '../xds/index.ts';
import type { ResourceChange } from './compare.ts';

type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];
type VirtualHost = Messages['envoy.config.route.v3.VirtualHost'];

export function readable({ kind }: Pick<ResourceChange, 'kind'>, value: unknown): unknown {
  if (isVirtualHost(kind, value)) return listed(value);
  return isRouteConfiguration(kind, value)
    ? { ...value, virtual_hosts: (value.virtual_hosts ?? []).map(listed) }
    : value;
}

/** What a bundle or a folder of the compiler has under this kind is such a message. */
const isVirtualHost = (kind: string, value: unknown): value is VirtualHost =>
  kind === 'virtual-host' && typeof value === 'object' && value !== null && 'domains' in value;

const isRouteConfiguration = (kind: string, value: unknown): value is RouteConfiguration =>
  kind === 'route' && typeof value === 'object' && value !== null && 'virtual_hosts' in value;

function listed(host: VirtualHost): object {
  if (!host.matcher) return host;
  const { matcher: _, ...rest } = host;
  return { ...rest, routes: listedRoutes(host), matcher: 'a tree over these routes' };
}
