/** What the operator lets documents name: patterns with `{namespace}`, and `*` at the end; or the beginnings of URLs. */

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

/** A server that documents may name by URLs. */
export interface AllowedServer {
  /** URLs that begin so belong to the server; it ends with `/`, and may have `{namespace}`. */
  readonly urlPrefix: string;
}

/**
 * The server that a document's URL belongs to: the one whose prefix is the longest that fits. A URL that says more than a
 * place, or that some servers take for a way out of the prefix, fits none.
 */
export function allowedServer<Server extends AllowedServer>(
  servers: readonly Server[],
  text: string,
  reference: Named,
): { readonly server: Server; readonly url: URL } | undefined {
  const url = parseUrl(text);
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (/%2f|%5c|%2e|%00|\\/i.test(url.pathname)) return undefined;
  const [server] = servers
    .filter(({ urlPrefix }) => {
      const prefix = parseUrl(forNamespace(urlPrefix, reference));
      return prefix?.origin === url.origin && url.pathname.startsWith(prefix.pathname);
    })
    .toSorted((a, b) => b.urlPrefix.length - a.urlPrefix.length);
  return server && { server, url };
}

/** What may be told of a URL: what follows the path, and what stands before the host, may be a token. */
export function placeOf(text: string): string {
  const url = parseUrl(text);
  return url ? `${url.origin}${url.pathname}` : 'what is no URL';
}

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);
