/** What of an import can be attached to a Gateway that is there already. */
import type { AnyDraft } from '../draft.ts';
import type { GatewayChoice } from '../adapter.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf, type Source } from '../source.ts';

/** Changes of what belongs to hosts and upstreams; all others are the Gateway's own matter. */
const OF_HOSTS: ReadonlySet<string> = new Set(['VirtualHost', 'Route', 'Cluster', 'ClusterLoadAssignment']);

/** Documents for a Gateway that somebody else has: its listeners are what they are. */
export function attached(
  drafts: readonly AnyDraft[],
  { name: gateway }: GatewayChoice,
  { root, remark }: { readonly root: Source; readonly remark: MakeRemark },
): readonly AnyDraft[] {
  const lost = (what: string, help: string) => remark('lost', placeOf(root), what, help);
  const taken = new Set<string>();
  const hosts = new Map<string, AnyDraft>();
  return drafts.flatMap((draft): readonly AnyDraft[] => {
    switch (draft.kind) {
      case 'Gateway':
        lost('the listeners, and what they set for HTTP, are not carried over', GATEWAY_HELP);
        return [];
      case 'TcpRoute':
        lost(`the TCP route "${draft.metadata.name}" is not carried over`, GATEWAY_HELP);
        return [];
      case 'VirtualHost': {
        const { listeners: _, hostnames = [], ...spec } = draft.spec;
        const free = hostnames.filter((hostname) => !taken.has(hostname));
        for (const hostname of free) taken.add(hostname);
        if (free.length > 0) {
          const host: AnyDraft = { ...draft, spec: { ...spec, hostnames: free, gateways: [gateway] } };
          hosts.set(draft.metadata.name, host);
          return [host];
        }
        lost(`the host "${draft.metadata.name}" is not carried over: another one has its host names`, GATEWAY_HELP);
        return [];
      }
      case 'EnvoyPatch':
        return attachedPatch(draft, gateway, { hosts, lost });
      default:
        return [draft];
    }
  });
}

const GATEWAY_HELP = 'import without --gateway, and see what the Gateway lacks';

function attachedPatch(
  draft: AnyDraft & { readonly kind: 'EnvoyPatch' },
  gateway: string,
  {
    hosts,
    lost,
  }: { readonly hosts: ReadonlyMap<string, AnyDraft>; readonly lost: (what: string, help: string) => void },
): readonly AnyDraft[] {
  const { patches = [], resources = [], ...spec } = draft.spec;
  const isNear = !gateway.includes('/');
  const ofHosts = patches.filter((patch) => !('virtualHost' in patch) || hosts.has(patch.virtualHost ?? ''));
  const used = JSON.stringify([[...hosts.values()], ofHosts]);
  const kept = ofHosts.filter(
    (patch) =>
      isNear &&
      OF_HOSTS.has(patch.type) &&
      (!('upstream' in patch) ||
        used.includes(`"upstream":"${patch.upstream}"`) ||
        used.includes(`{cluster:${patch.upstream}}`)),
  );
  if (resources.length > 0) lost("what is carried as Envoy's own is not carried over", GATEWAY_HELP);
  if (kept.length < patches.length)
    lost('what an EnvoyPatch says of listeners is not carried over', isNear ? GATEWAY_HELP : NAMESPACE_HELP);
  if (kept.length === 0) return [];
  const text = JSON.stringify(kept);
  // An import declares each Upstream under its own name.
  const named = Object.keys(spec.clusters ?? {}).filter((name) => text.includes(`{cluster:${name}}`));
  const clusters = Object.fromEntries(named.map((name) => [name, name]));
  const { secrets: _, clusters: __, ...rest } = spec;
  return [
    {
      ...draft,
      spec: { ...rest, gateway, patches: kept, ...(Object.keys(clusters).length > 0 && { clusters }) },
    },
  ];
}

const NAMESPACE_HELP = 'a patch stands in the namespace of its Gateway: import there';
