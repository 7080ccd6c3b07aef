/**
 * Every code has a folder `fixtures/errors/<code>` with documents that make exactly that mistake, and every folder is
 * a code. `expected.txt` is what a terminal shows.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import { isDocumentFile } from '../../compiler/1-parse/parse.ts';
import { isCode } from '../../compiler/diagnostics/catalog.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import { CODES, compile } from './parse-only.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/errors');
const folders = readdirSync(FOLDER);

const readFixture = (code: string): readonly SourceFile[] =>
  readdirSync(join(FOLDER, code))
    .filter(isDocumentFile)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(FOLDER, code, path), 'utf8') }));

test('every code has a folder', () => expect(CODES.filter((code) => !folders.includes(code))).toEqual([]));
test('every folder is a code', () => expect(folders.filter((folder) => !isCode(folder))).toEqual([]));

describe.each(CODES.filter((code) => existsSync(join(FOLDER, code))))('%s', (code) => {
  const files = readFixture(code);
  const { diagnostics } = compile(files);

  test('is what the documents give, and nothing else', () => {
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  });
  test('looks like this', async () => {
    await expect(renderText(diagnostics, { files, colour: 'never' })).toMatchFileSnapshot(
      join(FOLDER, code, 'expected.txt'),
    );
  });
});
