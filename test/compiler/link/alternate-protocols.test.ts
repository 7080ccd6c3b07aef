import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const problemsOf = (listener: string, host: string, upstream: string): readonly string[] =>
  compile([
    {
      path: 'a.yaml',
      text: `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: https, port: 8443, protocol: HTTPS, ${listener} }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ['*']
  tls: { certificates: [shop], ${host} }
  routes: [{ forward: { upstream: cart } }]
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec:
  dns: { hostname: cart.internal, port: 443 }
  tls: { validation: { system: true } }
  ${upstream}
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: shop }
spec: { type: tls-certificate, file: { certificateChain: a.crt, privateKey: a.key } }
`,
    },
  ]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

const ASKING = 'protocol: automatic\n  http: { http3: {} }';

test.each([
  ['a listener without HTTP/3', '', '', ASKING],
  ['a host that is not served over it', 'http3: {}', 'maximumVersion: "1.2"', ASKING],
  ['an upstream that is not asked', 'http3: {}', '', 'protocol: automatic'],
  ['an upstream of which it is known', 'http3: {}', '', 'protocol: http3'],
])('alt-svc has one meaning: %s', (_, ...documents) => expect(problemsOf(...documents)).toEqual([]));

test('alt-svc of listener and upstream cannot be told apart', () =>
  expect(problemsOf('http3: {}', '', ASKING)).toEqual(['unsuitable-upstream /spec/routes/0/forward']));
