/**
 * A bucket on R2, by the binding that a Worker has of it.
 *
 * Source: https://developers.cloudflare.com/r2/api/workers/workers-api-reference/
 */
import { StoreError, type ETag, type GetResult, type Store, type WriteCondition } from './store.ts';

/** The binding, as far as it is used here. */
export interface R2Bucket {
  get(key: string, options?: { readonly onlyIf?: R2Conditional }): Promise<R2Object | R2ObjectBody | null>;
  put(key: string, value: Uint8Array, options?: { readonly onlyIf?: R2Conditional }): Promise<R2Object | null>;
  delete(key: string): Promise<void>;
  list(options?: { readonly prefix?: string; readonly cursor?: string }): Promise<R2Objects>;
}

export interface R2Conditional {
  readonly etagMatches?: string;
  /** `*` matches whatever is there. */
  readonly etagDoesNotMatch?: string;
}

export interface R2Object {
  readonly key: string;
  /** Without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly uploaded: Date;
}

export interface R2ObjectBody extends R2Object {
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface R2Objects {
  readonly objects: readonly R2Object[];
  readonly truncated: boolean;
  readonly cursor?: string;
}

export interface R2StoreOptions {
  /** For people: the binding does not know it. */
  readonly name: string;
  /** Stands before every key, with a "/" between; absent: the bucket is ours alone. */
  readonly prefix?: string;
}

export function createR2Store(bucket: R2Bucket, { name, prefix: given }: R2StoreOptions): Store {
  const prefix = given ? `${given}/` : '';
  const location = `r2://${name}${given ? `/${given}` : ''}`;
  const attempt = async <T>(verb: string, key: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError(`${location}: ${verb} ${JSON.stringify(key)}: ${reason}`, { retryable: true });
    }
  };

  return {
    location,
    get: (key, unlessMatch) =>
      attempt('get', key, async () => readObject(await bucket.get(prefix + key, unless(unlessMatch)))),
    put: (key, bytes, condition) =>
      attempt('put', key, async () => {
        const written = await bucket.put(prefix + key, bytes, onlyIf(condition));
        return written ? { status: 'written', etag: written.etag } : { status: 'conflict' };
      }),
    delete: (key) => attempt('delete', key, () => bucket.delete(prefix + key)),
    async *list(keyPrefix) {
      let cursor: string | undefined;
      do {
        const options = { prefix: prefix + keyPrefix, ...(cursor !== undefined && { cursor }) };
        const page = await attempt('list', keyPrefix, () => bucket.list(options));
        for (const { key, etag, size, uploaded } of page.objects)
          yield { key: key.slice(prefix.length), etag, size, modified: uploaded.getTime() };
        cursor = page.truncated ? page.cursor : undefined;
      } while (cursor !== undefined);
    },
  };
}

async function readObject(object: R2Object | R2ObjectBody | null): Promise<GetResult> {
  if (!object) return { status: 'absent' };
  // Without a body, the condition did not hold.
  if (!('arrayBuffer' in object)) return { status: 'unchanged' };
  return { status: 'found', bytes: new Uint8Array(await object.arrayBuffer()), etag: object.etag };
}

/** The ETag of a header has quotes, and is one that this bucket never gave; it matches nothing then, and is no error. */
const unquoted = (etag: ETag): string => etag.replaceAll('"', '');

const unless = (etag: ETag | undefined) => (etag === undefined ? {} : { onlyIf: { etagDoesNotMatch: unquoted(etag) } });

function onlyIf(condition: WriteCondition | undefined) {
  if (!condition) return {};
  return { onlyIf: 'absent' in condition ? { etagDoesNotMatch: '*' } : { etagMatches: unquoted(condition.match) } };
}
