/** Patches of a listener and of what hangs from it. */
import { selectedRoutes, selectsOn, type LinkedChange } from '../../3-link/gateway/envoy-patches.ts';
import type { LinkedListener } from '../../3-link/graph.ts';
import { TYPE_URL_PREFIX, type Messages } from '../../xds/index.ts';
import type { LoweredResource } from '../resource.ts';
import { patchedBy } from './marks.ts';
import type { ApplyChanges } from './patches.ts';
import { requirementsOf } from './requirements.ts';

type Listener = Messages['envoy.config.listener.v3.Listener'];
type FilterChain = Messages['envoy.config.listener.v3.FilterChain'];
type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];
type VirtualHost = Messages['envoy.config.route.v3.VirtualHost'];

export interface ListenerPatches {
  readonly changes: readonly LinkedChange[];
  readonly apply: ApplyChanges;
}

export function patchListener(
  linked: LinkedListener,
  resources: readonly LoweredResource[],
  { changes, apply }: ListenerPatches,
): readonly LoweredResource[] {
  const here = changes.filter((change) => selectsOn(change, linked));
  const routes = changes.filter((change) => selectedRoutes(change, linked).length > 0);
  if (here.length === 0 && routes.length === 0) return resources;
  return resources.map((resource) => {
    switch (resource.type) {
      case 'envoy.config.listener.v3.Listener': {
        const log = loggingApply(apply);
        const message = patchMessage(resource.message, here, log.apply);
        return log.used.size === 0
          ? resource
          : { ...resource, message, requires: requiring(resource, message), ...patchedBy([...log.used]) };
      }
      case 'envoy.config.route.v3.RouteConfiguration': {
        const log = loggingApply(apply);
        const message = patchRoutes(resource, here, log.apply);
        const used = [...log.used, ...routes.filter((change) => servesAny(change, linked, resource))];
        return used.length === 0 ? resource : { ...resource, message, ...patchedBy(used) };
      }
      case 'envoy.config.route.v3.VirtualHost': {
        const { kind, key } = resource.origin;
        if (kind !== 'VirtualHost') return resource;
        const log = loggingApply(apply);
        const ofHost = ofType(here, 'VirtualHost').filter(({ virtualHost }) => virtualHost === key);
        const message = log.apply('envoy.config.route.v3.VirtualHost', resource.message, ofHost);
        const used = [...log.used, ...routes.filter((change) => servesAny(change, linked, resource))];
        return used.length === 0 ? resource : { ...resource, message, ...patchedBy(used) };
      }
      default:
        return resource;
    }
  });
}

/** Applies changes, and remembers which. */
function loggingApply(apply: ApplyChanges): { readonly apply: ApplyChanges; readonly used: ReadonlySet<LinkedChange> } {
  const used = new Set<LinkedChange>();
  return {
    used,
    apply: (type, message, changes) => {
      for (const change of changes) used.add(change);
      return changes.length === 0 ? message : apply(type, message, changes);
    },
  };
}

const ofType = (changes: readonly LinkedChange[], type: LinkedChange['change']['type']) =>
  changes.filter(({ change }) => change.type === type);

function patchMessage(listener: Listener, changes: readonly LinkedChange[], apply: ApplyChanges): Listener {
  const { filter_chains, default_filter_chain } = listener;
  const whole: Listener = {
    ...listener,
    ...(filter_chains && { filter_chains: filter_chains.map((chain) => patchChain(chain, changes, apply)) }),
    ...(default_filter_chain && { default_filter_chain: patchChain(default_filter_chain, changes, apply) }),
  };
  return apply('envoy.config.listener.v3.Listener', whole, ofType(changes, 'Listener'));
}

/** Filter chains have the names of the hosts and routes that they are for. */
function patchChain(chain: FilterChain, changes: readonly LinkedChange[], apply: ApplyChanges): FilterChain {
  const here = changes.filter(({ virtualHost, tcpRoute }) => {
    const wanted = virtualHost ?? tcpRoute;
    return wanted === undefined || wanted === chain.name;
  });
  const managers = ofType(here, 'HttpConnectionManager');
  const filters =
    managers.length === 0 ? chain.filters : chain.filters?.map((filter) => patchFilter(filter, managers, apply));
  const whole = filters === chain.filters || !filters ? chain : { ...chain, filters };
  return apply('envoy.config.listener.v3.FilterChain', whole, ofType(here, 'FilterChain'));
}

const MANAGER = 'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';
type Manager = Messages[typeof MANAGER];

function patchFilter(
  filter: Messages['envoy.config.listener.v3.Filter'],
  changes: readonly LinkedChange[],
  apply: ApplyChanges,
): Messages['envoy.config.listener.v3.Filter'] {
  const { typed_config: config } = filter;
  if (config?.['@type'] !== TYPE_URL_PREFIX + MANAGER) return filter;
  const { '@type': type, ...manager } = config;
  // Its type says what it is.
  return { ...filter, typed_config: { '@type': type, ...apply(MANAGER, manager as Manager, changes) } };
}

/** A route configuration of one host comes from its document, others from the Gateway. */
function patchRoutes(
  { message, origin }: LoweredResource & { readonly message: RouteConfiguration },
  changes: readonly LinkedChange[],
  apply: ApplyChanges,
): RouteConfiguration {
  const ofHosts = ofType(changes, 'VirtualHost');
  const hosts =
    ofHosts.length === 0
      ? message.virtual_hosts
      : message.virtual_hosts?.map((host) => patchHost(host, ofHosts, apply));
  const whole = hosts === message.virtual_hosts || !hosts ? message : { ...message, virtual_hosts: hosts };
  const ofConfiguration = ofType(changes, 'RouteConfiguration').filter(
    ({ virtualHost }) => virtualHost === undefined || (origin.kind === 'VirtualHost' && origin.key === virtualHost),
  );
  return apply('envoy.config.route.v3.RouteConfiguration', whole, ofConfiguration);
}

const patchHost = (host: VirtualHost, changes: readonly LinkedChange[], apply: ApplyChanges): VirtualHost =>
  apply(
    'envoy.config.route.v3.VirtualHost',
    host,
    changes.filter(({ virtualHost }) => virtualHost === host.name),
  );

/** Whether a route that a change selects is in a resource, and not only a redirect in its place. */
function servesAny(change: LinkedChange, linked: LinkedListener, resource: LoweredResource): boolean {
  const { listener, virtualHosts } = linked;
  if (listener.redirectToHttps || isWithoutHosts(resource)) return false;
  const { kind, key } = resource.origin;
  const hosts = virtualHosts.filter(
    ({ source, tls }) =>
      (kind === 'VirtualHost' ? source.key === key : true) &&
      (listener.protocol === 'HTTPS' || (tls?.plainText ?? 'serve') === 'serve'),
  );
  return selectedRoutes(change, { ...linked, virtualHosts: hosts }).length > 0;
}

/** A route configuration whose hosts are resources of their own. */
const isWithoutHosts = (resource: LoweredResource): boolean =>
  resource.type === 'envoy.config.route.v3.RouteConfiguration' && resource.message.vhds !== undefined;

function requiring({ requires }: LoweredResource, message: Listener): LoweredResource['requires'] {
  const known = new Set(requires.map(({ typeUrl, name }) => `${typeUrl} ${name}`));
  return [...requires, ...requirementsOf(message).filter(({ typeUrl, name }) => !known.has(`${typeUrl} ${name}`))];
}
