/** A store that counts what is moved through it. */
import type { Store } from '../../store/store.ts';

export interface Traffic {
  puts: number;
  bytesWritten: number;
  gets: number;
  bytesRead: number;
}

/** Calls that find nothing new count as calls, and move no bytes. */
export function countTraffic(store: Store): { readonly store: Store; readonly take: () => Traffic } {
  let traffic = none();
  return {
    store: {
      location: store.location,
      get: async (key, unlessMatch) => {
        const result = await store.get(key, unlessMatch);
        traffic.gets += 1;
        if (result.status === 'found') traffic.bytesRead += result.bytes.length;
        return result;
      },
      put: async (key, bytes, condition) => {
        const result = await store.put(key, bytes, condition);
        traffic.puts += 1;
        if (result.status === 'written') traffic.bytesWritten += bytes.length;
        return result;
      },
      delete: (key) => store.delete(key),
      list: (prefix) => store.list(prefix),
    },
    take: () => {
      const taken = traffic;
      traffic = none();
      return taken;
    },
  };
}

const none = (): Traffic => ({ puts: 0, bytesWritten: 0, gets: 0, bytesRead: 0 });
