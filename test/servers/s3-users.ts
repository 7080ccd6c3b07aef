/**
 * An S3 server whose users may do only what their policies say: versitygw with its own IAM service beside it, which
 * evaluates policies as AWS does.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { startProcess } from '../../cli/local/process.ts';
import { makeFolder } from './folder.ts';
import { reservePort } from './ports.ts';
import { installVersitygw, startS3Server, type S3Server } from './versitygw.ts';

export interface S3User {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Of a policy. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
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

export interface S3ServerWithUsers extends S3Server {
  /** Makes a user who may do what these say, and nothing else. */
  readonly createUser: (statements: readonly Statement[]) => Promise<S3User>;
  /** What has been asked so far. */
  readonly requests: () => Promise<readonly LoggedRequest[]>;
}

export async function startS3WithUsers(): Promise<S3ServerWithUsers> {
  const folder = await makeFolder();
  const [socket, accessLog] = [join(folder.path, 'iam.socket'), join(folder.path, 'access.log')];
  const credentials = { accessKeyId: 'test-key', secretAccessKey: randomUUID() };
  const port = await reservePort();
  const iam = await startProcess({
    command: await installVersitygw(),
    args: ['--port', `127.0.0.1:${port}`, 'iam', '--dir', folder.path, '--private-ports', socket],
    env: { ...process.env, ROOT_ACCESS_KEY: credentials.accessKeyId, ROOT_SECRET_KEY: credentials.secretAccessKey },
    ready: (line) => line.includes(socket),
  });
  const server = await startS3Server({ accessLog, iam: { socket, credentials } });
  const client = new AwsClient({ ...credentials, region: server.region, service: 'iam', retries: 0 });
  const ask = async (query: Readonly<Record<string, string>>): Promise<string> => {
    const body = new URLSearchParams({ Version: '2010-05-08', ...query }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await client.fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${query['Action'] ?? ''}: ${answer.status} ${text}`);
    return text;
  };
  return {
    ...server,
    createUser: (statements) => createUser(ask, statements),
    requests: () => readAccessLog(accessLog),
    async remove() {
      await server.remove();
      await iam.stop();
      await folder.remove();
    },
  };
}

async function createUser(
  ask: (query: Readonly<Record<string, string>>) => Promise<string>,
  statements: readonly Statement[],
): Promise<S3User> {
  const UserName = randomUUID();
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  await ask({ Action: 'CreateUser', UserName });
  await ask({ Action: 'PutUserPolicy', UserName, PolicyName: 'policy', PolicyDocument });
  const made = await ask({ Action: 'CreateAccessKey', UserName });
  const field = (name: string): string => new RegExp(`<${name}>(.*?)<`).exec(made)?.[1] ?? '';
  return { accessKeyId: field('AccessKeyId'), secretAccessKey: field('SecretAccessKey') };
}

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html */
async function readAccessLog(path: string): Promise<readonly LoggedRequest[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const fields = /^\S+ (\S+) \[[^\]]*\] \S+ (\S+) \S+ s3_(\S+) (\S+) (\S+) (\d+) /.exec(line);
    if (!fields) return [];
    const [, bucket = '', user = '', operation = '', object = '', address = '', status] = fields;
    const prefix = new URL(address, 'http://localhost').searchParams.get('prefix');
    return [{ user, bucket, operation, key: prefix ?? object, status: Number(status) }];
  });
}
