import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withLock } from '../../cli/local/lock.ts';
import { temporaryFolder } from '../servers/folder.ts';

const lock = async () => {
  const folder = await temporaryFolder();
  const reports: string[] = [];
  return { folder, reports, path: join(folder, 'lock'), report: (line: string) => void reports.push(line) };
};

test('one works at a time, and nothing is left', async () => {
  const { folder, path, report } = await lock();
  const events: string[] = [];
  const work = (name: string) =>
    withLock({ path, report }, async () => {
      events.push(`${name} begins`);
      await sleep(10);
      events.push(`${name} ends`);
      return name;
    });

  expect(await Promise.all(['a', 'b', 'c'].map(work))).toEqual(['a', 'b', 'c']);
  const order = events.filter((event) => event.endsWith('begins')).map((event) => event.slice(0, 1));
  expect(order.toSorted()).toEqual(['a', 'b', 'c']);
  expect(events).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect(await readdir(folder)).toEqual([]);
});

test('is released by an error, which comes through', async () => {
  const { folder, path, report } = await lock();
  const failing = withLock({ path, report }, () => Promise.reject(new Error('on purpose')));

  await expect(failing).rejects.toThrow('on purpose');
  expect(await readdir(folder)).toEqual([]);
});

test('tells who is waited for', async () => {
  const { path, report, reports } = await lock();
  let waiter = Promise.resolve();
  await withLock({ path, report }, async () => {
    waiter = withLock({ path, report }, async () => {});
    while (reports.length === 0) await sleep(1);
  });
  await waiter;

  expect(reports).toEqual([`waiting for process ${process.pid}, which holds ${path}`]);
});

test.each([
  ['whose file says nothing', '', 0],
  ['whose file is too old for a living holder', String(process.pid), 3_600],
])('a lock %s is taken over', async (_, content, ageSeconds) => {
  const { folder, path, report } = await lock();
  await writeFile(path, content);
  const changed = Date.now() / 1000 - ageSeconds;
  await utimes(path, changed, changed);

  expect(await withLock({ path, report }, async () => 'done')).toBe('done');
  expect(await readdir(folder)).toEqual([]);
});
