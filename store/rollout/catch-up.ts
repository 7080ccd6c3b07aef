/** Brings the state of a rollout up to what nodes run, where nobody has watched. */
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../compiler/5-pack/rollout-policy.ts';
import { walkHistory } from '../history.ts';
import { rolloutKey } from '../keys.ts';
import { readManifest } from '../loss.ts';
import type { RecordedRevision } from '../revision.ts';
import type { Store } from '../store.ts';
import { failureOf, isHeld } from './assign.ts';
import { assumed } from './begin.ts';
import { releaseOf } from './look.ts';
import { parseRollout } from './parse.ts';
import { changeRollout } from './read.ts';
import type { Release, RolloutState } from './state.ts';

/** How long nobody must have begun the rollout of a head for it to be one that nobody will. Milliseconds. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * A rollout in steps has to know what the nodes run that are not in the first step. Where nobody has watched so far, or
 * nobody does any more, that is the head before; it is written down before the pointer moves, since relays act on that at
 * once. Otherwise nodes would go back to whatever was the head when somebody watched last.
 *
 * @param time ISO 8601, UTC
 * @throws StoreError if the bucket cannot be read or written.
 */
export async function catchUp(store: Store, head: RecordedRevision, time: string): Promise<void> {
  const { gateway } = head;
  const found = await store.get(rolloutKey(gateway));
  // Relays leave nodes as they are while a state is broken, and say so.
  if (found.status === 'found' && !parseRollout(found.bytes, gateway)) return;
  const now = Date.parse(time);
  await changeRollout(store, gateway, async (state) =>
    !state || (await isForgotten(store, state, head, now)) ? assumed(gateway, releaseOf(head), now, state) : state,
  );
}

/** Whether all nodes have long been given a head whose rollout nobody has begun. */
async function isForgotten(store: Store, state: RolloutState, head: RecordedRevision, now: number): Promise<boolean> {
  if (state.candidate.number >= head.number) return false;
  const manifest = await readManifest(store, head.bundle);
  if (!manifest || !isGivenToAll(state, releaseOf(head), manifest.rollout ?? DEFAULT_ROLLOUT)) return false;
  for await (const { digest, time } of walkHistory(store, head.digest)) {
    if (digest === state.candidate.revision) return false;
    if (now - Date.parse(time) > FORGOTTEN_MS) return true;
  }
  return true;
}

/** As `assign` has it of a head that the state is not about. */
const isGivenToAll = (state: RolloutState, head: Release, { steps }: RolloutPolicy): boolean =>
  steps.length === 0 && !failureOf(state, head) && !isHeld(state, head);
