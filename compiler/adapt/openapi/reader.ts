/**
 * Reads API descriptions with their `$ref`s followed, within a file and to the other files that were given. Written for
 * the few places that a gateway looks at, and lazily: libraries put the referenced value in place of the reference, which
 * loses where things stand, and unfolds circles.
 */
import type { Document } from '../../1-parse/document.ts';
import { pointerSegments } from '../../diagnostics/location.ts';
import type { MakeRemark } from '../remark.ts';
import { descend, entries, field, placeOf, rootOf, textOf, type Source } from '../source.ts';

export interface Reader {
  /** A field of an object, or of what the object refers to; its own fields win, as OpenAPI 3.1 has it. */
  readonly field: (source: Source | undefined, key: string) => Source | undefined;
  /** The fields of an object and of what it refers to. */
  readonly entries: (source: Source | undefined) => readonly (readonly [string, Source])[];
  /** What a source refers to in the end, or itself. */
  readonly resolve: (source: Source) => Source;
}

export function createReader(documents: readonly Document[], remark: MakeRemark): Reader {
  const files = new Map(documents.toReversed().map((document) => [normalize(document.file.path), document]));
  const layersOf = (source: Source | undefined): readonly Source[] => {
    const layers: Source[] = [];
    for (let next = source; next; next = follow(next, files, remark)) {
      if (layers.some((layer) => isSame(layer, next))) {
        remark('lost', placeOf(next), 'this refers to itself in a circle, so that nothing is there');
        break;
      }
      layers.push(next);
    }
    return layers;
  };
  return {
    field: (source, key) => firstOf(layersOf(source), (layer) => field(layer, key)),
    entries: (source) => [
      ...new Map(
        layersOf(source)
          .toReversed()
          .flatMap((layer) => entries(layer))
          .filter(([key]) => key !== '$ref'),
      ),
    ],
    resolve: (source) => layersOf(source).at(-1) ?? source,
  };
}

const firstOf = <T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined => {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
};

const isSame = (a: Source, b: Source | undefined): boolean => a.document === b?.document && a.pointer === b.pointer;

/** What a `$ref` leads to; undefined without one, or when it leads nowhere. */
function follow(source: Source, files: ReadonlyMap<string, Document>, remark: MakeRemark): Source | undefined {
  const reference = field(source, '$ref');
  const text = textOf(reference);
  if (!reference || text === undefined) return undefined;
  const [file = '', fragment = ''] = text.split('#');
  const document = file === '' ? source.document : files.get(join(source.document.file.path, decode(file)));
  const target = document && descend(rootOf(document), pointerSegments(decode(fragment)));
  if (!target) remark('lost', placeOf(reference), ...explainDangling(text, file, document));
  return target;
}

function explainDangling(text: string, file: string, document: Document | undefined): readonly [string, string] {
  if (document) return [`nothing is at ${JSON.stringify(text)}`, 'correct the reference'];
  if (/^[a-z][a-z+.-]*:/i.test(file))
    return [
      `${JSON.stringify(text)} is not fetched`,
      'save it to a file, refer to that, and name it on the command line',
    ];
  return [`${JSON.stringify(file)} is none of the files that were given`, 'name it on the command line'];
}

/** RFC 3986; text that is not encoded well stands for itself. */
const decode = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (encoded) => {
    const bytes = encoded
      .slice(1)
      .split('%')
      .map((digits) => Number.parseInt(digits, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });

/** The path of a file that another one names. */
const join = (from: string, to: string): string =>
  normalize(to.startsWith('/') ? to : `${from.replaceAll('\\', '/').replace(/[^/]*$/, '')}${to}`);

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else if (part !== '.' && !(part === '' && parts.length > 0)) parts.push(part);
  }
  return parts.join('/');
}
