/** A bucket in memory: for tests, for one process, and as the plainest statement of the contract. */
import { digest } from '../compiler/hash.ts';
import type { ETag, ListedObject, Store, WriteCondition } from './store.ts';
import { compareKeys } from './compare-keys.ts';

interface Held {
  readonly bytes: Uint8Array;
  readonly etag: ETag;
  readonly modified: number;
}

interface Watcher {
  readonly prefix: string;
  readonly changed: () => void;
}

/** Opens an empty bucket of its own. Bytes are copied both ways. */
export function createMemoryStore(): Store {
  const objects = new Map<string, Held>();
  const watchers = new Set<Watcher>();

  const changed = (key: string) => {
    for (const watcher of watchers) if (key.startsWith(watcher.prefix)) queueMicrotask(watcher.changed);
  };

  return {
    location: 'memory:',

    async get(key, unlessMatch) {
      const held = objects.get(key);
      if (!held) return { status: 'absent' };
      if (held.etag === unlessMatch) return { status: 'unchanged' };
      return { status: 'found', bytes: held.bytes.slice(), etag: held.etag };
    },

    async put(key, bytes, condition) {
      if (condition && !holds(condition, objects.get(key))) return { status: 'conflict' };
      const etag = digest(bytes);
      objects.set(key, { bytes: bytes.slice(), etag, modified: Date.now() });
      changed(key);
      return { status: 'written', etag };
    },

    async delete(key) {
      if (objects.delete(key)) changed(key);
    },

    async *list(prefix) {
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(compareKeys);
      for (const key of keys) {
        const held = objects.get(key);
        if (held) yield listed(key, held);
      }
    },

    watch(prefix, callback, signal) {
      if (signal.aborted) return;
      const watcher = { prefix, changed: callback };
      watchers.add(watcher);
      signal.addEventListener('abort', () => watchers.delete(watcher), { once: true });
    },
  };
}

const holds = (condition: WriteCondition, held: Held | undefined): boolean =>
  'absent' in condition ? held === undefined : held?.etag === condition.match;

const listed = (key: string, { bytes, etag, modified }: Held): ListedObject => ({
  key,
  etag,
  size: bytes.length,
  modified,
});
