import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { handshake } from '../servers/tls-client.ts';
import { document, GATEWAY, secret, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const own = await authority.issue({ commonName: 'own', names: ['*.test'] });
  const fallback = await authority.issue({ commonName: 'fallback', names: ['fallback.test'] });
  const rsa = await authority.issue({ commonName: 'rsa', names: ['fallback.test'], keys: 'rsa' });
  return { authority: authority.certificate, own, fallback, rsa, stop: async () => undefined };
});

const files = () => {
  const { authority, own, fallback, rsa } = certificates();
  return {
    'own.crt': own.certificate,
    'own.key': own.privateKey,
    'fallback.crt': fallback.certificate,
    'fallback.key': fallback.privateKey,
    'rsa.crt': rsa.certificate,
    'rsa.key': rsa.privateKey,
    'partners.pem': authority,
  };
};

const host = (name: string, tls: string): Documents =>
  document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]`,
    `hostnames: [${name}.test, "*.${name}.test"]`,
    `tls: { certificates: [own], ${tls} }`,
    `routes: [{ respond: { statusCode: 200, body: ${name} }, filters: [{ type: compression }] }]`,
  );

const gateway = shared(() =>
  startGateway({
    secrets: files(),
    listeners: {
      https: 'protocol: HTTPS, tls: { fallback: { certificates: [fallback] } }',
      two: 'protocol: HTTPS, tls: { fallback: { certificates: [rsa, fallback] } }',
      strict: 'protocol: HTTPS',
    },
    documents: {
      ...secret('own', 'tls-certificate'),
      ...secret('fallback', 'tls-certificate'),
      ...secret('rsa', 'tls-certificate'),
      ...secret('partners', 'certificate-authority'),
      ...host('shop', 'fallback: true'),
      ...host('pay', ''),
      ...host('partners', 'clientValidation: { secret: partners }'),
    },
  }),
);

const lost = (name: string, serverName?: string, listener = 'https') =>
  gateway().request({ listener, host: name, tls: serverName === undefined ? {} : { serverName } });

describe.each<[string, string | undefined]>([
  ['no server name', undefined],
  ['a name that no host has', 'nobody.test'],
])('a client that sends %s', (_, serverName) => {
  test('gets the fallback certificate, and the hosts that allow it', async () => {
    for (const name of ['shop.test', 'a.shop.test']) {
      const { status, body, tls } = await lost(name, serverName);
      expect([status, body, tls?.commonName]).toEqual([200, 'shop', 'fallback']);
    }
  });

  test.each(['pay.test', 'partners.test', 'a.partners.test', 'PARTNERS.test'])('never reaches %s', async (name) => {
    expect((await lost(name, serverName)).status).toBe(421);
  });

  test('finds nobody where nobody is', async () => {
    expect((await lost('nobody.test', serverName)).status).toBe(404);
  });

  test('is refused on a listener without', async () => {
    await expect(lost('shop.test', serverName, 'strict')).rejects.toThrow();
  });
});

test('a client that sends the name of a host gets its own certificate', async () => {
  const { body, tls } = await lost('shop.test', 'shop.test');
  expect([body, tls?.commonName]).toEqual(['shop', 'own']);
  expect((await lost('pay.test', 'pay.test')).body).toBe('pay');
});

test('each client gets the certificate that it can use', async () => {
  const { fallback, rsa } = certificates();
  const meet = (sigalgs: string) => handshake(gateway().portOf('two'), { servername: 'nobody.test', sigalgs });
  expect(await meet('RSA-PSS+SHA256')).toMatchObject({ fingerprint: rsa.fingerprint });
  expect(await meet('ECDSA+SHA256')).toMatchObject({ fingerprint: fallback.fingerprint });
});
