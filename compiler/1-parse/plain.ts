/** YAML nodes → plain values, with every difference between YAML and JSON reported instead of smoothed over. */
import { isAlias, isMap, isScalar, isSeq, type Alias, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from './document.ts';
import { MAX_DEPTH, type Finding, type Reading } from './finding.ts';
import { isAccepted, type Numbers } from './number.ts';

/** How many values the aliases of one document may stand for, over all: far more than documents need. */
const MAX_ALIASED_VALUES = 100_000;

/** The value of a document's root node. Values that have an alias are shared, not copied. */
export const plainValue = (contents: unknown, numbers: Numbers = 'exact'): Reading => {
  const walk: Walk = { numbers, anchors: new Map(), findings: [], aliased: 0 };
  const { value } = convert(contents, walk, 0);
  return walk.findings.length > 0 ? { findings: walk.findings } : { value };
};

/** What is known while the nodes of one document are converted, in the order of the text. */
interface Walk {
  readonly numbers: Numbers;
  /** By name: the value, or `open` while the anchor's own node is being converted. */
  readonly anchors: Map<string, Converted | 'open'>;
  readonly findings: Finding[];
  /** How many values the aliases so far stand for. */
  aliased: number;
}

interface Converted {
  readonly value: unknown;
  /** How many values it holds, itself included and aliases written out. */
  readonly size: number;
  /** How many levels of lists and mappings it has; a scalar has none. */
  readonly height: number;
}

const scalar = (value: unknown): Converted => ({ value, size: 1, height: 0 });

const NOTHING = scalar(null);

const convert = (node: unknown, walk: Walk, depth: number): Converted => {
  if (isAlias(node)) return convertAlias(node, walk, depth);
  if (!isAnchored(node)) return convertContent(node, walk, depth);
  walk.anchors.set(node.anchor, 'open');
  const converted = convertContent(node, walk, depth);
  walk.anchors.set(node.anchor, converted);
  return converted;
};

const convertContent = (node: unknown, walk: Walk, depth: number): Converted => {
  if (isScalar(node)) return convertScalar(node, walk);
  if (depth >= MAX_DEPTH) return fail(walk, tooDeep);
  if (isMap(node)) return convertMap(node, walk, depth);
  return isSeq(node) ? convertItems(node.items, walk, depth) : NOTHING;
};

const tooDeep: Finding = (report, locate) => report('too-deep', locate({ start: 0, end: 0 }), { limit: MAX_DEPTH });

const convertScalar = (node: Scalar, walk: Walk): Converted => {
  const { value, source } = node;
  if (typeof value !== 'number' || isAccepted(source ?? '', value, walk.numbers)) return scalar(value);
  return fail(walk, (report, locate) => report('inexact-number', locate(spanOf(node)), { source: source ?? '' }));
};

const convertItems = (items: readonly unknown[], walk: Walk, depth: number): Converted => {
  const converted = items.map((item) => convert(item, walk, depth + 1));
  return collection(
    converted.map(({ value }) => value),
    converted,
  );
};

const convertMap = (node: YAMLMap, walk: Walk, depth: number): Converted => {
  const keys = new Map<string, Scalar>();
  const entries = node.items.flatMap((pair) => {
    const key = convertKey(pair, keys, walk);
    return key === undefined ? [] : [{ key, ...convert(pair.value, walk, depth + 1) }];
  });
  // Object.fromEntries defines properties, so that a key `__proto__` becomes one like any other.
  return collection(Object.fromEntries(entries.map(({ key, value }) => [key, value])), entries);
};

const convertKey = ({ key }: Pair, keys: Map<string, Scalar>, walk: Walk): string | undefined => {
  if (!isScalar(key) || typeof key.value !== 'string' || (key.value === '' && key.type === 'PLAIN'))
    return refuse(walk, (report, locate) => report('non-string-key', locate(spanOf(key)), {}));
  const { value: name } = key;
  if (name === '<<' && key.type === 'PLAIN')
    return refuse(walk, (report, locate) => report('merge-key', locate(spanOf(key)), {}));
  const first = keys.get(name);
  if (first)
    return refuse(walk, (report, locate) =>
      report('duplicate-key', locate(spanOf(key)), { key: name, first: locate(spanOf(first)) }),
    );
  keys.set(name, key);
  return name;
};

const convertAlias = (node: Alias, walk: Walk, depth: number): Converted => {
  const name = node.source;
  const target = walk.anchors.get(name);
  if (target === undefined)
    return fail(walk, (report, locate) => report('unknown-alias', locate(spanOf(node)), { name }));
  if (target === 'open') return fail(walk, (report, locate) => report('alias-cycle', locate(spanOf(node)), { name }));
  if (depth + target.height > MAX_DEPTH) return fail(walk, tooDeep);
  const before = walk.aliased;
  walk.aliased += target.size;
  if (before <= MAX_ALIASED_VALUES && walk.aliased > MAX_ALIASED_VALUES)
    return fail(walk, (report, locate) => report('alias-bomb', locate(spanOf(node)), { limit: MAX_ALIASED_VALUES }));
  return target;
};

const isAnchored = (node: unknown): node is { readonly anchor: string } =>
  typeof node === 'object' && node !== null && 'anchor' in node && typeof node.anchor === 'string';

const collection = (value: unknown, parts: readonly Converted[]): Converted => ({
  value,
  size: parts.reduce((sum, { size }) => sum + size, 1),
  height: parts.reduce((highest, { height }) => Math.max(highest, height), 0) + 1,
});

const fail = (walk: Walk, finding: Finding): Converted => {
  walk.findings.push(finding);
  return NOTHING;
};

const refuse = (walk: Walk, finding: Finding): undefined => {
  walk.findings.push(finding);
  return undefined;
};

const spanOf = (node: unknown): Span => {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
};
