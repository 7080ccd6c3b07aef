/**
 * The tree of a commit's documents: a B-tree whose shape depends on nothing but the keys in it.
 *
 * Whether a node ends after a key is decided by the hash of that key, with chance 1 in 32. So the same documents make the
 * same tree whatever happened before, a change of a document writes one node of each level anew, and one that comes or goes
 * splits or joins its neighbours only. (Known as a prolly tree or Merkle search tree.)
 *
 * Small documents lie in the leaves, as reading a thousand documents one by one takes long on S3.
 */
import type { Digest } from '../../../compiler/5-pack/bundle.ts';
import { canonicalBytes, canonicalJson } from '../../../compiler/canonical-json.ts';
import { digest, textDigest } from '../../../compiler/hash.ts';
import type { DocumentValue } from '../document.ts';

export type TreeNode = Leaf | Inner;

export interface Leaf {
  readonly level: 0;
  /** By key. */
  readonly items: readonly LeafItem[];
}

export interface Inner {
  readonly level: number;
  /** By key; never empty. */
  readonly items: readonly InnerItem[];
}

export interface LeafItem {
  readonly key: string;
  readonly etag: Digest;
  /** Absent if the document is too large, and an object of its own. */
  readonly document?: DocumentValue;
}

export interface InnerItem {
  /** The last key below. */
  readonly key: string;
  readonly node: Digest;
  /** How many documents are below. */
  readonly documents: number;
}

export type Item = LeafItem | InnerItem;

/** Larger documents, in bytes of their canonical JSON, are objects of their own. */
const LARGEST_INSIDE = 4_096;
const ITEMS_PER_NODE = 32;

export function leafItem(key: string, value: DocumentValue): LeafItem {
  const text = canonicalJson(value);
  const etag = textDigest(text);
  return text.length > LARGEST_INSIDE ? { key, etag } : { key, etag, document: value };
}

/** Whether a node of this level ends after this key. */
export const isBoundary = (level: number, key: string): boolean =>
  Number.parseInt(textDigest(`${level} ${key}`).slice(0, 8), 16) % ITEMS_PER_NODE === 0;

/** A node with its name, and its bytes as they are stored. */
export interface MadeNode {
  readonly digest: Digest;
  readonly node: TreeNode;
  readonly bytes: Uint8Array;
}

export function makeNode(level: number, items: readonly Item[]): MadeNode {
  // Items of a level are of one kind; TypeScript cannot tell that from the number.
  const node = { level, items } as TreeNode;
  const bytes = canonicalBytes(node);
  return { digest: digest(bytes), node, bytes };
}

export const EMPTY_TREE: MadeNode = makeNode(0, []);

export const isLeaf = (node: TreeNode): node is Leaf => node.level === 0;

export const documentsIn = (node: TreeNode): number =>
  isLeaf(node) ? node.items.length : node.items.reduce((sum, { documents }) => sum + documents, 0);

export const lastKey = ({ items }: TreeNode): string => items.at(-1)?.key ?? '';

/** The node in some bytes, if they are one; bytes whose digest is right were written by {@link makeNode}. */
export function parseNode(bytes: Uint8Array): TreeNode | undefined {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof value !== 'object' || value === null || !('level' in value) || !('items' in value)) return undefined;
  if (!Number.isSafeInteger(value.level) || !Array.isArray(value.items)) return undefined;
  return value as TreeNode;
}
