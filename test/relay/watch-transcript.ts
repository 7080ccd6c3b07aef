/** Replays transcripts of fixtures/watch: `>` is what happens, `<` is what the watch decides. */
import { BUNDLE_FORMAT, type Bundle } from '../../compiler/5-pack/bundle.ts';
import { expect } from 'vitest';
import { DEFAULT_ROLLOUT } from '../../compiler/5-pack/rollout-policy.ts';
import type {
  GatewayEffect,
  GatewayEvent,
  Problem,
  ProblemKind,
  Restored,
  RolloutNews,
  Served,
} from '../../relay/sources/gateway-watch.ts';
import type { Wanted } from '../../relay/sources/releases.ts';
import { opened, step, type WatchEffect, type WatchEvent, type WatchState } from '../../relay/sources/watch.ts';
import type { Pointer } from '../../store/revision.ts';
import { ROLLOUT_FORMAT, type Release, type RolloutPhase, type RolloutState } from '../../store/rollout/state.ts';

/** The script's own lines, with the lines `<` that its events lead to. */
export function replay(script: string): string {
  let state: WatchState | undefined;
  const asked: Asked = { wanted: new Map(), serving: new Map() };
  const lines = script
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('<'))
    .flatMap((line) => {
      if (!line.startsWith('> ')) return [line];
      const words = line.slice(2).split(' ');
      if (words[0] === 'open') {
        state = open(words.slice(1));
        return [line];
      }
      if (!state) throw new Error('a transcript begins with "> open"');
      const [next, effects] = step(state, parseEvent(words, asked));
      state = next;
      for (const effect of effects) remember(effect, asked);
      return [line, ...effects.map((effect) => `< ${renderEffect(effect)}`)];
    });
  return `${lines.join('\n')}\n`;
}

/** What was asked of the shell, by gateway. */
interface Asked {
  readonly wanted: Map<string, Wanted>;
  readonly serving: Map<string, Served[]>;
}

/** `open discover` or `open named a b`, with `disk a=b1` for what an earlier run left. */
function open(words: readonly string[]): WatchState {
  const names =
    words[0] === 'named' ? words.slice(1).filter((word) => word !== 'disk' && !word.includes('=')) : undefined;
  const restored = words
    .filter((word) => word.includes('='))
    .map((word) => {
      const [gateway = '', bundle = ''] = word.split('=');
      return restoredOf({ pointer: pointer(gateway, bundle), rollout: undefined }, [bundle]);
    });
  return opened(names, restored);
}

const TOP = ['start', 'list-due', 'listed', 'list-failed', 'deadline', 'notified'];

function parseEvent(words: readonly string[], asked: Asked): WatchEvent {
  const [first = '', ...rest] = words;
  if (!TOP.includes(first)) return { kind: 'gateway', gateway: first, event: parseGatewayEvent(first, rest, asked) };
  switch (first) {
    case 'start':
    case 'list-due':
    case 'deadline':
      return { kind: first };
    case 'notified':
      return { kind: first, ...(rest[0] !== undefined && { gateway: rest[0] }) };
    case 'listed':
      return { kind: first, ...lists(rest) };
    default:
      return { kind: 'list-failed', problem: problem(rest[0]) };
  }
}

/** Revisions are named after bundles (`b1` is of `r1`), unless the event says otherwise. */
function parseGatewayEvent(gateway: string, words: readonly string[], asked: Asked): GatewayEvent {
  const [kind, ...rest] = words;
  switch (kind) {
    case 'due':
    case 'notified':
    case 'fall-back':
      return { kind };
    case 'unchanged':
      return { kind, rollout: rolloutNews(gateway, rest) };
    case 'found': {
      const [bundle = '', etag = '', revision] = rest.filter((word) => !word.includes('rollout'));
      return { kind, pointer: pointer(gateway, bundle, revision), etag, rollout: rolloutNews(gateway, rest) };
    }
    case 'loaded':
      return { kind, loaded: restoredOf(asked.wanted.get(gateway) ?? expect.fail('nothing was asked for'), rest) };
    case 'check-failed':
    case 'load-failed':
      return { kind, problem: problem(rest[0]) };
    case 'served':
      return { kind, served: nextOf(gateway, asked) };
    case 'serve-failed':
      return { kind, served: nextOf(gateway, asked), problem: problem(rest[0]) };
    default:
      throw new Error(`no event is called ${kind}`);
  }
}

/** Bundles are served in the order in which that was asked for. */
function nextOf(gateway: string, { serving }: Asked): Served {
  const served = serving.get(gateway)?.shift();
  if (!served) throw new Error(`nothing of ${gateway} is being served`);
  return served;
}

function remember(effect: WatchEffect, { wanted, serving }: Asked): void {
  if (effect.kind !== 'gateway') return;
  const { gateway, effect: own } = effect;
  if (own.kind === 'load') wanted.set(gateway, own.wanted);
  if (own.kind === 'serve') serving.set(gateway, [...(serving.get(gateway) ?? []), own.served]);
}

