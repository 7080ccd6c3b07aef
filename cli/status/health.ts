/** What is wrong at a relay, in sentences. */
import { kindOf } from '../../compiler/diff/kinds.ts';
import { because } from '../rollout/words.ts';
import type {
  CertificateStatus,
  EndpointsStatus,
  GatewayStatus,
  NodeStatus,
  RelayStatus,
  SecretStatus,
} from './relay-status.ts';

export interface Trouble {
  readonly kind: 'rejected' | 'lagging' | 'gateway' | 'bucket' | 'secret' | 'endpoints' | 'rollout' | 'certificate';
  /** The node, gateway, secret, upstream or relay. */
  readonly subject: string;
  readonly message: string;
}

/** Everything that keeps an Envoy from running what the bucket wants, or soon will; empty if all is well. */
export const troubles = (status: RelayStatus): readonly Trouble[] => {
  const { bucket, gateways, secrets, endpoints = [], nodes } = status;
  return [
    ...relayTroubles(status),
    ...(bucket.problem ? [{ kind: 'bucket' as const, subject: bucket.location, message: bucket.problem.message }] : []),
    ...gateways.flatMap(gatewayTroubles),
    ...secrets.flatMap(secretTroubles),
    ...endpoints.flatMap(endpointTroubles),
    ...nodes.flatMap((node) => nodeTroubles(node, gateways)),
    ...nodes.flatMap(({ id, certificate }) => certificateTroubles(id, 'its certificate', certificate)),
  ];
};

const relayTroubles = ({ relay: { identifier }, tls }: RelayStatus): readonly Trouble[] => [
  ...certificateTroubles(identifier, 'its certificate', tls?.certificate),
  ...certificateTroubles(identifier, 'an authority of client certificates', tls?.clientAuthorities),
  ...(tls?.problem === undefined ? [] : [{ kind: 'certificate' as const, subject: identifier, message: tls.problem }]),
];

const certificateTroubles = (
  subject: string,
  what: string,
  certificate: CertificateStatus | undefined,
): readonly Trouble[] =>
  !certificate || certificate.state === 'valid'
    ? []
    : [{ kind: 'certificate', subject, message: `${what} is ${certificate.state} (${certificate.expires})` }];

const secretTroubles = ({ name, state, problem }: SecretStatus): readonly Trouble[] =>
  state === 'served' ? [] : [{ kind: 'secret', subject: name, message: problem?.message ?? `it is ${state}` }];

const endpointTroubles = ({ upstream, source, state, doubted, problem }: EndpointsStatus): readonly Trouble[] => {
  if (state === 'served') return [];
  const loss = doubted === undefined ? '' : `: ${source} has ${doubted} now, which is not believed yet`;
  return [{ kind: 'endpoints', subject: upstream, message: problem?.message ?? `they are ${state}${loss}` }];
};

function gatewayTroubles({ gateway, bundle, wanted, rollout, problems }: GatewayStatus): readonly Trouble[] {
  const about = { kind: 'gateway' as const, subject: gateway };
  const reasons = problems.map(({ message, times }) => ({
    ...about,
    message: times > 1 ? `${message} (${times} times)` : message,
  }));
  if (reasons.length > 0) return reasons;
  if (bundle === null) return [{ ...about, message: 'nothing is served yet' }];
  const stopped = rollout && STOPPED.get(rollout.phase);
  if (stopped !== undefined && rollout) {
    const why = rollout.reason ? `: ${because(rollout.reason)}` : '';
    return [{ kind: 'rollout', subject: gateway, message: `revision ${rollout.candidate.number} is ${stopped}${why}` }];
  }
  if (wanted && wanted.bundle === rollout?.candidate.bundle) return []; // Steps are under way.
  return wanted ? [{ ...about, message: `the bucket wants bundle ${wanted.bundle}, which is not served yet` }] : [];
}

/** Phases that wait for somebody because something is wrong. */
const STOPPED: ReadonlyMap<string, string> = new Map([
  ['paused', 'paused'],
  ['rolled-back', 'rolled back'],
  ['aborted', 'aborted'],
]);

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
  const { bundle: served = null, rollout } = gateways.find(({ gateway }) => gateway === node.gateway) ?? {};
  const isFailed = rollout?.phase === 'rolled-back' || rollout?.phase === 'aborted';
  const bundles = rollout && !isFailed ? [served, rollout.candidate.bundle] : [served];
  const isCurrent = node.state === 'complete' && bundles.includes(node.bundle);
  return isCurrent
    ? []
    : [{ kind: 'lagging', subject: node.id, message: `has not accepted bundle ${served ?? '(none)'}: ${node.state}` }];
}
