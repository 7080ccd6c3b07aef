/** References to secrets: what the relay needs to fetch them, and nothing of what they are. */
import type { Valid } from '../2-validate/model.ts';
import type { SecretReference } from '../5-pack/bundle.ts';

export function secretReference({ key, value }: Valid<'Secret'>): SecretReference {
  const { type, file, environment } = value.spec;
  const provider = file ? { type: 'file', ...file } : { type: 'environment', ...environment };
  return { name: key, type, provider };
}
