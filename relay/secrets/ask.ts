/** Asks providers: each store only so much at once, for no longer than agreed, and never with an exception for an answer. */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import { OPEN, stepGate, type GateEffect, type GateEvent, type GateState } from './gate.ts';
import { failed, storeFailed, type Failure, type Resolution, type SecretProvider } from './provider.ts';

export interface AskOptions {
  readonly providers: readonly SecretProvider[];
  /** How long a provider may take, in milliseconds; default 10,000. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** Told when a store fails as a whole, and when it answers again. */
  readonly storeChanged?: (change: StoreChange) => void;
}

export interface StoreChange {
  readonly provider: string;
  /** Which of the provider's stores, if it has several: a region, a URL. */
  readonly store: string;
  /** Absent: it answers again. */
  readonly failure?: Failure;
}

export interface Asking {
  readonly providerOf: (reference: SecretReference) => SecretProvider | undefined;
  /** What comes once it is stopped is of no interest. */
  readonly ask: (reference: SecretReference, stopped: AbortSignal) => Promise<Resolution>;
  /** Asks these from now on. What is under way with others goes on. */
  readonly setProviders: (providers: readonly SecretProvider[]) => void;
}

/** How many secrets of a store are asked for at once, unless its provider knows better. */
const MOST_AT_ONCE = 8;

export function createAsking(options: AskOptions): Asking {
  const { timeoutMs = 10_000, now = Date.now, random = Math.random, storeChanged } = options;
  let { providers } = options;
  const gates = new Map<string, Gate>();
  const gateOf = (provider: SecretProvider, reference: SecretReference): Gate => {
    const { type, mostAtOnce: most = MOST_AT_ONCE } = provider;
    const store = provider.storeOf?.(reference) ?? '';
    const key = `${type} ${store}`;
    const told = (failure?: Failure): void => storeChanged?.({ provider: type, store, ...(failure && { failure }) });
    const gate = gates.get(key) ?? createGate({ most, now, random, told });
    gates.set(key, gate);
    return gate;
  };
  const providerOf = ({ provider: { type } }: SecretReference): SecretProvider | undefined =>
    providers.find((each) => each.type === type);
  return {
    providerOf,
    ask: async (reference, stopped) => {
      const provider = providerOf(reference);
      if (!provider)
        return failed('misconfigured', `this relay has no secret provider of type "${reference.provider.type}"`);
      return gateOf(provider, reference).pass(() => resolve(provider, reference, timeoutMs, stopped), stopped);
    },
    setProviders(next) {
      providers = next;
      // A store that was left alone may be another now.
      for (const gate of gates.values()) gate.abandon();
      gates.clear();
    },
  };
}

async function resolve(
  provider: SecretProvider,
  reference: SecretReference,
  timeoutMs: number,
  stopped: AbortSignal,
): Promise<Resolution> {
  const given = new AbortController();
  const forget = onAbort(stopped, () => given.abort());
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Resolution>((settle) => {
    timer = setTimeout(() => {
      given.abort();
      settle(storeFailed(`provider "${provider.type}" gave no answer within ${timeoutMs} ms`));
    }, timeoutMs).unref();
  });
  try {
    return await Promise.race([provider.resolve(reference, given.signal), late]);
  } catch (error) {
    // A provider's own words could quote what it was reading, so only the kind of error is told.
    const kind = error instanceof Error ? error.name : 'an error';
    return failed('unavailable', `provider "${provider.type}" failed with ${kind}`);
  } finally {
    clearTimeout(timer);
    forget();
  }
}

/** @returns what ends the listening: the signals here outlive what listens to them */
function onAbort(signal: AbortSignal, act: () => void): () => void {
  signal.addEventListener('abort', act, { once: true });
  return () => signal.removeEventListener('abort', act);
}

interface Gate {
  pass(put: () => Promise<Resolution>, stopped: AbortSignal): Promise<Resolution>;
  /** Nobody comes any more: tells that a store which was left alone is so no longer. */
  abandon(): void;
}

interface Question {
  readonly put: () => Promise<Resolution>;
  readonly stopped: AbortSignal;
  readonly settle: (resolution: Resolution) => void;
}

interface GateOptions {
  readonly most: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly told: (failure?: Failure) => void;
}

/** Carries out what {@link stepGate} decides. */
function createGate({ most, now, random, told }: GateOptions): Gate {
  const questions = new Map<number, Question>();
  let state: GateState = OPEN;
  let last = 0;
  let isAbandoned = false;

  const step = (event: GateEvent): void => {
    const [next, effects] = stepGate(state, event, most);
    state = next;
    for (const effect of effects) {
      if (effect.kind === 'shut') tell(effect.failure);
      else if (effect.kind === 'opened') tell();
      else perform(effect);
    }
  };
  const tell = (failure?: Failure): void => (isAbandoned ? undefined : told(failure));
  const perform = (effect: Extract<GateEffect, { readonly question: number }>): void => {
    const question = questions.get(effect.question);
    questions.delete(effect.question);
    if (effect.kind === 'refused') question?.settle({ ...effect.failure, isTold: true });
    else if (question) void run(question);
  };
  const run = async ({ put, stopped, settle }: Question): Promise<void> => {
    const resolution = await put();
    settle(resolution);
    const { failure } = storeFailureOf(resolution);
    if (failure && stopped.aborted) step({ kind: 'broken-off' });
    else step({ kind: 'answered', now: now(), random: random(), ...(failure && { failure }) });
  };
  return {
    pass: (put, stopped) =>
      new Promise((resolve) => {
        const question = ++last;
        const forget = onAbort(stopped, () => {
          if (!questions.delete(question)) return; // It is with the store, which hears of it itself.
          step({ kind: 'withdrawn', question });
          resolve(failed('unavailable', 'it is not needed any more'));
        });
        const settle = (resolution: Resolution): void => {
          forget();
          resolve(resolution);
        };
        questions.set(question, { put, stopped, settle });
        step({ kind: 'asked', question, now: now() });
      }),
    abandon() {
      if (state.shut) tell();
      isAbandoned = true;
    },
  };
}

const storeFailureOf = (resolution: Resolution): { readonly failure?: Failure } =>
  resolution.status === 'failed' && resolution.isOfStore ? { failure: resolution } : {};
