/** A route configuration for several hosts, and those of them that stand apart. */
import type { Valid } from '../../2-validate/model.ts';
import type { Messages } from '../../xds/index.ts';
import { ads } from '../config-source.ts';
import type { LoweredResource } from '../resource.ts';
import type { SharedRoutes } from './shared-routes.ts';
import { gatewayFilters, routeConfiguration, type VirtualHostContext } from './virtual-host.ts';

type EnvoyVirtualHost = Messages['envoy.config.route.v3.VirtualHost'];
type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];
type ResponseHeaders = NonNullable<RouteConfiguration['response_headers_to_add']>;

/** What a host does, and the document that it comes from. */
export interface SharedHost {
  readonly host: EnvoyVirtualHost;
  readonly origin: Valid<'VirtualHost'> | Valid<'Gateway'>;
}

/** The route configuration first. */
export function sharedRouteResources(
  { name, hosts: where }: SharedRoutes,
  hosts: readonly SharedHost[],
  context: VirtualHostContext,
  responseHeaders: ResponseHeaders = [],
): readonly LoweredResource[] {
  const messages = hosts.map(({ host }) => host);
  const configuration: LoweredResource = {
    type: 'envoy.config.route.v3.RouteConfiguration',
    name,
    message:
      where === 'within'
        ? routeConfiguration(name, messages, context, responseHeaders)
        : discoveringConfiguration(name, responseHeaders),
    requires: [],
    origin: context.gateway.source,
  };
  if (where === 'within') return [configuration];
  const outer = gatewayFilters(context);
  return [configuration, ...hosts.map((host) => hostResource(name, host, outer))];
}

/**
 * It never changes with its hosts or the filters of its gateway: what these are told stands in each host. The two could
 * otherwise not change in one step, and a filter that moves from one to the other would be off for a moment.
 */
const discoveringConfiguration = (name: string, responseHeaders: ResponseHeaders): RouteConfiguration => ({
  name,
  vhds: { config_source: ads },
  ignore_port_in_host_matching: true,
  ...(responseHeaders.length > 0 && { response_headers_to_add: responseHeaders }),
  max_direct_response_body_size_bytes: LONGEST_BODY,
});

/** The most bytes that the body of a document's answer can have, in characters of three bytes. */
const LONGEST_BODY = 3 * 1024 * 1024;

/**
 * Envoy finds the route configuration of a host by what stands before the last slash of its name, and forgets a host that
 * is removed by the name in its message: so both names are the same.
 * Source: https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/router/route_config_update_receiver_impl.cc
 */
function hostResource(
  configuration: string,
  { host, origin }: SharedHost,
  outer: NonNullable<EnvoyVirtualHost['typed_per_filter_config']>,
): LoweredResource {
  const name = `${configuration}/${host.name.replace('/', '.')}`;
  const filters = { ...outer, ...host.typed_per_filter_config };
  const message = { ...host, name, ...(Object.keys(filters).length > 0 && { typed_per_filter_config: filters }) };
  return { type: 'envoy.config.route.v3.VirtualHost', name, message, requires: [], origin };
}
