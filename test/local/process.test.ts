import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { signalGroup } from '../../cli/local/process-group.ts';
import { startProcess } from '../../cli/local/process.ts';
import type { StartProcessOptions } from '../../cli/local/process.ts';

const start = async (options: StartProcessOptions) => {
  const running = await startProcess(options);
  onTestFinished(() => running.stop());
  return running;
};

const shell = (script: string, options: Partial<StartProcessOptions> = {}) =>
  start({ command: 'sh', args: ['-c', script], ...options });

describe('a process', () => {
  test('passes its output on by lines and reports its exit code', async () => {
    const lines: string[] = [];
    const { exited } = await shell('echo one; echo two >&2; printf three; exit 7', {
      onLine: (line) => lines.push(line),
    });

    expect(await exited).toBe(7);
    expect(lines.toSorted()).toEqual(['one', 'three', 'two']);
  });

  test('reports a signal as a shell does', async () => {
    const { exited } = await shell('kill -TERM $$');

    expect(await exited).toBe(128 + 15);
  });

  test('gets the environment and the folder that it is given', async () => {
    const lines: string[] = [];
    const env = { PATH: process.env['PATH'], COLOUR: 'blue' };
    const { exited } = await shell('echo $COLOUR $HOME; pwd', { env, cwd: '/', onLine: (line) => lines.push(line) });
    await exited;

    expect(lines).toEqual(['blue', '/']);
  });

  test('is awaited until a line says that it is ready', async () => {
    const lines: string[] = [];
    await shell('echo starting; echo ready; sleep 1000', {
      onLine: (line) => lines.push(line),
      ready: (line) => line === 'ready',
    });

    expect(lines).toEqual(['starting', 'ready']);
  });

  test('that exits before it is ready is an error with its last words', async () => {
    const failing = shell('echo no configuration; exit 3', { ready: () => false });

    await expect(failing).rejects.toThrow('sh exited with code 3:\nno configuration');
  });

  test('that is never ready is stopped', async () => {
    let group = 0;
    const never = shell('echo $$; sleep 1000', {
      onLine: (line) => (group = Number(line)),
      ready: () => false,
      readyTimeoutMs: 200,
    });

    await expect(never).rejects.toThrow('sh is not ready after 200 ms');
    await untilEnded(group);
  });

  test('that cannot be started is an error that names it', async () => {
    await expect(start({ command: '/no/such/program', args: [] })).rejects.toThrow(
      '/no/such/program cannot be started',
    );
  });
});

describe('a process group ends', { timeout: 30_000 }, () => {
  test('when it is stopped, stubborn descendants included', async () => {
    const { pid, stop } = await shell(`trap '' TERM; sh -c "trap '' TERM; sleep 1000" & sleep 1000`, { graceMs: 100 });
    await stop();

    await untilEnded(pid);
    await stop();
  });

  test('when its leader exits', async () => {
    const { pid, exited } = await shell('sleep 1000 & exit 0');
    await exited;

    await untilEnded(pid);
  });

  test.each(['exit', 'throw', 'stop'])('when its parent ends by %s', async (way) => {
    const { parent, group } = await startParent(way);
    await exit(parent);

    await untilEnded(group);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('when its parent dies of %s', async (signal) => {
    const { parent, group } = await startParent('wait');
    expect(isAlive(group)).toBe(true);
    parent.kill(signal);
    await exit(parent);

    await untilEnded(group);
  });
});

async function startParent(way: string): Promise<{ readonly parent: ChildProcess; readonly group: number }> {
  const script = fileURLToPath(new URL('parent.ts', import.meta.url));
  const parent = spawn(process.execPath, ['--import', 'tsx', script, way], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [output] = await once(parent.stdout, 'data');
  const group = Number(output);
  onTestFinished(() => signalGroup(group, 'SIGKILL'));
  return { parent, group };
}

async function exit(parent: ChildProcess): Promise<void> {
  if (parent.exitCode === null && parent.signalCode === null) await once(parent, 'exit');
}

const untilEnded = (group: number) =>
  poll({ what: `that group ${group} has ended` }, async () => (isAlive(group) ? undefined : 'ended'));

/** Whether the group has a process that still runs; one that only waits for its parent to notice its end does not. */
const isAlive = (group: number): boolean =>
  listProcesses().some((process) => process.group === group && !process.state.startsWith('Z'));

/** Small Linux images have /proc and no ps; macOS has it the other way round. */
function listProcesses(): { readonly group: number; readonly state: string }[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' }).trim().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/))
      .map(([group, state = '']) => ({ group: Number(group), state }));
  }
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readStat);
  // `pid (name) state parent group …`, where the name may hold spaces and parentheses.
  const fields = stats.map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '));
  return fields.map(([state = '', , group]) => ({ group: Number(group), state }));
}

function readStat(pid: string): string[] {
  try {
    return [readFileSync(`/proc/${pid}/stat`, 'utf8')];
  } catch {
    return []; // It ended since the folder was read.
  }
}
