/** Which parts a secret has by its type, and whether its document says where all of them are. */
import type { SecretSpec } from '../2-validate/generated/types.ts';
import { milliseconds } from '../2-validate/formats/quantity.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';

const PARTS: Readonly<Record<SecretSpec['type'], readonly string[]>> = {
  'tls-certificate': ['certificateChain', 'privateKey'],
  'certificate-authority': ['value'],
  'api-keys': ['value'],
  'basic-auth-users': ['value'],
  'session-ticket-keys': ['value'],
  generic: ['value'],
};

/** All fields that say where a part is. */
const ALL_PARTS = ['certificateChain', 'privateKey', 'ocspStaple', 'value'];

/** Reports parts that the type does not have, and parts that must be named and are not. */
export function checkSecretParts({ document, value }: Valid<'Secret'>, report: Report): void {
  const { type, vault } = value.spec;
  const parts = PARTS[type];
  const known = type === 'tls-certificate' ? [...parts, 'ocspStaple'] : parts;
  for (const [pointer, source] of sourcesOf(value.spec)) {
    for (const field of ALL_PARTS.filter((part) => Object.hasOwn(source, part) && !known.includes(part)))
      report('needless-field', at(document, `${pointer}/${field}`), { field, beside: `type: ${type}` });
  }
  // Paths and variables have no names that could be guessed.
  for (const provider of ['file', 'environment'] as const) {
    const source = value.spec[provider];
    for (const field of parts.filter((part) => source && !Object.hasOwn(source, part)))
      report('missing-field', at(document, `/spec/${provider}`), { field, description: `a ${type} has it` });
  }
  if (vault?.pki && type !== 'tls-certificate')
    report('needs-field', at(document, '/spec/vault/pki'), { what: '"pki"', needs: '"type: tls-certificate"' });
  const lifetime = vault?.pki?.lifetime;
  if (lifetime !== undefined && milliseconds(lifetime) % 1000 !== 0)
    report('invalid-format', at(document, '/spec/vault/pki/lifetime'), { value: lifetime, expected: 'whole seconds' });
}

/** Whether a certificate comes with an OCSP response, as far as the document tells. */
export const hasStaple = (spec: SecretSpec): boolean =>
  spec.http !== undefined || sourcesOf(spec).some(([, source]) => Object.hasOwn(source, 'ocspStaple'));

/** What may name parts, and where it stands. */
const sourcesOf = ({
  file,
  environment,
  awsSecretsManager,
  vault,
  kubernetes,
}: SecretSpec): readonly [string, object][] =>
  [
    ['/spec/file', file],
    ['/spec/environment', environment],
    ['/spec/awsSecretsManager', awsSecretsManager],
    ['/spec/vault/kv', vault?.kv],
    ['/spec/kubernetes', kubernetes],
  ].flatMap(([pointer, source]): [string, object][] =>
    typeof pointer === 'string' && typeof source === 'object' ? [[pointer, source]] : [],
  );
