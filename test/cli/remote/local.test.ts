/** The same command lines on a folder, without a server: the context says which it is. */
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { enroutectl, enroutectlJson, folderWith, save, type Outcome, type Surroundings } from '../enroutectl.ts';
import { startWorld } from './world.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await folderWith({ 'gateways/shop.yaml': SHOP.map((document) => stringify(document)).join('---\n') });
  env = { ENROUTE_CONFIG: join(folder, 'home/contexts.yaml') };
});

const run = (args: readonly string[], more: Surroundings = {}): Promise<Outcome> =>
  enroutectl(args, { cwd: folder, ...more, env: { ...env, ...more.env } });

/** Command lines that name neither a server nor a folder. */
async function useEach(): Promise<void> {
  expect((await run(['diff', '-f', 'gateways'])).exit).toBe(1);
  expect(await run(['apply', '-f', 'gateways'])).toMatchObject({ exit: 5 });
  expect((await run(['apply', '-f', 'gateways', '--yes', '-m', 'first'])).exit).toBe(0);
  expect(await run(['diff', '-f', 'gateways'])).toMatchObject({ exit: 0 });
  expect((await run(['get', 'routes'])).out).toMatch(/^NAMESPACE.*\ndefault +a /);
  const EDITOR = `sed -i.before 's/8080/9090/'`;
  expect((await run(['edit', 'upstream', 'demo', '--yes'], { env: { EDITOR } })).out).toContain('8080 → 9090');
  expect((await run(['delete', 'upstream', 'demo', '--yes'])).exit).toBe(1);
  expect((await run(['delete', 'route', 'a', '--yes'])).exit).toBe(0);
  expect((await run(['export'])).out).not.toContain('kind: Route');
  expect((await run(['diff', '@1', '@3'])).out).toMatch(/^2 documents: 0 added, 1 changed, 1 removed\n/);
  expect((await run(['rollback', '1', '--yes'])).out).toContain('committed as revision 4 of the documents\n');
  expect((await run(['history'])).out).toMatch(/\n4 .*\n3 .*\n2 .*\n1 +[0-9a-f]{12} .* first\n$/);
  expect((await run(['publish', '--yes'])).out).toContain('default/edge published: its revision 1\n');
  expect((await run(['history', 'edge'])).out).toMatch(/^published for default\/edge .*\nREVISION .*\n1 .*\n$/);
  expect((await run(['nodes'])).out).toBe('no relay reports what its nodes run\n');
  expect(await run(['rollout', 'status'])).toMatchObject({ exit: 2, err: expect.stringContaining('no rollout') });
  expect(await run(['wait', '--timeout', '1'])).toMatchObject({ exit: 1 });
}

test('work on a folder', async () => {
  expect(await run(['context', 'set', 'here', '--store', 'bucket'])).toEqual({
    exit: 0,
    out: 'the current context is here\n',
    err: '',
  });
  expect((await run(['context', 'list'])).out).toContain(join(folder, 'bucket'));
  await useEach();
});

test('work on a server, and give the same', async () => {
  const world = await startWorld();
  expect((await run(['context', 'set', 'there', '--url', world.url])).exit).toBe(0);
  await useEach();
});

test('a folder in the file of contexts is found from there, and nothing is proved to it', async () => {
  const file = join(folder, 'home/contexts.yaml');
  await save(file, 'current: here\ncontexts: [{ name: here, store: ../bucket }]\n');
  await save(join(folder, 'one.yaml'), stringify(upstream('one')));
  expect((await run(['apply', '-f', 'one.yaml', '--yes'])).exit).toBe(0);
  expect((await run(['get', 'upstreams', '-o', 'name', '-s', 'bucket'])).out).toBe('one\n');
  const refused = await run(['context', 'set', 'wrong', '--store', 'bucket', '--api-key-file', 'key']);
  expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining('"store" and "authentication" exclude') });
  const both = await run(['context', 'set', 'wrong', '--store', 'bucket', '--url', 'https://a']);
  expect(both).toMatchObject({ exit: 2, err: expect.stringContaining('exclude each other') });
  expect(await readFile(file, 'utf8')).not.toContain('wrong');
});

