/** Which hosts share connections, and where their routes are. */
import type { Listener } from '../../2-validate/generated/types.ts';
import type { LinkedGateway, LinkedListener, LinkedVirtualHost } from '../../3-link/graph.ts';
import { sharedRoutes, type SharedRoutes } from '../route/shared-routes.ts';
import type { Connections } from './http-connection-manager.ts';

/** In plain text all hosts share their connections; those that are not served there say no more than where to go. */
export const plainTextConnections = (linked: LinkedListener, gateway: LinkedGateway): Connections => {
  const { listener, virtualHosts } = linked;
  return {
    listener: listener.name,
    routeName: plainTextRoutes(linked, gateway).name,
    hosts: listener.redirectToHttps ? [] : virtualHosts.filter(isServedInPlainText),
  };
};

export const plainTextRoutes = ({ listener, virtualHosts }: LinkedListener, gateway: LinkedGateway): SharedRoutes =>
  sharedRoutes(gateway, listener.redirectToHttps ? [] : virtualHosts, {
    within: listener.name,
    apart: apartRouteName(listener),
  });

/** No other route configuration is named like it: names that begin with a listener's have three parts, or end in `fallback`. */
export const apartRouteName = ({ name }: Pick<Listener, 'name'>): string => `${name}/hosts`;

export const isServedInPlainText = ({ tls }: LinkedVirtualHost): boolean => !tls || tls.plainText === 'serve';

/** A host with certificates has connections of its own. */
export const hostConnections = ({ listener }: LinkedListener, host: LinkedVirtualHost): Connections => ({
  listener: listener.name,
  routeName: httpsRouteName(listener, host),
  hosts: [host],
  forwardClientCertificate: host.source.value.spec.tls?.forwardClientCertificate,
});

/** The name of the route configuration of a host on an HTTPS listener. */
export const httpsRouteName = ({ name }: Listener, { source }: LinkedVirtualHost): string => `${name}/${source.key}`;

/** Clients that send no server name, or one that no host has. */
export const fallbackConnections = (linked: LinkedListener, gateway: LinkedGateway): Connections => ({
  listener: linked.listener.name,
  routeName: fallbackRoutes(linked, gateway).name,
  hosts: linked.virtualHosts.filter(isServedByFallback),
});

export const fallbackRoutes = ({ listener, virtualHosts }: LinkedListener, gateway: LinkedGateway): SharedRoutes =>
  sharedRoutes(gateway, virtualHosts.filter(isServedByFallback), {
    within: `${listener.name}/${FALLBACK}`,
    apart: apartRouteName(listener),
  });

export const isServedByFallback = ({ source }: LinkedVirtualHost): boolean => source.value.spec.tls?.fallback === true;

/** No key of a document is like it. */
export const FALLBACK = 'fallback';
