/**
 * Every command in the documentation runs. Each `sh` block of a page is run line by line, in order, in a folder that has
 * what the page speaks of; a line that cannot run inside of a test is listed here with the test that runs what it does.
 */
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './servers/folder.ts';

const ROOT = join(import.meta.dirname, '..');

/** Lines that need a terminal, a network or a day, and what stands for them. */
const RUN_ELSEWHERE = new Map([
  ['npm start', 'test/cli/up.test.ts'],
  ['npm test', 'this very run'],
  ['curl http://127.0.0.1:8080/hello', 'test/cli/up.test.ts'],
  ['enroutectl relay --store s3://my-bucket/enroute --listen 127.0.0.1:18000', 'test/cli/relay.test.ts'],
  ['enroutectl relay --store bucket/ --verify-key production.pub --cache cache/', 'test/cli/signing.test.ts'],
  ['npm pack', 'test/container.test.ts'],
  ['npm install --global --prefix ~/enroute enroute-0.1.0.tgz', 'test/container.test.ts'],
  ['~/enroute/bin/enroutectl relay --store s3://my-bucket/enroute --cache ~/enroute/cache', 'test/container.test.ts'],
  ['docker build --tag enroute .', 'test/container.test.ts'],
  [
    'docker run --publish 18000:18000 --volume ./tls:/tls:ro enroute relay --store s3://my-bucket/enroute --listen 0.0.0.0:18000 --tls-certificate /tls/relay.crt --tls-key /tls/relay.key --tls-client-authorities /tls/ca.crt --node-policy /tls/node-policy.yaml',
    'test/cli/certificates.test.ts',
  ],
  ['envoy -c bootstrap.json', 'test/traffic'],
  ['enroutectl api --store bucket/', 'test/cli/api.test.ts'],
  ['enroutectl login --context production', 'test/cli/remote/login.test.ts'],
  ['enroutectl whoami', 'test/cli/remote/whoami.test.ts'],
  ['enroutectl diff -f gateways/', 'test/cli/remote/documents.test.ts'],
  ['enroutectl apply -f gateways/ --publish', 'test/cli/remote/documents.test.ts'],
  ['enroutectl get routes', 'test/cli/remote/documents.test.ts'],
  ['enroutectl get routes -l team=shop -o yaml', 'test/cli/remote/documents.test.ts'],
  ['enroutectl edit virtualhost shop', 'test/cli/remote/documents.test.ts'],
  ['enroutectl delete upstream demo --cascade', 'test/cli/remote/documents.test.ts'],
  ['enroutectl export', 'test/cli/remote/documents.test.ts'],
  ['enroutectl publish --context local', 'test/cli/remote/fleet.test.ts'],
  ['enroutectl wait edge --for acked --timeout 60', 'test/cli/remote/fleet.test.ts'],
  ['enroutectl nodes --context local', 'test/cli/remote/fleet.test.ts'],
  ['enroutectl rollout status edge --context local', 'test/cli/remote/fleet.test.ts'],
  ['enroutectl history --context local', 'test/cli/remote/fleet.test.ts'],
  ['enroutectl rollback 12 --context local', 'test/cli/remote/fleet.test.ts'],
  ['enroutectl watch', 'test/cli/remote/fleet.test.ts'],
  ...[
    'sam validate --lint --template docs/deploy/aws/template.yaml',
    'sam deploy --guided --capabilities CAPABILITY_IAM --template docs/deploy/aws/template.yaml',
    'wrangler r2 bucket create enroute',
    'wrangler queues create enroute-commits',
    'wrangler queues create enroute-commits-failed',
    'wrangler r2 bucket notification create enroute --event-type object-create --queue enroute-commits --prefix workspaces/ --suffix /head.json',
    'wrangler deploy --config docs/deploy/workers/wrangler.r2.jsonc',
    'wrangler secret put ENROUTE_KEY_CI --config docs/deploy/workers/wrangler.r2.jsonc',
  ].map((command) => [command, 'test/deploy/recipes.test.ts'] as const),
]);

const commandsOf = (page: string): readonly string[] =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/deploy.md',
  'docs/import.md',
  'docs/relay.md',
  'docs/remote.md',
  'docs/rollouts.md',
].filter((page) => commandsOf(page).length > 0);

test('a test that stands for a command is there', () => {
  const tests = [...RUN_ELSEWHERE.values()].filter((path) => path.startsWith('test/'));
  expect(tests.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

describe.each(PAGES)('%s', (page) => {
  const commands = commandsOf(page);
  let folder: string;
  let remove = async (): Promise<void> => {};
  afterAll(() => remove());

  beforeAll(async () => {
    const made = await makeFolder();
    folder = made.path;
    remove = made.remove;
    cpSync(join(ROOT, 'docs/quick-start'), join(folder, 'gateways'), { recursive: true });
    cpSync(join(ROOT, 'docs'), join(folder, 'docs'), { recursive: true });
    mkdirSync(join(folder, 'bin'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const shim = join(folder, 'bin/enroutectl');
    writeFileSync(shim, `#!/bin/sh\nexec node '${join(ROOT, 'dist/cli/enroutectl.js')}' "$@"\n`);
    chmodSync(shim, 0o755);
  });

  test.each(commands)('%s', async (command) => {
    if (RUN_ELSEWHERE.has(command)) return;
    const { code, output } = await run(command, folder);
    expect(code, output).toBe(0);
  });
});

const run = (command: string, folder: string): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
      ENROUTE_CONFIG: join(folder, 'contexts.yaml'),
    };
    execFile('sh', ['-c', command], { cwd: folder, env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
    });
  });
