/**
 * Whether Envoy can use a secret, told before Envoy is asked.
 *
 * Envoy refuses a whole SDS response for a key that does not match, an RSA key under 2,048 bits or an elliptic curve
 * other than P-256, P-384 and P-521:
 * https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/tls/context_impl.cc
 */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readApiKeys } from './api-keys.ts';
import { readUsers } from './basic-auth-users.ts';
import { checkStaple } from './ocsp.ts';
import { failed, type Failure, type SecretMaterial, type TlsCertificateMaterial } from './provider.ts';
import { readTicketKeys } from './ticket-keys.ts';

export type Check = Failure | { readonly status: 'usable'; readonly validity?: Validity };

export type CertificateCheck = Failure | { readonly status: 'usable'; readonly validity: Validity };

/** When a secret's certificates can be used, in milliseconds since the epoch: the narrowest of all of them. */
export interface Validity {
  readonly notBefore: number;
  readonly notAfter: number;
}

export function checkMaterial(material: SecretMaterial): Check {
  switch (material.type) {
    case 'tls-certificate':
      return checkCertificate(material);
    case 'certificate-authority':
      return checkAuthorities(material.certificates);
    case 'api-keys': {
      const keys = readApiKeys(material.lines.expose());
      return Array.isArray(keys) ? { status: 'usable' } : keys;
    }
    case 'basic-auth-users': {
      const users = readUsers(material.lines.expose());
      return 'status' in users ? users : { status: 'usable' };
    }
    case 'session-ticket-keys': {
      const keys = readTicketKeys(material.lines.expose());
      return 'status' in keys ? keys : { status: 'usable' };
    }
    case 'generic':
      return material.value.expose().length > 0 ? { status: 'usable' } : failed('invalid', 'the value is empty');
  }
}

function checkCertificate({ certificateChain, privateKey, ocspStaple }: TlsCertificateMaterial): CertificateCheck {
  const checked = checkPair(certificateChain, privateKey.expose());
  if (checked.status === 'failed' || !ocspStaple) return checked;
  return checkStaple(ocspStaple, new X509Certificate(certificateChain)) ?? checked;
}

/** Whether a PEM chain and a PEM private key belong together and are of a kind that Envoy takes. */
export function checkPair(certificateChain: string, privateKey: string): CertificateCheck {
  const chain = readCertificates(certificateChain);
  if (!Array.isArray(chain)) return chain;
  const key = readPrivateKey(privateKey);
  if ('status' in key) return key;
  const leaf = chain[0];
  if (!leaf.checkPrivateKey(key)) return failed('invalid', 'the private key does not belong to the first certificate');
  return weakness(leaf.publicKey) ?? { status: 'usable', validity: validityOf(chain) };
}

export function checkAuthorities(certificates: string): CertificateCheck {
  const authorities = readCertificates(certificates);
  if (!Array.isArray(authorities)) return authorities;
  return { status: 'usable', validity: validityOf(authorities) };
}

type Chain = [X509Certificate, ...X509Certificate[]];

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

function readCertificates(pem: string): Chain | Failure {
  try {
    const [first, ...others] = (pem.match(PEM_CERTIFICATE) ?? []).map((block) => new X509Certificate(block));
    return first ? [first, ...others] : failed('invalid', 'there is no PEM certificate in it');
  } catch {
    // OpenSSL's own message names byte offsets only; the sentence below says as much.
    return failed('invalid', 'one of its PEM certificates cannot be read');
  }
}

function readPrivateKey(pem: string): KeyObject | Failure {
  if (/ENCRYPTED/.test(pem)) return failed('invalid', 'the private key is encrypted');
  try {
    return createPrivateKey(pem);
  } catch {
    // The reason is left out: it stems from the key's own text.
    return failed('invalid', 'the private key is not PEM, or cannot be read');
  }
}

const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

function weakness({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Failure | undefined {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'rsa' && modulusLength < 2048) {
    return failed('invalid', `its RSA key has ${modulusLength} bits, and Envoy takes no fewer than 2048`);
  }
  if (asymmetricKeyType === 'ec' && !CURVES.includes(namedCurve)) {
    return failed('invalid', `its key is on the curve ${namedCurve}, and Envoy takes P-256, P-384 and P-521 only`);
  }
  return undefined;
}

const validityOf = (certificates: Chain): Validity => ({
  notBefore: Math.max(...certificates.map(({ validFrom }) => Date.parse(validFrom))),
  notAfter: Math.min(...certificates.map(({ validTo }) => Date.parse(validTo))),
});
