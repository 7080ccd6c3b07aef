/** AWS as moto plays it: its Secrets Manager, with signatures and permissions checked. Installed once from PyPI. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { startProcess } from '../../cli/local/process.ts';
import { installed, run } from './installed.ts';
import { reservePort } from './ports.ts';

const VERSION = '5.2.5';
const REGION = 'eu-west-1';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Moto {
  readonly endpoint: string;
  readonly region: string;
  /** Of a user that may do anything with secrets. */
  readonly credentials: AwsCredentials;
  /** Makes a user that may do some things only, such as `secretsmanager:GetSecretValue`. */
  readonly user: (actions: readonly string[]) => Promise<AwsCredentials>;
  /** Its Secrets Manager, with all permissions. */
  readonly secrets: SecretsManager;
  readonly stop: () => Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  const port = await reservePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const { stop } = await startProcess({
    command: 'python3',
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    // From the beginning, permissions are checked.
    env: { ...process.env, PYTHONPATH: await installMoto(), INITIAL_NO_AUTH_ACTION_COUNT: '0' },
  });
  await untilItAnswers(endpoint);
  const first = await makeUser(endpoint, ['secretsmanager:*']);
  const secrets = new SecretsManager({ region: REGION, endpoint, credentials: first });
  return {
    endpoint,
    region: REGION,
    credentials: first,
    user: (actions) => makeUser(endpoint, actions),
    secrets,
    stop: async () => {
      secrets.destroy();
      await stop();
    },
  };
}

async function installMoto(): Promise<string> {
  const folder = await installed({
    name: 'moto',
    version: VERSION,
    cost: '140 MB, up to a minute',
    install: (work) =>
      run('python3', [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', join(work, 'packages')],
        ...[`moto[secretsmanager]==${VERSION}`, 'flask==3.1.3', 'flask-cors==6.0.5'],
      ]),
  });
  return join(folder, 'packages');
}

async function untilItAnswers(endpoint: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await fetch(`${endpoint}/moto-api/`);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

let users = 0;

async function makeUser(endpoint: string, actions: readonly string[]): Promise<AwsCredentials> {
  const UserName = `user-${++users}`;
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
  const policy = { PolicyName: 'p', PolicyDocument: JSON.stringify(document) };
  // So many calls may come from anybody.
  await fetch(`${endpoint}/moto-api/reset-auth`, { method: 'POST', body: '3' });
  await askIam(endpoint, { Action: 'CreateUser', UserName });
  await askIam(endpoint, { Action: 'PutUserPolicy', UserName, ...policy });
  const made = await askIam(endpoint, { Action: 'CreateAccessKey', UserName });
  const field = (name: string): string => new RegExp(`<${name}>(.*?)<`).exec(made)?.[1] ?? '';
  return { accessKeyId: field('AccessKeyId'), secretAccessKey: field('SecretAccessKey') };
}

/** By the query protocol, since one client more would be much for three calls. */
async function askIam(endpoint: string, query: Readonly<Record<string, string>>): Promise<string> {
  const scope = 'Credential=anybody/20260101/us-east-1/iam/aws4_request';
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0` },
    body: new URLSearchParams({ Version: '2010-05-08', ...query }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`moto answers ${response.status} to ${query['Action'] ?? ''}: ${text}`);
  return text;
}
