import { describe, expect, test } from 'vitest';
import { assign } from '../../../store/rollout/assign.ts';
import { judge } from '../../../store/rollout/judge.ts';
import { mergeReports, NO_FLEET, type DatedReport } from '../../../store/rollout/fleet.ts';
import { FLEET_REPORT_FORMAT, type FleetReport, type NodeEntry } from '../../../store/rollout/report.ts';
import { assumed, begin } from '../../../store/rollout/begin.ts';
import { positionOf, type RolloutState } from '../../../store/rollout/state.ts';
import { parseRollout } from '../../../store/rollout/parse.ts';
import { stepRollout } from '../../../store/rollout/step.ts';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import { DEFAULT_ROLLOUT } from '../../../compiler/5-pack/rollout-policy.ts';
import { GATEWAY, node, release } from './world.ts';

const NOW = Date.parse('2026-01-02T03:00:00Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

const entry = (id: string, connected: number, more: Partial<NodeEntry> = {}): NodeEntry => ({
  id,
  cluster: 'edge',
  envoy: '1.40.0',
  bundle: release(1).bundle,
  state: 'accepted',
  connectedSince: at(connected),
  ...more,
});

const report = (relay: string, nodes: readonly NodeEntry[], more: Partial<FleetReport> = {}): DatedReport => ({
  modified: NOW,
  report: {
    format: FLEET_REPORT_FORMAT,
    gateway: GATEWAY,
    relay,
    time: at(0),
    expires: at(30),
    applied: null,
    connected: nodes.length,
    bundles: [1, 2].map((number) => {
      const ours = nodes.filter(({ bundle }) => bundle === release(number).bundle);
      const count = (state: NodeEntry['state']): number => ours.filter((one) => one.state === state).length;
      return {
        bundle: release(number).bundle,
        accepted: count('accepted'),
        pending: count('pending'),
        rejected: count('rejected'),
      };
    }),
    nodes,
    rejections: [],
    ...more,
  },
});

describe('reports of several relays', () => {
  test('a node that has moved counts once, where it connected last', () => {
    const old = report('a', [entry('n1', -60, { state: 'pending' }), entry('n2', -60)]);
    const young = report('b', [entry('n1', -5, { bundle: release(2).bundle })]);
    for (const reports of [
      [old, young],
      [young, old],
    ]) {
      const { connected, nodes, bundles } = mergeReports(reports, NOW);
      expect(connected).toBe(2);
      expect(nodes.map(({ id, relay }) => [id, relay])).toEqual([
        ['n1', 'b'],
        ['n2', 'a'],
      ]);
      expect(bundles.get(release(1).bundle)).toMatchObject({ accepted: 1, pending: 0 });
      expect(bundles.get(release(2).bundle)).toMatchObject({ accepted: 1, pending: 0 });
    }
  });

  test('one that has expired does not count, whatever the clock of its relay shows', () => {
    const fast = { time: at(86_400), expires: at(86_430) };
    const reports = [{ ...report('a', [entry('n1', 0)], fast), modified: NOW - 31_000 }, report('b', [entry('n2', 0)])];
    expect(mergeReports(reports, NOW)).toMatchObject({ relays: 1, connected: 1 });
    expect(mergeReports(reports, NOW - 5_000)).toMatchObject({ relays: 2, connected: 2 });
  });

  test('nodes in trouble come first, and rejections are in the order of time', () => {
    const rejection = (relay: string, seconds: number) => ({
      node: relay,
      revision: release(2).revision,
      bundle: release(2).bundle,
      attempt: 1,
      typeUrl: '',
      message: '',
      time: at(seconds),
    });
    const merged = mergeReports(
      [
        report('a', [entry('n1', 0), entry('n3', 0, { state: 'rejected' })], { rejections: [rejection('a', 1)] }),
        report('b', [entry('n0', 0, { state: 'pending' })], { rejections: [rejection('b', 3), rejection('c', 0)] }),
      ],
      NOW,
    );
    expect(merged.nodes.map(({ id }) => id)).toEqual(['n3', 'n0', 'n1']);
    expect(merged.rejections.map(({ node, relay }) => [node, relay])).toEqual([
      ['b', 'b'],
      ['a', 'a'],
      ['c', 'b'],
    ]);
  });

  test('only relays that have nodes must have heard of a step', () => {
    const position = { revision: release(1).revision, attempt: 1, step: 0 };
    const reports = [report('a', [entry('n1', 0)], { applied: position }), report('b', [])];
    expect(mergeReports(reports, NOW).applied).toEqual([position]);
  });
});

describe('nodes that have left', () => {
  const left = (node: string, attempt = 1) => ({ node, bundle: release(2).bundle, attempt });
  const departed = (reports: readonly DatedReport[]) =>
    mergeReports(reports, NOW).departures.map(({ node, attempt, isBack }) => [node, attempt, isBack]);

  test('count once, and are back if they are on any relay', () => {
    const first = report('a', [entry('n1', -600)], { departures: [left('n2'), left('n3'), left('n3', 2)] });
    const second = report('b', [entry('n2', -5)], { departures: [left('n3')] });
    expect(departed([first, second])).toEqual([
      ['n2', 1, true],
      ['n3', 1, false],
      ['n3', 2, false],
    ]);
  });

  test('count for a while only, however seldom a relay reports', () => {
    const first = report('a', [], { departures: [left('n2')] });
    expect(departed([{ ...first, modified: NOW - 19_000 }])).toHaveLength(1);
    expect(departed([{ ...first, modified: NOW - 21_000 }])).toEqual([]);
  });
});

test('what any relay with nodes has not found is missing', () => {
  const missing = (secrets: readonly string[], upstreams: readonly string[]) => ({
    missing: [{ bundle: release(2).bundle, secrets, upstreams }],
  });
  const reports = [
    report('a', [entry('n1', 0)], missing(['default/b'], [])),
    report('b', [entry('n2', 0)], missing(['default/a', 'default/b'], ['default/cart'])),
    report('c', [], missing(['default/c'], [])),
    report('d', [entry('n3', 0)]),
  ];
  expect([...mergeReports(reports, NOW).missing]).toEqual([
    [release(2).bundle, { secrets: ['default/a', 'default/b'], upstreams: ['default/cart'] }],
  ]);
});

describe('nodes that have only just connected', () => {
  const head = release(2);
  const begun = begin(assumed(GATEWAY, release(1), NOW), {
    gateway: GATEWAY,
    head,
    policy: DEFAULT_ROLLOUT,
    parent: release(1),
    fleet: NO_FLEET,
    now: NOW,
  });
  const judged = (accepted: number, pending: readonly NodeEntry[]) => {
    const bundle = head.bundle;
    const settled = Array.from({ length: accepted }, (_, index) => entry(`n${index}`, -600, { bundle }));
    const nodes = [...pending.map((node): NodeEntry => ({ ...node, bundle, state: 'pending' })), ...settled];
    const reports = [report('a', nodes, { applied: positionOf(begun) })];
    const verdict = judge(begun, { fleet: mergeReports(reports, NOW), metrics: new Map() });
    return verdict.kind === 'waits' ? verdict.for : verdict.kind;
  };

  test('do not hold a rollout up that many have accepted', () => {
    expect(judged(100, [])).toBe('nothing');
    expect(judged(100, [entry('p1', -1), entry('p2', -29)])).toBe('nothing');
  });

  test('do if they are slow, or more than one in twenty, or nobody has accepted', () => {
    expect(judged(100, [entry('p1', -1), entry('p2', -31)])).toBe('nodes');
    expect(judged(10, [entry('p1', -1)])).toBe('nodes');
    expect(judged(0, [entry('p1', -1)])).toBe('nodes');
    expect(judged(0, [])).toBe('fleet');
  });
});

test('a state that was written by who counted the present wait alone goes on from it', () => {
  const fresh = begin(assumed(GATEWAY, release(1), NOW), {
    gateway: GATEWAY,
    head: release(2),
    policy: DEFAULT_ROLLOUT,
    parent: release(1),
    fleet: NO_FLEET,
    now: NOW,
  });
  const old: RolloutState = {
    ...fresh,
    connectedAtStart: 4,
    bake: { waitsFor: 'connections', seconds: 50, seen: at(0), message: 'of 4 nodes 0 are connected, and 2 must be' },
  };
  expect(parseRollout(canonicalBytes(old), GATEWAY)).toEqual(old);
  const fleet = mergeReports([report('a', [])], NOW);
  const next = (state: RolloutState, seconds: number): RolloutState =>
    stepRollout(state, {
      gateway: GATEWAY,
      head: release(2),
      policy: DEFAULT_ROLLOUT,
      parent: release(1),
      fleet,
      metrics: new Map(),
      now: NOW + seconds * 1000,
    });
  const later = next(old, 5);
  expect(later).toMatchObject({ phase: 'progressing', bake: { waitsFor: 'connections', seconds: 55, reached: 4 } });
  expect(next(later, 10)).toMatchObject({ phase: 'rolled-back' });
});

test('a pointer that is put back to a revision that failed gives it to nobody', () => {
  const good = assumed(GATEWAY, release(3), NOW);
  const reason = { kind: 'rejected', message: 'no', time: at(0) } as const;
  const state = { ...good, failed: [{ ...release(2), reason }] };
  expect(assign({ gateway: GATEWAY, head: release(2), policy: DEFAULT_ROLLOUT, state }, node(1))).toEqual(release(3));
});
