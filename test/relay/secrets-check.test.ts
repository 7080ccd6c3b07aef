// The library's dependency injection asks for this global before it is loaded.
import 'reflect-metadata';
import { createPrivateKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAuthorities, checkMaterial, checkPair } from '../../relay/secrets/check.ts';
import { redact } from '../../store/redacted.ts';
import { makeAuthority, type Certificate, type CertificateAuthority } from '../servers/certificates.ts';

describe('checking a secret', () => {
  let authority: CertificateAuthority;
  let certificate: Certificate;
  let other: Certificate;

  beforeAll(async () => {
    authority = await makeAuthority();
    const notAfter = new Date('2030-01-01T00:00:00Z');
    certificate = await authority.issue({ commonName: 'shop', names: ['shop.example'], notAfter });
    other = await authority.issue({ commonName: 'other' });
  });

  test('a key that belongs to its certificate is usable, until the first certificate of the chain ends', () => {
    expect(checkPair(certificate.certificate, certificate.privateKey)).toMatchObject({
      status: 'usable',
      validity: { notAfter: Date.parse('2030-01-01T00:00:00Z') },
    });
    const withRoot = checkPair(certificate.certificate + authority.certificate, certificate.privateKey);
    const root = checkAuthorities(authority.certificate);
    expect(withRoot.status === 'usable' && withRoot.validity.notAfter).toBe(
      root.status === 'usable' && root.validity.notAfter,
    );
  });

  const mistakes: readonly [string, () => readonly [string, string], RegExp][] = [
    ['of another certificate', () => [certificate.certificate, other.privateKey], /does not belong/],
    [
      'of a later certificate of the chain',
      () => [certificate.certificate + other.certificate, other.privateKey],
      /belong/,
    ],
    ['that is no PEM', () => [certificate.certificate, 'hunter2'], /not PEM/],
    ['that is encrypted', () => [certificate.certificate, encryptedKey()], /encrypted/],
    ['without a certificate', () => ['', certificate.privateKey], /no PEM certificate/],
    [
      'with half a certificate',
      () => [certificate.certificate.replace(/\n[A-Za-z0-9+/]{8}/, '\n'), certificate.privateKey],
      /read/,
    ],
  ];
  test.each(mistakes)('a key %s is refused', (_, pair, message) => {
    const check = checkPair(...pair());
    expect(check).toMatchObject({ status: 'failed', reason: 'invalid', message: expect.stringMatching(message) });
  });

  test('a key that Envoy finds too short is refused', async () => {
    const short = await selfSignedRsa(1024);
    expect(checkPair(short.certificate, short.privateKey)).toMatchObject({
      message: expect.stringContaining('1024 bits'),
    });
    const long = await selfSignedRsa(2048);
    expect(checkPair(long.certificate, long.privateKey)).toMatchObject({ status: 'usable' });
  });

  test('no message quotes a key', () => {
    const check = checkPair(
      certificate.certificate,
      `-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n`,
    );
    expect(check.status).toBe('failed');
    expect(JSON.stringify(check)).not.toContain('hunter2');
  });

  test('authorities are certificates', () => {
    expect(checkAuthorities(authority.certificate)).toMatchObject({ status: 'usable' });
    expect(checkAuthorities('none')).toMatchObject({ status: 'failed', reason: 'invalid' });
  });

  test('a generic value has at least one byte', () => {
    const generic = (text: string) => ({ type: 'generic', value: redact(new TextEncoder().encode(text)) }) as const;
    expect(checkMaterial(generic('x'))).toEqual({ status: 'usable' });
    expect(checkMaterial(generic(''))).toMatchObject({ status: 'failed' });
  });
});

const encryptedKey = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' },
  }).privateKey;

async function selfSignedRsa(
  modulusLength: number,
): Promise<{ readonly certificate: string; readonly privateKey: string }> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength,
  };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=short',
    keys,
    signingAlgorithm: algorithm,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return { certificate: certificate.toString('pem'), privateKey: String(key.export({ format: 'pem', type: 'pkcs8' })) };
}
