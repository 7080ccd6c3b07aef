/** Texts in a language of their own: what fits, what does not, and why. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../compiler/1-parse/parse.ts';
import { FORMATS } from '../../compiler/2-validate/formats.ts';
import { canonicalCidr, isWithin, parseCidr } from '../../compiler/2-validate/formats/address.ts';
import { bytes, milliseconds } from '../../compiler/2-validate/formats/quantity.ts';
import { at } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { isSchema, type Schema } from '../../generate/schemas/schema.ts';
import { SCHEMAS } from './random-documents.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { TEXTS } from './format-texts.ts';

const [document] = parse([{ path: 'test.yaml', text: 'value: x' }], collect().report);

/** The message and the help of what a format says of a text; nothing if it fits. */
function problemOf(format: string, text: string | number): string | undefined {
  const { report, diagnostics } = collect();
  const check = FORMATS.get(format);
  if (!check || !document) throw new Error(`there is no format ${format}`);
  check(text, at(document, '/value'), report);
  const [first] = diagnostics();
  return first && `${first.code}: ${first.message}`;
}

describe.each(Object.entries(TEXTS))('%s', (format, { accepts, refuses }) => {
  test.each(accepts)('accepts %j', (text) => expect(problemOf(format, text)).toBeUndefined());
  test.each(refuses)('refuses %j', (text) => expect(problemOf(format, text)).toBeDefined());
});

test('every format of the schemas is tested here', () => {
  const formats = Object.values(SCHEMAS.definitions).flatMap(formatsIn);
  expect([...new Set(formats)].sort()).toEqual([...FORMATS.keys()].sort());
  expect([...Object.keys(TEXTS), 'pem-certificates', 'pem-revocation-lists'].sort()).toEqual(
    [...FORMATS.keys()].sort(),
  );
});

describe('certificates', () => {
  const authority = readFileSync(join(import.meta.dirname, '../../fixtures/cases/upstream-tls/edge.yaml'), 'utf8');
  const pem = /-----BEGIN[^]*END CERTIFICATE-----/.exec(authority)?.[0].replaceAll(/^ +/gm, '') ?? '';

  test('one or several, with text around them', () => {
    for (const text of [pem, `${pem}\n${pem}\n`, `# our authority\r\n${pem.replaceAll('\n', '\r\n')}`])
      expect(problemOf('pem-certificates', text)).toBeUndefined();
  });
  test.each([
    ['nothing', '', 'there is no PEM block'],
    ['text', 'MIIB', 'there is no PEM block'],
    ['a block without an end', pem.replace('-----END', '----'), 'there is no PEM block'],
    ['a block of something else', '-----BEGIN X-----\nAAAA\n-----END X-----', 'block 1 is "X", not a certificate'],
    ['no base64', pem.replace(/MII/, '!!!'), 'block 1 is damaged'],
    [
      'a second one that is cut off',
      `${pem}\n${pem.replace(/\n[^\n]+\n-----END/, '\n-----END')}`,
      'block 2 is damaged',
    ],
  ])('not %s', (_, text, problem) => expect(problemOf('pem-certificates', text)).toContain(problem));

  test('no private key, whole or not', async () => {
    const { privateKey } = await (await makeAuthority()).issue({ commonName: 'test' });
    for (const text of [
      privateKey,
      `${pem}${privateKey}`,
      '-----BEGIN EC PRIVATE KEY-----\nMHc',
      `${pem}-----BEGIN PRIVATE KEY-----`,
    ])
      expect(problemOf('pem-certificates', text)).toContain('secret-in-document');
  });
});

