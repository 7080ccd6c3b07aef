import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDirectoryStore } from '../../store/directory.ts';
import { StoreError } from '../../store/store.ts';
import { makeFolder, temporaryFolder, type Folder } from '../servers/folder.ts';
import { describeStoreContract } from './contract.ts';
import { all, bytes, increment, textAt } from './objects.ts';

const folders: Folder[] = [];
afterAll(() => Promise.all(folders.map(({ remove }) => remove())));

describeStoreContract('directory', async () => {
  const folder = await makeFolder();
  folders.push(folder);
  return createDirectoryStore(folder.path);
});

describe('several processes', () => {
  test('that count together lose no count', async () => {
    const directory = await temporaryFolder();
    const store = createDirectoryStore(directory);
    await store.put('counter', bytes('0'));
    const processes = Array.from({ length: 3 }, () => startProcess('count', directory, '25'));
    for (let count = 0; count < 25; count++) await increment(store, 'counter');
    for (const child of processes) expect(await exitCode(child)).toBe(0);
    expect(await textAt(store, 'counter')).toBe('100');
  });

  test('wait for the lock, and take it over from one that was killed', async () => {
    const directory = await temporaryFolder();
    const store = createDirectoryStore(directory);
    await store.put('counter', bytes('0'));
    const holder = startProcess('hold', directory);
    await once(holder.stdout ?? holder, 'data');

    let counted = 0;
    const counting = Promise.all(
      Array.from({ length: 8 }, async () => {
        await increment(createDirectoryStore(directory), 'counter');
        counted++;
      }),
    );
    await store.get('counter'); // Reading needs no lock.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(counted).toBe(0);
    holder.kill('SIGKILL');
    await counting;
    expect(await textAt(store, 'counter')).toBe('8');
  });

  test('take the lock from one on another machine when they have seen it for long, whatever the clocks say', async () => {
    const directory = await temporaryFolder();
    const store = createDirectoryStore(directory);
    await store.put('counter', bytes('0'));
    const held = join(directory, '.lock/7');
    await writeFile(held, JSON.stringify({ pid: 1, machine: 'another' }));
    await utimes(held, 0, 0);

    let isCounted = false;
    const counting = increment(store, 'counter').then(() => (isCounted = true));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isCounted).toBe(false);
    const now = performance.now.bind(performance);
    const later = vi.spyOn(performance, 'now').mockImplementation(() => now() + 31_000);
    onTestFinished(() => later.mockRestore());
    await counting;
    expect(await textAt(store, 'counter')).toBe('1');
  });
});

describe('the files', () => {
  test('lie where their keys say, so that people find them', async () => {
    const directory = await temporaryFolder();
    await createDirectoryStore(directory).put('pointers/default/edge.json', bytes('{}'));
    expect(await readFile(join(directory, 'pointers/default/edge.json'), 'utf8')).toBe('{}');
    expect(await readdir(join(directory, '.writing'))).toEqual([]);
  });

  test.each([
    '../outside',
    '/outside',
    'a/../../outside',
    './../outside',
    '..',
    '.writing/x',
    '.lock/1',
    'a//../../outside',
  ])('of the key %s stay inside', async (key) => {
    const parent = await temporaryFolder();
    const store = createDirectoryStore(join(parent, 'root'));
    await store.put(key, bytes('x'));
    expect(await textAt(store, key)).toBe('x');
    expect((await all(store.list(''))).map((listed) => listed.key)).toEqual([key]);
    expect(await readdir(parent)).toEqual(['root']);
  });

  test('that a process left behind when it died are removed in time', async () => {
    const directory = await temporaryFolder();
    await createDirectoryStore(directory).put('a', bytes('x'));
    const [old, young] = ['old', 'young'].map((name) => join(directory, '.writing', name));
    for (const path of [old, young]) await writeFile(path ?? '', 'half an obj');
    await utimes(old ?? '', 0, 0);
    await createDirectoryStore(directory).put('a', bytes('x'));
    expect(await readdir(join(directory, '.writing'))).toEqual(['young']);
  });

  test('that another process is writing stay, whatever the clock says', async () => {
    const directory = await temporaryFolder();
    await createDirectoryStore(directory).put('a', bytes('x'));
    await writeFile(join(directory, '.writing', 'young'), 'half an obj');
    const now = Date.now();
    const jumped = vi.spyOn(Date, 'now').mockImplementation(() => now + 36_000_000_000);
    onTestFinished(() => jumped.mockRestore());
    await createDirectoryStore(directory).put('a', bytes('y'));
    expect(await readdir(join(directory, '.writing'))).toEqual(['young']);
  });

  test('of others are no objects', async () => {
    const directory = await temporaryFolder();
    const store = createDirectoryStore(directory);
    await store.put('chunks/a', bytes('x'));
    await writeFile(join(directory, '.DS_Store'), '');
    await writeFile(join(directory, 'chunks', 'Upper Case.txt'), '');
    await writeFile(join(directory, 'chunks', '%zz'), '');
    await symlink('/etc/hostname', join(directory, 'chunks', 'link'));
    expect((await all(store.list(''))).map(({ key }) => key)).toEqual(['chunks/a']);
  });
});

