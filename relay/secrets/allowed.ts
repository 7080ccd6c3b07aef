/** What the operator lets documents name in a store: patterns with `{namespace}`, and `*` at the end. */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';

/** The namespace of the Secret document. */
export const namespaceOf = ({ name }: SecretReference): string => name.slice(0, Math.max(0, name.indexOf('/')));

/** The pattern for documents of that namespace. */
export const forNamespace = (pattern: string, reference: SecretReference): string =>
  pattern.replaceAll('{namespace}', namespaceOf(reference));

/** Whether one of the patterns fits all of a name. */
export function isAllowed(patterns: readonly string[], name: string, reference: SecretReference): boolean {
  return patterns.some((pattern) => {
    const wanted = forNamespace(pattern, reference);
    return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
  });
}
