import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishAll } from '../../cli/publishing.ts';
import { createMemoryStore, generateKeyPair, readSignKey } from '../../store/index.ts';
import { smallBundle } from '../relay/bucket.ts';
import { edit, enroutectl, enroutectlJson, quickStart, succeed } from './enroutectl.ts';

const STORE = ['--store', 'bucket'];

/** The quick start, and two key pairs. */
const start = async (): Promise<string> => {
  const cwd = await quickStart();
  await succeed(['keygen', 'ann'], { cwd });
  await succeed(['keygen', 'bob'], { cwd });
  return cwd;
};
const publish = (cwd: string, ...more: readonly string[]) =>
  enroutectl(['publish', 'gateways', ...STORE, ...more], { cwd });
const pointer = async (cwd: string) =>
  JSON.parse(await readFile(join(cwd, 'bucket/pointers/default/edge.json'), 'utf8'));

describe('keygen', () => {
  test('writes a pair, the private half for its owner only, and overwrites nothing', async () => {
    const cwd = await start();
    const pem = await readFile(join(cwd, 'ann.key'), 'utf8');
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect((await stat(join(cwd, 'ann.key'))).mode & 0o777).toBe(0o600);
    const again = await enroutectl(['keygen', 'ann'], { cwd });
    expect(again).toMatchObject({ exit: 2, err: expect.stringContaining('not overwritten') });
    expect(await readFile(join(cwd, 'ann.key'), 'utf8')).toBe(pem);
    const { json } = await enroutectlJson(['keygen', 'carol'], { cwd });
    expect(json).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      privateKey: 'carol.key',
      publicKey: 'carol.pub',
    });
  });
});

describe('publish', () => {
  test('signs with keys from files or the environment, and repeats none of them', async () => {
    const cwd = await start();
    const signed = await publish(cwd, '--sign-key', 'ann.key', 'bob.key');
    expect(signed.exit).toBe(0);
    expect((await pointer(cwd)).signatures).toHaveLength(2);
    await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
    const pem = await readFile(join(cwd, 'ann.key'), 'utf8');
    const args = ['publish', 'gateways', ...STORE];
    expect(await enroutectl(args, { cwd, env: { ENROUTE_SIGN_KEY: pem } })).toMatchObject({ exit: 0 });
    expect(await pointer(cwd)).toMatchObject({ number: 2, signatures: [{}] });
    const broken = await enroutectl(args, { cwd, env: { ENROUTE_SIGN_KEY: pem.slice(0, -40) } });
    expect(broken).toMatchObject({ exit: 2, err: expect.stringContaining('$ENROUTE_SIGN_KEY') });
    expect(broken.err).not.toContain(pem.split('\n')[1]);
  });

  test('leaves no signed gateway unsigned by mistake', async () => {
    const cwd = await start();
    await publish(cwd, '--sign-key', 'ann.key');
    await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
    expect(await publish(cwd)).toMatchObject({ exit: 2, err: expect.stringMatching(/edge is signed.*\n.*--sign-key/) });
    expect(await pointer(cwd)).toMatchObject({ number: 1 });
    expect((await publish(cwd, '--allow-unsigned')).exit).toBe(0);
    expect(await pointer(cwd)).not.toHaveProperty('signatures');
  });

  test('nor does any other command that publishes', async () => {
    const store = createMemoryStore();
    const publication = { author: 'test', message: 'test', losses: 'refuse' } as const;
    const signKeys = [await readSignKey((await generateKeyPair()).privatePem)];
    await publishAll(store, [smallBundle('default/edge', 1)], { ...publication, signKeys });
    await expect(publishAll(store, [smallBundle('default/edge', 2)], publication)).rejects.toThrow('is signed');
  });

  test('signs the same again where that is wanted', async () => {
    const cwd = await start();
    await publish(cwd, '--sign-key', 'ann.key');
    expect((await publish(cwd, '--sign-key', 'ann.key')).out).toMatch(/^unchanged/);
    expect((await publish(cwd, '--sign-key', 'ann.key', '--sign-again')).out).toMatch(/^published .* revision 2/);
    expect((await publish(cwd, '--sign-again', '--allow-unsigned')).exit).toBe(2);
  });

  test('warns of what Envoys could not be put back on, and signs it if a key vouches for it', async () => {
    const cwd = await start();
    await publish(cwd, '--sign-key', 'ann.key');
    await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
    const warned = await publish(cwd, '--sign-key', 'bob.key');
    expect(warned).toMatchObject({ exit: 0, out: expect.stringMatching(/put back on revision 1, .*\n.*--verify-key/) });
    await edit(join(cwd, 'gateways/shop.yaml'), 'Greetings of', 'Regards from');
    const { json } = await enroutectlJson(['publish', 'gateways', ...STORE, '--sign-key', 'ann.key'], { cwd });
    expect(json).toMatchObject({ gateways: [{ unvouched: [{ number: 2 }] }] });
    const vouched = await publish(cwd, '--sign-key', 'ann.key', '--verify-key', 'bob.pub', '--sign-again');
    expect(vouched.out).not.toContain('warning');
  });

  test.each([
    ['ann.pub', 'no private key in PEM'],
    ['absent.key', 'no such file'],
  ])('says what is wrong with %s', async (file, reason) => {
    const { exit, err } = await publish(await start(), '--sign-key', file);
    expect([exit, err]).toEqual([2, expect.stringContaining(reason)]);
  });
});

test('rollback signs what a given key has signed, and nothing else', async () => {
  const cwd = await start();
  await publish(cwd, '--sign-key', 'ann.key');
  await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
  await publish(cwd, '--sign-key', 'bob.key');
  const back = (...more: readonly string[]) =>
    enroutectl(['rollback', 'edge', '1', '--yes', ...STORE, ...more], { cwd });
  expect(await back()).toMatchObject({ exit: 2, err: expect.stringContaining('--sign-key') });
  expect(await back('--sign-key', 'bob.key')).toMatchObject({ exit: 1, err: expect.stringContaining('--verify-key') });
  expect(await pointer(cwd)).toMatchObject({ number: 2 });
  expect(await back('--sign-key', 'bob.key', '--verify-key', 'ann.pub')).toMatchObject({ exit: 0 });
  expect(await pointer(cwd)).toMatchObject({ number: 3, signatures: [{}] });
});

test('a relay takes public keys only', async () => {
  const cwd = await start();
  const { exit, err } = await enroutectl(['relay', ...STORE, '--verify-key', 'ann.key'], { cwd });
  expect([exit, err]).toEqual([2, expect.stringContaining('it holds a private key')]);
});
