/**
 * One static bootstrap out of a compiled gateway: what Envoy would get over xDS stands in the file, so that
 * `envoy --mode validate` judges all of it. Secrets are made up, since a bundle holds references only.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssignment, type Endpoint } from '../../compiler/discovered.ts';
import type { CompiledBundle, SecretReference } from '../../compiler/index.ts';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { writeDatabase } from '../servers/maxmind.ts';

type Json = Readonly<Record<string, unknown>>;

/** What stands in for every secret, and for the files that a bootstrap names. */
export interface Material extends Certificate {
  readonly authority: string;
  /** The OCSP response for the certificate, DER. */
  readonly ocspStaple?: Buffer;
  /** The path of a database in MaxMind's format. */
  readonly database?: string;
}

export async function makeMaterial(): Promise<Material> {
  const authority = await makeAuthority();
  const certificate = await authority.issue({ commonName: 'test' });
  const ocspStaple = await authority.staple(certificate);
  return { authority: authority.certificate, ...certificate, ocspStaple, database: await anyDatabase() };
}

/** A database for all tests alike, since nobody removes it; it stands beside the Envoys that they use. */
async function anyDatabase(): Promise<string> {
  const folder = fileURLToPath(new URL('../../.cache/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'any.mmdb');
  await writeDatabase(path, { '127.0.0.0/8': { country: { iso_code: 'GB' } } });
  return path;
}

export function assemble({ bootstrap, sdsFiles, resources, manifest }: CompiledBundle, material: Material): Json {
  const named = (type: string) =>
    new Map(resources.filter((one) => one.type === type).map(({ name, message }): [string, object] => [name, message]));
  const hosts = named('envoy.config.route.v3.VirtualHost');
  const routes = new Map(
    [...named('envoy.config.route.v3.RouteConfiguration')].map(([name, message]) => [name, whole(message, hosts)]),
  );
  const endpoints = new Map([
    ...named('envoy.config.endpoint.v3.ClusterLoadAssignment'),
    ...(manifest.discovery ?? []).map((found): [string, object] => [found.name, loadAssignment(found, FOUND)]),
  ]);
  const inlined = (message: object): unknown =>
    mapObjects(message, (value) => withoutFiles(inline(value, routes, endpoints), material));
  const { dynamic_resources: _, static_resources: own, ...rest } = bootstrap;
  return {
    ...rest,
    // Each Envoy is given its id when it is started.
    node: { id: 'validated', ...rest.node },
    static_resources: {
      listeners: [...(own?.listeners ?? []), ...[...named('envoy.config.listener.v3.Listener').values()].map(inlined)],
      clusters: [
        ...(own?.clusters ?? []).map((cluster) =>
          mapObjects(cluster, (value) => withoutFiles(withoutSource(value), material)),
        ),
        ...[...named('envoy.config.cluster.v3.Cluster').values()].map(inlined),
      ],
      secrets: [
        ...manifest.secrets.map((secret) => staticSecret(secret, material)),
        ...sdsFiles.flatMap(({ message }) => secretsIn(message, material)),
      ],
    },
  };
}

/** A route configuration with the hosts that stand apart from it. */
function whole(configuration: object, hosts: ReadonlyMap<string, object>): object {
  const { vhds, name, virtual_hosts: within, ...rest }: Json = { ...configuration };
  if (!vhds) return configuration;
  const apart = [...hosts].filter(([host]) => host.startsWith(`${String(name)}/`)).map(([, host]) => host);
  return { ...rest, name, virtual_hosts: [...(Array.isArray(within) ? within : []), ...apart] };
}

const HEALTH_EVENT_FILE =
  'type.googleapis.com/envoy.extensions.health_check.event_sinks.file.v3.HealthCheckEventFileSink';
const FILE_ACCESS_LOG = 'type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog';

function inline(value: Json, routes: ReadonlyMap<string, object>, endpoints: ReadonlyMap<string, object>): Json {
  if (isJson(value['rds'])) {
    const { rds, ...manager } = value;
    return { ...manager, route_config: found(routes, isJson(rds) ? rds['route_config_name'] : undefined) };
  }
  if (isJson(value['eds_cluster_config'])) {
    const { eds_cluster_config: eds, ...cluster } = value;
    const assignment = found(endpoints, isJson(eds) ? eds['service_name'] : undefined);
    return { ...cluster, type: 'STATIC', load_assignment: assignment };
  }
  if (isJson(value['config_discovery'])) {
    const { config_discovery: discovery, ...filter } = value;
    return {
      ...filter,
      typed_config: {
        ...(isJson(discovery) && isJson(discovery['default_config']) && discovery['default_config']),
        ...(isOfUsers(discovery) ? { users: { inline_string: USERS } } : API_KEYS),
      },
    };
  }
  if (isJson(value['sds_config'])) return withoutSource(value);
  // An Any that holds no message has no type that JSON could name.
  return value['@type'] === '' ? {} : withoutLogFile(value);
}

/** A reference to a secret without a source is one to a static secret. */
const withoutSource = (value: Json): Json => (isJson(value['sds_config']) ? { name: value['name'] } : value);

/** What a file of SDS has in it. */
const secretsIn = (message: object, material: Material): readonly unknown[] => {
  const { resources }: Json = { ...message };
  return (Array.isArray(resources) ? resources : []).map((resource: unknown) =>
    mapObjects(resource, (value) => {
      const { '@type': _type, watched_directory: _folder, ...rest } = value;
      return withoutFiles(rest, material);
    }),
  );
};

const isOfUsers = (discovery: unknown): boolean =>
  isJson(discovery) &&
  isJson(discovery['default_config']) &&
  discovery['default_config']['@type'] === 'type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuth';

/** Envoy makes the files of logs, wherever they are said to lie, even while it only validates. */
function withoutLogFile(value: Json): Json {
  if (value['@type'] === FILE_ACCESS_LOG) return { ...value, path: '/dev/null' };
  return value['@type'] === HEALTH_EVENT_FILE ? { ...value, event_log_path: '/dev/null' } : value;
}

/** The same message, which leaves no log anywhere. */
export const withoutLogFiles = <T extends object>(message: T): T => mapObjects(message, withoutLogFile) as T;

/** What the relay has found. */
const FOUND: readonly Endpoint[] = [
  { address: '10.0.0.7', port: 8080, weight: 2, locality: { zone: 'eu-west-1a' }, hostname: 'cart-0.example.com' },
  { address: '2001:db8::8', port: 8080, priority: 1, status: 'draining', labels: { version: '2' } },
];

/** What the relay makes of a secret of API keys. */
const API_KEYS = { credentials: [{ client: 'client', key: 'key' }] };

function found(resources: ReadonlyMap<string, object>, name: unknown): object {
  const resource = typeof name === 'string' ? resources.get(name) : undefined;
  if (!resource) throw new Error(`the bundle has no resource ${String(name)}`);
  return resource;
}

/** Files that lie on the Envoy's machine, and not on this one. */
function withoutFiles(value: Json, { authority, certificate, privateKey, database }: Material): Json {
  if (value['@type'] === MAXMIND)
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, key.endsWith('_db_path') ? database : child]),
    );
  if (isFile(value['private_key']))
    return { certificate_chain: { inline_string: certificate }, private_key: { inline_string: privateKey } };
  if (isOutside(value['users'])) return { ...value, users: { inline_string: USERS } };
  return isFile(value['trusted_ca']) ? { ...value, trusted_ca: { inline_string: authority } } : value;
}

