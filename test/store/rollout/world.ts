/** A gateway with nodes that run what they are given, at once; for tests of what is decided about it. */
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { assign, attemptOf, type RolloutNode } from '../../../store/rollout/assign.ts';
import { mergeReports, type FleetView } from '../../../store/rollout/fleet.ts';
import type { MetricAnswer } from '../../../store/rollout/judge.ts';
import {
  DEPARTURE_MS,
  FLEET_REPORT_FORMAT,
  type BundleCount,
  type Departure,
  type FleetReport,
  type MissingReferences,
  type NodeEntry,
  type Rejection,
} from '../../../store/rollout/report.ts';
import { positionOf, type Release, type RolloutState } from '../../../store/rollout/state.ts';
import { stepRollout, type Observation } from '../../../store/rollout/step.ts';

export const GATEWAY = 'default/edge';
export const START = Date.parse('2026-01-02T03:00:00Z');

export interface World {
  readonly head: Release;
  readonly policy: RolloutPolicy;
  readonly parent: Release | null;
  readonly state: RolloutState | undefined;
  readonly nodes: readonly RolloutNode[];
  /** Nodes that give no answer to a candidate. */
  readonly silent: ReadonlySet<string>;
  readonly rejections: readonly Rejection[];
  /** What becomes of nodes that are given a candidate. */
  readonly fates: ReadonlyMap<string, Fate>;
  readonly departures: readonly TimedDeparture[];
  /** Whether relays have given their nodes what the state says. */
  readonly relays: 'current' | 'behind' | 'gone';
  readonly metrics: ReadonlyMap<string, number | null>;
  /** How often somebody has looked. */
  readonly looks: number;
  /** What the head refers to, and the relay cannot find though it has it for the stable release. */
  readonly missing: MissingReferences;
  readonly now: number;
}

/**
 * `dies`: it takes the candidate, and is gone before anybody has seen that; it comes back to what was before. `restarts`:
 * it accepts the candidate, and starts again between two looks. `falters`: so it does, and is away at every second look.
 */
export type Fate = 'dies' | 'restarts' | 'falters';

interface TimedDeparture extends Departure {
  readonly time: number;
}

export const release = (number: number, bundle = number): Release => ({
  revision: `a${number}`.padEnd(64, '0'),
  bundle: `b${bundle}`.padEnd(64, '0'),
  number,
});

export const node = (number: number): RolloutNode => ({
  id: `n${number}`,
  labels: new Map([['zone', number % 4 === 0 ? 'canary' : 'other']]),
});

export const createWorld = (nodes: number): World => ({
  head: release(1),
  policy: DEFAULT_ROLLOUT,
  parent: null,
  state: undefined,
  nodes: Array.from({ length: nodes }, (_, index) => node(index)),
  silent: new Set(),
  rejections: [],
  fates: new Map(),
  departures: [],
  relays: 'current',
  metrics: new Map(),
  looks: 0,
  missing: { secrets: [], upstreams: [] },
  now: START,
});

export const publish = (world: World, head: Release, policy: RolloutPolicy): World => ({
  ...world,
  head,
  policy,
  parent: world.head,
});

export const given = (world: World, one: RolloutNode): Release => assign({ gateway: GATEWAY, ...world }, one);

/** One node more says no to what it is given, in some words of its own. */
export function reject(world: World, one: RolloutNode, message: string): World {
  const rejection: Rejection = {
    node: one.id,
    revision: given(world, one).revision,
    bundle: given(world, one).bundle,
    attempt: attemptOf(world),
    typeUrl: 'type.googleapis.com/envoy.config.listener.v3.Listener',
    message,
    time: new Date(world.now).toISOString(),
  };
  return { ...world, rejections: [rejection, ...world.rejections] };
}

/** So many nodes there are from now on. */
export function scale(world: World, count: number): World {
  const gone = world.nodes.slice(count).map((one) => departureOf(world, one));
  const nodes = Array.from({ length: count }, (_, index) => node(index));
  return { ...world, nodes, departures: [...gone, ...world.departures] };
}

