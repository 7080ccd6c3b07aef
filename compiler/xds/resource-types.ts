/**
 * The resource types of xDS, in the one order in which they are packed and sent.
 *
 * A resource is sent after the type it hangs from and before the types that use it, so that nothing is ever named
 * before it can be there ("make before break"):
 *
 *  1. clusters, since load assignments answer what clusters ask for, and listeners and routes name clusters;
 *  2. endpoints, without which a new cluster stays warming;
 *  3. secrets, which clusters and listeners wait for while they warm;
 *  4. listeners, which name clusters, and ask for their routes and extension configurations;
 *  5. routes, then the scopes that name them, then the virtual hosts that a route configuration asks for;
 *  6. runtime and extension configurations, which stand alone or answer a listener that is already there;
 *  7. rate-limit configurations, which go to the rate-limit service and not to Envoy.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol#eventual-consistency-considerations
 */

const SEND_ORDER_OF_TYPES = {
  cluster: 'envoy.config.cluster.v3.Cluster',
  endpoint: 'envoy.config.endpoint.v3.ClusterLoadAssignment',
  secret: 'envoy.extensions.transport_sockets.tls.v3.Secret',
  listener: 'envoy.config.listener.v3.Listener',
  route: 'envoy.config.route.v3.RouteConfiguration',
  scopedRoute: 'envoy.config.route.v3.ScopedRouteConfiguration',
  virtualHost: 'envoy.config.route.v3.VirtualHost',
  runtime: 'envoy.service.runtime.v3.Runtime',
  extensionConfig: 'envoy.config.core.v3.TypedExtensionConfig',
  rateLimit: 'ratelimit.config.ratelimit.v3.RateLimitConfig',
} as const;

/** Short names of the resource types, as they stand in `TypeUrl`. */
export type ResourceKind = keyof typeof SEND_ORDER_OF_TYPES;

/** Full message names of the resource types. */
export type ResourceType = (typeof SEND_ORDER_OF_TYPES)[ResourceKind];

/** The type URL of a message, for example `type.googleapis.com/envoy.config.cluster.v3.Cluster`. */
export type TypeUrlOf<K extends string> = `type.googleapis.com/${K}`;

/** What stands before the full message name in every type URL that Envoy knows. */
export const TYPE_URL_PREFIX = 'type.googleapis.com/';

/** Full message names of the resource types, in send order. */
export const RESOURCE_TYPES: readonly ResourceType[] = Object.values(SEND_ORDER_OF_TYPES);

/** The type URL of each resource type: `TypeUrl.cluster`, and so on. */
export const TypeUrl: { readonly [K in ResourceKind]: TypeUrlOf<(typeof SEND_ORDER_OF_TYPES)[K]> } = {
  cluster: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.cluster}`,
  endpoint: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.endpoint}`,
  secret: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.secret}`,
  listener: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.listener}`,
  route: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.route}`,
  scopedRoute: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.scopedRoute}`,
  virtualHost: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.virtualHost}`,
  runtime: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.runtime}`,
  extensionConfig: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.extensionConfig}`,
  rateLimit: `${TYPE_URL_PREFIX}${SEND_ORDER_OF_TYPES.rateLimit}`,
};

/** Type URLs in send order. */
export const SEND_ORDER: readonly string[] = RESOURCE_TYPES.map((type) => `${TYPE_URL_PREFIX}${type}`);
