/**
 * What a filter is: one value, in a module that has the name of its schema.
 *
 * A filter contributes; it never changes what others made. The chain and the per-route configuration are put together
 * in one place (`4-lower/http-filters/filter-chain.ts`).
 */
import type { FilterConfigurations, SecretSpec } from '../2-validate/generated/types.ts';
import type { FilterType } from '../3-link/graph.ts';
import type { NamedUpstreams } from '../4-lower/http-filters/named-upstreams.ts';
import type { Any, Messages } from '../xds/index.ts';
import type { FilterSettings } from '../5-pack/bundle.ts';
import type { Phase } from './phases.ts';

/** What a filter adds where it applies. */
export interface Contribution {
  /** Its entry in the listener’s chain, where that depends on the configuration; equal ones become one. */
  readonly chain?: Any;
  /** The same, where the entry's configuration is made of a Secret: Envoy gets it from the relay over ECDS. */
  readonly discovered?: Discovered;
  /** What switches the entry on, and sets it, for a gateway, virtual host or route. Without: it is just switched on. */
  readonly perRoute?: Any;
  /** Where in the chain the entry stands, if its configuration says another place than the module. */
  readonly phase?: Phase;
}

/** An entry whose configuration the relay makes of a Secret. Equal ones become one. */
export interface Discovered {
  /** The name of the resource and of the entry: the key of the Secret. */
  readonly name: string;
  /** The configuration while there is none yet, whose type the other has too. */
  readonly meanwhile: Any;
}

/** A claim that a filter reads: whose token has it, and where in the filter's configuration that is said. */
export interface ReadClaim {
  readonly provider: string;
  readonly pointer: string;
}

/** What a filter may ask of the place it is used in. */
export interface FilterContext extends NamedUpstreams {
  /**
   * A Secret that the configuration names, for Envoy to get from the relay over SDS; one of another type is reported at
   * the pointer within the configuration. Where the relay makes the filter's configuration of it, `settings` are what else
   * stands in that.
   */
  readonly secret: (
    reference: string,
    pointer: string,
    type: SecretSpec['type'],
    settings?: FilterSettings,
  ) => Messages['envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig'];
}

export interface FilterModule<T extends FilterType = FilterType> {
  readonly phase: Phase;
  /** The Envoy filter that it becomes, for example `envoy.filters.http.cors`. */
  readonly envoyFilter: string;
  /**
   * The entry that every listener carries whether the filter is used or not, since all that matters is per route:
   * the first use on a host then changes no listener. Absent where the entry itself depends on the configuration.
   */
  readonly resting?: Any;
  /**
   * Set where Envoy applies the per-route configurations of gateway, virtual host and route all at once, instead of the
   * innermost alone. Each of the three then gets an entry of its own in the chain, so that an inner filter replaces an
   * outer one here as everywhere else.
   */
  readonly mergesLevels?: true;
  /**
   * Set where an entry of the chain measures or counts the requests that pass it. Equal configurations then share one
   * within a document, and not with those of other documents: what one host sees must not limit another.
   */
  readonly keepsState?: true;
  /** Providers whose tokens the filter verifies: claims of these are there for the filters after it. */
  readonly verifies?: (configuration: FilterConfigurations[T]) => readonly string[];
  /** Claims that the filter reads; a filter that {@link verifies} their tokens must be in force wherever this one is. */
  readonly reads?: (configuration: FilterConfigurations[T]) => readonly ReadClaim[];
  readonly lower: (configuration: FilterConfigurations[T], context: FilterContext) => Contribution;
  /** Makes one entry of all that differ; absent where each becomes an entry of its own. */
  readonly combine?: (chains: readonly Any[]) => Any;
}

export type FilterModules = { readonly [T in FilterType]: FilterModule<T> };

/** Names a module's type, so that its configuration is typed. */
export const defineFilter = <T extends FilterType>(_type: T, module: FilterModule<T>): FilterModule<T> => module;
