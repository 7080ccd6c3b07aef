/** What is uploaded to platforms, as files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { eagerModules, readModules } from '../../../bench/functions/sizes.ts';
import { bundleOf, type Platform } from './deployed.ts';

/** What few requests need, and what is large. */
const LATER = [
  'compiler/compile.ts',
  'compiler/2-validate/generated/validators.js',
  'compiler/xds/generated/',
  'compiler/diff/compare.ts',
  'functions/api/openapi.ts',
  'functions/api/generated/schemas.ts',
  'functions/graphql/server.ts',
  'node_modules/graphql/',
  'node_modules/graphql-yoga/',
];
const SDK = 'node_modules/@aws-sdk/client-s3/';

describe.each([
  ['node', [...LATER, SDK]],
  ['lambda', [...LATER, SDK]],
  ['worker', LATER],
] as const)('%s', (platform, later) => {
  test('loads at its start what every request needs', async () => {
    const sources = await sourcesOf(platform, eagerModules(await readModules(bundleOf(platform))));
    for (const path of ['functions/api/run.ts', 'functions/identity/authorizer.ts', 'node_modules/jose/'])
      expect([path, sources.some((source) => source.startsWith(path))]).toEqual([path, true]);
  });

  test('and what few of them need when it is needed', async () => {
    const modules = await readModules(bundleOf(platform));
    const eager = eagerModules(modules);
    const sources = await sourcesOf(platform, eager);
    const others = await sourcesOf(
      platform,
      [...modules.keys()].filter((path) => !eager.includes(path)),
    );
    for (const path of later) {
      expect(sources.filter((source) => source.startsWith(path))).toEqual([]);
      expect([path, others.some((source) => source.startsWith(path))]).toEqual([path, true]);
    }
    const size = eager.reduce((bytes, path) => bytes + Buffer.byteLength(modules.get(path) ?? ''), 0);
    expect(size).toBeLessThan(1_250_000);
  });
});

test('a Worker asks for no module of Node, has no SDK, and is small enough for any plan', async () => {
  const modules = await readModules(bundleOf('worker'));
  const contents = [...modules.values()].join('\n');
  expect(contents.match(/(from|import)\s*\(?["']node:[^"']*/g) ?? []).toEqual([]);
  expect((await sourcesOf('worker', [...modules.keys()])).filter((source) => source.includes('@aws-sdk'))).toEqual([]);
  expect(gzipSync(contents).length).toBeLessThan(1_000_000);
});

/** The files that modules have been made of, from the project's folder on, as their source maps say. */
async function sourcesOf(platform: Platform, modules: readonly string[]): Promise<readonly string[]> {
  const maps = await Promise.all(
    modules.map(async (path): Promise<{ readonly sources: readonly string[] }> =>
      JSON.parse(await readFile(join(bundleOf(platform), `${path}.map`), 'utf8')),
    ),
  );
  return maps.flatMap(({ sources }) => sources.map((source) => source.replace(/^(\.\.\/)+/, '')));
}
