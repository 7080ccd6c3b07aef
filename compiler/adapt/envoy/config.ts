/** What stands in a static configuration of Envoy, or in what its administration interface gives under `/config_dump`. */
import { pointerSegments } from '../../diagnostics/location.ts';
import { pointerOf } from '../../4-lower/raw/message.ts';
import { canonical, violations, type MessageName, type Messages } from '../../xds/index.ts';
import { isObject } from '../../2-validate/plan.ts';
import type { MakeRemark } from '../remark.ts';
import { modern, withoutFields } from './modern.ts';
import { descend, field, items, placeOf, textOf, type Source } from '../source.ts';

/** A message in its canonical form, and where it stands. */
export interface Found<K extends MessageName> {
  readonly message: Messages[K];
  readonly source: Source;
}

export type FoundListener = Found<'envoy.config.listener.v3.Listener'>;
export type FoundCluster = Found<'envoy.config.cluster.v3.Cluster'>;
export type FoundRoutes = Found<'envoy.config.route.v3.RouteConfiguration'>;
export type FoundEndpoints = Found<'envoy.config.endpoint.v3.ClusterLoadAssignment'>;

export interface EnvoyConfiguration {
  readonly listeners: readonly FoundListener[];
  /** By name; the same holds of the others. */
  readonly clusters: ReadonlyMap<string, FoundCluster>;
  readonly routes: ReadonlyMap<string, FoundRoutes>;
  readonly endpoints: ReadonlyMap<string, FoundEndpoints>;
  /** What of a bootstrap is neither listener nor cluster. */
  readonly bootstraps: readonly Source[];
}

/** Resources of several files together; of two of one name the first counts. */
export function readConfiguration(roots: readonly Source[], remark: MakeRemark): EnvoyConfiguration {
  const places = roots.flatMap((root) => placesIn(root, remark));
  const read = <K extends MessageName>(kind: Place['kind'], type: K): readonly Found<K>[] =>
    places.filter((place) => place.kind === kind).flatMap(({ source }) => readMessage(type, source, remark));
  return {
    listeners: onOwnSockets(
      [...byName(read('listener', 'envoy.config.listener.v3.Listener'), listenerName).values()],
      remark,
    ),
    clusters: byName(read('cluster', 'envoy.config.cluster.v3.Cluster'), ({ name }) => name),
    routes: byName(read('routes', 'envoy.config.route.v3.RouteConfiguration'), ({ name = '' }) => name),
    endpoints: byName(
      read('endpoints', 'envoy.config.endpoint.v3.ClusterLoadAssignment'),
      ({ cluster_name }) => cluster_name,
    ),
    bootstraps: places.filter(({ kind }) => kind === 'bootstrap').map(({ source }) => source),
  };
}

/** Of two listeners with one socket Envoy takes neither, or only the first. */
function onOwnSockets(listeners: readonly FoundListener[], remark: MakeRemark): readonly FoundListener[] {
  const taken = new Set<string>();
  return listeners.filter(({ message, source }) => {
    const socket = JSON.stringify(message.address);
    const isFree = !taken.has(socket) || message.address === undefined;
    if (!isFree)
      remark(
        'lost',
        placeOf(source),
        `the listener "${listenerName(message)}" has the socket of another, and is left out`,
      );
    taken.add(socket);
    return isFree;
  });
}

/** One without a name is known by its socket. */
export const listenerName = ({ name, address }: Messages['envoy.config.listener.v3.Listener']): string =>
  name || `port-${address?.socket_address?.port_value ?? address?.pipe?.path ?? 0}`;

const byName = <K extends MessageName>(
  found: readonly Found<K>[],
  nameOf: (message: Messages[K]) => string,
): ReadonlyMap<string, Found<K>> => {
  const map = new Map<string, Found<K>>();
  for (const one of found) if (!map.has(nameOf(one.message))) map.set(nameOf(one.message), one);
  return map;
};

interface Place {
  readonly kind: 'listener' | 'cluster' | 'routes' | 'endpoints' | 'bootstrap';
  readonly source: Source;
}

