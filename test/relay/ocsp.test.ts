import { beforeAll, describe, expect, test } from 'vitest';
import { checkMaterial } from '../../relay/secrets/check.ts';
import { encodeSecret } from '../../relay/secrets/encode.ts';
import { readStaple } from '../../relay/secrets/ocsp.ts';
import type { TlsCertificateMaterial } from '../../relay/secrets/provider.ts';
import { redact } from '../../store/redacted.ts';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';

describe('OCSP responses', () => {
  let certificate: Certificate;
  let staple: Buffer;
  let other: Buffer;

  beforeAll(async () => {
    const authority = await makeAuthority();
    certificate = await authority.issue({ commonName: 'shop' });
    staple = await authority.staple(certificate);
    other = await authority.staple(await authority.issue({ commonName: 'other' }));
  });

  const material = (ocspStaple?: Uint8Array): TlsCertificateMaterial => ({
    type: 'tls-certificate',
    certificateChain: certificate.certificate,
    privateKey: redact(certificate.privateKey),
    ...(ocspStaple && { ocspStaple }),
  });

  test('for the certificate are usable, in DER or base64', () => {
    expect(checkMaterial(material(readStaple(staple)))).toMatchObject({ status: 'usable' });
    const text = Buffer.from(staple.toString('base64').replace(/.{64}/g, '$&\n'));
    expect(checkMaterial(material(readStaple(text)))).toMatchObject({ status: 'usable' });
  });

  test('for another certificate are not', () => {
    expect(checkMaterial(material(other))).toMatchObject({
      status: 'failed',
      message: 'its OCSP response is about another certificate',
    });
  });

  test.each<[string, () => Uint8Array]>([
    ['that stops early', () => staple.subarray(0, -1)],
    ['that is something else', () => Buffer.from('-----BEGIN CERTIFICATE-----')],
    ['that is empty', () => new Uint8Array()],
    // OCSPResponseStatus tryLater.
    ['in which the authority gives none', () => Buffer.from('30030a0103', 'hex')],
    ['of which a length lies', () => Buffer.from('3084ffffffff', 'hex')],
  ])('%s are not', (_, bytes) => {
    expect(checkMaterial(material(bytes()))).toMatchObject({ status: 'failed', reason: 'invalid' });
  });

  test('cut off or changed anywhere never throw', () => {
    for (let length = 0; length < staple.length; length += 1) {
      expect(checkMaterial(material(staple.subarray(0, length))).status).toBe('failed');
      const changed = Buffer.from(staple);
      changed[length] = (changed[length] ?? 0) ^ 0xff;
      checkMaterial(material(changed));
    }
  });

  test('go to Envoy, and a new one is a new version', () => {
    const encoded = (response?: Uint8Array) => encodeSecret('default/a', material(response));
    expect(Buffer.from(encoded(staple).value).includes(staple)).toBe(true);
    expect(encoded(staple).version).not.toBe(encoded().version);
    expect(encoded(staple).version).not.toBe(encoded(other).version);
    expect(encoded(staple).version).toBe(encoded(Buffer.from(staple)).version);
  });
});
