import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const DOCUMENTS = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [LISTENERS]
---
apiVersion: enroute.dev/v1
kind: UdpRoute
metadata: { name: udp }
spec: { gateways: [edge], listener: udp, upstream: u, HASH }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: u }
spec: { endpoints: [] }
`;

const UDP = '{ name: udp, port: 53, protocol: UDP }';
const HTTPS = '{ name: https, port: 53, protocol: HTTPS, http3: {} }';

const codesOf = (listeners: string, hash = ''): readonly string[] => {
  const text = DOCUMENTS.replace('LISTENERS', listeners).replace(', HASH', hash);
  const { diagnostics } = compile([{ path: 'all.yaml', text }]);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);
};

test.each([
  ['a listener for datagrams', UDP, []],
  ['one at a port that others have for TCP', `${UDP}, { name: tcp, port: 53, protocol: TCP }`, []],
  ['one at the port of HTTP/3', `${HTTPS}, ${UDP}`, ['listener-conflict /spec/listeners/1/port']],
  ['a listener for connections', UDP.replace('UDP', 'TCP'), ['wrong-listener /spec/listener']],
  [
    'one with settings of connections',
    UDP.replace('UDP', 'UDP, proxyProtocol: required, connections: { backlog: 3 }'),
    ['needs-field /spec/listeners/0/proxyProtocol', 'needs-field /spec/listeners/0/connections/backlog'],
  ],
  [
    'a socket that has no port',
    UDP.replace('port: 53', 'unixSocket: { path: /a }'),
    ['needs-field /spec/listeners/0/unixSocket'],
  ],
])('%s', (_, listeners, mistakes) => {
  expect(codesOf(listeners)).toEqual(mistakes);
});

test('a hash needs an Upstream that chooses by it', () => {
  expect(codesOf(UDP, ', hashOn: sourceAddress')).toEqual(['needs-field /spec/hashOn']);
});
