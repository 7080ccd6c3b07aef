/** Rules of Upstreams that no schema says: each is broken once, and the diagnostic stands at the field that breaks it. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const ENDPOINT = { address: '10.0.0.1', port: 443 };
const TLS = { sni: 'cart.internal', validation: { system: true } };
const SOCKET = { unixSocket: '/run/cart.sock' };
const CHECK = { http: { path: '/healthz' } };

/** The codes and pointers that an Upstream's spec gives; what it does not say has an address and no more. */
function problemsOf(spec: object): readonly string[] {
  const own = 'dns' in spec || 'dynamicForwardProxy' in spec ? {} : { endpoints: [ENDPOINT] };
  const document = {
    apiVersion: 'enroute.dev/v1',
    kind: 'Upstream',
    metadata: { name: 'cart' },
    spec: { ...own, ...spec },
  };
  const { diagnostics } = compile([{ path: 'cart.json', text: JSON.stringify(document) }]);
  return diagnostics.map(({ code, pointer }) => `${code} ${pointer?.replace('/spec', '')}`);
}

interface Case {
  readonly what: string;
  readonly spec: object;
  readonly problem?: string | undefined;
}

const hold = (cases: readonly (readonly [what: string, spec: object, problem?: string])[]) =>
  test.each(cases.map(([what, spec, problem]): Case => ({ what, spec, problem })))('$what', ({ spec, problem }) =>
    expect(problemsOf(spec)).toEqual(problem === undefined ? [] : [problem]),
  );

describe('protocols', () => {
  hold([
    ['http3 needs TLS', { protocol: 'http3' }, 'needs-field /protocol'],
    ['http3 has TLS', { protocol: 'http3', tls: TLS }],
    ['automatic needs TLS', { protocol: 'automatic' }, 'needs-field /protocol'],
    ['settings of HTTP/1.1', { http: { http1: { trailers: true } } }],
    ['settings of HTTP/2 for HTTP/1.1', { http: { http2: { streamWindow: '1MiB' } } }, 'needs-field /http/http2'],
    [
      'settings of HTTP/1.1 for HTTP/2',
      { protocol: 'http2', http: { http1: { trailers: true } } },
      'needs-field /http/http1',
    ],
    [
      'settings of HTTP/3 for what the client speaks',
      { protocol: 'client', http: { http3: {} } },
      'needs-field /http/http3',
    ],
    ['settings of all', { protocol: 'automatic', tls: TLS, http: { http1: { trailers: true }, http3: {} } }],
    [
      'a gRPC check for HTTP/3',
      { protocol: 'http3', tls: TLS, healthChecks: [{ grpc: {} }] },
      'needs-field /healthChecks/0/grpc',
    ],
    [
      'a TCP check for HTTP/3',
      { protocol: 'http3', tls: TLS, healthChecks: [{ tcp: {} }] },
      'mutually-exclusive /healthChecks/0/tcp',
    ],
    [
      'the PROXY protocol with HTTP/3',
      { protocol: 'http3', tls: TLS, proxyProtocol: {} },
      'mutually-exclusive /proxyProtocol',
    ],
    [
      'the PROXY protocol with HTTP/3 if there is any',
      { protocol: 'automatic', tls: TLS, http: { http3: {} }, proxyProtocol: {} },
      'mutually-exclusive /proxyProtocol',
    ],
    [
      'a socket with HTTP/3',
      { protocol: 'http3', tls: TLS, endpoints: [SOCKET] },
      'mutually-exclusive /endpoints/0/unixSocket',
    ],
    [
      'more addresses with HTTP/3',
      { protocol: 'http3', tls: TLS, endpoints: [{ ...ENDPOINT, additionalAddresses: ['::1'] }] },
      'needless-field /endpoints/0/additionalAddresses',
    ],
    [
      'TCP keepalive with HTTP/3',
      { protocol: 'http3', tls: TLS, connection: { keepalive: { idle: '1m' } } },
      'needless-field /connection/keepalive',
    ],
    [
      'headers of more than 8 MiB',
      { http: { maximumResponseHeadersSize: '9MiB' } },
      'out-of-range /http/maximumResponseHeadersSize',
    ],
    [
      'a stream window of more than 16 MiB',
      { protocol: 'http3', tls: TLS, http: { http3: { streamWindow: '17MiB' } } },
      'out-of-range /http/http3/streamWindow',
    ],
    [
      'a window of more than 24 MiB',
      { protocol: 'http3', tls: TLS, http: { http3: { connectionWindow: '25MiB' } } },
      'out-of-range /http/http3/connectionWindow',
    ],
    [
      'a window that HTTP/2 does not allow',
      { protocol: 'http2', http: { http2: { streamWindow: '1KiB' } } },
      'invalid-format /http/http2/streamWindow',
    ],
  ]);
});

