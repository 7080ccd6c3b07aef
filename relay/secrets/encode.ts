/** Secrets as Envoy receives them over SDS. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { encode, type Messages } from '../../compiler/xds/index.ts';
import type { SecretResource } from '../ads-server.ts';
import type { SecretMaterial } from './provider.ts';

const SECRET = 'envoy.extensions.transport_sockets.tls.v3.Secret';

export const encodeSecret = (name: string, material: SecretMaterial): SecretResource => ({
  name,
  version: versionOf(material),
  value: encode(SECRET, { name, ...body(material) }),
});

function body(material: SecretMaterial): Messages[typeof SECRET] {
  switch (material.type) {
    case 'tls-certificate':
      return {
        tls_certificate: {
          certificate_chain: { inline_string: material.certificateChain },
          private_key: { inline_string: material.privateKey.expose() },
        },
      };
    case 'certificate-authority':
      return { validation_context: { trusted_ca: { inline_string: material.certificates } } };
    case 'generic':
      return { generic_secret: { secret: { inline_bytes: Buffer.from(material.value.expose()).toString('base64') } } };
  }
}

/** The versions of generic secrets are keyed with this. */
const key = randomBytes(32);

/**
 * A version that tells nothing about the value, since versions appear in logs and in the status.
 *
 * A certificate is public, and a private key changes only together with it. A generic value may be short enough to be
 * guessed from its hash, so that hash is keyed; two relays then name the same value differently, and an Envoy that
 * moves between them is sent it once more, which changes nothing.
 */
function versionOf(material: SecretMaterial): string {
  const hash = material.type === 'generic' ? createHmac('sha256', key) : createHash('sha256');
  return hash.update(publicPart(material)).digest('base64url').slice(0, 16);
}

function publicPart(material: SecretMaterial): string | Uint8Array {
  switch (material.type) {
    case 'tls-certificate':
      return material.certificateChain;
    case 'certificate-authority':
      return material.certificates;
    case 'generic':
      return material.value.expose();
  }
}
