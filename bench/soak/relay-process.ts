/** A relay of the soak, as a process that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { RelayStatus } from '../../relay/status.ts';
import type { ServerAddresses } from '../relay/servers.ts';

export interface RelayProcess {
  readonly ads: string;
  readonly status: () => Promise<RelayStatus>;
  /** After a collection. */
  readonly memory: () => Promise<{ readonly heapUsed: number; readonly rss: number }>;
  readonly kill: () => Promise<void>;
}

export interface Clock {
  /** What is imported so that the clock can jump. */
  readonly script: string;
  /** By how many milliseconds it is ahead. */
  readonly file: string;
}

export async function startRelayProcess(script: string, args: readonly string[], clock?: Clock): Promise<RelayProcess> {
  const imports = clock ? ['--import', pathToFileURL(clock.script).href] : [];
  const child = spawn(process.execPath, ['--expose-gc', ...imports, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(clock && { CLOCK_FILE: clock.file }) },
  });
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.removeListener('exit', orphaned));
  const lines = createInterface({ input: child.stdout });
  const { ads, admin }: ServerAddresses = JSON.parse(await nextLine(lines));
  return {
    ads,
    status: async () => (await fetch(`http://${admin}/status`)).json() as Promise<RelayStatus>,
    async memory() {
      const line = nextLine(lines);
      child.kill('SIGUSR2');
      return JSON.parse(await line);
    },
    kill: () => end(child),
  };
}

const nextLine = async (lines: Interface): Promise<string> => {
  const [line] = await once(lines, 'line');
  return String(line);
};

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
