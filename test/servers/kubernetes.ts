/**
 * A real Kubernetes API: kube-apiserver over etcd, both built once from their Go modules into the project's cache folder.
 *
 * Nothing else of Kubernetes runs: what controllers would write, tests write themselves.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import { makeFolder } from './folder.ts';
import { installed, run } from './installed.ts';
import { reservePort, reservePorts } from './ports.ts';

const VERSION = 'v1.36.3';

/** How long a cold build may take, for `beforeAll`: a quarter of an hour and more on two cores. */
export const KUBERNETES_INSTALLATION_MS = 40 * 60_000;

export interface Kubernetes {
  /** For example `https://127.0.0.1:40123`. */
  readonly server: string;
  /** Of somebody who may do anything. */
  readonly token: string;
  /** Who vouches for the server, PEM. */
  readonly certificateAuthority: string;
  /** The path of a file that says all that. */
  readonly kubeconfig: string;
  /** Sends JSON, and gives what comes back; a PATCH is a server-side apply. */
  readonly send: (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<Answer>;
  /** The API goes away; what it knows stays. */
  readonly stop: () => Promise<void>;
  /** It comes back on the same port. */
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Starts an empty cluster on free ports of 127.0.0.1, building it before if need be. */
export async function startKubernetes(): Promise<Kubernetes> {
  const binaries = await installKubernetes();
  const folder = await makeFolder();
  const port = await reservePort();
  const etcdPort = await reservePorts(2);
  const server = `https://127.0.0.1:${port}`;
  const token = randomUUID();
  await writeFiles(folder.path, server, token);

  const etcd = await startProcess({
    command: join(binaries, 'etcd'),
    args: etcdArguments(folder.path, etcdPort),
    ready: (line) => line.includes('ready to serve client requests'),
  });
  const certificate = join(folder.path, 'certificates/apiserver.crt');
  const startServer = async (): Promise<RunningProcess> => {
    const running = await startProcess({
      command: join(binaries, 'kube-apiserver'),
      args: serverArguments(folder.path, etcdPort, port),
      // Asked to end, it waits for requests that stand, and there is nothing to save.
      graceMs: 0,
    });
    await untilReady(running, server, token, certificate);
    return running;
  };
  let api = await startServer();
  const certificateAuthority = await readFile(certificate, 'utf8');
  return {
    server,
    token,
    certificateAuthority,
    kubeconfig: join(folder.path, 'kubeconfig'),
    send: (method, path, body) => send({ server, token, certificateAuthority }, method, path, body),
    stop: () => api.stop(),
    start: async () => {
      api = await startServer();
    },
    remove: async () => {
      await api.stop();
      await etcd.stop();
      await folder.remove();
    },
  };
}

/** EndpointSlices may not have loopback addresses: the first other one of this machine, if it has any. */
export function machineAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

/** Returns the folder of the programs. */
async function installKubernetes(): Promise<string> {
  return installed({
    name: 'kubernetes',
    version: VERSION,
    cost: '130 MB, up to half an hour of building',
    install: async (into) => {
      const source = join(into, 'source');
      await cp(join(import.meta.dirname, 'kubernetes'), source, { recursive: true });
      await build(source, join(into, 'etcd'), 'go.etcd.io/etcd/server/v3');
      await build(source, join(into, 'kube-apiserver'), 'k8s.io/kubernetes/cmd/kube-apiserver');
    },
  });
}

/** The main packages of dependencies, with the versions that go.sum pins. */
const build = (source: string, binary: string, packagePath: string): Promise<void> =>
  run('go', ['build', '-mod=readonly', '-trimpath', '-ldflags', `-s -w ${VERSION_FLAGS}`, '-o', binary, packagePath], {
    env: { CGO_ENABLED: '0' },
    cwd: source,
  });

/** Without them the server calls itself v0.0.0. */
const VERSION_FLAGS = [`gitVersion=${VERSION}`, 'gitMajor=1', `gitMinor=${VERSION.split('.')[1]}`]
  .map((flag) => `-X k8s.io/component-base/version.${flag}`)
  .join(' ');

async function writeFiles(folder: string, server: string, token: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(join(folder, 'accounts.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }));
  await writeFile(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters\n`);
  await mkdir(join(folder, 'certificates'));
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority': 'certificates/apiserver.crt' } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  };
  await writeFile(join(folder, 'kubeconfig'), JSON.stringify(config));
}

const etcdArguments = (folder: string, port: number): string[] => [
  ...['--data-dir', join(folder, 'etcd'), '--unsafe-no-fsync', '--logger', 'zap'],
  ...['--listen-client-urls', `http://127.0.0.1:${port}`, '--advertise-client-urls', `http://127.0.0.1:${port}`],
  ...['--listen-peer-urls', `http://127.0.0.1:${port + 1}`],
];

const serverArguments = (folder: string, etcdPort: number, port: number): string[] => [
  `--etcd-servers=http://127.0.0.1:${etcdPort}`,
  ...['--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${port}`],
  ...[`--cert-dir=${join(folder, 'certificates')}`, `--token-auth-file=${join(folder, 'tokens.csv')}`],
  `--service-account-key-file=${join(folder, 'accounts.key')}`,
  `--service-account-signing-key-file=${join(folder, 'accounts.key')}`,
  '--service-account-issuer=https://kubernetes.default.svc',
  ...['--authorization-mode=RBAC', '--service-cluster-ip-range=10.0.0.0/24'],
  ...['--disable-admission-plugins=ServiceAccount', '--endpoint-reconciler-type=none'],
];

const START_TIMEOUT_MS = 120_000;

async function untilReady(running: RunningProcess, server: string, token: string, certificate: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let hasExited = false;
  void running.exited.then(() => (hasExited = true));
  while (!(await isReady(server, token, certificate))) {
    if (hasExited || Date.now() > deadline) {
      await running.stop();
      throw new Error(`kube-apiserver did not start:\n${running.recentOutput()}`);
    }
    await sleep(50);
  }
}

async function isReady(server: string, token: string, certificate: string): Promise<boolean> {
  try {
    const certificateAuthority = await readFile(certificate, 'utf8');
    return (await send({ server, token, certificateAuthority }, 'GET', '/readyz')).status === 200;
  } catch {
    return false; // It does not listen yet.
  }
}

const CONTENT_TYPES = { PATCH: 'application/apply-patch+yaml' } as const;

function send(
  { server, token, certificateAuthority }: Pick<Kubernetes, 'server' | 'token' | 'certificateAuthority'>,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const contentType = method === 'PATCH' ? CONTENT_TYPES.PATCH : 'application/json';
  const headers = { authorization: `Bearer ${token}`, 'content-type': contentType };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server}${path}`,
      { method, headers, ca: certificateAuthority, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const isJson = response.headers['content-type']?.includes('json') ?? false;
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
