/** A memo makes the next compile faster and changes nothing else, whatever was edited in between. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { createCompileMemo } from '../../compiler/memo.ts';
import { FIRST, filesOf, VARIANTS, type Choice } from './incremental/documents.ts';

const read = ({ bundles, diagnostics }: ReturnType<typeof compile>) => ({
  diagnostics,
  bundles: bundles.map(({ id, chunks, bootstrap, resources }) => ({
    id,
    chunks: [...chunks.keys()],
    bootstrap,
    resources: resources.map(({ origin, ...rest }) => ({ ...rest, origin: `${origin.kind} ${origin.key}` })),
  })),
});

/** An edit of one document, often back to what has no mistake; a variant beyond the last removes it. */
const edits = fc.constantFrom(...VARIANTS).chain(([document, variants]) =>
  fc.record({
    document: fc.constant(document),
    variant: fc.oneof(fc.constant(0), fc.nat({ max: variants.length })),
    comment: fc.constantFrom('', 'moved'),
  }),
);

const edited = (choice: Choice, { document, variant }: { document: string; variant: number }): Choice =>
  new Map([...choice, [document, variant]]);

describe('compiling with a memo', () => {
  test('gives what compiling without one gives', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (steps) => {
        const memo = createCompileMemo();
        const first = filesOf(FIRST, '');
        expect(read(compile(first, memo))).toEqual(read(compile(first)));
        let choice = FIRST;
        for (const step of steps) {
          choice = edited(choice, step);
          const files = filesOf(choice, step.comment);
          expect(read(compile(files, memo))).toEqual(read(compile(files)));
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  test('the documents that the edits begin with have no mistakes', () => {
    const { bundles, diagnostics } = compile(filesOf(FIRST, ''));
    expect(diagnostics).toEqual([]);
    expect(bundles).toHaveLength(2);
  });
});