test('what names a bucket is about what is published there, whatever the context is', async () => {
  expect((await run(['context', 'set', 'here', '--store', 'bucket'])).exit).toBe(0);
  expect((await run(['publish', 'gateways', '--store', 'other'])).exit).toBe(0);
  const published = await run(['history'], { env: { ENROUTE_STORE: 'other' } });
  expect(published.out).toMatch(/^default\/edge in file:.*other\n/);
  expect(await run(['publish', 'gateways'])).toMatchObject({ exit: 2, err: expect.stringContaining('--store names') });
  expect((await run(['rollback', 'edge', '1', '--store', 'other', '--dry-run'])).exit).toBe(0);
});

test('what an import makes is applied to a folder, too', async () => {
  const pets = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, servers: [{ url: 'http://pets:8080' }] };
  const paths = { '/pets': { get: { responses: { 200: { description: 'Pets.' } } } } };
  await save(join(folder, 'pets.yaml'), stringify({ ...pets, paths }));
  const args = ['import', 'openapi', 'pets.yaml', '--apply', '--store', 'bucket', '--yes', '-m', 'pets'];
  const { exit, json } = await enroutectlJson(args, { cwd: folder, env });
  expect({ exit, status: json.status }).toEqual({ exit: 0, status: 'committed' });
  expect((await run(['history', '--store', 'bucket'])).out).toMatch(/ pets\n$/);
});

test('a bucket that something was applied to has documents of its own, also where no context says so', async () => {
  const store = ['--store', 'bucket'];
  expect(await run(['publish', ...store, '--yes'])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('apply --store'),
  });
  const applied = await run(['apply', 'gateways', ...store, '--yes', '-m', 'first']);
  expect(applied.out).toContain('("enroutectl publish --store bucket" does it)');
  await save(join(folder, 'more.yaml'), stringify(upstream('demo', 9090)));
  expect((await run(['apply', 'more.yaml', ...store, '--yes', '-m', 'second'])).exit).toBe(0);
  expect((await run(['diff', '@1', '@2', ...store])).out).toContain('8080 → 9090');
  expect((await run(['history', ...store])).out).toMatch(/\n2 .* second\n1 .* first\n$/);
  expect((await run(['rollback', '1', ...store, '--yes'])).out).toContain('committed as revision 3 of the documents');
  expect((await run(['publish', ...store, '--yes'])).out).toContain('default/edge published: its revision 1');
  expect((await run(['history', 'edge', ...store])).out).toMatch(/^default\/edge in file:/);
  expect((await run(['publish', 'gateways', ...store])).out).toContain('default/edge');
  expect((await run(['rollback', 'edge', '1', ...store, '--dry-run'])).exit).toBe(0);
});

test('mistakes are told with what to do about them', async () => {
  expect((await run(['context', 'set', 'here', '--store', 'bucket'])).exit).toBe(0);
  const early = await run(['publish', '--yes']);
  expect(early).toMatchObject({ exit: 2, err: expect.stringContaining('nothing was committed yet') });
  expect(await run(['diff', '@1', '@head'])).toMatchObject({
    err: expect.stringContaining('nothing was committed yet'),
  });
  for (const flag of ['-n', '-l'])
    expect(await run(['apply', 'gateways', flag, 'a', '--yes'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('says what --prune deletes'),
    });
  await save(join(folder, 'gateways/twice.yaml'), `\n${stringify(upstream('demo'))}`);
  const twice = await run(['apply', 'gateways', '--yes']);
  expect(twice.exit).toBe(1);
  expect(twice.err).toMatch(/twice\.yaml:5:\d+/);
  expect(twice.err).toMatch(/shop\.yaml:\d+/);
});
