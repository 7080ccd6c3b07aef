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
    shop: await authority.issue({ commonName: 'shop', names: ['shop.test', 'a.shop.test', 'partners.test'] }),
    pay: await issue('pay'),
    next: await authority.issue({ commonName: 'next', names: ['pay.test'] }),
    // This client checks that a certificate has the server name, whoever has issued it.
    fallback: await authority.issue({ commonName: 'fallback', names: ['nobody.test', 'old.test'] }),
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

const gateway = shared(() =>
  startGateway({
    secrets: files(),
    listeners: {
      https: 'protocol: HTTPS, http3: { advertisedPort: 443 }, tls: { fallback: { certificates: [fallback] } }',
      own: 'protocol: HTTPS, http3: { advertisedFor: 1m }',
      narrow: 'protocol: HTTPS, http3: {}, connections: { limit: { maximumConnections: 1 } }',
      early: 'protocol: HTTPS, http3: { earlyData: true }',
      quiet: 'protocol: HTTPS',
    },
    documents: documents(),
  }),
);

const startClient = (listener: string, options: Partial<Parameters<typeof startHttp3Client>[0]> = {}) =>
  startHttp3Client({ port: gateway().portOf(listener), ...options });

const client = shared(() => startClient('https'));
const strict = shared(() => startClient('https', { authority: certificates().authority }));
const partner = shared(() => startClient('https', { certificate: certificates().partner }));
const stranger = shared(() => startClient('https', { certificate: certificates().stranger }));
const narrow = shared(() => startClient('narrow'));
const quiet = shared(() => startClient('quiet'));

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
    expect((await strict().request({ host: 'a.pay.test' })).status).toBe(200);
    expect((await strict().request({ host: 'pay.test', serverName: 'unknown.test' })).status).toBe(503);
  });

  test('requests carry bodies, and the upstream sees the client', async () => {
    const body = 'x'.repeat(300_000);
    const echo = (await client().request({ host: 'shop.test', method: 'POST', body })).json();
    expect(echo).toMatchObject({
      method: 'POST',
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(backend().requests.at(-1)?.body.length).toBe(body.length);
  });

  test('a request for another host is sent back to where it belongs', async () => {
    expect((await client().request({ host: 'pay.test', serverName: 'shop.test' })).status).toBe(421);
  });

  test('a server name that no host has gets the fallback certificate, and hosts that allow it', async () => {
    const lost = (host: string) => client().request({ host, serverName: 'nobody.test' });
    const { status, headers } = await lost('shop.test');
    expect([status, headers.get('x-server-certificate')]).toEqual([200, 'CN=fallback']);
    expect((await lost('pay.test')).status).toBe(421);
    expect((await lost('partners.test')).status).toBe(421);
    expect((await lost('nobody.test')).status).toBe(404);
  });

  test('a host that wants client certificates gets them', async () => {
    const before = backend().count();
    expect((await client().request({ host: 'partners.test' })).status).toBe(503);
    expect((await stranger().request({ host: 'partners.test' })).status).toBe(503);
    expect(backend().count()).toBe(before);
    const echo = (await partner().request({ host: 'partners.test' })).json();
    expect(echo).toMatchObject({
      headers: {
        'x-forwarded-client-cert': expect.stringMatching(/^Hash=[0-9a-f]{64};URI=spiffe:\/\/partner.test\/a$/),
      },
    });
  });

  test('a host that speaks no TLS 1.3 is not served', async () => {
    // Its name is one that no host has here.
    const { status, headers } = await client().request({ host: 'old.test' });
    expect([status, headers.get('x-server-certificate')]).toEqual([421, 'CN=fallback']);
  });

  test('connections are limited as they are over TCP', async () => {
    backend().script('/hang', ['hang']);
    const ask = (path: string, timeoutMs: number) =>
      narrow()
        .request({ host: 'shop.test', path, timeoutMs })
        .then(({ status }) => status)
        .catch(() => 'no answer');
    const hanging = ask('/hang', 4000);
    await expect.poll(() => backend().count('/hang')).toBe(1);
    expect(await ask('/second', 1000)).not.toBe(200);
    expect(backend().count('/second')).toBe(0);
    await hanging;
    await expect.poll(() => ask('/third', 1000), { timeout: 10_000 }).toBe(200);
  });

  test('requests come within the handshake only where they may', async () => {
    const early = await startClient('early', { certificate: certificates().partner });
    const again = async (host: string, one = early) => {
      expect((await one.request({ host })).status).toBe(200);
      return one.earlyRequests();
    };
    try {
      // Whoever came back so would not be asked for a certificate.
      for (let count = 0; count < 4; count += 1) expect(await again('partners.test')).toBe(0);
      await expect.poll(() => again('shop.test'), { timeout: 10_000 }).toBeGreaterThan(0);
    } finally {
      await early.stop();
    }
    for (let count = 0; count < 4; count += 1) expect(await again('shop.test', client())).toBe(0);
  });

  test('nobody listens where the document does not ask for it', async () => {
    expect((await quiet().request({ host: 'shop.test', timeoutMs: 20_000 })).status).toBe(503);
  });
});

describe('over TCP', () => {
  const advertised = async (listener: string, name: string, protocol: 'http1' | 'http2' = 'http1') => {
    const tls = { serverName: name };
    return (await gateway().request({ listener, host: name, protocol, tls })).headers.get('alt-svc');
  };

  test.each(['http1', 'http2'] as const)('HTTP/3 is advertised (%s)', async (protocol) => {
    expect(await advertised('https', 'shop.test', protocol)).toBe('h3=":443"; ma=86400');
    expect(await advertised('own', 'shop.test', protocol)).toBe(`h3=":${gateway().portOf('own')}"; ma=60`);
  });

  test('it is not where there is none', async () => {
    expect(await advertised('quiet', 'shop.test')).toBeNull();
    expect(await advertised('https', 'old.test')).toBeNull();
  });

  test('what an upstream advertises for itself does not reach clients', async () => {
    backend().script('*', [{ headers: { 'alt-svc': 'h3=":1"' } }]);
    expect(await advertised('https', 'shop.test')).toBe('h3=":443"; ma=86400');
  });
});

test('a renewed certificate is served over HTTP/3 as well', async () => {
  const { next } = certificates();
  await gateway().writeSecret('pay.crt', next.certificate);
  await gateway().writeSecret('pay.key', next.privateKey);
  // A client that has been there resumes its session, and so sees the certificate of that time.
  const served = async () => {
    const fresh = await startClient('https');
    try {
      return (await fresh.request({ host: 'pay.test' })).headers.get('x-server-certificate');
    } finally {
      await fresh.stop();
    }
  };
  await expect.poll(served, { timeout: 15_000 }).toBe('CN=next');
});
