/** Routes of GatewayHosts and ServiceRoutes. */
import { isHeaderName } from '../../2-validate/formats/header-name.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf, type Source } from '../source.ts';
import { fieldsOf, textIn, MOST_PORT } from './fields.ts';
import type {
  Delegate,
  EnrouteHeader,
  EnrouteHealthCheck,
  EnrouteRetry,
  EnrouteRoute,
  EnrouteService,
  EnrouteTls,
  FilterReference,
  TcpForwarding,
} from './model.ts';
import type { ReadContext } from './resources.ts';

export function readTls(source: Source | undefined, remark: MakeRemark): EnrouteTls | undefined {
  if (!source) return undefined;
  const tls = fieldsOf(source, remark);
  const secret = tls.text('secretName');
  const minimumVersion = tls.text('minimumProtocolVersion');
  const read: EnrouteTls = {
    source,
    ...(secret !== undefined && { secret }),
    ...(minimumVersion !== undefined && { minimumVersion }),
    passthrough: tls.isTrue('passthrough'),
  };
  tls.rest();
  return read;
}

export function readTcp(
  source: Source | undefined,
  namespace: string,
  context: ReadContext,
): TcpForwarding | undefined {
  if (!source) return undefined;
  const tcp = fieldsOf(source, context.remark);
  const delegate = readDelegate(tcp.take('delegate'), namespace, context.remark);
  const read: TcpForwarding = {
    source,
    services: tcp.list('services').map((service) => readService(service, namespace, context)),
    ...(delegate && { delegate }),
  };
  tcp.rest();
  return read;
}

export const readFilterReferences = (sources: readonly Source[], remark: MakeRemark): readonly FilterReference[] =>
  sources.flatMap((source) => {
    const fields = fieldsOf(source, remark);
    const name = fields.text('name');
    return name === undefined ? [] : [{ source, name, type: (fields.text('type') ?? '').toLowerCase() }];
  });

export function readRoute(source: Source, namespace: string, context: ReadContext): EnrouteRoute {
  const { remark } = context;
  const route = fieldsOf(source, remark);
  const conditions = route.list('conditions').map((condition) => fieldsOf(condition, remark));
  const timeouts = fieldsOf(route.take('timeoutPolicy'), remark);
  const [timeout, idleTimeout] = [timeouts.take('request'), timeouts.take('idle')];
  const [connectTimeout, connectionIdleTimeout] = [timeouts.take('cluster_connect'), timeouts.take('cluster_idle')];
  const delegate = readDelegate(route.take('delegate'), namespace, remark);
  const retry = readRetry(route.take('retryPolicy'), remark);
  const prefixRewrite = route.path('prefixRewrite');
  const prefixes = conditions.flatMap((condition) => condition.text('prefix') ?? []);
  const read: EnrouteRoute = {
    source,
    prefix: prefixes[0] ?? route.text('match') ?? '/',
    headers: conditions.flatMap((condition) => readHeader(condition.take('header'), remark)),
    services: route.list('services').map((service) => readService(service, namespace, context)),
    ...(delegate && { delegate }),
    websockets: route.isTrue('enableWebsockets'),
    permitInsecure: route.isTrue('permitInsecure'),
    ...(prefixRewrite !== undefined && { prefixRewrite }),
    ...(timeout && { timeout }),
    ...(idleTimeout && { idleTimeout }),
    ...(connectTimeout && { connectTimeout }),
    ...(connectionIdleTimeout && { connectionIdleTimeout }),
    ...(retry && { retry }),
    filters: readFilterReferences(route.list('filters'), remark),
    isWithoutAuthorization: route.isTrue('disableExtauth'),
  };
  if (prefixes.length > 1)
    remark('lost', placeOf(source), 'a route has one prefix; the others of this one are left out');
  for (const fields of [route, timeouts, ...conditions]) fields.rest();
  return read;
}

