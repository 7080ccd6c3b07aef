/**
 * The one place where filters are put together.
 *
 * All listeners of a gateway carry the same chain. Every entry in it is switched off; gateways, virtual hosts and routes
 * switch entries on and set them by per-route configuration, so that what one host does changes no other, and changing a
 * route closes no connection. Filters whose entry depends on nothing stand in the chain even while nobody uses them.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/http/http_filters#route-based-filter-chain
 */
import { compare } from '../compare.ts';
import type { FilterScope, FilterType, FilterUse, LinkedGateway, Resolve } from '../3-link/graph.ts';
import { checkSecretType } from '../3-link/hosts.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Contribution, FilterContext, FilterModule } from '../filters/filter-module.ts';
import { FILTERS } from '../filters/generated/registry.ts';
import { phaseOrder, type Phase } from '../filters/phases.ts';
import { any, type Any, type Messages } from '../xds/index.ts';
import type { Valid } from '../2-validate/model.ts';
import { ads, sdsSecret } from './config-source.ts';
import { namedUpstreams } from './named-upstreams.ts';
import { hashOf } from './short-hash.ts';
import { SWITCHED_OFF, SWITCHED_ON } from './switches.ts';
import { upstreamEntries } from './upstream-filters.ts';

type HttpFilter = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'];

export type PerFilterConfig = Readonly<Record<string, Any>>;

/** Entries in force at a place, by the name of the filter that put them there. */
export type InForce = ReadonlyMap<string, string>;

/** Where per-route configuration can stand, from the outside in. */
export type Level = 'gateway' | 'virtual-host' | 'route';

export interface FilterChain {
  /** The chain, the router at its end. */
  readonly httpFilters: readonly HttpFilter[];
  /** The per-route configuration of a place, given what is in force around it, and what is in force within. */
  readonly configure: (
    level: Level,
    scope: FilterScope,
    around: InForce,
  ) => { readonly config: PerFilterConfig; readonly inForce: InForce };
  /** The Secrets that filters get over SDS. */
  readonly secrets: readonly Valid<'Secret'>[];
}

export interface FilterChainContext {
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  readonly resolve: Resolve;
  readonly report: Report;
  readonly memo: PlacedFilters;
}

/** By configuration, what filters became that name no other document: nothing but their configuration decides it. */
export type PlacedFilters = WeakMap<FilterUse['configuration'], Placed>;

export function buildFilterChain(gateway: LinkedGateway, context: FilterChainContext): FilterChain {
  const known = new Map<object, Placed>();
  const placedOf = (use: FilterUse): Placed => {
    const placed = known.get(use.configuration) ?? context.memo.get(use.configuration) ?? place(use, context);
    known.set(use.configuration, placed);
    return placed;
  };
  const entries = new Map(restingEntries());
  for (const [level, use] of usesOf(gateway)) addEntry(entries, level, placedOf(use));
  return {
    httpFilters: [...httpFiltersOf(entries), ...upstreamEntries(gateway), ROUTER],
    configure: (level, scope, around) => configure(level, scope, around, placedOf),
    secrets: [...new Set([...known.values()].flatMap(({ secrets }) => secrets))],
  };
}

const ROUTER: HttpFilter = {
  name: 'envoy.filters.http.router',
  typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}),
};

function* usesOf({ filters, listeners }: LinkedGateway): Iterable<readonly [Level, FilterUse]> {
  for (const use of filters.uses) yield ['gateway', use];
  for (const host of listeners.flatMap(({ virtualHosts }) => virtualHosts)) {
    for (const use of host.filters.uses) yield ['virtual-host', use];
    for (const route of host.routes) for (const use of route.filters.uses) yield ['route', use];
  }
}

/** What a filter contributes, and what it is called in the chain: entries that differ have different names. */
export interface Placed {
  readonly type: FilterType;
  readonly contribution: Contribution;
  /** The canonical text of the entry, empty if it depends on nothing. */
  readonly text: string;
  /** At the gateway; see {@link entryAt}. */
  readonly entry: string;
  readonly secrets: readonly Valid<'Secret'>[];
}

function place<T extends FilterType>(use: FilterUse<T>, context: FilterChainContext): Placed {
  const { type, name, configuration } = use;
  const { lower, combine, keepsState } = moduleOf(type);
  let isSound = true;
  const report: Report = (...mistake) => {
    isSound = false;
    context.report(...mistake);
  };
  const secrets: Valid<'Secret'>[] = [];
  const contribution = lower(configuration, filterContext(use, { ...context, report }, secrets));
  const { chain, discovered } = contribution;
  const text = chain === undefined ? '' : canonicalJson(contribution.phase ? [contribution.phase, chain] : chain);
  const base = name === type ? type : `${type}/${name}`;
  const owner = keepsState ? `${use.origin.kind} ${use.origin.key}` : '';
  const entry = discovered?.name ?? (text === '' || combine ? base : `${base}@${hashOf(owner + text)}`);
  const placed = { type, contribution, text, entry, secrets };
  const isAlone = !keepsState && use.upstreams.size === 0 && secrets.length === 0;
  if (isSound && isAlone) context.memo.set(configuration, placed);
  return placed;
}

const entryAt = (level: Level, type: FilterType, entry: string): string =>
  level === 'gateway' || !FILTERS[type].mergesLevels ? entry : `${entry}@${level}`;

const moduleOf = <T extends FilterType>(type: T): FilterModule<T> => FILTERS[type];

function filterContext(
  use: FilterUse,
  { clusterOf, resolve, report }: FilterChainContext,
  secrets: Valid<'Secret'>[],
): FilterContext {
  return {
    ...namedUpstreams(use, clusterOf, report),
    secret: (reference, pointer, type) => {
      const secret = resolve('Secret', use.origin, reference);
      checkSecretType(secret, type, { origin: use.origin, pointer: use.pointer + pointer }, report);
      secrets.push(secret);
      return sdsSecret(secret.key);
    },
  };
}

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

const NO_CONFIG: PerFilterConfig = {};

function configure(
  level: Level,
  scope: FilterScope,
  around: InForce,
  placedOf: (use: FilterUse) => Placed,
): ReturnType<FilterChain['configure']> {
  if (scope.uses.length === 0 && scope.disabled.length === 0) return { config: NO_CONFIG, inForce: around };
  const inForce = new Map(around);
  const config = new Map<string, Any>();
  const switchOff = (name: string) => {
    const entry = inForce.get(name);
    if (entry !== undefined) config.set(entry, SWITCHED_OFF);
    inForce.delete(name);
  };
  for (const { name } of scope.disabled) switchOff(name);
  for (const use of scope.uses) {
    const { type, contribution, entry: base } = placedOf(use);
    const entry = entryAt(level, type, base);
    if (inForce.get(use.name) !== entry) switchOff(use.name);
    config.set(entry, contribution.perRoute ?? SWITCHED_ON);
    inForce.set(use.name, entry);
  }
  return { config: Object.fromEntries([...config].toSorted(([a], [b]) => compare(a, b))), inForce };
}
