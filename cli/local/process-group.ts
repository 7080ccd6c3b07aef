import { spawn } from 'node:child_process';

/** Sends a signal to every process of a group; a group that has ended is left in peace. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    // macOS says EPERM of a group whose last process has exited and is not yet waited for.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/**
 * A shell that waits for a line on its standard input. The end of the input without a line means that this process
 * is gone, so it ends the group: SIGTERM, and SIGKILL to what is left two seconds later.
 */
const GUARD = `
read -r released && exit 0
kill -s TERM -- "-$1" 2>/dev/null
for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  kill -s 0 -- "-$1" 2>/dev/null || exit 0
  sleep 0.1
done
kill -s KILL -- "-$1" 2>/dev/null
`;

/**
 * Makes a process group end when this process ends: by return, exception, signal, or SIGKILL, which no handler
 * inside this process would see. It works by a small guard process, because the kernel closes our end of its input
 * however we end.
 *
 * @returns A function that dismisses the guard, for when the group has ended.
 */
export function guardGroup(group: number): () => void {
  const guard = spawn('sh', ['-c', GUARD, 'guard', String(group)], {
    // In a session of its own: Ctrl-C in the terminal must not end the guard before its group.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  const fail = (error: Error): void => {
    // Without a guard the group might stay behind; the caller could not repair that, a person should know it.
    process.emitWarning(`process group ${group} is not guarded: ${error.message}`);
  };
  guard.once('error', fail);
  guard.stdin.on('error', fail);
  return () => void guard.stdin.end('released\n');
}