/** A list in which an entry has extensions, and none in them. */
const EMPTY_EXTENSIONS = `-----BEGIN X509 CRL-----
MIHAMGgCAQEwCgYIKoZIzj0EAwIwEjEQMA4GA1UEAxMHVGVzdCBDQRcNMjYxMTI1
MDAzODA1WhcNMjYxMTI2MDEzODA1WjAlMCMCECWWgVY56pqP6sFZ3Chc7qoXDTI2
MTEyNTAwMzgwNVowADAKBggqhkjOPQQDAgNIADBFAiBHMFd7O72DOBbusG26kjKj
7NVgfuGvGzEtAen9F0UfgQIhANmCzD1+kLphODP4wDW10ubnbQNJyInxadqyVV94
m2+X
-----END X509 CRL-----`;

describe('lists of revoked certificates', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

  test('one or several', async () => {
    const authority = await makeAuthority();
    const pem = await authority.revoke([await authority.issue({ commonName: 'test' })]);
    for (const text of [pem, `${pem}\n${pem}`]) expect(problemOf('pem-revocation-lists', text)).toBeUndefined();
  });

  test.each([
    ['nothing', '', 'there is no PEM block'],
    ['a certificate', certificate, 'block 1 is "CERTIFICATE", not a revocation list'],
    ['something cut off', certificate.replaceAll('CERTIFICATE', 'X509 CRL'), 'block 1 is damaged'],
    ['one with empty extensions, which Envoy refuses', EMPTY_EXTENSIONS, 'block 1 is damaged'],
    ['a private key', '-----BEGIN PRIVATE KEY-----', 'secret-in-document'],
  ])('not %s', (_, text, problem) => expect(problemOf('pem-revocation-lists', text)).toContain(problem));
});

test('a private key is called one, and a shared secret too', () => {
  for (const key of ['{"kty":"oct","k":"AA"}', '{"kty":"RSA","n":"A","e":"B","d":"C"}'])
    expect(problemOf('jwks', `{"keys":[${key}]}`)).toContain('secret-in-document');
});

test('quantities as numbers', () => {
  expect(['0s', '250ms', '1.5s', '1h30m', '1m0.001s'].map(milliseconds)).toEqual([0, 250, 1500, 5_400_000, 60_001]);
  expect(['0B', '64KiB', 65536, '3MiB', '1GiB'].map(bytes)).toEqual([0, 65536, 65536, 3 * 2 ** 20, 2 ** 30]);
  expect(parseCidr('10.1.2.3')).toEqual({ address: '10.1.2.3', length: 32 });
  expect(parseCidr('2001:db8::/32')).toEqual({ address: '2001:db8::', length: 32 });
});

describe('reasons say what helps', () => {
  test.each([
    ['regex', '(?=a)', /invalid or unsupported Perl syntax/],
    ['regex', '\\x{100}', /Envoy matches bytes/],
    ['regex', '((a{100}){10}){10}', /invalid repeat count|instructions/],
    ['lua', 'x = = 1', /line 1, column 5: <expression> expected/],
    ['header-value', '100%', /column 4 begins no operator/],
    ['header-value', '%RESPONSE_COD%', /did you mean "RESPONSE_CODE"/],
    ['header-value', '%REQ%', /needs arguments, as in %REQ\(…\)%/],
    ['header-value', '%CEL(a)%', /cannot be checked/],
  ])('%s %s', (format, text, reason) => expect(problemOf(format, text)).toMatch(reason));
});

function formatsIn({ format, properties = {}, items, additionalProperties }: Schema): readonly string[] {
  const inner = [...Object.values(properties), items, additionalProperties].filter(isSchema);
  return [...(format === undefined ? [] : [format]), ...inner.flatMap(formatsIn)];
}

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['10.1.2.3', '10.1.2.3/32'],
  ['1.2.3.4/0', '0.0.0.0/0'],
  ['2001:DB8:0::1/32', '2001:db8::/32'],
  ['::1', '::1/128'],
])('the range %s is %s', (range, canonical) => expect(canonicalCidr(range)).toBe(canonical));

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.1.2.3', '10.9.9.9/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/9', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['::/0', '0.0.0.0/0', false],
  ['fd00::1', 'fd00::/8', true],
])('%s is within %s: %s', (inner, outer, within) => expect(isWithin(inner, outer)).toBe(within));
