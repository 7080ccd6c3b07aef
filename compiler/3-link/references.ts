/** References: from texts to documents, for every kind and field alike, since the schemas say where they are. */
import { perKind } from '../2-validate/kinds.ts';
import { keyOf, type Declared, type Documents, type Kind, type Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { NamingSite, Resolve } from './graph.ts';

/** Documents by kind and key. */
export type Index = { readonly [K in Kind]: ReadonlyMap<string, Valid<K>> };

/** The index of all documents. The second of two with the same key is reported and left out. */
export function indexDocuments(model: Documents, report: Report): Index {
  return perKind<Index>((kind) => {
    const map = new Map<string, Valid>();
    for (const document of model[kind]) {
      const first = map.get(document.key);
      if (first) reportDuplicate(document, first, report);
      else map.set(document.key, document);
    }
    return map;
  });
}

function reportDuplicate(second: Valid, first: Valid, report: Report): void {
  const { kind, namespace, name } = second;
  report('duplicate-document', at(second.document, '/metadata/name'), {
    kind,
    namespace,
    name,
    first: at(first.document, '/metadata/name'),
  });
}

/** What references are checked against. */
export interface KnownDocuments {
  readonly index: Index;
  /** Documents that are there, but not in the index. */
  readonly broken: readonly Declared[];
  /** Documents that are new, or that name what is. */
  readonly unsettled: ReadonlySet<Valid>;
}

/** Reports every reference to a document that does not exist. */
export function checkReferences(known: KnownDocuments, report: Report): void {
  for (const document of known.unsettled) checkDocument(document, known, report);
}

function checkDocument(document: Valid, { index, broken }: KnownDocuments, report: Report): void {
  for (const { kind, key, pointer } of document.references) {
    if (index[kind].has(key) || broken.some((one) => (one.kind ?? kind) === kind && (one.key ?? key) === key)) continue;
    const [namespace = '', name = ''] = key.split('/');
    const candidates = [...index[kind].values()];
    report('unknown-reference', at(document.document, pointer), {
      kind,
      namespace,
      name,
      known: candidates.filter((one) => one.namespace === namespace).map((one) => one.name),
      elsewhere: candidates.filter((one) => one.name === name).map((one) => one.namespace),
    });
  }
}

/** What a reference names, if it exists: for use while other references may still dangle. */
export const find = <K extends Kind>(index: Index, kind: K, from: Valid, reference: string): Valid<K> | undefined =>
  index[kind].get(keyOf(reference, from.namespace));

/** A document that says which Gateways it is for. */
interface OfGateways {
  readonly namespace: string;
  readonly value: { readonly spec: { readonly gateways: readonly string[] } };
}

/** Those of the documents that name a Gateway. */
export const servedBy = <T extends OfGateways>(
  gateway: Valid<'Gateway'>,
  documents: ReadonlyMap<string, T>,
): readonly T[] =>
  [...documents.values()].filter(({ value, namespace }) =>
    value.spec.gateways.some((text) => keyOf(text, namespace) === gateway.key),
  );

/** A part of a document, and the Upstreams that it names. */
export function namingSite(origin: Valid, pointer: string, index: Index): NamingSite {
  const upstreams = origin.references
    .filter((reference) => reference.kind === 'Upstream' && reference.pointer.startsWith(`${pointer}/`))
    .flatMap(({ text }): [string, Valid<'Upstream'>][] => {
      const upstream = find(index, 'Upstream', origin, text);
      return upstream ? [[text, upstream]] : [];
    });
  return { origin, pointer, upstreams: new Map(upstreams) };
}

/** Finds what a reference names once all references are known to be sound. */
export const resolver =
  (index: Index): Resolve =>
  (kind, from, reference) => {
    const found = find(index, kind, from, reference);
    if (!found) throw new Error(`${from.kind} ${from.key} names the ${kind} ${reference}, which linking let pass`);
    return found;
  };
