/** Client certificates: who may vouch for them, and which settings need or exclude each other. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const SPECS = {
  VirtualHost: 'hostnames: [shop.test], routes: [{ respond: { statusCode: 204 } }]',
  TcpRoute: 'listener: tls, upstreams: [{ upstream: shop }]',
};

/** Codes and pointers of what is said of a document with these TLS settings. */
const said = (kind: keyof typeof SPECS, tls: string): readonly string[] => {
  const text = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: https, port: 8443, protocol: HTTPS }, { name: tls, port: 6443, protocol: TLS }]
---
apiVersion: enroute.dev/v1
kind: ${kind}
metadata: { name: shop }
spec: { gateways: [edge], ${SPECS[kind]}, tls: { certificates: [site], ${tls} } }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: shop }
spec: { endpoints: [{ address: 10.0.0.1, port: 80 }] }
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: site }
spec: { type: tls-certificate, file: { certificateChain: /site.crt, privateKey: /site.key } }
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: clients }
spec: { type: certificate-authority, file: { value: /clients.crt } }
`;
  return compile([{ path: 'a.yaml', text }])
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, pointer }) => `${code} ${pointer}`);
};

describe.each(['VirtualHost', 'TcpRoute'] as const)('of a %s', (kind) => {
  test('an authority is a Secret of that type', () => {
    const pointer = '/spec/tls/clientValidation/secret';
    expect(said(kind, 'clientValidation: { secret: clients }')).toEqual([]);
    expect(said(kind, 'clientValidation: { secret: site }')).toEqual([`wrong-secret-type ${pointer}`]);
    expect(said(kind, 'clientValidation: { secret: nobody }')).toEqual([`unknown-reference ${pointer}`]);
  });

  test('there is an authority, one only', () => {
    const [none, both] = ['{ mode: optional }', '{ secret: clients, inline: x }'];
    expect(said(kind, `clientValidation: ${none}`)).toEqual(['missing-choice /spec/tls/clientValidation']);
    expect(said(kind, `clientValidation: ${both}`)).toContain('mutually-exclusive /spec/tls/clientValidation/inline');
  });
});

test('nothing can be forwarded of a certificate that nobody asks for', () => {
  const pointer = '/spec/tls/forwardClientCertificate';
  expect(said('VirtualHost', 'forwardClientCertificate: [uri]')).toEqual([`needs-field ${pointer}`]);
  expect(said('TcpRoute', 'clientValidation: { secret: clients }, forwardClientCertificate: [uri]')).toEqual([
    `unknown-field ${pointer}`,
  ]);
});

test('a certificate that is required cannot be gone around in plain text', () => {
  const plain = 'plainText: serve, clientValidation: { secret: clients';
  expect(said('VirtualHost', `${plain} }`)).toEqual(['mutually-exclusive /spec/tls/plainText']);
  expect(said('VirtualHost', `${plain}, mode: optional }`)).toEqual([]);
});
