/** What listeners, hosts and routes of a configuration say beyond the documents that were made of them, as changes. */
import type { EnvoyChange } from '../../2-validate/generated/types.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { isAnyOf, TYPE_URL_PREFIX, type JsonObject } from '../../xds/index.ts';
import { isJsonObject } from '../../4-lower/json-value.ts';
import { wholePath } from '../../4-lower/route/rewrite.ts';
import { PLAIN_PATH } from './match.ts';
import { listedRoutes } from '../../4-lower/route/listed-routes.ts';
import type { Base } from './base.ts';
import { asJson } from './base.ts';
import { difference, without, withoutDefaults } from './difference.ts';
import type { HostPlan } from './hosts.ts';
import type { FilterPlan } from './http-filters.ts';
import type { FilterChain, ListenerPlan, Manager } from './listeners.ts';
import type { EnvoyRoute } from './routes.ts';

/** As it is written in an EnvoyPatch. */
export type Change = { readonly type: EnvoyChange['type'] } & Readonly<Record<string, unknown>>;

export interface ResidueContext {
  readonly base: Base;
  /** `namespace/name` of a document. */
  readonly keyOf: (name: string) => string;
  /** Our name of a listener. */
  readonly listenerOf: (plan: ListenerPlan) => string;
  readonly filtersOf: (host: HostPlan) => FilterPlan;
}

const LISTENER = 'envoy.config.listener.v3.Listener';
const MANAGER = 'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';
const OF_OUR_OWN = ['name', 'address', 'filter_chains', 'listener_filters', 'per_connection_buffer_limit_bytes'];

/** Changes of a listener that serves HTTP, and of all that hangs from it. */
export function httpResidue(
  plan: ListenerPlan,
  hosts: readonly HostPlan[],
  context: ResidueContext,
): readonly Change[] {
  const listener = context.listenerOf(plan);
  const isHttps = plan.protocol === 'HTTPS';
  return [
    ...listenerResidue(plan, context),
    ...hosts
      .filter((_, index) => isHttps || index === 0)
      .flatMap((host) => {
        const which = isHttps ? { listener, virtualHost: host.name } : { listener };
        return [
          ...managerResidue(host, which, context),
          ...chainResidue(host, which, context),
          ...routesResidue(host, which, context),
        ];
      }),
    ...hosts.flatMap((host) => hostResidue(host, context)),
  ];
}

export function listenerResidue(
  { found, ...plan }: ListenerPlan,
  { base, listenerOf }: ResidueContext,
): readonly Change[] {
  const listener = listenerOf({ found, ...plan });
  const lowered = base.listener(listener);
  if (!lowered) return [];
  const ours = without(base.ours(LISTENER, lowered), OF_OUR_OWN);
  const theirs = without(base.theirs(LISTENER, found.message), OF_OUR_OWN.slice(0, 4));
  return changes({ type: 'Listener', listener }, difference(ours, theirs, 'leave'));
}

const changes = (change: Change, merge: JsonObject | undefined): readonly Change[] =>
  merge ? [{ ...change, merge }] : [];

/** The chain of a host of an HTTPS listener, or the only one. */
function loweredChain(
  { listener, name }: HostPlan,
  { base, keyOf, listenerOf }: ResidueContext,
): FilterChain | undefined {
  const chains = base.listener(listenerOf(listener))?.filter_chains ?? [];
  return listener.protocol === 'HTTPS' ? chains.find((chain) => chain.name === keyOf(name)) : chains[0];
}

/** What Envoy does as well if it is told nothing. */
const USUAL_MANAGER: JsonObject = {
  stream_idle_timeout: '300s',
  drain_timeout: '5s',
  request_timeout: '0s',
  request_headers_timeout: '0s',
  max_request_headers_kb: 60,
  normalize_path: false,
  path_with_escaped_slashes_action: 'KEEP_UNCHANGED',
  common_http_protocol_options: { idle_timeout: '3600s' },
};

