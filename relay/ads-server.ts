/**
 * What the rest of the relay sees of the ADS server: types only.
 *
 * A composition root calls `serveAds(options)` of `ads.ts`, hands it bundles, and hears what happens as {@link AdsEvent}s.
 */
import type { Bundle, Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import type { MissingReferences } from '../store/rollout/report.ts';
import type { RolloutPosition } from '../store/rollout/state.ts';
import type { ClientCertificate } from './identity/certificate.ts';
import type { DenialReason, NodePolicy } from './identity/policy.ts';
import type { TlsSource } from './tls.ts';

/** Serves bundles to Envoys over the Aggregated Discovery Service, State of the World and delta. */
export interface AdsServer {
  /** Where it listens, for example `127.0.0.1:18000`; the port is the real one where 0 was asked for. */
  readonly address: string;
  /**
   * Makes this bundle the one that the gateway's nodes get, together with the values of its secrets as far as they are
   * known. A secret that is left out is kept by the Envoys that have it. Call it again with the same bundle when a
   * secret has a new value.
   *
   * @throws Error if the bundle lacks a chunk or a block of it cannot be read; what is served stays as it is.
   */
  setBundle(bundle: Bundle, secrets: readonly SecretResource[]): void;
  /**
   * As {@link setBundle}, for several bundles at once, of which each node gets one. Nodes for which nothing changes are not
   * touched.
   */
  setOffer(offer: Offer): void;
  /** Says that what the gateway is offered is what the bucket wants, as of now; for streams that wait for that. */
  confirm(gateway: GatewayName): void;
  /** Streams of the gateway keep what they have; new nodes are refused. */
  removeGateway(gateway: GatewayName): void;
  /** Judges every node by this policy from now on; streams that it denies are ended. */
  setNodePolicy(policy: NodePolicy): void;
  /** One entry for each open stream that has said which node it is. */
  nodes(): readonly NodeStatus[];
  /**
   * Sends GOAWAY, ends the streams one after the other over the grace period, in milliseconds, so that their Envoys
   * do not all reconnect at once, and then closes what is left.
   */
  close(graceMs: number): Promise<void>;
}

export interface AdsOptions {
  /** Address and port, for example `0.0.0.0:18000`; port 0 takes a free one. */
  readonly listen: string;
  /** TLS, with or without client certificates. Without it, plain text. */
  readonly tls?: TlsSource;
  /** This relay's name: the first part of `control_plane.identifier` in each response, which Envoy shows in its stats. */
  readonly identifier: string;
  /** Whether secrets go to any stream, or only to one that has shown a client certificate that `tls` asks for. */
  readonly secretsAllowed: 'mutual-tls' | 'always';
  /** Which certificate may speak for which node; without one, any certificate, and none, for any. */
  readonly nodePolicy?: NodePolicy;
  /**
   * Hears that an Envoy has something else of a gateway than it is offered, maybe newer. It is sent nothing until
   * {@link AdsServer.confirm}; or, if it has what was served here before, for ten seconds at most. Default: it is sent what
   * is offered.
   */
  readonly unconfirmed?: (gateway: GatewayName) => void;
  /** Hears everything that happens, in order, and must not throw. */
  readonly events: (event: AdsEvent) => void;
  /** Bytes handed to the transport and not yet taken by it, over all streams. Default 32 MiB. */
  readonly maxBytesInFlight?: number;
  /**
   * How long listeners and routes wait for the clusters and endpoints that came with them to be accepted, in
   * milliseconds. Default 5,000.
   */
  readonly pushDeadlineMs?: number;
  /**
   * How long clusters that are gone are kept after routes and listeners have been replaced, for requests that began under
   * those of before, in milliseconds. Default 5,000.
   */
  readonly drainMs?: number;
  /** How long to wait before a ping to an idle Envoy, in milliseconds. Default 30,000. */
  readonly keepaliveMs?: number;
  /** After how long, give or take a tenth, an Envoy is asked to connect anew. Milliseconds; default never. */
  readonly maxConnectionAgeMs?: number;
}

/** The bundles that a gateway's nodes get, and which of them a node gets. */
export interface Offer {
  readonly gateway: GatewayName;
  /** At least one, and none twice. */
  readonly bundles: readonly OfferedBundle[];
  /** The id of one of the bundles. Pure; asked for each node whenever there is another offer. */
  readonly choose: (node: NodeIdentity) => Digest;
  /** The rollout that it chooses by; the server only hands it on with its events. `null` while there is none. */
  readonly position: RolloutPosition | null;
}

export interface OfferedBundle {
  readonly bundle: Bundle;
  readonly secrets: readonly SecretResource[];
  /** Endpoints that are not in the bundle, as far as they are known; absent: it has all of its own. */
  readonly endpoints?: FoundEndpoints;
  /** The release that it is given as, handed on likewise. */
  readonly revision: Digest;
  readonly attempt: number;
  /** What it lacks and the stable release does not, handed on likewise; absent if nothing. */
  readonly missing?: MissingReferences;
}

/** Load assignments that are in no bundle. */
export interface FoundEndpoints {
  readonly resources: readonly LoadAssignmentResource[];
  /**
   * Names of those that are not known yet: nobody is told that they do not exist, since an Envoy may have them from before.
   */
  readonly pending: readonly string[];
}

/** The same object for as long as it is the same: what is made of it is made once. */
export interface LoadAssignmentResource {
  readonly name: string;
  /** A hash of the value. */
  readonly version: string;
  /** The encoded message. */
  readonly value: Uint8Array;
}

/** One secret as Envoy gets it. */
export interface SecretResource {
  /** The type that Envoy asks for it by; that of secrets, if absent. */
  readonly typeUrl?: string;
  /** `namespace/name`. */
  readonly name: string;
  /** Changes whenever the value does, and tells nothing about it. */
  readonly version: string;
  /** The encoded message. */
  readonly value: Uint8Array;
}

export type Protocol = 'sotw' | 'delta';

/** What Envoy says of itself in its first request. Source: envoy/config/core/v3/base.proto, `Node`. */
export interface NodeIdentity {
  readonly id: string;
  readonly cluster: string;
  readonly locality: { readonly region: string; readonly zone: string; readonly subZone: string };
  /** The entries of `node.metadata` whose values are strings, numbers or booleans, as strings. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Envoy's own version, for example `1.40.0`; empty if the client does not say. */
  readonly version: string;
}

/** A stream whose node is known, and where it came from. */
export interface StreamIdentity {
  /** Unique in this process. */
  readonly stream: number;
  readonly node: NodeIdentity;
  /** Address and port of the other side. */
  readonly peer: string;
  readonly protocol: Protocol;
}

/** A stream and what it runs. */
export interface NodeStatus extends StreamIdentity {
  /** Nothing while the node waits for the first bundle of all. */
  readonly gateway: GatewayName | null;
  /** The bundle that the node is to run. */
  readonly bundle: Digest | null;
  /** Milliseconds since the epoch. */
  readonly connectedSince: number;
  /** What the connection was made with. */
  readonly certificate: ClientCertificate | null;
  /**
   * `complete`: the node has accepted all of the bundle that it asked for. `pushing`: responses are on their way.
   * `rejected`: it refused a part, and keeps what it had. `waiting`: there is nothing to send yet.
   */
  readonly state: 'waiting' | 'pushing' | 'complete' | 'rejected';
  /** In send order. */
  readonly types: readonly TypeStatus[];
}

/** What a stream has asked for and been sent of one resource type. */
export interface TypeStatus {
  readonly typeUrl: string;
  readonly wildcard: boolean;
  /** How many resources it names, beside the wildcard. */
  readonly names: number;
  /** Versions of the type as a whole; empty if there was none. */
  readonly sent: string;
  readonly acked: string;
  /** The version that is rejected now; gone once a later one is accepted. */
  readonly nacked: { readonly version: string; readonly message: string } | null;
  /** Rejections on this stream, the one now included. */
  readonly nacks: number;
}

/** Everything that happens, for logs and metrics. */
export type AdsEvent =
  /** A stream is bound to its gateway. */
  | ({ readonly kind: 'connected'; readonly certificate: ClientCertificate | null } & StreamIdentity & Bound)
  /** A stream that was connected is over. */
  | ({ readonly kind: 'disconnected' } & StreamIdentity & Bound)
  /** The stream is to have this bundle from now on. */
  | ({ readonly kind: 'assigned'; readonly bundle: Digest } & StreamIdentity & Bound)
  /** From now on the gateway's nodes are being told of this offer. */
  | { readonly kind: 'offered'; readonly offer: Offer }
  /** All that are connected have been told of it, or of a later one. */
  | { readonly kind: 'offer-told'; readonly offer: Offer }
  /** A node that belongs to no gateway or to several, or a client that breaks the protocol; the stream is ended. */
  | { readonly kind: 'refused'; readonly peer: string; readonly node: NodeIdentity | null; readonly refusal: Refusal }
  | ({ readonly kind: 'sent'; readonly version: string; readonly bytes: number } & Exchange)
  | ({ readonly kind: 'acked'; readonly version: string } & Exchange)
  /** `message` is Envoy's own; `bundle` is what the response was of. `retried`: the relay knows why, and sends it again. */
  | ({
      readonly kind: 'nacked';
      readonly version: string;
      readonly bundle: Digest;
      readonly message: string;
      readonly outcome: 'kept' | 'retried';
      /** How often the client has refused something of this type, of what it is to have now. */
      readonly times: number;
    } & Exchange)
  /** A request that answers a response which has since been replaced. */
  | ({ readonly kind: 'stale-request' } & Exchange)
  /** The node has accepted all of the bundle that it asked for, this long after the bundle was set. */
  | ({ readonly kind: 'push-completed'; readonly bundle: Digest; readonly elapsedMs: number } & StreamIdentity & Bound)
  /** Clusters were not accepted in time; listeners and routes are sent nevertheless. */
  | ({ readonly kind: 'push-timeout'; readonly bundle: Digest } & StreamIdentity & Bound)
  /** The node has something else than it is offered, maybe newer, and waits until the bucket has been asked. */
  | ({ readonly kind: 'unconfirmed' } & StreamIdentity & Bound)
  /** Secrets were asked for on a stream that may not have them. */
  | ({ readonly kind: 'secrets-withheld' } & StreamIdentity & Bound);

export interface Bound {
  readonly gateway: GatewayName;
}

/** One message about one type on one stream. */
export interface Exchange extends StreamIdentity, Bound {
  readonly typeUrl: string;
}

/** Why a stream is ended, as a gRPC status. */
export interface Refusal {
  readonly code:
    'INVALID_ARGUMENT' | 'NOT_FOUND' | 'FAILED_PRECONDITION' | 'UNAVAILABLE' | 'PERMISSION_DENIED' | 'UNAUTHENTICATED';
  /** The other side reads it. */
  readonly message: string;
  /** If it is for who the node is, or claims to be: for the relay's operator. */
  readonly denial?: Denial;
}

export interface Denial {
  /** `expired`: the certificate has ended; `missing`: there is none. Else what the policy's nearest rule fails at. */
  readonly reason: DenialReason | 'expired' | 'missing';
  /** The gateway that the node asked for, if that is known. */
  readonly gateway: GatewayName | null;
  /** The names in the certificate. */
  readonly certificate: readonly string[];
}
