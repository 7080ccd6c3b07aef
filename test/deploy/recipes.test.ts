/** The recipes for deployment, by the tools that deploy them, and held against what is deployed. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../functions/entry/settings.ts';
import { readModules } from '../../bench/functions/sizes.ts';
import { readAccessPolicy } from '../../functions/identity/access-policy.ts';
import { WORKSPACES, workspaceHeadKey } from '../../store/keys.ts';
import { bundleOf } from '../functions/entry/deployed.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { lintTemplate } from '../servers/sam.ts';
import { COMPATIBILITY_DATE, wranglerProgram } from '../servers/wrangler.ts';
import { TEMPLATE } from './template.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What of a key the events of a bucket are chosen by. */
const FILTER = [
  ['prefix', WORKSPACES],
  ['suffix', workspaceHeadKey('any').slice(`${WORKSPACES}any`.length)],
];

describe('on AWS', { timeout: INSTALLATION_MS }, () => {
  test("the template is valid by SAM's own tool", async () => {
    expect(await lintTemplate(TEMPLATE)).toBe('');
  });

  test('which finds mistakes', async () => {
    const broken = join(await temporaryFolder(), 'template.yaml');
    const text = await readFile(TEMPLATE, 'utf8');
    await writeFile(broken, text.replace('!GetAtt FailedCommitQueue.Arn', '!GetAtt FailedQueue.Arn'));
    expect(await lintTemplate(broken)).toContain("'FailedQueue' is not one of");
  });

  test('the bucket tells of heads of workspaces, and of nothing else', async () => {
    const text = await readFile(TEMPLATE, 'utf8');
    const filter = [...text.matchAll(/Name: (prefix|suffix), Value: (\S+) /g)].map(([, name, value]) => [name, value]);
    expect(filter).toEqual(FILTER);
  });

  test('functions are there, and know the variables', async () => {
    const text = await readFile(TEMPLATE, 'utf8');
    const handlers = [...text.matchAll(/Handler: index\.(\w+)/g)].map(([, name]) => name);
    const exported: object = await import(join(bundleOf('lambda'), 'index.mjs'));
    expect(handlers.toSorted()).toEqual(Object.keys(exported).toSorted());
    const names = new Set([...text.matchAll(/\bENROUTE_\w+/g)].map(([name]) => name));
    expect([...names].filter((name) => !Object.values<string>(VARIABLES).includes(name))).toEqual([]);
  });
});

const configurationOf = (bucket: 'r2' | 's3'): string =>
  fileURLToPath(new URL(`../../docs/deploy/workers/wrangler.${bucket}.jsonc`, import.meta.url));

describe('on Workers', { timeout: INSTALLATION_MS }, () => {
  test.each([
    ['r2', 'env.BUCKET (enroute)'],
    ['s3', 'env.ENROUTE_STORE ("s3://my-bucket?region=eu-west-1")'],
  ] as const)('wrangler would upload all modules, with %s', async (bucket, binding) => {
    const out = join(await temporaryFolder(), 'out');
    const { code, output } = await wrangler(
      ...['deploy', '--dry-run', '--config', configurationOf(bucket), '--outdir', out],
    );
    expect(code, output).toBe(0);
    expect(output).not.toContain('WARNING');
    expect(output).toContain(binding);
    const modules = await readModules(bundleOf('worker'));
    expect([...(await readModules(out)).keys()].toSorted()).toEqual([...modules.keys()].toSorted());
  });

  test.each(['r2', 's3'] as const)('%s: a date that the tests have, and a policy that can be read', async (bucket) => {
    const text = await readFile(configurationOf(bucket), 'utf8');
    expect(text).toContain(`"compatibility_date": "${COMPATIBILITY_DATE}"`);
    const [, policy = ''] = /"ENROUTE_ACCESS_POLICY": "(.*)"/.exec(text) ?? [];
    expect(readAccessPolicy({ path: 'access.yaml', text: policy })).toMatchObject({ value: {}, diagnostics: [] });
  });

  test('wrangler understands the commands of the page, and then asks who deploys', async () => {
    const page = await readFile(fileURLToPath(new URL('../../docs/deploy.md', import.meta.url)), 'utf8');
    const commands = [...page.matchAll(/^wrangler (.*)$/gm)].map(([, command = '']) => command);
    expect(commands).toHaveLength(6);
    const configuration = await readFile(configurationOf('r2'), 'utf8');
    for (const [, queue = ''] of page.matchAll(/^wrangler queues create (\S+)$/gm))
      expect(configuration).toContain(`"${queue}"`);
    expect(page).toContain(` ${FILTER.map(([name, value]) => `--${name} ${value}`).join(' ')}\n`);
    for (const command of commands)
      expect((await wrangler(...command.split(' '))).output, command).toContain('set a CLOUDFLARE_API_TOKEN');
    expect((await wrangler('queues', 'create', 'enroute-commits', '--nonsense')).output).toContain('Unknown argument');
  });
});

/** Nobody is logged in, so that nothing is deployed. */
async function wrangler(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const [program, home] = [await wranglerProgram(), await temporaryFolder()];
  const env = { PATH: process.env['PATH'], HOME: home, WRANGLER_SEND_METRICS: 'false', CI: 'true' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env, cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: `${stdout}${stderr}` }),
    );
    child.stdin?.end();
  });
}
