/** OCSP responses for tests. Source: RFC 6960, section 4.2.1, in DER. */
import { createHash, X509Certificate, type webcrypto } from 'node:crypto';
import { webcrypto as crypto } from 'node:crypto';

export interface OcspOptions {
  /** When there must be a newer response. Default: in an hour. */
  readonly nextUpdate?: Date;
}

/** Says of a certificate that it is good; both as PEM. */
export async function makeOcspResponse(
  { certificate, authority, signingKey }: OcspSubject,
  { nextUpdate = new Date(Date.now() + HOUR_MS) }: OcspOptions,
): Promise<Buffer> {
  const keyHash = octets(createHash('sha1').update(publicKeyBits(authority)).digest());
  const nameHash = octets(createHash('sha1').update(subjectOf(authority)).digest());
  const thisUpdate = time(new Date(Math.min(Date.now(), nextUpdate.getTime()) - HOUR_MS));
  const good = der(0x80, Buffer.alloc(0));
  const certificateId = sequence(sequence(SHA1, NULL), nameHash, keyHash, serialOf(certificate));
  const single = sequence(certificateId, good, thisUpdate, der(0xa0, time(nextUpdate)));
  const data = sequence(der(0xa2, keyHash), thisUpdate, sequence(single));
  const signature = Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signingKey, data));
  const basic = sequence(data, sequence(ECDSA_SHA256), der(0x03, Buffer.concat([Buffer.of(0), toDer(signature)])));
  return sequence(der(0x0a, Buffer.of(0)), der(0xa0, sequence(BASIC_RESPONSE, octets(basic))));
}

export interface OcspSubject {
  readonly certificate: string;
  readonly authority: string;
  readonly signingKey: webcrypto.CryptoKey;
}

const HOUR_MS = 3_600_000;

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
const octets = (content: Uint8Array): Buffer => der(0x04, content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const time = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`, 'ascii'));

const NULL = der(0x05);
const SHA1 = oid('2b0e03021a');
const ECDSA_SHA256 = oid('2a8648ce3d040302');
/** id-pkix-ocsp-basic. */
const BASIC_RESPONSE = oid('2b0601050507300101');

const serialOf = (certificate: string): Buffer => {
  const hex = new X509Certificate(certificate).serialNumber;
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
};

/** The bits of a public key on P-256 are the last 65 bytes of what describes it. */
const publicKeyBits = (certificate: string): Buffer =>
  new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }).subarray(-65);

/** Who the authority is; its hash tells responders apart, and no test has two. */
const subjectOf = (certificate: string): string => new X509Certificate(certificate).subject;

/** Web Crypto has the two numbers of a signature side by side, and ASN.1 as integers. */
function toDer(signature: Buffer): Buffer {
  const number = (bytes: Buffer): Buffer => {
    const significant = bytes.subarray(
      Math.max(
        0,
        bytes.findIndex((byte) => byte !== 0),
      ),
    );
    const isNegative = (significant[0] ?? 0) >= 0x80;
    return der(0x02, isNegative ? Buffer.concat([Buffer.of(0), significant]) : significant);
  };
  return sequence(number(signature.subarray(0, 32)), number(signature.subarray(32)));
}
