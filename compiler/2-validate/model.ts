/** What validation gives: documents that match their schemas, defaults filled in, references found. */
import type { Document } from '../1-parse/document.ts';
import type { Kinds } from './generated/types.ts';

export type Kind = keyof Kinds;

/** A place in a document that names another document. */
export interface FoundReference {
  readonly kind: Kind;
  /** As written: `name` or `namespace/name`. */
  readonly text: string;
  /** `namespace/name`. */
  readonly key: string;
  readonly pointer: string;
}

/** A document that matches its schema. */
export interface Valid<K extends Kind = Kind> {
  readonly kind: K;
  readonly namespace: string;
  readonly name: string;
  /** `namespace/name`, unique among its kind. */
  readonly key: string;
  readonly document: Document;
  /** The document's content with its defaults. The same object as long as the document's value is the same object. */
  readonly value: Kinds[K];
  readonly references: readonly FoundReference[];
}

/** `namespace/name` of what a reference in a document of that namespace names. */
export const keyOf = (reference: string, namespace: string): string =>
  reference.includes('/') ? reference : `${namespace}/${reference}`;

/**
 * What a document that is not valid declares, as far as that can be told: a kind without a key stands for every document
 * of the kind, a key without a kind for one of every kind, and nothing at all for any document.
 */
export interface Declared {
  readonly kind?: Kind;
  readonly key?: string;
}

/** All valid documents, by kind, sorted by key. */
export type Documents = { readonly [K in Kind]: readonly Valid<K>[] };

export interface Model {
  readonly documents: Documents;
  /** Documents that are there but left out; to name one of them is no mistake. */
  readonly broken: readonly Declared[];
}
