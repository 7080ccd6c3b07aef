/** The text of one YAML document → nodes with offsets. The only place that runs the YAML library. */
import { Composer, Parser, YAMLParseError, type CST, type Document as YamlDocument } from 'yaml';
import { MAX_DEPTH } from './finding.ts';

export type Nodes = YamlDocument.Parsed;

/**
 * The nodes of a text, or undefined if they are nested too deeply.
 *
 * Tokens are made first and looked at, for the library makes nodes of them by recursion: deep nesting would exhaust the
 * stack, and V8 ends the whole process when that happens while it compiles a regular expression.
 */
export const composeYaml = (text: string): Nodes | undefined => {
  const tokens = [...new Parser().parse(text)];
  if (isTooDeep(tokens)) return undefined;
  const [document, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  // Streams are divided before, but some broken texts make the library see another document all the same.
  if (second) document?.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', SECOND));
  return document;
};

const SECOND = 'Another document begins here, in the middle of the first';

/** Keys are strings whatever they look like. Whether they are unique is found elsewhere, in less than quadratic time. */
const OPTIONS = {
  version: '1.2',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Goes down level by level, with no recursion of its own. */
const isTooDeep = (tokens: readonly CST.Token[]): boolean => {
  let level = tokens.flatMap((token) => (token.type === 'document' ? collections(token.value) : []));
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= MAX_DEPTH) return true;
    level = level.flatMap(({ items }) =>
      items.flatMap(({ key, value }) => [...collections(key), ...collections(value)]),
    );
  }
  return false;
};

const collections = (token: CST.Token | null | undefined): readonly CollectionToken[] =>
  token && 'items' in token ? [token] : NONE;

/** What the three kinds of collections have in common. */
interface CollectionToken {
  readonly items: readonly CST.CollectionItem[];
}

const NONE: readonly CollectionToken[] = [];
