/** Reads the immutable objects of workspaces, and keeps those that were read last. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { digest } from '../../compiler/hash.ts';
import { commitKey, documentKey, treeKey } from '../keys.ts';
import { StoreError, type Store } from '../store.ts';
import { parseCommit, type RecordedCommit } from './commit.ts';
import { idOfTreeKey, type DocumentValue, type StoredDocument } from './document.ts';
import { parseObject } from './read-json.ts';
import { EMPTY_TREE, leafItem, parseNode, type LeafItem, type TreeNode } from './tree/node.ts';

export interface WorkspaceObjects {
  /** @throws StoreError if it is missing or broken. */
  readonly node: (digest: Digest) => Promise<TreeNode>;
  /** The document of an item; the same object for the same item. @throws StoreError if it is missing or broken. */
  readonly document: (item: LeafItem) => Promise<StoredDocument>;
  /** Nothing if it has been collected. @throws StoreError if it is broken. */
  readonly commit: (digest: Digest) => Promise<RecordedCommit | undefined>;
  /** Makes an item, whose document is known though it may not be written yet. */
  readonly adopt: (key: string, value: DocumentValue) => LeafItem;
  /** Takes a node that has just been written. */
  readonly remember: (digest: Digest, node: TreeNode, bytes: number) => void;
}

/** How much text of nodes is kept, in bytes: some ten thousand documents. */
const CACHE_BYTES = 32 * 1024 * 1024;

export function createWorkspaceObjects(store: Store, cacheBytes = CACHE_BYTES): WorkspaceObjects {
  const nodes = createCache<TreeNode>(cacheBytes);
  const commits = createCache<RecordedCommit>(cacheBytes / 32);
  const documents = new WeakMap<LeafItem, StoredDocument>();

  return {
    async node(name) {
      const known = name === EMPTY_TREE.digest ? EMPTY_TREE.node : nodes.get(name);
      if (known) return known;
      const bytes = await readWhole(store, treeKey(name), name);
      const node = parseNode(bytes);
      if (!node) throw broken(store, treeKey(name), 'it is no part of a tree');
      nodes.put(name, node, bytes.length);
      return node;
    },

    async document(item) {
      const known = documents.get(item);
      if (known) return known;
      const value = item.document ?? parseObject(await readWhole(store, documentKey(item.etag), item.etag));
      const document = { id: idOfTreeKey(item.key), etag: item.etag, value };
      documents.set(item, document);
      return document;
    },

    async commit(name) {
      const known = commits.get(name);
      if (known) return known;
      const found = await store.get(commitKey(name));
      if (found.status !== 'found') return undefined;
      const commit = digest(found.bytes) === name ? parseCommit(found.bytes) : undefined;
      if (!commit) throw broken(store, commitKey(name), 'it is no commit of this name');
      const recorded = { ...commit, digest: name };
      commits.put(name, recorded, found.bytes.length);
      return recorded;
    },

    adopt(key, value) {
      const item = leafItem(key, value);
      documents.set(item, { id: idOfTreeKey(key), etag: item.etag, value });
      return item;
    },

    remember: (name, node, bytes) => nodes.put(name, node, bytes),
  };
}

async function readWhole(store: Store, key: string, name: Digest): Promise<Uint8Array> {
  const found = await store.get(key);
  if (found.status !== 'found') throw broken(store, key, 'it is missing');
  if (digest(found.bytes) !== name) throw broken(store, key, 'its content is not what its name says');
  return found.bytes;
}

const broken = (store: Store, key: string, reason: string): StoreError =>
  new StoreError(`${store.location}: ${key} is broken: ${reason}`, { retryable: false });

interface Cache<T> {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T, size: number) => void;
}

/** What was used last stays; a `Map` keeps the order. */
function createCache<T>(most: number): Cache<T> {
  const held = new Map<string, { readonly value: T; readonly size: number }>();
  let total = 0;
  return {
    get(key) {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    put(key, value, size) {
      total += size - (held.get(key)?.size ?? 0);
      held.delete(key);
      held.set(key, { value, size });
      for (const [oldest, { size: freed }] of held) {
        if (total <= most || oldest === key) return;
        held.delete(oldest);
        total -= freed;
      }
    },
  };
}
