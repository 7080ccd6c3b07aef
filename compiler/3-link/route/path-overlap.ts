/** Whether two conditions on the path may both hold for one request. */
import type { PathMatch } from '../../2-validate/generated/types.ts';
import { perObject } from '../../per-object.ts';
import { withoutSlash } from './paths.ts';
import { regexStart } from './regex-start.ts';

/** One segment that is not empty, whatever it is. */
const ONE = Symbol('*');
/** Any text, and what follows. */
const REST = Symbol('**');
type Segment = string | typeof ONE | typeof REST;

/** What a condition says of the path, segment by segment. */
interface Pattern {
  /** Absent for a regex, of which only the beginning is known. */
  readonly segments?: readonly Segment[];
  /** Whether more segments may follow. */
  readonly isOpen: boolean;
  /** Literal text that every such path begins with; no more of it, if `isWhole`. */
  readonly start: string;
  readonly isWhole: boolean;
  readonly ignoreCase: boolean;
}

/**
 * Whether one path may meet both conditions. Exact for all kinds but regexes, of which only the literal beginning
 * counts: where that leaves it open, they may.
 */
export function mayMeet(a: PathMatch, b: PathMatch): boolean {
  const [one, other] = [patternOf(a), patternOf(b)];
  const fold = one.ignoreCase || other.ignoreCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  return one.segments && other.segments ? segmentsMeet(one, other, fold) : startsMeet(one, other, fold);
}

type Fold = (text: string) => string;

const patternOf = perObject(({ exact, prefix, template, regex, ignoreCase }: PathMatch): Pattern => {
  if (exact !== undefined)
    return { segments: exact.split('/'), isOpen: false, start: exact, isWhole: true, ignoreCase };
  if (template !== undefined) return templatePattern(template);
  if (regex !== undefined) return { isOpen: true, start: regexStart(regex), isWhole: false, ignoreCase: false };
  const base = withoutSlash(prefix ?? '/');
  return { segments: base.split('/'), isOpen: true, start: base, isWhole: false, ignoreCase };
});

function templatePattern(template: string): Pattern {
  const plain = template.replaceAll(/\{\w+(?:=([^{}]*))?\}/g, (_, pattern: string | undefined) => pattern ?? '*');
  return {
    segments: plain.split('/').map((one) => (one === '*' ? ONE : one === '**' ? REST : one)),
    isOpen: plain.endsWith('**'),
    start: plain.replace(/\*[^]*$/, ''),
    isWhole: !plain.includes('*'),
    ignoreCase: false,
  };
}

function segmentsMeet(a: Pattern, b: Pattern, fold: Fold): boolean {
  const [left = [], right = []] = [a.segments, b.segments];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    if (!agree(left[place] ?? REST, right[place] ?? REST, fold)) return false;
  }
  if (left.length === right.length) return true;
  return left.length < right.length ? a.isOpen : b.isOpen;
}

function agree(one: Segment, other: Segment, fold: Fold): boolean {
  if (typeof one === 'string' && typeof other === 'string') return fold(one) === fold(other);
  return !((one === ONE && other === '') || (one === '' && other === ONE));
}

/** Of a prefix `/a`, what follows begins with a slash. */
function startsMeet(a: Pattern, b: Pattern, fold: Fold): boolean {
  const [shorter, longer] = a.start.length <= b.start.length ? [a, b] : [b, a];
  if (!fold(longer.start).startsWith(fold(shorter.start))) return false;
  if (longer.start.length === shorter.start.length) return true;
  const isPrefix = shorter.segments !== undefined && shorter.isOpen && !shorter.start.endsWith('/');
  return isPrefix ? longer.start[shorter.start.length] === '/' : !shorter.isWhole;
}
