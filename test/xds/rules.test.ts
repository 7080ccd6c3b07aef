/** Every kind of rule that Envoy's API uses, each by a message that has it. */
import { describe, expect, test } from 'vitest';
import { broken, brokenField } from './broken.ts';

describe('numbers', () => {
  test('gte includes its limit, lt excludes it', () => {
    const status = (value: unknown) => brokenField('envoy.config.route.v3.DirectResponseAction', 'status', value);
    expect(status(199)).toEqual(['uint32.gte']);
    expect(status(200)).toEqual([]);
    expect(status(599)).toEqual([]);
    expect(status(600)).toEqual(['uint32.lt']);
  });

  test('gt excludes its limit, lte includes it', () => {
    const table = (value: unknown) =>
      brokenField(
        'envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig',
        'max_active_downstream_connections',
        value,
      );
    expect(table(0)).toEqual(['int64.gt']);
    expect(table(1)).toEqual([]);
    const percent = (value: unknown) => brokenField('envoy.type.v3.Percent', 'value', value);
    expect(percent(100)).toEqual([]);
    expect(percent(100.5)).toEqual(['double.lte']);
    expect(percent(-0.5)).toEqual(['double.gte']);
    expect(percent('NaN')).toEqual(['double.gte']);
  });

  test('one without presence is checked as zero if it is absent', () => {
    expect(broken('envoy.config.route.v3.DirectResponseAction', {})).toEqual(['status: uint32.gte']);
  });

  test('one in a wrapper is checked only if it is there', () => {
    expect(broken('envoy.config.core.v3.Http2ProtocolOptions', {})).toEqual([]);
    expect(broken('envoy.config.core.v3.Http2ProtocolOptions', { initial_stream_window_size: 1 })).toEqual([
      'initial_stream_window_size: uint32.gte',
    ]);
  });

  test('64-bit limits are exact in both JSON forms', () => {
    const size = (value: unknown) =>
      brokenField('envoy.extensions.filters.http.gcp_authn.v3.TokenCacheConfig', 'cache_size', value);
    expect(size(1)).toEqual([]);
    expect(size('9223372036854775807')).toEqual([]);
    expect(size('9223372036854775808')).toEqual(['uint64.lte']);
  });

  test('ignore_empty lets zero pass', () => {
    const code = (value: unknown) =>
      brokenField('envoy.extensions.filters.http.ext_authz.v3.ShadowDecision', 'status_code', value);
    expect(code(0)).toEqual([]);
    expect(code(99)).toEqual(['uint32.gte']);
  });
});

describe('durations', () => {
  const timeout = (value: unknown) => brokenField('envoy.config.core.v3.HttpUri', 'timeout', value);

  test('limits are exact to the nanosecond', () => {
    expect(timeout('-0.000000001s')).toEqual(['duration.gte']);
    expect(timeout('0s')).toEqual([]);
    expect(timeout('4294967295.999999999s')).toEqual([]);
    expect(timeout('4294967296s')).toEqual(['duration.lt']);
  });

  test('a required one', () => expect(timeout(undefined)).toEqual(['required']));

  test('a lower limit above the upper one means outside of both', () => {
    const interval = (value: unknown) =>
      brokenField('envoy.config.core.v3.QuicKeepAliveSettings', 'initial_interval', value);
    expect(interval('0s')).toEqual([]);
    expect(interval('0.0005s')).toEqual(['duration.range']);
    expect(interval('0.001s')).toEqual([]);
  });
});

