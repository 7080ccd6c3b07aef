/** Kubernetes resources of Enroute → what they mean. Source: the CRDs of the group enroute.saaras.io, v1 and v1beta1. */
import type { Document } from '../../1-parse/document.ts';
import { withArticle } from '../../diagnostics/catalog/words.ts';
import type { MakeRemark } from '../remark.ts';
import { items, placeOf, rootOf, textOf, type Source } from '../source.ts';
import { fieldsOf, textIn, type Fields, MOST_PORT } from './fields.ts';
import type { AttachedRoutes, EnrouteDelegation, EnrouteFilter, EnrouteGlobal, EnrouteHost, Named } from './model.ts';
import { readFilterReferences, readRoute, readTcp, readTls } from './routes-of-resources.ts';
import { readKubernetesServices, type KubernetesServices } from './services.ts';

/** Everything that the resources declare, in the order of the text. */
export interface Resources {
  readonly hosts: readonly EnrouteHost[];
  readonly attached: readonly AttachedRoutes[];
  readonly filters: readonly EnrouteFilter[];
  readonly globals: readonly EnrouteGlobal[];
  readonly delegations: readonly EnrouteDelegation[];
}

export interface ReadContext {
  readonly remark: MakeRemark;
  readonly services: KubernetesServices;
}

const GROUP = /^enroute\.saaras\.io\//i;

/** Kinds that stand beside Enroute's in the same files, and of which nothing else is needed than what is read here. */
const BESIDE = new Set(['service', 'secret', 'namespace', 'endpoints', 'endpointslice']);

export const isResource = ({ value }: Document): boolean =>
  typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value;

export function readResources(documents: readonly Document[], remark: MakeRemark): Resources {
  const all = documents.map(rootOf);
  const context: ReadContext = { remark, services: readKubernetesServices(all, remark) };
  const found = { hosts: [], attached: [], filters: [], globals: [], delegations: [] } satisfies Resources;
  const into: { -readonly [K in keyof Resources]: Resources[K][number][] } = found;
  for (const source of all) {
    const resource = fieldsOf(source, remark);
    const kind = resource.text('kind')?.toLowerCase() ?? '';
    const isOurs = GROUP.test(resource.text('apiVersion') ?? '');
    if (!isOurs && BESIDE.has(kind)) continue;
    const named = nameOf(resource, remark);
    const spec = fieldsOf(resource.take('spec'), remark);
    resource.take('status');
    if (!isOurs)
      remark('lost', placeOf(source), `${withArticle(resource.text('kind') ?? '')} is none of Enroute's resources`);
    else if (kind === 'gatewayhost') into.hosts.push(readHost(named, spec, context));
    else if (kind === 'serviceroute') into.attached.push(readServiceRoute(named, spec, context));
    else if (kind === 'httpfilter') into.filters.push(readFilter(named, spec, 'httpFilterConfig'));
    else if (kind === 'routefilter') into.filters.push(readFilter(named, spec, 'routeFilterConfig'));
    else if (kind === 'globalconfig') into.globals.push(readGlobal(named, spec));
    else if (kind === 'tlscertificatedelegation') into.delegations.push(...readDelegations(named, spec));
    else {
      remark(
        'lost',
        placeOf(source),
        `${withArticle(resource.text('kind') ?? '')} is not carried over`,
        'Enroute takes no notice of it',
      );
      continue;
    }
    resource.rest();
    spec.rest();
  }
  return found;
}

interface Declared extends Named {
  readonly labels: ReadonlyMap<string, string>;
}

function nameOf(resource: Fields, remark: MakeRemark): Declared {
  const metadata = fieldsOf(resource.take('metadata'), remark);
  const labels = metadata.take('labels');
  const values = labels && typeof labels.value === 'object' ? Object.entries(labels.value ?? {}) : [];
  return {
    source: resource.source,
    namespace: metadata.text('namespace') ?? 'default',
    name: metadata.text('name') ?? 'unnamed',
    labels: new Map(values.map(([key, value]) => [key, String(value)])),
  };
}

function readHost(named: Named, spec: Fields, context: ReadContext): EnrouteHost {
  const { namespace } = named;
  const virtualHost = spec.take('virtualHost');
  const fields = fieldsOf(virtualHost, context.remark);
  const tls = readTls(fields.take('tls'), context.remark);
  const tcp = readTcp(spec.take('tcpProxy'), namespace, context);
  const host: EnrouteHost = {
    ...named,
    ...(virtualHost && { hostname: fields.text('fqdn') ?? '*' }),
    ...(tls && { tls }),
    filters: readFilterReferences(fields.list('filters'), context.remark),
    routes: spec.list('routes').map((route) => readRoute(route, namespace, context)),
    ...(tcp && { tcp }),
    proxies: [],
  };
  fields.rest();
  return host;
}

function readServiceRoute(named: Named, spec: Fields, context: ReadContext): AttachedRoutes {
  const route = spec.take('route');
  return {
    ...named,
    hostname: spec.text('fqdn') ?? '*',
    routes: route ? [readRoute(route, named.namespace, context)] : [],
  };
}

/** Helm marks filters of every host by a label. */
const SCOPE = 'configscope';

function readFilter(named: Declared, spec: Fields, key: 'httpFilterConfig' | 'routeFilterConfig'): EnrouteFilter {
  const config = spec.take(key);
  const service = firstOf(spec.take('services'));
  const name = spec.text('name') ?? named.name;
  return {
    source: named.source,
    namespace: named.namespace,
    name: named.name === 'unnamed' ? name : named.name,
    type: (spec.text('type') ?? '').toLowerCase(),
    config: config && (memberOf(config, 'config') ?? config),
    ...(service && { service }),
    isGlobal: [...named.labels].some(([label, value]) => label.endsWith(SCOPE) && value === 'globalconfig'),
  };
}

function readGlobal(named: Named, spec: Fields): EnrouteGlobal {
  spec.take('name');
  return { ...named, type: (spec.text('type') ?? '').toLowerCase(), config: spec.take('config') };
}

function readDelegations({ namespace }: Named, spec: Fields): readonly EnrouteDelegation[] {
  return spec.list('delegations').flatMap((delegation) => {
    const secret = textIn(memberOf(delegation, 'secretName'));
    const targets = items(memberOf(delegation, 'targetNamespaces')).flatMap((target) => textOf(target) ?? []);
    return secret === undefined ? [] : [{ namespace, secret, targets }];
  });
}

/** A field of an object whose other fields do not matter. */
const memberOf = (source: Source, name: string): Source | undefined => fieldsOf(source, () => {}).take(name);

/** A filter has one service, which may stand in a list. */
function firstOf(services: Source | undefined): EnrouteFilter['service'] {
  const service = services && Array.isArray(services.value) ? items(services)[0] : services;
  if (!service) return undefined;
  const fields = fieldsOf(service, () => {});
  const name = fields.text('name');
  return name === undefined ? undefined : { name, port: fields.number('port', MOST_PORT) ?? 80 };
}
