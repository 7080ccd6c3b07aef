/** Rules between TLS settings of listeners, hosts and TcpRoutes, and for HTTP/3. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

interface Options {
  /** What the listener says besides its name and port. */
  readonly listener?: string;
  /** The host's `tls`, besides its certificates. */
  readonly tls?: string;
  readonly hostnames?: string;
  /** The spec of a TcpRoute, besides its gateway and upstream; none, if left out. */
  readonly tcp?: string;
}

const HTTPS = 'protocol: HTTPS';

/** Codes and places, one a diagnostic. */
function problemsOf({ listener = HTTPS, tls = '', hostnames = '[shop.example.com]', tcp }: Options): readonly string[] {
  const host = /protocol: HTTPS/.test(listener)
    ? `apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ${hostnames}
  tls: { certificates: [shop], ${tls} }
  routes: [{ respond: { statusCode: 200 } }]
---
`
    : '';
  const route =
    tcp === undefined
      ? ''
      : `apiVersion: enroute.dev/v1
kind: TcpRoute
metadata: { name: db }
spec: { gateways: [edge], listener: main, upstreams: [{ upstream: db }], ${tcp} }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: db }
spec: { endpoints: [{ address: 10.0.0.1, port: 5432 }] }
---
`;
  const text = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: main, port: 8443, ${listener} }] }
---
${host}${route}${secretText('shop', 'tls-certificate')}${secretText('stapled', 'tls-certificate')}${secretText('authority', 'certificate-authority')}${secretText('keys', 'session-ticket-keys')}`;
  const { diagnostics } = compile([{ path: 'a.yaml', text }]);
  return diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

function secretText(name: string, type: string): string {
  const staple = name === 'stapled' ? ', ocspStaple: c' : '';
  const file = type === 'tls-certificate' ? `{ certificateChain: a, privateKey: b${staple} }` : '{ value: a }';
  return `apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: ${name} }
