/** Stories of a gateway in which anything may happen, for properties of rollouts. */
import fc from 'fast-check';
import type { RolloutPolicy, RolloutStep } from '../../../compiler/5-pack/rollout-policy.ts';
import { command, type RolloutCommand } from '../../../store/rollout/command.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import { createWorld, look, node, observe, publish, reject, release, type World } from './world.ts';

const steps: fc.Arbitrary<readonly RolloutStep[]> = fc
  .array(
    fc.record({
      percentage: fc.integer({ min: 1, max: 100 }),
      bakeSeconds: fc.integer({ min: 0, max: 300 }),
      approval: fc.constantFrom('automatic' as const, 'manual' as const),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list
      .toSorted((a, b) => a.percentage - b.percentage)
      .map(({ percentage, ...rest }) => ({ nodes: { percentage }, ...rest })),
  );

export const policies: fc.Arbitrary<RolloutPolicy> = fc.record({
  steps,
  bakeSeconds: fc.integer({ min: 0, max: 120 }),
  health: fc.record({
    rejectedNodes: fc.integer({ min: 0, max: 2 }),
    connectedPercentage: fc.constantFrom(0, 50),
    metrics: fc.constantFrom([], [{ name: 'errors', query: 'errors', atMost: 1 }]),
  }),
  onFailure: fc.constantFrom('rollback' as const, 'pause' as const),
});

export type Happening =
  | { readonly kind: 'look'; readonly seconds: number }
  | { readonly kind: 'publish'; readonly bundle: number; readonly policy: RolloutPolicy }
  | { readonly kind: 'reject'; readonly node: number }
  | { readonly kind: 'jump'; readonly seconds: number }
  | { readonly kind: 'change'; readonly world: Partial<World> }
  | { readonly kind: 'say'; readonly what: 'pause' | 'resume' | 'abort' | 'next' | 'all' };

const looks = fc.record({ kind: fc.constant('look' as const), seconds: fc.integer({ min: 0, max: 40 }) });
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: looks, weight: 6 },
  fc.record({ kind: fc.constant('publish' as const), bundle: fc.integer({ min: 1, max: 6 }), policy: policies }),
  fc.record({ kind: fc.constant('reject' as const), node: fc.nat(11) }),
  fc.record({ kind: fc.constant('jump' as const), seconds: fc.integer({ min: -100_000, max: 100_000 }) }),
  fc.record({
    kind: fc.constant('change' as const),
    world: fc.oneof(
      fc.record({ relays: fc.constantFrom('current' as const, 'behind' as const, 'gone' as const) }),
      fc.subarray(['n0', 'n5', 'n9']).map((ids) => ({ silent: new Set(ids) })),
      fc
        .array(fc.tuple(fc.constantFrom('n0', 'n4', 'n6', 'n8'), fc.constantFrom('dies', 'restarts', 'falters')))
        .map((fates) => ({ fates: new Map(fates) })),
      fc.constantFrom(null, 0, 2).map((value) => ({ metrics: new Map([['errors', value]]) })),
      fc.integer({ min: 0, max: 12 }).map((count) => ({ nodes: Array.from({ length: count }, (_, n) => node(n)) })),
    ),
  }),
  fc.record({
    kind: fc.constant('say' as const),
    what: fc.constantFrom('pause' as const, 'resume' as const, 'abort' as const, 'next' as const, 'all' as const),
  }),
);

/** The worlds that happenings lead to, each with the happening that led there. */
export function play(
  story: readonly Happening[],
): readonly { readonly world: World; readonly by: Happening | undefined }[] {
  const worlds: { world: World; by: Happening | undefined }[] = [{ world: createWorld(12), by: undefined }];
  for (const by of story) {
    const world = happen(worlds.at(-1)?.world ?? createWorld(12), by);
    worlds.push({ world, by });
  }
  return worlds;
}

function happen(world: World, happening: Happening): World {
  switch (happening.kind) {
    case 'look':
      return look(world, happening.seconds);
    case 'jump':
      return { ...world, now: world.now + happening.seconds * 1000 };
    case 'publish':
      return publish(world, release(world.head.number + 1, happening.bundle), happening.policy);
    case 'reject':
      return reject(world, node(happening.node), 'no');
    case 'change':
      return { ...world, ...happening.world };
    case 'say':
      return world.state ? say(world, world.state, happening.what) : world;
  }
}

export function say(world: World, state: RolloutState, what: 'pause' | 'resume' | 'abort' | 'next' | 'all'): World {
  const by = { author: 'ann', now: world.now };
  const said: RolloutCommand =
    what === 'next' || what === 'all' ? { kind: 'promote', to: what, ...by } : { kind: what, ...by };
  const result = command(state, said, observe(world).fleet);
  return result.status === 'done' ? { ...world, state: result.state } : world;
}

export const stories = fc.array(happenings, { maxLength: 60 });
