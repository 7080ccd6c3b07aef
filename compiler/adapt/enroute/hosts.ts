/** Hosts → VirtualHosts, TcpRoutes, and Routes of those that routes are delegated to. */
import { canonicalJson } from '../../canonical-json.ts';
import { isHostnamePattern } from '../../2-validate/formats/name.ts';
import { draft, type WrittenSpec } from '../draft.ts';
import { placeOf } from '../source.ts';
import { delegatedHosts, type DelegatedRoutes } from './delegation.ts';
import type { EnrouteHost, EnrouteModel, EnrouteRoute, TcpForwarding } from './model.ts';
import { ruleOf, type RouteContext, type RouteRule } from './routes.ts';
import type { Secrets } from './secrets.ts';

export interface HostContext extends Omit<RouteContext, 'namespace'> {
  readonly model: EnrouteModel;
  readonly secrets: Secrets;
  /** How a document of the namespace names the Gateways of a host. */
  readonly gatewaysOf: (host: EnrouteHost) => readonly string[];
}

/** The listener for TLS; see `gateway.ts`. */
export const [HTTP, HTTPS] = ['http', 'https'];

export function addHost(host: EnrouteHost, context: HostContext): void {
  const { conversion } = context;
  const { remark } = conversion;
  const hostname = host.hostname ?? '*';
  if (!isHostnamePattern(hostname)) {
    remark('lost', placeOf(host.source), `${JSON.stringify(hostname)} is no host name, and the host is left out`);
    return;
  }
  if (host.tcp && host.tls) addTcpRoute(host, host.tcp, hostname, context);
  else addVirtualHost(host, hostname, context);
}

function addTcpRoute(host: EnrouteHost, tcp: TcpForwarding, hostname: string, context: HostContext): void {
  const { conversion, secrets, upstreams, model } = context;
  const { namespace, routes, tls } = host;
  if (routes.length > 0)
    conversion.remark('lost', placeOf(host.source), 'routes beside a tcpproxy are left out, as in Enroute');
  const services = tcp.delegate
    ? (model.hosts.find(({ name, namespace: space }) => name === tcp.delegate?.name && space === tcp.delegate.namespace)
        ?.tcp?.services ?? [])
    : tcp.services;
  if (services.length === 0) {
    conversion.remark('lost', placeOf(tcp.source), 'a tcpproxy without services is left out');
    return;
  }
  const name = conversion.nameOf('TcpRoute', namespace, host.name);
  const hasWeights = services.some(({ weight = 0 }) => weight > 0);
  conversion.add(
    draft(
      'TcpRoute',
      { name, namespace: conversion.namespaceOf(namespace) },
      {
        gateways: context.gatewaysOf(host),
        listener: HTTPS,
        ...(hostname !== '*' && { hostnames: [hostname] }),
        ...(tls?.secret !== undefined &&
          !tls.passthrough && {
            tls: { certificates: [secrets.reference(tls.secret, namespace, 'tls-certificate', tls.source)] },
          }),
        upstreams: services.map((service) => ({
          upstream: upstreams.reference(service, {}, namespace),
          weight: hasWeights ? (service.weight ?? 0) : 1,
        })),
        idleTimeout: '9001s',
      },
    ),
  );
}

function addVirtualHost(host: EnrouteHost, hostname: string, context: HostContext): void {
  const { conversion, filters, model } = context;
  const { namespace } = host;
  const name = conversion.nameOf('VirtualHost', namespace, host.name);
  const metadata = { name, namespace: conversion.namespaceOf(namespace) };
  const delegated = delegatedHosts(host, model, conversion.remark);
  const rules = rulesOf(host.routes, { ...context, namespace });
  // Where the Gateway is somebody else's, what applies to every host is attached to each.
  const everywhere = conversion.options.gateway.mode === 'attach' ? filters.everywhere(namespace) : [];
  const used = [...everywhere, ...filters.attach(host.filters, namespace, 'host')];
  const tls = tlsOf(host, context);
  const allowed = allowedRoutes(host, delegated, conversion);
  const shared = {
    gateways: context.gatewaysOf(host),
    hostnames: [hostname],
    ...(used.length > 0 && { filters: used }),
    ...(allowed.length > 0 && { allowedRoutes: allowed }),
  };
  const isOpen = host.routes.filter(({ delegate }) => !delegate).map(({ permitInsecure }) => permitInsecure);
  if (!tls || !isOpen.includes(true) || !isOpen.includes(false)) {
    const open = isOpen.length > 0 && isOpen.every(Boolean);
    conversion.add(
      draft('VirtualHost', metadata, {
        ...shared,
        ...(tls && { tls: { ...tls, ...(open && { plainText: 'serve' as const }) } }),
        ...(rules.length > 0 && { routes: rules.map(([, rule]) => rule) }),
      }),
    );
  } else addBothHosts(host, { ...shared, tls }, rules, context);
  for (const one of delegated) addDelegated(one, metadata, context);
}

