/**
 * The HTTP filters of connections: one entry for each filter that the hosts on them use, and for those that always stand
 * there.
 *
 * Source: envoy/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto, HttpFilter
 */
import { compare } from '../../compare.ts';
import type { FilterType, FilterUse, LinkedGateway, LinkedVirtualHost } from '../../3-link/graph.ts';
import type { FilterModule } from '../../filters/filter-module.ts';
import { FILTERS } from '../../filters/generated/registry.ts';
import { phaseOrder, type Phase } from '../../filters/phases.ts';
import { perObject } from '../../per-object.ts';
import type { Any, Messages } from '../../xds/index.ts';
import { ads } from '../config-source.ts';
import type { Level, Placed } from './filter-chain.ts';
import { outermostFilters, routerFilter } from '../listener/edge-filters.ts';
import { sameMessage } from '../same.ts';
import { hashOf } from '../short-hash.ts';
import { upstreamEntries } from '../cluster/upstream-filters.ts';

type HttpFilter = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'];

export type HttpFilters = readonly HttpFilter[];

/** The module of a type of filters, which takes that type's configuration. */
export const moduleOf = <T extends FilterType>(type: T): FilterModule<T> => FILTERS[type];

/** Chains by what they are made of. */
export type HttpFilterChains = ReadonlyMap<string, HttpFilters>;

export interface HttpFiltersContext {
  readonly gateway: LinkedGateway;
  /** The hosts that share the connections. */
  readonly hosts: readonly LinkedVirtualHost[];
  readonly placedOf: (use: FilterUse) => Placed;
  readonly before: HttpFilterChains | undefined;
  /** Takes the chain in. */
  readonly chains: Map<string, HttpFilters>;
}

export function httpFilters({ gateway, hosts, placedOf, before, chains }: HttpFiltersContext): HttpFilters {
  const places = new Map<string, readonly [Level, Placed]>();
  for (const [level, use] of usesOf(gateway, hosts)) {
    const placed = placedOf(use);
    places.set(`${level} ${placed.entry} ${textHash(placed)}`, [level, placed]);
  }
  const last = upstreamEntries(hosts);
  const key = JSON.stringify([...[...places.keys()].sort(), ...last.map(({ name }) => name)]);
  const known = chains.get(key);
  if (known) return known;
  const entries = new Map(restingEntries());
  for (const [level, placed] of places.values()) addEntry(entries, level, placed);
  const { http } = gateway.source.value.spec;
  const made = [...outermostFilters(http), ...httpFiltersOf(entries), ...last, routerFilter(http)];
  const old = before?.get(key);
  const chain = old && sameMessage(old, made) ? old : made;
  chains.set(key, chain);
  return chain;
}

const textHash = perObject(({ text }: Placed): string => hashOf(text));

/** The filters of a gateway, and of hosts and their routes. */
export function* usesOf(
  { filters }: LinkedGateway,
  hosts: readonly LinkedVirtualHost[],
): Iterable<readonly [Level, FilterUse]> {
  for (const use of filters.uses) yield ['gateway', use];
  for (const host of hosts) {
    for (const use of host.filters.uses) yield ['virtual-host', use];
    for (const route of host.routes) for (const use of route.filters.uses) yield ['route', use];
  }
}

/** The name of an entry where it is used. */
export const entryAt = (level: Level, type: FilterType, entry: string): string =>
  level === 'gateway' || !FILTERS[type].mergesLevels ? entry : `${entry}@${level}`;

/** An entry of the chain: the configurations that become one. */
interface Entry {
  readonly type: FilterType;
  readonly phase: Phase;
  readonly source: 'here' | 'discovered';
  readonly configurations: Map<string, Any>;
}

const LEVELS: readonly Level[] = ['gateway', 'virtual-host', 'route'];

const restingEntries = (): readonly [string, Entry][] =>
  typedEntries().flatMap(([type, { resting, phase }]) =>
    resting
      ? LEVELS.map((level): [string, Entry] => [
          entryAt(level, type, type),
          { type, phase, source: 'here', configurations: new Map([['', resting]]) },
        ])
      : [],
  );

function addEntry(entries: Map<string, Entry>, level: Level, { type, entry, text, contribution }: Placed): void {
  const { chain, discovered } = contribution;
  const configuration = chain ?? discovered?.meanwhile ?? FILTERS[type].resting;
  if (!configuration) throw new Error(`the filter ${type} gives no entry and has none at rest`);
  const name = entryAt(level, type, entry);
  const source = discovered ? 'discovered' : 'here';
  const phase = contribution.phase ?? FILTERS[type].phase;
  const known = entries.get(name) ?? { type, phase, source, configurations: new Map() };
  known.configurations.set(text, configuration);
  entries.set(name, known);
}

const httpFiltersOf = (entries: ReadonlyMap<string, Entry>): readonly HttpFilter[] =>
  [...entries]
    .map(([name, { type, phase, source, configurations }]) => ({
      name,
      phase,
      configuration: configurationOf(source, combined(type, configurations)),
    }))
    .toSorted((a, b) => phaseOrder(a.phase) - phaseOrder(b.phase) || compare(a.name, b.name))
    .map(({ name, configuration }) => ({ name, ...configuration, disabled: true }));

const configurationOf = (source: Entry['source'], chain: Any): Omit<HttpFilter, 'name'> =>
  source === 'here'
    ? { typed_config: chain }
    : { config_discovery: { config_source: ECDS, default_config: chain, type_urls: [chain['@type']] } };

/** A Secret that nobody has keeps a listener waiting no longer than this. */
const ECDS = { ...ads, initial_fetch_timeout: '5s' } as const;

const typedEntries = () => Object.entries(FILTERS) as [FilterType, FilterModule][];

function combined(type: FilterType, configurations: ReadonlyMap<string, Any>): Any {
  const inOrder = [...configurations].toSorted(([a], [b]) => compare(a, b)).map(([, chain]) => chain);
  const [only] = inOrder;
  const { combine } = FILTERS[type];
  if (combine) return combine(inOrder);
  if (!only || inOrder.length > 1) throw new Error(`the filter ${type} has ${inOrder.length} entries of one name`);
  return only;
}
