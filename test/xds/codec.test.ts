/** Encoding, decoding and printing by example; `codec-differential.test.ts` compares with another implementation. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  any,
  anyValue,
  canonical,
  decode,
  EMPTY_ANY,
  encode,
  isMessageName,
  MalformedMessageError,
  print,
  WireError,
  type Messages,
} from '../../compiler/xds/index.ts';
import { LISTENER, ROUTES } from './examples.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('bytes', () => {
  test('fields stand in the order of their numbers, whatever the order of the keys', () => {
    const forward = encode('envoy.config.core.v3.SocketAddress', { address: 'a', port_value: 80 });
    expect(hex(forward)).toBe('1201611850');
    expect(encode('envoy.config.core.v3.SocketAddress', { port_value: 80, address: 'a' })).toEqual(forward);
  });

  test('maps are sorted by the bytes of their keys', () => {
    const metadata = (keys: readonly string[]) =>
      encode('envoy.config.core.v3.Metadata', { filter_metadata: Object.fromEntries(keys.map((key) => [key, {}])) });
    const sorted = ['10', '2', 'a', 'b', '\uFFEE', '\u{1F600}'];
    expect(metadata(sorted.toReversed())).toEqual(metadata(sorted));
    const keys = [
      ...Buffer.from(metadata(sorted))
        .toString('utf8')
        .matchAll(/10|2|a|b|\uFFEE|\u{1F600}/gu),
    ];
    expect(keys.map(([key]) => key)).toEqual(sorted);
  });

  test('a default is written if its absence would mean something else', () => {
    expect(hex(encode('envoy.config.core.v3.SocketAddress', { address: '', port_value: 0 }))).toBe('1800');
    expect(hex(encode('envoy.config.listener.v3.Listener', { use_original_dst: false } as never))).toBe('2200');
  });

  test('are pinned: what changes them changes every bundle', () => {
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(encode('envoy.config.listener.v3.Listener', LISTENER))).toMatchInlineSnapshot(
      `"928bf524dfcdce4ea659948f0ec8562c40e22e00c29c835c5a3a3fe9017f8423"`,
    );
    expect(digest(encode('envoy.config.route.v3.RouteConfiguration', ROUTES))).toMatchInlineSnapshot(
      `"f8debb5a889c81c28b0e284a71ad795d606a2faf0bb243a45ec841fdc7c055c5"`,
    );
  });

  test('a large message outgrows the first buffer', () => {
    const inline_string = 'x'.repeat(300_000);
    const bytes = encode('envoy.config.core.v3.DataSource', { inline_string });
    expect(decode('envoy.config.core.v3.DataSource', bytes)).toEqual({ inline_string });
  });

  test('results do not overwrite one another', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `cluster-${index}`);
    const encoded = names.map((name) => encode('envoy.config.cluster.v3.Cluster', { name }));
    expect(encoded.map((bytes) => decode('envoy.config.cluster.v3.Cluster', bytes).name)).toEqual(names);
  });
});

describe('canonical JSON', () => {
  test('begins with @type, follows the field numbers, and sorts maps', () => {
    const extension: Messages['envoy.config.core.v3.TypedExtensionConfig'] = {
      typed_config: {
        ...any('envoy.extensions.filters.http.lua.v3.Lua', {
          stat_prefix: 'x',
          source_codes: { b: {}, a: {} } as never,
        }),
      },
      name: 'lua',
    };
    expect(JSON.stringify(canonical('envoy.config.core.v3.TypedExtensionConfig', extension))).toBe(
      '{"name":"lua","typed_config":{"@type":"type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua",' +
        '"source_codes":{"a":{},"b":{}},"stat_prefix":"x"}}',
    );
  });

  test('values have one form', () => {
    const check = {
      timeout: '1.50s',
      interval: '60.000s',
      http_health_check: { path: '/', expected_statuses: [{ start: 200, end: '300' }] },
    } as const;
    expect(canonical('envoy.config.core.v3.HealthCheck', check as never)).toEqual({
      timeout: '1.500s',
      interval: '60s',
      http_health_check: { path: '/', expected_statuses: [{ start: '200', end: '300' }] },
    });
    const float = { error_utilization_penalty: 0.1 };
    expect(
      canonical(
        'envoy.extensions.load_balancing_policies.client_side_weighted_round_robin.v3.ClientSideWeightedRoundRobin',
        float,
      ),
    ).toEqual(float);
  });

  test('of canonical JSON is itself', () => {
    const once = canonical('envoy.config.listener.v3.Listener', LISTENER);
    expect(canonical('envoy.config.listener.v3.Listener', once)).toEqual(once);
    expect(JSON.stringify(canonical('envoy.config.listener.v3.Listener', once))).toBe(JSON.stringify(once));
  });

  test('a key named __proto__ is a key like others', () => {
    const message = JSON.parse('{"filter_metadata":{"__proto__":{"__proto__":1},"a":{}}}');
    expect(JSON.stringify(canonical('envoy.config.core.v3.Metadata', message))).toBe(JSON.stringify(message));
  });

  test('messages that are no objects stand in `value`', () => {
    const plugin = { configuration: anyValue('google.protobuf.StringValue', 'x') };
    expect(canonical('envoy.extensions.wasm.v3.PluginConfig', plugin)).toEqual({
      configuration: { '@type': 'type.googleapis.com/google.protobuf.StringValue', value: 'x' },
    });
  });

  test('an Any that holds nothing is an empty object, which Envoy reads', () => {
    const enabled = { config: EMPTY_ANY, is_optional: true };
    expect(canonical('envoy.config.route.v3.FilterConfig', enabled)).toEqual({ config: {}, is_optional: true });
    expect(
      canonical('envoy.config.route.v3.FilterConfig', canonical('envoy.config.route.v3.FilterConfig', enabled)),
    ).toEqual({
      config: {},
      is_optional: true,
    });
  });

  test('is printed with a line break at its end', () => {
    expect(print('envoy.config.core.v3.Pipe', { path: '/a', mode: 0o600 })).toBe(
      '{\n  "path": "/a",\n  "mode": 384\n}\n',
    );
  });
});

describe('errors', () => {
  test('encoding what is no such message says where', () => {
    const listener = { name: 'l', address: { socket_address: { address: '::', port_value: 'http' } } };
    const attempt = () => encode('envoy.config.listener.v3.Listener', listener as never);
    expect(attempt).toThrow(MalformedMessageError);
    expect(attempt).toThrow(
      'envoy.config.listener.v3.Listener: address.socket_address.port_value expected uint32, got "http"',
    );
  });

  test('encoding does not check rules', () => {
    expect(encode('envoy.config.cluster.v3.Cluster', { name: '' })).toEqual(new Uint8Array());
  });

  test.each([
    ['truncated', '0a05', 'the message is truncated'],
    ['a varint without an end', '08ffffffffffffffffffff', 'a varint has more than ten bytes'],
    ['a field that the table lacks', 'f8ffff7f00', 'has no field 33554431'],
    ['a string that is not UTF-8', '0a01ff', 'a string is not UTF-8'],
  ])('decoding %s', (_, bytes, message) => {
    const attempt = () => decode('envoy.config.core.v3.Pipe', Buffer.from(bytes, 'hex'));
    expect(attempt).toThrow(WireError);
    expect(attempt).toThrow(message);
  });

  test('an unknown message name', () => {
    expect(isMessageName('envoy.config.core.v3.Pipe')).toBe(true);
    expect(isMessageName('google.protobuf.Any')).toBe(false);
    expect(isMessageName('constructor')).toBe(false);
    expect(() => encode('envoy.Nothing' as never, {} as never)).toThrow('the table has no message envoy.Nothing');
  });
});
