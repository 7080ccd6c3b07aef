/** A path of OpenAPI → what Envoy matches it with. */

/** A piece of a path between two slashes. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** The rest of the path, whatever slashes it has. No OpenAPI, but in use. */
  | { readonly kind: 'rest'; readonly name: string }
  /** Variables and literal text in one segment: `{name}.json`. */
  | { readonly kind: 'mixed'; readonly parts: readonly Part[] };

export type Part =
  { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'variable'; readonly name: string };

export interface PathPattern {
  readonly segments: readonly Segment[];
  /** Query parameters that are part of the path, which OpenAPI does not allow. */
  readonly query: readonly QueryCondition[];
  /** Expressions that stand in the path itself, by variable: `{id:[0-9]+}`. */
  readonly patterns: ReadonlyMap<string, string>;
  /** What about it is not as OpenAPI has it, in words. */
  readonly oddities: readonly string[];
}

export interface QueryCondition {
  readonly name: string;
  readonly value: string | undefined;
}

export function parsePath(written: string): PathPattern {
  const oddities: string[] = [];
  const patterns = new Map<string, string>();
  const [beforeFragment = '', fragment] = splitOnce(written, '#');
  const [beforeQuery = '', query] = splitOnce(beforeFragment, '?');
  if (fragment !== undefined) oddities.push('what follows "#" never reaches a server, and is left out');
  if (query !== undefined) oddities.push('the query is no part of a path; it is matched as query parameters');
  const path = unfold(beforeQuery, oddities);
  const texts = path.replace(/^\//, '').split(/\/(?![^{}]*\})/);
  if (!path.startsWith('/')) oddities.push('a path begins with "/"');
  if (texts.slice(0, -1).includes('')) oddities.push('several slashes count as one');
  const kept = texts.filter((text, index) => text !== '' || index === texts.length - 1);
  const segments = kept.map((text, index) =>
    toSegment(text, { isLast: index === kept.length - 1, patterns, oddities }),
  );
  return { segments, query: query === undefined ? [] : parseQuery(query), patterns, oddities };
}

const splitOnce = (text: string, mark: string): readonly [string, string?] => {
  const at = text.indexOf(mark);
  // Expressions in braces may hold a question mark.
  return at < 0 || (mark === '?' && /\{[^}]*$/.test(text.slice(0, at)))
    ? [text]
    : [text.slice(0, at), text.slice(at + 1)];
};

/** `{name=projects/*}` of Google's APIs: a variable over several segments is one for each `*`. */
const unfold = (path: string, oddities: string[]): string =>
  path.replaceAll(/\{([^{}=:]+)=([^{}]*)\}/g, (_, name: string, pattern: string) => {
    oddities.push(`"{${name}=…}" is taken as a part of the path of its own`);
    let number = 0;
    return pattern.replaceAll(/\*+/g, (star) => {
      number += 1;
      return `{${star === '**' ? '+' : ''}${name}${number > 1 ? number : ''}}`;
    });
  });

const parseQuery = (query: string): readonly QueryCondition[] =>
  query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', value] = splitOnce(part, '=');
      return { name, value: value === undefined || /[{}]/.test(value) ? undefined : value };
    });

interface SegmentContext {
  readonly isLast: boolean;
  readonly patterns: Map<string, string>;
  readonly oddities: string[];
}

/** `{path+}` of AWS, `{+path}` of RFC 6570, `{path*}`, `{path}*`, `{path:.*}`, `*` and `**`. */
const REST = /^(?:\{\+([^{}]+)\}|\{([^{}:]+?)[+*]\}|\{([^{}:]+?)\}\*+|\{([^{}:]+):\.[*+]\}|\*{1,2})$/;

function toSegment(text: string, { isLast, patterns, oddities }: SegmentContext): Segment {
  const rest = REST.exec(text);
  if (rest) {
    const name = rest[1] ?? rest[2] ?? rest[3] ?? rest[4] ?? 'rest';
    oddities.push(
      isLast ? `"${text}" is taken for the rest of the path` : `"${text}" takes one part of the path, not several`,
    );
    return { kind: isLast ? 'rest' : 'variable', name };
  }
  const parts = partsOf(text, patterns);
  const [only, another] = parts;
  if (only === undefined) return { kind: 'literal', text: '' };
  return another === undefined ? only : { kind: 'mixed', parts };
}

/** A variable, whose expression may have braces, or all text up to the next one; a brace without its partner is text. */
const PIECES = /\{[^{}]+(?:\{[^{}]*\}[^{}]*)*\}|(?:(?!\{[^{}]+(?:\{[^{}]*\}[^{}]*)*\})[^])+/g;

function partsOf(text: string, patterns: Map<string, string>): readonly Part[] {
  return (text.match(PIECES) ?? []).map((piece): Part => {
    const variable = /^\{([^:]+)(?::([^]*))?\}$/.exec(piece);
    if (!variable) return { kind: 'literal', text: encodePath(piece) };
    const [, name = '', pattern] = variable;
    if (pattern !== undefined) patterns.set(name, pattern);
    return { kind: 'variable', name };
  });
}

/** As clients send it: what RFC 3986 does not allow in a path is percent-encoded. */
export const encodePath = (text: string): string =>
  text.replaceAll(/[^\w\-.~!$&'()*+,;=:@%/]|%(?![\da-f]{2})/giu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
