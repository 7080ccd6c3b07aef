/** Whether a stream may have the gateway that its node asks for, as a refusal or not. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { Denial, NodeIdentity, Refusal } from '../ads-server.ts';
import { namesOf, type ClientCertificate } from './certificate.ts';
import { explain, judge, type NodePolicy } from './policy.ts';

export interface Claim {
  readonly node: NodeIdentity;
  readonly certificate: ClientCertificate | null;
}

/**
 * @param gateway the one that the node belongs to by what it says of itself; `null` if that is none or several, which a
 *   node with a certificate of ours may know no more of than that
 */
export function authorise(
  policy: NodePolicy,
  { node, certificate }: Claim,
  gateway: GatewayName | null,
): Refusal | null {
  if (!certificate) return MISSING;
  const denial = (reason: Denial['reason']): Denial => ({ reason, gateway, certificate: namesOf(certificate) });
  if (gateway === null) {
    const message = `node ${JSON.stringify(node.id)} of cluster ${JSON.stringify(node.cluster)} belongs to no gateway, or to several`;
    return { code: 'PERMISSION_DENIED', message, denial: denial('gateway') };
  }
  const verdict = judge(policy, certificate, node, gateway);
  if (verdict === 'allowed') return null;
  return { code: 'PERMISSION_DENIED', message: explain(verdict, certificate, node), denial: denial(verdict) };
}

/** What has ended since the connection was made, or was let in by a resumed session, proves nothing any more. */
export function checkExpiry(certificate: ClientCertificate | null, now: number): Refusal | null {
  if (!certificate || now < certificate.notAfter) return null;
  const denial = { reason: 'expired', gateway: null, certificate: namesOf(certificate) } as const;
  const ended = new Date(certificate.notAfter).toISOString();
  return { code: 'UNAUTHENTICATED', message: `the client certificate has expired, at ${ended}`, denial };
}

const MISSING: Refusal = {
  code: 'UNAUTHENTICATED',
  message: 'this relay has a node policy, and the connection shows no client certificate',
  denial: { reason: 'missing', gateway: null, certificate: [] },
};
