import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import type { Check } from '../formats.ts';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** Even one that has no end has been seen. */
export const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;

/** One or more certificates in PEM; a private key among them must not be here at all. */
export const checkCertificates: Check = (value, at, report) => {
  const blocks = [...String(value).matchAll(BLOCK)];
  if (PRIVATE_KEY.test(String(value))) {
    report('secret-in-document', at, {});
    return;
  }
  const problem =
    blocks.length === 0 ? 'there is no PEM block' : blocks.map(problemOf).find((found) => found !== undefined);
  if (problem !== undefined) report('invalid-certificate', at, { problem });
};

function problemOf([, label = '', body = '']: RegExpExecArray, index: number): string | undefined {
  const place = `block ${index + 1}`;
  if (label !== 'CERTIFICATE') return `${place} is "${label}", not a certificate`;
  try {
    AsnConvert.parse(decodeBase64(body), Certificate);
    return undefined;
  } catch {
    // The decoder's own words speak of ASN.1 tags; that it is no certificate is all that helps.
    return `${place} is damaged: it cannot be decoded as an X.509 certificate`;
  }
}

const decodeBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
