/** A real S3 server: versitygw, which is built once from its Go module into the project's cache folder. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { cacheFolder } from '../../cli/local/cache-folder.ts';
import { withLock } from '../../cli/local/lock.ts';
import { createClient } from '../../store/s3/client.ts';
import type { S3StoreOptions } from '../../store/s3.ts';
import { makeFolder } from './folder.ts';
import { reservePort } from './ports.ts';

const VERSION = 'v1.8.0';
const REGION = 'us-east-1';

/** How long a cold build may take, for `beforeAll`; two idle cores need a minute. */
export const INSTALL_TIMEOUT_MS = 10 * 60_000;
const START_TIMEOUT_MS = 20_000;

export interface S3Server {
  /** For example `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** What opens a store in a bucket of this server. */
  readonly storeOptions: (bucket: string) => S3StoreOptions;
  /** Makes an empty bucket and returns its name. */
  readonly createBucket: () => Promise<string>;
  /** Ends the process; the objects stay. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same port with the same objects. */
  readonly start: () => Promise<void>;
  /** Ends the process and removes the objects. */
  readonly remove: () => Promise<void>;
}

export interface S3ServerOptions {
  /** Is told of each object that is written or removed, by POST of what S3 sends. */
  readonly webhook?: string;
  /** A file that has a line of each request, as server access logs of S3 have it. */
  readonly accessLog?: string;
  /** Who asks whom what users may do; otherwise there are none but the first. */
  readonly iam?: { readonly socket: string; readonly credentials: S3Server['credentials'] };
}

/** Starts an empty server on a free port of 127.0.0.1, building it before if need be. */
export async function startS3Server(given: S3ServerOptions = {}): Promise<S3Server> {
  const binary = await installVersitygw();
  const folder = await makeFolder();
  const port = await reservePort();
  const credentials = given.iam?.credentials ?? { accessKeyId: 'test-key', secretAccessKey: randomUUID() };
  const endpoint = `http://127.0.0.1:${port}`;
  const options = { endpoint, region: REGION, pathStyle: true, credentials };
  for (const name of ['iam', 'data', 'metadata']) await mkdir(join(folder.path, name));

  const run = () => startProcess(binary, serverArguments(port, folder.path, given), credentials, endpoint);
  let server = await run();
  const stop = () => endProcess(server);
  return {
    endpoint,
    region: REGION,
    credentials,
    storeOptions: (bucket) => ({ ...options, bucket }),
    createBucket: () => createBucket(options),
    stop,
    start: async () => {
      server = await run();
    },
    remove: async () => {
      await stop();
      await folder.remove();
    },
  };
}

/** Returns the path of the binary. Test files that ask at the same time build it once. */
export async function installVersitygw(): Promise<string> {
  const folder = join(await cacheFolder(), 'versitygw', VERSION);
  const binary = join(folder, 'versitygw');
  if (await exists(binary)) return binary;

  await mkdir(folder, { recursive: true });
  await withLock({ path: `${folder}.lock`, report: console.error }, async () => {
    if (await exists(binary)) return;
    console.error(`building versitygw ${VERSION} into ${folder} (61 MB, one or two minutes, once)`);
    await buildInto(folder);
  });
  return binary;
}

async function buildInto(folder: string): Promise<void> {
  const environment = { ...process.env, GOBIN: folder, CGO_ENABLED: '0' };
  const module = `github.com/versity/versitygw/cmd/versitygw@${VERSION}`;
  try {
    // Outside of the project, so that no go.mod or go.work there has a say.
    await promisify(execFile)('go', ['install', module], { env: environment, cwd: folder });
  } catch (error) {
    throw new Error('The tests of the S3 store need versitygw, and building it failed; is Go 1.24 or later on PATH?', {
      cause: error,
    });
  }
}

function serverArguments(port: number, folder: string, { webhook, accessLog, iam }: S3ServerOptions): string[] {
  const listen = ['--port', `127.0.0.1:${port}`, '--region', REGION, '--quiet'];
  // Without an account store, a key id that nobody has is answered by 404 instead of 403.
  const accounts = iam ? ['--iam-standalone-endpoint', iam.socket] : ['--iam-dir', join(folder, 'iam')];
  const events = webhook === undefined ? [] : ['--event-webhook-url', webhook];
  const log = accessLog === undefined ? [] : ['--access-log', accessLog];
  return [...listen, ...accounts, ...events, ...log, 'posix', join(folder, 'data')];
}

async function startProcess(
  binary: string,
  options: readonly string[],
  credentials: S3Server['credentials'],
  endpoint: string,
): Promise<ChildProcess> {
  const environment = {
    ...process.env,
    ROOT_ACCESS_KEY: credentials.accessKeyId,
    ROOT_SECRET_KEY: credentials.secretAccessKey,
  };
  const server = spawn(binary, options, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  process.once('exit', () => server.kill('SIGKILL')); // Also where a test run is broken off.
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(endpoint))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await endProcess(server);
      throw new Error(`versitygw did not start:\n${output}`);
    }
    await sleep(20);
  }
  return server;
}

async function endProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGKILL'); // There is nothing to save, and a graceful end waits for idle connections.
  await exited;
}

async function createBucket(options: Omit<S3StoreOptions, 'bucket'>): Promise<string> {
  const bucket = `bucket-${randomUUID().slice(0, 13)}`;
  const client = createClient({ ...options, bucket });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  return bucket;
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint); // Any status will do: it listens.
    return true;
  } catch {
    return false; // Not yet.
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false; // It has to be built.
  }
}
