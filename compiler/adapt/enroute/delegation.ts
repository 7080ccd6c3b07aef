/** Routes of a host that stand in other resources: GatewayHosts that routes are delegated to, and ServiceRoutes. */
import type { MakeRemark } from '../remark.ts';
import { placeOf } from '../source.ts';
import type { EnrouteHost, EnrouteModel, EnrouteRoute } from './model.ts';

export interface DelegatedRoutes {
  readonly name: string;
  readonly namespace: string;
  readonly routes: readonly EnrouteRoute[];
}

/** In the order in which they are named; a circle ends where it began. */
export function delegatedHosts(host: EnrouteHost, model: EnrouteModel, remark: MakeRemark): readonly DelegatedRoutes[] {
  const found: DelegatedRoutes[] = [];
  const visited = new Set([host]);
  const follow = ({ routes }: EnrouteHost): void => {
    for (const { delegate } of routes) {
      if (!delegate) continue;
      const child = model.hosts.find(
        ({ name, namespace }) => name === delegate.name && namespace === delegate.namespace,
      );
      if (!child || visited.has(child)) {
        const problem = child ? 'routes are delegated in a circle, which ends here' : 'there is no such GatewayHost';
        remark('lost', placeOf(delegate.source), problem);
        continue;
      }
      visited.add(child);
      found.push(child);
      follow(child);
    }
  };
  follow(host);
  const attached = model.attached.filter(({ hostname }) => hostname.toLowerCase() === host.hostname?.toLowerCase());
  return [...found, ...attached];
}

/** Remarks on what nobody leads to. */
export function remarkOrphans({ hosts, attached }: EnrouteModel, remark: MakeRemark): void {
  const isNamed = ({ name, namespace }: EnrouteHost) =>
    hosts.some(({ routes, tcp }) =>
      [...routes.map(({ delegate }) => delegate), tcp?.delegate].some(
        (delegate) => delegate?.name === name && delegate.namespace === namespace,
      ),
    );
  for (const host of hosts) {
    if (host.hostname === undefined && !isNamed(host))
      remark('lost', placeOf(host.source), 'a GatewayHost without a host that nobody delegates to is left out');
  }
  const known = new Set(hosts.map(({ hostname }) => hostname?.toLowerCase()));
  for (const route of attached) {
    if (!known.has(route.hostname.toLowerCase()))
      remark('lost', placeOf(route.source), `no GatewayHost has the host "${route.hostname}" of this ServiceRoute`);
  }
}
