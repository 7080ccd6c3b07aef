import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLIENT, type OidcProvider } from '../../servers/oidc.ts';
import { save } from '../enroutectl.ts';
import { answer, personal, programmatic, run, startProven, type Proven } from './proven.ts';
import { startWorld } from './world.ts';

const secret = { env: { CLIENT_SECRET: CLIENT.secret } };
const tokensOf = ({ home }: Proven): Promise<string> => readFile(join(home, 'tokens.json'), 'utf8');

async function logInAsPerson(world: Proven): Promise<string> {
  await run(world, personal(world, 'people', 'read'));
  await run(world, ['login'], { onError: (text) => void answer(world.provider, text) });
  const { people } = JSON.parse(await tokensOf(world)) as { readonly people: { readonly refreshToken: string } };
  return people.refreshToken;
}

/** Whether the provider still takes it. */
async function refreshes({ issuer }: OidcProvider, token: string): Promise<boolean> {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, client_id: 'enroutectl' });
  return (await fetch(`${issuer}/token`, { method: 'POST', body })).ok;
}

test('a person logs out: the tokens are forgotten, and the provider takes them no longer', async () => {
  const world = await startProven({ device: { id: 'enroutectl' } });
  const refreshToken = await logInAsPerson(world);
  await run(world, programmatic(world, 'ci'));
  await run(world, ['get', 'routes', '--context', 'ci'], secret);
  expect(await run(world, ['logout', '--context', 'people'])).toEqual({
    exit: 0,
    out: '',
    err: 'logged out of people\n',
  });
  expect(await tokensOf(world)).not.toContain(refreshToken);
  expect(Object.keys(JSON.parse(await tokensOf(world)))).toEqual(['ci']);
  expect(await refreshes(world.provider, refreshToken)).toBe(false);
  expect(await run(world, ['get', 'routes'])).toMatchObject({
    exit: 4,
    err: expect.stringContaining('nobody is logged in'),
  });

  const again = await run(world, ['logout']);
  expect(again).toEqual({ exit: 0, out: '', err: 'nobody is logged in to people\n' });
});

test('a token that the provider cannot revoke is forgotten, and that it stays valid is said', async () => {
  const world = await startProven();
  await run(world, programmatic(world, 'ci'));
  await run(world, ['login'], secret);
  // The provider revokes no JWTs.
  expect(await run(world, ['logout'], secret)).toEqual({
    exit: 0,
    out: '',
    err: `logged out of ci; ${world.provider.issuer} does not revoke such a token, which is valid until it expires\n`,
  });
  expect(await tokensOf(world)).toBe('{}\n');
});

test('so it is where the provider revokes nothing', async () => {
  const world = await startProven({ device: { id: 'enroutectl' }, revocation: 'none' });
  const refreshToken = await logInAsPerson(world);
  const { exit, err } = await run(world, ['logout']);
  expect({ exit, err }).toMatchObject({ exit: 0, err: expect.stringContaining('does not revoke such a token') });
  expect(await tokensOf(world)).toBe('{}\n');
  expect(await refreshes(world.provider, refreshToken)).toBe(true);
});

test('a provider that cannot be told does not keep tokens on disk', async () => {
  const world = await startProven({ device: { id: 'enroutectl' } });
  await logInAsPerson(world);
  await world.provider.stop();
  const { exit, out, err } = await run(world, ['logout']);
  expect({ exit, out }).toEqual({ exit: 4, out: '' });
  expect(err).toBe(
    `error: the tokens of people are forgotten, but ${world.provider.issuer} cannot be reached: nothing listens there\n` +
      `  help: ${world.provider.issuer} could not be told, and takes them until they expire\n`,
  );
  expect(await tokensOf(world)).toBe('{}\n');
  expect((await run(world, ['logout'])).exit).toBe(0);
});

test('nor does a secret that is not there', async () => {
  const world = await startProven();
  await run(world, programmatic(world, 'ci'));
  await run(world, ['login'], secret);
  const { exit, err } = await run(world, ['logout']);
  expect({ exit, err }).toMatchObject({ exit: 4, err: expect.stringContaining('CLIENT_SECRET is not set') });
  expect(await tokensOf(world)).toBe('{}\n');
});

test('tokens that were got for another API are forgotten, and shown to nobody', async () => {
  const world = await startProven({ device: { id: 'enroutectl' } });
  const refreshToken = await logInAsPerson(world);
  const file = join(world.home, 'contexts.yaml');
  await save(file, (await readFile(file, 'utf8')).replace(world.url, 'http://127.0.0.1:1'));
  const { exit, err } = await run(world, ['logout']);
  expect({ exit, err }).toEqual({
    exit: 0,
    err: 'logged out of people; its tokens were for another API, provider or client, which is not told\n',
  });
  expect(await tokensOf(world)).toBe('{}\n');
  expect(await refreshes(world.provider, refreshToken)).toBe(true);
});

test('where there is no provider, nobody logs out', async () => {
  const world = { ...(await startWorld()) };
  await run(world, ['context', 'set', 'plain', '--url', world.url]);
  expect(await run(world, ['logout'])).toMatchObject({ exit: 2, err: expect.stringContaining('no identity provider') });
});
