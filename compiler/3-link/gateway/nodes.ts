/** Which Envoys belong to which gateway. */
import type { NodeSelector } from '../../5-pack/bundle.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';

/** A gateway's selector; without one of its own it takes the node cluster of its name. */
export function nodeSelector({ name, value }: Valid<'Gateway'>): NodeSelector {
  const { clusters, ids, labels } = value.spec.nodes;
  const alone = ids.length === 0 && Object.keys(labels).length === 0;
  return { clusters: clusters ?? (alone ? [name] : []), ids, labels };
}

/** An Envoy that two gateways claim would get neither. */
export function checkNodes(gateways: readonly Valid<'Gateway'>[], report: Report): void {
  checkLabels(gateways, report);
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

/** A node with all the labels of one gateway that has those of another as well could be meant to be either's. */
function checkLabels(gateways: readonly Valid<'Gateway'>[], report: Report): void {
  const labelled = gateways.filter(({ value }) => Object.keys(value.spec.nodes.labels).length > 0);
  for (const [place, gateway] of labelled.entries()) {
    const other = labelled.slice(0, place).find((one) => isWithin(one, gateway) || isWithin(gateway, one));
    if (!other) continue;
    report('overlapping-nodes', at(gateway.document, '/spec/nodes/labels'), {
      claim: `labels ${Object.entries(gateway.value.spec.nodes.labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(', ')}`,
      other: other.key,
      first: at(other.document, '/spec/nodes/labels'),
    });
  }
}

const isWithin = (some: Valid<'Gateway'>, all: Valid<'Gateway'>): boolean => {
  const { labels } = all.value.spec.nodes;
  return Object.entries(some.value.spec.nodes.labels).every(
    ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
  );
};

const pointerOf = ({ value }: Valid<'Gateway'>, list: 'clusters' | 'ids', place: number): string =>
  value.spec.nodes[list] ? `/spec/nodes/${list}/${place}` : '/metadata/name';
