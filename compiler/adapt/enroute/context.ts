/** What all parts of the conversion share. */
import type { AnyDraft } from '../draft.ts';
import type { AdaptOptions } from '../adapter.ts';
import { createNames, toName, type TakeName } from '../names.ts';
import type { MakeRemark } from '../remark.ts';
import type { Kind } from '../../2-validate/model.ts';

export interface Conversion {
  readonly options: AdaptOptions;
  readonly remark: MakeRemark;
  /** Keeps a document. */
  readonly add: (draft: AnyDraft) => void;
  /** The namespace in which a document stands that comes from this one. */
  readonly namespaceOf: (namespace: string) => string;
  /** A name for a document that no other of its kind and namespace has. */
  readonly nameOf: (kind: Kind, namespace: string, wish: string) => string;
  /** How one document names another. */
  readonly reference: (from: string, to: string, name: string) => string;
}

export function createConversion(
  options: AdaptOptions,
  remark: MakeRemark,
): { readonly conversion: Conversion; readonly drafts: readonly AnyDraft[] } {
  const drafts: AnyDraft[] = [];
  const names = new Map<string, TakeName>();
  const namespaceOf = (namespace: string) => options.namespace ?? toName(namespace, 'default');
  return {
    drafts,
    conversion: {
      options,
      remark,
      add: (draft) => void drafts.push(draft),
      namespaceOf,
      nameOf: (kind, namespace, wish) => {
        const place = `${kind} ${namespaceOf(namespace)}`;
        const take = names.get(place) ?? createNames();
        names.set(place, take);
        return take(toName(wish));
      },
      reference: (from, to, name) => (namespaceOf(from) === namespaceOf(to) ? name : `${namespaceOf(to)}/${name}`),
    },
  };
}
