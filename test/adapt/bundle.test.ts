/** Importers run where the compiler runs, and weigh on nobody who does not import. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { importsOf, ROOT, SOURCES } from '../sources.ts';

test('only the command line and the API know them', () => {
  const users = SOURCES.flatMap(importsOf)
    .filter(({ from, to }) => to.startsWith('compiler/adapt/') && !from.startsWith('compiler/adapt/'))
    .map(({ from }) => from.split('/')[0]);
  expect([...new Set(users)].toSorted()).toEqual(['cli', 'functions', 'test']);
});

test('bundled for a browser, they require nothing', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(ROOT, 'compiler/adapt/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    metafile: true,
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  expect(code).toContain('openapi');
  expect(code).not.toMatch(/\bDynamic require\b|\bnew Function\(/);
  // They need what documents look like, and nothing of Envoy.
  expect(Object.keys(metafile.inputs).filter((path) => /compiler\/(4-lower|5-pack|xds|filters)\//.test(path))).toEqual(
    [],
  );
});
