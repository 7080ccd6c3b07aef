/** What the compiler has to say of logs, tracing and statistics: rules that a schema cannot say. */
import { describe, expect, test } from 'vitest';
import { compile, createCompileMemo } from '../../../compiler/index.ts';

interface Given {
  /** The rest of the gateway's spec, a YAML flow. */
  readonly gateway?: string;
  /** The rest of a route, a YAML flow. */
  readonly route?: string;
}

const textOf = ({ gateway = '', route = '' }: Given): string => `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }], ${gateway} }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: http1 }
spec: { endpoints: [{ address: 127.0.0.1, port: 1 }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: http2 }
spec: { protocol: http2, endpoints: [{ address: 127.0.0.1, port: 1 }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ['*']
  routes: [{ respond: { statusCode: 200 }, ${route} }]
`;

const compiled = (given: Given, memo = createCompileMemo()) => compile([{ path: 'a.yaml', text: textOf(given) }], memo);

const problemsOf = (given: Given): readonly string[] =>
  compiled(given).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

const ofGateway = (gateway: string): readonly string[] => problemsOf({ gateway });

describe('an access log', () => {
  test.each<[string, string, readonly string[]]>([
    ['of a service', 'grpc: { upstream: http2 }', []],
    ['of a service over HTTP/1', 'grpc: { upstream: http1 }', ['needs-field /grpc/upstream']],
    ['of a service that is not there', 'grpc: { upstream: none }', ['unknown-reference /grpc/upstream']],
    ['of a collector over HTTP/1', 'openTelemetry: { upstream: http1 }', ['needs-field /openTelemetry/upstream']],
    ['of a collector over HTTP', 'openTelemetry: { upstream: http1, protocol: http }', []],
    ['with a path for gRPC', 'openTelemetry: { upstream: http2, path: /x }', ['needless-field /openTelemetry/path']],
    ['with the usual path for gRPC', 'openTelemetry: { upstream: http2, path: /v1/logs }', []],
    [
      'of two kinds',
      'grpc: { upstream: http2 }, openTelemetry: { upstream: http2 }',
      ['needless-field /openTelemetry'],
    ],
    ['of a service and a file', 'grpc: { upstream: http2 }, path: /tmp/x', ['needless-field /path']],
    ['with fields of text', 'format: text, fields: { a: b }', ['needless-field /fields']],
    ['with a template of JSON', 'template: a', ['needless-field /template']],
    ['that omits what Envoy chose', 'format: text, omitEmpty: true', ['needs-field /omitEmpty']],
    ['that omits nothing', 'format: text, omitEmpty: true, template: a', []],
    ['with no end', 'when: { not: { healthCheck: false } }', ['no-opposite /when/not/healthCheck']],
    ['with an end', 'when: { not: { not: { healthCheck: false } } }', []],
    ['of too long a time', 'when: { duration: { atLeast: 2000h } }', ['invalid-format /when/duration/atLeast']],
    ['of an expression', "when: { expression: 'response.code > 1' }", []],
    ['of no expression', "when: { expression: 'respons.code' }", ['invalid-expression /when/expression']],
    ['of nothing', 'when: { statusCode: {} }', ['missing-choice /when/statusCode']],
    ['of two conditions', 'when: { percentage: 1, healthCheck: false }', ['mutually-exclusive /when/healthCheck']],
  ])('%s', (_, log, expected) => {
    const at = (list: string) => expected.map((one) => one.replace(' ', ` /spec/${list}/0`));
    expect(ofGateway(`accessLog: [{ ${log} }]`)).toEqual(at('accessLog'));
    expect(ofGateway(`connectionLog: [{ ${log} }]`)).toEqual(at('connectionLog'));
  });

  test('has no other times if there is none', () => {
    expect(ofGateway('accessLog: [], accessLogTimes: { interval: 1s }')).toEqual([
      'needless-field /spec/accessLogTimes',
    ]);
    expect(ofGateway('accessLog: [], accessLogTimes: {}')).toEqual([]);
    expect(ofGateway('accessLogTimes: { interval: 1s }')).toEqual([]);
  });
});

