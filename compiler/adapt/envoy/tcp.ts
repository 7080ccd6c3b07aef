/** Filter chains that pass bytes on → TcpRoutes. */
import { isHostnamePattern } from '../../2-validate/formats/name.ts';
import { toName, type TakeName } from '../names.ts';
import type { ListenerPlan, TcpChain } from './listeners.ts';
import type { UpstreamOf } from './routes.ts';

export interface TcpPlan {
  readonly listener: ListenerPlan;
  readonly chain: TcpChain;
  /** Of the document. */
  readonly name: string;
  readonly hostnames: readonly string[];
  readonly upstreams: readonly { readonly upstream: string; readonly weight: number }[];
}

/** The routes of a listener, or why it has none that we have words for. */
export function planTcp(
  listener: ListenerPlan,
  { take, upstreamOf }: { readonly take: TakeName; readonly upstreamOf: UpstreamOf },
): readonly TcpPlan[] | string {
  const plans: TcpPlan[] = [];
  for (const chain of listener.tcp) {
    const hostnames = chain.chain.filter_chain_match?.server_names ?? [];
    const upstreams = upstreamsOf(chain, upstreamOf);
    if (!hostnames.every(isHostnamePattern)) return 'its server names are no host names';
    if (!upstreams) return 'it sends connections to clusters that are no Upstreams';
    const wish = hostnames[0] ?? chain.chain.name ?? listener.name;
    plans.push({ listener, chain, name: take(toName(wish, 'tcp')), hostnames, upstreams });
  }
  return plans;
}

function upstreamsOf({ proxy }: TcpChain, upstreamOf: UpstreamOf): TcpPlan['upstreams'] | undefined {
  const named =
    proxy.cluster === undefined ? (proxy.weighted_clusters?.clusters ?? []) : [{ name: proxy.cluster, weight: 1 }];
  const found = named.map(({ name = '', weight = 0 }) => {
    const upstream = upstreamOf(name);
    return upstream === undefined ? undefined : { upstream, weight };
  });
  const sound = found.filter((one) => one !== undefined);
  return sound.length === found.length && sound.length > 0 ? sound : undefined;
}
