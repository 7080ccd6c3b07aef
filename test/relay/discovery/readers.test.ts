/** What other systems say of endpoints, and what that is to us. */
import { describe, expect, test } from 'vitest';
import { readInstances as readCloudMap } from '../../../relay/discovery/cloud-map-instances.ts';
import { readInstances as readConsul } from '../../../relay/discovery/consul-instances.ts';
import { endpointsOfSlices } from '../../../relay/discovery/endpoint-slices.ts';

describe('EndpointSlices', () => {
  const slice = (name: string, more: object) => ({
    metadata: { name },
    addressType: 'IPv4',
    ports: [
      { name: 'http', port: 8080, protocol: 'TCP' },
      { name: 'admin', port: 9090, protocol: 'TCP' },
    ],
    ...more,
  });
  const pod = (address: string, more: object = {}) => ({ addresses: [address], conditions: { ready: true }, ...more });

  test('are found by name or number of the port', () => {
    const slices = [slice('a', { endpoints: [pod('10.0.0.1')] })];
    expect(endpointsOfSlices(slices, 'http')).toEqual([{ address: '10.0.0.1', port: 8080 }]);
    expect(endpointsOfSlices(slices, '9090')).toEqual([{ address: '10.0.0.1', port: 9090 }]);
    expect(endpointsOfSlices(slices, 'grpc')).toEqual([]);
  });

  test.each([
    [{}, 'healthy'],
    [{ ready: true, serving: true, terminating: false }, 'healthy'],
    [{ ready: false, serving: true, terminating: true }, 'draining'],
    [{ ready: false, serving: false, terminating: true }, 'away'],
    [{ ready: false, serving: false, terminating: false }, 'away'],
    [{ ready: true, serving: true, terminating: true }, 'draining'],
  ])('%j is %s', (conditions, expected) => {
    const [endpoint] = endpointsOfSlices([slice('a', { endpoints: [pod('10.0.0.1', { conditions })] })], 'http');
    expect(endpoint ? (endpoint.status ?? 'healthy') : 'away').toBe(expected);
  });

  test('are taken together: one that is in two counts once, and one of both families has both addresses', () => {
    const first = { targetRef: { kind: 'Pod', name: 'cart-1', uid: 'u1' }, zone: 'eu-1' };
    const slices = [
      slice('b', { addressType: 'IPv6', endpoints: [pod('fd00::1', first), pod('fd00::2')] }),
      slice('a', { endpoints: [pod('10.0.0.1', first)] }),
      slice('c', { endpoints: [pod('10.0.0.1', first), pod('10.0.0.3')] }),
      slice('d', { addressType: 'FQDN', endpoints: [pod('cart.example.com')] }),
    ];
    expect(
      endpointsOfSlices(slices, 'http').toSorted((a, b) => ((a.address ?? '') < (b.address ?? '') ? -1 : 1)),
    ).toEqual([
      { address: '10.0.0.1', port: 8080, locality: { zone: 'eu-1' }, additionalAddresses: ['fd00::1'] },
      { address: '10.0.0.3', port: 8080 },
      { address: 'fd00::2', port: 8080 },
    ]);
  });

  test('that are not what they should be have no endpoints', () => {
    expect(endpointsOfSlices([{}, slice('a', { endpoints: null }), slice('b', { endpoints: [{}] })], 'http')).toEqual(
      [],
    );
  });
});

describe("Consul's instances", () => {
  const instance = (service: object, ...checks: readonly string[]) => ({
    Node: { Address: '10.0.0.9', Datacenter: 'dc1' },
    Service: { Address: '10.0.0.1', Port: 80, ...service },
    Checks: checks.map((Status) => ({ Status })),
  });
  const read = (...instances: readonly ReturnType<typeof instance>[]) => readConsul(instances, 'cart');

  test('have the address of their node where they have none, weights by their health, and labels', () => {
    const answer = read(
      instance({ Address: '', Weights: { Passing: 5, Warning: 2 }, Meta: { version: '2' } }, 'passing'),
      instance({ Weights: { Passing: 5, Warning: 2 } }, 'passing', 'warning'),
      instance({}, 'passing', 'critical'),
      instance({ Weights: { Passing: 0, Warning: 0 } }, 'passing'),
      instance({ Locality: { Region: 'eu', Zone: 'eu-1' } }),
    );
    const region = { region: 'dc1' };
    expect(answer).toEqual({
      status: 'found',
      endpoints: [
        { address: '10.0.0.9', port: 80, locality: region, weight: 5, labels: { version: '2' } },
        { address: '10.0.0.1', port: 80, locality: region, weight: 2, status: 'degraded' },
        { address: '10.0.0.1', port: 80, locality: { region: 'eu', zone: 'eu-1' } },
      ],
    });
  });

  test.each([
    [{ Address: 'cart.example.com' }, 'has the address "cart.example.com", which is no IP address'],
    [{ Port: 0 }, 'has no port; give one in the document'],
    [{ Port: 70_000 }, 'has no port; give one in the document'],
  ])('%j cannot be used', (service, message) => {
    expect(read(instance(service))).toMatchObject({ status: 'failed', message: expect.stringContaining(message) });
  });
});

describe("Cloud Map's instances", () => {
  test('have places, weights and labels among their attributes; unhealthy ones are left out', () => {
    const attributes = {
      AWS_INSTANCE_IPV4: '10.0.0.1',
      AWS_INSTANCE_PORT: '80',
      REGION: 'eu-west-1',
      AVAILABILITY_ZONE: 'eu-west-1a',
      WEIGHT: '3',
      stage: 'live',
    };
    const answer = readCloudMap(
      [
        { InstanceId: 'a', HealthStatus: 'HEALTHY', Attributes: attributes },
        { InstanceId: 'b', HealthStatus: 'UNHEALTHY', Attributes: attributes },
        { InstanceId: 'c', Attributes: { AWS_INSTANCE_IPV6: 'fd00::1', AWS_INSTANCE_PORT: '81' } },
      ],
      'cart',
    );
    expect(answer).toEqual({
      status: 'found',
      endpoints: [
        {
          address: '10.0.0.1',
          port: 80,
          locality: { region: 'eu-west-1', zone: 'eu-west-1a' },
          weight: 3,
          labels: { stage: 'live' },
        },
        { address: 'fd00::1', port: 81 },
      ],
    });
  });

  test.each([
    [
      { AWS_INSTANCE_CNAME: 'cart.example.com', AWS_INSTANCE_PORT: '80' },
      'the instance "a" of "cart" in Cloud Map has no IP address',
    ],
    [{ AWS_INSTANCE_IPV4: 'cart', AWS_INSTANCE_PORT: '80' }, 'has the address "cart", which is no IP address'],
    [{ AWS_INSTANCE_IPV4: '10.0.0.1' }, 'has no port; give one in the document'],
  ])('%j cannot be used', (Attributes, message) => {
    expect(readCloudMap([{ InstanceId: 'a', Attributes }], 'cart')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining(message),
    });
  });
});
