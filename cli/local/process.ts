/** Child processes that never outlive this process. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardGroup, signalGroup } from './process-group.ts';

export interface StartProcessOptions {
  /** A name looked up on PATH, or a path. */
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the process. Default: that of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Default: the working directory of this process. */
  readonly cwd?: string;
  /** Receives each line of standard output and standard error, in the order in which they arrive. */
  readonly onLine?: (line: string) => void;
  /** Says whether a line means that the process is ready. Default: it is ready once it runs. */
  readonly ready?: (line: string) => boolean;
  /** How long to wait for the line that says so. Default: 30 seconds. */
  readonly readyTimeoutMs?: number;
  /** How long `stop` leaves the process after SIGTERM before SIGKILL. Default: 5 seconds. */
  readonly graceMs?: number;
}

export interface RunningProcess {
  /** Also the id of the process group that the process leads. */
  readonly pid: number;
  /** The exit code; 128 plus the signal's number when a signal ended it, as a shell reports it. */
  readonly exited: Promise<number>;
  /** The last lines that the process wrote, for error messages. */
  readonly recentOutput: () => string;
  /** Ends the process and its group: SIGTERM, then SIGKILL after the grace period. May be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a process in a group of its own and resolves when it is ready.
 *
 * The group ends when the process exits, when `stop` is called, and when this process ends in whatever way
 * (see `guardGroup`). Descendants that leave the group are on their own.
 *
 * @throws Error when the command cannot be started, exits before it is ready, or is not ready in time; the message
 *   holds its last lines.
 */
export async function startProcess(options: StartProcessOptions): Promise<RunningProcess> {
  const { command, args, readyTimeoutMs = 30_000, graceMs = 5_000 } = options;
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.env && { env: options.env }),
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  const output = watchOutput(child, options);
  const exited = watchExit(child);
  const pid = await started(child, command);

  const stop = async (): Promise<void> => {
    signalGroup(pid, 'SIGTERM');
    const grace = new AbortController();
    const timer = sleep(graceMs, undefined, { signal: grace.signal }).then(
      () => signalGroup(pid, 'SIGKILL'),
      ignoreAbort,
    );
    await exited;
    grace.abort();
    await timer;
  };
  const running: RunningProcess = { pid, exited, recentOutput: output.recent, stop };
  if (options.ready) await untilReady(running, command, output.ready, readyTimeoutMs);
  return running;
}

const RECENT_LINES = 50;

function watchOutput(child: ChildProcess, { onLine, ready }: StartProcessOptions) {
  const lines: string[] = [];
  const isReady = new Promise<'ready'>((resolve) => {
    const receive = (line: string): void => {
      lines.push(line);
      if (lines.length > RECENT_LINES) lines.shift();
      onLine?.(line);
      if (ready?.(line)) resolve('ready');
    };
    for (const stream of outputs(child)) createInterface({ input: stream }).on('line', receive);
  });
  return { recent: () => lines.join('\n'), ready: isReady };
}

const outputs = (child: ChildProcess): Readable[] => [child.stdout, child.stderr].filter((stream) => stream !== null);

/** A descendant that left the group may hold the output open; after this time nobody waits for it. */
const OUTPUT_LINGERS_MS = 1_000;

/** Resolves when the process has exited and its output is read to the end. */
function watchExit(child: ChildProcess): Promise<number> {
  child.once('exit', () => {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    setTimeout(() => outputs(child).forEach((stream) => stream.destroy()), OUTPUT_LINGERS_MS).unref();
  });
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

async function started(child: ChildProcess, command: string): Promise<number> {
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new Error(`${command} cannot be started: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  if (child.pid === undefined) throw new Error(`${command} has started without a process id`);
  const release = guardGroup(child.pid);
  if (child.exitCode !== null || child.signalCode !== null) release();
  else child.once('exit', release);
  return child.pid;
}

async function untilReady(running: RunningProcess, command: string, ready: Promise<'ready'>, timeoutMs: number) {
  const waiting = new AbortController();
  const timeout = sleep(timeoutMs, 'timeout' as const, { signal: waiting.signal }).catch(ignoreAbort);
  const outcome = await Promise.race([ready, running.exited, timeout]);
  waiting.abort();
  if (outcome === 'ready') return;
  await running.stop();
  const what = outcome === 'timeout' ? `is not ready after ${timeoutMs} ms` : `exited with code ${String(outcome)}`;
  throw new Error(`${command} ${what}:\n${running.recentOutput()}`);
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
