/** Where an Upstream may be named that not everything can use. */
import type { DynamicForwardProxy, RouteRule, TcpRouteSpec } from '../../2-validate/generated/types.ts';
import type { FoundReference, Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Index } from '../references.ts';

/** Reports upstreams that are named where they cannot be used; by far the most can be used everywhere. */
export function checkUpstreamUses(index: Index, unsettled: ReadonlySet<Valid>, report: Report): void {
  const special = new Map<string, Valid<'Upstream'>>();
  for (const upstream of index.Upstream.values()) if (isSpecial(upstream.value)) special.set(upstream.key, upstream);
  if (special.size === 0) return;
  for (const document of unsettled) {
    for (const reference of document.references) {
      const upstream = reference.kind === 'Upstream' ? special.get(reference.key) : undefined;
      const reason = upstream && reasonAgainst(upstream, document, reference);
      if (reason !== undefined)
        report('unsuitable-upstream', at(document.document, reference.pointer), { upstream: reference.key, reason });
    }
  }
}

const isSpecial = ({ spec }: Valid<'Upstream'>['value']): boolean =>
  spec.dynamicForwardProxy !== undefined || spec.protocol === 'http3';

function reasonAgainst({ value }: Valid<'Upstream'>, document: Valid, { pointer }: FoundReference): string | undefined {
  const { dynamicForwardProxy: proxy } = value.spec;
  if (!proxy) return document.kind === 'TcpRoute' ? 'it speaks HTTP/3, and a TcpRoute TCP' : undefined;
  if (document.kind === 'UdpRoute') return 'it takes its host from the request, and datagrams name none';
  if (isTcpRoute(document)) return reasonAgainstTcp(document.value.spec, proxy);
  const place = /^\/spec\/routes\/(\d+)\/forward\/upstream$/.exec(pointer)?.[1];
  if (place === undefined || !hasRoutes(document))
    return 'it takes its host from the request, so it stands alone in "forward.upstream" of a route';
  return reasonAgainstRoute(document.value.spec.routes[Number(place)]);
}

const isTcpRoute = (document: Valid): document is Valid<'TcpRoute'> => document.kind === 'TcpRoute';

const hasRoutes = (document: Valid): document is Valid<'VirtualHost'> | Valid<'Route'> =>
  document.kind === 'VirtualHost' || document.kind === 'Route';

function reasonAgainstRoute(rule: RouteRule | undefined): string | undefined {
  const { host } = rule?.forward?.rewrite ?? {};
  if (host?.literal !== undefined) return 'it takes its host from the request, and the route always names the same';
  if (host?.pathRegex) return 'its host is looked up before the route makes one of the path';
  if (host?.fromUpstream) return 'it has no host of its own that the request could get';
  return undefined;
}

/** No filter refuses a connection before it is forwarded: what the route takes is all that is asked. */
function reasonAgainstTcp(
  { upstreams, hostnames }: TcpRouteSpec,
  { allowedHosts, allowedPorts = [] }: DynamicForwardProxy,
): string | undefined {
  if (upstreams.length > 1) return 'it takes its host from the server name, so it stands alone in "upstreams"';
  if (!hostnames) return 'it takes its host from the server name, so the TcpRoute needs "hostnames"';
  if (allowedPorts.length > 1) return 'it allows several ports, and a server name says none';
  const other = allowedHosts && hostnames.find((hostname) => !allowedHosts.some((host) => covers(host, hostname)));
  return other === undefined
    ? undefined
    : `the TcpRoute takes "${other}", and not all of that is in its "allowedHosts"`;
}

function covers(allowed: string, hostname: string): boolean {
  const [wide, narrow] = [allowed.toLowerCase(), hostname.toLowerCase()];
  return wide === narrow || (wide.startsWith('*.') && narrow.endsWith(wide.slice(1)));
}