spec: { type: ${type}, file: ${file} }
---
`;
}

const LISTENER = '/spec/listeners/0';
const FALLBACK = `${HTTPS}, tls: { fallback: { certificates: [shop] } }`;

type Case = readonly [what: string, options: Options, problems: readonly string[]];

describe('listeners', () => {
  test.each<Case>([
    [
      'versions in the wrong order',
      { listener: `${HTTPS}, tls: { minimumVersion: "1.3", maximumVersion: "1.2" }` },
      [`reversed-range ${LISTENER}/tls/minimumVersion`],
    ],
    [
      'a version that has no cipher suite',
      { listener: `${HTTPS}, tls: { minimumVersion: "1.0", cipherSuites: [AES128-GCM-SHA256] }` },
      [`needs-field ${LISTENER}/tls/minimumVersion`],
    ],
    [
      'a version that has one',
      { listener: `${HTTPS}, tls: { minimumVersion: "1.0", cipherSuites: [AES128-SHA] }` },
      [],
    ],
    [
      'ALPN without HTTP',
      { listener: 'protocol: TLS, tls: { alpn: [h2] }', tcp: '' },
      [`needs-field ${LISTENER}/tls/alpn`],
    ],
    [
      'a fallback without HTTP',
      { listener: 'protocol: TLS, tls: { fallback: { certificates: [shop] } }', tcp: '' },
      [`needs-field ${LISTENER}/tls/fallback`],
    ],
    [
      'ticket keys for no tickets',
      { listener: `${HTTPS}, tls: { sessionResumption: { tickets: false, ticketKeys: keys } }` },
      [`needless-field ${LISTENER}/tls/sessionResumption/ticketKeys`],
    ],
    [
      'ticket keys of another type',
      { listener: `${HTTPS}, tls: { sessionResumption: { ticketKeys: shop } }` },
      [`wrong-secret-type ${LISTENER}/tls/sessionResumption/ticketKeys`],
    ],
    [
      'ticket keys that nobody has',
      { listener: `${HTTPS}, tls: { sessionResumption: { ticketKeys: nobody } }` },
      [`unknown-reference ${LISTENER}/tls/sessionResumption/ticketKeys`],
    ],
    [
      'a fallback of another type',
      { listener: `${HTTPS}, tls: { fallback: { certificates: [keys] } }` },
      [`wrong-secret-type ${LISTENER}/tls/fallback/certificates/0`],
    ],
    [
      'a fallback without a response',
      {
        listener: `${HTTPS}, tls: { ocspStapling: required, fallback: { certificates: [shop] } }`,
        tls: 'ocspStapling: lenient',
      },
      [`needs-field ${LISTENER}/tls/fallback/certificates`],
    ],
  ])('%s', (_, options, problems) => expect(problemsOf(options)).toEqual(problems));
});

describe('HTTP/3', () => {
  test.each<Case>([
    ['all is well', { listener: `${HTTPS}, http3: {}` }, []],
    ['another protocol', { listener: 'protocol: TLS, http3: {}', tcp: '' }, [`needs-field ${LISTENER}/http3`]],
    [
      'an older TLS',
      { listener: `${HTTPS}, http3: {}, tls: { maximumVersion: "1.2" }` },
      [`needs-field ${LISTENER}/http3`],
    ],
    [
      'PROXY protocol',
      { listener: `${HTTPS}, http3: {}, proxyProtocol: required` },
      [`mutually-exclusive ${LISTENER}/http3`],
    ],
    [
      'early data without tickets',
      { listener: `${HTTPS}, http3: { earlyData: true }, tls: { sessionResumption: { tickets: false } }` },
      [`mutually-exclusive ${LISTENER}/http3/earlyData`],
    ],
    [
      'windows that are too small',
      { listener: `${HTTPS}, http3: { streamWindow: 1KiB, connectionWindow: 16KiB }` },
      [`out-of-range ${LISTENER}/http3/streamWindow`],
    ],
    [
      'windows that are too large',
      { listener: `${HTTPS}, http3: { streamWindow: 16MiB, connectionWindow: 25MiB }` },
      [`out-of-range ${LISTENER}/http3/connectionWindow`],
    ],
    [
      'a handshake that is too short',
      { listener: `${HTTPS}, http3: { handshakeTimeout: 1s }` },
      [`invalid-format ${LISTENER}/http3/handshakeTimeout`],
    ],
  ])('%s', (_, options, problems) => expect(problemsOf(options)).toEqual(problems));
});

describe('hosts', () => {
  test.each<Case>([
    [
      'a least version above the most of the listener',
      { listener: `${HTTPS}, tls: { maximumVersion: "1.2" }`, tls: 'minimumVersion: "1.3"' },
      ['reversed-range /spec/tls/minimumVersion'],
    ],
    [
      'a most version below the least of the listener',
      { tls: 'maximumVersion: "1.1"' },
      ['reversed-range /spec/tls/maximumVersion'],
    ],
    ['a version that has no cipher suite', { tls: 'minimumVersion: "1.1"' }, ['needs-field /spec/tls/minimumVersion']],
    [
      'cipher suites that are never asked for',
      { tls: 'minimumVersion: "1.3", cipherSuites: [AES128-SHA]' },
      ['needless-field /spec/tls/cipherSuites'],
    ],
    ['a response that is not there', { tls: 'ocspStapling: required' }, ['needs-field /spec/tls/certificates']],
    [
      'a response that the listener wants',
      { listener: `${HTTPS}, tls: { ocspStapling: required }` },
      ['needs-field /spec/tls/certificates'],
    ],
    ['a fallback that the listener has not', { tls: 'fallback: true' }, ['needs-field /spec/tls/fallback']],
    ['a fallback', { listener: FALLBACK, tls: 'fallback: true' }, []],
    [
      'a fallback around client certificates',
      { listener: FALLBACK, tls: 'fallback: true, clientValidation: { mode: optional, secret: authority }' },
      ['mutually-exclusive /spec/tls/fallback'],
    ],
    [
      'every name, and a fallback',
      { listener: FALLBACK, hostnames: "['*']" },
      ['mutually-exclusive /spec/hostnames/0'],
    ],
  ])('%s', (_, options, problems) => expect(problemsOf(options)).toEqual(problems));
});

describe('TcpRoutes', () => {
  test.each<Case>([
    ['beside a host', { tcp: 'hostnames: [db.example.com]' }, []],
    ['beside a host, with every name', { tcp: '' }, ['needs-field /spec/listener']],
    [
      'beside a host of the same name',
      { tcp: 'hostnames: [SHOP.example.com]' },
      ['duplicate-hostname /spec/hostnames/0'],
    ],
    ['in plain HTTP', { listener: 'protocol: HTTP', tcp: '' }, ['wrong-listener /spec/listener']],
    [
      'with versions that exclude each other',
      { listener: 'protocol: TLS', tcp: 'tls: { certificates: [shop], maximumVersion: "1.0" }' },
      ['reversed-range /spec/tls/maximumVersion'],
    ],
    [
      'a response that is there',
      { listener: 'protocol: TLS', tcp: 'tls: { certificates: [stapled], ocspStapling: required }' },
      [],
    ],
    [
      'a hash that nobody needs',
      { listener: 'protocol: TCP', tcp: 'hashOn: sourceAddress' },
      ['needs-field /spec/hashOn'],
    ],
  ])('%s', (_, options, problems) => expect(problemsOf(options)).toEqual(problems));
});
