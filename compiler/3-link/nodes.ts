/** Which Envoys belong to which gateway. */
import type { NodeSelector } from '../5-pack/bundle.ts';
import type { Valid } from '../2-validate/model.ts';
import { at, type Location } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';

/** A gateway's selector; without one of its own it takes the node cluster of its name. */
export function nodeSelector({ name, value }: Valid<'Gateway'>): NodeSelector {
  const { clusters, ids, labels } = value.spec.nodes;
  const alone = ids.length === 0 && Object.keys(labels).length === 0;
  return { clusters: clusters ?? (alone ? [name] : []), ids, labels };
}

/** An Envoy that two gateways claim would get neither. */
export function checkNodes(gateways: readonly Valid<'Gateway'>[], report: Report): void {
  const seen = new Map<string, { readonly gateway: string; readonly where: Location }>();
  for (const gateway of gateways) {
    const { clusters, ids } = nodeSelector(gateway);
    const claims = [
      ...clusters.map((name, place) => ({ claim: `cluster ${name}`, pointer: pointerOf(gateway, 'clusters', place) })),
      ...ids.map((name, place) => ({ claim: `id ${name}`, pointer: pointerOf(gateway, 'ids', place) })),
    ];
    for (const { claim, pointer } of claims) {
      const where = at(gateway.document, pointer);
      const first = seen.get(claim);
      if (first) report('overlapping-nodes', where, { claim, other: first.gateway, first: first.where });
      else seen.set(claim, { gateway: gateway.key, where });
    }
  }
}

const pointerOf = ({ value }: Valid<'Gateway'>, list: 'clusters' | 'ids', place: number): string =>
  value.spec.nodes[list] ? `/spec/nodes/${list}/${place}` : '/metadata/name';
