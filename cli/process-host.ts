/** The world as a process has it. */
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Colour, Host } from './host.ts';

export function createHost(process: NodeJS.Process): Host {
  const { stdin, stdout, stderr, env } = process;
  const interrupted = new AbortController();
  const status = createStatusLine(process);
  return {
    cwd: process.cwd(),
    env,
    readInput: () => text(stdin),
    ask: (question) => (stdin.isTTY && stderr.isTTY ? ask(question, process) : Promise.resolve(undefined)),
    out: (words) => status.above(() => stdout.write(words)),
    err: (words) => status.above(() => stderr.write(words)),
    status: status.show,
    colour: { out: colourOf(stdout, env), err: colourOf(stderr, env) },
    get interrupted() {
      listen(process, interrupted);
      return interrupted.signal;
    },
  };
}

interface StatusLine {
  readonly show: Host['status'];
  /** Writes something that stays, and puts the line below it. */
  readonly above: (write: () => void) => void;
}

/** Erases in line, ECMA-48 section 8.3.41. */
const CLEAR = '\r\u001b[K';

function createStatusLine({ stderr, env }: NodeJS.Process): StatusLine {
  let shown: string | undefined;
  const isTerminal = stderr.isTTY && env['TERM'] !== 'dumb';
  const draw = (line: string | undefined) => void (line !== undefined && stderr.write(`${CLEAR}${line}`));
  return {
    show(line) {
      if (!isTerminal || line === shown) return;
      if (line === undefined) stderr.write(CLEAR);
      draw(line?.slice(0, (stderr.columns || 80) - 1));
      shown = line;
    },
    above(write) {
      if (shown !== undefined) stderr.write(CLEAR);
      write();
      draw(shown);
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
  } catch (error) {
    // Ctrl-C and Ctrl-D are answers, too, of which neither is yes.
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    stderr.write('\n');
    return '';
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