const MAXMIND = 'type.googleapis.com/envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig';

/** A user of the `basic-auth` filter. */
const USERS = 'user:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=';

const isOutside = (source: unknown): boolean =>
  isFile(source) || (isJson(source) && typeof source['environment_variable'] === 'string');

const isFile = (source: unknown): boolean => isJson(source) && typeof source['filename'] === 'string';

function staticSecret({ name, type, provider }: SecretReference, material: Material): Json {
  const { authority, certificate, privateKey, ocspStaple } = material;
  switch (type) {
    case 'tls-certificate':
      return {
        name,
        tls_certificate: {
          certificate_chain: { inline_string: certificate },
          private_key: { inline_string: privateKey },
          ...(Object.hasOwn(provider, 'ocspStaple') &&
            ocspStaple && { ocsp_staple: { inline_bytes: ocspStaple.toString('base64') } }),
        },
      };
    case 'certificate-authority':
      return { name, validation_context: { trusted_ca: { inline_string: authority } } };
    case 'api-keys':
    case 'basic-auth-users':
      return { name, generic_secret: { secret: { inline_string: 'over ECDS' } } };
    case 'session-ticket-keys':
      return { name, session_ticket_keys: { keys: [{ inline_string: 'k'.repeat(80) }] } };
    case 'generic':
      return { name, generic_secret: { secret: { inline_string: 'generic' } } };
  }
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy in which every object has been replaced, the outer ones first. */
function mapObjects(value: unknown, replace: (value: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, replace));
  if (!isJson(value)) return value;
  return Object.fromEntries(Object.entries(replace(value)).map(([key, child]) => [key, mapObjects(child, replace)]));
}
