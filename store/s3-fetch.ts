/**
 * A bucket on S3 by `fetch` alone, for runtimes that have no sockets of their own. Elsewhere `s3.ts` is better: it knows
 * the standard chain of credentials.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
 */
import { AwsClient } from 'aws4fetch';
import { statusOf, toStoreError } from './s3/errors.ts';
import { readListing, type Listing } from './s3/listing.ts';
import { isAbsent, isConflict, settleConflict } from './s3/outcomes.ts';
import { request } from './s3/request.ts';
import type { S3StoreOptions } from './s3.ts';
import type { ETag, GetResult, Store, WriteCondition } from './store.ts';

export interface S3FetchStoreOptions extends Omit<S3StoreOptions, 'credentials'> {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    /** Of temporary credentials. */
    readonly sessionToken?: string;
  };
}

/** Opens a bucket; nothing is sent before the first use. */
export function createS3FetchStore(options: S3FetchStoreOptions): Store {
  const { bucket, credentials, region = 'us-east-1' } = options;
  const prefix = options.prefix ? `${options.prefix}/` : '';
  const location = `s3://${bucket}${options.prefix ? `/${options.prefix}` : ''}`;
  // It would try again by itself, and not tell how often.
  const client = new AwsClient({ ...credentials, region, service: 's3', retries: 0 });
  const base = baseOf(options, region);
  const addressOf = (key: string): string => `${base}/${encodeKey(`${prefix}${key}`)}`;
  const failure = (verb: string, key: string, error: unknown) =>
    toStoreError(`${location}: ${verb} ${JSON.stringify(key)}`, error);

  const get = async (key: string, unlessMatch?: ETag): Promise<GetResult> => {
    const headers = unlessMatch === undefined ? {} : { 'if-none-match': unlessMatch };
    try {
      const response = await request(client, addressOf(key), { headers });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: 'found', bytes, etag: response.headers.get('etag') ?? '' };
    } catch (error) {
      if (statusOf(error) === 304) return { status: 'unchanged' };
      if (isAbsent(error)) return { status: 'absent' };
      throw failure('get', key, error);
    }
  };

  const page = async (keyPrefix: string, token: string | undefined): Promise<Listing> => {
    const query = new URLSearchParams({ 'list-type': '2', 'encoding-type': 'url', prefix: `${prefix}${keyPrefix}` });
    if (token !== undefined) query.set('continuation-token', token);
    try {
      return readListing(await (await request(client, `${base}?${query}`, {})).text());
    } catch (error) {
      throw failure('list', keyPrefix, error);
    }
  };

  return {
    location,
    get,
    async put(key, bytes, condition) {
      // Some runtimes send with a view all that is around it.
      const init = { method: 'PUT', headers: conditionHeaders(condition), body: bytes.slice() };
      try {
        const response = await request(client, addressOf(key), init);
        return { status: 'written', etag: response.headers.get('etag') ?? '' };
      } catch (error) {
        if (!condition || !isConflict(error)) throw failure('put', key, error);
        return settleConflict(error, bytes, () => get(key));
      }
    },
    async delete(key) {
      try {
        await request(client, addressOf(key), { method: 'DELETE' });
      } catch (error) {
        if (!isAbsent(error)) throw failure('delete', key, error);
      }
    },
    async *list(keyPrefix) {
      let token: string | undefined;
      do {
        const { objects, nextToken } = await page(keyPrefix, token);
        for (const object of objects) yield { ...object, key: object.key.slice(prefix.length) };
        token = nextToken;
      } while (token !== undefined);
    },
  };
}

function baseOf({ bucket, endpoint, pathStyle }: S3FetchStoreOptions, region: string): string {
  const url = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  const path = pathStyle ? `/${encodeKey(bucket)}` : '';
  return `${url.origin}${url.pathname.replace(/\/$/, '')}${path}`;
}

/** As signatures want it: everything but letters, digits and `-._~` is encoded, and the slashes between names stay. */
const encodeKey = (key: string): string =>
  key
    .split('/')
    .map((name) =>
      encodeURIComponent(name).replaceAll(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');

const conditionHeaders = (condition: WriteCondition | undefined): Readonly<Record<string, string>> => {
  if (!condition) return {};
  return 'absent' in condition ? { 'if-none-match': '*' } : { 'if-match': condition.match };
};
