/**
 * Replays transcripts of fixtures/rollouts: `>` is what happens, `<` is what is decided. Revision 2 has bundle b2 unless it
 * says otherwise; nodes are n0, n1 and so on, and every fourth has the label `zone: canary`.
 */
import { DEFAULT_ROLLOUT, type RolloutPolicy, type RolloutStep } from '../../../compiler/5-pack/rollout-policy.ts';
import { isHeld } from '../../../store/rollout/assign.ts';
import { begin } from '../../../store/rollout/begin.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import { command, commandHeld, type CommandResult, type RolloutCommand } from '../../../store/rollout/command.ts';
import { bakeSecondsOf } from '../../../store/rollout/bake.ts';
import { createWorld, given, look, node, observe, publish, reject, release, scale, type World } from './world.ts';

/** The script's own lines, with the lines `<` that its events lead to. */
export function replay(script: string): string {
  let world = createWorld(0);
  let policy: RolloutPolicy = DEFAULT_ROLLOUT;
  let told = '';
  const lines = script
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('<'))
    .flatMap((line) => {
      if (!line.startsWith('> ')) return [line];
      const [verb = '', ...rest] = line.slice(2).split(' ');
      if (verb === 'policy') policy = parsePolicy(rest.join(' '));
      const { next, said } = verb === 'policy' ? { next: world, said: [] } : happen(world, policy, verb, rest);
      const news = newEvents(world, next);
      world = next;
      const status = describe(world);
      const lines = [line, ...said, ...news, ...(status === told ? [] : [status])];
      told = status;
      return lines.map((each, index) => (index === 0 ? each : `< ${each}`));
    });
  return `${lines.join('\n')}\n`;
}

interface Outcome {
  readonly next: World;
  readonly said: readonly string[];
}

const COMMANDS = ['pause', 'resume', 'promote', 'abort'];

function happen(world: World, policy: RolloutPolicy, verb: string, words: readonly string[]): Outcome {
  if (COMMANDS.includes(verb)) return say(world, verb, words);
  const [first = '', second] = words;
  switch (verb) {
    case 'nodes':
      return quiet(scale(world, Number(first)));
    case 'head': {
      const head = release(numberIn(first), numberIn(second ?? first));
      return quiet(head.number === 1 ? { ...world, head, policy } : publish(world, head, policy));
    }
    case 'look':
      return quiet(look(world, secondsOf(first)));
    case 'looks': // Several looks, so long after each other.
      return quiet(
        Array.from({ length: Number(first) }).reduce<World>((at) => look(at, secondsOf(second ?? '')), world),
      );
    case 'clock':
      return quiet({ ...world, now: world.now + secondsOf(first) * 1000 });
    case 'silent':
      return quiet({ ...world, silent: new Set(words) });
    case 'dies':
    case 'restarts':
    case 'falters':
      return quiet({ ...world, fates: new Map(nodesIn(words, world).map((id) => [id, verb])) });
    case 'lives':
      return quiet({ ...world, fates: new Map() });
    case 'relays':
      return quiet({ ...world, relays: first === 'gone' ? 'gone' : first === 'behind' ? 'behind' : 'current' });
    case 'metric':
      return quiet({ ...world, metrics: new Map([[first, second === undefined ? null : Number(second)]]) });
    case 'missing': // Of one kind; nothing: all has been found.
      return quiet({
        ...world,
        missing: {
          secrets: first === 'secret' ? words.slice(1) : [],
          upstreams: first === 'upstream' ? words.slice(1) : [],
        },
      });
    case 'reject':
      return quiet(reject(world, node(numberIn(first)), words.slice(1).join(' ')));
    default:
      throw new Error(`nothing is called ${verb}`);
  }
}

const nodesIn = (words: readonly string[], { nodes }: World): readonly string[] =>
  words[0] === 'all' ? nodes.map(({ id }) => id) : words;

const quiet = (next: World): Outcome => ({ next, said: [] });

function say(world: World, verb: string, words: readonly string[]): Outcome {
  if (!world.state) throw new Error('there is no rollout yet');
  const result = hear(world, world.state, commandOf(verb, words, world.now));
  if (result.status === 'refused') return { next: world, said: [`refused: ${result.message}; ${result.help}`] };
  if (result.status !== 'done') throw new Error('no command of a transcript has a request');
  return quiet({ ...world, state: result.state });
}

