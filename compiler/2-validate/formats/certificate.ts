import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, CertificateList, Version } from '@peculiar/asn1-x509';
import type { Check } from '../formats.ts';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** Even one that has no end has been seen. */
export const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;

/** What PEM blocks may hold. */
interface Content {
  readonly label: string;
  /** In words. */
  readonly what: string;
  /** Throws if the bytes are something else. */
  readonly decode: (der: Uint8Array) => unknown;
}

/** One or more certificates in PEM; a private key among them must not be here at all. */
export const checkCertificates = pemOf('invalid-certificate', {
  label: 'CERTIFICATE',
  what: 'certificate',
  decode: (der) => AsnConvert.parse(der, Certificate),
});

/** One or more lists of revoked certificates in PEM. */
export const checkRevocationLists = pemOf('invalid-revocation-list', {
  label: 'X509 CRL',
  what: 'revocation list',
  decode: decodeRevocationList,
});

function pemOf(code: 'invalid-certificate' | 'invalid-revocation-list', content: Content): Check {
  return (value, at, report) => {
    const blocks = [...String(value).matchAll(BLOCK)];
    if (PRIVATE_KEY.test(String(value))) {
      report('secret-in-document', at, {});
      return;
    }
    const problems = blocks.map((block, index) => problemOf(block, index, content));
    const problem = blocks.length === 0 ? 'there is no PEM block' : problems.find((found) => found !== undefined);
    if (problem !== undefined) report(code, at, { problem });
  };
}

function problemOf(
  [, label = '', body = '']: RegExpExecArray,
  index: number,
  { label: expected, what, decode }: Content,
): string | undefined {
  const place = `block ${index + 1}`;
  if (label !== expected) return `${place} is "${label}", not a ${what}`;
  try {
    decode(decodeBase64(body));
    return undefined;
  } catch {
    // The decoder's own words speak of ASN.1 tags; that it is none is all that helps.
    return `${place} is damaged: it cannot be decoded as an X.509 ${what}`;
  }
}

/** Envoy refuses fields that are there and empty, which decoding forgets, and extensions of a list of version 1. */
function decodeRevocationList(der: Uint8Array): void {
  const list = AsnConvert.parse(der, CertificateList);
  if (AsnConvert.serialize(list).byteLength !== der.byteLength) throw new Error('a field is empty');
  const { version, crlExtensions, revokedCertificates = [] } = list.tbsCertList;
  const hasExtensions = crlExtensions ?? revokedCertificates.some((entry) => entry.crlEntryExtensions);
  if (hasExtensions && version !== Version.v2) throw new Error('extensions need version 2');
}

const decodeBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