function placesIn(root: Source, remark: MakeRemark): readonly Place[] {
  const dumps = items(field(root, 'configs'));
  if (dumps.length > 0) {
    const isWhole = dumps.some((dump) => field(dump, 'static_listeners') ?? field(dump, 'dynamic_listeners'));
    const places = dumps.flatMap(placesInDump);
    // What a bootstrap lists is listed once more, and listeners without a name get one there.
    return isWhole ? places.filter(({ source, kind }) => kind === 'bootstrap' || !isInBootstrap(source)) : places;
  }
  if (field(root, 'static_resources') ?? field(root, 'admin') ?? field(root, 'node')) return placesInBootstrap(root);
  remark(
    'lost',
    placeOf(root),
    'this is no configuration of Envoy',
    'a bootstrap has "static_resources", what /config_dump gives has "configs"',
  );
  return [];
}

const isInBootstrap = ({ pointer }: Source): boolean => /^\/configs\/\d+\/bootstrap\//.test(pointer);

const of = (kind: Place['kind'], sources: readonly (Source | undefined)[]): readonly Place[] =>
  sources.flatMap((source) => (source ? [{ kind, source }] : []));

function placesInBootstrap(bootstrap: Source): readonly Place[] {
  const resources = field(bootstrap, 'static_resources');
  return [
    ...of('bootstrap', [bootstrap]),
    ...of('listener', items(field(resources, 'listeners'))),
    ...of('cluster', items(field(resources, 'clusters'))),
  ];
}

/** Source: envoy/admin/v3/config_dump.proto and config_dump_shared.proto */
function placesInDump(dump: Source): readonly Place[] {
  const bootstrap = field(dump, 'bootstrap');
  const all = (key: string) => items(field(dump, key));
  return [
    ...(bootstrap ? placesInBootstrap(bootstrap) : []),
    ...of(
      'listener',
      all('static_listeners').map((one) => field(one, 'listener')),
    ),
    ...of(
      'listener',
      all('dynamic_listeners').map((one) => field(field(one, 'active_state'), 'listener')),
    ),
    ...of(
      'cluster',
      [...all('static_clusters'), ...all('dynamic_active_clusters')].map((one) => field(one, 'cluster')),
    ),
    ...of(
      'routes',
      [...all('static_route_configs'), ...all('dynamic_route_configs')].map((one) => field(one, 'route_config')),
    ),
    // Static clusters list their endpoints themselves.
    ...of(
      'endpoints',
      all('dynamic_endpoint_configs').map((one) => field(one, 'endpoint_config')),
    ),
  ];
}

/** Nothing for what Envoy 1.40 would not take, which is remarked on. */
function readMessage<K extends MessageName>(type: K, source: Source, remark: MakeRemark): readonly Found<K>[] {
  if (!isObject(source.value)) return [];
  const { '@type': _, ...written } = source.value;
  const value = modern(type, written);
  const found = violations(type, value);
  const what = `${type.slice(type.lastIndexOf('.') + 1)} ${textOf(field(source, 'name')) ?? ''}`.trim();
  const say = (path: string, message: string, help: string) =>
    remark('lost', placeOf(descend(source, pointerSegments(pointerOf(path))) ?? source), message, help);
  // Envoy takes what is deprecated, and says so; a document does not.
  const wrong = found.filter(({ rule }) => rule !== 'deprecated');
  for (const { path, message } of wrong) say(path, `the ${what} is left out: "${path}" ${message}`, HELP);
  if (wrong.length > 0) return [];
  const old = found.filter(({ path }) => !SUPERSEDED.test(path));
  for (const { path, message } of old) say(path, `of the ${what} "${path}" is left out: it ${message}`, OLD_HELP);
  const message = withoutFields(value, found.map(({ path }) => pointerOf(path)).toReversed());
  // What breaks no rule is a message of the type.
  return [{ message: canonical(type, message as object as Messages[K]), source }];
}

/** Fields of clusters that say how often a name is resolved: an Upstream has its own way. */
const SUPERSEDED = /^(dns_|respect_dns_ttl|use_tcp_for_dns)/;

const HELP = 'fields have their proto names, such as connect_timeout, and belong to Envoy 1.40';
const OLD_HELP = 'use what takes its place in Envoy 1.40, and import again';
