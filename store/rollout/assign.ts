/** Which release a node gets: a pure function, so that every relay gives a node the same. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { RolloutPolicy, RolloutStep } from '../../compiler/5-pack/rollout-policy.ts';
import { textDigest } from '../../compiler/hash.ts';
import { isFailed, type Release, type RolloutReason, type RolloutState } from './state.ts';

/** What there is to give to a gateway's nodes. */
export interface Offer {
  readonly gateway: GatewayName;
  /** What the pointer names. */
  readonly head: Release;
  /** That of the head's manifest. */
  readonly policy: RolloutPolicy;
  /** Absent: there is none in the bucket. */
  readonly state: RolloutState | undefined;
}

export interface RolloutNode {
  /** `node.id`. */
  readonly id: string;
  /** The entries of `node.metadata` that are strings. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * The release that a node gets. Time has no part in it: what time does to a rollout is in its state.
 *
 * While the state is about another revision than the head, since nobody has taken the first step yet, a head that is to
 * be given to all at once is; one with steps waits, and so does any that is held. Where there is no state at all, the head
 * is all that is known.
 */
export function assign({ gateway, head, policy, state }: Offer, node: RolloutNode): Release {
  if (!state) return head;
  if (state.candidate.revision === head.revision) return given(gateway, state, policy, node);
  if (failureOf(state, head)) return state.stable ?? head;
  return policy.steps.length === 0 && !isHeld(state, head) ? head : given(gateway, state, state.policy, node);
}

/**
 * Whether a head must wait until a person who has paused the rollout lets it go on. A bundle that some nodes have already
 * need not: it is the paused one, published again, or the way back.
 */
export function isHeld(state: RolloutState, head: Release): boolean {
  const { phase, reason, candidate, stable } = state;
  if (phase !== 'paused' || reason?.kind !== 'person' || candidate.revision === head.revision) return false;
  return head.bundle !== candidate.bundle && head.bundle !== stable?.bundle && !failureOf(state, head);
}

/** The attempt that the head is given by, which is known before its rollout has begun. */
export function attemptOf({ head, state }: Pick<Offer, 'head' | 'state'>): number {
  if (!state) return 1;
  return state.candidate.bundle === head.bundle ? state.attempt : state.attempt + 1;
}

/**
 * Why a head that the state is not about yet must not be given to anybody, if so: it failed before, or it has the bundle
 * that has just failed.
 */
export function failureOf(
  { phase, candidate, failed, reason }: RolloutState,
  { revision, bundle }: Release,
): RolloutReason | undefined {
  const before = failed.find((release) => release.revision === revision);
  return before?.reason ?? (isFailed({ phase }) && candidate.bundle === bundle ? reason : undefined);
}

function given(gateway: GatewayName, state: RolloutState, policy: RolloutPolicy, node: RolloutNode): Release {
  const { phase, candidate, stable, step } = state;
  if (stable === null || phase === 'complete') return candidate;
  if (isFailed(state)) return stable;
  return isReached(gateway, policy, step, node) ? candidate : stable;
}

/** Whether a node is of the steps up to this one. */
const isReached = (gateway: GatewayName, { steps }: RolloutPolicy, step: number, node: RolloutNode): boolean =>
  step >= steps.length || steps.slice(0, step + 1).some(({ nodes }) => isOf(nodes, gateway, node));

function isOf(nodes: RolloutStep['nodes'], gateway: GatewayName, { id, labels }: RolloutNode): boolean {
  if ('percentage' in nodes) return placeOf(gateway, id) < nodes.percentage;
  return Object.entries(nodes.labels).every(([key, value]) => labels.get(key) === value);
}

/**
 * Where a node stands among all, from 0 to less than 100: the same for ever, and another in each gateway, so that not
 * always the same machines go first. Names of gateways have no line break.
 */
const placeOf = (gateway: GatewayName, id: string): number =>
  (Number.parseInt(textDigest(`${gateway}\n${id}`).slice(0, 8), 16) / 2 ** 32) * 100;
