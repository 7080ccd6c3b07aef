/** Schemathesis, which sends an API what its OpenAPI description allows and what it does not. */
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { delimiter } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from './folder.ts';
import { installed, run } from './installed.ts';

const VERSION = '4.32.5';

export interface SchemathesisRun {
  /** The address of the description. */
  readonly url: string;
  /** A folder with `schemathesis.toml` and `hooks.py`. */
  readonly settings: string;
  readonly args: readonly string[];
  /** What `hooks.py` is told. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs it to its end; throws with what it says if a check fails. */
export async function runSchemathesis({ url, settings, args, env: told }: SchemathesisRun): Promise<string> {
  const packages = await installSchemathesis();
  const folder = await makeFolder();
  try {
    await cp(settings, folder.path, { recursive: true });
    const options = ['-m', 'schemathesis.cli', '--config-file', 'schemathesis.toml', 'run', url, '--no-color', ...args];
    const path = [packages, folder.path].join(delimiter);
    const env = { ...process.env, PYTHONPATH: path, SCHEMATHESIS_HOOKS: 'hooks', ...told };
    const { stdout } = await promisify(execFile)('python3', options, {
      cwd: folder.path,
      env,
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: unknown) => {
      const said = typeof error === 'object' && error && 'stdout' in error ? String(error.stdout) : '';
      throw new Error(`Schemathesis found something:\n${said}`, { cause: error });
    });
    return stdout;
  } finally {
    await folder.remove();
  }
}

/** The folder of its Python packages. */
const installSchemathesis = (): Promise<string> =>
  installed({
    name: 'schemathesis',
    version: VERSION,
    cost: '60 MB',
    install: async (work) => {
      const options = ['--quiet', '--disable-pip-version-check', '--target', work];
      await run('python3', ['-m', 'pip', 'install', ...options, `schemathesis==${VERSION}`]);
    },
  });
