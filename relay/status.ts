/** What a relay tells about itself: the body of `GET /status`. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import type { Denial, NodeStatus, Refusal } from './ads-server.ts';
import type { EndpointsStatus } from './discovery/discovery.ts';
import type { Validity } from './secrets/check.ts';
import { expiryOf, type Expiry } from './secrets/expiry.ts';
import type { SecretStatus } from './secrets/secrets.ts';
import type { GatewayWatch, Problem } from './sources/gateway-watch.ts';
import { lastRelease } from './sources/releases.ts';
import type { WatchState } from './sources/watch.ts';
import type { TlsStatus } from './tls.ts';
import type { Release, RolloutPhase, RolloutReason, RolloutState } from '../store/rollout/state.ts';

/** Times are ISO 8601, UTC. */
export interface RelayStatus {
  readonly relay: {
    readonly identifier: string;
    /** The version of Enroute. */
    readonly version: string;
    readonly started: string;
    readonly uptimeSeconds: number;
    readonly state: 'starting' | 'ready' | 'closing';
  };
  /** The relay's own certificate, and those of who vouches for its clients; absent without TLS. */
  readonly tls?: {
    readonly certificate: CertificateReport;
    readonly clientAuthorities?: CertificateReport;
    /** Why the files on the disk are not used; what was read before is. */
    readonly problem?: string;
  };
  readonly bucket: {
    readonly location: string;
    /** The ids of the public keys, one of which must have signed what is served; absent: nothing is verified. */
    readonly verifyKeys?: readonly string[];
    /** Why the list of gateways cannot be read, while it cannot. */
    readonly problem?: Problem;
    /** Why the bucket does not take the reports of what nodes run, while it does not. */
    readonly reportProblem?: string;
  };
  readonly gateways: readonly GatewayStatus[];
  readonly secrets: readonly SecretStatus[];
  /** Of upstreams whose endpoints are in no bundle. */
  readonly endpoints: readonly EndpointsStatus[];
  readonly nodes: readonly NodeReport[];
  /** Streams that were refused lately, the latest first; at most 50, and each that repeats once. */
  readonly refusals: readonly RefusalReport[];
}

/** Of several certificates the one that ends first. */
export interface CertificateReport {
  readonly expires: string;
  readonly state: Expiry;
}

export interface RefusalReport {
  /** The last time. */
  readonly time: string;
  readonly peer: string;
  /** What it said of itself, if anything. */
  readonly node: string | null;
  readonly cluster: string | null;
  readonly code: Refusal['code'];
  /** What it was told. */
  readonly message: string;
  /** Why the node was not let in, where that is a matter of its identity; with what its certificate says. */
  readonly denied?: Denial['reason'];
  readonly gateway?: GatewayName | null;
  readonly certificate?: readonly string[];
  readonly times: number;
}

export interface GatewayStatus {
  readonly gateway: GatewayName;
  /** What nodes get that are in no step of a rollout yet; `null` while nothing is served. */
  readonly bundle: Digest | null;
  readonly revision: Digest | null;
  /** `disk`: the bucket has not confirmed it since the relay started. */
  readonly source: 'bucket' | 'disk' | null;
  /** Since when this bundle is served. */
  readonly since: string | null;
  /** What the bucket wants served, where that is something else. */
  readonly wanted?: { readonly bundle: Digest; readonly revision: Digest };
  /** Absent if there is none. */
  readonly rollout?: RolloutStatus;
  /** What is wrong now, and how often in a row. What is served is unaffected. */
  readonly problems: readonly (Problem & { readonly times: number })[];
}

/** How far a gateway's nodes have changed over to the newest release that this relay knows of. */
export interface RolloutStatus {
  readonly candidate: Release;
  /** What all nodes are put back on if it fails. */
  readonly stable: Release | null;
  readonly phase: RolloutPhase;
  /** The steps before this one, and this one, have it; at `steps` all nodes have. */
  readonly step: number;
  readonly steps: number;
  /** What was seen last, as a sentence. */
  readonly waitsFor: string;
  /** Why it is paused, rolled back or aborted. */
  readonly reason?: RolloutReason;
}

export interface NodeReport {
  readonly id: string;
  readonly cluster: string;
  readonly envoy: string;
  readonly peer: string;
  readonly protocol: NodeStatus['protocol'];
  readonly gateway: GatewayName | null;
  readonly bundle: Digest | null;
  readonly state: NodeStatus['state'];
  readonly connectedSince: string;
  /** What it came with; absent without client certificates. */
  readonly certificate?: CertificateReport;
  readonly types: NodeStatus['types'];
}

export function gatewayStatuses(state: WatchState, since: ReadonlyMap<GatewayName, number>): readonly GatewayStatus[] {
  return [...state.gateways]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([gateway, watch]) => gatewayStatus(gateway, watch, since.get(gateway)));
}

function gatewayStatus(gateway: GatewayName, watch: GatewayWatch, since: number | undefined): GatewayStatus {
  const { served, pointer, checkTrouble, loadTrouble } = watch;
  const release = served && lastRelease(served);
  const differs = pointer !== undefined && pointer.bundle !== release?.bundle;
  return {
    gateway,
    bundle: release?.bundle ?? null,
    revision: release?.revision ?? null,
    source: served?.source ?? null,
    since: since === undefined ? null : isoTime(since),
    ...(served?.rollout && { rollout: rolloutStatus(served.rollout) }),
    ...(differs && { wanted: { bundle: pointer.bundle, revision: pointer.revision } }),
    problems: [checkTrouble, loadTrouble].flatMap((trouble) =>
      trouble ? [{ ...trouble.problem, times: trouble.times }] : [],
    ),
  };
}

const rolloutStatus = ({ candidate, stable, phase, step, policy, bake, reason }: RolloutState): RolloutStatus => ({
  candidate,
  stable,
  phase,
  step,
  steps: policy.steps.length,
  waitsFor: bake.message,
  ...(reason && { reason }),
});

export const nodeReport = ({
  node,
  peer,
  protocol,
  gateway,
  bundle,
  state,
  connectedSince,
  certificate,
  types,
}: NodeStatus): NodeReport => ({
  id: node.id,
  cluster: node.cluster,
  envoy: node.version,
  peer,
  protocol,
  gateway,
  bundle,
  state,
  connectedSince: isoTime(connectedSince),
  ...(certificate && { certificate: certificateReport(certificate) }),
  types,
});

export function tlsReport({ validity, failure }: TlsStatus): RelayStatus['tls'] {
  const { certificate, clientAuthorities } = validity;
  if (!certificate) return undefined;
  return {
    certificate: certificateReport(certificate),
    ...(clientAuthorities && { clientAuthorities: certificateReport(clientAuthorities) }),
    ...(failure !== undefined && { problem: failure }),
  };
}

const certificateReport = (validity: Validity): CertificateReport => ({
  expires: isoTime(validity.notAfter),
  state: expiryOf(validity, Date.now()),
});

export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
