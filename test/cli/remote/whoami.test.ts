import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLIENT } from '../../servers/oidc.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { enroutectl, save } from '../enroutectl.ts';
import { answer, KEY, personal, programmatic, run, startProven } from './proven.ts';
import { startWorld } from './world.ts';

test('a caller is told who it is, by what, and what each of its roles may do', async () => {
  const world = await startProven();
  await run(world, programmatic(world, 'ci'));
  const secret = { env: { CLIENT_SECRET: CLIENT.secret } };
  const { exit, out, err } = await run(world, ['whoami'], secret);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out.split('\n')).toEqual([
    `service at ${world.url}, by a token of ${world.provider.issuer}`,
    'ROLE    GATEWAYS  NAMESPACES  LABELS     ACTIONS',
    'editor  *         shop        team=shop  read,write',
    'viewer  *         *           *          read',
    '',
  ]);

  const { out: json } = await run(world, ['whoami', '--context', 'ci', '-o', 'json'], secret);
  expect(JSON.parse(json)).toEqual({
    kind: 'token',
    name: 'service',
    issuer: world.provider.issuer,
    bindings: [
      { role: 'editor', actions: ['read', 'write'], namespaces: ['shop'], labels: { team: 'shop' } },
      { role: 'viewer', actions: ['read'] },
    ],
  });
  expect((await run(world, ['whoami', '-o', 'yaml'], secret)).out).toMatch(/^kind: token\nname: service\n/);
});

test('whoever has no role learns so, and who is denied something is sent here', async () => {
  const world = await startProven({ device: { id: 'enroutectl' } });
  await run(world, personal(world, 'people'));
  await run(world, ['login'], { onError: (text) => void answer(world.provider, text) });
  const denied = await run(world, ['get', 'routes']);
  expect(denied).toMatchObject({ exit: 4, err: expect.stringContaining('"enroutectl whoami" says') });
  expect(await run(world, ['whoami'])).toEqual({
    exit: 0,
    out:
      `ann at ${world.url}, by a token of ${world.provider.issuer}\n` +
      'no binding of its access policy fits this caller: it may do nothing else there\n',
    err: '',
  });
});

test('a key has a name, and who is nobody is refused', async () => {
  const world = await startProven();
  await save(join(world.home, 'key'), `${KEY}\n`);
  await run(world, ['context', 'set', 'nightly', '--url', world.url, '--api-key-file', 'key']);
  expect((await run(world, ['whoami'])).out).toMatch(/^ci at http:\S+, by its API key\n/);
  const nobody = await run(world, ['whoami', '--server', world.url]);
  expect(nobody).toMatchObject({ exit: 4, out: '', err: expect.stringContaining('It is not known who calls') });
});

test('where nobody has to prove who it is, that is what is said', async () => {
  const { url, surroundings } = await startWorld();
  expect(await enroutectl(['whoami', '--server', url], surroundings)).toEqual({
    exit: 0,
    out:
      `local at ${url}, where nobody has to prove who it is\n` +
      'ROLE   GATEWAYS  NAMESPACES  LABELS  ACTIONS\n' +
      'admin  *         *           *       read,write,publish,administer\n',
    err: '',
  });

  const bucket = await temporaryFolder();
  await enroutectl(['context', 'set', 'folder', '--store', bucket], surroundings);
  const { exit, out, err } = await enroutectl(['whoami'], surroundings);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain(bucket);
  expect(out).toMatch(/^.+ at file:\S+, where nobody has to prove who it is\nROLE [^]*\nadmin /);
});
