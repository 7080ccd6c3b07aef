/** Waits for a rollout to end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { GatewayName } from '../../compiler/index.ts';
import { isFailed, type Store } from '../../store/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { currentState, holdOn, timeOf, viewOf, type RolloutView } from './view.ts';
import { place, progress } from './words.ts';

const POLL_MS = 1_000;

/**
 * Looks again and again until nothing happens by itself any more, or the command is interrupted; says what happens on
 * standard error.
 */
export async function waitForEnd(store: Store, gateway: GatewayName, host: Host): Promise<RolloutView> {
  let told = '';
  for (;;) {
    const view = await viewOf(store, gateway, await timeOf(store));
    const current = currentState(view);
    const hold = holdOn(view);
    const begun = hold ? `held, since the rollout of revision ${hold.candidate.number} is paused` : 'not begun yet';
    const now = current ? [place(current), ...(progressWords(view) ?? [])].join(', ') : begun;
    if (now !== told) host.err(`${printable(`${gateway}: ${now}`)}\n`);
    told = now;
    if (host.interrupted.aborted || hold || (current && current.phase !== 'progressing')) return view;
    await sleep(POLL_MS, undefined, { signal: host.interrupted }).catch(ignoreAbort);
  }
}

/** Seconds that pass are no news. */
function progressWords(view: RolloutView): readonly string[] | undefined {
  const current = currentState(view);
  if (!current || current.bake.waitsFor === 'nothing') return current && progress(current) ? ['baking'] : undefined;
  return [current.bake.message];
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}

/** 1 for what has failed or stands still, 5 for what somebody has to approve. */
export function exitOf(view: RolloutView, isEnd: 'end' | 'any'): ExitCode {
  const current = currentState(view);
  if (holdOn(view) || (current && (isFailed(current) || current.phase === 'paused'))) return EXIT.negative;
  if (isEnd === 'end' && current?.phase === 'waiting') return EXIT.unconfirmed;
  return isEnd === 'end' && current?.phase !== 'complete' ? EXIT.negative : EXIT.success;
}
