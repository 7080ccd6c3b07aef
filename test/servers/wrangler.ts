/** Cloudflare's own tools: wrangler, and with it the Workers runtime (workerd) and its emulator (miniflare). */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installed, run } from './installed.ts';

/** The newest that runs on Node.js 20. */
const VERSION = '4.86.0';
/** Not after the runtime's own date. */
export const COMPATIBILITY_DATE = '2026-04-01';

/** The folder that its packages are in. It comes from the cache, so that nobody installs it who does not run the tests. */
const installWrangler = (): Promise<string> =>
  installed({
    name: 'wrangler',
    version: VERSION,
    cost: '195 MB, half a minute',
    install: (work) =>
      run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', work, `wrangler@${VERSION}`], {
        cwd: work,
      }),
  });

/** The path of miniflare's module. */
export const miniflareModule = async (): Promise<string> => resolver(await installWrangler()).resolve('miniflare');

/** The Workers runtime itself, without anything of Node. */
export async function workerdProgram(): Promise<string> {
  const workerd: { readonly default: string } = resolver(await installWrangler())('workerd');
  return workerd.default;
}

const resolver = (folder: string): NodeJS.Require => createRequire(join(folder, 'package.json'));

/** The program that people deploy Workers with. */
export const wranglerProgram = async (): Promise<string> =>
  join(await installWrangler(), 'node_modules/wrangler/bin/wrangler.js');
