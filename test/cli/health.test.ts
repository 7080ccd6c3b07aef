/** What counts as trouble at a relay, in the middle of a rollout and after one. */
import { expect, test } from 'vitest';
import { troubles } from '../../cli/status/health.ts';
import type { NodeStatus, RelayRollout, RelayStatus } from '../../cli/status/relay-status.ts';

const node = (id: string, bundle: string, state = 'complete'): NodeStatus => ({
  id,
  cluster: 'edge',
  envoy: '1.40.0',
  peer: '',
  protocol: 'delta',
  gateway: 'default/edge',
  bundle,
  state,
  types: [],
});

/** The pointer wants b2; whoever is in no step yet gets b1. */
const relay = (rollout: Omit<RelayRollout, 'candidate'>, nodes: readonly NodeStatus[]): RelayStatus => ({
  relay: { identifier: 'relay', version: '0.1.0', state: 'ready', started: '' },
  bucket: { location: 'memory:' },
  gateways: [
    {
      gateway: 'default/edge',
      bundle: 'b1',
      revision: 'r1',
      source: 'bucket',
      since: null,
      wanted: { bundle: 'b2' },
      rollout: { candidate: { bundle: 'b2', number: 2 }, ...rollout },
      problems: [],
    },
  ],
  secrets: [],
  nodes,
});

const linesOf = (seen: RelayStatus): readonly string[] =>
  troubles(seen).map(({ kind, subject, message }) => `${kind} ${subject}: ${message}`);

test('steps that are under way are no trouble, nor is who has one of the two bundles', () => {
  const rollout = { phase: 'progressing', step: 0, steps: 2 };
  expect(linesOf(relay(rollout, [node('n1', 'b1'), node('n2', 'b2')]))).toEqual([]);
  expect(linesOf(relay(rollout, [node('n1', 'b0'), node('n2', 'b2', 'pushing')]))).toEqual([
    'lagging n1: has not accepted bundle b1: complete',
    'lagging n2: has not accepted bundle b1: pushing',
  ]);
});

test('one that was rolled back is, with the node and its words, and so is who still has it', () => {
  const reason = { kind: 'rejected', message: 'no such filter', node: 'n7' };
  const rollout = { phase: 'rolled-back', step: 0, steps: 2, reason };
  expect(linesOf(relay(rollout, [node('n1', 'b1'), node('n2', 'b2')]))).toEqual([
    'rollout default/edge: revision 2 is rolled back: node n7 rejected it: no such filter',
    'lagging n2: has not accepted bundle b1: complete',
  ]);
});
