/** A file that changes while the relay runs. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followFile, type FollowedFile } from '../../relay/follow-file.ts';
import { makeFolder, type Folder } from '../servers/folder.ts';
import { eventually } from './eventually.ts';

let folder: Folder;
let file: string;
let heard: string[];
let followed: FollowedFile;

beforeEach(async () => {
  folder = await makeFolder();
  file = join(folder.path, 'file');
  heard = [];
  await writeFile(file, 'first');
  followed = followFile(file, 'first', {
    refreshMs: 1,
    changed(text) {
      if (text.startsWith('bad')) throw new Error(`cannot use ${text}`);
      heard.push(text);
    },
    failed: (message) => heard.push(message),
  });
});
afterEach(async () => {
  followed.close();
  await folder.remove();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('is heard of when it changes, and not while it is being written', async () => {
  for (const part of ['', 's', 'se', 'sec', 'seco', 'secon', 'second']) await writeFile(file, part);
  await eventually(() => expect(heard).not.toEqual([]));
  await writeFile(file, 'third');
  await eventually(() => expect(heard).toHaveLength(2));
  expect(heard).toEqual(['second', 'third']);
});

test('that cannot be used is told once, and leaves the last one', async () => {
  await writeFile(file, 'bad');
  await eventually(() => expect(heard).toEqual(['cannot use bad']));
  await pause(300);
  await writeFile(file, 'first');
  await pause(300);
  await writeFile(file, 'second');
  await eventually(() => expect(heard).toEqual(['cannot use bad', 'second']));
});

test('that is gone is told once, and read again when it is back', async () => {
  await rm(file);
  await eventually(() => expect(heard).toEqual([expect.stringContaining('there is no such file')]));
  await pause(100);
  await writeFile(file, 'second');
  await eventually(() => expect(heard.slice(1)).toEqual(['second']));
});

test('is left alone once nobody follows it', async () => {
  followed.close();
  await writeFile(file, 'second');
  await pause(300);
  expect(heard).toEqual([]);
});
