/**
 * Instances of a service as AWS Cloud Map lists them → endpoints. Pure.
 * Source: https://docs.aws.amazon.com/cloud-map/latest/api/API_RegisterInstance.html
 */
import { isIP } from 'node:net';
import type { Endpoint } from '../../compiler/discovered.ts';
import { labelsOf } from './labels.ts';
import { failed, type Answer } from './provider.ts';

export interface CloudMapInstance {
  readonly InstanceId?: string | undefined;
  /** `HEALTHY`, `UNHEALTHY` or `UNKNOWN`: of an instance that nobody checks. */
  readonly HealthStatus?: string | undefined;
  readonly Attributes?: Readonly<Record<string, string>> | undefined;
}

/** @param port in place of that which each instance registers */
export function readInstances(instances: readonly CloudMapInstance[], service: string, port?: number): Answer {
  const endpoints: Endpoint[] = [];
  for (const { InstanceId: id = '', HealthStatus: health, Attributes: attributes = {} } of instances) {
    if (health === 'UNHEALTHY') continue;
    const endpoint = endpointOf(attributes, port);
    if (typeof endpoint === 'string')
      return failed('invalid', `the instance "${id}" of "${service}" in Cloud Map ${endpoint}`);
    endpoints.push(endpoint);
  }
  return { status: 'found', endpoints };
}

function endpointOf(attributes: Readonly<Record<string, string>>, usual?: number): Endpoint | string {
  const { AWS_INSTANCE_IPV4: ipv4, AWS_INSTANCE_IPV6: ipv6, AWS_INSTANCE_PORT, ...others } = attributes;
  const { REGION, AVAILABILITY_ZONE, WEIGHT, ...more } = others;
  const address = ipv4 ?? ipv6;
  const port = usual ?? Number(AWS_INSTANCE_PORT);
  if (address === undefined) return 'has no IP address';
  for (const each of [ipv4, ipv6])
    if (each !== undefined && isIP(each) === 0) return `has the address "${each}", which is no IP address`;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return 'has no port; give one in the document';
  const weight = Number(WEIGHT);
  const labels = labelsOf(more);
  const locality = {
    ...(REGION !== undefined && REGION !== '' && { region: REGION }),
    ...(AVAILABILITY_ZONE !== undefined && AVAILABILITY_ZONE !== '' && { zone: AVAILABILITY_ZONE }),
  };
  return {
    address,
    port,
    ...(ipv4 !== undefined && ipv6 !== undefined && { additionalAddresses: [ipv6] }),
    ...(Object.keys(locality).length > 0 && { locality }),
    ...(Number.isInteger(weight) && weight > 1 && { weight: Math.min(weight, 1_000_000) }),
    ...(labels && { labels }),
  };
}
