/** The API of a bucket without a server: the same commands work on a folder. */
import { defaultAuthor } from '../author.ts';
import { openBucket } from '../bucket.ts';
import { reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { signKeysOf } from '../signing.ts';
import { createRemote, type Remote } from './client.ts';

/** Whoever can write the bucket may do all. @throws Failure if the bucket or a key to sign with cannot be opened. */
export async function connectInProcess(bucket: string, host: Host): Promise<Remote> {
  const store = await openBucket(bucket, host);
  const [author, signKeys] = [await defaultAuthor(host), await signKeysOf(undefined, host)];
  const { createApi, createLocalAuthorizer } = await import('../../functions/index.ts');
  const principal = { kind: 'local', name: author, claims: {} } as const;
  const api = createApi({
    store,
    signKeys,
    authorizer: { ...createLocalAuthorizer([]), identify: async () => ({ status: 'identified', principal }) },
    onError: (error) => host.err(`${reasonOf(error)}\n`),
  });
  return createRemote({
    url: 'http://in-process.invalid',
    name: store.location,
    authenticate: async () => ({}),
    fetch: async (input, init) => api.fetch(new Request(input, init)),
  });
}
