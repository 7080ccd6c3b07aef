/** Opens the bucket that a URL names. */
import { fileURLToPath } from 'node:url';
import { createDirectoryStore } from './directory.ts';
import { createMemoryStore } from './memory.ts';
import { s3Options } from './s3/url.ts';
import type { Store } from './store.ts';
import { badUrl as bad, FORMS, parseUrl } from './url.ts';

/**
 * Opens a bucket; nothing is read or written before its first use.
 *
 * - `./bucket`, `/var/lib/enroute`, `file:///var/lib/enroute`: a directory
 * - `s3://bucket/prefix?endpoint=http://127.0.0.1:7070&region=eu-west-1&pathStyle=true`: S3; the prefix and each
 *   parameter may be left out. Credentials come from the environment, never from the URL.
 * - `memory:`: a new bucket that ends with the process
 *
 * @throws StoreError that says what is wrong with the URL, without repeating it: a secret may stand in it.
 */
export async function openStore(url: string): Promise<Store> {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      if (url === '') throw bad(`no bucket is named; expected ${FORMS}`);
      return createDirectoryStore(url);
    case 'memory':
      if (url !== 'memory:') throw bad('nothing may follow "memory:"');
      return createMemoryStore();
    case 'file':
      return createDirectoryStore(directoryOf(url));
    case 's3': {
      const options = s3Options(url);
      // The SDK takes longer to load than the rest of a command-line tool, and a directory does not need it.
      const { createS3Store } = await import('./s3.ts');
      return createS3Store(options);
    }
    default:
      throw bad(`"${scheme}:" is no bucket; expected ${FORMS}`);
  }
}

function directoryOf(url: string): string {
  const { hostname, search, hash } = parseUrl(url);
  if (hostname !== '') throw bad('a file: URL has three slashes before the path: file:///path');
  if (search !== '' || hash !== '') throw bad('a file: URL has no parameters; write "?" as %3F and "#" as %23');
  return fileURLToPath(url);
}
