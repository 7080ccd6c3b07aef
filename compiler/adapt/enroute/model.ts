/** What Enroute's resources and its database have in common: hosts with routes to services, and filters on both. */
import type { Source } from '../source.ts';

export interface EnrouteModel {
  readonly hosts: readonly EnrouteHost[];
  /** Routes that others add to a host. */
  readonly attached: readonly AttachedRoutes[];
  readonly filters: readonly EnrouteFilter[];
  readonly globals: readonly EnrouteGlobal[];
  /** Secrets that a namespace lends to others, `*` for all of them. */
  readonly delegations: readonly EnrouteDelegation[];
  /** Proxies of a database, which each become a Gateway; none for resources. */
  readonly proxies: readonly string[];
}

/** A thing with a name, and where it is declared. */
export interface Named {
  readonly source: Source;
  readonly namespace: string;
  readonly name: string;
}

export interface EnrouteHost extends Named {
  /** Absent for a host whose routes others delegate to. */
  readonly hostname?: string;
  readonly tls?: EnrouteTls;
  readonly filters: readonly FilterReference[];
  readonly routes: readonly EnrouteRoute[];
  readonly tcp?: TcpForwarding;
  /** The proxies that serve it, by name; all of them for resources. */
  readonly proxies: readonly string[];
}

export interface EnrouteTls {
  readonly source: Source;
  /** `name` or `namespace/name` of a Kubernetes Secret. */
  readonly secret?: string;
  readonly minimumVersion?: string;
  readonly passthrough: boolean;
}

export interface TcpForwarding {
  readonly source: Source;
  readonly services: readonly EnrouteService[];
  readonly delegate?: Delegate;
}

/** Routes for the hosts of a name, from anywhere. */
export interface AttachedRoutes extends Named {
  readonly hostname: string;
  readonly routes: readonly EnrouteRoute[];
}

export interface FilterReference {
  readonly source: Source;
  readonly type: string;
  readonly name: string;
}

export interface Delegate {
  readonly source: Source;
  readonly name: string;
  readonly namespace: string;
}

export interface EnrouteRoute {
  readonly source: Source;
  readonly name?: string;
  readonly prefix: string;
  readonly headers: readonly EnrouteHeader[];
  readonly services: readonly EnrouteService[];
  readonly delegate?: Delegate;
  readonly websockets: boolean;
  readonly permitInsecure: boolean;
  readonly prefixRewrite?: string;
  readonly timeout?: Source;
  readonly idleTimeout?: Source;
  readonly connectTimeout?: Source;
  readonly connectionIdleTimeout?: Source;
  readonly retry?: EnrouteRetry;
  readonly filters: readonly FilterReference[];
  readonly isWithoutAuthorization: boolean;
}

export interface EnrouteHeader {
  readonly source: Source;
  readonly name: string;
  readonly condition: 'present' | 'contains' | 'notcontains' | 'exact' | 'notexact';
  readonly value: string;
}

export interface EnrouteRetry {
  readonly source: Source;
  readonly count: number;
  readonly perTryTimeout?: Source;
  readonly on?: string;
  readonly statusCodes: readonly number[];
}

export interface EnrouteService {
  readonly source: Source;
  readonly namespace: string;
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly protocol: 'http1' | 'h2' | 'h2c' | 'tls';
  readonly weight?: number;
  readonly strategy?: string;
  readonly healthCheck?: EnrouteHealthCheck;
  readonly validation?: { readonly secret: string; readonly subjectName?: string };
  readonly clientCertificate?: string;
}

export interface EnrouteHealthCheck {
  readonly path: string;
  readonly host?: string;
  readonly interval: number;
  readonly timeout: number;
  readonly unhealthyThreshold: number;
  readonly healthyThreshold: number;
}

export interface EnrouteFilter extends Named {
  readonly type: string;
  /** JSON or Lua in a text, or JSON itself. */
  readonly config: Source | undefined;
  /** The service that the filter asks, where the filter names it apart from its configuration. */
  readonly service?: { readonly name: string; readonly port: number };
  /** Whether it applies to every host. */
  readonly isGlobal: boolean;
}

export interface EnrouteGlobal extends Named {
  readonly type: string;
  readonly config: Source | undefined;
}

export interface EnrouteDelegation {
  readonly namespace: string;
  readonly secret: string;
  readonly targets: readonly string[];
}
