/**
 * Patterns for the names in certificates, such as `spiffe://example.com/envoy/{gateway}/{node}`.
 *
 * A name is compared segment by segment: those of a URI end at "/", those of a DNS name at ".". A segment has at most one
 * variable part, so that a name can be read in one way only.
 */

export type NameType = 'uri' | 'dns';

/** What a pattern can take from a name. */
export const VARIABLES = ['namespace', 'gateway', 'node', 'cluster'] as const;
export type Variable = (typeof VARIABLES)[number];

export type Captured = ReadonlyMap<Variable, string>;

export interface NamePattern {
  readonly type: NameType;
  readonly segments: readonly Segment[];
  /** Any segments, at least one, stand at the open end: a URI's last, or a DNS name's first. */
  readonly isOpen: boolean;
}

/** A segment is `before`, then what is variable, then `after`; without anything variable it is `before`. */
interface Segment {
  readonly before: string;
  readonly variable: Variable | 'any' | null;
  readonly after: string;
}

const SEPARATOR = { uri: '/', dns: '.' } as const;

/** Reads a pattern; a text says in a sentence what is wrong with it. */
export function parsePattern(type: NameType, text: string): NamePattern | string {
  const parts = segmentsOf(type, type === 'dns' ? text.toLowerCase() : text);
  const isOpen = parts.at(-1) === '**' && parts.length > 1;
  const segments: Segment[] = [];
  for (const part of isOpen ? parts.slice(0, -1) : parts) {
    const segment = parseSegment(part);
    if (typeof segment === 'string') return segment;
    segments.push(segment);
  }
  const variables = segments.flatMap(({ variable }) => (variable === null || variable === 'any' ? [] : [variable]));
  const twice = variables.find((variable, place) => variables.indexOf(variable) !== place);
  return twice === undefined ? { type, segments, isOpen } : `{${twice}} stands in it twice`;
}

/** What the variables stand for in a name; nothing if the name is not of the pattern. */
export function matchPattern({ type, segments, isOpen }: NamePattern, name: string): Captured | undefined {
  const parts = segmentsOf(type, name);
  if (isOpen ? parts.length <= segments.length : parts.length !== segments.length) return undefined;
  const captured = new Map<Variable, string>();
  for (const [place, { before, variable, after }] of segments.entries()) {
    const part = parts[place] ?? '';
    if (variable === null) {
      if (part !== before) return undefined;
      continue;
    }
    const value = part.slice(before.length, part.length - after.length);
    if (!part.startsWith(before) || !part.endsWith(after) || !isOneName(value)) return undefined;
    if (part.length <= before.length + after.length) return undefined;
    if (variable !== 'any') captured.set(variable, value);
  }
  return captured;
}

/** The open end is last. */
const segmentsOf = (type: NameType, text: string): readonly string[] => {
  const parts = text.split(SEPARATOR[type]);
  return type === 'dns' ? parts.toReversed() : parts;
};

/** A wildcard certificate stands for many, and so for no one in particular. */
const isOneName = (value: string): boolean => value !== '' && !value.includes('*');

function parseSegment(text: string): Segment | string {
  if (text.includes('**')) return '"**" stands for whole segments, at the end of a URI or the beginning of a DNS name';
  const [before = '', variable, after = '', ...more] = text.split(/(\*|\{[^{}]*\})/);
  if (more.length > 0) return `"${text}" has two variable parts without a separator between them`;
  if (/[{}]/.test(before + after)) return `"${text}" has a brace without its other half`;
  if (variable === undefined) return { before, variable: null, after: '' };
  if (variable === '*') return { before, variable: 'any', after };
  const known = VARIABLES.find((each) => variable === `{${each}}`);
  return known
    ? { before, variable: known, after }
    : `${variable} is none of ${VARIABLES.map((each) => `{${each}}`).join(', ')}`;
}
