/** JSON pointer → offsets in the text. Built when the first diagnostic asks, for most compilations never. */
import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Document, SourceFile, Span } from './document.ts';
import { composeYaml, type Nodes } from './yaml-nodes.ts';

/** Where a value stands, or the key (or list item) that it stands under. */
export interface Place {
  readonly value: Span;
  readonly key: Span;
}

export type FindPlace = (document: Document, segments: readonly string[]) => Place;

/**
 * Finds places, and remembers the texts it had to read again for that.
 *
 * Where a pointer leads to nothing (a field that is missing), the place is that of the nearest value above. An alias
 * leads to the value that its anchor marks.
 */
export const createFindPlace = (): FindPlace => {
  const texts = new Map<SourceFile, Map<number, Nodes | undefined>>();
  const compose = ({ file, span }: Document) => {
    const documents = texts.get(file) ?? new Map<number, Nodes | undefined>();
    texts.set(file, documents);
    // JSON is read as YAML here: for a text that is valid JSON the library gives the same nodes.
    const composed = documents.get(span.start) ?? composeYaml(file.text.slice(span.start, span.end));
    documents.set(span.start, composed);
    return composed;
  };
  return (document, segments) => shift(findPlace(compose(document), segments), document.span);
};

const findPlace = (composed: Nodes | undefined, segments: readonly string[]): Place => {
  const root = spanOf(composed?.contents) ?? EMPTY;
  let node: unknown = composed?.contents;
  let place: Place = { value: root, key: { start: root.start, end: root.start } };
  for (const segment of segments) {
    const next = step(resolve(node, composed), segment);
    if (!next) return { value: place.key, key: place.key };
    place = placeOf(next, place);
    node = next.value;
  }
  return place;
};

const EMPTY: Span = { start: 0, end: 0 };

interface Step {
  /** Absent in a list. */
  readonly key?: unknown;
  readonly value: unknown;
}

const step = (node: unknown, segment: string): Step | undefined => {
  if (isSeq(node))
    return /^\d+$/.test(segment) && segment in node.items ? { value: node.items[Number(segment)] } : undefined;
  return isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === segment) : undefined;
};

/** A value without text, as in `key:`, stands where its key does. */
const placeOf = ({ key, value }: Step, parent: Place): Place => {
  const valueSpan = spanOf(value);
  const keySpan = spanOf(key) ?? valueSpan ?? parent.key;
  return { value: valueSpan && valueSpan.end > valueSpan.start ? valueSpan : keySpan, key: keySpan };
};

const resolve = (node: unknown, composed: Nodes | undefined): unknown =>
  isAlias(node) && composed ? node.resolve(composed) : node;

const spanOf = (node: unknown): Span | undefined => {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
};

const isNode = (node: unknown): node is Node => isScalar(node) || isAlias(node) || isMap(node) || isSeq(node);

const shift = ({ value, key }: Place, { start }: Span): Place => ({
  value: { start: value.start + start, end: value.end + start },
  key: { start: key.start + start, end: key.end + start },
});
