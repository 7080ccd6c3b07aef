/**
 * A real Consul agent with access control, built once from its Go module into the project's cache folder. It is the last
 * version of which all modules are published; what the relay asks has not changed since.
 */
import { cp, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { poll } from '../../cli/local/poll.ts';
import { startProcess } from '../../cli/local/process.ts';
import { makeFolder } from './folder.ts';
import { installed, run } from './installed.ts';
import { reservePort, reservePorts } from './ports.ts';

const VERSION = 'v1.12.9';

/** How long a cold build may take, for `beforeAll`. */
export const CONSUL_INSTALLATION_MS = 40 * 60_000;

export interface Consul {
  /** For example `http://127.0.0.1:40123`. */
  readonly address: string;
  /** Puts JSON, as somebody who may do anything, and gives the JSON that comes back, if any. */
  readonly put: (path: string, body?: unknown) => Promise<unknown>;
  /** A token of somebody who may read these services, and nothing else. */
  readonly tokenFor: (prefix: string) => Promise<string>;
  /** The agent goes away, and all that it knows. */
  readonly stop: () => Promise<void>;
  /** It comes back on the same port. */
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Starts an agent without services on free ports of 127.0.0.1, building it before if need be. */
export async function startConsul(): Promise<Consul> {
  const binary = join(await installConsul(), 'consul');
  const folder = await makeFolder();
  const port = await reservePort();
  const address = `http://127.0.0.1:${port}`;
  const token = randomUUID();
  const configuration = join(folder.path, 'agent.json');
  const tokens = { initial_management: token, agent: token };
  await writeFile(configuration, JSON.stringify({ acl: { enabled: true, default_policy: 'deny', tokens } }));
  const headers = { 'x-consul-token': token };
  const startAgent = async () => {
    const args = agentArguments(configuration, port, await reservePorts(2));
    const running = await startProcess({ command: binary, args, graceMs: 0, ready: isRunning });
    await poll({ what: 'that Consul has a leader', timeoutMs: 60_000 }, async () => {
      const answer = await fetch(`${address}/v1/health/service/consul`, { headers });
      return answer.ok && (await answer.text()) !== '[]' ? true : undefined;
    });
    return running;
  };
  const put = async (path: string, body?: unknown): Promise<unknown> => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${address}${path}`, { method: 'PUT', headers, ...content });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Consul answers ${answer.status} to ${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  let agent = await startAgent();
  return {
    address,
    put,
    async tokenFor(prefix) {
      const rules = `service_prefix "${prefix}" { policy = "read" }\nnode_prefix "" { policy = "read" }`;
      const name = randomUUID();
      await put('/v1/acl/policy', { Name: name, Rules: rules });
      const secret = randomUUID();
      await put('/v1/acl/token', { SecretID: secret, Policies: [{ Name: name }] });
      return secret;
    },
    stop: () => agent.stop(),
    start: async () => {
      agent = await startAgent();
    },
    remove: async () => {
      await agent.stop();
      await folder.remove();
    },
  };
}

const isRunning = (line: string): boolean => line.includes('Consul agent running!');

const agentArguments = (configuration: string, port: number, others: number): string[] => [
  ...['agent', '-dev', '-config-file', configuration, '-node', 'node-1', '-bind', '127.0.0.1'],
  ...['-http-port', `${port}`, '-server-port', `${others}`, '-serf-lan-port', `${others + 1}`],
  ...['-serf-wan-port', '-1', '-grpc-port', '-1', '-dns-port', '-1'],
];

/** Returns the folder of the program. */
async function installConsul(): Promise<string> {
  return installed({
    name: 'consul',
    version: VERSION,
    cost: '85 MB, up to a quarter of an hour of building',
    install: async (into) => {
      const source = join(into, 'source');
      await cp(join(import.meta.dirname, 'consul'), source, { recursive: true });
      const flags = ['-mod=readonly', '-trimpath', '-ldflags', '-s -w', '-o', join(into, 'consul')];
      await run('go', ['build', ...flags, 'github.com/hashicorp/consul'], { env: { CGO_ENABLED: '0' }, cwd: source });
    },
  });
}
