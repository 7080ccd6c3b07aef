/**
 * OCSP responses: whether Envoy would take one for a certificate, told before Envoy is asked.
 *
 * Source: RFC 6960, section 4.2.1, and
 * https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/tls/ocsp/ocsp.cc
 */
import type { X509Certificate } from 'node:crypto';
import { context, ENUMERATED, INTEGER, OCTET_STRING, readElements, SEQUENCE, type DerElement } from './der.ts';
import { failed, type Failure } from './provider.ts';

/** The response in DER, which a store that holds texts only has in base64. */
export function readStaple(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replace(/\s/g, '');
  return bytes[0] !== SEQUENCE && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : bytes;
}

/** Nothing, if the response is about the certificate. */
export function checkStaple(staple: Uint8Array, { serialNumber }: X509Certificate): Failure | undefined {
  const responses = singleResponses(staple);
  if (!responses) return failed('invalid', 'its OCSP response cannot be read, or says that the authority gave none');
  const [only] = responses;
  if (!only || responses.length > 1)
    return failed('invalid', `its OCSP response is about ${responses.length} certificates, and Envoy takes one only`);
  return serialOf(only) === serialNumber.replace(/^0+/, '').toLowerCase()
    ? undefined
    : failed('invalid', 'its OCSP response is about another certificate');
}

/** The parts of a response that are each about one certificate. */
function singleResponses(bytes: Uint8Array): readonly DerElement[] | undefined {
  const [status, wrapped] = within(first(bytes, SEQUENCE));
  if (status?.tag !== ENUMERATED || status.content[0] !== SUCCESSFUL) return undefined;
  const [, basic] = within(first(contentOf(wrapped, context(0)), SEQUENCE));
  const [data] = within(first(contentOf(basic, OCTET_STRING), SEQUENCE));
  // Before the list stand the version, who answers, and when; only those are sequences that hold the answers.
  const list = within(data).find(({ tag }) => tag === SEQUENCE);
  return list && within(list);
}

const SUCCESSFUL = 0;

function serialOf(response: DerElement): string | undefined {
  const [id] = within(response);
  const serial = within(id).findLast(({ tag }) => tag === INTEGER);
  return serial && Buffer.from(serial.content).toString('hex').replace(/^0+/, '');
}

const within = (element: DerElement | undefined): readonly DerElement[] =>
  (element?.tag === SEQUENCE && readElements(element.content)) || [];

const contentOf = (element: DerElement | undefined, tag: number): Uint8Array =>
  element?.tag === tag ? element.content : new Uint8Array();

const first = (bytes: Uint8Array, tag: number): DerElement | undefined =>
  readElements(bytes)?.find((element) => element.tag === tag);
