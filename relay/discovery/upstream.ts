/**
 * One upstream whose endpoints are found: its source is followed for as long as somebody needs them, also by several bundles at
 * once that make different load assignments of them.
 */
import { createHash } from 'node:crypto';
import { encodeLoadAssignment, type DiscoveryReference, type Endpoint } from '../../compiler/discovered.ts';
import { perObject } from '../../compiler/per-object.ts';
import type { LoadAssignmentResource } from '../ads-server.ts';
import { failed, type Answer, type DiscoveryProvider } from './provider.ts';
import {
  dueOf,
  stepUpstream,
  UNKNOWN,
  type UpstreamChange,
  type UpstreamEvent,
  type UpstreamState,
} from './upstream-state.ts';

export interface FollowOptions {
  readonly provider: DiscoveryProvider | undefined;
  /** What an earlier run knew, if it kept anything. */
  readonly restored: Promise<readonly Endpoint[] | undefined>;
  readonly report: (reference: DiscoveryReference, change: UpstreamChange) => void;
  /** Called when Envoy is to get other endpoints. */
  readonly changed: () => void;
}

export interface FollowedUpstream {
  /** `namespace/name`. */
  readonly name: string;
  readonly source: DiscoveryReference['source'];
  /** Settles when the source has answered once, with endpoints or a failure, and the disk has. */
  readonly firstAnswer: Promise<void>;
  state(): UpstreamState;
  /**
   * What Envoy gets by a reference to this upstream, made when it is asked for; nothing while nobody knows of any endpoint.
   */
  resource(reference: DiscoveryReference): LoadAssignmentResource | undefined;
  /** Doubts what the source says as this reference has it from now on. */
  guardBy(reference: DiscoveryReference): void;
  /** Asks this one from now on, in place of that before; what was found before stays until it answers. */
  askFrom(provider: DiscoveryProvider | undefined): void;
  stop(): void;
}

export function followUpstream(first: DiscoveryReference, options: FollowOptions): FollowedUpstream {
  const { provider, restored, report, changed } = options;
  let asking = new AbortController();
  let isStopped = false;
  const assignments = perObject(createAssignment);
  let reference = first;
  let state: UpstreamState = UNKNOWN;
  let guard: NodeJS.Timeout | undefined;
  let expiry: NodeJS.Timeout | undefined;
  let answered: () => void = () => undefined;
  const firstFromSource = new Promise<void>((resolve) => (answered = resolve));

  const happen = (event: UpstreamEvent): void => {
    const before = state.endpoints;
    const [next, changes] = stepUpstream(state, event, reference);
    state = next;
    for (const change of changes) report(reference, change);
    clearTimeout(guard);
    const due = dueOf(state, reference);
    if (due !== undefined)
      guard = timerFor(due - performance.now(), () => happen({ kind: 'time', now: performance.now() }));
    if (state.endpoints !== before) changed();
  };
  const tell = (answer: Answer): void => {
    clearTimeout(expiry);
    if (answer.status === 'failed') happen({ kind: 'failed', failure: answer });
    else found(answer.endpoints, answer.expires);
    answered();
  };
  const found = (endpoints: readonly Endpoint[], expires = Infinity): void => {
    const leftMs = expires - Date.now();
    happen({ kind: 'found', endpoints: leftMs > 0 ? endpoints : [], now: performance.now() });
    if (leftMs > 0 && leftMs !== Infinity) expiry = timerFor(leftMs, () => found(endpoints, expires));
  };

  const fromDisk = restored.then((endpoints) => {
    if (endpoints && !isStopped) happen({ kind: 'restored', endpoints, now: performance.now() });
  });
  const askFrom = (source: DiscoveryProvider | undefined): void => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (!source) return tell(failed('misconfigured', `this relay finds no endpoints by "${reference.source.type}"`));
    source.follow(reference, (answer) => (signal.aborted ? undefined : tell(answer)), signal);
  };
  askFrom(provider);

  return {
    name: first.name,
    source: first.source,
    firstAnswer: Promise.all([firstFromSource, fromDisk]).then(() => undefined),
    state: () => state,
    resource: (wanted) => assignments(wanted)(state.endpoints),
    guardBy: (latest) => void (reference = latest),
    askFrom,
    stop() {
      isStopped = true;
      asking.abort();
      clearTimeout(guard);
      clearTimeout(expiry);
    },
  };
}

/** Node's timers fire at once for what does not fit into 31 bits, about 24 days; waking earlier does no harm. */
const LONGEST_TIMER_MS = 86_400_000;

const timerFor = (delayMs: number, then: () => void): NodeJS.Timeout =>
  setTimeout(then, Math.min(Math.max(0, Math.ceil(delayMs)), LONGEST_TIMER_MS)).unref();

/** Encodes what is asked for, and gives the same object for as long as the bytes are the same. */
function createAssignment(reference: DiscoveryReference) {
  let source: readonly Endpoint[] | undefined;
  let made: LoadAssignmentResource | undefined;
  return (endpoints: readonly Endpoint[] | undefined): LoadAssignmentResource | undefined => {
    if (endpoints === undefined || endpoints === source) return made;
    source = endpoints;
    const value = encodeLoadAssignment(reference, endpoints);
    const version = createHash('sha256').update(value).digest('base64url').slice(0, 16);
    if (made?.version !== version) made = { name: reference.name, version, value };
    return made;
  };
}
