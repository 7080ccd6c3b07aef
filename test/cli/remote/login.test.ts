import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { CLIENT } from '../../servers/oidc.ts';
import { enroutectl, folderWith, save } from '../enroutectl.ts';
import { answer, KEY, personal, programmatic, run, startProven } from './proven.ts';
import { startWorld } from './world.ts';

test('a program gets tokens by its own secret, and they are kept from others', async () => {
  const world = await startProven();
  const secret = { env: { CLIENT_SECRET: CLIENT.secret } };
  const set = await run(world, programmatic(world, 'ci'));
  expect(set).toEqual({ exit: 0, out: 'the current context is ci\n', err: '' });
  expect(await run(world, ['get', 'routes'])).toMatchObject({ exit: 2, err: expect.stringContaining('CLIENT_SECRET') });

  const got = await run(world, ['get', 'routes'], secret);
  expect(got).toEqual({ exit: 0, out: expect.stringMatching(/^no such document in http:/), err: '' });
  const tokens = join(world.home, 'tokens.json');
  expect((await stat(tokens)).mode & 0o777).toBe(0o600);
  // What is there is used again: it needs no secret.
  const { out: token } = await run(world, ['token']);
  expect(decodeJwt(token.trim())).toMatchObject({ iss: world.provider.issuer, aud: world.provider.audience });
  expect((await run(world, ['login'], secret)).err).toBe('logged in to ci\n');
  const { out: another } = await run(world, ['token']);
  expect(another).not.toBe(token);

  expect((await run(world, ['context', 'delete', 'ci'])).exit).toBe(0);
  expect(await readFile(tokens, 'utf8')).toBe('{}\n');
  expect(await readFile(join(world.home, 'contexts.yaml'), 'utf8')).not.toContain(CLIENT.secret);
});

test('a person logs in with a browser, and stays so by refreshing', async () => {
  // Too short to be used once: each command refreshes it.
  const world = await startProven({ device: { id: 'enroutectl', accessTokenLife: 20 } });
  const { provider } = world;
  await run(world, personal(world, 'people', 'read'));
  const before = await run(world, ['get', 'routes']);
  expect(before).toMatchObject({
    exit: 4,
    err: expect.stringContaining('"enroutectl login --context people" logs in'),
  });

  const left = new AbortController();
  expect(
    await run(world, ['login'], { interrupted: left.signal, onError: () => setImmediate(() => left.abort()) }),
  ).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/^To log in, open [^]*error: interrupted: nobody has logged in/),
  });
  const done = await run(world, ['login'], { onError: (text) => void answer(provider, text) });
  expect(done.exit).toBe(0);
  expect(done.err).toMatch(/^To log in, open http:\S+ and enter [A-Z-]+\n[^]*logged in to people\n$/);
  expect(await run(world, ['get', 'routes'])).toEqual({
    exit: 0,
    out: expect.stringMatching(/^no such document in http:/),
    err: '',
  });
  const [first, second] = [await run(world, ['token']), await run(world, ['token'])];
  expect(decodeJwt(first.out.trim())).toMatchObject({ sub: 'ann' });
  expect(second.out).not.toBe(first.out);
  const denied = await run(world, ['delete', 'route', 'a', '--yes']);
  expect(denied).toMatchObject({ exit: 4, err: expect.stringContaining('The caller may not do this') });
});

test('a key of a file is shown, and no other gets in', async () => {
  const world = await startProven();
  await save(join(world.home, 'key'), `${KEY}\n`);
  await run(world, ['context', 'set', 'nightly', '--url', world.url, '--api-key-file', 'key']);
  await run(world, ['context', 'set', 'nobody', '--url', world.url]);
  expect((await run(world, ['get', 'routes'])).exit).toBe(0);
  const nobody = await run(world, ['get', 'routes', '--context', 'nobody']);
  expect(nobody).toMatchObject({ exit: 4, err: expect.stringContaining('It is not known who calls') });
  expect((await run(world, ['token'])).err).toContain('it has no identity provider');

  const { out } = await run(world, ['context', 'list']);
  expect(out).toMatch(
    /^ +NAME +URL OR BUCKET +AUTHENTICATION\n\* +nightly +http:\S+ +API key\n +nobody +http:\S+ +none\n$/,
  );
  expect((await run(world, ['context', 'use', 'nobody'])).exit).toBe(0);
  expect((await run(world, ['get', 'routes'])).exit).toBe(4);
});

test('a token for one API is shown to no other', async () => {
  const world = await startProven();
  await run(world, programmatic(world, 'ci'));
  const secret = { env: { CLIENT_SECRET: CLIENT.secret } };
  expect((await run(world, ['login'], secret)).exit).toBe(0);
  const file = join(world.home, 'contexts.yaml');
  await save(file, (await readFile(file, 'utf8')).replace(world.url, 'http://127.0.0.1:1'));
  expect(await run(world, ['token'])).toMatchObject({ exit: 2, out: '' });
});

test.each([
  [['--url', 'http://example.com', '--api-key-file', 'key'], 'expected: an https URL, or http on this machine'],
  [['--url', 'nowhere'], '"nowhere" is not written in the right form'],
  [['--url', 'https://a', '--client-id', 'x'], 'the field "issuer" is missing'],
  [['--url', 'https://a', '--issuer', 'https://b', '--client-id', 'x', '--grant', 'clientCredentials'], 'clientSecret'],
  [['--url', 'https://a', '--issuer', 'https://b', '--client-id', 'x', '--api-key-file', 'key'], 'apiKey'],
])('the context %j is refused, and the file stays as it was', async (args, words) => {
  const world = await startWorld();
  await save(join(world.home, 'contexts.yaml'), '# mine\ncontexts: [{ name: a, url: "https://a" }]\n');
  const { exit, err } = await run(world, ['context', 'set', 'wrong', ...args]);
  expect(exit).toBe(2);
  expect(err).toContain(words);
  expect(await readFile(join(world.home, 'contexts.yaml'), 'utf8')).toContain('# mine\ncontexts: [{ name: a');
  expect((await run(world, ['context', 'set', 'b', '--url', 'https://b'])).exit).toBe(0);
  expect(await readFile(join(world.home, 'contexts.yaml'), 'utf8')).toContain('# mine\n');
});

test.each([
  [['use', 'prodction'], 'there is no context "prodction"\n  help: did you mean "production"?\n'],
  [['delete', 'other'], 'there is no context "other"\n  help: there are: production\n'],
  [['set', 'x', '--url', 'foo'], 'url: "foo" is not written in the right form; '],
  [
    ['set', 'x', '--url', 'https://a', '--issuer', 'http://b', '--client-id', 'c'],
    'authentication.oidc.issuer: "http://b"',
  ],
])('context %j is a mistake that is told, and changes nothing', async (args, message) => {
  const env = { ENROUTE_CONFIG: join(await folderWith({}), 'contexts.yaml') };
  const set = await enroutectl(['context', 'set', 'production', '--url', 'https://enroute.example.com'], { env });
  expect(set.out).toBe('the current context is production\n');
  const { exit, out, err } = await enroutectl(['context', ...args], { env });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(`error: ${message}`);
  expect((await enroutectl(['context', 'list'], { env })).out).toMatch(/^ +NAME.*\n\* +production .*\n$/);
});
