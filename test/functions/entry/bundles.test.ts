/** What is uploaded to platforms, as files. */
import { join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { modulesOf } from './deployed.ts';

describe.each(['node', 'lambda', 'worker'] as const)('%s', (platform) => {
  test('loads before a request neither the compiler nor GraphQL, nor what makes OpenAPI', async () => {
    const eager = await eagerModules(platform);
    const large = { graphql: 'implements Document', openapi: '"3.1.0"' };
    const all = (await modulesOf(platform)).map(({ contents }) => contents).join('');
    for (const [what, mark] of Object.entries(large)) expect([what, all.includes(mark)]).toEqual([what, true]);
    for (const [what, mark] of Object.entries(large)) expect([what, eager.includes(mark)]).toEqual([what, false]);
    // The validators of documents alone are as large.
    expect(eager.length).toBeLessThan(1_250_000);
  });
});

test('a Worker asks for no module of Node, and is small enough for any plan', async () => {
  const modules = await modulesOf('worker');
  const contents = modules.map((module) => module.contents).join('\n');
  expect(contents.match(/(from|import)\s*\(?["']node:[^"']*/g) ?? []).toEqual([]);
  expect(gzipSync(contents).length).toBeLessThan(1_000_000);
});

/** The text of the entry and of all that it imports, and so on; not of what it imports when it needs it. */
async function eagerModules(platform: 'node' | 'lambda' | 'worker'): Promise<string> {
  const modules = new Map((await modulesOf(platform)).map(({ path, contents }) => [path, contents]));
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const contents = modules.get(path);
    if (contents === undefined || seen.has(path)) return;
    seen.add(path);
    for (const [, name = ''] of contents.matchAll(/(?:from|import)\s*["'](\.[^"']*)["']/g))
      visit(join(path, '..', name));
  };
  visit('index.mjs');
  return [...seen].map((path) => modules.get(path)).join('\n');
}
