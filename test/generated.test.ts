/** Generated files are what `npm run generate` writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { COMPILER_VERSION, ENVOY_VERSION } from '../compiler/index.ts';
import { ENVOY_RELEASE } from '../cli/local/envoy-version.ts';
import { generate } from '../generate/generate.ts';
import { ROOT } from './sources.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

let generated: ReadonlyMap<string, string>;
beforeAll(async () => {
  generated = await generate();
});

test('every generated file is up to date', () => {
  expect(generated.size).toBeGreaterThan(5);
  const stale = [...generated].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  expect(stale).toEqual([]);
});

test('generating twice gives the same', async () => expect(await generate()).toEqual(generated));

test('the compiler names the version of the package', () => {
  expect(COMPILER_VERSION).toBe(JSON.parse(read('package.json')).version);
});

test('the Envoy that is installed is the one that resources are written for', () => {
  expect(ENVOY_RELEASE).toBe(ENVOY_VERSION);
});
