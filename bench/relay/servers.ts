/** The two servers under load: each starts with a configuration, and changes a part of it when it is told to. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { publish } from '../../store/publish.ts';
import type { Store } from '../../store/store.ts';
import { bundles, GATEWAY, NODE_CLUSTER } from './resources.ts';

export interface ServerAddresses {
  readonly ads: string;
  readonly admin: string;
}

export interface ServerUnderLoad {
  /** Where Envoys connect. */
  readonly address: string;
  readonly pid: number;
  /** `POST` it for a change; it answers when the change is on its way. */
  readonly trigger: string;
  /** How long each change took to be published, in milliseconds; empty where there is no such step. */
  readonly publishing: readonly number[];
  readonly stop: () => Promise<void>;
}

/** How many resources a change changes. */
export const CHANGING = 10;

export async function startPeer(binary: string, clusters: number): Promise<ServerUnderLoad> {
  const { process: child, addresses } = await startServer(binary, ['-n', String(clusters), '-cluster', NODE_CLUSTER]);
  return {
    address: addresses.ads,
    pid: child.pid,
    trigger: `http://${addresses.admin}/change?k=${CHANGING}`,
    publishing: [],
    stop: child.stop,
  };
}

/**
 * A relay and, in this process, its publisher: a change is a publication and a notice of it.
 *
 * @param changes how many there will be at the most; their bundles are packed beforehand
 */
export async function startRelayServer(script: string, clusters: number, changes: number): Promise<ServerUnderLoad> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  const store = createDirectoryStore(folder);
  const versions = bundles(clusters, CHANGING);
  await publishNext(store, versions.next().value);
  const prepared = Array.from({ length: changes }, () => versions.next().value);
  const { process: child, addresses } = await startServer(process.execPath, [script, folder]);
  await untilReady(addresses.admin);
  const publishing: number[] = [];
  const trigger = await serveTrigger(async () => {
    const start = performance.now();
    await publishNext(store, prepared.shift());
    publishing.push(performance.now() - start);
    await fetch(`http://${addresses.admin}/notify`, { method: 'POST', body: JSON.stringify({ gateway: GATEWAY }) });
  });
  return {
    address: addresses.ads,
    pid: child.pid,
    trigger: trigger.url,
    publishing,
    stop: async () => {
      trigger.server.close();
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function publishNext(store: Store, bundle: Bundle | undefined): Promise<void> {
  if (!bundle) throw new Error('there was one change more than was said');
  const info = { author: 'bench', message: 'change', time: '2026-01-01T00:00:00Z' };
  const { status } = await publish(store, bundle, info);
  if (status !== 'published') throw new Error(`the bundle was not published: ${status}`);
}

/** Starts a process whose first line tells its addresses. */
async function startServer(
  command: string,
  args: readonly string[],
): Promise<{ readonly process: RunningProcess; readonly addresses: ServerAddresses }> {
  let first: string | undefined;
  const onLine = (line: string): void => {
    if (first === undefined) first = line;
    else console.error(line);
  };
  const child = await startProcess({ command, args, onLine, ready: (line) => line.startsWith('{') });
  return { process: child, addresses: JSON.parse(first ?? '') as ServerAddresses };
}

async function untilReady(admin: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { ok } = await fetch(`http://${admin}/readyz`);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the relay has not become ready within 30 seconds');
}

/** An HTTP server that does something for each request, and answers when it is done. */
async function serveTrigger(work: () => Promise<void>): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_, response) => {
    work().then(
      () => response.end(),
      (error: unknown) => {
        console.error(error);
        response.statusCode = 500;
        response.end();
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the trigger listens on no port');
  return { server, url: `http://127.0.0.1:${address.port}/` };
}
