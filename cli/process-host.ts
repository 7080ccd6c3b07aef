/** The world as a process has it. */
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Colour, Host } from './host.ts';

export function createHost(process: NodeJS.Process): Host {
  const { stdin, stdout, stderr, env } = process;
  const interrupted = new AbortController();
  return {
    cwd: process.cwd(),
    env,
    readInput: () => text(stdin),
    ask: (question) => (stdin.isTTY && stderr.isTTY ? ask(question, process) : Promise.resolve(undefined)),
    out: (words) => void stdout.write(words),
    err: (words) => void stderr.write(words),
    colour: { out: colourOf(stdout, env), err: colourOf(stderr, env) },
    get interrupted() {
      listen(process, interrupted);
      return interrupted.signal;
    },
  };
}

const listening = new WeakSet<AbortController>();

/**
 * Only a command that looks at the signal takes the ending of the process into its own hands; a second signal ends it at
 * once. Until then the system's default holds.
 */
function listen(process: NodeJS.Process, controller: AbortController): void {
  if (listening.has(controller)) return;
  listening.add(controller);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => controller.abort());
}

async function ask(question: string, { stdin, stderr }: NodeJS.Process): Promise<string | undefined> {
  const reader = createInterface({ input: stdin, output: stderr });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** Sources: https://no-color.org and Node's own `FORCE_COLOR`. */
function colourOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Colour {
  if (env['NO_COLOR']) return 'never';
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] === '0' ? 'never' : 'always';
  return stream.isTTY && env['TERM'] !== 'dumb' ? 'always' : 'never';
}