function hear(world: World, state: RolloutState, said: RolloutCommand): CommandResult {
  const seen = observe(world);
  if (!isHeld(state, world.head)) return command(state, said, seen.fleet);
  return commandHeld({ paused: state, begun: begin(state, seen) }, said, seen.fleet);
}

function commandOf(verb: string, words: readonly string[], now: number): RolloutCommand {
  const author = 'ann';
  switch (verb) {
    case 'promote':
      return { kind: verb, to: words[0] === 'full' ? 'all' : 'next', author, now };
    case 'pause':
    case 'abort':
      return { kind: verb, author, now, ...(words.length > 0 && { message: words.join(' ') }) };
    default:
      return { kind: 'resume', author, now };
  }
}

/** `25% 60s; zone=canary 30s manual; bake 10s; rejected 1; connected 50%; errors <= 0.01; on failure pause`. */
function parsePolicy(text: string): RolloutPolicy {
  return text.split('; ').reduce<RolloutPolicy>((policy, part) => {
    const { health } = policy;
    const [first = '', second = '', third = ''] = part.split(' ');
    if (first === 'bake') return { ...policy, bakeSeconds: secondsOf(second) };
    if (first === 'rejected') return { ...policy, health: { ...health, rejectedNodes: Number(second) } };
    if (first === 'connected') return { ...policy, health: { ...health, connectedPercentage: numberIn(second) } };
    if (first === 'on') return { ...policy, onFailure: third === 'pause' ? 'pause' : 'rollback' };
    if (second === '<=' || second === '>=') {
      const bounds = second === '<=' ? { atMost: Number(third) } : { atLeast: Number(third) };
      return {
        ...policy,
        health: { ...health, metrics: [...health.metrics, { name: first, query: first, ...bounds }] },
      };
    }
    return { ...policy, steps: [...policy.steps, parseStep(first, second, third)] };
  }, DEFAULT_ROLLOUT);
}

function parseStep(nodes: string, bake: string, approval: string): RolloutStep {
  const [key = '', value = ''] = nodes.split('=');
  return {
    nodes: nodes.endsWith('%') ? { percentage: numberIn(nodes) } : { labels: { [key]: value } },
    bakeSeconds: secondsOf(bake),
    approval: approval === 'manual' ? 'manual' : 'automatic',
  };
}

const numberIn = (word: string): number => Number(/-?[\d.]+/.exec(word)?.[0]);
const UNITS = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);
const secondsOf = (word: string): number => numberIn(word) * (UNITS.get(word.slice(-1)) ?? 1);

function newEvents(before: World, after: World): readonly string[] {
  const known = new Set(before.state?.events);
  return (after.state?.events ?? [])
    .filter((event) => !known.has(event))
    .toReversed()
    .map(({ message }) => `* ${message}`);
}

/** `progressing 1/2, bakes 10 of 30 s | b1 to n1 n2, b2 to n0`. */
function describe(world: World): string {
  const { state } = world;
  const shares = new Map<string, string[]>();
  for (const each of world.nodes) {
    const bundle = given(world, each).bundle.replace(/0+$/, '');
    shares.set(bundle, [...(shares.get(bundle) ?? []), each.id]);
  }
  const nodes = [...shares]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bundle, ids]) => `${bundle} to ${namesOf(ids, world)}`);
  return [state ? describeState(state) : 'no state', ...nodes].join(' | ');
}

const namesOf = (ids: readonly string[], { nodes }: World): string =>
  ids.length === nodes.length ? 'all' : ids.length > 8 ? `${ids.length} nodes` : ids.join(' ');

function describeState(state: NonNullable<World['state']>): string {
  const { phase, step, policy, bake } = state;
  const at = `${phase}${policy.steps.length > 0 ? ` ${Math.min(step + 1, policy.steps.length + 1)}/${policy.steps.length + 1}` : ''}`;
  if (phase !== 'progressing' && (phase !== 'waiting' || bake.waitsFor === 'nothing')) return at;
  if (bake.waitsFor === 'nothing') return `${at}, has baked ${bake.seconds} of ${bakeSecondsOf(state)} s`;
  return `${at}, for ${bake.seconds} s: ${bake.message}`;
}
