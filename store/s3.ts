/**
 * A bucket on S3, or on anything that speaks its protocol with conditional writes.
 *
 * Credentials come from the SDK's standard chain: environment, shared configuration, web identity, container, instance.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { createClient } from './s3/client.ts';
import { statusOf, toStoreError } from './s3/errors.ts';
import { isAbsent, isConflict, settleConflict } from './s3/outcomes.ts';
import type { ETag, GetResult, ListedObject, PutResult, Store, WriteCondition } from './store.ts';

export interface S3StoreOptions {
  readonly bucket: string;
  /** Stands before every key, with a "/" between; absent: the bucket is ours alone. */
  readonly prefix?: string;
  /** Of a server other than AWS, for example `http://127.0.0.1:7070`. */
  readonly endpoint?: string;
  /** Absent: what the environment says, or `us-east-1` for a server other than AWS, most of which do not care. */
  readonly region?: string;
  /** Whether the bucket stands in the path rather than in the host name, as most servers other than AWS want it. */
  readonly pathStyle?: boolean;
  /** Overrides the standard chain. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** S3 answers 409 where two writes of an object meet, and asks to try again. */
const MEETINGS = 5;
const AFTER_MEETING_MS = 50;

/** Opens a bucket; nothing is sent before the first use. */
export function createS3Store(options: S3StoreOptions): Store {
  const client = createClient(options);
  const { bucket: Bucket } = options;
  const prefix = options.prefix ? `${options.prefix}/` : '';
  const location = `s3://${Bucket}${options.prefix ? `/${options.prefix}` : ''}`;
  const place = (key: string) => ({ Bucket, Key: `${prefix}${key}` });
  const failure = (verb: string, key: string, error: unknown) =>
    toStoreError(`${location}: ${verb} ${JSON.stringify(key)}`, error);

  const get = async (key: string, unlessMatch?: ETag): Promise<GetResult> => {
    const condition = unlessMatch === undefined ? {} : { IfNoneMatch: unlessMatch };
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ ...place(key), ...condition }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return { status: 'found', bytes, etag: ETag ?? '' };
    } catch (error) {
      if (statusOf(error) === 304) return { status: 'unchanged' };
      if (isAbsent(error)) return { status: 'absent' };
      throw failure('get', key, error);
    }
  };

  const put = async (key: string, bytes: Uint8Array, condition?: WriteCondition, met = 0): Promise<PutResult> => {
    try {
      const command = new PutObjectCommand({ ...place(key), ...conditionHeaders(condition), Body: bytes });
      return { status: 'written', etag: (await client.send(command)).ETag ?? '' };
    } catch (error) {
      if (!condition || !isConflict(error)) throw failure('put', key, error);
      if (statusOf(error) === 409 && met < MEETINGS) {
        await sleep(AFTER_MEETING_MS * (met + 1));
        return put(key, bytes, condition, met + 1);
      }
      return settleConflict(error, bytes, () => get(key));
    }
  };

  const page = async (keyPrefix: string, token: string | undefined): Promise<ListObjectsV2CommandOutput> => {
    const more = token === undefined ? {} : { ContinuationToken: token };
    // XML cannot hold every character that a key may have, so the keys come percent-encoded.
    const query = { Bucket, Prefix: `${prefix}${keyPrefix}`, EncodingType: 'url', ...more } as const;
    try {
      return await client.send(new ListObjectsV2Command(query));
    } catch (error) {
      throw failure('list', keyPrefix, error);
    }
  };

  return {
    location,
    get,
    put: (key, bytes, condition) => put(key, bytes, condition),

    async delete(key) {
      try {
        await client.send(new DeleteObjectCommand(place(key)));
      } catch (error) {
        if (!isAbsent(error)) throw failure('delete', key, error);
      }
    },

    async *list(keyPrefix) {
      let token: string | undefined;
      do {
        const found: ListObjectsV2CommandOutput = await page(keyPrefix, token);
        const isEncoded = found.EncodingType === 'url';
        for (const object of found.Contents ?? []) yield toListed(object, prefix, isEncoded);
        token = found.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}

type S3Object = NonNullable<ListObjectsV2CommandOutput['Contents']>[number];

/** @param isEncoded Some servers take no notice of the encoding that was asked for, and say so. */
const toListed = (
  { Key = '', ETag, Size, LastModified }: S3Object,
  prefix: string,
  isEncoded: boolean,
): ListedObject => ({
  key: (isEncoded ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key).slice(prefix.length),
  etag: ETag ?? '',
  size: Size ?? 0,
  modified: LastModified?.getTime() ?? 0,
});

const conditionHeaders = (condition: WriteCondition | undefined) => {
  if (!condition) return {};
  return 'absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.match };
};
