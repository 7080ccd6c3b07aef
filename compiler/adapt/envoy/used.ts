/** Which clusters anything sends requests to. */
import type { MakeRemark } from '../remark.ts';
import { entries, placeOf } from '../source.ts';
import type { EnvoyConfiguration } from './config.ts';
import { textsIn } from './raw.ts';

/** Names of clusters that are named anywhere: by listeners, by routes, by the bootstrap, or by clusters that are. */
export function usedClusters(configuration: EnvoyConfiguration, remark: MakeRemark): ReadonlySet<string> {
  const { listeners, routes, clusters, bootstraps } = configuration;
  const used = new Set<string>();
  const visit = (name: string): void => {
    const cluster = clusters.get(name);
    if (!cluster || used.has(name)) return;
    used.add(name);
    // A cluster that consists of others names them.
    const { name: _, load_assignment: __, ...rest } = cluster.message;
    for (const text of textsIn(rest)) visit(text);
  };
  const messages = [...listeners, ...routes.values()].map(({ message }) => message);
  const settings = bootstraps.flatMap(entries).filter(([key]) => !NO_USE.has(key));
  for (const text of textsIn([messages, settings.map(([, { value }]) => value)])) visit(text);
  for (const [name, { source }] of clusters)
    if (!used.has(name))
      remark('lost', placeOf(source), `nothing sends requests to the cluster "${name}", and it is left out`);
  return used;
}

/** Where clusters are listed, and where they came from. */
const NO_USE = new Set(['static_resources', 'dynamic_resources', 'node']);
