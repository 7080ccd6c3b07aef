import { open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { followFolder } from '../../cli/up/follow-folder.ts';
import { folderWith, save } from './enroutectl.ts';
import { readDocuments } from '../../cli/documents.ts';
import { createHost } from '../../cli/process-host.ts';

/** Follows a folder, and gives what was applied, one text a time, files joined. */
async function follow(files: Readonly<Record<string, string>>, quietMs: number, failing?: () => boolean) {
  const folder = await folderWith(files);
  const applied: string[] = [];
  const failures: unknown[] = [];
  const stopped = new AbortController();
  const done = followFolder({
    folder,
    quietMs,
    signal: stopped.signal,
    read: () => readDocuments([folder], createHost(process)),
    apply: async (documents) => {
      if (failing?.()) throw new Error('not now');
      applied.push(documents.map(({ text }) => text).join('|'));
    },
    failed: (error) => failures.push(error),
  });
  onTestFinished(async () => {
    stopped.abort();
    await done;
  });
  const until = (last: string) =>
    poll({ what: `that ${last} is applied` }, async () => (applied.at(-1) === last ? last : undefined));
  return { folder, applied, failures, until, stop: () => stopped.abort(), done };
}

test('applies what is there, and then what changes, in folders that come later too', async () => {
  const { folder, applied, until } = await follow({ 'a.yaml': 'one' }, 20);
  await until('one');
  await writeFile(join(folder, 'a.yaml'), 'two');
  await until('two');
  await save(join(folder, 'new/b.yaml'), 'three');
  await until('two|three');
  await save(join(folder, 'new/b.yaml'), 'four');
  await until('two|four');
  await writeFile(join(folder, 'aside'), 'five');
  await rename(join(folder, 'aside'), join(folder, 'a.yaml'));
  await until('five|four');
  expect(applied[0]).toBe('one');
});

test('never applies half of what is being written', async () => {
  const { folder, applied, until } = await follow({ 'a.yaml': 'one' }, 1_000);
  await until('one');
  const file = await open(join(folder, 'a.yaml'), 'w');
  for (const part of ['t', 'w', 'o']) {
    await file.write(part);
    await sleep(50);
  }
  await file.close();
  await until('two');
  expect(applied).toEqual(['one', 'two']);
});

test('does not apply again what has not changed', async () => {
  const { folder, applied, until } = await follow({ 'a.yaml': 'one' }, 20);
  await until('one');
  await writeFile(join(folder, 'a.yaml'), 'one');
  await writeFile(join(folder, 'notes.txt'), 'none of its business');
  await sleep(200);
  await writeFile(join(folder, 'a.yaml'), 'two');
  await until('two');
  expect(applied).toEqual(['one', 'two']);
});

test('goes on after a failure, and ends when it is told to', async () => {
  let isFailing = true;
  const { folder, failures, until, stop, done } = await follow({ 'a.yaml': 'one' }, 20, () => isFailing);
  await poll({ what: 'that it has failed' }, async () => failures[0]);
  isFailing = false;
  await writeFile(join(folder, 'a.yaml'), 'two');
  await until('two');
  stop();
  await done;
  expect(failures).toHaveLength(1);
});
