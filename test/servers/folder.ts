import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes an empty folder that is removed when the running test ends. For use inside a test. */
export async function temporaryFolder(): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

export interface Folder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Makes an empty folder for use outside a test, such as in `beforeAll`; the caller removes it. */
export async function makeFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'enroute-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
