/** Which patches had to do with a resource: for people who look at what changes. */
import type { LinkedChange } from '../../3-link/gateway/envoy-patches.ts';
import type { LinkedGateway } from '../../3-link/graph.ts';
import type { PatchNote } from '../../5-pack/bundle.ts';
import { compare } from '../../compare.ts';
import { TYPE_URL_PREFIX } from '../../xds/index.ts';
import type { LoweredResource } from '../resource.ts';

/** The mark of a resource that was changed; none if there is no change. */
export const patchedBy = (changes: readonly LinkedChange[]): Pick<LoweredResource, 'patchedBy'> =>
  changes.length === 0 ? {} : { patchedBy: [...new Set(changes.map(({ source }) => source.key))].toSorted(compare) };

/** What each document changed or added, sorted. */
export function patchNotes(
  { source: gateway, patches }: LinkedGateway,
  resources: readonly LoweredResource[],
): readonly PatchNote[] {
  return patches.documents
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ key }) => ({
      name: key,
      resources: [
        ...(patches.changes.some(({ source, change }) => source.key === key && change.type === 'Bootstrap')
          ? [{ typeUrl: `${TYPE_URL_PREFIX}envoy.config.bootstrap.v3.Bootstrap`, name: gateway.key }]
          : []),
        ...resources
          .filter((resource) => resource.patchedBy?.includes(key))
          .map(({ type, name }) => ({ typeUrl: TYPE_URL_PREFIX + type, name }))
          .toSorted((a, b) => compare(a.typeUrl, b.typeUrl) || compare(a.name, b.name)),
      ],
    }));
}
