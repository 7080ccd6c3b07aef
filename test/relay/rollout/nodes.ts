/** Nodes that accept what they are sent, unless it is of a kind that they reject: quick to start, in any number. */
import { onTestFinished } from 'vitest';
import { pack } from '../../../compiler/5-pack/pack.ts';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { cluster, input, noise } from '../../pack/resources.ts';
import type { TestResponse } from '../discovery.ts';
import { CDS } from '../probe/probe.ts';
import { connectDelta } from '../probe/client.ts';

export const EDGE = 'default/edge';

/** A bundle of one cluster. Nodes reject a cluster whose name begins with "bad", and die of one that begins with "deadly". */
export const editionOf = (name: string, rollout?: RolloutPolicy): Bundle =>
  pack(
    input([{ ...cluster(name, noise(500, name.length)), requires: [] }], {
      gateway: EDGE,
      nodes: { clusters: ['edge'], ids: [], labels: {} },
      ...(rollout && { rollout }),
    }),
  );

/** Steps by percentage that bake for so long, in seconds. */
export const stepsOf = (percentages: readonly number[], bakeSeconds: number, more: Partial<RolloutPolicy> = {}) => ({
  ...DEFAULT_ROLLOUT,
  steps: percentages.map((percentage) => ({ nodes: { percentage }, bakeSeconds, approval: 'automatic' as const })),
  bakeSeconds,
  ...more,
});

export interface TestNodeStream {
  readonly id: string;
  /** The name of the cluster that it runs. */
  has(): string;
  /** Everything that it was sent, by the clusters in it. */
  sent(): readonly string[];
  close(): void;
}

export function startNode(
  address: string,
  id: string,
  metadata: Readonly<Record<string, string>> = {},
): TestNodeStream {
  const client = connectDelta(address);
  const clusters = new Set<string>();
  const sent: string[] = [];
  client.send({ node: { id, cluster: 'edge', metadata }, typeUrl: CDS });
  const answer = ({ typeUrl, nonce, resources, removed }: TestResponse): void => {
    const names = resources.map(({ name }) => name);
    sent.push([...names, ...removed.map((name) => `-${name}`)].join(' '));
    if (names.some((name) => name.startsWith('deadly'))) return client.close();
    const bad = names.find((name) => name.startsWith('bad'));
    if (bad !== undefined) return client.send({ typeUrl, nonce, error: `cluster ${bad} is bad` });
    for (const name of removed) clusters.delete(name);
    for (const name of names) clusters.add(name);
    client.send({ typeUrl, nonce });
  };
  const run = async (): Promise<void> => {
    for (;;) answer(await client.next());
  };
  // It runs until its stream ends.
  run().catch(() => undefined);
  onTestFinished(client.close);
  return { id, has: () => [...clusters].join(' '), sent: () => sent, close: client.close };
}
