/** A store around another one, in which a test can break things. */
import { StoreError, type GetResult, type Store } from '../../store/store.ts';

export type Operation = 'get' | 'put' | 'delete' | 'list';

/** Calls `before` ahead of each operation; what it throws, the operation throws. */
export function intercept(store: Store, before: (operation: Operation, key: string) => Promise<void> | void): Store {
  return {
    location: store.location,
    async get(key, unlessMatch) {
      await before('get', key);
      return store.get(key, unlessMatch);
    },
    async put(key, bytes, condition) {
      await before('put', key);
      return store.put(key, bytes, condition);
    },
    async delete(key) {
      await before('delete', key);
      return store.delete(key);
    },
    async *list(prefix) {
      await before('list', prefix);
      yield* store.list(prefix);
    },
  };
}

/** A store that carries out so many writes, and then is out of reach. */
export function failingAfter(store: Store, writes: number): Store {
  let left = writes;
  return intercept(store, (operation) => {
    if (operation === 'put' && left-- <= 0) throw new StoreError('the network is down', { retryable: true });
  });
}

/** Counts the writes to a store. */
export function counting(store: Store): { readonly store: Store; readonly puts: string[] } {
  const puts: string[] = [];
  const counted = intercept(store, (operation, key) => {
    if (operation === 'put') puts.push(key);
  });
  return { store: counted, puts };
}

/** A store that is read through a replica, which lags when a test says so: writes go to the store itself. */
export interface Replica {
  readonly store: Store;
  /** What these objects are now is what they are while the replica lags. */
  readonly remember: (...keys: readonly string[]) => Promise<void>;
  readonly lag: () => void;
  readonly catchUp: () => void;
}

export function replicaOf(store: Store): Replica {
  const old = new Map<string, GetResult>();
  let lags = false;
  return {
    store: {
      location: store.location,
      async get(key, unlessMatch) {
        const found = lags ? old.get(key) : undefined;
        if (!found) return store.get(key, unlessMatch);
        return found.status === 'found' && found.etag === unlessMatch ? { status: 'unchanged' } : found;
      },
      put: (key, bytes, condition) => store.put(key, bytes, condition),
      delete: (key) => store.delete(key),
      list: (prefix) => store.list(prefix),
    },
    async remember(...keys) {
      for (const key of keys) old.set(key, await store.get(key));
    },
    lag: () => void (lags = true),
    catchUp: () => void (lags = false),
  };
}
