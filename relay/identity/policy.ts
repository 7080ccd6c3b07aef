/** Which certificates may speak for which nodes of which gateways. Pure; what is not allowed is denied. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { NodeIdentity } from '../ads-server.ts';
import { namesOf, type ClientCertificate } from './certificate.ts';
import { matchPattern, type Captured, type NamePattern } from './pattern.ts';

export interface NodePolicy {
  readonly rules: readonly PolicyRule[];
}

/** Lets certificates with a name of the pattern speak for nodes. All that it says must hold. */
export interface PolicyRule {
  readonly name: NamePattern;
  /** `namespace/name`, `namespace/*` or `*`; nothing: what the pattern says is all. */
  readonly gateways: readonly string[] | undefined;
  /** Node ids, with `*` at one end for any beginning or end; nothing: what the pattern says is all. */
  readonly nodes: readonly string[] | undefined;
  /** Node clusters, likewise; nothing, and nothing in the pattern: any that belongs to the gateway. */
  readonly clusters: readonly string[] | undefined;
}

/** What a rule may fail at, in the order in which it is asked. */
const QUESTIONS = ['certificate', 'gateway', 'node', 'cluster'] as const;
export type DenialReason = (typeof QUESTIONS)[number];

export type Verdict = 'allowed' | DenialReason;

/** Whether a certificate may speak for a node of a gateway; if not, what the rule that came nearest fails at. */
export function judge(
  { rules }: NodePolicy,
  certificate: ClientCertificate,
  node: Pick<NodeIdentity, 'id' | 'cluster'>,
  gateway: GatewayName,
): Verdict {
  let nearest = 0;
  for (const { rule, captured } of matches(rules, certificate)) {
    const holds = [
      true,
      isGateway(rule, captured, gateway),
      isNode(rule, captured, node.id),
      isCluster(rule, captured, node.cluster),
    ];
    const failed = holds.indexOf(false);
    if (failed === -1) return 'allowed';
    nearest = Math.max(nearest, failed);
  }
  return QUESTIONS[nearest] ?? 'certificate';
}

/** What an Envoy is told: of itself, what it knows anyway, and nothing of others. */
export function explain(reason: DenialReason, certificate: ClientCertificate, { id, cluster }: NodeIdentity): string {
  const names = namesOf(certificate).slice(0, MOST_NAMED).map(quote).join(', ');
  const shown =
    names === '' ? 'the client certificate, which has neither a URI nor a DNS name,' : `a certificate for ${names}`;
  switch (reason) {
    case 'certificate':
      return `the node policy of this relay has no rule for ${shown.replace(/,$/, '')}`;
    case 'gateway':
      return `${shown} is not for the gateway that node ${quote(id)} of cluster ${quote(cluster)} belongs to`;
    case 'node':
      return `${shown} may not speak for node ${quote(id)}: node.id must be the one that the certificate is for`;
    case 'cluster':
      return `${shown} may not speak for node.cluster ${quote(cluster)}`;
  }
}

/** A status travels in one HTTP/2 header, which must not grow without bounds. */
const MOST_NAMED = 5;
const MOST_SHOWN = 200;

const quote = (text: string): string => JSON.stringify(text.slice(0, MOST_SHOWN));

function* matches(rules: readonly PolicyRule[], { uris, dns }: ClientCertificate) {
  for (const rule of rules) {
    for (const name of rule.name.type === 'uri' ? uris : dns) {
      const captured = matchPattern(rule.name, name);
      if (captured) yield { rule, captured };
    }
  }
}

function isGateway({ gateways }: PolicyRule, captured: Captured, gateway: GatewayName): boolean {
  const [namespace = '', name = ''] = gateway.split('/');
  // A name alone is one in the namespace "default", as everywhere, unless the rule lists gateways.
  const wantedNamespace = captured.get('namespace') ?? (captured.has('gateway') && !gateways ? 'default' : namespace);
  return (
    namespace === wantedNamespace &&
    name === (captured.get('gateway') ?? name) &&
    (gateways?.some((each) => each === '*' || each === gateway || each === `${namespace}/*`) ?? true)
  );
}

const isNode = ({ nodes }: PolicyRule, captured: Captured, id: string): boolean =>
  id !== '' && id === (captured.get('node') ?? id) && (nodes?.some((each) => isLike(each, id)) ?? true);

const isCluster = ({ clusters }: PolicyRule, captured: Captured, cluster: string): boolean =>
  cluster === (captured.get('cluster') ?? cluster) && (clusters?.some((each) => isLike(each, cluster)) ?? true);

function isLike(pattern: string, value: string): boolean {
  if (pattern.endsWith('*')) return value.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith('*')) return value.endsWith(pattern.slice(1));
  return value === pattern;
}
