/** One secret: asked for, checked, encoded, and asked for again for as long as somebody needs it. */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import type { Asking } from './ask.ts';
import { checkMaterial } from './check.ts';
import { encodeSecret } from './encode.ts';
import {
  delayUntilNext,
  nextExpiryChange,
  stepClock,
  stepSecret,
  UNRESOLVED,
  type Answer,
  type SecretChange,
  type SecretState,
} from './entry.ts';
import { failed, type Resolution } from './provider.ts';

export interface RefreshOptions {
  readonly asking: Asking;
  /** Told whatever happens to the secret. */
  readonly report: (reference: SecretReference, change: SecretChange) => void;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface Refreshing {
  readonly reference: SecretReference;
  /** Settles when the provider was asked once, whether or not a value came. */
  readonly firstAnswer: Promise<void>;
  state(): SecretState;
  /** There may be another provider: then it is asked at once, and what is known stays meanwhile. */
  renew(): void;
  stop(): void;
}

/** @param changed Called when there is another value than before. */
export function startRefreshing(reference: SecretReference, options: RefreshOptions, changed: () => void): Refreshing {
  const { asking, report, now, random } = options;
  let provider = asking.providerOf(reference);
  const stopped = new AbortController();
  let state = UNRESOLVED;
  let asked: NodeJS.Timeout | undefined;
  let expires: NodeJS.Timeout | undefined;

  const tell = ([next, changes]: [SecretState, readonly SecretChange[]]): void => {
    const before = state.resource?.version;
    state = next;
    for (const change of changes) report(reference, change);
    if (next.resource?.version !== before) changed();
  };
  const look = (): void => {
    tell(stepClock(state, now()));
    clearTimeout(expires);
    const next = nextExpiryChange(state, now());
    if (next !== undefined) expires = timerFor(next - now(), look);
  };
  const refresh = async (): Promise<void> => {
    const resolution = await asking.ask(reference, stopped.signal);
    if (stopped.signal.aborted) return;
    tell(stepSecret(state, toAnswer(reference, resolution), now()));
    look();
    const lease = resolution.status === 'resolved' ? resolution.refreshMs : undefined;
    const delayMs = delayUntilNext(state, lease ?? provider?.refreshMs, random());
    if (delayMs !== undefined) asked = timerFor(delayMs, () => void ask());
  };

  /** One answer is waited for at a time; what is heard of meanwhile may be newer than that. */
  let current: Promise<void> | undefined;
  let isOutdated = false;
  const ask = async (): Promise<void> => {
    clearTimeout(asked);
    isOutdated = current !== undefined;
    if (isOutdated) return;
    current = refresh();
    await current;
    current = undefined;
    if (isOutdated && !stopped.signal.aborted) await ask();
  };
  const firstAnswer = ask();
  let unwatch = provider?.watch?.(reference, () => void ask());

  const leave = (): void => {
    unwatch?.();
    provider?.release?.(reference);
  };

  return {
    reference,
    firstAnswer,
    state: () => state,
    renew() {
      const next = asking.providerOf(reference);
      if (next === provider) return;
      leave();
      provider = next;
      unwatch = provider?.watch?.(reference, () => void ask());
      void ask();
    },
    stop() {
      stopped.abort();
      leave();
      clearTimeout(asked);
      clearTimeout(expires);
    },
  };
}

/** Node's timers fire at once for what does not fit into 31 bits, about 24 days; waking earlier does no harm. */
const LONGEST_TIMER_MS = 86_400_000;

const timerFor = (delayMs: number, then: () => void): NodeJS.Timeout =>
  setTimeout(then, Math.min(Math.max(0, Math.ceil(delayMs)), LONGEST_TIMER_MS)).unref();

function toAnswer(reference: SecretReference, resolution: Resolution): Answer {
  if (resolution.status === 'failed') return resolution;
  const { material } = resolution;
  const { name, type, filter } = reference;
  if (material.type !== type) return failed('invalid', `it is a ${material.type}, and the document says ${type}`);
  const check = checkMaterial(material);
  return check.status === 'failed' ? check : { ...check, resource: encodeSecret(name, material, filter) };
}