function managerResidue(host: HostPlan, which: object, context: ResidueContext): readonly Change[] {
  const { base } = context;
  const config = loweredChain(host, context)?.filters?.[0]?.typed_config;
  if (!isAnyOf(MANAGER, config)) return [];
  const { manager } = host.chain;
  const theirs = without(base.theirs(MANAGER, manager), [
    '@type',
    'stat_prefix',
    'rds',
    'route_config',
    'http_filters',
  ]);
  const lowered = without(base.ours(MANAGER, withoutType(config)), ['stat_prefix', 'rds', 'http_filters']);
  // Limits of HTTP/2 for clients on the internet stay, unless the configuration has its own.
  const ours = Object.hasOwn(theirs, 'http2_protocol_options') ? lowered : without(lowered, ['http2_protocol_options']);
  const merge = difference(withoutDefaults(ours, theirs, USUAL_MANAGER), theirs, 'remove');
  const chain = context.filtersOf(host).status === 'chain' ? chainOf(manager, base) : {};
  const whole = { ...merge, ...chain };
  return changes({ type: 'HttpConnectionManager', ...which }, Object.keys(whole).length > 0 ? whole : undefined);
}

function withoutType(config: Manager & { readonly '@type': string }): Manager {
  const { '@type': _, ...manager } = config;
  return manager;
}

const chainOf = (manager: Manager, base: Base): JsonObject => {
  const { http_filters } = base.theirs(MANAGER, manager);
  return http_filters === undefined ? {} : { http_filters };
};

const CHAIN = 'envoy.config.listener.v3.FilterChain';
const USUAL_CHAIN: JsonObject = {
  transport_socket: {
    typed_config: {
      common_tls_context: {
        tls_params: { tls_minimum_protocol_version: 'TLSv1_2', tls_maximum_protocol_version: 'TLSv1_3' },
      },
    },
  },
};

function chainResidue(host: HostPlan, which: object, context: ResidueContext): readonly Change[] {
  const lowered = loweredChain(host, context);
  if (!lowered || !host.chain.tls) return [];
  return changes({ type: 'FilterChain', ...which }, chainDifference(lowered, host.chain.chain, context.base));
}

/** Certificates are a matter of Secrets; all else of a chain that ends TLS is compared. */
export function chainDifference(ours: FilterChain, theirs: FilterChain, base: Base): JsonObject | undefined {
  const [one, other] = [base.ours(CHAIN, ours), base.theirs(CHAIN, theirs)].map((chain) =>
    withoutCertificates(without(chain, ['name', 'filters'])),
  );
  if (!one || !other) return undefined;
  return difference(withoutDefaults(one, other, USUAL_CHAIN), other, 'remove');
}

/** The name of a transport socket has no meaning either. */
function withoutCertificates(value: JsonObject): JsonObject {
  const text = JSON.stringify(value, (key, child: unknown) =>
    key.startsWith('tls_certificate') || key === 'name' ? undefined : child,
  );
  const parsed: JsonObject = JSON.parse(text);
  return parsed;
}

const ROUTES = 'envoy.config.route.v3.RouteConfiguration';

function routesResidue(host: HostPlan, which: object, context: ResidueContext): readonly Change[] {
  const { base, listenerOf, keyOf } = context;
  const isHttps = host.listener.protocol === 'HTTPS';
  const listener = listenerOf(host.listener);
  const lowered = base.routes(isHttps ? `${listener}/${keyOf(host.name)}` : listener);
  if (!lowered) return [];
  const { routes } = host.chain;
  const takesAll = (routes.virtual_hosts ?? []).every(({ domains = [] }) => domains.includes('*'));
  const left = ['name', 'virtual_hosts', 'max_direct_response_body_size_bytes'];
  const ours = without(base.ours(ROUTES, lowered), [...left, ...(takesAll ? ['ignore_port_in_host_matching'] : [])]);
  const theirs = without(base.theirs(ROUTES, routes), left);
  return changes({ type: 'RouteConfiguration', ...which }, difference(ours, theirs, 'remove'));
}

const HOST = 'envoy.config.route.v3.VirtualHost';

