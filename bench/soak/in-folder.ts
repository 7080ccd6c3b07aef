/** Room for a soak, and an end to all that it has started. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is called at the end, the last first. */
export type Closers = (() => unknown)[];

/** Runs a soak in a folder of its own, and then closes what it has opened, whatever came of it. */
export async function inFolder(soak: (folder: string, closers: Closers) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-soak-'));
  const closers: Closers = [() => rm(folder, { recursive: true, force: true })];
  try {
    return await soak(folder, closers);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}