describe('what the file system refuses', () => {
  test('a key beside another that continues it', async () => {
    const store = createDirectoryStore(await temporaryFolder());
    await store.put('a', bytes('x'));
    await store.put('b/c', bytes('x'));
    await expect(store.put('a/b', bytes('x'))).rejects.toThrow(/"a\/b": a file is in the way of a directory/);
    await expect(store.put('b', bytes('x'))).rejects.toThrow(/"b": .*no key may continue another/);
    expect([await textAt(store, 'a/b'), await textAt(store, 'b')]).toEqual(['absent', 'absent']);
    await store.delete('b');
    expect(await textAt(store, 'b/c')).toBe('x');
  });

  test('a name that is too long', async () => {
    const store = createDirectoryStore(await temporaryFolder());
    await expect(store.put('x'.repeat(300), bytes('x'))).rejects.toThrow(/too long for a file name/);
  });

  test('a root that is a file', async () => {
    const root = join(await temporaryFolder(), 'file');
    await writeFile(root, '');
    const error = await createDirectoryStore(root)
      .put('a', bytes('x'))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ retryable: false });
  });
});

describe('watching', () => {
  test('tells of what is written, replaced and deleted, also in directories that were not there', async () => {
    const store = createDirectoryStore(join(await temporaryFolder(), 'not', 'there', 'yet'));
    const seen: string[] = [];
    const ended = new AbortController();
    onTestFinished(() => ended.abort());
    const look = async () => {
      const objects = await all(store.list('pointers/'));
      seen.push((await Promise.all(objects.map(async ({ key }) => `${key}=${await textAt(store, key)}`))).join());
    };
    store.watch?.('pointers/', () => void look(), ended.signal);
    const sees = (state: string) => vi.waitFor(() => expect(seen.at(-1)).toBe(state), { timeout: 5_000 });

    await sees('');
    await store.put('pointers/a/1', bytes('x'));
    await sees('pointers/a/1=x');
    await store.put('pointers/a/1', bytes('y'));
    await sees('pointers/a/1=y');
    await store.put('pointers/b/1', bytes('x'));
    await sees('pointers/a/1=y,pointers/b/1=x');
    await store.put('pointers/b/1', bytes('y'));
    await sees('pointers/a/1=y,pointers/b/1=y');
    await store.delete('pointers/a/1');
    await sees('pointers/b/1=y');
  });

  test('ends with the signal', async () => {
    const store = createDirectoryStore(await temporaryFolder());
    await store.put('pointers/a', bytes('1'));
    const ended = new AbortController();
    let calls = 0;
    store.watch?.('pointers/', () => calls++, ended.signal);
    ended.abort();
    await store.put('pointers/a', bytes('2'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(calls).toBe(0);
  });
});

/** Starts directory-process.ts, and ends it with the test if it has not ended by itself. */
function startProcess(...options: readonly string[]): ChildProcess {
  const program = fileURLToPath(new URL('directory-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}