function hostResidue(host: HostPlan, context: ResidueContext): readonly Change[] {
  const { base, keyOf, listenerOf, filtersOf } = context;
  const isHttps = host.listener.protocol === 'HTTPS';
  const listener = listenerOf(host.listener);
  const lowered = base
    .routes(isHttps ? `${listener}/${keyOf(host.name)}` : listener)
    ?.virtual_hosts?.find(({ name }) => name === keyOf(host.name));
  if (!lowered) return [];
  const own = host.rules ? ['name', 'routes', 'matcher'] : ['name'];
  const switches = filtersOf(host).status === 'filters' ? ['typed_per_filter_config'] : [];
  // Connections for another host are sent away, whatever domains a host of HTTPS has.
  const domains = isHttps || sameDomains(lowered.domains, host.host.domains) ? ['domains'] : [];
  const ours = without(base.ours(HOST, lowered), [...own, ...switches, ...domains]);
  const theirs = without(base.theirs(HOST, host.host), [...own, ...domains]);
  return [
    ...changes({ type: 'VirtualHost', virtualHost: host.name }, difference(ours, theirs, 'remove')),
    ...ruleResidue(host, listedRoutes(lowered), context),
  ];
}

const sameDomains = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  canonicalJson(a.toSorted()) === canonicalJson(b.map((domain) => domain.toLowerCase()).toSorted());

const ROUTE = 'envoy.config.route.v3.Route';
const USUAL_ROUTE: JsonObject = {
  route: { timeout: '15s', retry_policy: { num_retries: 1 } },
  response_headers_to_add: [
    { header: { key: 'content-type', value: 'text/plain' }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' },
  ],
};

function ruleResidue(
  host: HostPlan,
  lowered: readonly EnvoyRoute[],
  { base, keyOf }: ResidueContext,
): readonly Change[] {
  const byName = new Map(lowered.map((route) => [route.name, route]));
  return (host.rules ?? []).flatMap(({ name, route }) => {
    const found = byName.get(`${keyOf(host.name)}/${name}`);
    if (!found) return [];
    const theirs = asOurs(without(base.theirs(ROUTE, route), ['name']));
    const ours = withoutDefaults(without(base.ours(ROUTE, found), ['name']), theirs, USUAL_ROUTE);
    return changes({ type: 'Route', virtualHost: host.name, rule: name }, difference(ours, theirs, 'remove'));
  });
}

/** Two ways of saying the same of a redirect. */
function asOurs(route: JsonObject): JsonObject {
  const { redirect } = route;
  if (redirect === undefined || !isJsonObject(redirect)) return route;
  const { https_redirect: isSecure, path_redirect: path, ...rest } = redirect;
  const isPlain = typeof path === 'string' && PLAIN_PATH.test(path);
  return {
    ...route,
    redirect: {
      ...rest,
      ...(isSecure === true && { scheme_redirect: 'https' }),
      ...(isPlain && { regex_rewrite: asJson(wholePath(path)) }),
      ...(!isPlain && path !== undefined && { path_redirect: path }),
    },
  };
}

const PROXY = 'envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy';
const USUAL_PROXY: JsonObject = { idle_timeout: '3600s', max_connect_attempts: 1 };

/** The filter of a TCP chain as it was, if a TcpRoute says something else. */
export function tcpDifference(ours: FilterChain, theirs: FilterChain, base: Base): JsonObject | undefined {
  const [one, other] = [base.ours(CHAIN, ours), base.theirs(CHAIN, theirs)].map(({ filters }) => proxyOf(filters));
  const same = one && other && difference(withoutDefaults(one, other, USUAL_PROXY), other, 'remove') === undefined;
  const { filters } = base.theirs(CHAIN, theirs);
  return same || filters === undefined ? undefined : { filters };
}

function proxyOf(filters: JsonObject[string] | undefined): JsonObject | undefined {
  const [filter] = Array.isArray(filters) ? filters : [];
  const config = asJson(filter ?? {})['typed_config'];
  if (typeof config !== 'object' || config === null) return undefined;
  const proxy = asJson(config);
  return proxy['@type'] === TYPE_URL_PREFIX + PROXY ? without(proxy, ['stat_prefix']) : undefined;
}
