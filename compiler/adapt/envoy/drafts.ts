/** The documents of listeners that are recognized. */
import type { Http } from '../../2-validate/generated/types.ts';
import { draft, type AnyDraft, type Written } from '../draft.ts';
import { adminOf } from './bootstrap.ts';
import type { EnvoyConfiguration } from './config.ts';
import type { HostPlan } from './hosts.ts';
import type { FilterPlan } from './http-filters.ts';
import type { ListenerPlan, Manager, TlsContext } from './listeners.ts';
import type { Secrets } from './secrets.ts';
import type { TcpPlan } from './tcp.ts';

export interface DraftPlace {
  readonly gateway: string;
  readonly namespace: string | undefined;
  readonly listenerOf: (plan: ListenerPlan) => string;
  readonly filtersOf: (host: HostPlan) => FilterPlan;
  readonly secrets: Secrets;
}

export function gatewayDraft(
  plans: readonly ListenerPlan[],
  { bootstraps }: EnvoyConfiguration,
  place: DraftPlace,
): AnyDraft {
  const managers = plans.flatMap(({ http }) => http.map(({ manager }) => manager));
  return draft(
    'Gateway',
    { name: place.gateway, namespace: place.namespace },
    {
      listeners: plans.length > 0 ? plans.map((plan) => listenerOf(plan, place)) : [UNUSED],
      ...(managers.length > 0 && { http: httpOf(managers) }),
      accessLog: [],
      ...adminOf(bootstraps),
    },
  );
}

const listenerOf = (plan: ListenerPlan, place: DraftPlace) => ({
  name: place.listenerOf(plan),
  ...plan.socket,
  protocol: plan.protocol,
});

/** A Gateway has a listener; this one has no routes, and so is never opened. */
const UNUSED = { name: 'unused', address: '127.0.0.1', port: 1, protocol: 'TCP' } as const;

/** What Envoy does if it is told nothing, where we would do something else; and what all listeners say alike. */
function httpOf(managers: readonly Manager[]): Written<Http> {
  const all = (holds: (manager: Manager) => boolean | undefined): boolean =>
    managers.every((manager) => holds(manager) === true);
  const action = (wanted: string) =>
    all((manager) => manager.common_http_protocol_options?.headers_with_underscores_action === wanted);
  const slashes = (wanted: string) => all((manager) => manager.path_with_escaped_slashes_action === wanted);
  return {
    headersWithUnderscores: action('REJECT_REQUEST') ? 'reject' : action('DROP_HEADER') ? 'drop' : 'allow',
    normalizePath: all(({ normalize_path }) => normalize_path),
    mergeSlashes: all(({ merge_slashes }) => merge_slashes),
    escapedSlashes: slashes('UNESCAPE_AND_REDIRECT')
      ? 'redirect'
      : slashes('REJECT_REQUEST')
        ? 'reject'
        : slashes('UNESCAPE_AND_FORWARD')
          ? 'unescape'
          : 'keep',
    requestTimeout: '0s',
    requestHeadersTimeout: '0s',
  };
}

/** @param named the rules that keep their names, as `host/rule` */
export function hostDraft(host: HostPlan, place: DraftPlace, named: ReadonlySet<string> | 'all'): AnyDraft {
  const filters = place.filtersOf(host);
  const { tls } = host.chain;
  return draft(
    'VirtualHost',
    { name: host.name, namespace: place.namespace },
    {
      gateways: [place.gateway],
      listeners: [place.listenerOf(host.listener)],
      hostnames: host.hostnames,
      ...(tls && { tls: { certificates: certificatesOf(tls, host.name, host.listener, place.secrets) } }),
      ...(filters.status === 'filters' && { filters: filters.filters }),
      routes: (host.rules ?? []).map(({ name, rule, route }) => ({
        ...((named === 'all' || route.name !== undefined || named.has(`${host.name}/${name}`)) && { name }),
        ...rule,
      })),
    },
  );
}

export const tcpDraft = ({ listener, chain, name, hostnames, upstreams }: TcpPlan, place: DraftPlace): AnyDraft =>
  draft(
    'TcpRoute',
    { name, namespace: place.namespace },
    {
      gateways: [place.gateway],
      listener: place.listenerOf(listener),
      ...(hostnames.length > 0 && { hostnames }),
      ...(chain.tls && { tls: { certificates: certificatesOf(chain.tls, name, listener, place.secrets) } }),
      upstreams,
      ...(chain.proxy.idle_timeout !== undefined && { idleTimeout: chain.proxy.idle_timeout }),
    },
  );

function certificatesOf(
  { common_tls_context: common = {} }: TlsContext,
  name: string,
  { found }: ListenerPlan,
  secrets: Secrets,
): readonly string[] {
  const { tls_certificates = [], tls_certificate_sds_secret_configs: sds = [] } = common;
  return [
    ...tls_certificates.map((certificate, index) =>
      secrets.certificate(certificate, index === 0 ? `${name}-tls` : `${name}-tls-${index}`, found.source),
    ),
    ...sds.map((config) => secrets.served(config, 'tls-certificate', found.source)),
  ];
}
