/**
 * How far a gateway's nodes have changed over from one bundle to the next: one small object a gateway, replaced by
 * compare-and-swap only.
 *
 * The pointer says what the publisher wants; this says what nodes get meanwhile. Without it, or while it is about another
 * revision, the pointer's manifest decides: a policy without steps gives the pointer's bundle to every node at once.
 */
import type { Digest, GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { RolloutPolicy } from '../../compiler/5-pack/rollout-policy.ts';
import type { WriteRequest } from '../workspace/head.ts';

/** A bundle, as one revision published it. */
export interface Release {
  readonly revision: Digest;
  readonly bundle: Digest;
  /** The revision's number. */
  readonly number: number;
}

export interface RolloutState {
  readonly format: typeof ROLLOUT_FORMAT;
  /** How often the state has been written: one that is lower than what was read before is stale. */
  readonly serial: number;
  readonly gateway: GatewayName;
  /** The last release that all nodes ran in good health; `null` before there was one. Every node can be put back on it. */
  readonly stable: Release | null;
  /** The release that this is about. Once it is complete, it is the stable one too. */
  readonly candidate: Release;
  /** That of the candidate's manifest. */
  readonly policy: RolloutPolicy;
  readonly phase: RolloutPhase;
  /**
   * Rises with each bundle that becomes the candidate, and each time that somebody lets one go on that had failed: what
   * was rejected in attempts before counts no longer. See `attemptOf`.
   */
  readonly attempt: number;
  /** Which steps have the candidate: all before this index, and this one. At `policy.steps.length` every node has it. */
  readonly step: number;
  /** When the step was reached, or the phase if that is later. ISO 8601, UTC. */
  readonly since: string;
  readonly bake: Bake;
  /** How many nodes were connected when the step was reached, or when somebody let it go on. */
  readonly connectedAtStart: number;
  /** Why it is paused, rolled back or aborted. */
  readonly reason?: RolloutReason;
  /** Releases that failed, the latest first; none of them is offered again unless somebody says so. At most {@link MAX_FAILED}. */
  readonly failed: readonly FailedRelease[];
  /** What has happened, the latest first; at most {@link MAX_EVENTS}. */
  readonly events: readonly RolloutEvent[];
}

export const ROLLOUT_FORMAT = 'enroute.dev/rollout/v1';
export const MAX_FAILED = 20;
export const MAX_EVENTS = 50;

/** What nodes were given by: relays say it in their reports, and so it is known who has seen a step. */
export type RolloutPosition = Pick<RolloutState, 'attempt' | 'step'> & { readonly revision: Digest };

export const positionOf = ({ candidate, attempt, step }: RolloutState): RolloutPosition => ({
  revision: candidate.revision,
  attempt,
  step,
});

/**
 * - `progressing`: nodes of the steps so far get the candidate, and are watched while it bakes;
 * - `waiting`: the step has baked, and the next needs somebody's approval;
 * - `paused`: who has the candidate keeps it, nobody else gets it, and nothing is decided;
 * - `complete`: every node has it, and it has baked;
 * - `rolled-back`, `aborted`: every node has the stable release, because a criterion failed or somebody said so.
 */
export type RolloutPhase = 'progressing' | 'waiting' | 'paused' | 'complete' | 'rolled-back' | 'aborted';

/** Whether no node is to have the candidate. */
export const isFailed = ({ phase }: Pick<RolloutState, 'phase'>): boolean =>
  phase === 'rolled-back' || phase === 'aborted';

/**
 * How the candidate fares in the present step. Only time that somebody has watched counts, and one look counts for at
 * most a third of what is waited for: neither a clock that jumps nor a pause of whoever watches can skip a bake.
 */
export interface Bake {
  /**
   * What it waits for. `nothing`: it bakes, in good health; `fleet`: no relay reports, or no node has it that could show
   * whether it is good; `nodes`: not all that are to have it have answered; `connections`: too few of those that got it
   * have stayed; `references`: relays have not found a secret or endpoints that it refers to; `metrics`: a query has no
   * answer.
   */
  readonly waitsFor: 'nothing' | 'fleet' | Limited;
  /** For how long that has been so; of what has a limit, in the whole step: `waited`. Seconds. */
  readonly seconds: number;
  /** The last look. ISO 8601, UTC. */
  readonly seen: string;
  /** One sentence. */
  readonly message: string;
  /**
   * How long each has been waited for in this step, in seconds, less a second for each minute that was good meanwhile: so
   * what comes and goes has an end too. Absent: not at all.
   */
  readonly waited?: { readonly [What in Limited]?: number };
  /** The most nodes that have been seen to have got it in this step, whether they are there or not. Absent: none. */
  readonly reached?: number;
  /** How many of them have not answered, if it waits for them alone. */
  readonly silent?: number;
}

/** What is not waited for without end. */
export type Limited = 'nodes' | 'connections' | 'references' | 'metrics';

export interface RolloutReason {
  /** `overdue`: a node did not answer in time. */
  readonly kind: 'rejected' | 'disconnected' | 'missing' | 'metric' | 'overdue' | 'person';
  /** One sentence; Envoy's own words, if a node rejected the bundle. */
  readonly message: string;
  /** The node that rejected it. */
  readonly node?: string;
  /** Who said so. */
  readonly author?: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

export interface FailedRelease extends Release {
  readonly reason: RolloutReason;
}

export interface RolloutEvent {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly release: Release;
  readonly phase: RolloutPhase;
  readonly step: number;
  readonly message: string;
  /** What has asked for it, if that is to count once. */
  readonly request?: WriteRequest;
}