describe('strings', () => {
  test('min_len', () => {
    expect(broken('envoy.config.cluster.v3.Cluster', {})).toEqual(['name: string.min_len']);
    expect(broken('envoy.config.cluster.v3.Cluster', { name: '' })).toEqual(['name: string.min_len']);
  });

  test('lengths count characters, not UTF-16 units; byte limits count UTF-8', () => {
    const template = (value: string) =>
      brokenField('envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig', 'path_template', value);
    expect(template('\u{1F600}'.repeat(256))).toEqual([]);
    expect(template('\u{1F600}'.repeat(257))).toEqual(['string.max_len']);
    const sni = (value: string) =>
      brokenField('envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext', 'sni', value);
    expect(sni('é'.repeat(127))).toEqual([]);
    expect(sni('é'.repeat(128))).toEqual(['string.max_bytes']);
  });

  test('pattern', () => {
    const prefix = (value: string) => brokenField('envoy.config.route.v3.RouteMatch', 'path_separated_prefix', value);
    expect(prefix('/a')).toEqual([]);
    expect(prefix('/a/')).toEqual(['string.pattern']);
  });

  test('prefix and suffix, unless empty', () => {
    const format = (value: string) => brokenField('envoy.config.route.v3.RateLimit.HitsAddend', 'format', value);
    expect(format('')).toEqual([]);
    expect(format('%BYTES_RECEIVED%')).toEqual([]);
    expect(format('BYTES_RECEIVED%')).toEqual(['string.prefix']);
    expect(format('%BYTES_RECEIVED')).toEqual(['string.suffix']);
  });

  test('in', () => {
    const type = (value: string) =>
      brokenField('envoy.extensions.filters.http.ratelimit.v3.RateLimit', 'request_type', value);
    expect(type('both')).toEqual([]);
    expect(type('all')).toEqual(['string.in']);
  });

  test('header names, strict and not', () => {
    const strict = (value: string) =>
      brokenField(
        'envoy.extensions.http.original_ip_detection.custom_header.v3.CustomHeaderConfig',
        'header_name',
        value,
      );
    expect(strict('x-real-ip')).toEqual([]);
    expect(strict('x real ip')).toEqual(['string.well_known_regex']);
    const lenient = (value: string) =>
      brokenField('envoy.extensions.filters.http.jwt_authn.v3.JwtProvider', 'forward_payload_header', value);
    expect(lenient('x real ip')).toEqual([]);
    expect(lenient('x\ny')).toEqual(['string.well_known_regex']);
  });
});

test('bytes', () => {
  const match = (value: string) =>
    brokenField('envoy.config.tap.v3.HttpGenericBodyMatch.GenericTextMatch', 'binary_match', value);
  expect(match('AA==')).toEqual([]);
  expect(match('')).toEqual(['bytes.min_len']);
});

test('bool.const', () => {
  const disabled = (value: boolean) =>
    brokenField('envoy.extensions.filters.http.buffer.v3.BufferPerRoute', 'disabled', value);
  expect(disabled(true)).toEqual([]);
  expect(disabled(false)).toEqual(['bool.const']);
});

describe('enums', () => {
  test('defined_only', () => {
    const action = (value: unknown) => brokenField('envoy.config.rbac.v3.RBAC', 'action', value);
    expect(action('DENY')).toEqual([]);
    expect(action(1)).toEqual([]);
    expect(action(99)).toEqual(['enum.defined_only']);
  });

  test('not_in, also of the default', () => {
    const type = (value: unknown) =>
      brokenField('envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher', 'san_type', value);
    expect(type('DNS')).toEqual([]);
    expect(type('SAN_TYPE_UNSPECIFIED')).toEqual(['enum.not_in']);
    expect(type(undefined)).toEqual(['enum.not_in']);
  });
});

describe('lists and maps', () => {
  const BUCKETS = { match: { prefix: 'a' } };

  test('min_items, also of an absent list; a rule for each item', () => {
    expect(broken('envoy.config.route.v3.VirtualHost', { name: 'a' })).toEqual(['domains: min_items']);
    expect(
      broken('envoy.config.route.v3.VirtualHost', {
        name: 'a',
        domains: ['*'],
        request_headers_to_remove: ['ok', 'a\n'],
      }),
    ).toEqual(['request_headers_to_remove[1]: string.well_known_regex']);
  });

  test('max_items', () => {
    const policies = [{ source_ip: {} }, { source_ip: {} }];
    expect(brokenField('envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy', 'hash_policy', policies)).toEqual([
      'max_items',
    ]);
  });

  test('unique', () => {
    expect(broken('envoy.config.metrics.v3.HistogramBucketSettings', { ...BUCKETS, buckets: [1, 2] })).toEqual([]);
    expect(broken('envoy.config.metrics.v3.HistogramBucketSettings', { ...BUCKETS, buckets: [1, 1] })).toEqual([
      'buckets: unique',
    ]);
  });

  test('min_pairs, and rules for keys', () => {
    expect(broken('xds.type.matcher.v3.Matcher.MatcherTree.MatchMap', {})).toEqual(['map: min_pairs']);
    expect(broken('envoy.config.core.v3.Metadata', { filter_metadata: { '': {} } })).toEqual([
      'filter_metadata[""]: string.min_len',
    ]);
  });
});