describe('connections', () => {
  hold([
    ['one source of each family', { connection: { sourceAddresses: ['10.0.0.1', '::1'] } }],
    [
      'two sources of one family',
      { connection: { sourceAddresses: ['10.0.0.1', '10.0.0.2'] } },
      'mutually-exclusive /connection/sourceAddresses/1',
    ],
    [
      'closing on failures that nobody tells of',
      { connection: { closeOnHealthFailure: true } },
      'needs-field /connection/closeOnHealthFailure',
    ],
    ['closing on failures of outliers', { outlierDetection: {}, connection: { closeOnHealthFailure: true } }],
    ['closing on failures of checks', { healthChecks: [CHECK], connection: { closeOnHealthFailure: true } }],
    [
      'health of those that are removed, without checks',
      { outlierDetection: {}, connection: { ignoreHealthOnRemoval: true } },
      'needs-field /connection/ignoreHealthOnRemoval',
    ],
    [
      'a source address for a socket',
      { endpoints: [SOCKET], connection: { sourceAddresses: ['10.0.0.1'] } },
      'needless-field /connection/sourceAddresses',
    ],
    [
      'a source address for one of two',
      { endpoints: [SOCKET, ENDPOINT], connection: { sourceAddresses: ['10.0.0.1'] } },
    ],
    [
      'connections for a future that nobody can tell',
      { connection: { preconnect: { predictive: 2 } } },
      'needs-field /connection/preconnect/predictive',
    ],
    ['an address without a port', { endpoints: [{ address: '10.0.0.1' }] }, 'missing-field /endpoints/0'],
    ['a socket with a port', { endpoints: [{ ...SOCKET, port: 80 }] }, 'needless-field /endpoints/0/port'],
    ['neither', { endpoints: [{}] }, 'missing-choice /endpoints/0'],
  ]);
});

describe('names', () => {
  const dns = (rest: object) => ({ dns: { hostname: 'cart.internal', port: 80, ...rest } });
  const more = { additionalHosts: [{ hostname: 'b.internal' }] };
  hold([
    ['several', dns(more)],
    ['a share of one', dns({ weight: 2 }), 'needs-field /dns/weight'],
    ['several in one endpoint', dns({ ...more, resolution: 'logical' }), 'mutually-exclusive /dns/additionalHosts'],
    [
      'a least time where the time to live does not count',
      dns({ respectTtl: false, minimumRefreshInterval: '1m' }),
      'needless-field /dns/minimumRefreshInterval',
    ],
    [
      'a failure that is never over',
      dns({ failureRefresh: { base: '1ms' } }),
      'invalid-format /dns/failureRefresh/base',
    ],
    [
      'times the wrong way round',
      dns({ failureRefresh: { base: '2s', maximum: '1s' } }),
      'reversed-range /dns/failureRefresh',
    ],
    [
      'the same for hosts of requests',
      { dynamicForwardProxy: { allowAnyHost: true, failureRefresh: { base: '2s', maximum: '1s' } } },
      'reversed-range /dynamicForwardProxy/failureRefresh',
    ],
  ]);
});

describe('TLS', () => {
  const tls = (rest: object, validation: object = { system: true }) => ({ tls: { validation, ...rest } });
  const sni = { sni: 'cart.internal' };
  hold([
    ['no name at all', tls({}), 'needs-field /tls'],
    ['a name that nobody checks', tls({}, { insecureSkipVerify: true })],
    [
      'names of the certificate',
      tls({}, { system: true, subjectAltNameMatches: [{ type: 'dns', suffix: '.internal' }] }),
    ],
    ['the name of the request', tls({ sniFrom: 'request-host' })],
    ['the name of endpoints that have none', tls({ sniFrom: 'endpoint-hostname' }), 'needs-field /endpoints/0'],
    ['two sources of a name', tls({ ...sni, sniFrom: 'request-host' }), 'needless-field /tls/sniFrom'],
    [
      'conditions that nobody checks',
      tls(sni, { insecureSkipVerify: true, subjectAltNames: ['a.internal'] }),
      'needless-field /tls/validation/subjectAltNames',
    ],
    [
      'versions the wrong way round',
      tls({ ...sni, minimumVersion: '1.3', maximumVersion: '1.2' }),
      'reversed-range /tls',
    ],
    [
      'suites that TLS 1.3 does not have',
      tls({ ...sni, minimumVersion: '1.3', cipherSuites: ['AES128-SHA'] }),
      'needless-field /tls/cipherSuites',
    ],
    [
      'HTTP/3 with an old TLS',
      { protocol: 'http3', ...tls({ ...sni, maximumVersion: '1.2' }) },
      'needs-field /protocol',
    ],
    ['HTTP/3 with groups', { protocol: 'http3', ...tls({ ...sni, curves: ['X25519'] }) }, 'needless-field /tls/curves'],
    ['HTTP/3 with sessions', { protocol: 'http3', ...tls({ ...sni, sessions: 2 }) }, 'needless-field /tls/sessions'],
    [
      'protocols where the handshake decides',
      { protocol: 'automatic', ...tls({ ...sni, alpn: ['h2'] }) },
      'needless-field /tls/alpn',
    ],
  ]);
});

describe('hosts of requests', () => {
  const dynamicForwardProxy = { allowedHosts: ['*.example.com'] };
  hold([
    ['some', { dynamicForwardProxy }],
    ['nobody says which', { dynamicForwardProxy: {} }, 'missing-choice /dynamicForwardProxy'],
    [
      'some and any',
      { dynamicForwardProxy: { ...dynamicForwardProxy, allowAnyHost: true } },
      'mutually-exclusive /dynamicForwardProxy/allowAnyHost',
    ],
    [
      'a wildcard for any',
      { dynamicForwardProxy: { allowedHosts: ['*'] } },
      'invalid-format /dynamicForwardProxy/allowedHosts/0',
    ],
    ['a server name', { dynamicForwardProxy, tls: TLS }, 'needless-field /tls/sni'],
    ['checks', { dynamicForwardProxy, healthChecks: [CHECK] }, 'needless-field /healthChecks'],
    ['a policy', { dynamicForwardProxy, loadBalancing: { policy: 'random' } }, 'needless-field /loadBalancing'],
  ]);
});
