/** What is made of Enroute's resources and dumps. `npx vitest run test/adapt -u` writes the golden files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderRemarks } from '../../cli/import/report.ts';
import { paintFor } from '../../cli/output.ts';
import { adapt, writeFiles, type AdaptOptions } from '../../compiler/adapt/index.ts';
import { enrouteAdapter } from '../../compiler/adapt/enroute/adapter.ts';
import { pointerSegment } from '../../compiler/diagnostics/location.ts';
import { compile, type SourceFile } from '../../compiler/index.ts';
import { asFiles, valuesOf } from '../compiler/documents.ts';
import { withValue } from '../compiler/sites.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import/enroute');

const filesIn = (folder: string): readonly SourceFile[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
    : [];

const CASES = readdirSync(FOLDER).map((name) => ({
  name,
  out: join(FOLDER, name, 'out'),
  files: filesIn(join(FOLDER, name)).filter(({ path }) => !path.startsWith('out/')),
}));

const importOf = (files: readonly SourceFile[], options: Partial<AdaptOptions> = {}) =>
  adapt(enrouteAdapter, files, { gateway: { mode: 'create', name: 'edge' }, ...options });

describe.each(CASES)('$name', ({ out, files }) => {
  const adaptation = importOf(files);
  const documents = writeFiles(adaptation.documents);
  const report = renderRemarks(adaptation.remarks, paintFor('never')).join('\n');
  const goldens = new Map([...documents.map(({ path, text }) => [path, text] as const), ['remarks.txt', report]]);

  test('gives the documents and remarks in out/', async () => {
    expect(adaptation.diagnostics).toEqual([]);
    for (const [path, text] of goldens) await expect(text).toMatchFileSnapshot(join(out, path));
  });

  test('has no stale files in out/', () => {
    expect(
      filesIn(out)
        .map(({ path }) => path)
        .filter((path) => !goldens.has(path)),
    ).toEqual([]);
  });

  test('gives documents that compile', () => {
    expect(compile(documents).diagnostics).toEqual([]);
  });

  test('gives the same for the same', () => {
    expect(importOf(files)).toEqual(adaptation);
  });

  test('attaches to a Gateway that exists, in one namespace', () => {
    const attached = importOf(files, { namespace: 'shop', gateway: { mode: 'attach', name: 'infra/edge' } });
    expect(attached.documents.filter(({ kind }) => kind === 'Gateway')).toEqual([]);
    expect(new Set(attached.documents.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['shop']));
    const gateway = { path: 'edge.yaml', text: GATEWAY };
    const { diagnostics } = compile([gateway, ...writeFiles(attached.documents)]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

const GATEWAY = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge, namespace: infra }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }, { name: https, port: 8443, protocol: HTTPS }]
`;

/** Every place in the resources, where something else may stand. */
const placesIn = (value: unknown, pointer = ''): readonly string[] => [
  pointer,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => placesIn(child, pointer + pointerSegment(key)))
    : []),
];

const MUTABLE = CASES.flatMap(({ files }) => {
  const values = valuesOf(files).filter((value) => value !== null);
  return values.flatMap((value, index) => placesIn(value).map((pointer) => ({ values, index, pointer })));
});

const ANYTHING = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom('', '0', '-1', '1e9', 'true', '/', '/a b', '/{', '%', '__proto__', 'a.b/c', '*', undefined),
);

// What the source says wrongly, the compiler may refuse: the command then says so.
test('anything may stand anywhere: it becomes documents and remarks', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...MUTABLE), ANYTHING, ({ values, index, pointer }, value) => {
      const changed = values.map((document, place) =>
        place === index ? withValue(document, pointer, value) : document,
      );
      const { documents, remarks } = importOf(asFiles(changed));
      for (const { message } of [...remarks, ...compile(writeFiles(documents)).diagnostics])
        expect(message).not.toMatch(/undefined|\[object|NaN/);
    }),
    { numRuns: 400 },
  );
});

test('keys are never carried over', () => {
  const written = CASES.flatMap(({ files }) => writeFiles(importOf(files).documents).map(({ text }) => text)).join('');
  expect(written).not.toContain('BEGIN');
});
