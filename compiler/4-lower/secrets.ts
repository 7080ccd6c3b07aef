/** References to secrets: what the relay needs to fetch them, and nothing of what they are. */
import type { SecretSpec, VaultCertificate, VaultSecret } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { FilterSettings, SecretReference } from '../5-pack/bundle.ts';
import { canonicalJson } from '../canonical-json.ts';
import { wholeSeconds } from './quantities.ts';
import { hashOf } from './short-hash.ts';

/** A Secret as one place needs it. */
export interface NeededSecret extends Valid<'Secret'> {
  /** Set where it becomes the configuration of a filter that has settings besides; then its key is one of its own. */
  readonly needed?: { readonly by: FilterSettings; readonly source: Valid<'Secret'> };
}

/** The Secret under a key of its own, unless there are no settings. */
export const secretFor = (source: Valid<'Secret'>, by: FilterSettings): NeededSecret =>
  Object.keys(by).length === 0
    ? source
    : { ...source, key: `${source.key}@${hashOf(canonicalJson(by))}`, needed: { by, source } };

export const documentOf = (secret: NeededSecret): Valid<'Secret'> => secret.needed?.source ?? secret;

export const secretReference = ({ key, namespace, value, needed }: NeededSecret): SecretReference => ({
  name: key,
  type: value.spec.type,
  provider: providerOf(value.spec, namespace),
  ...(needed && { filter: needed.by }),
});

function providerOf(spec: SecretSpec, namespace: string): SecretReference['provider'] {
  const { file, environment, awsSecretsManager, vault, kubernetes, http } = spec;
  if (file) return { type: 'file', ...file };
  if (awsSecretsManager) return { type: 'awsSecretsManager', ...awsSecretsManager };
  if (vault) return vaultOf(vault);
  if (kubernetes) return { type: 'kubernetes', namespace, ...kubernetes };
  if (http) return { type: 'http', ...http };
  return { type: 'environment', ...environment };
}

const vaultOf = ({ namespace, kv, pki }: VaultSecret): SecretReference['provider'] => ({
  type: 'vault',
  ...(namespace !== undefined && { namespace }),
  ...(pki ? { engine: 'pki', ...certificateOf(pki) } : { engine: 'kv', ...kv }),
});

const certificateOf = ({ lifetime, ...pki }: VaultCertificate) => ({
  ...pki,
  ...(lifetime !== undefined && { lifetimeSeconds: wholeSeconds(lifetime) }),
});
