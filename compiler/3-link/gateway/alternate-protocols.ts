/** Upstreams that say in `alt-svc` that they have HTTP/3, behind listeners that say the same of themselves. */
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedListener, LinkedRoute } from '../graph.ts';
import { isServedOverHttp3, tlsSettings } from './tls-settings.ts';

/** Envoy writes the listener's `alt-svc` into an answer before it reads what the upstream has said there. */
export function checkAlternateProtocols({ listener, virtualHosts }: LinkedListener, report: Report): void {
  if (!listener.http3) return;
  for (const { source, routes } of virtualHosts) {
    if (!isServedOverHttp3(tlsSettings(listener.tls, source.value.spec.tls))) continue;
    for (const route of routes) checkRoute(route, listener.name, report);
  }
}

function checkRoute({ targets, origin, pointer }: LinkedRoute, listener: string, report: Report): void {
  const asking = targets.find(
    ({ upstream: { value } }) => value.spec.protocol === 'automatic' && value.spec.http?.http3,
  );
  if (!asking) return;
  report('unsuitable-upstream', at(origin.document, `${pointer}/forward`), {
    upstream: asking.upstream.key,
    reason: `the listener "${listener}" advertises HTTP/3 of its own, which Envoy would take for that of the upstream; say "protocol: http3" there, or leave out "http.http3"`,
  });
}
