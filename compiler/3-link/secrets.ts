/** Secrets that documents name, and what they must be. */
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { find, type Index } from './references.ts';

/** The Secrets of a list of certificates; one of another type is reported. */
export function certificates(
  names: readonly string[],
  origin: Valid,
  pointer: string,
  { index, report }: { readonly index: Index; readonly report: Report },
): readonly Valid<'Secret'>[] {
  return names.flatMap((name, place) => {
    const secret = find(index, 'Secret', origin, name);
    if (secret) checkSecretType(secret, 'tls-certificate', { origin, pointer: `${pointer}/${place}` }, report);
    return secret ? [secret] : [];
  });
}

/** Reports a Secret that is of another type than is needed where it is named. */
export function checkSecretType(
  secret: Valid<'Secret'>,
  expected: Valid<'Secret'>['value']['spec']['type'],
  { origin, pointer }: { readonly origin: Valid; readonly pointer: string },
  report: Report,
): void {
  const { type } = secret.value.spec;
  if (type === expected) return;
  report('wrong-secret-type', at(origin.document, pointer), {
    name: secret.key,
    type,
    expected,
    declared: at(secret.document, '/spec/type'),
  });
}
