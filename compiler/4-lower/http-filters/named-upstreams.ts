/** What may name Upstreams besides routes: filters, logs, tracers. */
import type { UpstreamSpec } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { NamingSite } from '../../3-link/graph.ts';
import type { Code, Params } from '../../diagnostics/catalog.ts';
import { at, child, pointerSegments } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { hostnameOf } from '../cluster/hostname.ts';

export interface NamedUpstreams {
  /** The cluster of an upstream that the configuration names, which becomes part of the gateway. */
  readonly cluster: (reference: string) => string;
  /** The host to name in requests of Envoy's own to the upstream; left to itself Envoy takes the name of the cluster. */
  readonly hostname: (reference: string) => string;
  /** The protocol that the upstream speaks. */
  readonly protocol: (reference: string) => UpstreamSpec['protocol'];
  /** Reports a mistake; the pointer is within the configuration. */
  readonly report: <C extends Code>(code: C, pointer: string, params: Params<C>) => void;
}

export function namedUpstreams(
  { origin, pointer: here, upstreams }: NamingSite,
  clusterOf: (upstream: Valid<'Upstream'>) => string,
  report: Report,
): NamedUpstreams {
  const upstream = (reference: string): Valid<'Upstream'> => {
    const found = upstreams.get(reference);
    if (!found) throw new Error(`${origin.key}${here} names the upstream ${reference}, which linking let pass`);
    return found;
  };
  return {
    cluster: (reference) => clusterOf(upstream(reference)),
    hostname: (reference) => hostnameOf(upstream(reference)),
    protocol: (reference) => upstream(reference).value.spec.protocol,
    report: (code, pointer, params) =>
      report(code, child(at(origin.document, here), ...pointerSegments(pointer)), params),
  };
}

/** The same, for a part of the configuration. */
export const within = (services: NamedUpstreams, pointer: string): NamedUpstreams => ({
  ...services,
  report: (code, inner, params) => services.report(code, pointer + inner, params),
});
