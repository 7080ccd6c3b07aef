import { beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { gateway } from '../../store/workspace/documents.ts';
import { enroutectl, folderWith, type Outcome } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

const PETS = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'http://pets.example.com:8080' }],
  paths: { '/pets': { get: { responses: { 200: { description: 'Pets.' } } } } },
};

let world: World;
let folder: string;
beforeEach(async () => {
  world = await startWorld();
  folder = await folderWith({ 'pets.yaml': stringify(PETS), 'edge/gateway.yaml': stringify(gateway()) });
});

const run = (args: readonly string[]): Promise<Outcome> =>
  enroutectl([...args, args[0] === 'import' ? '--api' : '--server', world.url], { cwd: folder });

test('an API description is applied beside the Gateway that the API has', async () => {
  expect((await run(['apply', '-f', 'edge', '--yes'])).exit).toBe(0);
  const args = ['import', 'openapi', 'pets.yaml', '--gateway', 'edge', '--apply'];
  const dry = await run([...args, '--dry-run']);
  expect(dry.exit).toBe(0);
  expect(dry.out).toMatch(/^\d documents: \d added, 0 changed, 0 removed\n/);
  expect(await run(args)).toMatchObject({ exit: 5 });
  expect(await run([...args, '--yes'])).toMatchObject({
    exit: 0,
    out: expect.stringContaining('revision 2 of the documents\n'),
  });
});

test('what does not fit the API is refused by it', async () => {
  const { exit, err } = await run(['import', 'openapi', 'pets.yaml', '--gateway', 'edge', '--apply', '--yes']);
  expect(exit).toBe(1);
  expect(err).toContain('edge');
  expect((await run(['get', 'virtualhosts'])).out).toMatch(/^no such document in http:/);
});
