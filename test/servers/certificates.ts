/**
 * Certificates for tests, made on the spot by @peculiar/x509. An `openssl` command would do as well where there is one,
 * but slim images have none and macOS has LibreSSL, whose options differ; a pinned library is the same everywhere.
 */
// The library's dependency injection asks for this global before it is loaded.
import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import { makeOcspResponse, type OcspOptions } from './ocsp.ts';

export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS #8, unencrypted. */
  readonly privateKey: string;
  /** SHA-256 of the DER bytes, in lower-case hexadecimal without colons, as Envoy writes it. */
  readonly fingerprint: string;
}

export interface IssueOptions {
  readonly commonName: string;
  /** Default: ECDSA on P-256. */
  readonly keys?: 'ecdsa' | 'rsa';
  /** Subject alternative names: DNS names (wildcards too), IP addresses, e-mail addresses and URIs such as SPIFFE ids. Default: none. */
  readonly names?: readonly string[];
  /** What the certificate may be used for. Default: both. */
  readonly usage?: 'server' | 'client' | 'both';
  /** Default: an hour ago. */
  readonly notBefore?: Date;
  /** Default: tomorrow. */
  readonly notAfter?: Date;
}

export interface CertificateAuthority {
  /** The root certificate, PEM: what the other side must trust. */
  readonly certificate: string;
  readonly issue: (options: IssueOptions) => Promise<Certificate>;
  /** An authority that this one vouches for; whatever it issues has its certificate below its own. */
  readonly delegate: (commonName: string) => Promise<CertificateAuthority>;
  /** An OCSP response, DER, that calls a certificate of this authority good. */
  readonly staple: (certificate: Certificate, options?: OcspOptions) => Promise<Buffer>;
  /** The list of the certificates that are revoked, PEM. */
  readonly revoke: (certificates: readonly Certificate[]) => Promise<string>;
}

/** Makes a certificate authority with an ECDSA P-256 key; two with the same name are still different authorities. */
export async function makeAuthority(commonName = 'Test CA'): Promise<CertificateAuthority> {
  const keys = await generateKeys();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [commonName] }],
    keys,
    ...validity({}),
    signingAlgorithm: ALGORITHM,
    extensions: await authorityExtensions(keys),
  });
  return authorityOf(root, keys.privateKey, '');
}

/** @param chain what stands below the certificates that it issues */
function authorityOf(own: x509.X509Certificate, signingKey: webcrypto.CryptoKey, chain: string): CertificateAuthority {
  const certificate = `${own.toString('pem')}\n`;
  return {
    certificate,
    issue: async (options) => {
      const issued = await issue(own, signingKey, options);
      return { ...issued, certificate: issued.certificate + chain };
    },
    delegate: async (commonName) => {
      const keys = await generateKeys();
      const delegated = await x509.X509CertificateGenerator.create({
        subject: [{ CN: [commonName] }],
        issuer: own.subjectName,
        publicKey: keys.publicKey,
        signingKey,
        ...validity({}),
        signingAlgorithm: ALGORITHM,
        extensions: [...(await authorityExtensions(keys)), await x509.AuthorityKeyIdentifierExtension.create(own)],
      });
      return authorityOf(delegated, keys.privateKey, `${delegated.toString('pem')}\n${chain}`);
    },
    staple: ({ certificate: subject }, options = {}) =>
      makeOcspResponse({ certificate: subject, authority: certificate, signingKey }, options),
    revoke: (certificates) => revoke(own, signingKey, certificates),
  };
}

const authorityExtensions = async ({ publicKey }: webcrypto.CryptoKeyPair): Promise<x509.Extension[]> => [
  new x509.BasicConstraintsExtension(true, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  await x509.SubjectKeyIdentifierExtension.create(publicKey),
];

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const HOUR_MS = 3_600_000;

const { clientAuth, serverAuth } = x509.ExtendedKeyUsage;

const USAGES = { server: [serverAuth], client: [clientAuth], both: [serverAuth, clientAuth] };

async function issue(root: x509.X509Certificate, signingKey: webcrypto.CryptoKey, options: IssueOptions) {
  const { commonName, names = [], usage = 'both' } = options;
  const keys = await generateKeys(options.keys);
  const alternatives = names.map((value) => ({ type: typeOf(value), value }));
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [commonName] }],
    issuer: root.subjectName,
    publicKey: keys.publicKey,
    signingKey,
    ...validity(options),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(USAGES[usage]),
      ...(alternatives.length > 0 ? [new x509.SubjectAlternativeNameExtension(alternatives)] : []),
      await x509.AuthorityKeyIdentifierExtension.create(root),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pem = `${certificate.toString('pem')}\n`;
  const fingerprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
  return { certificate: pem, privateKey: await exportKey(keys.privateKey), fingerprint };
}

async function revoke(
  root: x509.X509Certificate,
  signingKey: webcrypto.CryptoKey,
  certificates: readonly Certificate[],
): Promise<string> {
  const now = new Date(Date.now() - HOUR_MS);
  const list = await x509.X509CrlGenerator.create({
    issuer: root.subjectName,
    thisUpdate: now,
    nextUpdate: new Date(Date.now() + 24 * HOUR_MS),
    signingAlgorithm: ALGORITHM,
    signingKey,
    entries: certificates.map(({ certificate }) => ({
      serialNumber: new x509.X509Certificate(certificate).serialNumber,
      revocationDate: now,
      // Without one, the library writes extensions that are empty, which BoringSSL refuses.
      reason: x509.X509CrlReason.keyCompromise,
    })),
  });
  // The library writes the label CRL, and OpenSSL and its relatives read X509 CRL only.
  return `${list.toString('pem').replaceAll(' CRL-', ' X509 CRL-')}\n`;
}

const generateKeys = (kind: 'ecdsa' | 'rsa' = 'ecdsa'): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(kind === 'rsa' ? RSA : ALGORITHM, true, ['sign', 'verify']);

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
} as const;

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${x509.PemConverter.encode(bytes, x509.PemConverter.PrivateKeyTag)}\n`;
}

function validity({ notBefore, notAfter }: Pick<IssueOptions, 'notBefore' | 'notAfter'>) {
  return {
    notBefore: notBefore ?? new Date(Date.now() - HOUR_MS),
    notAfter: notAfter ?? new Date(Date.now() + 24 * HOUR_MS),
  };
}

function typeOf(name: string): 'dns' | 'ip' | 'url' | 'email' {
  if (name.includes('://')) return 'url';
  if (name.includes('@')) return 'email';
  return isIP(name) === 0 ? 'dns' : 'ip';
}