/** Time passes, and somebody takes the next step. */
export const look = (world: World, seconds: number): World => {
  const later = suffer({ ...world, now: world.now + seconds * 1000 });
  return { ...later, looks: later.looks + 1, state: stepRollout(world.state, observe(later)) };
};

/** What the candidate does to the nodes that have it. */
function suffer(world: World): World {
  const left = world.nodes
    .filter((one) => fateOf(world, one) !== undefined && (fateOf(world, one) !== 'dies' || !isRemembered(world, one)))
    .map((one) => departureOf(world, one));
  return { ...world, departures: [...left, ...world.departures] };
}

const fateOf = (world: World, one: RolloutNode): Fate | undefined =>
  given(world, one).bundle === world.state?.stable?.bundle ? undefined : world.fates.get(one.id);

const isRemembered = (world: World, one: RolloutNode): boolean =>
  world.departures.some(({ node, bundle }) => node === one.id && bundle === given(world, one).bundle);

const departureOf = (world: World, one: RolloutNode): TimedDeparture => ({
  node: one.id,
  bundle: given(world, one).bundle,
  attempt: attemptOf(world),
  time: world.now,
});

function isAway(world: World, one: RolloutNode): boolean {
  const fate = fateOf(world, one);
  return fate === 'dies' || (fate === 'falters' && world.looks % 2 === 1);
}

export const observe = (world: World): Observation => ({
  gateway: GATEWAY,
  head: world.head,
  policy: world.policy,
  parent: world.parent,
  fleet: fleetOf(world),
  metrics: new Map([...world.metrics].map(([name, value]) => [name, answerOf(value)])),
  now: world.now,
});

const answerOf = (value: number | null): MetricAnswer => (value === null ? { problem: 'silence' } : { value });

function fleetOf(world: World): FleetView {
  if (world.relays === 'gone') return mergeReports([], world.now);
  return mergeReports([{ report: reportOf(world), modified: world.now }], world.now);
}

function reportOf(world: World): FleetReport {
  const { state, rejections, now, relays } = world;
  const nodes = world.nodes.filter((one) => !isAway(world, one)).map((one) => entryOf(world, one));
  const isCurrent = relays === 'current' && state?.candidate.revision === world.head.revision;
  return {
    format: FLEET_REPORT_FORMAT,
    gateway: GATEWAY,
    relay: 'relay',
    time: new Date(now).toISOString(),
    expires: new Date(now + 30_000).toISOString(),
    applied: isCurrent ? positionOf(state) : null,
    connected: nodes.length,
    bundles: countsOf(nodes),
    nodes,
    rejections: rejections.slice(0, 50),
    departures: world.departures
      .filter(({ time }) => now - time < DEPARTURE_MS)
      .map(({ node, bundle, attempt }) => ({ node, bundle, attempt })),
    missing: [{ bundle: world.head.bundle, ...world.missing }],
  };
}

function entryOf(world: World, one: RolloutNode): NodeEntry {
  const { bundle } = given(world, one);
  const isRejected = world.rejections.some((rejection) => rejection.node === one.id && rejection.bundle === bundle);
  const isSilent = world.silent.has(one.id) && bundle !== world.state?.stable?.bundle;
  const state = isRejected ? 'rejected' : isSilent ? 'pending' : 'accepted';
  const connectedSince = new Date(START).toISOString();
  return { id: one.id, cluster: 'edge', envoy: '1.40.0', bundle, state, connectedSince };
}

function countsOf(nodes: readonly NodeEntry[]): readonly BundleCount[] {
  const counts = new Map<string, { bundle: string; accepted: number; pending: number; rejected: number }>();
  for (const { bundle, state } of nodes) {
    if (bundle === null) continue;
    const count = counts.get(bundle) ?? { bundle, accepted: 0, pending: 0, rejected: 0 };
    count[state]++;
    counts.set(bundle, count);
  }
  return [...counts.values()];
}
