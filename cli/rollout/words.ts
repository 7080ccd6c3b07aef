/** How rollouts are put into words. */
import type { RolloutPolicy, RolloutStep } from '../../compiler/5-pack/rollout-policy.ts';
import {
  bakeSecondsOf,
  type Release,
  type RolloutPhase,
  type RolloutReason,
  type RolloutState,
} from '../../store/index.ts';
import { short } from '../output.ts';

/** `1h30m`, `45s`. */
export function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const parts = [hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : '', rest > 0 ? `${rest}s` : ''];
  return parts.join('') || '0s';
}

const PHASES: Readonly<Record<RolloutPhase, string>> = {
  progressing: 'progressing',
  waiting: 'waiting for approval',
  paused: 'paused',
  complete: 'complete',
  'rolled-back': 'rolled back',
  aborted: 'aborted',
};

export const phaseName = (phase: RolloutPhase): string => PHASES[phase];

/** The same of an API, which may know more phases. */
export const phaseWords = (phase: string): string =>
  new Map<string, string>(Object.entries(PHASES)).get(phase) ?? phase;

/** `progressing, step 2 of 3`. */
export function place({ phase, step, policy }: RolloutState): string {
  const steps = policy.steps.length;
  const isUnderWay = phase === 'progressing' || phase === 'waiting' || phase === 'paused';
  if (!isUnderWay) return PHASES[phase];
  return `${PHASES[phase]}, ${step < steps ? `step ${step + 1} of ${steps}` : 'all nodes'}`;
}

/** What the step does, or waits for: `has baked 10s of 5m`. */
export function progress(state: RolloutState): string | undefined {
  const { phase, bake } = state;
  if (phase !== 'progressing' && phase !== 'waiting') return undefined;
  if (bake.waitsFor !== 'nothing') return `for ${duration(Math.round(bake.seconds))}: ${bake.message}`;
  return phase === 'progressing'
    ? `has baked ${duration(bake.seconds)} of ${duration(bakeSecondsOf(state))}`
    : undefined;
}

export const naming = ({ number, bundle }: Release): string => `revision ${number} (bundle ${short(bundle)})`;

/** Why it has stopped: `node edge-3 rejected it: …`. */
export function because({
  kind,
  message,
  node,
  author,
}: Pick<RolloutReason, 'message' | 'node' | 'author'> & { readonly kind: string }): string {
  if (kind === 'rejected') return `node ${node ?? '?'} rejected it: ${message.trim()}`;
  return author === undefined ? message : `${author}: ${message}`;
}

export const nodesOf = ({ nodes }: RolloutStep): string =>
  'percentage' in nodes
    ? `${nodes.percentage} %`
    : Object.entries(nodes.labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(' ');

/** One line a step, and one for all nodes. */
export const stepRows = ({ steps, bakeSeconds }: RolloutPolicy): readonly (readonly string[])[] => [
  ...steps.map((step, index) => [String(index + 1), nodesOf(step), duration(step.bakeSeconds), step.approval]),
  ['', 'all', duration(bakeSeconds), ''],
];
