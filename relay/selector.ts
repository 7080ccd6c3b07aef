/** Which gateway a node belongs to. Pure. */
import type { GatewayName, NodeSelector } from '../compiler/5-pack/bundle.ts';
import type { NodeIdentity, Refusal } from './ads-server.ts';

/** A gateway and the nodes that it asks for. */
export interface Candidate {
  readonly gateway: GatewayName;
  readonly nodes: NodeSelector;
}

export type Match =
  { readonly kind: 'matched'; readonly gateway: GatewayName } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What a node may be known by; the first that matches any gateway decides. */
const LEVELS: readonly { readonly of: string; readonly matches: (node: NodeIdentity, by: NodeSelector) => boolean }[] =
  [
    { of: 'id', matches: ({ id }, { ids }) => ids.includes(id) },
    { of: 'labels', matches: ({ metadata }, { labels }) => hasLabels(metadata, labels) },
    { of: 'cluster', matches: ({ cluster }, { clusters }) => clusters.includes(cluster) },
  ];

function hasLabels(metadata: ReadonlyMap<string, string>, labels: NodeSelector['labels']): boolean {
  const entries = Object.entries(labels);
  return entries.length > 0 && entries.every(([key, value]) => metadata.get(key) === value);
}

/** Finds the one gateway that asks for the node. A node that several ask for on the same level is refused. */
export function matchNode(node: NodeIdentity, candidates: readonly Candidate[]): Match {
  for (const { of, matches } of LEVELS) {
    const found = candidates.filter(({ nodes }) => matches(node, nodes));
    const [first, ...others] = found;
    if (first && others.length === 0) return { kind: 'matched', gateway: first.gateway };
    if (first) return refused('FAILED_PRECONDITION', ambiguous(node, of, found));
  }
  return refused('NOT_FOUND', unknown(node, candidates));
}

const refused = (code: Refusal['code'], message: string): Match => ({ kind: 'refused', refusal: { code, message } });

function ambiguous(node: NodeIdentity, level: string, found: readonly Candidate[]): string {
  const names = found.map(({ gateway }) => gateway).toSorted();
  return `${describeNode(node)} belongs to ${names.length} gateways by its ${level}: ${names.join(', ')}`;
}

function unknown(node: NodeIdentity, candidates: readonly Candidate[]): string {
  const sorted = candidates.toSorted((a, b) => (a.gateway < b.gateway ? -1 : 1));
  const known = sorted.slice(0, MOST_NAMED).map(({ gateway, nodes }) => `${gateway} takes ${describeSelector(nodes)}`);
  const more = sorted.length > MOST_NAMED ? [`and ${sorted.length - MOST_NAMED} more gateways`] : [];
  return `${describeNode(node)} belongs to no gateway; ${[...known, ...more].join('; ')}`;
}

/** A status travels in one HTTP/2 header, which must not grow without bounds. */
const MOST_NAMED = 10;

const describeNode = ({ id, cluster }: NodeIdentity): string => `node ${quote(id)} of cluster ${quote(cluster)}`;

function describeSelector({ ids, labels, clusters }: NodeSelector): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const ways = [
    ...(ids.length > 0 ? [`node.id ${listOf(ids)}`] : []),
    ...(pairs.length > 0 ? [`node.metadata with ${pairs.join(' and ')}`] : []),
    ...(clusters.length > 0 ? [`node.cluster ${listOf(clusters)}`] : []),
  ];
  return ways.join(', or ') || 'no node';
}

const listOf = (values: readonly string[]): string => {
  const named = values.slice(0, MOST_NAMED).map(quote);
  return [...named, ...(values.length > MOST_NAMED ? ['...'] : [])].join(' or ');
};

const quote = (text: string): string => JSON.stringify(text);
