/** Documents as an importer makes them: what people would write, before defaults are filled in. */
import { API_VERSION } from '../2-validate/kinds.ts';
import type { Kinds } from '../2-validate/generated/types.ts';
import type { Kind } from '../2-validate/model.ts';

/**
 * A type of the validated model with every field optional, at any depth. Which fields have a default is known to the
 * schemas and not to the types, so that a field which has to be there is missed by the compiler only; `type`, which
 * tells filters apart, is always there.
 */
export type Written<T> = T extends readonly (infer Item)[]
  ? readonly Written<Item>[]
  : T extends object
    ? { readonly [K in keyof T as K extends 'type' ? K : never]: T[K] } & {
        readonly [K in keyof T as K extends 'type' ? never : K]?: Written<T[K]> | undefined;
      }
    : T;

/** The `spec` of a kind, as it is written. */
export type WrittenSpec<K extends Kind> = Written<Kinds[K]['spec']>;

export interface DraftMetadata {
  readonly name: string;
  /** `default`, if left out. */
  readonly namespace?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

export interface Draft<K extends Kind = Kind> {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: K;
  readonly metadata: DraftMetadata;
  readonly spec: WrittenSpec<K>;
  /** Comments by the JSON pointer of what they stand above: `''` is the document, `/spec/dns` a field. One line or several. */
  readonly comments?: ReadonlyMap<string, string> | undefined;
}

/** A draft of whichever kind. */
export type AnyDraft = { readonly [K in Kind]: Draft<K> }[Kind];

export interface DraftOptions {
  readonly comments?: ReadonlyMap<string, string> | undefined;
}

/** A draft of one kind. */
export const draft = <K extends Kind>(
  kind: K,
  metadata: DraftMetadata,
  spec: WrittenSpec<K>,
  { comments }: DraftOptions = {},
): Draft<K> => ({ apiVersion: API_VERSION, kind, metadata, spec, ...(comments && { comments }) });
