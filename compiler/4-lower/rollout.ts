/** How a gateway's Envoys change over: nothing of Envoy's, but what the manifest tells relays. */
import type { Rollout, RolloutMetric, RolloutNodes } from '../2-validate/generated/types.ts';
import type { MetricCriterion, RolloutPolicy, RolloutStep } from '../5-pack/rollout-policy.ts';
import { milliseconds } from './quantities.ts';

export const lowerRollout = ({ steps, bakeTime, health, onFailure }: Rollout): RolloutPolicy => ({
  steps: steps.map(({ nodes, approval, ...step }) => ({
    nodes: nodesOf(nodes),
    bakeSeconds: milliseconds(step.bakeTime) / 1000,
    approval,
  })),
  bakeSeconds: milliseconds(bakeTime) / 1000,
  health: {
    rejectedNodes: health.rejectedNodes,
    connectedPercentage: health.connectedPercentage,
    metrics: health.metrics.map(criterion),
  },
  onFailure,
});

const nodesOf = ({ percentage, labels = {} }: RolloutNodes): RolloutStep['nodes'] =>
  percentage === undefined ? { labels } : { percentage };

const criterion = ({ name, query, atLeast, atMost }: RolloutMetric): MetricCriterion => ({
  name,
  query,
  ...(atLeast !== undefined && { atLeast }),
  ...(atMost !== undefined && { atMost }),
});
