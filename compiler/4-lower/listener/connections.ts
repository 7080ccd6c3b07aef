/** Which hosts share connections, and where their routes are. */
import type { Listener } from '../../2-validate/generated/types.ts';
import type { LinkedListener, LinkedVirtualHost } from '../../3-link/graph.ts';
import type { Connections } from './http-connection-manager.ts';

/** In plain text all hosts share their connections; those that are not served there say no more than where to go. */
export const plainTextConnections = ({ listener, virtualHosts }: LinkedListener): Connections => ({
  listener: listener.name,
  routeName: listener.name,
  hosts: listener.redirectToHttps ? [] : virtualHosts.filter(isServedInPlainText),
});

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
export const fallbackConnections = ({ listener, virtualHosts }: LinkedListener): Connections => ({
  listener: listener.name,
  routeName: fallbackRouteName(listener),
  hosts: virtualHosts.filter(isServedByFallback),
});

export const isServedByFallback = ({ source }: LinkedVirtualHost): boolean => source.value.spec.tls?.fallback === true;

/** No key of a document is like it. */
export const FALLBACK = 'fallback';

export const fallbackRouteName = ({ name }: Listener): string => `${name}/${FALLBACK}`;
