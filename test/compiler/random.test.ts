/** Whatever the documents are: compiling never throws, and what it gives is fit for Envoy. */
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyBundle } from '../../compiler/5-pack/verify.ts';
import { bundleFiles, compile, hasErrors, type SourceFile } from '../../compiler/index.ts';
import { violations } from '../../compiler/xds/index.ts';
import { asFiles, valuesOf } from './documents.ts';
import { CASES, FILTER_CASES } from './fixtures.ts';
import { SCHEMAS, valueOf } from './random-documents.ts';
import { schemaOf, sitesOf, withValue } from './sites.ts';

/** Documents of any kinds that match their schemas, though not often each other. */
const documents: Arbitrary<readonly SourceFile[]> = fc
  .array(
    fc.constantFrom(...SCHEMAS.kinds).chain((kind) => valueOf(SCHEMAS.definitions[kind] ?? {})),
    { minLength: 1, maxLength: 6 },
  )
  .map(asFiles);

/** Every place in the specs of all fixtures, where something else may stand. */
const PLACES = [...CASES, ...FILTER_CASES].flatMap(({ files }) => {
  const values = valuesOf(files);
  return values.flatMap((value, index) =>
    sitesOf(value, schemaOf(value))
      .filter(({ pointer }) => pointer.startsWith('/spec'))
      .map(({ pointer, schema }) => ({ values, index, pointer, schema })),
  );
});

type Place = (typeof PLACES)[number];

const replaced = ({ values, index, pointer }: Place, value: unknown): readonly SourceFile[] =>
  asFiles(values.map((document, place) => (place === index ? withValue(document, pointer, value) : document)));

/** A fixture in which one value, or one field that was left out, is another that its schema allows. */
const edited: Arbitrary<readonly SourceFile[]> = fc
  .constantFrom(...PLACES)
  .chain((place) => valueOf(place.schema).map((value) => replaced(place, value)));

/** A fixture in which one value is anything at all, or missing. */
const broken: Arbitrary<readonly SourceFile[]> = fc
  .tuple(fc.constantFrom(...PLACES), fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }))
  .map(([place, value]) => replaced(place, value));

/** A fixture whose text has a hole, or something in it that does not belong there. */
const damaged: Arbitrary<readonly SourceFile[]> = fc
  .tuple(
    fc.constantFrom(...CASES, ...FILTER_CASES),
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.constantFrom(
      '',
      '\n',
      ' ',
      ':',
      '- ',
      '{',
      ']',
      '&a ',
      '*a',
      '"',
      "'",
      '#',
      '|',
      '---\n',
      '!!str ',
      '%',
      '\t',
      '\u0000',
    ),
  )
  .map(([{ files }, at, length, put]) =>
    files.map(({ path, text }) => {
      const start = at % text.length;
      return { path, text: text.slice(0, start) + put + text.slice(start + length) };
    }),
  );

/** What must hold of every compilation. */
function checkSound(files: readonly SourceFile[]): void {
  const { bundles, diagnostics } = compile(files);
  if (hasErrors(diagnostics)) expect(bundles).toEqual([]);
  for (const { message, file, line } of diagnostics) {
    expect(message).not.toMatch(/undefined|\[object|NaN/);
    expect(files.map(({ path }) => path)).toContain(file);
    expect(line).toBeGreaterThan(0);
  }
  for (const bundle of bundles) {
    expect(verifyBundle(bundle)).toBeUndefined();
    expect(violations('envoy.config.bootstrap.v3.Bootstrap', bundle.bootstrap)).toEqual([]);
    for (const { type, message } of bundle.resources) expect(violations(type, message)).toEqual([]);
    expect(bundleFiles(bundle).size).toBeGreaterThan(0);
  }
}

describe('compiling never throws and gives what Envoy’s rules allow', () => {
  test('of documents that match their schemas', () => fc.assert(fc.property(documents, checkSound), { numRuns: 300 }));
  test('of fixtures with one value changed', () => fc.assert(fc.property(edited, checkSound), { numRuns: 500 }));
  test('of fixtures with damage', () => fc.assert(fc.property(damaged, checkSound), { numRuns: 500 }));
  test('of fixtures with one mistake', () => fc.assert(fc.property(broken, checkSound), { numRuns: 500 }));
});
