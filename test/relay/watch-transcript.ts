/** Replays transcripts of fixtures/watch: `>` is what happens, `<` is what the watch decides. */
import { BUNDLE_FORMAT, type Bundle } from '../../compiler/5-pack/bundle.ts';
import type { GatewayEffect, GatewayEvent, Problem, ProblemKind, Served } from '../../relay/sources/gateway-watch.ts';
import { opened, step, type WatchEffect, type WatchEvent, type WatchState } from '../../relay/sources/watch.ts';
import type { Pointer } from '../../store/revision.ts';

/** The script's own lines, with the lines `<` that its events lead to. */
export function replay(script: string): string {
  let state: WatchState | undefined;
  const serving = new Map<string, Served[]>();
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
      const [next, effects] = step(state, parseEvent(words, serving));
      state = next;
      for (const effect of effects) remember(effect, serving);
      return [line, ...effects.map((effect) => `< ${renderEffect(effect)}`)];
    });
  return `${lines.join('\n')}\n`;
}

/** `open discover` or `open named a b`, with `disk a=b1` for what an earlier run left. */
function open(words: readonly string[]): WatchState {
  const names =
    words[0] === 'named' ? words.slice(1).filter((word) => word !== 'disk' && !word.includes('=')) : undefined;
  const restored = words
    .filter((word) => word.includes('='))
    .map((word) => {
      const [gateway = '', bundle = ''] = word.split('=');
      return { pointer: pointer(gateway, bundle), bundle: bundleOf(bundle) };
    });
  return opened(names, restored);
}

const TOP = ['start', 'list-due', 'listed', 'list-failed', 'deadline', 'notified'];

function parseEvent(words: readonly string[], serving: Map<string, Served[]>): WatchEvent {
  const [first = '', ...rest] = words;
  if (!TOP.includes(first)) return { kind: 'gateway', gateway: first, event: parseGatewayEvent(first, rest, serving) };
  switch (first) {
    case 'start':
    case 'list-due':
    case 'deadline':
      return { kind: first };
    case 'notified':
      return { kind: first, ...(rest[0] !== undefined && { gateway: rest[0] }) };
    case 'listed':
      return { kind: first, pointers: new Map(rest.map((word) => pair(word))) };
    default:
      return { kind: 'list-failed', problem: problem(rest[0]) };
  }
}

/** Revisions are named after bundles (`b1` is of `r1`), unless the event says otherwise. */
function parseGatewayEvent(gateway: string, words: readonly string[], serving: Map<string, Served[]>): GatewayEvent {
  const [kind, ...rest] = words;
  switch (kind) {
    case 'due':
    case 'notified':
    case 'unchanged':
    case 'fall-back':
      return { kind };
    case 'found':
      return { kind, pointer: pointer(gateway, rest[0] ?? '', rest[2]), etag: rest[1] ?? '' };
    case 'loaded':
      return { kind, pointer: pointer(gateway, rest[0] ?? ''), bundle: bundleOf(rest[0] ?? '') };
    case 'check-failed':
    case 'load-failed':
      return { kind, problem: problem(rest[0]) };
    case 'served':
      return { kind, served: nextOf(gateway, serving) };
    case 'serve-failed':
      return { kind, served: nextOf(gateway, serving), problem: problem(rest[0]) };
    default:
      throw new Error(`no event is called ${kind}`);
  }
}

/** Bundles are served in the order in which that was asked for. */
function nextOf(gateway: string, serving: Map<string, Served[]>): Served {
  const served = serving.get(gateway)?.shift();
  if (!served) throw new Error(`nothing of ${gateway} is being served`);
  return served;
}

function remember(effect: WatchEffect, serving: Map<string, Served[]>): void {
  if (effect.kind !== 'gateway' || effect.effect.kind !== 'serve') return;
  serving.set(effect.gateway, [...(serving.get(effect.gateway) ?? []), effect.effect.served]);
}

function renderEffect(effect: WatchEffect): string {
  switch (effect.kind) {
    case 'list':
      return 'list';
    case 'list-wait':
      return `list-wait${afterFailures(effect.failures)}`;
    case 'list-trouble':
      return `list-trouble ${effect.trouble.problem.kind} x${effect.trouble.times}`;
    case 'list-recovered':
      return `list-recovered from ${effect.from.kind}`;
    case 'gateway':
      return `${effect.gateway} ${renderGatewayEffect(effect.effect)}`;
  }
}

function renderGatewayEffect(effect: GatewayEffect): string {
  switch (effect.kind) {
    case 'check':
      return `check${effect.unlessMatch === undefined ? '' : ` unless ${effect.unlessMatch}`}`;
    case 'load':
      return `load ${effect.pointer.bundle}`;
    case 'serve':
    case 'confirmed':
      return `${effect.kind} ${effect.served.bundle.id} of ${effect.served.pointer.revision} from ${effect.served.source}`;
    case 'trouble':
      return `trouble ${effect.trouble.problem.kind} x${effect.trouble.times}`;
    case 'recovered':
      return `recovered from ${effect.from.kind}`;
    case 'wait':
      return `wait${afterFailures(effect.failures)}`;
  }
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
  'chunk-altered',
  'block-malformed',
];

function problem(word = ''): Problem {
  const kind = PROBLEMS.find((each) => each === word);
  if (!kind) throw new Error(`no problem is called ${word}`);
  return { kind, message: kind };
}

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
