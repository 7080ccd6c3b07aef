/** A certificate authority for development and the certificates that it signs: ECDSA on P-256, in PEM. */
// The library's dependency injection asks for this global before it is loaded.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, both PEM; the key is PKCS #8 and not encrypted. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface Leaf {
  readonly commonName: string;
  /** DNS names, IP addresses and URIs. */
  readonly names: readonly string[];
  readonly usage: 'server' | 'client';
}

export interface Authority extends KeyPair {
  readonly issue: (leaf: Leaf) => Promise<KeyPair>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
/** Clocks differ between machines. */
const SKEW_MS = 3_600_000;

/**
 * @param trustDomain the SPIFFE trust domain that it signs for; its certificate says so
 * @param days how long it is good for, and all that it issues at most
 */
export async function createAuthority(trustDomain: string, days: number): Promise<Authority> {
  const keys = await generateKeys();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: ['Enroute development CA'] }],
    keys,
    ...validity(days),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'url', value: `spiffe://${trustDomain}` }]),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { ...(await pairOf(root, keys)), issue: (leaf) => issue(root, keys.privateKey, leaf, days) };
}

/** The trust domain that an authority of {@link createAuthority} signs for; nothing for one that does not say. */
export const trustDomainOf = (certificate: string): string | undefined =>
  new x509.X509Certificate(certificate)
    .getExtension(x509.SubjectAlternativeNameExtension)
    ?.names.items.map(({ value }) => /^spiffe:\/\/([^/]+)$/.exec(value)?.[1])
    .find((domain) => domain !== undefined);

/** The authority of files that {@link createAuthority} made. */
export async function openAuthority({ certificate, privateKey }: KeyPair, days: number): Promise<Authority> {
  const root = new x509.X509Certificate(certificate);
  const key = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(privateKey), ALGORITHM, false, [
    'sign',
  ]);
  return { certificate, privateKey, issue: (leaf) => issue(root, key, leaf, days) };
}

async function issue(
  root: x509.X509Certificate,
  signingKey: webcrypto.CryptoKey,
  { commonName, names, usage }: Leaf,
  days: number,
): Promise<KeyPair> {
  const keys = await generateKeys();
  const { serverAuth, clientAuth } = x509.ExtendedKeyUsage;
  const issued = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [commonName] }],
    issuer: root.subjectName,
    publicKey: keys.publicKey,
    signingKey,
    ...validity(days, root.notAfter),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage === 'server' ? serverAuth : clientAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: typeOf(value), value }))),
      await x509.AuthorityKeyIdentifierExtension.create(root),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return pairOf(issued, keys);
}

const generateKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

async function pairOf(certificate: x509.X509Certificate, { privateKey }: webcrypto.CryptoKeyPair): Promise<KeyPair> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return {
    certificate: `${certificate.toString('pem')}\n`,
    privateKey: `${x509.PemConverter.encode(bytes, x509.PemConverter.PrivateKeyTag)}\n`,
  };
}

/** Nothing is good for longer than what vouches for it. */
const validity = (days: number, last?: Date) => ({
  notBefore: new Date(Date.now() - SKEW_MS),
  notAfter: new Date(Math.min(Date.now() + days * DAY_MS, last?.getTime() ?? Infinity)),
});

function typeOf(name: string): 'dns' | 'ip' | 'url' {
  if (name.includes('://')) return 'url';
  return isIP(name) === 0 ? 'dns' : 'ip';
}
