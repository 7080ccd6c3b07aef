/** Shorthand for objects that hold text. */
import type { ListedObject, PutResult, Store } from '../../store/store.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function textAt(store: Store, key: string): Promise<string> {
  const found = await store.get(key);
  return found.status === 'found' ? new TextDecoder().decode(found.bytes) : found.status;
}

export async function all(listing: AsyncIterable<ListedObject>): Promise<ListedObject[]> {
  const objects: ListedObject[] = [];
  for await (const object of listing) objects.push(object);
  return objects;
}

export function etagOf(result: PutResult): string {
  if (result.status !== 'written') throw new Error('the put was refused');
  return result.etag;
}

/** Adds one to a number, however often others are faster. */
export async function increment(store: Store, key: string): Promise<void> {
  for (;;) {
    const found = await store.get(key);
    if (found.status !== 'found') throw new Error(`${key} is ${found.status}`);
    const next = Number(new TextDecoder().decode(found.bytes)) + 1;
    if ((await store.put(key, bytes(String(next)), { match: found.etag })).status === 'written') return;
  }
}
