import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readState } from './envoy-admin.ts';
import { poll } from './poll.ts';
import { startProcess } from './process.ts';
import type { RunningProcess } from './process.ts';

export interface StartEnvoyOptions {
  /** Path of the binary, as `findEnvoy` returns it. */
  readonly binary: string;
  /**
   * Path of a bootstrap file, or the bootstrap itself as a ProtoJSON object. It needs an `admin` address,
   * on 127.0.0.1 or all addresses; port 0 lets Envoy choose.
   */
  readonly bootstrap: string | object;
  /** Overrides `node.id` of the bootstrap. */
  readonly nodeId?: string;
  /** Overrides `node.cluster` of the bootstrap. */
  readonly nodeCluster?: string;
  /** Number of worker threads. Default: 1, since many Envoys may share a machine. */
  readonly concurrency?: number;
  /** Default: `warning`. */
  readonly logLevel?: 'trace' | 'debug' | 'info' | 'warning' | 'error' | 'critical' | 'off';
  /** Further command-line options, such as `--drain-time-s 1`. */
  readonly args?: readonly string[];
  readonly onLine?: (line: string) => void;
  /**
   * When the promise resolves: `live` once Envoy takes traffic, which over xDS means that its first configuration
   * has arrived; `admin` once the admin interface answers. Default: `live`.
   */
  readonly until?: 'live' | 'admin';
  /** Default: 30 seconds. */
  readonly timeoutMs?: number;
}

export interface RunningEnvoy extends RunningProcess {
  /** Port of the admin interface on 127.0.0.1. */
  readonly adminPort: number;
}

/**
 * Starts Envoy and resolves when it is up.
 *
 * @throws Error with Envoy's own last lines when it exits or is not up in time.
 */
export async function startEnvoy(options: StartEnvoyOptions): Promise<RunningEnvoy> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-envoy-'));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const adminFile = join(folder, 'admin');
    const bootstrap = await bootstrapFile(options.bootstrap, folder);
    const envoy = await startProcess({
      command: options.binary,
      args: [...commandLine(options), '--admin-address-path', adminFile, '--config-path', bootstrap],
      ...(options.onLine && { onLine: options.onLine }),
    });
    const adminPort = await untilUp(envoy, adminFile, options);
    const exited = envoy.exited.finally(removeFolder);
    const stop = async (): Promise<void> => {
      await envoy.stop();
      await exited;
    };
    return { ...envoy, adminPort, exited, stop };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

export interface Validation {
  readonly ok: boolean;
  /** What Envoy printed; on failure its reason is among the last lines. */
  readonly output: string;
}

/**
 * Asks Envoy whether it would start with this bootstrap (`--mode validate`): a path, or the bootstrap as a ProtoJSON
 * object. Envoy binds no port and connects to nothing.
 */
export async function validate(binary: string, bootstrap: string | object): Promise<Validation> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-validate-'));
  try {
    const lines: string[] = [];
    const envoy = await startProcess({
      command: binary,
      args: ['--mode', 'validate', '--log-level', 'warning', '--config-path', await bootstrapFile(bootstrap, folder)],
      onLine: (line) => lines.push(line),
    });
    const code = await envoy.exited;
    return { ok: code === 0, output: lines.join('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function commandLine(options: StartEnvoyOptions): string[] {
  const { nodeId, nodeCluster, concurrency = 1, logLevel = 'warning', args = [] } = options;
  return [
    // Hot restart would need a base id of its own for each Envoy and leave shared memory behind when it is killed.
    '--disable-hot-restart',
    '--concurrency',
    String(concurrency),
    '--log-level',
    logLevel,
    ...(nodeId === undefined ? [] : ['--service-node', nodeId]),
    ...(nodeCluster === undefined ? [] : ['--service-cluster', nodeCluster]),
    ...args,
  ];
}

async function bootstrapFile(bootstrap: string | object, folder: string): Promise<string> {
  if (typeof bootstrap === 'string') return bootstrap;
  const path = join(folder, 'bootstrap.json');
  await writeFile(path, JSON.stringify(bootstrap));
  return path;
}

async function untilUp(envoy: RunningProcess, adminFile: string, options: StartEnvoyOptions): Promise<number> {
  const { until = 'live', timeoutMs = 30_000 } = options;
  let hasExited = false;
  void envoy.exited.then(() => (hasExited = true));
  try {
    const outcome = await poll({ what: `that Envoy is ${until}`, timeoutMs }, async () => {
      if (hasExited) return 'exited' as const;
      const adminPort = await readAdminPort(adminFile);
      if (adminPort === undefined) return undefined;
      const state = await readState(adminPort);
      return until === 'admin' || state === 'LIVE' ? adminPort : undefined;
    });
    if (outcome === 'exited') throw new Error(`Envoy exited with code ${await envoy.exited}`);
    return outcome;
  } catch (cause) {
    await envoy.stop();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${reason}\n${envoy.recentOutput()}`, { cause });
  }
}

/** Envoy writes the address of its admin interface, such as `127.0.0.1:34567`, once it has bound it. */
async function readAdminPort(file: string): Promise<number | undefined> {
  try {
    const port = /:(\d+)\s*$/.exec(await readFile(file, 'utf8'))?.[1];
    return port === undefined ? undefined : Number(port);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
