/** What patched gateways remember from one compile to the next. */
import type { LinkedGateway } from '../../3-link/graph.ts';
import type { LoweredUpstream } from '../cluster/clusters.ts';
import { RouteMemo } from '../memo.ts';
import type { PatchesContext } from './patches.ts';

export interface PatchMemo {
  /** Contents of the patches and of all documents that they name: what is remembered is good for these only. */
  readonly contents: readonly object[];
  readonly routes: RouteMemo;
  readonly upstreams: WeakMap<LoweredUpstream, LoweredUpstream>;
}

/** The memo of a gateway, empty if any patch, or anything that patches name, is another than before. */
export function patchMemo({ source, patches }: LinkedGateway, { memo, resolve }: PatchesContext): PatchMemo {
  const contents = patches.documents.flatMap((document) => [
    document.value,
    ...document.references.map(({ kind, text }) => resolve(kind, document, text).value),
  ]);
  const before = memo.patched.get(source.key);
  if (before && isSame(before.contents, contents)) return before;
  const fresh: PatchMemo = { contents, routes: new RouteMemo(), upstreams: new WeakMap() };
  memo.patched.set(source.key, fresh);
  return fresh;
}

const isSame = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((content, index) => content === b[index]);