describe('tracing', () => {
  const TRACED = 'tracing: { openTelemetry: { upstream: http2 } }';

  test.each<[string, string, readonly string[]]>([
    ['of a collector', 'openTelemetry: { upstream: http2 }', []],
    ['over HTTP/1', 'openTelemetry: { upstream: http1 }', ['needs-field /openTelemetry/upstream']],
    ['to nobody', 'verbose: true', ['missing-choice ']],
    ['to two', 'zipkin: { upstream: http1 }, datadog: { upstream: http1 }', ['mutually-exclusive /datadog']],
    ['to one that is not there', 'zipkin: { upstream: none }', ['unknown-reference /zipkin/upstream']],
    [
      'with a name for spans that are not there',
      'zipkin: { upstream: http1 }, upstreamSpans: false, upstreamOperation: x',
      ['needs-field /upstreamOperation'],
    ],
    [
      'with a tag twice',
      'zipkin: { upstream: http1 }, tags: [{ name: a, literal: b }, { name: a, literal: c }]',
      ['duplicate-item /tags/1/name'],
    ],
  ])('%s', (_, tracing, expected) => {
    expect(ofGateway(`tracing: { ${tracing} }`)).toEqual(expected.map((one) => one.replace(' ', ' /spec/tracing')));
  });

  test('of a route needs a gateway that traces', () => {
    const route = 'tracing: { operation: x }';
    expect(problemsOf({ route })).toEqual(['needs-field /spec/routes/0/tracing']);
    expect(problemsOf({ route, gateway: TRACED })).toEqual([]);
  });

  test('of a route names spans that are there', () => {
    const route = 'tracing: { upstreamOperation: x }';
    const gateway = 'tracing: { openTelemetry: { upstream: http2 }, upstreamSpans: false }';
    expect(problemsOf({ route, gateway })).toEqual(['needs-field /spec/routes/0/tracing/upstreamOperation']);
    expect(problemsOf({ route, gateway: TRACED })).toEqual([]);
  });

  test('of a route has the sampling of its gateway where it has none of its own, and follows when that changes', () => {
    const memo = createCompileMemo();
    const samplingOf = (random: number) => {
      const gateway = `tracing: { openTelemetry: { upstream: http2 }, sampling: { random: ${random} } }`;
      const [bundle] = compiled({ gateway, route: 'tracing: { operation: x }' }, memo).bundles;
      return JSON.stringify(bundle?.resources.find(({ type }) => type.endsWith('RouteConfiguration'))?.message);
    };
    expect(samplingOf(7)).toContain('"random_sampling":{"numerator":7,');
    expect(samplingOf(8)).toContain('"random_sampling":{"numerator":8,');
  });
});

describe('statistics', () => {
  test.each<[string, readonly string[]]>([
    ['stats: { endpoint: {} }', []],
    ['stats: { endpoint: {} }, admin: { port: 0 }', ['needs-field /spec/stats/endpoint']],
    ['stats: { endpoint: { port: 9901 } }', ['listener-conflict /spec/stats/endpoint']],
    ['stats: { endpoint: { port: 8080 } }', ['listener-conflict /spec/listeners/0/port']],
    ['stats: { flushInterval: 5m }', ['invalid-format /spec/stats/flushInterval']],
    ['stats: { flushInterval: 299s }', []],
    ['stats: { tags: [{ name: a, value: b }, { name: a, value: c }] }', ['duplicate-item /spec/stats/tags/1/name']],
    ['stats: { only: [{ prefix: a }], except: [{ prefix: b }] }', ['needless-field /spec/stats/except']],
    ['stats: { sinks: [{}] }', ['missing-choice /spec/stats/sinks/0']],
  ])('%s', (gateway, expected) => expect(ofGateway(gateway)).toEqual(expected));
});

test('what a gateway names becomes part of it, and nothing else', () => {
  const clusters = (gateway: string) =>
    compiled({ gateway }).bundles[0]?.resources.flatMap(({ type, name }) => (type.endsWith('.Cluster') ? [name] : []));
  expect(clusters('')).toEqual([]);
  expect(clusters('accessLog: [{ grpc: { upstream: http2 } }]')).toEqual([expect.stringMatching(/^default\/http2@/)]);
  expect(clusters('tracing: { zipkin: { upstream: http1 } }')).toEqual([expect.stringMatching(/^default\/http1@/)]);
});
