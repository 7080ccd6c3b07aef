/** The three kinds of store, for suites that run on each. */
import { afterAll, beforeAll, describe } from 'vitest';
import { createDirectoryStore } from '../../store/directory.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import { makeFolder, type Folder } from '../servers/folder.ts';
import { INSTALL_TIMEOUT_MS, startS3Server, type S3Server } from '../servers/versitygw.ts';

/** Gives a new, empty store. */
export type OpenEmptyStore = () => Promise<Store>;

/** Declares a suite once for each kind of store. */
export function describeEachStore(name: string, suite: (open: OpenEmptyStore) => void): void {
  describe(`${name}, in memory`, () => suite(async () => createMemoryStore()));

  describe(`${name}, in a directory`, () => {
    const folders: Folder[] = [];
    afterAll(() => Promise.all(folders.map(({ remove }) => remove())));
    suite(async () => {
      const folder = await makeFolder();
      folders.push(folder);
      return createDirectoryStore(folder.path);
    });
  });

  describe(`${name}, on S3`, () => {
    let server: S3Server;
    beforeAll(async () => {
      server = await startS3Server();
    }, INSTALL_TIMEOUT_MS);
    afterAll(() => server.remove());
    suite(async () => createS3Store(server.storeOptions(await server.createBucket())));
  });
}
