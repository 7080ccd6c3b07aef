/** How a gateway's Envoys change over to a new bundle, as its Gateway document says; part of the manifest. */

/** Absent from a manifest: {@link DEFAULT_ROLLOUT}. */
export interface RolloutPolicy {
  /** Groups of nodes that change over one after the other; empty: all at once. Whoever is in no step follows the last. */
  readonly steps: readonly RolloutStep[];
  /** How long all nodes have to have the bundle, in good health, before it counts as good. Seconds. */
  readonly bakeSeconds: number;
  readonly health: RolloutHealth;
  /** What a failed criterion does: put every node back on the last good bundle, or stop and wait for somebody. */
  readonly onFailure: 'rollback' | 'pause';
}

/** One group of nodes, and how long it runs the bundle before the next follows. */
export interface RolloutStep {
  /** A share of all nodes, by the hash of their ids, in percent; or those whose metadata has all these entries. */
  readonly nodes: { readonly percentage: number } | { readonly labels: Readonly<Record<string, string>> };
  /** Seconds. */
  readonly bakeSeconds: number;
  /** `manual`: goes on when somebody promotes it, and not before the time is over. */
  readonly approval: 'automatic' | 'manual';
}

/** When a rollout has failed. */
export interface RolloutHealth {
  /** So many nodes may reject the bundle. */
  readonly rejectedNodes: number;
  /**
   * The share of the nodes that have got the bundle in a step that must stay, in percent, rounded down to a number of nodes,
   * but one at least. 0: none need.
   */
  readonly connectedPercentage: number;
  /** Queries to the Prometheus that the relays' operator names. */
  readonly metrics: readonly MetricCriterion[];
}

/** A query that gives one number, which must stay within bounds. Source: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export interface MetricCriterion {
  readonly name: string;
  /** PromQL. */
  readonly query: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export const DEFAULT_BAKE_SECONDS = 30;

/** All nodes at once; the first rejection within the bake time puts every node back. The schema's defaults say the same. */
export const DEFAULT_ROLLOUT: RolloutPolicy = {
  steps: [],
  bakeSeconds: DEFAULT_BAKE_SECONDS,
  health: { rejectedNodes: 0, connectedPercentage: 50, metrics: [] },
  onFailure: 'rollback',
};
