/** Where rules apply: presence, nesting, and what is deprecated. */
import { describe, expect, test } from 'vitest';
import { any, violations } from '../../compiler/xds/index.ts';
import { broken, brokenField } from './broken.ts';

describe('presence', () => {
  test('a required message', () => {
    expect(broken('envoy.config.route.v3.Route', { route: { cluster: 'c' } })).toEqual(['match: required']);
  });

  test('a required oneof names its members, without deprecated ones', () => {
    expect(violations('envoy.config.core.v3.Address', {})).toEqual([
      { path: '', rule: 'oneof', message: 'needs one of socket_address, pipe, envoy_internal_address' },
    ]);
  });

  test('a member of a oneof is checked only if it is chosen, and then also when empty', () => {
    expect(broken('envoy.config.route.v3.RouteAction', { cluster_header: 'x' })).toEqual([]);
    expect(broken('envoy.config.route.v3.RouteAction', { cluster: '' })).toEqual(['cluster: string.min_len']);
  });

  test('null and undefined are absence', () => {
    expect(broken('envoy.config.route.v3.Route', { match: null, route: { cluster: 'c' } })).toEqual([
      'match: required',
    ]);
    expect(broken('envoy.config.route.v3.Route', { match: undefined, route: { cluster: 'c' } })).toEqual([
      'match: required',
    ]);
  });
});

describe('nesting', () => {
  test('rules hold inside an Any', () => {
    const filter = {
      name: 'buffer',
      typed_config: { ...any('envoy.extensions.filters.http.buffer.v3.Buffer', { max_request_bytes: 0 }) },
    };
    const manager = { stat_prefix: 'x', route_config: {}, http_filters: [filter] };
    expect(
      broken('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', manager),
    ).toEqual(['http_filters[0].typed_config.max_request_bytes: uint32.gt']);
  });

  test('rules do not hold inside a message that is skipped', () => {
    const entry = { key: '', value: 'x' };
    expect(broken('envoy.config.core.v3.KeyValue', entry)).toContain('key: string.min_len');
    expect(broken('envoy.config.core.v3.KeyValueAppend', { record: { key: 'k', value: 'v' }, entry })).not.toContain(
      'entry.key: string.min_len',
    );
  });

  test('rules hold again after it', () => {
    const mutation = (entry: object) => ({ append: { entry, record: { key: 'k', value: 'v' } } });
    const query_parameter_mutations = [
      { append: { record: { key: '', value: '' } } },
      mutation({ key: '', value: 'x' }),
    ];
    expect(
      broken('envoy.extensions.filters.http.header_mutation.v3.Mutations', { query_parameter_mutations }),
    ).toContain('query_parameter_mutations[0].append.record.key: string.min_len');
  });

  test('a path leads through lists and map keys, in the order of the fields', () => {
    const routes = [
      {
        match: { prefix: '/' },
        typed_per_filter_config: { 'a.b': { '@type': 'type.googleapis.com/envoy.config.core.v3.Address' } },
      },
      {},
    ];
    expect(
      broken('envoy.config.route.v3.RouteConfiguration', { virtual_hosts: [{ name: '', domains: ['*'], routes }] }),
    ).toEqual([
      'virtual_hosts[0].name: string.min_len',
      'virtual_hosts[0].routes[0]: oneof',
      'virtual_hosts[0].routes[0].typed_per_filter_config["a.b"]: oneof',
      'virtual_hosts[0].routes[1]: oneof',
      'virtual_hosts[0].routes[1].match: required',
    ]);
  });
});

