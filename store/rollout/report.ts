/**
 * What one relay's nodes of one gateway run: an object that the relay writes into the bucket, again and again, so that
 * everybody who can read the bucket sees the whole fleet. One that has not been written for a while is of a relay that
 * is gone, and counts no longer.
 */
import type { Digest, GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { RolloutPosition } from './state.ts';

export interface FleetReport {
  readonly format: typeof FLEET_REPORT_FORMAT;
  readonly gateway: GatewayName;
  /** The relay's identifier. */
  readonly relay: string;
  /**
   * When it was written, and from when on it counts no longer, by the relay's clock. ISO 8601, UTC. Others look at the
   * difference only, and count it from the time that the bucket gives the object.
   */
  readonly time: string;
  readonly expires: string;
  /**
   * The rollout that all its nodes were given their bundles by, as far as it concerns the gateway's head; `null` while
   * the relay knows of none.
   */
  readonly applied: RolloutPosition | null;
  /** How many nodes are connected: each counts once, however many streams it has. */
  readonly connected: number;
  /** Connected nodes, by the bundle that they were given and what they made of it. */
  readonly bundles: readonly BundleCount[];
  /** The nodes themselves: those in trouble first, then by id; at most {@link MAX_NODES}. */
  readonly nodes: readonly NodeEntry[];
  /**
   * Bundles that nodes rejected, the latest first, also by nodes that have gone on since; a node once for each release and
   * attempt. At most {@link MAX_REJECTIONS}.
   */
  readonly rejections: readonly Rejection[];
  /**
   * Nodes that have left within {@link DEPARTURE_MS}, whether or not they are back, the latest first; a node once for each
   * bundle and attempt. At most {@link MAX_DEPARTURES}. Absent: the relay does not know.
   */
  readonly departures?: readonly Departure[];
  /** Bundles that refer to something that the relay has not found; absent: it does not say. */
  readonly missing?: readonly BundleMissing[];
}

export const FLEET_REPORT_FORMAT = 'enroute.dev/fleet-report/v1';
export const MAX_NODES = 1_000;
export const MAX_REJECTIONS = 50;
export const MAX_DEPARTURES = 1_000;
/** How long a node that has left is told of, in milliseconds: so long it has not stayed, should it be back. */
export const DEPARTURE_MS = 20_000;
/** How many names there are at most of each kind. */
export const MAX_MISSING = 50;

export interface BundleCount {
  readonly bundle: Digest;
  readonly accepted: number;
  readonly pending: number;
  readonly rejected: number;
}

/** What a relay has not found, though it has it for the nodes of the stable release, or these do not need it. */
export interface MissingReferences {
  /** `namespace/name` of Secrets without a value. */
  readonly secrets: readonly string[];
  /** `namespace/name` of Upstreams that have no endpoints, and have some in the stable release. */
  readonly upstreams: readonly string[];
}

export interface BundleMissing extends MissingReferences {
  readonly bundle: Digest;
}

export interface NodeEntry {
  /** `node.id`. */
  readonly id: string;
  readonly cluster: string;
  /** Envoy's version. */
  readonly envoy: string;
  readonly bundle: Digest | null;
  readonly state: 'accepted' | 'pending' | 'rejected';
  readonly connectedSince: string;
}

/** A node that has left the relay while it had a bundle. */
export interface Departure {
  readonly node: string;
  readonly bundle: Digest;
  /** The attempt that it was given by: `attemptOf`. */
  readonly attempt: number;
}

export interface Rejection {
  readonly node: string;
  /** The release that it was given. */
  readonly revision: Digest;
  readonly bundle: Digest;
  /** The attempt that it was given by: `attemptOf`. */
  readonly attempt: number;
  readonly typeUrl: string;
  /** Envoy's own words, cut to 500 characters. */
  readonly message: string;
  readonly time: string;
}
