/** Virtual hosts, linked once and shared by the gateways that serve them. */
import { keyOf, type Valid } from '../../2-validate/model.ts';
import { checkClientValidation, linkClientValidation } from '../gateway/client-validation.ts';
import { linkFilters } from '../filters.ts';
import type { LinkedVirtualHost } from '../graph.ts';
import { checkCertificateMatches } from './match-rules.ts';
import { checkDefaults, checkTryTimes } from './route-defaults.ts';
import { linkRoutes, type LinkContext } from './routes.ts';
import { certificates } from '../secrets.ts';

/** Virtual hosts by the key of each gateway that serves them, sorted by key. */
export type HostsByGateway = ReadonlyMap<string, readonly LinkedVirtualHost[]>;

export function linkHosts(context: LinkContext): HostsByGateway {
  const byGateway = new Map<string, LinkedVirtualHost[]>();
  for (const source of context.index.VirtualHost.values()) {
    const host = linkHost(source, context);
    const keys = new Set(source.value.spec.gateways.map((text) => keyOf(text, source.namespace)));
    for (const key of keys) {
      const list = byGateway.get(key);
      if (list) list.push(host);
      else byGateway.set(key, [host]);
    }
  }
  return byGateway;
}

function linkHost(source: Valid<'VirtualHost'>, context: LinkContext): LinkedVirtualHost {
  const { tls } = source.value.spec;
  checkClientValidation(source, context);
  checkDefaults(source, context.report);
  const host: LinkedVirtualHost = {
    source,
    filters: linkFilters(source.value.spec, source, '/spec', context),
    routes: linkRoutes(source, context),
    redirectPort: tls?.redirectPort ?? 443,
    ...(tls && {
      tls: {
        certificates: certificates(tls.certificates, source, '/spec/tls/certificates', context),
        ...linkClientValidation(tls.clientValidation, source, context),
        plainText: tls.plainText,
      },
    }),
  };
  checkCertificateMatches(host, context.report);
  checkTryTimes(host, context.report);
  return host;
}
