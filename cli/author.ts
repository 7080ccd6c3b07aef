/** Who publishes, if the command line does not say so. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { failedWith } from './failure.ts';
import type { Host } from './host.ts';

/** `Ann Example <ann@example.com>` as git knows it here; else the name of the account; else `unknown`. */
export async function defaultAuthor(host: Host): Promise<string> {
  const name = await gitSetting('user.name', host);
  const email = await gitSetting('user.email', host);
  const account = host.env['USER'] ?? host.env['LOGNAME'] ?? 'unknown';
  if (name === undefined) return email ?? account;
  return email === undefined ? name : `${name} <${email}>`;
}

/** Git exits with 1 where a setting is not made. */
async function gitSetting(name: string, { cwd, env }: Host): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', '--get', name], { cwd, env: { ...env } });
    return stdout.trim() || undefined;
  } catch (error) {
    if (failedWith(error, 'ENOENT') || (error instanceof Error && 'code' in error && typeof error.code === 'number')) {
      return undefined;
    }
    throw error;
  }
}
