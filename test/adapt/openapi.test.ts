/** What is made of API descriptions. `npx vitest run test/adapt -u` writes the golden files. */
import { describe, expect, test } from 'vitest';
import { renderRemarks } from '../../cli/import/report.ts';
import { paintFor } from '../../cli/output.ts';
import { writeFiles } from '../../compiler/adapt/index.ts';
import { compile } from '../../compiler/index.ts';
import { goldensOf, importCase, OPENAPI_CASES } from './openapi-cases.ts';

describe.each(OPENAPI_CASES)('$name', (one) => {
  const adaptation = importCase(one);
  const documents = writeFiles(adaptation.documents);
  const report = renderRemarks(adaptation.remarks, paintFor('never')).join('\n');
  const goldens = new Map([...documents.map(({ path, text }) => [path, text] as const), ['remarks.txt', report]]);

  test('gives the documents and remarks in out/', async () => {
    expect(adaptation.diagnostics).toEqual([]);
    for (const [path, text] of goldens) await expect(text).toMatchFileSnapshot(`${one.out}/${path}`);
  });

  test('has no stale files in out/', () => {
    expect(goldensOf(one).filter((path) => !goldens.has(path))).toEqual([]);
  });

  test('gives documents that compile, without a warning', () => {
    expect(compile(documents).diagnostics).toEqual([]);
  });

  test('gives the same whatever the order of the files', () => {
    expect(importCase({ ...one, files: one.files.toReversed() })).toEqual(adaptation);
  });

  test('has every route called', () => {
    const routes = adaptation.documents.flatMap((draft) =>
      draft.kind === 'VirtualHost' || draft.kind === 'Route' ? (draft.spec.routes ?? []) : [],
    );
    const called = new Set(one.calls.map(({ route }) => route));
    const operations = routes.map(({ name }) => name ?? '').filter((name) => !name.startsWith('cors-preflight'));
    expect(operations.filter((name) => !called.has(name))).toEqual(UNCALLED.get(one.name) ?? []);
  });
});

/** They answer with a redirect to the login page, and so no upstream says that they were taken. */
const UNCALLED = new Map([['security', ['login', 'login-or-key']]]);
