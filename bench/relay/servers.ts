/** The two servers under load: each starts with a configuration, and changes a part of it when it is told to. */
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { publish } from '../../store/publish.ts';
import type { Store } from '../../store/store.ts';
import { serveControl, type Control } from './control.ts';
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
  /** `POST` it for another server in place of this one; it answers with its `Address` and `Pid` when that is ready. */
  readonly restart: string;
  /** `POST` it to have the heap measured, where there is one. */
  readonly pause: string;
  /** How long each change took to be published, in milliseconds; empty where there is no such step. */
  readonly publishing: readonly number[];
  /** Megabytes of the heap after a collection, for each pause; empty where there is no heap to be seen. */
  readonly heaps: readonly number[];
  readonly stop: () => Promise<void>;
}

/** How many resources a change changes. */
export const CHANGING = 10;

export async function startPeer(binary: string, clusters: number): Promise<ServerUnderLoad> {
  const start = () => startServer(binary, ['-n', String(clusters), '-cluster', NODE_CLUSTER]);
  let running = await start();
  const restart = async () => {
    running = await replace(running, start);
    return successorOf(running);
  };
  const control = await serveControl(
    new Map<string, () => Promise<unknown>>([
      ['restart', restart],
      ['pause', () => Promise.resolve()],
    ]),
  );
  return {
    ...underLoad(running, control),
    trigger: `http://${running.addresses.admin}/change?k=${CHANGING}`,
    publishing: [],
    heaps: [],
    stop: async () => {
      control.close();
      await running.process.stop();
    },
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
  const start = async (): Promise<RunningServer> => {
    const server = await startServer(process.execPath, ['--expose-gc', script, folder]);
    await untilReady(server.addresses.admin);
    return server;
  };
  let running = await start();
  const publishing: number[] = [];
  const heaps: number[] = [];
  const change = async (): Promise<void> => {
    const began = performance.now();
    await publishNext(store, prepared.shift());
    publishing.push(performance.now() - began);
    const body = JSON.stringify({ gateway: GATEWAY });
    await fetch(`http://${running.addresses.admin}/notify`, { method: 'POST', body });
  };
  const restart = async () => {
    running = await replace(running, start);
    return successorOf(running);
  };
  const control = await serveControl(
    new Map<string, () => Promise<unknown>>([
      ['change', change],
      ['restart', restart],
      ['pause', async () => heaps.push(await measureHeap(running))],
    ]),
  );
  return {
    ...underLoad(running, control),
    trigger: control.url('change'),
    publishing,
    heaps,
    stop: async () => {
      control.close();
      await running.process.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface RunningServer {
  readonly process: RunningProcess;
  readonly addresses: ServerAddresses;
  /** The next line that it writes. */
  readonly nextLine: () => Promise<string>;
}

const underLoad = ({ process: { pid }, addresses }: RunningServer, control: Control) => ({
  address: addresses.ads,
  pid,
  restart: control.url('restart'),
  pause: control.url('pause'),
});

async function replace(running: RunningServer, start: () => Promise<RunningServer>): Promise<RunningServer> {
  await running.process.stop();
  return start();
}

const successorOf = ({ process: { pid }, addresses }: RunningServer) => ({ Address: addresses.ads, Pid: pid });

/** The script collects its garbage at this signal, and writes what is left, in bytes. */
async function measureHeap(server: RunningServer): Promise<number> {
  const line = server.nextLine();
  process.kill(server.process.pid, 'SIGUSR2');
  return Number(await line) / 1e6;
}

async function publishNext(store: Store, bundle: Bundle | undefined): Promise<void> {
  if (!bundle) throw new Error('there was one change more than was said');
  const info = { author: 'bench', message: 'change', time: '2026-01-01T00:00:00Z' };
  const { status } = await publish(store, bundle, info);
  if (status !== 'published') throw new Error(`the bundle was not published: ${status}`);
}

/** Starts a process whose first line tells its addresses. */
async function startServer(command: string, args: readonly string[]): Promise<RunningServer> {
  const lines = new EventEmitter();
  let first: string | undefined;
  const onLine = (line: string): void => {
    if (first === undefined) first = line;
    else if (!lines.emit('line', line)) console.error(line);
  };
  const child = await startProcess({ command, args, onLine, ready: (line) => line.startsWith('{') });
  return {
    process: child,
    addresses: JSON.parse(first ?? '') as ServerAddresses,
    nextLine: () => once(lines, 'line').then(String),
  };
}

async function untilReady(admin: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { ok } = await fetch(`http://${admin}/readyz`);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the relay has not become ready within 30 seconds');
}
