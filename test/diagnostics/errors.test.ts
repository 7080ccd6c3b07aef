/**
 * Every code has a folder `fixtures/errors/<code>` with documents that make exactly that mistake, and every folder is
 * a code. `expected.txt` is what a terminal shows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, isDocumentFile, type SourceFile } from '../../compiler/index.ts';
import { codes } from '../../compiler/diagnostics/render/explanation.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/errors');

const readFixture = (code: string): readonly SourceFile[] =>
  readdirSync(join(FOLDER, code))
    .filter(isDocumentFile)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(FOLDER, code, path), 'utf8') }));

test('every code has a folder, and every folder is a code', () =>
  expect(readdirSync(FOLDER).sort()).toEqual([...codes()].sort()));

describe.each(readdirSync(FOLDER))('%s', (code) => {
  const files = readFixture(code);
  const { bundles, diagnostics } = compile(files);

  test('is what the documents give, and nothing else', () => {
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  });
  test('publishes nothing if it is an error', () => {
    if (diagnostics.some(({ severity }) => severity === 'error')) expect(bundles).toEqual([]);
  });
  test('looks like this', async () => {
    await expect(renderText(diagnostics, { files, colour: 'never' })).toMatchFileSnapshot(
      join(FOLDER, code, 'expected.txt'),
    );
  });
});
