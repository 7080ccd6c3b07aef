/** Users of an S3 server who may do only what a policy says, and what each has done. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { AwsClient } from 'aws4fetch';
import { createClient } from '../../store/s3/client.ts';
import type { S3Server } from './versitygw.ts';

export interface S3User {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A statement of a policy, which does not say whom it is for. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

/** Makes a user who may do nothing yet. */
export async function createUser(server: S3Server, name: string): Promise<S3User> {
  const user = { accessKeyId: name, secretAccessKey: randomUUID() };
  const client = new AwsClient({ ...server.credentials, region: server.region, service: 's3', retries: 0 });
  const body = `<Account><Access>${name}</Access><Secret>${user.secretAccessKey}</Secret><Role>user</Role></Account>`;
  const answer = await client.fetch(`${server.endpoint}/create-user`, { method: 'PATCH', body });
  if (!answer.ok) throw new Error(`the user is not made: ${answer.status} ${await answer.text()}`);
  return user;
}

/** Lets users do in a bucket what their statements say, and nothing else. */
export async function allow(
  server: S3Server,
  bucket: string,
  permissions: readonly { readonly user: S3User; readonly statements: readonly Statement[] }[],
): Promise<void> {
  const Statement = permissions.flatMap(({ user, statements }) =>
    statements.map((statement) => ({ ...statement, Principal: { AWS: [user.accessKeyId] } })),
  );
  const client = createClient(server.storeOptions(bucket));
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
  client.destroy();
}

export interface LoggedRequest {
  /** The access key of whoever has asked. */
  readonly user: string;
  readonly bucket: string;
  /** Such as `GetObject`. */
  readonly operation: string;
  /** Of an object; of a list, the prefix. */
  readonly key: string;
  readonly status: number;
}

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html */
export async function readAccessLog(path: string): Promise<readonly LoggedRequest[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const fields = /^\S+ (\S+) \[[^\]]*\] \S+ (\S+) \S+ (\S+) (\S+) (\S+) (\d+) /.exec(line);
    if (!fields) return [];
    const [, bucket = '', user = '', operation = '', object = '', address = '', status] = fields;
    const prefix = new URL(address, 'http://localhost').searchParams.get('prefix');
    return [{ user, bucket, operation: operation.replace(/^s3_/, ''), key: prefix ?? object, status: Number(status) }];
  });
}
