/** Services → Upstreams: one for each way in which a service is asked. */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { isHostname } from '../../2-validate/formats/name.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { draft, type WrittenSpec } from '../draft.ts';
import { placeOf, type Source } from '../source.ts';
import type { Conversion } from './context.ts';
import { seconds } from './durations.ts';
import type { EnrouteHealthCheck, EnrouteService } from './model.ts';
import type { Secrets } from './secrets.ts';

type UpstreamSpec = WrittenSpec<'Upstream'>;

/** What routes say of the connection to a service, which is a matter of the Upstream here. */
export type UpstreamSettings = Pick<
  UpstreamSpec,
  'circuitBreakers' | 'outlierDetection' | 'connectTimeout' | 'connectionIdleTimeout'
>;

export interface Upstreams {
  /** How a document of the namespace names the Upstream of a service. */
  readonly reference: (service: EnrouteService, settings: UpstreamSettings, from: string) => string;
  /** The Upstream of an address that a filter asks. */
  readonly ofAddress: (wish: string, namespace: string, spec: UpstreamSpec) => string;
}

export function createUpstreams(conversion: Conversion, secrets: Secrets): Upstreams {
  const known = new Map<string, string>();
  const make = (wish: string, namespace: string, spec: UpstreamSpec): string => {
    const key = `${namespace} ${wish} ${canonicalJson(JSON.parse(JSON.stringify(spec)))}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const name = conversion.nameOf('Upstream', namespace, wish);
    known.set(key, name);
    conversion.add(draft('Upstream', { name, namespace: conversion.namespaceOf(namespace) }, spec));
    return name;
  };
  return {
    ofAddress: make,
    reference: (service, settings, from) => {
      const spec = { ...upstreamSpec(service, secrets, conversion), ...settings };
      return conversion.reference(from, service.namespace, make(service.name, service.namespace, spec));
    },
  };
}

function upstreamSpec(service: EnrouteService, secrets: Secrets, conversion: Conversion): UpstreamSpec {
  const { source, address, port, protocol, healthCheck, strategy } = service;
  const tls = protocol === 'tls' || protocol === 'h2' ? tlsOf(service, secrets, conversion) : undefined;
  return {
    ...destination(address, port, source, conversion),
    ...((protocol === 'h2' || protocol === 'h2c') && { protocol: 'http2' as const }),
    ...(tls && { tls }),
    loadBalancing: { policy: policyOf(strategy, source, conversion), ...(healthCheck && { panicThreshold: 0 }) },
    ...(healthCheck && { healthChecks: [healthCheckOf(healthCheck, address)] }),
  };
}

/** An address literal is an endpoint, a name is resolved. */
export function destination(
  address: string,
  port: number,
  source: Source,
  { remark }: Pick<Conversion, 'remark'>,
): Pick<UpstreamSpec, 'endpoints' | 'dns'> {
  if (isIpAddress(address)) return { endpoints: [{ address, port }] };
  if (isHostname(address)) return { dns: { hostname: address, port } };
  remark('incomplete', placeOf(source), `${JSON.stringify(address)} is no host name`, 'write the right one');
  return { dns: { hostname: 'unknown.invalid', port } };
}

const POLICIES: ReadonlyMap<string, 'roundRobin' | 'leastRequest' | 'random' | 'ringHash'> = new Map([
  ['roundrobin', 'roundRobin'],
  ['weightedleastrequest', 'leastRequest'],
  ['random', 'random'],
  ['cookie', 'ringHash'],
]);

/** Whether a service keeps each client with one endpoint, by a cookie. */
export const isSticky = ({ strategy }: EnrouteService): boolean => strategy?.toLowerCase() === 'cookie';

function policyOf(strategy: string | undefined, source: Source, { remark }: Conversion) {
  const policy = POLICIES.get((strategy ?? 'RoundRobin').toLowerCase());
  if (!policy)
    remark('approximated', placeOf(source), `the strategy "${strategy}" is none of Enroute's, which then takes turns`);
  return policy ?? 'roundRobin';
}

function tlsOf(
  { namespace, validation, clientCertificate, source }: EnrouteService,
  secrets: Secrets,
  { remark }: Conversion,
): UpstreamSpec['tls'] {
  if (!validation) remark('approximated', placeOf(source), UNVERIFIED, UNVERIFIED_HELP);
  return {
    validation: validation
      ? {
          secret: secrets.reference(validation.secret, namespace, 'certificate-authority', source),
          ...(validation.subjectName !== undefined && { subjectAltNames: [validation.subjectName] }),
        }
      : { insecureSkipVerify: true },
    ...(clientCertificate !== undefined && {
      clientCertificate: secrets.reference(clientCertificate, namespace, 'tls-certificate', source),
    }),
  };
}

const UNVERIFIED = 'the certificate of the service is not verified, as in Enroute';
const UNVERIFIED_HELP = 'name the authority, or "system: true", in place of insecureSkipVerify';

const healthCheckOf = (
  check: EnrouteHealthCheck,
  address: string,
): NonNullable<UpstreamSpec['healthChecks']>[number] => ({
  http: { path: check.path, ...hostOf(check.host, address) },
  interval: seconds(check.interval),
  timeout: seconds(check.timeout),
  unhealthyThreshold: check.unhealthyThreshold,
  healthyThreshold: check.healthyThreshold,
});

/** What Enroute names where nobody says a host. */
const CHECKING_HOST = 'contour-envoy-healthcheck';

const hostOf = (host: string | undefined, address: string) => {
  const hostname = host ?? CHECKING_HOST;
  return hostname === address ? {} : { hostname };
};
