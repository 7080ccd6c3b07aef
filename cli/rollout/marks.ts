/** What became of revisions, as far as the state of a rollout remembers them. */
import type { Digest } from '../../compiler/index.ts';
import type { RolloutPhase, RolloutReason, RolloutState } from '../../store/index.ts';
import { because, phaseName, place } from './words.ts';

export interface RevisionMark {
  /** `superseded`: another revision came before it was complete. */
  readonly phase: RolloutPhase | 'superseded';
  /** Why it was paused, rolled back or aborted. */
  readonly reason?: RolloutReason;
}

/** By the digests of revisions; those of which nothing is remembered have none. */
export function marksOf(state: RolloutState | undefined): ReadonlyMap<Digest, RevisionMark> {
  const marks = new Map<Digest, RevisionMark>();
  if (!state) return marks;
  for (const { release, phase } of state.events) {
    if (!marks.has(release.revision)) marks.set(release.revision, { phase: isEnd(phase) ? phase : 'superseded' });
  }
  for (const { revision, reason } of state.failed) {
    const phase = marks.get(revision)?.phase;
    marks.set(revision, { phase: phase === 'aborted' ? phase : 'rolled-back', reason });
  }
  const { candidate, phase, reason } = state;
  return marks.set(candidate.revision, { phase, ...(reason && { reason }) });
}

const isEnd = (phase: RolloutPhase): boolean => phase === 'complete' || phase === 'rolled-back' || phase === 'aborted';

/** For a table: `rolled back: node edge-3 rejected it: …`. */
export function markText(revision: Digest, mark: RevisionMark | undefined, state: RolloutState | undefined): string {
  if (!mark) return '';
  const name =
    state?.candidate.revision === revision
      ? place(state)
      : mark.phase === 'superseded'
        ? mark.phase
        : phaseName(mark.phase);
  return mark.reason ? `${name}: ${firstLine(because(mark.reason))}` : name;
}

/** What Envoy says may be long; it stands in full where the rollout is shown. */
const firstLine = (text: string): string => {
  const [first = ''] = text.split('\n');
  return first.length > 80 ? `${first.slice(0, 79)}…` : first;
};