/** Some routes are served in plain text too, and the others lead to TLS from there: that is a host for each listener. */
function addBothHosts(
  host: EnrouteHost,
  shared: WrittenSpec<'VirtualHost'>,
  rules: readonly (readonly [EnrouteRoute, RouteRule])[],
  { conversion }: HostContext,
): void {
  const { tls, ...plain } = shared;
  const namespace = conversion.namespaceOf(host.namespace);
  const secure = rules.map(([, rule]) => rule);
  const open = rules.map(([route, rule]): RouteRule =>
    route.permitInsecure
      ? rule
      : {
          ...(rule.name !== undefined && { name: rule.name }),
          ...(rule.match && { match: rule.match }),
          redirect: { scheme: 'https' },
        },
  );
  const name = (wish: string) => conversion.nameOf('VirtualHost', host.namespace, wish);
  conversion.add(
    draft(
      'VirtualHost',
      { name: name(`${host.name}-https`), namespace },
      { ...plain, listeners: [HTTPS], tls, routes: secure },
    ),
  );
  conversion.add(
    draft('VirtualHost', { name: name(`${host.name}-http`), namespace }, { ...plain, listeners: [HTTP], routes: open }),
  );
}

function rulesOf(
  routes: readonly EnrouteRoute[],
  context: RouteContext,
): readonly (readonly [EnrouteRoute, RouteRule])[] {
  const rules = new Map<string, readonly [EnrouteRoute, RouteRule]>();
  for (const route of routes) {
    const rule = route.delegate ? undefined : ruleOf(route, context);
    if (!rule) continue;
    const match = canonicalJson(rule.match);
    const before = rules.get(match);
    if (before) context.conversion.remark('lost', placeOf(before[0].source), SAME_MATCH);
    rules.set(match, [route, rule]);
  }
  return [...rules.values()];
}

const SAME_MATCH = 'another route has the same conditions: of such routes Enroute keeps the last';

function tlsOf(
  { tls, namespace }: EnrouteHost,
  { secrets, conversion }: HostContext,
): WrittenSpec<'VirtualHost'>['tls'] {
  if (tls?.secret === undefined) return undefined;
  if (tls.minimumVersion !== '1.3' && tls.minimumVersion !== '1.2')
    conversion.remark('approximated', placeOf(tls.source), OLD_TLS, OLD_TLS_HELP);
  return {
    certificates: [secrets.reference(tls.secret, namespace, 'tls-certificate', tls.source)],
    ...(tls.minimumVersion === '1.3' && { minimumVersion: '1.3' as const }),
  };
}

const OLD_TLS = 'clients need TLS 1.2 at least; Enroute lets them speak 1.1';
const OLD_TLS_HELP = 'for old clients set tls.minimumVersion';

function allowedRoutes(
  host: EnrouteHost,
  delegated: readonly DelegatedRoutes[],
  { namespaceOf }: HostContext['conversion'],
): NonNullable<WrittenSpec<'VirtualHost'>['allowedRoutes']> {
  const own = namespaceOf(host.namespace);
  const namespaces = new Set(delegated.map(({ namespace }) => namespaceOf(namespace)));
  return [...namespaces].every((namespace) => namespace === own) ? [] : [{ namespaces: [...namespaces].sort() }];
}

function addDelegated(
  { name, namespace, routes }: DelegatedRoutes,
  host: { readonly name: string; readonly namespace: string },
  context: HostContext,
): void {
  const { conversion } = context;
  const rules = rulesOf(routes, { ...context, namespace }).map(([, rule]) => rule);
  if (rules.length === 0) return;
  const own = conversion.namespaceOf(namespace);
  conversion.add(
    draft(
      'Route',
      { name: conversion.nameOf('Route', namespace, name), namespace: own },
      { virtualHosts: [own === host.namespace ? host.name : `${host.namespace}/${host.name}`], routes: rules },
    ),
  );
}
