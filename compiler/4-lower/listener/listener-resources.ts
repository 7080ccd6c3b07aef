/** A listener and all that it needs: itself, the one beside it for HTTP/3, and their route configurations. */
import type { Valid } from '../../2-validate/model.ts';
import type { LinkedListener, LinkedTls } from '../../3-link/graph.ts';
import type { Requirement } from '../../5-pack/bundle.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { TypeUrl, type Messages } from '../../xds/index.ts';
import { fallbackRouteResources } from './fallback.ts';
import { httpsRouteName, plainTextRoutes } from './connections.ts';
import type { FilterChainsContext } from './filter-chains.ts';
import { lowerHttp3Listener } from './http3.ts';
import { lowerListener } from './listener.ts';
import type { LoweredResource } from '../resource.ts';
import { sharedRouteResources } from '../route/shared-route-resources.ts';
import { httpHosts, httpsRouteConfiguration, type VirtualHostContext } from '../route/virtual-host.ts';

export interface ListenerContext extends FilterChainsContext, VirtualHostContext {
  readonly report: Report;
}

/** Nothing, if the listener has nothing to serve, which is reported. */
export function listenerResources(linked: LinkedListener, context: ListenerContext): readonly LoweredResource[] {
  const { listener, pointer } = linked;
  const message = lowerListener(linked, context);
  if (!message) {
    const { name, protocol } = listener;
    context.report('empty-listener', at(context.gateway.source.document, pointer), { name, protocol });
    return [];
  }
  const routes = routeResources(linked, context);
  const configurations = routes.filter(({ type }) => type === 'envoy.config.route.v3.RouteConfiguration');
  const requires = [...configurations.map(({ name }) => ({ typeUrl: TypeUrl.route, name })), ...certificatesOf(linked)];
  const http3 = lowerHttp3Listener(linked, context);
  return [...[message, ...(http3 ? [http3] : [])].map((one) => resourceOf(one, requires, context)), ...routes];
}

const resourceOf = (
  message: Messages['envoy.config.listener.v3.Listener'],
  requires: readonly Requirement[],
  { gateway }: ListenerContext,
): LoweredResource => ({
  type: 'envoy.config.listener.v3.Listener',
  name: message.name ?? '',
  message,
  requires,
  origin: gateway.source,
});

/** Route configurations, and hosts that stand apart from theirs. */
function routeResources(linked: LinkedListener, context: ListenerContext): readonly LoweredResource[] {
  const { listener, virtualHosts, tls } = linked;
  if (listener.protocol === 'HTTP')
    return sharedRouteResources(plainTextRoutes(linked, context.gateway), httpHosts(linked, context), context);
  if (listener.protocol !== 'HTTPS') return [];
  const hosts = virtualHosts.map((host): LoweredResource => {
    const type = 'envoy.config.route.v3.RouteConfiguration';
    const name = httpsRouteName(listener, host);
    const message = httpsRouteConfiguration(name, host, linked, context);
    return { type, name, message, requires: [], origin: host.source };
  });
  return tls.fallback ? [...hosts, ...fallbackRouteResources(linked, context)] : hosts;
}

const certificatesOf = (linked: LinkedListener): readonly Requirement[] =>
  [...new Set(listenerSecrets(linked).map(({ key }) => key))].map((name) => ({ typeUrl: TypeUrl.secret, name }));

/** The Secrets that a listener gets over SDS. */
export const listenerSecrets = (linked: LinkedListener): readonly Valid<'Secret'>[] => [
  ...[...(linked.listener.protocol === 'HTTPS' ? linked.virtualHosts : []), ...linked.tcpRoutes].flatMap(({ tls }) =>
    secretsOfTls(tls),
  ),
  ...(linked.tls.fallback ?? []),
  ...(linked.tls.ticketKeys ? [linked.tls.ticketKeys] : []),
];

const secretsOfTls = ({ certificates, clientValidation }: LinkedTls = { certificates: [] }) =>
  clientValidation?.authority ? [...certificates, clientValidation.authority] : certificates;
