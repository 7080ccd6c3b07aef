import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { startHttp3Client } from '../servers/http3-client.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, secret, upstream, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const issue = (name: string) => authority.issue({ commonName: name, names: [`${name}.test`, `a.${name}.test`] });
  return {
    authority: authority.certificate,
    shop: await issue('shop'),
    pay: await issue('pay'),
    next: await issue('pay'),
    fallback: await issue('fallback'),
    partner: await authority.issue({ commonName: 'partner', names: ['spiffe://partner.test/a'] }),
    stranger: await (await makeAuthority('Strangers')).issue({ commonName: 'stranger' }),
    stop: async () => undefined,
  };
});

const files = (): Readonly<Record<string, string>> => {
  const { authority, shop, pay, fallback } = certificates();
  return {
    'shop.crt': shop.certificate,
    'shop.key': shop.privateKey,
    'pay.crt': pay.certificate,
    'pay.key': pay.privateKey,
    'fallback.crt': fallback.certificate,
    'fallback.key': fallback.privateKey,
    'partners.pem': authority,
  };
};

const backend = shared(() => startUpstream({ name: 'backend' }));

const host = (name: string, tls: string, rest = 'routes: [{ forward: { upstream: backend } }]'): Documents =>
  document('VirtualHost', name, `gateways: [${GATEWAY}]`, `hostnames: ["${name}.test", "a.${name}.test"]`, tls, rest);

const documents = (): Documents => ({
  ...upstream('backend', backend().port),
  ...secret('shop', 'tls-certificate'),
  ...secret('pay', 'tls-certificate'),
  ...secret('fallback', 'tls-certificate'),
  ...secret('partners', 'certificate-authority'),
  ...host('shop', 'tls: { certificates: [shop], fallback: true }'),
  ...host('pay', 'tls: { certificates: [pay] }'),
  ...host(
    'partners',
    'tls: { certificates: [shop], clientValidation: { secret: partners }, forwardClientCertificate: [uri] }',
  ),
  ...host('old', 'tls: { certificates: [shop], maximumVersion: "1.2" }'),
});

const listeners = (https = 'http3: { advertisedPort: 443 }, tls: { fallback: { certificates: [fallback] } }') => ({
  https: `protocol: HTTPS, ${https}`,
  quiet: 'protocol: HTTPS',
});

const gateway = shared(() => startGateway({ secrets: files(), listeners: listeners(), documents: documents() }));

const startClient = (options: Partial<Parameters<typeof startHttp3Client>[0]> = {}) =>
  startHttp3Client({ port: gateway().portOf('https'), ...options });

const client = shared(() => startClient());
const strict = shared(() => startClient({ authority: certificates().authority }));

describe('over HTTP/3', () => {
  test.each(['shop', 'pay'])('the host %s is served with its own certificate', async (name) => {
    const { status, headers } = await client().request({ host: `${name}.test` });
    expect([status, headers.get('x-protocol'), headers.get('x-server-certificate')]).toEqual([
      200,
      'HTTP/3',
      `CN=${name}`,
    ]);
  });

  test('clients can check the certificate', async () => {
    expect((await strict().request({ host: 'pay.test' })).status).toBe(200);
    expect((await strict().request({ host: 'nobody.test' })).status).toBe(503);
  });
});
