/**
 * The one place where filters are put together.
 *
 * Every entry of a chain is switched off; gateways, virtual hosts and routes switch entries on and set them by per-route
 * configuration, so that what one host does changes no other, and changing a route closes no connection. Filters whose
 * entry depends on nothing stand in each chain even while nobody uses them. The others stand where a host uses them: a
 * chain is made for the hosts that share connections, and what other hosts use does not change it.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/http/http_filters#route-based-filter-chain
 */
import { compare } from '../../compare.ts';
import type {
  FilterScope,
  FilterType,
  FilterUse,
  LinkedGateway,
  LinkedVirtualHost,
  Resolve,
} from '../../3-link/graph.ts';
import { checkSecretType } from '../../3-link/secrets.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Contribution, FilterContext } from '../../filters/filter-module.ts';
import type { Any } from '../../xds/index.ts';
import type { Valid } from '../../2-validate/model.ts';
import { sdsSecret } from '../config-source.ts';
import { namedUpstreams } from './named-upstreams.ts';
import { entryAt, httpFilters, moduleOf, usesOf, type HttpFilterChains, type HttpFilters } from './http-filters.ts';
import { secretFor, type NeededSecret } from '../secrets.ts';
import { hashOf } from '../short-hash.ts';
import { SWITCHED_OFF, SWITCHED_ON } from './switches.ts';

export type PerFilterConfig = Readonly<Record<string, Any>>;

/** Entries in force at a place, by the name of the filter that put them there. */
export type InForce = ReadonlyMap<string, string>;

/** Where per-route configuration can stand, from the outside in. */
export type Level = 'gateway' | 'virtual-host' | 'route';

export interface FilterChain {
  /**
   * The chain for connections that carry these hosts, the router at its end. The same object each time for what comes out
   * the same.
   */
  readonly httpFilters: (hosts: readonly LinkedVirtualHost[]) => HttpFilters;
  /** Those that have been asked for. */
  readonly chains: HttpFilterChains;
  /** The per-route configuration of a place, given what is in force around it, and what is in force within. */
  readonly configure: (
    level: Level,
    scope: FilterScope,
    around: InForce,
  ) => { readonly config: PerFilterConfig; readonly inForce: InForce };
  /** The Secrets that filters get over SDS. */
  readonly secrets: readonly NeededSecret[];
}

export interface FilterChainContext {
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  readonly resolve: Resolve;
  readonly report: Report;
  readonly memo: PlacedFilters;
  /** The chains of the last time: what has come out the same is the same object. */
  readonly before: HttpFilterChains | undefined;
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
  const hosts = gateway.listeners.flatMap(({ virtualHosts }) => virtualHosts);
  // All of them become part of the gateway, also where no connection leads.
  for (const [, use] of usesOf(gateway, hosts)) placedOf(use);
  const chains = new Map<string, HttpFilters>();
  return {
    httpFilters: (served) => httpFilters({ gateway, hosts: served, placedOf, before: context.before, chains }),
    chains,
    configure: (level, scope, around) => configure(level, scope, around, placedOf),
    secrets: [...new Set([...known.values()].flatMap(({ secrets }) => secrets))],
  };
}

/** What a filter contributes, and what it is called in the chain: entries that differ have different names. */
export interface Placed {
  readonly type: FilterType;
  readonly contribution: Contribution;
  /** The canonical text of the entry, empty if it depends on nothing. */
  readonly text: string;
  /** At the gateway; see {@link entryAt}. */
  readonly entry: string;
  readonly secrets: readonly NeededSecret[];
}

function place<T extends FilterType>(use: FilterUse<T>, context: FilterChainContext): Placed {
  const { type, name, configuration } = use;
  const { lower, combine, keepsState } = moduleOf(type);
  let isSound = true;
  const report: Report = (...mistake) => {
    isSound = false;
    context.report(...mistake);
  };
  const secrets: NeededSecret[] = [];
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

function filterContext(
  use: FilterUse,
  { clusterOf, resolve, report }: FilterChainContext,
  secrets: NeededSecret[],
): FilterContext {
  return {
    ...namedUpstreams(use, clusterOf, report),
    secret: (reference, pointer, type, settings = {}) => {
      const source = resolve('Secret', use.origin, reference);
      checkSecretType(source, type, { origin: use.origin, pointer: use.pointer + pointer }, report);
      const secret = secretFor(source, settings);
      secrets.push(secret);
      return sdsSecret(secret.key);
    },
  };
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
