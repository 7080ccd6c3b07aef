/** What answers have in common that go on while something happens. */
import { StoreError, walkCommits, type RecordedCommit } from '../../store/index.ts';
import type { Call } from './operation.ts';

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
const MOST_COMMITS = 100;

/** The commits after one, or after there was none, up to another; the oldest first. */
export async function commitsBetween(
  { services }: Call,
  after: string | undefined,
  to: string,
): Promise<readonly RecordedCommit[]> {
  const commits: RecordedCommit[] = [];
  for await (const commit of walkCommits(services.workspace, to)) {
    if (commit.digest === after || commits.length === MOST_COMMITS) break;
    commits.unshift(commit);
  }
  return commits;
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
