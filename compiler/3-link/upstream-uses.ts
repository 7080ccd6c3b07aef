/** Where an Upstream may be named that not everything can use. */
import type { RouteRule } from '../2-validate/generated/types.ts';
import type { FoundReference, Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Index } from './references.ts';

/** Reports upstreams that are named where they cannot be used; by far the most can be used everywhere. */
export function checkUpstreamUses(index: Index, unsettled: ReadonlySet<Valid>, report: Report): void {
  const special = new Map([...index.Upstream].filter(([, { value }]) => isSpecial(value)));
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
  const { dynamicForwardProxy } = value.spec;
  if (!dynamicForwardProxy) return document.kind === 'TcpRoute' ? 'it speaks HTTP/3, and a TcpRoute TCP' : undefined;
  const place = /^\/spec\/routes\/(\d+)\/forward\/upstream$/.exec(pointer)?.[1];
  if (place === undefined || !hasRoutes(document))
    return 'it takes its host from the request, so it stands alone in "forward.upstream" of a route';
  return reasonAgainstRoute(document.value.spec.routes[Number(place)]);
}

const hasRoutes = (document: Valid): document is Valid<'VirtualHost'> | Valid<'Route'> =>
  document.kind === 'VirtualHost' || document.kind === 'Route';

function reasonAgainstRoute(rule: RouteRule | undefined): string | undefined {
  const { host } = rule?.forward?.rewrite ?? {};
  if (host?.literal !== undefined) return 'it takes its host from the request, and the route always names the same';
  if (host?.fromUpstream) return 'it has no host of its own that the request could get';
  return undefined;
}
