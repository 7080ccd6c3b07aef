/**
 * What Enroute's database holds, as `GET /proxy/dump` and the GraphQL API give it → what it means.
 *
 * A proxy becomes a Gateway, a service a host, an upstream row the one endpoint of a service.
 */
import type { Document } from '../../1-parse/document.ts';
import { isObject } from '../../2-validate/plan.ts';
import { isIpAddress } from '../../2-validate/formats/address.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf, rootOf, type Source } from '../source.ts';
import { fieldsOf, type Fields, MOST_PORT } from './fields.ts';
import type {
  EnrouteFilter,
  EnrouteGlobal,
  EnrouteHost,
  EnrouteModel,
  EnrouteRoute,
  EnrouteService,
  FilterReference,
} from './model.ts';
import { parsedText } from './parsed-text.ts';
import { readHeader } from './routes-of-resources.ts';

/** The namespace of things that have none. */
const NAMESPACE = 'default';

export const isDump = ({ value }: Document): boolean => {
  const data = isObject(value) && isObject(value['data']) ? value['data'] : value;
  return isObject(data) && Object.keys(data).some((key) => PROXIES.test(key));
};

const PROXIES = /^(saaras_db_proxy|proxy|proxies)$/i;

interface Collected {
  readonly hosts: Map<string, EnrouteHost>;
  readonly filters: Map<string, EnrouteFilter>;
  readonly globals: Map<string, EnrouteGlobal>;
  readonly remark: MakeRemark;
}

export function readDump(document: Document, remark: MakeRemark): EnrouteModel {
  const root = rootOf(document);
  const data = fieldsOf(root, () => {}).take('data') ?? root;
  const [errors] = fieldsOf(root, remark).list('errors');
  if (errors) remark('lost', placeOf(errors), 'the answer has errors, so that it may not be all that there is');
  const fields = fieldsOf(data, remark);
  const proxies = ['saaras_db_proxy', 'proxy', 'proxies'].flatMap((name) => fields.list(name));
  const collected: Collected = { hosts: new Map(), filters: new Map(), globals: new Map(), remark };
  const names = proxies.map((proxy) => readProxy(proxy, collected));
  return {
    hosts: [...collected.hosts.values()],
    attached: [],
    filters: [...collected.filters.values()],
    globals: [...collected.globals.values()],
    delegations: [],
    proxies: names,
  };
}

/** Fields of a row that say nothing about traffic, and those that the service never reads. */
const ROW = ['create_ts', 'update_ts', 'delete_flag', 'id'];

function readProxy(source: Source, collected: Collected): string {
  const proxy = row(source, collected.remark, 'proxy_id', 'proxy_config', 'config_json');
  const name = proxy.text('proxy_name') ?? proxy.text('name') ?? 'proxy';
  for (const one of joined(proxy, 'proxy_globalconfigs', 'globalconfig', collected.remark)) readGlobal(one, collected);
  for (const one of joined(proxy, 'proxy_services', 'service', collected.remark)) readHost(one, name, collected);
  proxy.rest();
  return name;
}

function row(source: Source, remark: MakeRemark, ...ignored: readonly string[]): Fields {
  const fields = fieldsOf(source, remark);
  for (const name of [...ROW, ...ignored]) fields.take(name);
  return fields;
}

/** The things at the other ends of joins: `proxy_services: [{ service: {…} }]`. */
const joined = (fields: Fields, join: string, thing: string, remark: MakeRemark): readonly Source[] =>
  fields.list(join).flatMap((one) => {
    const found = fieldsOf(one, () => {}).take(thing);
    if (found && isObject(found.value)) return [found];
    remark('lost', placeOf(one), `an entry of "${join}" says of no ${thing} what it is, and is left out`);
    return [];
  });

function readGlobal(source: Source, { globals, remark }: Collected): void {
  const fields = row(source, remark, 'globalconfig_id');
  const name = fields.text('globalconfig_name') ?? 'unnamed';
  const config = fields.take('config_json') ?? fields.take('config');
  fields.take('config');
  globals.set(fields.text('globalconfig_name') ?? source.pointer, {
    source,
    namespace: NAMESPACE,
    name,
    type: fields.text('globalconfig_type') ?? '',
    config,
  });
  fields.rest();
}

