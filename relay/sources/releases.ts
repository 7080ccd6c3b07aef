/** Which releases of a gateway must be at hand for what its pointer and its rollout say. Pure. */
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../compiler/5-pack/rollout-policy.ts';
import type { Pointer } from '../../store/revision.ts';
import { assign, failureOf, isHeld, type Offer, type RolloutNode } from '../../store/rollout/assign.ts';
import type { Release, RolloutState } from '../../store/rollout/state.ts';

/** What the bucket wants of a gateway's nodes. */
export interface Wanted {
  readonly pointer: Pointer;
  /** How far they have changed over; nothing: there is no rollout yet. */
  readonly rollout: RolloutState | undefined;
}

/** What is wanted, with what is needed for it. */
export interface Prepared extends Wanted {
  readonly bundles: readonly Bundle[];
}

export interface NeededReleases {
  /** Nodes may get them now. */
  readonly required: readonly Release[];
  /** Nodes may be put back on them: it is good to have them, and nothing is lost without. */
  readonly spare: readonly Release[];
}

/** The pointer's release. Its number is in the revision, which nobody here needs. */
export const headOf = ({ revision, bundle }: Pointer): Release => ({ revision, bundle, number: 0 });

const isAbout = ({ pointer, rollout }: Wanted): boolean => rollout?.candidate.revision === pointer.revision;

const hasFailed = ({ phase }: RolloutState): boolean => phase === 'rolled-back' || phase === 'aborted';

/** Whether the head's bundle has a part in it: nobody gets one that has failed, or that is held. */
export function needsHead(wanted: Wanted): boolean {
  const { pointer, rollout } = wanted;
  if (!rollout) return true;
  if (isHeld(rollout, headOf(pointer))) return false;
  if (rollout.stable === null) return true;
  return isAbout(wanted) ? !hasFailed(rollout) : !failureOf(rollout, headOf(pointer));
}

/** @param policy That of the head's manifest; it counts while the rollout is about another revision. */
export function releasesFor(wanted: Wanted, policy: RolloutPolicy): NeededReleases {
  const { pointer, rollout } = wanted;
  const head = headOf(pointer);
  if (!rollout) return { required: [head], spare: [] };
  const given = releasesOf(rollout);
  if (isAbout(wanted) || isHeld(rollout, head)) return given;
  if (!needsHead(wanted)) return { required: rollout.stable ? [rollout.stable] : [head], spare: [] };
  if (policy.steps.length > 0) return { required: [head, ...given.required], spare: given.spare };
  return { required: [head], spare: given.required };
}

function releasesOf(rollout: RolloutState): NeededReleases {
  const { stable, candidate, phase, step, policy } = rollout;
  if (stable === null || phase === 'complete') return { required: [candidate], spare: [] };
  if (hasFailed(rollout)) return { required: [stable], spare: [] };
  if (step >= policy.steps.length) return { required: [candidate], spare: [stable] };
  return { required: [candidate, stable], spare: [] };
}

/** What decides which release a node gets. */
export const choiceOf = (wanted: Prepared): Offer => ({
  gateway: wanted.pointer.gateway,
  head: headOf(wanted.pointer),
  policy: policyOf(wanted),
  state: wanted.rollout,
});

function policyOf(wanted: Prepared): RolloutPolicy {
  const { pointer, rollout, bundles } = wanted;
  if (rollout && isAbout(wanted)) return rollout.policy;
  return bundles.find(({ id }) => id === pointer.bundle)?.manifest.rollout ?? DEFAULT_ROLLOUT;
}

/** The release of the nodes that change over last: of one that is in no step. */
export function lastRelease(wanted: Prepared): Release {
  const { policy, state, ...choice } = choiceOf(wanted);
  const remainder = {
    ...choice,
    policy: withoutNodes(policy),
    state: state && { ...state, policy: withoutNodes(state.policy) },
  };
  return assign(remainder, NOBODY);
}

const NOBODY: RolloutNode = { id: '', labels: new Map() };

/** As many steps, none of which takes anybody. */
const withoutNodes = (policy: RolloutPolicy): RolloutPolicy => ({
  ...policy,
  steps: policy.steps.map((step) => ({ ...step, nodes: { percentage: 0 } })),
});

/** Whether both give each node the same release: a rollout's notes about itself change more often. */
export const isSameChoice = (a: Wanted, b: Wanted): boolean => choiceKey(a) === choiceKey(b);

function choiceKey({ pointer, rollout }: Wanted): string {
  const { revision, bundle } = pointer;
  if (!rollout) return JSON.stringify([revision, bundle]);
  const { stable, candidate, phase, attempt, step, policy, failed } = rollout;
  const failures = failed.map((release) => release.revision);
  return JSON.stringify([revision, bundle, stable, candidate, phase, attempt, step, policy.steps, failures]);
}
