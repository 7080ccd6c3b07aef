/** What answers have in common that go on while something happens. */
import type { GatewayName } from '../../compiler/index.ts';
import {
  readHead,
  StoreError,
  walkCommits,
  walkHistory,
  type RecordedCommit,
  type RecordedRevision,
  type Workspace,
} from '../../store/index.ts';
import { look, type Look } from './changes.ts';
import type { Call, Services } from './operation.ts';

/** How often the bucket is looked at, in milliseconds. */
const POLL_MS = 1_000;

/** How long the longest answer takes, in seconds. */
export const LONGEST = 3_600;
/** The same where nobody sees an answer before it has ended: less than gateways wait for one. */
const LONGEST_WHOLE = 20;

/**
 * Gives what is looked at again and again, once a second, until so many seconds are over, the caller's token expires, or
 * nobody listens any more. A bucket that is out of reach for a moment has nothing new.
 * @throws StoreError if the bucket cannot be read
 */
export async function* looks<T>(
  { services, principal }: Call,
  look: () => Promise<T>,
  signal: AbortSignal,
  wanted = LONGEST,
): AsyncGenerator<T> {
  const { exp } = principal.claims;
  const seconds = services.answers === 'whole' ? Math.min(wanted, LONGEST_WHOLE) : wanted;
  const end = Math.min(services.now() + seconds * 1_000, typeof exp === 'number' ? exp * 1_000 : Infinity);
  while (!signal.aborted && services.now() < end) {
    const seen = await unlessAway(look);
    if (seen) yield seen.value;
    await pause(POLL_MS, signal);
  }
}

async function unlessAway<T>(look: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await look() };
  } catch (error) {
    if (error instanceof StoreError && error.retryable) return undefined;
    throw error;
  }
}

/** More than anybody wants to hear of at once; who missed more looks at the history. */
const MOST_COMMITS = 1_000;
const MOST_PUBLICATIONS = 100;

/** What came after something that was seen; the oldest first. */
export interface Missed<T> {
  readonly items: readonly T[];
  /** Whether some are left out that came before these: there are too many, or what was seen is not there any more. */
  readonly hasGap: boolean;
}

/** The commits after one, or after there was none, up to another. */
export async function commitsBetween(
  { services }: Call,
  after: string | undefined,
  to: string,
): Promise<Missed<RecordedCommit>> {
  const isSeen = ({ digest }: RecordedCommit) => digest === after;
  const isFirst = ({ parent }: RecordedCommit) => after === undefined && parent === null;
  return missed(walkCommits(services.workspace, to), { isSeen, isFirst, most: MOST_COMMITS });
}

/** The publications of a gateway after one, by number, up to the newest. */
export async function publicationsAfter(
  { store }: Services,
  gateway: GatewayName,
  after: number,
): Promise<Missed<RecordedRevision>> {
  const head = await readHead(store, gateway);
  if (!head) return { items: [], hasGap: false };
  const isSeen = ({ number }: RecordedRevision) => number <= after;
  const isFirst = ({ number }: RecordedRevision) => number === after + 1;
  return missed(walkHistory(store, head.pointer.revision), { isSeen, isFirst, most: MOST_PUBLICATIONS });
}

interface Until<T> {
  readonly isSeen: (item: T) => boolean;
  /** Whether nothing that was not seen came before it. */
  readonly isFirst: (item: T) => boolean;
  readonly most: number;
}

async function missed<T>(newestFirst: AsyncIterable<T>, { isSeen, isFirst, most }: Until<T>): Promise<Missed<T>> {
  const items: T[] = [];
  for await (const item of newestFirst) {
    if (isSeen(item)) return { items, hasGap: false };
    if (items.length === most) break;
    items.unshift(item);
    if (isFirst(item)) return { items, hasGap: false };
  }
  return { items, hasGap: items.length > 0 };
}

/** How long what somebody has looked at is good enough for somebody else, in milliseconds. */
const SHARED_MS = 900;
const shared = new WeakMap<Workspace, { readonly at: number; readonly look: Look }>();

/** A look that all of a process share who follow the same workspace. */
export async function sharedLook(services: Services): Promise<Look> {
  const last = shared.get(services.workspace);
  const age = services.now() - (last?.at ?? 0);
  // Only what has been read is shared, since a Worker must not wait for what another request of it asks for.
  return last && age >= 0 && age < SHARED_MS ? last.look : freshLook(services);
}

/** What there is now. Whoever shares a look later never sees an older one. */
export async function freshLook({ workspace, store, now }: Services): Promise<Look> {
  const at = now();
  const seen = await look(store, workspace.name);
  if (at >= (shared.get(workspace)?.at ?? at)) shared.set(workspace, { at, look: seen });
  return seen;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
