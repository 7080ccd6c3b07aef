/** The match of a route for a path, below a base path. */
import type { Written } from '../draft.ts';
import type { PathMatch, RouteMatch } from '../../2-validate/generated/types.ts';
import type { Part, PathPattern, Segment } from './path.ts';

/** Which paths an operation takes. */
export interface Matcher {
  readonly path: Written<PathMatch>;
  /**
   * Where a template would take too much: an expression for the whole path with its query. Two routes of one template are
   * told apart by it.
   */
  readonly expression: string | undefined;
  readonly query: Written<RouteMatch>['queryParameters'];
  /** Names of the template's variables, in order; undefined for those that could not be named. */
  readonly variables: readonly (string | undefined)[];
  /** The more literal text, the more precise. */
  readonly literals: number;
}

/** Expressions that variables must match, by name; none for those that may be anything. */
export type Patterns = ReadonlyMap<string, string>;

/** @param base without a slash at its end; may be empty */
export function toMatcher(base: string, { segments, query }: PathPattern, patterns: Patterns): Matcher {
  const variables = nameVariables(segments);
  const isLiteral = segments.every(({ kind }) => kind === 'literal');
  const isNarrow = segments.some((segment) => isNarrower(segment, patterns));
  const expression = `${escape(base)}/${segments.map((segment) => expressionOf(segment, patterns)).join('/')}`;
  const template = templateOf(base, segments, variables);
  const needsExpression = endsInSlash(segments) || template.length > LONGEST_TEMPLATE;
  return {
    path: isLiteral
      ? { exact: `${base}/${segments.map(literalOf).join('/')}` }
      : needsExpression
        ? { regex: expression }
        : { template },
    expression: !isLiteral && !needsExpression && isNarrow ? `${expression}(\\?.*)?` : undefined,
    query: query.map(({ name, value }) => ({ name, ...(value === undefined ? { present: true } : { exact: value }) })),
    variables,
    literals: segments.reduce((sum, segment) => sum + literalOf(segment).length, 0),
  };
}

/** A template cannot end in a slash; there is hardly ever one that does. */
const endsInSlash = (segments: readonly Segment[]): boolean => {
  const last = segments.at(-1);
  return last?.kind === 'literal' && last.text === '';
};

/** The characters that a segment of Envoy's templates may be made of. */
const PLAIN = /^[\w\-.~!$&'()+,;:@%]+$/;

/** Whether a segment takes less than the part of a template that stands for it. */
function isNarrower(segment: Segment, patterns: Patterns): boolean {
  if (segment.kind === 'literal') return segment.text !== '' && !PLAIN.test(segment.text);
  return segment.kind === 'mixed' || patterns.has(segment.name);
}

const literalOf = (segment: Segment): string => {
  if (segment.kind === 'literal') return segment.text;
  if (segment.kind !== 'mixed') return '';
  return segment.parts.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
};

function expressionOf(segment: Segment, patterns: Patterns): string {
  const partOf = (part: Part): string =>
    part.kind === 'literal' ? escape(part.text) : `(?:${patterns.get(part.name) ?? '[^/?]+'})`;
  if (segment.kind === 'rest') return '[^?]*';
  return (segment.kind === 'mixed' ? segment.parts : [segment]).map(partOf).join('').replaceAll('(?:[^/?]+)', '[^/?]+');
}

/** For RE2. */
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function templateOf(base: string, segments: readonly Segment[], variables: readonly (string | undefined)[]): string {
  const names = [...variables];
  const parts = segments.map((segment) => {
    if (segment.kind === 'literal') return PLAIN.test(segment.text) ? segment.text : '*';
    const name = names.shift();
    if (segment.kind === 'rest') return name === undefined ? '**' : `{${name}=**}`;
    return name === undefined ? '*' : `{${name}}`;
  });
  return `${base}/${parts.join('/')}`;
}

/** Envoy takes no longer ones. */
const LONGEST_TEMPLATE = 256;

/** Envoy takes five variables at most, and names of sixteen characters. */
const MOST_VARIABLES = 5;
const LONGEST_NAME = 16;

/** A name for each segment that has one; a mixed segment counts as one variable. */
function nameVariables(segments: readonly Segment[]): readonly (string | undefined)[] {
  const taken = new Set<string>();
  return segments
    .filter(({ kind }) => kind !== 'literal')
    .map((segment) => {
      if (taken.size >= MOST_VARIABLES) return undefined;
      const wish = wordOf(nameOf(segment));
      let name = wish;
      for (let number = 2; taken.has(name); number += 1)
        name = `${wish.slice(0, LONGEST_NAME - String(number).length)}${number}`;
      taken.add(name);
      return name;
    });
}

const nameOf = (segment: Segment): string => {
  if (segment.kind === 'mixed')
    return segment.parts.flatMap((part) => (part.kind === 'variable' ? [part.name] : [])).join('_');
  return segment.kind === 'literal' ? segment.text : segment.name;
};

const wordOf = (name: string): string => {
  const word = name.replaceAll(/\W+/g, '_').replaceAll(/^_+|_+$/g, '');
  return (/^[a-z]/i.test(word) ? word : `p${word}`).slice(0, LONGEST_NAME);
};
