import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';

test('an authority issues certificates for names of every kind', async () => {
  const authority = await makeAuthority('Root');
  const names = ['*.shop.example', '127.0.0.1', '::1', 'spiffe://example/edge'];
  const issued = await authority.issue({ commonName: 'shop', names, usage: 'client' });
  const certificate = new X509Certificate(issued.certificate);

  expect(certificate.subject).toBe('CN=shop');
  expect(certificate.subjectAltName?.split(', ')).toEqual([
    'DNS:*.shop.example',
    'IP Address:127.0.0.1',
    'IP Address:0:0:0:0:0:0:0:1',
    'URI:spiffe://example/edge',
  ]);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  const root = new X509Certificate(authority.certificate);
  expect([root.ca, certificate.ca]).toEqual([true, false]);
  expect(certificate.checkIssued(root) && certificate.verify(root.publicKey)).toBe(true);
  const stranger = new X509Certificate((await makeAuthority('Root')).certificate);
  expect(certificate.verify(stranger.publicKey)).toBe(false);
});

test('a certificate may have expired', async () => {
  const authority = await makeAuthority();
  const notBefore = new Date('2020-01-01T00:00:00Z');
  const notAfter = new Date('2020-02-01T00:00:00Z');
  const { certificate } = await authority.issue({ commonName: 'old', notBefore, notAfter });

  expect(new Date(new X509Certificate(certificate).validTo)).toEqual(notAfter);
});
