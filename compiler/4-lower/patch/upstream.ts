/** Patches of clusters and of their endpoints. */
import type { LinkedChange } from '../../3-link/gateway/envoy-patches.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { nameCluster } from '../cluster/cluster.ts';
import type { LoweredUpstream } from '../cluster/clusters.ts';
import type { LoweredResource } from '../resource.ts';
import { patchedBy } from './marks.ts';
import type { ApplyChanges } from './patches.ts';
import { requirementsOf } from './requirements.ts';

export interface UpstreamPatches {
  readonly changes: readonly LinkedChange[];
  readonly apply: ApplyChanges;
  readonly report: Report;
  readonly known: WeakMap<LoweredUpstream, LoweredUpstream>;
  /** Keys of the upstreams that are being patched. */
  readonly pending: Set<string>;
}

/** What an upstream becomes on a gateway. The name of a cluster has a hash of its settings, patched ones as well. */
export function patchUpstream(lowered: LoweredUpstream, patches: UpstreamPatches): LoweredUpstream {
  const { changes, known, pending, report } = patches;
  const { key } = lowered.upstream;
  const [first, ...others] = changes.filter(({ upstream }) => upstream?.key === key);
  const before = known.get(lowered);
  if (!first || before) return before ?? lowered;
  if (pending.has(key)) {
    report('patch-cycle', at(first.source.document, first.pointer), { upstream: key });
    return lowered;
  }
  pending.add(key);
  const resources = lowered.resources.map((resource) => patchResource(resource, [first, ...others], patches));
  pending.delete(key);
  const cluster = resources.find(({ type }) => type === 'envoy.config.cluster.v3.Cluster')?.name ?? lowered.cluster;
  const made = { ...lowered, cluster, resources };
  known.set(lowered, made);
  return made;
}

function patchResource(
  resource: LoweredResource,
  changes: readonly LinkedChange[],
  { apply }: UpstreamPatches,
): LoweredResource {
  const ofType = changes.filter(({ change }) => resource.type.endsWith(`.${change.type}`));
  if (ofType.length === 0) return resource;
  switch (resource.type) {
    case 'envoy.config.cluster.v3.Cluster': {
      const { name: _, ...settings } = apply(resource.type, resource.message, ofType);
      const message = { name: nameCluster(resource.origin.key, settings), ...settings };
      return { ...resource, name: message.name, message, ...requiring(resource, message), ...patchedBy(ofType) };
    }
    case 'envoy.config.endpoint.v3.ClusterLoadAssignment':
      return { ...resource, message: apply(resource.type, resource.message, ofType), ...patchedBy(ofType) };
    default:
      return resource;
  }
}

/** Endpoints that relays discover are required as well, so that what was there stays. */
function requiring({ requires }: LoweredResource, message: object): Pick<LoweredResource, 'requires'> {
  const known = new Set(requires.map(({ typeUrl, name }) => `${typeUrl} ${name}`));
  return {
    requires: [...requires, ...requirementsOf(message).filter(({ typeUrl, name }) => !known.has(`${typeUrl} ${name}`))],
  };
}
