/** What is wrong at a relay, in sentences. */
import { kindOf } from '../../compiler/diff/kinds.ts';
import type { GatewayStatus, NodeStatus, RelayStatus, SecretStatus } from './relay-status.ts';

export interface Trouble {
  readonly kind: 'rejected' | 'lagging' | 'gateway' | 'bucket' | 'secret' | 'rollout';
  /** The node, gateway or secret. */
  readonly subject: string;
  readonly message: string;
}

/** Everything that keeps an Envoy from running what the bucket wants; empty if all is well. */
export const troubles = ({ bucket, gateways, secrets, nodes }: RelayStatus): readonly Trouble[] => [
  ...(bucket.problem ? [{ kind: 'bucket' as const, subject: bucket.location, message: bucket.problem.message }] : []),
  ...gateways.flatMap(gatewayTroubles),
  ...secrets.flatMap(secretTroubles),
  ...nodes.flatMap((node) => nodeTroubles(node, gateways)),
];

const secretTroubles = ({ name, state, problem }: SecretStatus): readonly Trouble[] =>
  state === 'served' ? [] : [{ kind: 'secret', subject: name, message: problem?.message ?? `it is ${state}` }];

function gatewayTroubles({ gateway, bundle, wanted, problems }: GatewayStatus): readonly Trouble[] {
  const about = { kind: 'gateway' as const, subject: gateway };
  const reasons = problems.map(({ message, times }) => ({
    ...about,
    message: times > 1 ? `${message} (${times} times)` : message,
  }));
  if (reasons.length > 0) return reasons;
  if (bundle === null) return [{ ...about, message: 'nothing is served yet' }];
  return wanted ? [{ ...about, message: `the bucket wants bundle ${wanted.bundle}, which is not served yet` }] : [];
}

function nodeTroubles(node: NodeStatus, gateways: readonly GatewayStatus[]): readonly Trouble[] {
  const rejected = node.types.flatMap(({ typeUrl, nacked }): readonly Trouble[] =>
    nacked
      ? [
          {
            kind: 'rejected',
            subject: node.id,
            message: `rejects ${kindOf(typeUrl)} ${nacked.version}: ${nacked.message}`,
          },
        ]
      : [],
  );
  if (rejected.length > 0) return rejected;
  const served = gateways.find(({ gateway }) => gateway === node.gateway)?.bundle ?? null;
  const isCurrent = node.state === 'complete' && node.bundle === served;
  return isCurrent
    ? []
    : [{ kind: 'lagging', subject: node.id, message: `has not accepted bundle ${served ?? '(none)'}: ${node.state}` }];
}
