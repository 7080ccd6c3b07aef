/**
 * What linking gives: one graph a gateway, in which every name has become the thing it names, every attachment is
 * decided, and routes stand in order of precedence. Still in the user's words; nothing here speaks of Envoy.
 */
import type {
  ClientValidation,
  FilterConfigurations,
  ForwardTarget,
  Listener,
  Mirror,
  RouteRule,
  VirtualHostTls,
} from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { LinkedPatches } from './gateway/envoy-patches.ts';
import type { RankedMatch } from './route/precedence.ts';

export type FilterType = keyof FilterConfigurations;

/** A part of a document that names Upstreams. */
export interface NamingSite {
  /** The document that holds the configuration: where references start from and diagnostics point to. */
  readonly origin: Valid;
  /** JSON pointer to the configuration in that document. */
  readonly pointer: string;
  /** Upstreams that the configuration names, by the text it names them with. */
  readonly upstreams: ReadonlyMap<string, Valid<'Upstream'>>;
}

/** A filter where it applies. */
export interface FilterUse<T extends FilterType = FilterType> extends NamingSite {
  readonly type: T;
  /** What tells it apart from others of its type, and what `disableFilters` names. */
  readonly name: string;
  readonly configuration: FilterConfigurations[T];
}

/** Filters of one place: those that apply, and those that come from further out and do not. */
export interface FilterScope {
  readonly uses: readonly FilterUse[];
  readonly disabled: readonly DisabledFilter[];
  /** How many references to Filter documents lead nowhere. */
  readonly missing: number;
}

/** The name of a filter in `disableFilters`, and the pointer to where it stands there. */
export interface DisabledFilter {
  readonly name: string;
  readonly pointer: string;
}

export interface WeightedTarget {
  readonly upstream: Valid<'Upstream'>;
  readonly weight: number;
  /** What is different about the requests of a route that it gets; absent where nothing is. */
  readonly settings?: ForwardTarget;
  /** The part of its endpoints that is meant; absent where all are. */
  readonly subset?: ChosenSubset;
}

export interface ChosenSubset {
  readonly labels: Readonly<Record<string, string>>;
  /** JSON pointer to it in the document that chooses. */
  readonly pointer: string;
}

export interface MirrorTarget {
  readonly upstream: Valid<'Upstream'>;
  readonly settings: Mirror;
}

export interface LinkedRoute {
  readonly rule: RouteRule;
  /** The VirtualHost or Route document that holds the rule, and where in it. */
  readonly origin: Valid<'VirtualHost'> | Valid<'Route'>;
  readonly pointer: string;
  /** Filters of the rule, and of the Route document that holds it. */
  readonly filters: FilterScope;
  /** Filters of the Route document alone, which its rules may disable; none in a VirtualHost. */
  readonly documentFilters: FilterScope;
  /** Empty unless the rule forwards. */
  readonly targets: readonly WeightedTarget[];
  readonly mirrors: readonly MirrorTarget[];
  readonly rank: RankedMatch;
}

export interface LinkedVirtualHost {
  readonly source: Valid<'VirtualHost'>;
  readonly filters: FilterScope;
  /** In order of precedence. */
  readonly routes: readonly LinkedRoute[];
  readonly tls?: LinkedTls & Pick<VirtualHostTls, 'plainText'>;
  /** Where requests for the host in plain text are redirected to. */
  readonly redirectPort: number;
}

/** What the gateway needs to terminate TLS. */
export interface LinkedTls {
  readonly certificates: readonly Valid<'Secret'>[];
  /** Absent: clients are not asked for a certificate. */
  readonly clientValidation?: LinkedClientValidation;
}

export interface LinkedClientValidation {
  readonly settings: ClientValidation;
  /** Absent: the authority stands in the settings. */
  readonly authority?: Valid<'Secret'>;
}

export interface LinkedTcpRoute {
  readonly source: Valid<'TcpRoute'>;
  readonly targets: readonly WeightedTarget[];
  /** Absent: TLS is passed through, or there is none. */
  readonly tls?: LinkedTls;
}

export interface LinkedUdpRoute {
  readonly source: Valid<'UdpRoute'>;
  readonly upstream: Valid<'Upstream'>;
}

export interface LinkedListener {
  readonly listener: Listener;
  readonly pointer: string;
  /** Sorted by key; for `HTTP` and `HTTPS`. */
  readonly virtualHosts: readonly LinkedVirtualHost[];
  /** Sorted by key; for `TCP`, `TLS` and `HTTPS`. */
  readonly tcpRoutes: readonly LinkedTcpRoute[];
  /** One at most; for `UDP`. */
  readonly udpRoutes: readonly LinkedUdpRoute[];
  readonly tls: LinkedListenerTls;
}

export interface LinkedListenerTls {
  /** Absent: each Envoy has keys of its own. */
  readonly ticketKeys?: Valid<'Secret'>;
  /** Certificates for clients that name no server, or one that no host has; absent: they are refused. */
  readonly fallback?: readonly Valid<'Secret'>[];
}

export interface LinkedGateway {
  readonly source: Valid<'Gateway'>;
  readonly filters: FilterScope;
  /** What the gateway itself names besides filters: collectors of logs and spans. */
  readonly settings: NamingSite;
  readonly listeners: readonly LinkedListener[];
  /** Limits for the gateway's rate-limit service. */
  readonly rateLimits: readonly Valid<'RateLimit'>[];
  readonly patches: LinkedPatches;
}

export interface Graph {
  /** Sorted by key. */
  readonly gateways: readonly LinkedGateway[];
  /** Finds what a reference from a document names; linking has made sure that it is there. */
  readonly resolve: Resolve;
}

export type Resolve = <K extends Valid['kind']>(kind: K, from: Valid, reference: string) => Valid<K>;
