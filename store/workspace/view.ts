/** The documents of a workspace as they are at one moment: they do not change while somebody looks. */
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { inParallel } from '../parallel.ts';
import { PARALLEL } from '../transfer.ts';
import type { RecordedCommit } from './commit.ts';
import { idOfTreeKey, treeKeyOf, type DocumentId, type StoredDocument } from './document.ts';
import type { WorkspaceObjects } from './objects.ts';
import type { LoadNode } from './tree/change.ts';
import { diffTrees } from './tree/diff.ts';
import { documentsIn, type LeafItem } from './tree/node.ts';
import { allItems, findItem, itemsAfter } from './tree/read.ts';

export interface WorkspaceView {
  /** The commit that is looked at; of documents that are not committed yet, the one that they would follow. */
  readonly commit: RecordedCommit | undefined;
  /** The root of the tree: equal trees have equal documents. */
  readonly tree: Digest;
  readonly load: LoadNode;
  readonly get: (id: DocumentId) => Promise<StoredDocument | undefined>;
  /** Documents by kind, namespace and name. */
  readonly scan: (range?: ScanRange) => AsyncGenerator<StoredDocument>;
  readonly all: () => Promise<readonly StoredDocument[]>;
  readonly count: () => Promise<number>;
  /** What one has to do to get from here to another view. */
  readonly differences: (to: WorkspaceView) => Promise<readonly DocumentDifference[]>;
}

/** Only documents of a kind, or of a kind in a namespace; only those after a document. */
export interface ScanRange {
  readonly kind?: Kind;
  readonly namespace?: string;
  readonly after?: DocumentId;
}

export interface DocumentDifference {
  readonly id: DocumentId;
  /** Absent if the document is added. */
  readonly before?: StoredDocument;
  /** Absent if the document is removed. */
  readonly after?: StoredDocument;
}

export function createView(
  objects: WorkspaceObjects,
  load: LoadNode,
  tree: Digest,
  commit: RecordedCommit | undefined,
): WorkspaceView {
  return {
    commit,
    tree,
    load,

    async get(id) {
      const item = await findItem(load, tree, treeKeyOf(id));
      return item && objects.document(item);
    },

    async *scan({ kind, namespace, after } = {}) {
      const prefix = kind === undefined ? '' : namespace === undefined ? `${kind} ` : `${kind} ${namespace} `;
      const start = after ? treeKeyOf(after) : prefix;
      for await (const item of itemsAfter(load, tree, start < prefix ? prefix : start)) {
        if (!item.key.startsWith(prefix)) return;
        if (kind === undefined && namespace !== undefined && idOfTreeKey(item.key).namespace !== namespace) continue;
        yield await objects.document(item);
      }
    },

    all: async () => inParallel(PARALLEL, await allItems(load, tree), objects.document),
    count: async () => documentsIn(await load(tree)),

    async differences(to) {
      const read = (item: LeafItem | undefined) => item && objects.document(item);
      // Nodes of the other view may not be written yet, while all of this one's are.
      const items = await diffTrees(to.load, tree, to.tree);
      return inParallel(PARALLEL, items, async ({ key, before, after }) => {
        const [was, is] = [await read(before), await read(after)];
        return { id: idOfTreeKey(key), ...(was && { before: was }), ...(is && { after: is }) };
      });
    },
  };
}
