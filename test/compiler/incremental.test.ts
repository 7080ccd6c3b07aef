/** A memo makes the next compile faster and changes nothing else, whatever was edited in between. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { createCompileMemo } from '../../compiler/memo.ts';
import { FIRST, filesOf, VARIANTS, type Choice, type Layout } from './incremental/documents.ts';

const read = ({ bundles, diagnostics }: ReturnType<typeof compile>) => ({
  diagnostics,
  bundles: bundles.map(({ id, chunks, bootstrap, resources }) => ({
    id,
    chunks: [...chunks.keys()],
    bootstrap,
    resources: resources.map(({ origin, ...rest }) => ({
      ...rest,
      origin: { kind: origin.kind, key: origin.key, span: origin.document.span },
    })),
  })),
});

const LAYOUTS: readonly Layout[] = ['apart', 'together'];

/** An edit of one document, often back to what has no mistake; a variant beyond the last removes it. */
const edits = fc.constantFrom(...VARIANTS).chain(([document, variants]) =>
  fc.record({
    document: fc.constant(document),
    variant: fc.oneof(fc.constant(0), fc.nat({ max: variants.length })),
    layout: fc.constantFrom(...LAYOUTS),
  }),
);

const edited = (choice: Choice, { document, variant }: { document: string; variant: number }): Choice =>
  new Map([...choice, [document, variant]]);

const single = [...VARIANTS].flatMap(([document, variants]) =>
  // One beyond the last removes the document.
  Array.from({ length: variants.length }, (_, index) => ({ document, variant: index + 1 })),
);

describe('compiling with a memo', () => {
  const first = filesOf(FIRST, 'apart');
  const fresh = read(compile(first));

  test.each(single)('follows an edit of $document to variant $variant, twice, and back', (edit) => {
    const memo = createCompileMemo();
    expect(read(compile(first, memo))).toEqual(fresh);
    // Together, all documents lie elsewhere, so whatever is wrong with one is wrong at another place.
    for (const layout of LAYOUTS) {
      const files = filesOf(edited(FIRST, edit), layout);
      const expected = read(compile(files));
      expect(read(compile(files, memo))).toEqual(expected);
      expect(read(compile(files, memo))).toEqual(expected);
    }
    expect(read(compile(first, memo))).toEqual(fresh);
  });

  test('gives what compiling without one gives, whatever was edited before', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (steps) => {
        const memo = createCompileMemo();
        expect(read(compile(first, memo))).toEqual(fresh);
        let choice = FIRST;
        for (const step of steps) {
          choice = edited(choice, step);
          const files = filesOf(choice, step.layout);
          expect(read(compile(files, memo))).toEqual(read(compile(files)));
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  test('the documents that the edits begin with have no mistakes', () => {
    const { bundles, diagnostics } = compile(filesOf(FIRST, 'apart'));
    expect(diagnostics).toEqual([]);
    expect(bundles).toHaveLength(2);
  });
});