function readHost(source: Source, proxy: string, collected: Collected): void {
  const { hosts, remark } = collected;
  const fields = row(source, remark, 'service_id', 'service_config', 'config_json');
  const name = fields.text('service_name') ?? 'unnamed';
  // Names are unique; what has none is not the same as others that have none.
  const key = fields.text('service_name') ?? source.pointer;
  const known = hosts.get(key);
  if (known) {
    hosts.set(key, { ...known, proxies: [...known.proxies, proxy] });
    return;
  }
  const [secret, ...otherSecrets] = joined(fields, 'service_secrets', 'secret', remark).map((one) => secretOf(one));
  if (otherSecrets.length > 0)
    remark('lost', placeOf(source), `of the secrets of a service the first alone is used, as in Enroute`);
  hosts.set(key, {
    source,
    namespace: NAMESPACE,
    name,
    hostname: fields.text('fqdn') ?? '*',
    ...(secret !== undefined && { tls: { source, secret, passthrough: false } }),
    filters: joined(fields, 'service_filters', 'filter', remark).flatMap((one) => readFilter(one, collected)),
    routes: fields.list('routes').map((one) => readRoute(one, collected)),
    proxies: [proxy],
  });
  fields.rest();
}

/** The name alone: keys and certificates are never carried over. */
const secretOf = (source: Source): string => fieldsOf(source, () => {}).text('secret_name') ?? 'unnamed';

function readFilter(source: Source, { filters, remark }: Collected): readonly FilterReference[] {
  const fields = row(source, remark, 'filter_id', 'filter_upstreams');
  const name = fields.text('filter_name');
  if (name === undefined) {
    remark('lost', placeOf(source), 'a filter without a name is left out');
    return [];
  }
  const type = (fields.text('filter_type') ?? '').toLowerCase();
  const text = fields.take('filter_config');
  const json = fields.take('config_json');
  filters.set(`${type} ${name}`, {
    source,
    namespace: NAMESPACE,
    name,
    type,
    config: text ?? json,
    isGlobal: false,
  });
  fields.rest();
  return [{ source, type, name }];
}

function readRoute(source: Source, collected: Collected): EnrouteRoute {
  const { remark } = collected;
  const fields = row(source, remark, 'route_id', 'service_id');
  const name = fields.text('route_name');
  const json = fields.take('config_json');
  const written = fields.take('route_config');
  const config = fieldsOf(json ?? (written && parsedText(written, remark)), remark);
  const prefix = fields.text('route_prefix') ?? config.text('prefix') ?? '/';
  const route: EnrouteRoute = {
    source,
    ...(name !== undefined && { name }),
    prefix,
    headers: config.list('header').flatMap((header) => readHeader(header, remark)),
    services: joined(fields, 'route_upstreams', 'upstream', remark).map((one) => readUpstream(one, remark)),
    websockets: false,
    permitInsecure: false,
    filters: joined(fields, 'route_filters', 'filter', remark).flatMap((one) => readFilter(one, collected)),
    isWithoutAuthorization: false,
  };
  fields.rest();
  return route;
}

const PROTOCOLS: ReadonlyMap<string, EnrouteService['protocol']> = new Map([
  ['grpc', 'h2c'],
  ['tls', 'tls'],
]);

function readUpstream(source: Source, remark: MakeRemark): EnrouteService {
  const fields = row(source, remark, 'upstream_id', 'upstream_config', 'config_json');
  const of = (name: string) => fields.text(`upstream_${name}`);
  const number = (name: string, most?: number) => fields.number(`upstream_${name}`, most);
  const weight = number('weight');
  const strategy = of('strategy');
  const subjectName = of('validation_subjectname');
  const authority = of('validation_cacertificate');
  const host = of('hc_host');
  const path = fields.path('upstream_hc_path');
  const [interval, timeout] = [number('hc_intervalseconds'), number('hc_timeoutseconds')];
  const [unhealthy, healthy] = [number('hc_unhealthythresholdcount'), number('hc_healthythresholdcount')];
  const isChecked = [host, path, interval, timeout, unhealthy, healthy].some(Boolean);
  const name = of('name') ?? 'unnamed';
  const address = of('ip') ?? '';
  if (address === '' || (!isIpAddress(address) && /[/:]/.test(address)))
    remark(
      'incomplete',
      placeOf(source),
      `the upstream has no address: ${JSON.stringify(address)}`,
      'write the right one',
    );
  const upstream: EnrouteService = {
    source,
    namespace: NAMESPACE,
    name,
    address: address === '' ? 'unknown.invalid' : address,
    port: number('port', MOST_PORT) || 80,
    protocol: PROTOCOLS.get(of('protocol') ?? '') ?? 'http1',
    ...(weight !== undefined && { weight }),
    ...(strategy !== undefined && { strategy }),
    ...(isChecked && {
      healthCheck: {
        path: path ?? '/',
        ...(host !== undefined && { host }),
        interval: interval || 10,
        timeout: timeout || 2,
        unhealthyThreshold: unhealthy || 3,
        healthyThreshold: healthy || 2,
      },
    }),
    ...(authority !== undefined && {
      validation: { secret: `${name}-authority`, ...(subjectName !== undefined && { subjectName }) },
    }),
  };
  fields.rest();
  return upstream;
}
