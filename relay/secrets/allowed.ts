/** What the operator lets documents name in a store: patterns with `{namespace}`, and `*` at the end. */

/** What a document asks for, under its own name, `namespace/name`. */
interface Named {
  readonly name: string;
}

/** The namespace of the document. */
export const namespaceOf = ({ name }: Named): string => name.slice(0, Math.max(0, name.indexOf('/')));

/** The pattern for documents of that namespace. */
export const forNamespace = (pattern: string, reference: Named): string =>
  pattern.replaceAll('{namespace}', namespaceOf(reference));

/** Whether one of the patterns fits all of a name. */
export function isAllowed(patterns: readonly string[], name: string, reference: Named): boolean {
  return patterns.some((pattern) => {
    const wanted = forNamespace(pattern, reference);
    return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
  });
}
