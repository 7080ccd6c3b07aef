/**
 * Endpoints that somebody puts into the bucket (store/endpoints.ts). One look at the bucket's list shows which upstreams have
 * others, however many there are; where the bucket tells of changes, the relay looks at once.
 */
import { readPushedEndpoints } from '../../../store/endpoints.ts';
import { ENDPOINTS, upstreamOfEndpoints } from '../../../store/keys.ts';
import { inParallel } from '../../../store/parallel.ts';
import type { VerifyKey } from '../../../store/signing/keys.ts';
import type { ETag, Store } from '../../../store/store.ts';
import { afterFailure, spread } from '../polling.ts';
import type { ListAdmission } from '../list-admission.ts';
import { failed, type Answer, type DiscoveryProvider } from '../provider.ts';

export interface PushedProviderOptions {
  readonly store: Store;
  /** How often the bucket is looked at where it does not tell of changes, in milliseconds; default 800. */
  readonly refreshMs?: number;
  /** Which lists are believed; absent: all. */
  readonly admission?: ListAdmission | undefined;
}

interface Follower {
  readonly tell: (answer: Answer) => void;
  /** What was told last; nothing: nothing has been, or it was a failure. */
  told: ETag | 'absent' | undefined;
  /** The keys by which that was judged. */
  judgedBy: readonly VerifyKey[] | undefined;
}

type Followers = Map<string, Set<Follower>>;

/** How many objects are read at once. */
const PARALLEL = 16;
/** Time between two looks at a bucket that tells of changes, in milliseconds: they come in bunches. */
const BREATH_MS = 20;
/** How often such a bucket is looked at nevertheless, in milliseconds. */
const UNHINTED_MS = 10_000;

/** Settings are `{ type: 'pushed' }`; the upstream's own name says which object. */
export function pushedProvider({ store, refreshMs = 800, admission }: PushedProviderOptions): DiscoveryProvider {
  const followers: Followers = new Map();
  let looking: Looking | undefined;
  return {
    type: 'pushed',
    follow({ name }, tell, signal) {
      const follower: Follower = { tell, told: undefined, judgedBy: undefined };
      const ofName = followers.get(name) ?? new Set();
      followers.set(name, ofName.add(follower));
      signal.addEventListener('abort', () => {
        ofName.delete(follower);
        if (ofName.size === 0 && followers.get(name) === ofName) followers.delete(name);
        if (followers.size > 0) return;
        looking?.stop();
        looking = undefined;
      });
      looking ??= keepLooking({ store, followers, admission }, store.watch ? UNHINTED_MS : refreshMs);
      looking.soon();
    },
    close: () => looking?.stop(),
  };
}

interface Looked {
  readonly store: Store;
  readonly followers: Followers;
  readonly admission: ListAdmission | undefined;
}

interface Looking {
  /** Looks in a moment, or when the look that is being taken is over. */
  soon(): void;
  stop(): void;
}

function keepLooking(looked: Looked, usualMs: number): Looking {
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isSoon = false;
  let isLooking = false;
  let isOutdated = false;
  let failures = 0;

  const look = async (): Promise<void> => {
    [isLooking, isOutdated, isSoon] = [true, false, false];
    failures = (await lookOnce(looked)) ? 0 : failures + 1;
    isLooking = false;
    const delayMs = failures > 0 ? afterFailure(failures) : isOutdated ? BREATH_MS : spread(usualMs);
    isSoon = isOutdated;
    schedule(delayMs);
  };
  const schedule = (delayMs: number): void => {
    clearTimeout(timer);
    if (!stopped.signal.aborted) timer = setTimeout(() => void look(), delayMs).unref();
  };
  const soon = (): void => {
    isOutdated = true;
    // What changes all the time must not put the look off again and again.
    if (isLooking || isSoon || failures > 0) return;
    isSoon = true;
    schedule(BREATH_MS);
  };
  looked.store.watch?.(ENDPOINTS, soon, stopped.signal);
  return {
    soon,
    stop() {
      stopped.abort();
      clearTimeout(timer);
    },
  };
}

/** Tells all followers what they have not been told; says whether the bucket could be read. */
async function lookOnce({ store, followers, admission }: Looked): Promise<boolean> {
  const etags = new Map<string, ETag>();
  try {
    for await (const { key, etag } of store.list(ENDPOINTS)) {
      const name = upstreamOfEndpoints(key);
      if (name !== undefined) etags.set(name, etag);
    }
  } catch (error) {
    for (const ofName of followers.values()) tellAll(ofName, unavailable(error), undefined);
    return false;
  }
  const keys = admission?.keys();
  const news = [...followers].filter(([name, ofName]) =>
    [...ofName].some(({ told, judgedBy }) => told !== (etags.get(name) ?? 'absent') || judgedBy !== keys),
  );
  const outcomes = await inParallel(PARALLEL, news, ([name, ofName]) => read({ store, admission }, name, ofName));
  return outcomes.every((isRead) => isRead);
}

async function read(
  { store, admission }: Pick<Looked, 'store' | 'admission'>,
  name: string,
  followers: ReadonlySet<Follower>,
): Promise<boolean> {
  try {
    for (const follower of followers) follower.judgedBy = admission?.keys();
    const reading = await readPushedEndpoints(store, name);
    const refusal = reading.status === 'unchanged' ? undefined : await admission?.judge(name, reading);
    if (refusal) {
      tellAll(followers, refusal.failure, refusal.mayPass ? undefined : 'etag' in reading ? reading.etag : 'absent');
      return true;
    }
    if (reading.status === 'found') tellAll(followers, { status: 'found', ...reading.list }, reading.etag);
    if (reading.status === 'broken') tellAll(followers, failed('invalid', reading.problem), reading.etag);
    if (reading.status === 'absent') tellAll(followers, { status: 'found', endpoints: [] }, 'absent');
    return true;
  } catch (error) {
    tellAll(followers, unavailable(error), undefined);
    return false;
  }
}

function tellAll(followers: ReadonlySet<Follower>, answer: Answer, told: Follower['told']): void {
  for (const follower of followers) {
    follower.told = told;
    follower.tell(answer);
  }
}

const unavailable = (error: unknown): Answer =>
  failed('unavailable', error instanceof Error ? error.message : String(error));
