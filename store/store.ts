/**
 * The bucket: a flat map from keys to immutable-or-swapped objects, in memory, in a directory, or on S3.
 *
 * Expected outcomes (absent, unchanged, conflict) are values. An exception means that the bucket could not be reached
 * or refused us: {@link StoreError}.
 */

/** Opaque name of one version of an object; equal ETags mean equal bytes. */
export type ETag = string;

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: ETag;
}

export interface ListedObject {
  readonly key: string;
  readonly etag: ETag;
  /** Length in bytes. */
  readonly size: number;
  /** When it was last written, milliseconds since the epoch, by the bucket's clock. */
  readonly modified: number;
}

/** When a write may happen: only if nothing is there, or only over the version that was read. */
export type WriteCondition = { readonly absent: true } | { readonly match: ETag };

export type GetResult =
  ({ readonly status: 'found' } & StoredObject) | { readonly status: 'absent' } | { readonly status: 'unchanged' };
export type PutResult = { readonly status: 'written'; readonly etag: ETag } | { readonly status: 'conflict' };

export interface Store {
  /** Where this store is, for people: `memory:`, `file:///var/lib/enroute`, `s3://bucket/prefix`. Never a credential. */
  readonly location: string;
  /** Reads an object; `unchanged` if its ETag is still the one given. */
  get(key: string, unlessMatch?: ETag): Promise<GetResult>;
  /** Writes an object whole: a reader sees the old bytes or the new ones. `conflict` if the condition does not hold. */
  put(key: string, bytes: Uint8Array, condition?: WriteCondition): Promise<PutResult>;
  /** Removes an object; removing what is absent is no error. */
  delete(key: string): Promise<void>;
  /** Lists the objects whose keys begin with `prefix`, in key order (UTF-8 bytes). */
  list(prefix: string): AsyncIterable<ListedObject>;
  /**
   * Calls back soon after an object under `prefix` may have changed, until the signal aborts.
   * Absent where the bucket cannot tell; callers poll in any case and treat this as a hint.
   */
  watch?(prefix: string, changed: () => void, signal: AbortSignal): void;
}

/** The bucket could not be reached, or refused. `retryable` tells an outage from a refusal. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly retryable: boolean;
  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
  }
}