function renderEffect(effect: WatchEffect): string {
  switch (effect.kind) {
    case 'list':
      return 'list';
    case 'list-wait':
      return `list-wait${afterFailures(effect.failures)}`;
    case 'list-trouble':
      return `list-trouble ${effect.trouble.problem.kind} x${effect.trouble.times}`;
    case 'bucket-empty':
      return 'bucket-empty';
    case 'list-recovered':
      return `list-recovered from ${effect.from.kind}`;
    case 'gateway':
      return `${effect.gateway} ${renderGatewayEffect(effect.effect)}`;
  }
}

function renderGatewayEffect(effect: GatewayEffect): string {
  switch (effect.kind) {
    case 'check':
      return `check${unless(effect.unlessMatch)}${unless(effect.unlessRolloutMatch)}`;
    case 'load':
      return `load ${describe(effect.wanted)}`;
    case 'serve':
    case 'confirmed':
      return `${effect.kind} ${describe(effect.served)} from ${effect.served.source}`;
    case 'trouble':
      return `trouble ${effect.trouble.problem.kind} x${effect.trouble.times}`;
    case 'recovered':
      return `recovered from ${effect.from.kind}`;
    case 'wait':
      return `wait${afterFailures(effect.failures)}`;
  }
}

const unless = (etag: string | undefined): string => (etag === undefined ? '' : ` unless ${etag}`);

/** `b1 of r1`, and `b2 of r2 progressing:b2:b1:0` with a rollout. */
function describe({ pointer: { bundle, revision }, rollout }: Wanted): string {
  if (!rollout) return `${bundle} of ${revision}`;
  const { phase, candidate, stable, step } = rollout;
  return `${bundle} of ${revision} ${[phase, candidate.bundle, stable?.bundle ?? '-', step].join(':')}`;
}

const afterFailures = (failures: number): string => (failures === 0 ? '' : ` longer, failures: ${failures}`);

function pair(word: string): [string, string] {
  const [name = '', value = ''] = word.split('=');
  return [name, value];
}

const PROBLEMS: readonly ProblemKind[] = [
  'unreachable',
  'denied',
  'pointer-missing',
  'pointer-invalid',
  'rollout-invalid',
  'chunk-altered',
  'block-malformed',
];

function problem(word = ''): Problem {
  const kind = PROBLEMS.find((each) => each === word);
  if (!kind) throw new Error(`no problem is called ${word}`);
  return { kind, message: kind };
}

/** `a=e1 b=e2`, and the rollouts after the word `rollouts`. */
function lists(words: readonly string[]) {
  const [pointers = '', rollouts = ''] = words.join(' ').split('rollouts');
  const map = (text: string) => new Map(text.trim() === '' ? [] : text.trim().split(' ').map(pair));
  return { pointers: map(pointers), rollouts: map(rollouts) };
}

/** `rollout=x1=progressing:b2:b1:0`, `no-rollout`, or nothing for what is unchanged. */
function rolloutNews(gateway: string, words: readonly string[]): RolloutNews {
  if (words.includes('no-rollout')) return { status: 'absent' };
  const word = words.find((each) => each.startsWith('rollout='));
  if (word === undefined) return { status: 'unchanged' };
  const [, etag = '', text = ''] = word.split('=');
  return { status: 'found', state: rollout(gateway, text), etag };
}

/** The phase, the candidate's bundle, the stable one's or `-`, the step of two, and the serial. */
function rollout(gateway: string, text: string): RolloutState {
  const [phase = '', candidate = '', stable = '-', step = '0', serial = '1'] = text.split(':');
  const time = '2026-01-02T03:04:05.000Z';
  return {
    format: ROLLOUT_FORMAT,
    serial: Number(serial),
    gateway,
    stable: stable === '-' ? null : release(stable),
    candidate: release(candidate),
    policy: {
      ...DEFAULT_ROLLOUT,
      steps: [1, 10].map((percentage) => ({ nodes: { percentage }, bakeSeconds: 1, approval: 'automatic' as const })),
    },
    phase: PHASES.find((each) => each === phase) ?? expect.fail(`no phase is called ${phase}`),
    attempt: 1,
    step: Number(step),
    since: time,
    bake: { waitsFor: 'nothing', seconds: 0, seen: time, message: '' },
    connectedAtStart: 0,
    failed: [],
    events: [],
  };
}

const PHASES: readonly RolloutPhase[] = ['progressing', 'paused', 'complete', 'rolled-back'];

const release = (bundle: string): Release => ({ revision: bundle.replace('b', 'r'), bundle, number: 1 });

const restoredOf = ({ pointer: of, rollout: by }: Wanted, bundles: readonly string[]): Restored => ({
  pointer: of,
  rollout: by,
  bundles: bundles.map(bundleOf),
  signatures: new Map(),
});

const pointer = (gateway: string, bundle: string, revision = bundle.replace('b', 'r')): Pointer => ({
  gateway,
  bundle,
  revision,
});

export const bundleOf = (id: string): Bundle => ({
  id,
  manifest: {
    format: BUNDLE_FORMAT,
    gateway: '',
    nodes: { clusters: [], ids: [], labels: {} },
    compiler: '',
    envoy: '',
    source: '',
    sections: [],
    secrets: [],
  },
  manifestBytes: new Uint8Array(),
  chunks: new Map(),
});
