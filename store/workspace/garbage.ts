/** What has to stay of workspaces when garbage is collected. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { commitKey, documentKey, treeKey, workspaceOfHead, WORKSPACES } from '../keys.ts';
import { StoreError, type Store } from '../store.ts';
import { createWorkspaceObjects, type WorkspaceObjects } from './objects.ts';
import { readWorkspaceHead } from './head.ts';
import { isLeaf } from './tree/node.ts';

/**
 * Adds the keys that the newest commits of all workspaces need.
 * @param keep how many commits of each workspace stay, at least one
 * @throws StoreError if something that has to stay is missing or broken, so that it cannot be known what it needs.
 */
export async function addWorkspaceKeys(store: Store, keep: number, keys: Set<string>): Promise<void> {
  const objects = createWorkspaceObjects(store);
  for await (const { key } of store.list(WORKSPACES)) {
    const workspace = workspaceOfHead(key);
    const held = workspace === undefined ? undefined : await readWorkspaceHead(store, workspace);
    if (held) await addCommits(store, objects, held.head.commit, Math.max(1, keep), keys);
  }
}

async function addCommits(
  store: Store,
  objects: WorkspaceObjects,
  newest: Digest,
  keep: number,
  keys: Set<string>,
): Promise<void> {
  let next: Digest | null = newest;
  for (let left = keep; next !== null && left > 0; left--) {
    const commit: Awaited<ReturnType<WorkspaceObjects['commit']>> = await objects.commit(next);
    if (!commit && next === newest) {
      const reason = `it cannot be known what is garbage: commit ${newest} is missing`;
      throw new StoreError(`${store.location}: ${reason}`, { retryable: false });
    }
    if (!commit) return; // Collected before.
    keys.add(commitKey(next));
    await addTree(objects, commit.tree, keys);
    next = commit.parent;
  }
}

/** What commits share is looked at once. */
async function addTree(objects: WorkspaceObjects, root: Digest, keys: Set<string>): Promise<void> {
  if (keys.has(treeKey(root))) return;
  keys.add(treeKey(root));
  const node = await objects.node(root);
  if (!isLeaf(node)) {
    for (const item of node.items) await addTree(objects, item.node, keys);
    return;
  }
  for (const { etag, document } of node.items) if (!document) keys.add(documentKey(etag));
}
