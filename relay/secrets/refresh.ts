/** One secret: asked for, checked, encoded, and asked for again for as long as somebody needs it. */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import { checkMaterial } from './check.ts';
import { encodeSecret } from './encode.ts';
import { delayUntilNext, stepSecret, UNRESOLVED, type Answer, type SecretChange, type SecretState } from './entry.ts';
import { failed, type Resolution, type SecretProvider } from './provider.ts';

export interface RefreshOptions {
  readonly providers: readonly SecretProvider[];
  /** Told whatever happens to the secret. */
  readonly report: (reference: SecretReference, change: SecretChange) => void;
  /** How long a provider may take, in milliseconds; default 10,000. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

export interface Refreshing {
  readonly reference: SecretReference;
  /** Settles when the provider was asked once, whether or not a value came. */
  readonly firstAnswer: Promise<void>;
  state(): SecretState;
  stop(): void;
}

/** @param changed Called when there is another value than before. */
export function startRefreshing(reference: SecretReference, options: RefreshOptions, changed: () => void): Refreshing {
  const { report, now = Date.now } = options;
  const provider = options.providers.find(({ type }) => type === reference.provider.type);
  const stopped = new AbortController();
  let state = UNRESOLVED;
  let timer: NodeJS.Timeout | undefined;

  const refresh = async (): Promise<void> => {
    const resolution = await ask(provider, reference, options.timeoutMs ?? 10_000, stopped.signal);
    if (stopped.signal.aborted) return;
    const before = state.resource?.version;
    const [next, changes] = stepSecret(state, toAnswer(reference, resolution), now());
    state = next;
    for (const change of changes) report(reference, change);
    if (next.resource?.version !== before) changed();
    const lease = resolution.status === 'resolved' ? resolution.refreshMs : undefined;
    const delayMs = delayUntilNext(next, lease ?? provider?.refreshMs);
    if (delayMs !== undefined) timer = setTimeout(() => void refresh(), delayMs).unref();
  };

  return {
    reference,
    firstAnswer: refresh(),
    state: () => state,
    stop() {
      stopped.abort();
      clearTimeout(timer);
    },
  };
}

async function ask(
  provider: SecretProvider | undefined,
  reference: SecretReference,
  timeoutMs: number,
  stopped: AbortSignal,
): Promise<Resolution> {
  const { type } = reference.provider;
  if (!provider) return failed('misconfigured', `this relay has no secret provider of type "${type}"`);
  const timeout = AbortSignal.timeout(timeoutMs);
  const late = new Promise<Resolution>((resolve) => {
    timeout.onabort = () => resolve(failed('unavailable', `provider "${type}" gave no answer within ${timeoutMs} ms`));
  });
  try {
    return await Promise.race([provider.resolve(reference, AbortSignal.any([timeout, stopped])), late]);
  } catch (error) {
    // A provider's own words could quote what it was reading, so only the kind of error is told.
    return failed('unavailable', `provider "${type}" failed with ${error instanceof Error ? error.name : 'an error'}`);
  }
}

function toAnswer(reference: SecretReference, resolution: Resolution): Answer {
  if (resolution.status === 'failed') return resolution;
  const { material } = resolution;
  const { type } = reference;
  if (material.type !== type) return failed('invalid', `it is a ${material.type}, and the document says ${type}`);
  const check = checkMaterial(material);
  return check.status === 'failed'
    ? check
    : { ...check, resource: encodeSecret(reference.name, material, reference.filter) };
}
