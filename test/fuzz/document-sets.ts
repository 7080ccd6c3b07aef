/**
 * Random sets of documents that the compiler accepts, and that differ from a fixture in many places at once: where one
 * value is right by itself and wrong beside another, a single change finds nothing.
 */
import fc, { type Arbitrary } from 'fast-check';
import { compile, hasErrors, type Diagnostic, type SourceFile } from '../../compiler/index.ts';
import { asFiles, valuesOf } from '../compiler/documents.ts';
import { CASES, FILTER_CASES } from '../compiler/fixtures.ts';
import { valueOf } from '../compiler/random-documents.ts';
import { schemaOf, sitesOf, withValue, type Site } from '../compiler/sites.ts';
import { SURROUNDINGS } from './surroundings.ts';

/** Another value at one place of one document. */
export interface Edit {
  /** The place of the document in the set. */
  readonly document: number;
  readonly pointer: string;
  /** `undefined` takes away what is there. */
  readonly value: unknown;
}

export interface DocumentSet {
  readonly base: readonly unknown[];
  /** All that the compiler accepted, one after the other. */
  readonly edits: readonly Edit[];
  /** Mistakes that the compiler could tell no better than Envoy, with the edits that led to them. */
  readonly vague: readonly { readonly edits: readonly Edit[]; readonly diagnostic: Diagnostic }[];
}

/** The documents of a set, one in each file. */
export const filesOf = (base: readonly unknown[], edits: readonly Edit[]): readonly SourceFile[] =>
  asFiles(edited(base, edits));

export const edited = (base: readonly unknown[], edits: readonly Edit[]): readonly unknown[] =>
  edits.reduce<readonly unknown[]>(
    (values, { document, pointer, value }) =>
      values.map((one, place) => (place === document ? withValue(one, pointer, value) : one)),
    base,
  );

const BASES = [...CASES, ...FILTER_CASES].map(({ files }) => {
  const own = valuesOf(files);
  const names = new Set(own.map(nameOf));
  return [...own, ...SURROUNDINGS.filter((document) => !names.has(nameOf(document)))];
});

/** Kind, namespace and name. */
function nameOf(document: unknown): string {
  const { kind, metadata } = document as { kind: string; metadata: { name: string; namespace?: string } };
  return `${kind} ${metadata.namespace ?? 'default'}/${metadata.name}`;
}

const TRIED_EDITS = 12;

/** The same seed gives the same set, as long as fixtures and schemas stay the same. */
export function documentSet(seed: number): DocumentSet {
  const [base = []] = fc.sample(fc.constantFrom(...BASES), { seed, numRuns: 1 });
  const places = base.flatMap((value, document) =>
    sitesOf(value, schemaOf(value))
      .filter(({ pointer }) => pointer.startsWith('/spec/'))
      .map((site) => ({ ...site, document })),
  );
  const edits: Edit[] = [];
  const vague: { edits: readonly Edit[]; diagnostic: Diagnostic }[] = [];
  for (const edit of fc.sample(anyEdit(places), { seed, numRuns: TRIED_EDITS })) {
    const { diagnostics } = compile(filesOf(base, [...edits, edit]));
    // Of raw configuration, Envoy's rule is told at the very field; elsewhere the document as a whole says nothing.
    const diagnostic = diagnostics.find(({ code, pointer }) => code === 'envoy-rule' && pointer === '');
    if (diagnostic) vague.push({ edits: [...edits, edit], diagnostic });
    if (!hasErrors(diagnostics)) edits.push(edit);
  }
  return { base, edits, vague };
}

/** Mostly what the schema allows, and at times what it does not. */
const anyEdit = (places: readonly (Site & { readonly document: number })[]): Arbitrary<Edit> =>
  fc
    .constantFrom(...places)
    .chain(({ document, pointer, schema }) =>
      fc
        .oneof(
          { weight: 12, arbitrary: valueOf(schema) },
          { weight: 1, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
        )
        .map((value) => ({ document, pointer, value })),
    );
