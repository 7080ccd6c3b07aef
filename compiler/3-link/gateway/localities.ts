/** Rules about where endpoints are, and how they are told apart, that a schema cannot say. */
import type { EndpointHealthCheck, Locality } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Spec } from '../upstream/upstreams.ts';

export function checkLocalities(upstream: Valid<'Upstream'>, report: Report): void {
  checkWeights(upstream, report);
  checkEndpoints(upstream, report);
  const { document, value } = upstream;
  const { loadBalancing } = value.spec;
  if (loadBalancing.zoneAware && !value.spec.discovery && localitiesOf(value.spec).length === 0)
    report('needs-field', at(document, '/spec/loadBalancing/zoneAware'), {
      what: '"zoneAware"',
      needs: '"endpoints" with a "locality"',
    });
}

/** Where the endpoints are, as far as they say; each time that one does. */
const localitiesOf = ({ endpoints, dns }: Spec): readonly Locality[] =>
  (endpoints ?? (dns ? [dns, ...(dns.additionalHosts ?? [])] : [])).flatMap(({ locality }) => locality ?? []);

function checkWeights({ document, value }: Valid<'Upstream'>, report: Report): void {
  const { loadBalancing } = value.spec;
  if (!loadBalancing.localityWeights) return;
  // Where endpoints are that the relay finds, no document says.
  const known = value.spec.discovery ? undefined : new Set(localitiesOf(value.spec).map(textOf));
  const seen = new Map<string, number>();
  for (const [place, { locality }] of loadBalancing.localityWeights.entries()) {
    const text = textOf(locality);
    const where = at(document, `/spec/loadBalancing/localityWeights/${place}/locality`);
    const first = seen.get(text);
    if (first !== undefined) report('duplicate-item', where, { value: locality, first, second: place });
    else if (known && !known.has(text)) report('unknown-locality', where, { locality: text, known });
    seen.set(text, first ?? place);
  }
}

/** For example `eu-west-1/eu-west-1a`; a name that is missing leaves its place empty. */
const textOf = ({ region = '', zone = '', subZone }: Locality): string =>
  subZone === undefined ? `${region}/${zone}` : `${region}/${zone}/${subZone}`;

/** The metadata key that says what to hash of an endpoint. */
const HASH_KEY = 'hash_key';

function checkEndpoints({ document, value }: Valid<'Upstream'>, report: Report): void {
  const { endpoints = [], healthChecks, loadBalancing } = value.spec;
  const isHashing = loadBalancing.policy === 'ringHash' || loadBalancing.policy === 'maglev';
  for (const [place, { healthCheck, hashKey, labels, unixSocket }] of endpoints.entries()) {
    const needs = (field: string, needed: string) =>
      report('needs-field', at(document, `/spec/endpoints/${place}/${field}`), { what: `"${field}"`, needs: needed });
    if (healthCheck && healthChecks.length === 0) needs('healthCheck', '"healthChecks"');
    if (unixSocket !== undefined && healthCheck && !healthCheck.disabled && !isWhole(healthCheck))
      needs('healthCheck', '"address" and "port", both of which the socket has not');
    if (hashKey !== undefined && !isHashing) needs('hashKey', '"loadBalancing.policy: ringHash" or "maglev"');
    if (labels && Object.hasOwn(labels, HASH_KEY))
      report('reserved-label', at(document, `/spec/endpoints/${place}/labels/${HASH_KEY}`), { label: HASH_KEY });
  }
}

const isWhole = ({ address, port }: EndpointHealthCheck): boolean => address !== undefined && port !== undefined;

/** Upstreams that want requests kept local, where no Envoy knows where it is. All are looked at: Gateways change alone. */
export function checkZoneAwareness(
  upstreams: Iterable<Valid<'Upstream'>>,
  gateways: readonly Valid<'Gateway'>[],
  report: Report,
): void {
  // Without any Gateway there is nothing to be amiss, or what is amiss is told of the Gateway.
  if (gateways.length === 0 || gateways.some(({ value }) => value.spec.nodes.localities)) return;
  for (const { document, value } of upstreams) {
    if (value.spec.loadBalancing.zoneAware)
      report('needs-field', at(document, '/spec/loadBalancing/zoneAware'), {
        what: '"zoneAware"',
        needs: '"nodes.localities" in a Gateway',
      });
  }
}
