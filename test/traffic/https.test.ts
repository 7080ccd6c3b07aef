import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { document, GATEWAY, secret, virtualHost, type Documents } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const HOSTS = ['shop', 'pay', 'strict', 'open', 'wild'] as const;

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const issue = async (name: string): Promise<readonly [string, Certificate]> => [
    name,
    await authority.issue({ commonName: name, names: [name === 'wild' ? '*.wild.test' : `${name}.test`] }),
  ];
  const issued = new Map(await Promise.all([...HOSTS, 'every'].map(issue)));
  return { authority: authority.certificate, issued, stop: async () => undefined };
});

const files = () =>
  Object.fromEntries(
    [...certificates().issued].flatMap(([name, { certificate, privateKey }]) => [
      [`${name}.crt`, certificate],
      [`${name}.key`, privateKey],
    ]),
  );

/** A host that answers with its name. */
const host = (name: string, hostname: string, tls: string): Documents => ({
  ...secret(name, 'tls-certificate'),
  ...document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]`,
    `hostnames: ["${hostname}"]`,
    tls,
    `routes: [{ respond: { statusCode: 200, body: ${name} } }]`,
  ),
});

const gateway = shared(() =>
  startGateway({
    protocol: 'state-of-the-world',
    secrets: files(),
    listeners: {
      http: 'protocol: HTTP',
      https: 'protocol: HTTPS',
      modern: 'protocol: HTTPS, tls: { minimumVersion: "1.3" }',
      choosy: 'protocol: HTTPS, tls: { maximumVersion: "1.2", cipherSuites: [ECDHE-ECDSA-CHACHA20-POLY1305] }',
      moving: 'protocol: HTTP, redirectToHttps: { port: 8443, statusCode: 308 }',
    },
    documents: {
      ...host('shop', 'Shop.test', 'tls: { certificates: [shop] }'),
      ...host('pay', 'pay.test', 'tls: { certificates: [pay], redirectPort: 8443 }'),
      ...host('strict', 'strict.test', 'tls: { certificates: [strict], plainText: reject }'),
      ...host('open', 'open.test', 'tls: { certificates: [open], plainText: serve }'),
      ...host('wild', '*.wild.test', 'tls: { certificates: [wild] }'),
      ...virtualHost('plain', 'routes: [{ respond: { statusCode: 200, body: plain } }]'),
      ...document(
        'VirtualHost',
        'every',
        `gateways: [${GATEWAY}]`,
        'hostnames: ["*"]',
        'listeners: [modern]',
        'tls: { certificates: [every] }',
        'routes: [{ respond: { statusCode: 200, body: every } }]',
      ),
      ...secret('every', 'tls-certificate'),
    },
  }),
);

const secure = (serverName: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({
    listener: 'https',
    host: serverName,
    tls: { serverName, authority: certificates().authority },
    ...rest,
  });

describe('over TLS', () => {
  test.each([
    ['shop.test', 'shop'],
    ['pay.test', 'pay'],
    ['a.wild.test', 'wild'],
  ])('%s is served by its own host, with its own certificate', async (serverName, name) => {
    const { body, tls } = await secure(serverName);
    expect(body).toBe(name);
    expect(tls?.fingerprint).toBe(certificates().issued.get(name)?.fingerprint);
  });

  test.each([
    ['http1', 'http/1.1'],
    ['http2', 'h2'],
  ] as const)('%s is spoken', async (protocol, alpn) => {
    const { body, tls } = await secure('shop.test', { protocol });
    expect([body, tls?.alpn]).toEqual(['shop', alpn]);
  });

  test('a port in the Host header makes no difference', async () => {
    expect((await secure('shop.test', { host: 'shop.test:8443' })).body).toBe('shop');
  });

  test.each(['http1', 'http2'] as const)(
    'a request for another host is sent back to where it belongs (%s)',
    async (protocol) => {
      expect((await secure('shop.test', { host: 'pay.test', protocol })).status).toBe(421);
    },
  );

  test.each(['plain.test', 'nobody.test'])('a connection for %s finds nobody', async (serverName) => {
    await expect(secure(serverName)).rejects.toThrow();
  });

  test('a connection that names no server finds the host for all, where there is one', async () => {
    const accepted = { listener: 'modern', host: 'anything.test', tls: {} };
    expect((await gateway().request(accepted)).body).toBe('every');
    await expect(gateway().request({ ...accepted, listener: 'https' })).rejects.toThrow();
  });

  test('a client that is too old is refused', async () => {
    expect(await handshake('https', 'TLSv1.2')).toMatchObject({ version: 'TLSv1.2' });
    expect(await handshake('modern', 'TLSv1.3')).toMatchObject({ version: 'TLSv1.3' });
    await expect(handshake('modern', 'TLSv1.2')).rejects.toThrow(/protocol version/);
    await expect(handshake('https', 'TLSv1.1')).rejects.toThrow();
  });

  test('a listener may choose versions and cipher suites', async () => {
    expect((await handshake('choosy', 'TLSv1.2')).cipher).toBe('ECDHE-ECDSA-CHACHA20-POLY1305');
    await expect(handshake('choosy', 'TLSv1.3')).rejects.toThrow();
  });
});

describe('in plain text', () => {
  const plain = (name: string, path = '/') => gateway().request({ host: name, path });

  test.each([
    ['shop.test', 'https://shop.test/a?x=1'],
    ['shop.test:8080', 'https://shop.test/a?x=1'],
    ['pay.test', 'https://pay.test:8443/a?x=1'],
    ['pay.test:8080', 'https://pay.test:8443/a?x=1'],
  ])('a host with certificates sends clients to HTTPS: %s to %s', async (name, location) => {
    const { status, headers } = await plain(name, '/a?x=1');
    expect([status, normalized(headers.get('location'))]).toEqual([301, location]);
  });

  test('a host with certificates may refuse clients', async () => {
    expect((await plain('strict.test')).status).toBe(426);
  });

  test('a host with certificates may be served all the same', async () => {
    expect((await plain('open.test')).body).toBe('open');
  });

  test('a host without certificates is served', async () => {
    expect((await plain('plain.test')).body).toBe('plain');
  });

  test('a host that nobody has is not found', async () => {
    expect((await plain('nobody.test')).status).toBe(404);
  });

  test.each(['shop.test', 'plain.test:8080', 'nobody.test'])('a whole listener sends %s to HTTPS', async (name) => {
    const { status, headers } = await gateway().request({ listener: 'moving', host: name, path: '/a?x=1' });
    expect([status, headers.get('location')]).toEqual([308, `https://${name.split(':', 1)[0]}:8443/a?x=1`]);
  });
});

/** The address as a client reads it: `https://shop.test:443/` is `https://shop.test/`. */
const normalized = (location: string | null): string => new URL(location ?? '').href;

interface Handshake {
  readonly version: string | null;
  readonly cipher: string;
}

/** Shakes hands for the host shop with one version of TLS, and returns what was agreed on. */
function handshake(listener: string, version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<Handshake> {
  const port = gateway().portOf(listener);
  // OpenSSL offers older versions at this level only.
  const ciphers = 'DEFAULT@SECLEVEL=0';
  const settings = { minVersion: version, maxVersion: version, ciphers, rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, servername: 'shop.test', ...settings });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve({ version: socket.getProtocol(), cipher: socket.getCipher().name });
      socket.destroy();
    });
  });
}
