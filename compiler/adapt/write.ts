/** Drafts → YAML that a person would write, and keep. The same drafts give the same text. */
import { Document, isCollection, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { SourceFile } from '../1-parse/document.ts';
import { pointerSegment } from '../diagnostics/location.ts';
import { compare } from '../compare.ts';
import type { AnyDraft } from './draft.ts';
import { groupBy } from './group.ts';
import { namespaceOf, sortDrafts } from './order.ts';
import { tidy } from './tidy.ts';

/** One stream of YAML documents, sorted. */
export const writeStream = (drafts: readonly AnyDraft[]): string => sortDrafts(drafts).map(writeDraft).join('---\n');

/**
 * Files for a folder, sorted by path: one for each kind, but for routes, which change most and by different people, one
 * for each VirtualHost, Route and TcpRoute. Documents of several namespaces get a folder for each namespace.
 */
export function writeFiles(drafts: readonly AnyDraft[]): readonly SourceFile[] {
  const isNested = new Set(drafts.map(namespaceOf)).size > 1;
  const pathOf = (draft: AnyDraft): string => (isNested ? `${namespaceOf(draft)}/` : '') + fileOf(draft);
  return [...groupBy(drafts, pathOf)]
    .map(([path, group]) => ({ path, text: writeStream(group) }))
    .sort((a, b) => compare(a.path, b.path));
}

/** `upstreams.yaml`, `virtual-hosts/shop.yaml`. */
function fileOf({ kind, metadata }: AnyDraft): string {
  const plural = `${kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}${kind.endsWith('ch') ? 'es' : 's'}`;
  return OWN_FILE.has(kind) ? `${plural}/${metadata.name}.yaml` : `${plural}.yaml`;
}

const OWN_FILE: ReadonlySet<string> = new Set(['VirtualHost', 'Route', 'TcpRoute']);

/** One YAML document, ending in a line break. */
export function writeDraft(draft: AnyDraft): string {
  const document = new Document(tidy(draft), OPTIONS);
  const { contents } = document;
  if (isMap(contents)) {
    dress(contents, '', draft.comments ?? new Map<string, string>());
    const first = contents.items[0]?.key;
    if (isNode(first)) comment(first, draft.comments?.get(''));
  }
  return document.toString({ lineWidth: 0, indentSeq: true, singleQuote: true, flowCollectionPadding: false });
}

/** Texts that YAML 1.1 takes for something else (`off`, `012`) get quotes: Kubernetes' tools still read it. */
const OPTIONS = { version: '1.2', aliasDuplicateObjects: false, compat: 'yaml-1.1' } as const;

/** Puts comments where they belong, and short lists of words on one line. */
function dress(node: Node, pointer: string, comments: ReadonlyMap<string, string>): void {
  if (isSeq(node)) dressList(node, pointer, comments);
  if (isMap(node)) dressFields(node, pointer, comments);
}

function dressList(list: YAMLSeq, pointer: string, comments: ReadonlyMap<string, string>): void {
  if (isShort(list)) list.flow = true;
  for (const [index, item] of list.items.entries()) {
    if (!isNode(item)) continue;
    const place = `${pointer}/${index}`;
    comment(item, comments.get(place));
    dress(item, place, comments);
  }
}

function dressFields(map: YAMLMap, pointer: string, comments: ReadonlyMap<string, string>): void {
  if (map.items.length === 0) map.flow = true;
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const place = pointer + pointerSegment(String(key.value));
    comment(key, comments.get(place));
    if (isNode(value)) dress(value, place, comments);
  }
}

const LONGEST_FLOW = 80;

/** Lists of scalars only, that fit on a line. */
const isShort = ({ items }: YAMLSeq): boolean =>
  items.every((item) => isScalar(item) && !isCollection(item) && !String(item.value).includes('\n')) &&
  items.reduce<number>((width, item) => width + (isScalar(item) ? String(item.value).length + 2 : 0), 0) <=
    LONGEST_FLOW;

function comment(node: Node, text: string | undefined): void {
  if (text !== undefined) node.commentBefore = commented(text);
}

/** A line with a `#` of its own would become one of the document's. */
const commented = (text: string | undefined): string | null =>
  text === undefined
    ? null
    : text
        .split(/\r?\n/)
        .map((line) => ` ${line}`.trimEnd())
        .join('\n');
