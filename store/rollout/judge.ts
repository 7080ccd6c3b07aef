/** How a candidate fares, as far as the fleet and the metrics tell. */
import type { MetricCriterion } from '../../compiler/5-pack/rollout-policy.ts';
import type { FleetView } from './fleet.ts';
import { describeMissing } from './missing.ts';
import { presenceOf } from './presence.ts';
import type { Bake, RolloutReason, RolloutState } from './state.ts';

/** What was seen at one look. */
export interface Evidence {
  readonly fleet: FleetView;
  /** What each query of the policy gave, by the criterion's name; absent: nobody could be asked. */
  readonly metrics: ReadonlyMap<string, MetricAnswer>;
}

/** The number that a query gives, or why there is none: a few words that stay the same while that does. */
export type MetricAnswer = { readonly value: number } | { readonly problem: string };

export type Verdict =
  /** A criterion is not met. */
  | { readonly kind: 'failed'; readonly reason: Omit<RolloutReason, 'time'> }
  | {
      readonly kind: 'waits';
      /** `nothing`: it bakes. */
      readonly for: Bake['waitsFor'];
      readonly message: string;
      /** How many nodes have not answered, if it waits for them alone. */
      readonly silent?: number;
    };

/** Judges the candidate by the state's policy. What lasts too long is not looked at here. */
export function judge(state: RolloutState, { fleet, metrics }: Evidence): Verdict {
  return (
    rejected(state, fleet) ??
    unconnected(state, fleet) ??
    unanswered(state, fleet) ??
    unresolved(state, fleet) ??
    measured(state.policy.health.metrics, metrics) ?? { kind: 'waits', for: 'nothing', message: 'it bakes' }
  );
}

/** Each node counts once, if it rejected the candidate in this attempt. */
export function rejected({ candidate, attempt, policy }: RolloutState, { rejections }: FleetView): Verdict | undefined {
  const ours = rejections.filter((one) => one.bundle === candidate.bundle && one.attempt === attempt);
  const nodes = new Set(ours.map(({ node }) => node));
  const [latest] = ours;
  if (!latest || nodes.size <= policy.health.rejectedNodes) return undefined;
  return { kind: 'failed', reason: { kind: 'rejected', message: latest.message, node: latest.node } };
}

/**
 * Without any report nothing is known; that relays are away is no fault of the candidate. So many as must stay are one at
 * least, so that a step of one node has a criterion too.
 */
function unconnected(state: RolloutState, fleet: FleetView): Verdict | undefined {
  if (fleet.relays === 0) return waits('fleet', 'no relay reports what its nodes run');
  const { connectedPercentage } = state.policy.health;
  const { reached, steady } = presenceOf(state, fleet);
  if (reached === 0 || connectedPercentage === 0) return undefined;
  const least = Math.max(1, Math.floor((reached * connectedPercentage) / 100));
  if (steady >= least) return undefined;
  return waits('connections', `of ${count(reached, 'node', 'nodes')} that got it ${steady} stayed, and ${least} must`);
}

/** Every relay must have given its nodes what the step says, and every node must have answered. */
function unanswered(state: RolloutState, fleet: FleetView): Verdict | undefined {
  const { relays, applied } = fleet;
  const behind = applied.filter((position) => !isAt(state, position)).length;
  if (behind > 0) return waits('nodes', `${behind} of ${relays} relays have not given their nodes this step yet`);
  const { reached, accepted, rejected, pending } = presenceOf(state, fleet);
  const awaited = pending - ignored(fleet.arriving.get(state.candidate.bundle) ?? 0, accepted);
  if (awaited > 0) {
    return { ...waits('nodes', `${count(awaited, 'node has', 'nodes have')} not answered yet`), silent: pending };
  }
  // Of a step that no node belongs to, or whose nodes somebody let reject it, there is nothing to see.
  const isMute = state.step < state.policy.steps.length && (reached === 0 || rejected > 0);
  return accepted > 0 || isMute
    ? undefined
    : waits('fleet', 'no node has accepted it yet, so nothing shows that it is good');
}

/** No Envoy rejects that: it goes on without, and refuses connections or requests. */
function unresolved({ candidate }: RolloutState, { missing }: FleetView): Verdict | undefined {
  const ours = missing.get(candidate.bundle);
  const message = ours && describeMissing(ours);
  return message === undefined ? undefined : waits('references', message);
}

/**
 * In a large fleet somebody is always just arriving, which must not hold a rollout up for ever. More of them than one in
 * twenty may be Envoys that start again and again.
 */
const ignored = (arriving: number, accepted: number): number => (arriving <= accepted / 20 ? arriving : 0);

const isAt = ({ candidate, attempt, step }: RolloutState, position: FleetView['applied'][number]): boolean =>
  position?.revision === candidate.revision && position.attempt === attempt && position.step === step;

/** Only once all have answered: before that, a metric says how the release before does. */
function measured(
  criteria: readonly MetricCriterion[],
  results: ReadonlyMap<string, MetricAnswer>,
): Verdict | undefined {
  const silent: string[] = [];
  for (const criterion of criteria) {
    const answer = results.get(criterion.name) ?? NOBODY_ASKED;
    if ('problem' in answer) silent.push(`${criterion.name} (${answer.problem})`);
    else if (!isWithin(answer.value, criterion)) {
      const message = `${criterion.name} is ${answer.value}, ${boundsOf(criterion)}`;
      return { kind: 'failed', reason: { kind: 'metric', message } };
    }
  }
  if (silent.length === 0) return undefined;
  return waits('metrics', `there is no answer for ${silent.join(', ')}`);
}

const NOBODY_ASKED: MetricAnswer = { problem: 'who takes the steps was not told of a Prometheus' };

/** What is no number, as a quotient of nothing by nothing, is within no bounds. */
const isWithin = (value: number, { atMost = Infinity, atLeast = -Infinity }: MetricCriterion): boolean =>
  value <= atMost && value >= atLeast;

const boundsOf = ({ atMost, atLeast }: MetricCriterion): string =>
  [
    ...(atLeast === undefined ? [] : [`must be at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`must be at most ${atMost}`]),
  ].join(' and ');

const waits = (what: Bake['waitsFor'], message: string): Extract<Verdict, { kind: 'waits' }> => ({
  kind: 'waits',
  for: what,
  message,
});

/** How often that is, in words: `1 node has`, `2 nodes have`. */
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
