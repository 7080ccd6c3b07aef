/** Documents as a workspace keeps them: by what they are called, as they were written, with a name for their content. */
import type { Kind } from '../../compiler/2-validate/model.ts';
import { KINDS } from '../../compiler/2-validate/kinds.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { canonicalJson } from '../../compiler/canonical-json.ts';
import { textDigest } from '../../compiler/hash.ts';

export type DocumentValue = Readonly<Record<string, unknown>>;

/** What tells one document from all others of a workspace. */
export interface DocumentId {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
}

export interface StoredDocument {
  readonly id: DocumentId;
  /** The digest of the canonical JSON of the value: equal etags mean equal documents. */
  readonly etag: Digest;
  /** As it was written, without defaults. */
  readonly value: DocumentValue;
}

/** The namespace of documents that name none. */
export const DEFAULT_NAMESPACE = 'default';

/**
 * The key of a document in a tree. A space comes before all that names may have, so that keys are in the order of kind,
 * namespace and name.
 */
export const treeKeyOf = ({ kind, namespace, name }: DocumentId): string => `${kind} ${namespace} ${name}`;

/** @throws TypeError if the key is none, which is a fault of ours: trees are verified when they are read. */
export function idOfTreeKey(key: string): DocumentId {
  const [written, namespace, name] = key.split(' ');
  const kind = KINDS.find((known) => known === written);
  if (!kind || namespace === undefined || name === undefined) throw new TypeError(`"${key}" is no key of a document`);
  return { kind, namespace, name };
}

/** For people: `Route default/shop`. */
export const nameOfDocument = ({ kind, namespace, name }: DocumentId): string => `${kind} ${namespace}/${name}`;

/** What a document says that it is; nothing unless it has the name of a document of ours. */
export function idOfValue(value: unknown): DocumentId | undefined {
  if (!isObject(value) || !isObject(value['metadata'])) return undefined;
  const kind = KINDS.find((known) => known === value['kind']);
  const { name, namespace = DEFAULT_NAMESPACE } = value['metadata'];
  if (!kind || !isText(name, NAME) || !isText(namespace, NAMESPACE)) return undefined;
  return { kind, namespace, name };
}

/** As in schemas/common.schema.json. */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

export const isName = (text: string): boolean => NAME.test(text);
export const isNamespace = (text: string): boolean => NAMESPACE.test(text);

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value);

const isObject = (value: unknown): value is DocumentValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const etagOfDocument = (value: DocumentValue): Digest => textDigest(canonicalJson(value));
