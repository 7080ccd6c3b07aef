/** Virtual hosts of listeners → what VirtualHost documents hold, route by route. */
import { pathKey } from '../../4-lower/route/path-key.ts';
import { isHostnamePattern } from '../../2-validate/formats/name.ts';
import type { Messages } from '../../xds/index.ts';
import { createNames, toName, type TakeName } from '../names.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf } from '../source.ts';
import type { HttpChain, ListenerPlan } from './listeners.ts';
import { orderOf } from './order.ts';
import { toRule, type EnvoyRoute, type Rule, type UpstreamOf } from './routes.ts';

export type EnvoyHost = Messages['envoy.config.route.v3.VirtualHost'];

export interface PlannedRule {
  readonly name: string;
  readonly rule: Rule;
  readonly route: EnvoyRoute;
}

export interface HostPlan {
  readonly listener: ListenerPlan;
  readonly chain: HttpChain;
  readonly host: EnvoyHost;
  /** Of the document. */
  readonly name: string;
  readonly hostnames: readonly string[];
  /** Absent: the routes are carried as they are, since sorting them, or our words, would change what they do. */
  readonly rules?: readonly PlannedRule[];
}

export interface HostContext {
  readonly take: TakeName;
  readonly upstreamOf: UpstreamOf;
  readonly remark: MakeRemark;
}

/** The hosts of a listener, or why they cannot be told apart as we do. */
export function planHosts(listener: ListenerPlan, context: HostContext): readonly HostPlan[] | string {
  const plans: HostPlan[] = [];
  const seen = new Set<string>();
  for (const chain of listener.http) {
    const hosts = chain.routes.virtual_hosts ?? [];
    if (chain.tls && hosts.length !== 1) return 'several virtual hosts share a certificate';
    for (const host of hosts) {
      const hostnames = chain.tls ? serverNames(chain) : hostnamesOf(host);
      if (!hostnames) return `the virtual host "${host.name}" has domains that are no host names`;
      if (hostnames.some((hostname) => seen.has(hostname))) return 'virtual hosts differ in nothing but ports';
      for (const hostname of hostnames) seen.add(hostname);
      plans.push(planHost({ listener, chain, host, hostnames }, context));
    }
  }
  return plans.length > 0 ? plans : 'it has no virtual host';
}

const serverNames = ({ chain }: HttpChain): readonly string[] | undefined => {
  const names = chain.filter_chain_match?.server_names ?? [];
  return names.every(isHostnamePattern) ? (names.length > 0 ? names : ['*']) : undefined;
};

/** Domains without their ports. */
function hostnamesOf({ domains = [] }: EnvoyHost): readonly string[] | undefined {
  const names = new Set(domains.map((domain) => domain.replace(/:(\*|\d+)$/, '').toLowerCase()));
  return [...names].every(isHostnamePattern) ? [...names] : undefined;
}

function planHost(place: Omit<HostPlan, 'name' | 'rules'>, { take, upstreamOf, remark }: HostContext): HostPlan {
  const { host, listener, hostnames } = place;
  const name = take(toName(host.name), toName(`${host.name}-${listener.name}`));
  const rules = host.matcher ? undefined : (host.routes ?? []).map((route) => toRule(route, upstreamOf));
  const at = placeOf(listener.found.source);
  const raw = (why: string): HostPlan => {
    remark(
      'approximated',
      at,
      `the routes of the virtual host "${host.name}" are carried as Envoy's own: ${why}`,
      RAW_HELP,
    );
    return { ...place, name };
  };
  if (!rules) return raw('they are found by a matcher');
  const sound = rules.filter((rule) => rule !== undefined);
  if (sound.length < rules.length) return raw('one of them does what a route here has no words for');
  const routes = host.routes ?? [];
  const { dead, isKept } = orderOf(
    sound.map(({ match }, index) => ({
      match,
      isPlain: routes[index]?.match.path_separated_prefix === undefined,
      beginning: beginningOf(routes[index]),
    })),
  );
  if (!isKept) return raw('they stand in an order that sorting would change');
  if (dead.size > 0)
    remark(
      'approximated',
      at,
      `${dead.size} routes of "${hostnames.join(', ')}" are left out: an earlier one takes all of their requests`,
    );
  const takeRule = createNames();
  const planned = sound.flatMap((rule, index): PlannedRule[] => {
    const route = routes[index];
    return dead.has(index) || !route ? [] : [{ name: takeRule(ruleName(route, rule)), rule, route }];
  });
  return { ...place, name, rules: planned };
}

const beginningOf = (route: EnvoyRoute | undefined): string => (route ? pathKey(route) : '');

const RAW_HELP = 'they stand in an EnvoyPatch; write them as routes where the order that we sort by is as good';

const ruleName = ({ name }: EnvoyRoute, { match }: Rule): string =>
  toName(name ?? match.path?.exact ?? match.path?.prefix ?? match.path?.template ?? match.path?.regex ?? '', 'root');
