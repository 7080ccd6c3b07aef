/** Functions on the platforms' own runtimes, started as late as they can be. */
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../../cli/local/process.ts';
import { reservePort } from '../../test/servers/ports.ts';
import { startLambda } from '../../test/servers/lambda.ts';
import { COMPATIBILITY_DATE, workerdProgram } from '../../test/servers/wrangler.ts';

export interface RunningFunction {
  /** Such as `http://127.0.0.1:34567`; it may not answer yet. */
  readonly url: string;
  readonly output: () => string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export interface Runtime {
  readonly name: string;
  /** The folder of its bundle, beside those of others. */
  readonly folder: string;
  readonly start: (folder: string, variables: Readonly<Record<string, string>>) => Promise<RunningFunction>;
}

export const RUNTIMES: readonly Runtime[] = [
  { name: 'Node', folder: 'node', start: startNode },
  { name: 'Lambda (aws-lambda-ric)', folder: 'lambda', start: startOnLambda },
  { name: 'Workers (workerd)', folder: 'worker', start: startWorkerd },
];

async function startNode(folder: string, variables: Readonly<Record<string, string>>): Promise<RunningFunction> {
  const port = await reservePort();
  const env = { ...process.env, ...variables, HOST: '127.0.0.1', PORT: String(port) };
  const { pid, stop, recentOutput } = await startProcess({
    command: process.execPath,
    args: [join(folder, 'index.mjs')],
    env,
  });
  return { url: `http://127.0.0.1:${port}`, output: recentOutput, pid, stop };
}

function startOnLambda(folder: string, environment: Readonly<Record<string, string>>): Promise<RunningFunction> {
  return startLambda({ folder, handler: 'index.handler', environment });
}

/** Without its emulator, which takes longer to start than the runtime does. */
async function startWorkerd(folder: string, variables: Readonly<Record<string, string>>): Promise<RunningFunction> {
  const program = await workerdProgram();
  const work = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  const port = await reservePort();
  const modules = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.mjs'));
  for (const name of modules) await cp(join(folder, name), join(work, name), { recursive: true });
  await writeFile(join(work, 'config.capnp'), workerdConfig(modules, port, variables));
  const worker = await startProcess({ command: program, args: ['serve', 'config.capnp'], cwd: work });
  return {
    url: `http://127.0.0.1:${port}`,
    output: worker.recentOutput,
    pid: worker.pid,
    async stop() {
      await worker.stop();
      await rm(work, { recursive: true, force: true });
    },
  };
}

/** Source: https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp */
const workerdConfig = (
  modules: readonly string[],
  port: number,
  variables: Readonly<Record<string, string>>,
): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [${modules
    .toSorted((a) => (a === 'index.mjs' ? -1 : 1)) // The first one is the Worker.
    .map((name) => `(name = "${name}", esModule = embed "${name}")`)
    .join(', ')}],
  compatibilityDate = "${COMPATIBILITY_DATE}",
  bindings = [${Object.entries(variables)
    .map(([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`)
    .join(', ')}],
);
`;
