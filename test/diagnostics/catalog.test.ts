import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { CATALOG, entryOf } from '../../compiler/diagnostics/catalog.ts';
import { PARSE } from '../../compiler/diagnostics/catalog/parse.ts';
import { codes, explain } from '../../compiler/diagnostics/render/explanation.ts';
import { DIAGNOSTICS_PAGE, generateDiagnosticsPage } from '../../generate/diagnostics.ts';
import { check } from '../parse/check.ts';

const FOLDER = join(import.meta.dirname, '../../compiler/diagnostics/catalog');

/** The keys of what a module exports in capitals. */
const codesIn = (module: Readonly<Record<string, object>>) =>
  Object.entries(module).flatMap(([name, entries]) => (/^[A-Z_]+$/.test(name) ? Object.keys(entries) : []));

test('no two stages share a code, and none is left out', async () => {
  const defined = [];
  for (const file of readdirSync(FOLDER)) defined.push(...codesIn(await import(join(FOLDER, file))));
  expect(defined.sort()).toEqual(Object.keys(CATALOG).sort());
});

describe.each(codes())('%s', (code) => {
  const { title, explanation } = entryOf(code);
  const { meaning, reason, cure, example } = explanation;

  test('is written like the others', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const sentence of [title, meaning, reason, cure]) expect(sentence).toMatch(/^[A-Z"].*[.!]$/s);
    expect(example.wrong).not.toBe(example.right);
  });
  test('is explained', () => {
    const text = explain(code);
    for (const part of [code, title, meaning, reason, cure, example.wrong, example.right]) expect(text).toContain(part);
  });
  test('has examples that parse, unless that is the point', () => {
    expect(check(example.right).problems).toEqual([]);
    const name = code === 'invalid-json' ? 'test.json' : 'test.yaml';
    const found = check(example.wrong, name).diagnostics.map((diagnostic) => diagnostic.code);
    expect(found).toEqual(Object.hasOwn(PARSE, code) ? [code] : []);
  });
});

test('the reference page is up to date: npm run generate', async () => {
  const page = await format(generateDiagnosticsPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
  expect(readFileSync(join(import.meta.dirname, '../..', DIAGNOSTICS_PAGE), 'utf8')).toBe(page);
});