describe('deprecation', () => {
  test('a field in use', () => {
    const resolvers = [{ socket_address: { address: '1.1.1.1', port_value: 53 } }];
    expect(violations('envoy.config.cluster.v3.Cluster', { name: 'c', dns_resolvers: resolvers })).toEqual([
      { path: 'dns_resolvers', rule: 'deprecated', message: 'is deprecated since version 3.0 of the API' },
    ]);
  });

  test('a field that is set to nothing is not in use', () => {
    expect(broken('envoy.config.cluster.v3.Cluster', { name: 'c', dns_resolvers: [] })).toEqual([]);
  });

  test('an enum value in use', () => {
    expect(brokenField('envoy.config.core.v3.ApiConfigSource', 'transport_api_version', 'V2')).toEqual(['deprecated']);
  });

  test('an absent field whose default is deprecated', () => {
    expect(broken('envoy.config.core.v3.ApiConfigSource', {})).toEqual(['api_type: deprecated']);
    expect(broken('envoy.config.core.v3.ApiConfigSource', { api_type: 'GRPC' })).toEqual([]);
  });
});

describe('structure', () => {
  const CLUSTER = 'envoy.config.cluster.v3.Cluster';

  test('a field that the message does not have', () => {
    expect(violations(CLUSTER, { name: 'c', timeout: '1s' })).toEqual([
      { path: 'timeout', rule: 'unknown-field', message: `is not a field of ${CLUSTER}` },
    ]);
  });

  test('names that every object inherits are unknown fields like others', () => {
    expect(broken(CLUSTER, { name: 'c', constructor: 1, toString: 1 })).toEqual([
      'toString: unknown-field',
      'constructor: unknown-field',
    ]);
    expect(broken(CLUSTER, JSON.parse('{"name":"c","__proto__":{}}'))).toEqual(['__proto__: unknown-field']);
  });

  test.each([
    ['a number', { name: 1 }, 'name', 'expected a string, got 1'],
    ['half a character', { name: '\ud800' }, 'name', 'is not well-formed Unicode: "\\ud800"'],
    [
      'a string',
      { name: 'c', wait_for_warm_on_init: 'true' },
      'wait_for_warm_on_init',
      'expected true or false, got "true"',
    ],
    [
      'an unknown enum value',
      { name: 'c', type: 'NONE' },
      'type',
      'expected a value of envoy.config.cluster.v3.Cluster.DiscoveryType, got "NONE"',
    ],
    [
      'minutes',
      { name: 'c', connect_timeout: '1m' },
      'connect_timeout',
      'expected a duration such as "1.5s", got "1m"',
    ],
    ['an object', { name: 'c', health_checks: {} }, 'health_checks', 'expected an array, got {}'],
    ['an array', { name: 'c', metadata: [] }, 'metadata', 'expected an object, envoy.config.core.v3.Metadata, got []'],
    [
      'a fraction',
      { name: 'c', per_connection_buffer_limit_bytes: 1.5 },
      'per_connection_buffer_limit_bytes',
      'expected uint32, got 1.5',
    ],
    [
      'a negative number',
      { name: 'c', per_connection_buffer_limit_bytes: -1 },
      'per_connection_buffer_limit_bytes',
      'expected uint32, got -1',
    ],
    [
      'two members of a oneof',
      { name: 'c', type: 'STATIC', cluster_type: { name: 'x', typed_config: {} } },
      'type',
      'cannot be set together with cluster_type',
    ],
  ])('%s in the wrong place', (_, message, path, text) => {
    expect(violations(CLUSTER, message)).toContainEqual({ path, rule: 'type', message: text });
  });

  test('an Any of an unknown message, and one of none', () => {
    const extension = (config: object) =>
      violations('envoy.config.core.v3.TypedExtensionConfig', { name: 'x', typed_config: config });
    const type = 'type.googleapis.com/envoy.Nothing';
    expect(extension({ '@type': type })).toEqual([
      { path: 'typed_config.@type', rule: 'type', message: `is no type URL of a known message: "${type}"` },
    ]);
    expect(extension({ a: 1 })).toEqual([{ path: 'typed_config', rule: 'type', message: 'has no "@type"' }]);
  });

  test('a Struct holds JSON only', () => {
    expect(broken('envoy.config.core.v3.Metadata', { filter_metadata: { a: { b: [() => 1] } } })).toEqual([
      'filter_metadata["a"]: type',
    ]);
  });
});
