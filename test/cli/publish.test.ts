import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTALL_TIMEOUT_MS, startS3Server, type S3Server } from '../servers/versitygw.ts';
import { edit, enroutectl, enroutectlJson, quickStart, save, startEnroutectl, succeed } from './enroutectl.ts';

const STORE = ['--store', 'bucket'];
const publish = (cwd: string, ...more: string[]) => enroutectl(['publish', 'gateways', ...STORE, ...more], { cwd });

/** A bucket whose gateway has two revisions. */
const published = async (): Promise<string> => {
  const cwd = await quickStart();
  await succeed(['publish', 'gateways', ...STORE, '--message', 'First', '--author', 'Ann'], { cwd });
  await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
  await succeed(['publish', 'gateways', ...STORE, '--message', 'Second', '--author', 'Bob'], { cwd });
  return cwd;
};

describe('publish', () => {
  test('makes the next revision, and says what it has moved', async () => {
    const cwd = await quickStart();
    const first = await publish(cwd);
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(first.out).toMatch(
      /^published default\/edge as revision 1 \(bundle [0-9a-f]{12}\); 6 objects, \d\.\d KB uploaded\n$/,
    );
    expect((await publish(cwd)).out).toMatch(/^unchanged default\/edge: revision 1 .* has this already\n$/);
    await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
    const { exit, json } = await enroutectlJson(['publish', 'gateways', ...STORE, '-m', 'Greet'], { cwd });
    expect(exit).toBe(0);
    expect(json).toMatchObject({
      diagnostics: [],
      gateways: [
        {
          gateway: 'default/edge',
          status: 'published',
          uploaded: { objects: 3, bytes: expect.any(Number) },
          revision: { number: 2, author: 'ann', message: 'Greet', time: expect.stringMatching(/Z$/) },
        },
      ],
    });
  });

  test('takes the bucket from the environment', async () => {
    const cwd = await quickStart();
    await succeed(['publish', 'gateways'], { cwd, env: { ENROUTE_STORE: 'bucket' } });
    expect(await readdir(join(cwd, 'bucket/pointers/default'))).toEqual(['edge.json']);
  });

  test("names git's user as the author", async () => {
    const cwd = await quickStart();
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd });
    await git('init', '--quiet');
    await git('config', 'user.name', 'Ann Example');
    await git('config', 'user.email', 'ann@example.test');
    await publish(cwd);
    const { json } = await enroutectlJson(['history', ...STORE], { cwd });
    expect(json.revisions[0].author).toBe('Ann Example <ann@example.test>');
  });

  test('publishes nothing of documents with errors', async () => {
    const cwd = await quickStart();
    await edit(join(cwd, 'gateways/shop.yaml'), 'upstream: demo', 'upstream: demi');
    const { exit, err } = await publish(cwd);
    expect(exit).toBe(1);
    expect(err).toContain('error[unknown-reference]');
    await expect(readdir(join(cwd, 'bucket'))).rejects.toThrow('ENOENT');
  });

  test('refuses documents that lost most of what there was, unless that is meant', async () => {
    const cwd = await published();
    await rm(join(cwd, 'gateways/shop.yaml'));
    const { exit, err } = await publish(cwd);
    expect(exit).toBe(5);
    expect(err).toMatch(
      /default\/edge would lose most of what it has: \d\.\d KB .* become \d+ B\n {2}help: .*--allow-empty/,
    );
    expect(await succeed(['history', ...STORE], { cwd })).toMatch(/^\* {2}2 /m);
    expect((await publish(cwd, '--allow-empty')).exit).toBe(0);
  });

  test('does not overwrite what somebody else has published meanwhile, and says who', async () => {
    const cwd = await published();
    await edit(join(cwd, 'gateways/shop.yaml'), 'Greetings of', 'Welcome to');
    const { exit, out } = await publish(cwd, '--expect', '1');
    expect(exit).toBe(3);
    expect(out).toMatch(/^conflict default\/edge: .* revision 2 .* by Bob \("Second"\)\n {2}help: /);
    expect((await publish(cwd, '--expect', 'none')).exit).toBe(3);
    expect((await publish(cwd, '--expect', '2')).exit).toBe(0);
  });

  test('publishes the gateways that are named', async () => {
    const cwd = await quickStart();
    await save(
      join(cwd, 'gateways/other.yaml'),
      'apiVersion: enroute.dev/v1\nkind: Gateway\nmetadata: { name: other, namespace: team }\nspec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }\n',
    );
    const { json } = await enroutectlJson(['publish', 'gateways', ...STORE, '--gateway', 'team/other'], { cwd });
    expect(json.gateways).toMatchObject([{ gateway: 'team/other', status: 'published' }]);
    expect(await publish(cwd, '--gateway', 'nobody')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('no gateway default/nobody'),
    });
    expect(await publish(cwd, '--expect', '1')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('about one gateway'),
    });
    expect((await publish(cwd)).exit).toBe(0);
    expect(await enroutectl(['history', ...STORE], { cwd })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('name one of default/edge, team/other'),
    });
    expect((await enroutectl(['history', 'othre', ...STORE], { cwd })).err).toContain('has no gateway default/othre');
  });

  test('needs a Gateway', async () => {
    const cwd = await quickStart();
    await rm(join(cwd, 'gateways/gateway.yaml'));
    await edit(join(cwd, 'gateways/shop.yaml'), /^[^]*---\n/, '');
    expect(await publish(cwd)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('the documents have no Gateway'),
    });
  });
});