const CONDITIONS = ['exact', 'notexact', 'contains', 'notcontains'] as const;

export function readHeader(source: Source | undefined, remark: MakeRemark): readonly EnrouteHeader[] {
  if (!source) return [];
  const header = fieldsOf(source, remark);
  const name = header.text('name');
  if (name === undefined) return [];
  if (!isHeaderName(name)) {
    remark('lost', placeOf(source), `${JSON.stringify(name)} is no name of a header, and the condition is left out`);
    return [];
  }
  const told = CONDITIONS.flatMap((condition): EnrouteHeader[] => {
    const value = header.text(condition);
    return value === undefined ? [] : [{ source, name, condition, value }];
  });
  const isPresent = header.isTrue('present');
  header.rest();
  return told.length === 0 && isPresent ? [{ source, name, condition: 'present', value: '' }] : told;
}

function readRetry(source: Source | undefined, remark: MakeRemark): EnrouteRetry | undefined {
  if (!source) return undefined;
  const retry = fieldsOf(source, remark);
  const perTryTimeout = retry.take('perTryTimeout');
  const on = retry.text('retryOn');
  const read: EnrouteRetry = {
    source,
    count: Math.max(1, retry.number('count') ?? 1),
    ...(perTryTimeout && { perTryTimeout }),
    ...(on !== undefined && { on }),
    statusCodes: retry.list('retriableStatusCodes').flatMap((code) => Number(textIn(code)) || []),
  };
  retry.rest();
  return read;
}

function readDelegate(source: Source | undefined, namespace: string, remark: MakeRemark): Delegate | undefined {
  const fields = fieldsOf(source, remark);
  const name = fields.text('name');
  if (!source || name === undefined) return undefined;
  return { source, name, namespace: fields.text('namespace') ?? namespace };
}

function readService(source: Source, namespace: string, { remark, services }: ReadContext): EnrouteService {
  const service = fieldsOf(source, remark);
  const name = service.text('name') ?? 'unnamed';
  const port = service.number('port', MOST_PORT) || 80;
  const protocol = service.text('protocol')?.toLowerCase();
  const weight = service.number('weight');
  const strategy = service.text('strategy');
  const healthCheck = readHealthCheck(service.take('healthCheck'), remark);
  const validation = fieldsOf(service.take('validation'), remark);
  const [authority, subjectName] = [validation.text('caSecret'), validation.text('subjectName')];
  const clientCertificate = fieldsOf(service.take('clientvalidation'), remark).text('caSecret');
  const read: EnrouteService = {
    source,
    namespace,
    name,
    address: services.addressOf(namespace, name),
    port,
    protocol: isProtocol(protocol) ? protocol : (services.protocolOf(namespace, name, port) ?? 'http1'),
    ...(weight !== undefined && { weight }),
    ...(strategy !== undefined && { strategy }),
    ...(healthCheck && { healthCheck }),
    ...(authority !== undefined && {
      validation: { secret: authority, ...(subjectName !== undefined && { subjectName }) },
    }),
    ...(clientCertificate !== undefined && { clientCertificate }),
  };
  service.rest();
  return read;
}

const isProtocol = (text: string | undefined): text is 'h2' | 'h2c' | 'tls' =>
  text === 'h2' || text === 'h2c' || text === 'tls';

function readHealthCheck(source: Source | undefined, remark: MakeRemark): EnrouteHealthCheck | undefined {
  if (!source) return undefined;
  const check = fieldsOf(source, remark);
  const host = check.text('host');
  const read: EnrouteHealthCheck = {
    path: check.path('path') ?? '/',
    ...(host !== undefined && { host }),
    interval: check.number('intervalSeconds') || 10,
    timeout: check.number('timeoutSeconds') || 2,
    unhealthyThreshold: check.number('unhealthyThresholdCount') || 3,
    healthyThreshold: check.number('healthyThresholdCount') || 2,
  };
  check.rest();
  return read;
}
