/**
 * A path template as Envoy's URI template matcher reads it.
 *
 * Source: envoy/extensions/path/match/uri_template/v3/uri_template_match.proto
 */

const LITERAL = /^[a-zA-Z0-9\-._~!$&'()+,;:@%]+$/;
/** Envoy refuses names of more than 16 characters. */
const VARIABLE = /^\{([a-zA-Z][a-zA-Z0-9_]{0,15})(?:=([^{}]*))?\}$/;
const MOST_VARIABLES = 5;

export const isPathTemplate = (text: string): boolean => {
  const segments = segmentsOf(text);
  if (!segments || segments.length === 0) return false;
  const names = variablesOf(text);
  const patterns = segments.flatMap((segment): readonly (string | undefined)[] => patternsOf(segment) ?? [undefined]);
  return (
    names.length <= MOST_VARIABLES &&
    new Set(names).size === names.length &&
    patterns.every((pattern, index) => fits(pattern, index === patterns.length - 1))
  );
};

/** Whether a template can be filled in: variables have names and no patterns, and nothing else stands for anything. */
export const isFilledTemplate = (text: string): boolean => !/[*=]/.test(text);

/** Names of the variables in a template, in order. */
export const variablesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{([a-zA-Z][a-zA-Z0-9_]*)/g)].map(([, name = '']) => name);

/** `{a=b/c}` is one variable over two segments, so a slash inside of braces separates nothing. */
function segmentsOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('/')) return undefined;
  const segments = text.slice(1).match(/(\{[^{}]*\}|[^/{}])+/g) ?? [];
  return `/${segments.join('/')}` === text ? segments : undefined;
}

function patternsOf(segment: string): readonly string[] | undefined {
  const variable = VARIABLE.exec(segment);
  if (variable) return (variable[2] ?? '*').split('/');
  return segment.includes('{') ? undefined : [segment];
}

/** `**` takes the rest, so nothing can follow it. */
const fits = (pattern: string | undefined, last: boolean): boolean =>
  pattern !== undefined && (pattern === '*' || (pattern === '**' && last) || LITERAL.test(pattern));
