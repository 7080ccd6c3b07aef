/** Reads the admin interface of an Envoy on this machine: https://www.envoyproxy.io/docs/envoy/v1.40.0/operations/admin */

/** Answers of `/ready`: `LIVE` takes traffic, the two before it wait for the first configuration. */
export type EnvoyState = 'LIVE' | 'DRAINING' | 'PRE_INITIALIZING' | 'INITIALIZING';

/** The parts of an `envoy.admin.v3.ClusterStatus` that are read here, in ProtoJSON. */
export interface ClusterStatus {
  readonly name: string;
  readonly added_via_api?: boolean;
  readonly host_statuses?: readonly {
    readonly address?: { readonly socket_address?: { readonly address: string; readonly port_value: number } };
    readonly health_status?: Readonly<Record<string, unknown>>;
    readonly weight?: number;
  }[];
}

export interface ConfigDumpQuery {
  /** One repeated field of the dumps, such as `dynamic_route_configs`. Default: every dump whole. */
  readonly resource?: string;
  /** Only resources whose name matches this regular expression. */
  readonly nameRegex?: string;
  /** Endpoints are left out unless they are asked for, as Envoy does. */
  readonly endpoints?: 'include' | 'omit';
}

export async function readState(adminPort: number): Promise<EnvoyState> {
  // Every state but LIVE comes with status 503.
  const response = await fetch(adminUrl(adminPort, '/ready'));
  const state = (await response.text()).trim();
  if (state === 'LIVE' || state === 'DRAINING' || state === 'PRE_INITIALIZING' || state === 'INITIALIZING')
    return state;
  throw new Error(`/ready answers ${response.status} ${state}`);
}

/** Counters and gauges by name; `filter` is a regular expression that names must contain. */
export async function readStats(adminPort: number, filter?: string): Promise<ReadonlyMap<string, number>> {
  const query = new URLSearchParams({ format: 'json', ...(filter !== undefined && { filter }) });
  const { stats } = await readJson<StatsAnswer>(adminPort, `/stats?${query}`);
  const values = new Map<string, number>();
  for (const { name, value } of stats) if (name !== undefined && typeof value === 'number') values.set(name, value);
  return values;
}

/** The value of one counter or gauge; 0 when Envoy has not created it yet. */
export async function readStat(adminPort: number, name: string): Promise<number> {
  const stats = await readStats(adminPort, `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  return stats.get(name) ?? 0;
}

/** The `configs` of `/config_dump`, each with its `@type`. */
export async function readConfigDump(adminPort: number, query: ConfigDumpQuery = {}): Promise<readonly object[]> {
  const search = new URLSearchParams();
  if (query.resource !== undefined) search.set('resource', query.resource);
  if (query.nameRegex !== undefined) search.set('name_regex', query.nameRegex);
  if (query.endpoints === 'include') search.set('include_eds', '');
  return (await readJson<{ readonly configs?: readonly object[] }>(adminPort, `/config_dump?${search}`)).configs ?? [];
}

export async function readClusters(adminPort: number): Promise<readonly ClusterStatus[]> {
  type Answer = { readonly cluster_statuses?: readonly ClusterStatus[] };
  return (await readJson<Answer>(adminPort, '/clusters?format=json')).cluster_statuses ?? [];
}

/** The port of each listener on a TCP or UDP address, by name: the bound one where the configuration says port 0. */
export async function readListeners(adminPort: number): Promise<ReadonlyMap<string, number>> {
  const { listener_statuses = [] } = await readJson<ListenersAnswer>(adminPort, '/listeners?format=json');
  const ports = new Map<string, number>();
  for (const { name, local_address } of listener_statuses) {
    if (local_address?.socket_address) ports.set(name, local_address.socket_address.port_value);
  }
  return ports;
}

/**
 * The port on which a listener is reached.
 *
 * @throws Error that names the listeners there are, when this one is not among them.
 */
export async function readListenerPort(adminPort: number, name: string): Promise<number> {
  const ports = await readListeners(adminPort);
  const port = ports.get(name);
  if (port === undefined) throw new Error(`Envoy has no listener "${name}"; it has: ${[...ports.keys()].join(', ')}`);
  return port;
}

interface StatsAnswer {
  readonly stats: readonly { readonly name?: string; readonly value?: unknown }[];
}

interface ListenersAnswer {
  readonly listener_statuses?: readonly {
    readonly name: string;
    readonly local_address?: { readonly socket_address?: { readonly port_value: number } };
  }[];
}

/** The seam where Envoy's JSON gets its type; `T` names only fields that every release of the v3 API has. */
async function readJson<T>(adminPort: number, path: string): Promise<T> {
  const response = await fetch(adminUrl(adminPort, path));
  if (!response.ok) throw new Error(`GET ${path} answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const adminUrl = (adminPort: number, path: string): string => `http://127.0.0.1:${adminPort}${path}`;
