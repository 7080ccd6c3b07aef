/** Secrets as Envoy receives them: over SDS, or over ECDS where Envoy wants them in the configuration of a filter. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { FilterSettings } from '../../compiler/5-pack/bundle.ts';
import { any, encode, TypeUrl, type Any, type Messages } from '../../compiler/xds/index.ts';
import type { SecretResource } from '../ads-server.ts';
import { readApiKeys } from './api-keys.ts';
import { readUsers } from './basic-auth-users.ts';
import type { SecretMaterial } from './provider.ts';
import { readTicketKeys } from './ticket-keys.ts';

const SECRET = 'envoy.extensions.transport_sockets.tls.v3.Secret';
const EXTENSION = 'envoy.config.core.v3.TypedExtensionConfig';

/** @param filter what else is set in the filter whose configuration the secret becomes */
export function encodeSecret(name: string, material: SecretMaterial, filter?: FilterSettings): SecretResource {
  const version = versionOf(material);
  const configuration = filterConfiguration(material, filter);
  return configuration
    ? {
        name,
        version,
        typeUrl: TypeUrl.extensionConfig,
        value: encode(EXTENSION, { name, typed_config: configuration }),
      }
    : { name, version, typeUrl: TypeUrl.secret, value: encode(SECRET, { name, ...body(material) }) };
}

/** Of the filters that Envoy takes their secrets in only. What cannot be read is never encoded: it has been checked. */
function filterConfiguration(material: SecretMaterial, filter: FilterSettings = {}): Any | undefined {
  if (material.type === 'api-keys') {
    const keys = readApiKeys(material.lines.expose());
    // All but the keys is set per route.
    return any('envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuth', {
      credentials: Array.isArray(keys) ? keys : [],
    });
  }
  if (material.type !== 'basic-auth-users') return undefined;
  const users = readUsers(material.lines.expose());
  return any('envoy.extensions.filters.http.basic_auth.v3.BasicAuth', {
    users: { inline_string: 'status' in users ? '\n' : `${users.join('\n')}\n` },
    ...(filter.credentialsHeader !== undefined && { authentication_header: filter.credentialsHeader }),
    ...(filter.usernameHeader !== undefined && { forward_username_header: filter.usernameHeader }),
    ...(filter.realm !== undefined && { realm: filter.realm }),
  });
}

function body(material: SecretMaterial): Messages[typeof SECRET] {
  switch (material.type) {
    case 'api-keys':
    case 'basic-auth-users':
      return {}; // They are no SDS secrets.
    case 'tls-certificate':
      return {
        tls_certificate: {
          certificate_chain: { inline_string: material.certificateChain },
          private_key: { inline_string: material.privateKey.expose() },
          ...(material.ocspStaple && { ocsp_staple: { inline_bytes: base64(material.ocspStaple) } }),
        },
      };
    case 'certificate-authority':
      return { validation_context: { trusted_ca: { inline_string: material.certificates } } };
    case 'session-ticket-keys':
      return { session_ticket_keys: { keys: ticketKeys(material.lines.expose()) } };
    case 'generic':
      return { generic_secret: { secret: { inline_bytes: base64(material.value.expose()) } } };
  }
}

function ticketKeys(lines: string): readonly { readonly inline_bytes: string }[] {
  const keys = readTicketKeys(lines);
  // What cannot be read is never encoded: it has been checked.
  return 'status' in keys ? [] : keys.map((bytes) => ({ inline_bytes: base64(bytes) }));
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The versions of generic secrets and of keys are keyed with this. */
const key = randomBytes(32);

/**
 * A version that tells nothing about the value, since versions appear in logs and in the status.
 *
 * A certificate and its OCSP response are public, and a private key changes only together with it. Another value may be short enough to be
 * guessed from its hash, so that hash is keyed; two relays then name the same value differently, and an Envoy that
 * moves between them is sent it once more, which changes nothing.
 */
function versionOf(material: SecretMaterial): string {
  const isPublic = material.type === 'tls-certificate' || material.type === 'certificate-authority';
  const hash = isPublic ? createHash('sha256') : createHmac('sha256', key);
  return hash.update(hashedPart(material)).digest('base64url').slice(0, 16);
}

function hashedPart(material: SecretMaterial): string | Uint8Array {
  switch (material.type) {
    case 'tls-certificate':
      return Buffer.concat([Buffer.from(material.certificateChain), material.ocspStaple ?? new Uint8Array()]);
    case 'certificate-authority':
      return material.certificates;
    case 'api-keys':
    case 'basic-auth-users':
    case 'session-ticket-keys':
      return material.lines.expose();
    case 'generic':
      return material.value.expose();
  }
}
