/** Reads pointers and bundles from a bucket; whatever is wrong with them becomes an event. */
import type { Bundle, Digest, GatewayName } from '../../compiler/5-pack/bundle.ts';
import { parsePointer } from '../../store/head.ts';
import { gatewayOfPointer, pointerKey, POINTERS } from '../../store/keys.ts';
import { describeLoadFailure, loadBundle } from '../../store/load.ts';
import type { Pointer } from '../../store/revision.ts';
import { StoreError, type ETag, type Store } from '../../store/store.ts';
import type { JudgePointer } from './admission.ts';
import type { BundleEvent, PointerEvent, Problem } from './gateway-watch.ts';
import type { ListEvent } from './watch.ts';

/** Which gateways the bucket has, and the ETag of each one's pointer. */
export async function listPointers(store: Store, timeoutMs: number): Promise<ListEvent> {
  return attempt<ListEvent>(
    async () => {
      const pointers = new Map<GatewayName, ETag>();
      for await (const { key, etag } of store.list(POINTERS)) {
        const gateway = gatewayOfPointer(key);
        if (gateway !== undefined) pointers.set(gateway, etag);
      }
      return { kind: 'listed', pointers };
    },
    timeoutMs,
    (problem) => ({ kind: 'list-failed', problem }),
  );
}

/**
 * What a gateway's pointer says, unless it is still the version that the ETag names.
 * @param judge Absent: every pointer is believed.
 */
export async function readPointer(
  store: Store,
  gateway: GatewayName,
  unlessMatch: ETag | undefined,
  timeoutMs: number,
  judge?: JudgePointer,
): Promise<PointerEvent> {
  const failed = (problem: Problem): PointerEvent => ({ kind: 'check-failed', problem });
  const key = pointerKey(gateway);
  return attempt(
    async () => {
      const object = await store.get(key, unlessMatch);
      if (object.status === 'unchanged') return { kind: 'unchanged' };
      if (object.status === 'absent') return failed({ kind: 'pointer-missing', message: `the bucket has no ${key}` });
      const pointer = parsePointer(object.bytes);
      if (pointer?.gateway !== gateway) {
        return failed({ kind: 'pointer-invalid', message: `${key} is not a pointer of gateway ${gateway}` });
      }
      const refusal = await judge?.(pointer, object.bytes);
      return refusal ? failed(refusal) : { kind: 'found', pointer, etag: object.etag };
    },
    timeoutMs,
    failed,
  );
}

/**
 * The bundle that a pointer names, every digest of it verified.
 * @param held Bundles whose chunks need not be read again.
 */
export async function readBundle(
  store: Store,
  pointer: Pointer,
  held: readonly Bundle[],
  timeoutMs: number,
): Promise<BundleEvent> {
  const failed = (problem: Problem): BundleEvent => ({ kind: 'load-failed', problem });
  return attempt(
    async () => {
      const result = await loadBundle(store, pointer.bundle, chunksOf(held));
      if (result.status === 'failed') {
        return failed({ kind: result.failure.code, message: describeLoadFailure(result.failure) });
      }
      const { gateway } = result.bundle.manifest;
      if (gateway === pointer.gateway) return { kind: 'loaded', pointer, bundle: result.bundle };
      const message = `bundle ${pointer.bundle} was compiled for gateway ${gateway}, and ${pointer.gateway} points to it`;
      return failed({ kind: 'bundle-foreign', message });
    },
    timeoutMs,
    failed,
  );
}

const chunksOf = (bundles: readonly Bundle[]): ReadonlyMap<Digest, Uint8Array> =>
  new Map(bundles.flatMap(({ chunks }) => [...chunks]));

async function attempt<T>(read: () => Promise<T>, timeoutMs: number, failed: (problem: Problem) => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    const problem: Problem = { kind: 'unreachable', message: `the bucket gave no answer within ${timeoutMs} ms` };
    timer = setTimeout(() => resolve(failed(problem)), timeoutMs);
  });
  try {
    return await Promise.race([read(), late]);
  } catch (error) {
    return failed(toProblem(error));
  } finally {
    clearTimeout(timer);
  }
}

function toProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreError) return { kind: error.retryable ? 'unreachable' : 'denied', message };
  return { kind: 'internal', message };
}
