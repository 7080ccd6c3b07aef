/**
 * Instances of a service as Consul lists them → endpoints. Pure.
 * Source: https://developer.hashicorp.com/consul/api-docs/health#list-service-instances-for-service
 */
import { isIP } from 'node:net';
import type { Endpoint } from '../../compiler/discovered.ts';
import { isObject, type JsonObject } from '../../compiler/shape.ts';
import { labelsOf } from './labels.ts';
import { failed, type Answer } from './provider.ts';

/** @param port in place of that which each instance registers */
export function readInstances(instances: readonly JsonObject[], service: string, port?: number): Answer {
  const endpoints: Endpoint[] = [];
  for (const instance of instances) {
    const status = statusOf(instance['Checks']);
    if (status === 'critical') continue;
    const endpoint = endpointOf(instance, status, port);
    if (typeof endpoint === 'string') return failed('invalid', `an instance of "${service}" in Consul ${endpoint}`);
    endpoints.push(...endpoint);
  }
  return { status: 'found', endpoints };
}

type Status = 'passing' | 'warning' | 'critical';

/** The worst of all checks of the instance and its node; maintenance is a critical check. */
function statusOf(checks: unknown): Status {
  const all = Array.isArray(checks) ? checks.map((check) => (isObject(check) ? check['Status'] : undefined)) : [];
  if (all.some((each) => each !== 'passing' && each !== 'warning')) return 'critical';
  return all.includes('warning') ? 'warning' : 'passing';
}

/** None, if its weight is 0; or why it cannot be one. */
function endpointOf(instance: JsonObject, status: Status, usual?: number): readonly Endpoint[] | string {
  const node = objectOf(instance, 'Node');
  const service = objectOf(instance, 'Service');
  const address = textOf(service, 'Address') || textOf(node, 'Address');
  const port = usual ?? service['Port'];
  if (isIP(address) === 0) return `has the address "${address}", which is no IP address`;
  if (typeof port !== 'number' || port < 1 || port > 65_535) return 'has no port; give one in the document';
  const weight = objectOf(service, 'Weights')[status === 'warning' ? 'Warning' : 'Passing'];
  if (weight === 0) return [];
  const labels = labelsOf(objectOf(service, 'Meta'));
  return [
    {
      address,
      port,
      locality: localityOf(service, node),
      // All the same is what there is without weights.
      ...(typeof weight === 'number' && weight > 1 && { weight: Math.min(Math.trunc(weight), 1_000_000) }),
      ...(status === 'warning' && { status: 'degraded' }),
      ...(labels && { labels }),
    },
  ];
}

/** As registered, or else the datacenter. */
function localityOf(service: JsonObject, node: JsonObject): { readonly region?: string; readonly zone?: string } {
  for (const holder of [service, node]) {
    const locality = objectOf(holder, 'Locality');
    const [region, zone] = [textOf(locality, 'Region'), textOf(locality, 'Zone')];
    if (region !== '' || zone !== '') return { ...(region !== '' && { region }), ...(zone !== '' && { zone }) };
  }
  return { region: textOf(node, 'Datacenter') || 'dc1' };
}

function objectOf(holder: JsonObject, key: string): JsonObject {
  const value = holder[key];
  return isObject(value) ? value : {};
}

function textOf(holder: JsonObject, key: string): string {
  const value = holder[key];
  return typeof value === 'string' ? value : '';
}