describe('history', () => {
  test('lists the newest first, with a star at the head', async () => {
    const cwd = await published();
    const lines = (await succeed(['history', 'edge', ...STORE], { cwd })).split('\n');
    expect(lines[0]).toBe(`default/edge in file://${join(cwd, 'bucket')}`);
    expect(lines[2]).toMatch(/^\* {2}2 +[0-9a-f]{12} +[0-9a-f]{12} +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +Bob +Second$/);
    expect(lines[3]).toMatch(/^ {3}1 .* Ann +First$/);
  });

  test('gives programs whole revisions', async () => {
    const cwd = await published();
    const { json } = await enroutectlJson(['history', 'default/edge', ...STORE, '--limit', '1'], { cwd });
    expect(json).toMatchObject({ gateway: 'default/edge', head: json.revisions[0].digest });
    expect(json.revisions).toMatchObject([{ number: 2, author: 'Bob', message: 'Second', parent: expect.any(String) }]);
  });

  test('shows control characters of others as pictures', async () => {
    const cwd = await quickStart();
    await publish(cwd, '--author', 'Eve\u001b[2J', '--message', 'x');
    expect(await succeed(['history', ...STORE], { cwd })).toContain('Eve\u241b[2J');
  });
});

describe('rollback', () => {
  test('shows what changes, and does it when told to', async () => {
    const cwd = await published();
    const { exit, out } = await enroutectl(['rollback', 'edge', '1', ...STORE, '--yes'], { cwd });
    expect(exit).toBe(0);
    expect(out).toMatch(/^from revision 2 of .* by Bob: Second\nto {3}revision 1 of .* by Ann: First\n/);
    expect(out).toContain('"Greetings of Enroute\\n" → "Hello from Enroute\\n"');
    expect(out).toMatch(/default\/edge is at revision 3, which has the bundle of revision 1\n$/);
    const { json } = await enroutectlJson(['history', ...STORE], { cwd });
    expect(json.revisions).toMatchObject([
      { number: 3, message: 'Roll back to revision 1' },
      { number: 2 },
      { number: 1 },
    ]);
    expect(json.revisions[0].bundle).toBe(json.revisions[2].bundle);
  });

  test.each([
    ['y', 0],
    ['no', 5],
    [undefined, 5],
  ])('asks, and takes %j for an answer', async (answer, expected) => {
    const cwd = await published();
    const { exit } = await enroutectl(['rollback', 'edge', '1', ...STORE], {
      cwd,
      ...(answer !== undefined && { answer }),
    });
    expect(exit).toBe(expected);
    const { json } = await enroutectlJson(['history', ...STORE], { cwd });
    expect(json.revisions).toHaveLength(expected === 0 ? 3 : 2);
  });

  test('takes the beginning of a digest, and tells programs what it did', async () => {
    const cwd = await published();
    const { json: history } = await enroutectlJson(['history', ...STORE], { cwd });
    const digest: string = history.revisions[1].digest;
    const asked = await enroutectlJson(['rollback', 'edge', digest.slice(0, 10), ...STORE], { cwd });
    expect(asked).toMatchObject({
      exit: 5,
      json: { status: 'unconfirmed', target: { number: 1 }, changes: { equal: false } },
    });
    const done = await enroutectlJson(['rollback', 'edge', digest.slice(0, 10), ...STORE, '-y'], { cwd });
    expect(done).toMatchObject({ exit: 0, json: { status: 'published', revision: { number: 3 }, target: { digest } } });
    const again = await enroutectlJson(['rollback', 'edge', '3', ...STORE, '-y'], { cwd });
    expect(again).toMatchObject({ exit: 0, json: { status: 'unchanged', changes: { equal: true } } });
  });

  test('of a revision that is not there is told', async () => {
    const cwd = await published();
    expect(await enroutectl(['rollback', 'edge', '9', ...STORE, '-y'], { cwd })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('default/edge has no revision 9'),
    });
  });
});

test('prune keeps the newest revisions and all that they need', async () => {
  const cwd = await published();
  const { json } = await enroutectlJson(['prune', ...STORE, '--keep', '1'], { cwd });
  expect(json).toMatchObject({ status: 'collected', removed: { objects: 0 } });
  expect((await enroutectl(['diff', '@head', 'gateways', ...STORE], { cwd })).exit).toBe(0);
});

describe('on S3', () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3Server();
  }, INSTALL_TIMEOUT_MS);
  afterAll(() => server.remove());

  test('documents are published, read back, and compared', async () => {
    const cwd = await quickStart();
    const bucket = await server.createBucket();
    const { accessKeyId, secretAccessKey } = server.credentials;
    const lines: string[] = [];
    const s3 = async (...args: string[]): Promise<number> => {
      const running = await startEnroutectl(args, {
        cwd,
        env: {
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          ENROUTE_STORE: `s3://${bucket}/enroute?endpoint=${server.endpoint}&pathStyle=true`,
        },
        onLine: (line) => lines.push(line),
      });
      return running.exited;
    };
    expect(await s3('publish', 'gateways', '--author', 'Ann', '--message', 'First')).toBe(0);
    expect(await s3('history')).toBe(0);
    expect(await s3('diff', 'gateways')).toBe(0);
    expect(lines.join('\n')).toMatch(/published default\/edge as revision 1[^]*s3:\/\/bucket-[^]*First[^]*5 unchanged/);
    expect(lines.join('\n')).not.toContain(secretAccessKey);
  });
});
