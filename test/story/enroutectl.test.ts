/**
 * The story once more, by the command line alone: from no context to Envoys that serve, with an identity provider that
 * believes programs and people, a relay and an Envoy for each of two gateways.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { enroutectl, folderWith, save, type Outcome, type Surroundings } from '../cli/enroutectl.ts';
import { deployToNode } from '../functions/entry/deployed.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { CLIENT, startOidcProvider, type OidcProvider } from '../servers/oidc.ts';
import { startUpstream, type Upstream } from '../servers/upstream.ts';
import { startS3Server, type S3Server } from '../servers/versitygw.ts';
import { GATEWAYS, gatewaysOf, SLOW, startStory } from './world.ts';

let provider: OidcProvider;
let s3: S3Server;
let backend: Upstream;
const envoys = useEnvoy();

beforeAll(async () => {
  [provider, s3, backend] = await Promise.all([startOidcProvider(), startS3Server(), startUpstream()]);
}, INSTALLATION_MS);
afterAll(async () => {
  await Promise.all([provider.stop(), s3.remove(), backend.stop()]);
});

test('an operator does all of it with enroutectl', async () => {
  const world = await startStory({
    s3,
    provider,
    envoys,
    deploy: (_, store) => deployToNode(provider, store, `  - { role: admin, claims: { sub: ${CLIENT.id} } }`),
  });
  const { shop, startEnvoy, url } = world;
  const gateways = gatewaysOf(world);
  const description = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: `http://127.0.0.1:${backend.port}` }],
    paths: { '/items': { get: { operationId: 'listItems', responses: { 200: { description: 'ok' } } } } },
  };
  const folder = await folderWith({
    'gateways/edge.yaml': stringify(gateways[0]),
    'gateways/more/internal.yaml': stringify(gateways[1]),
    'shop.openapi.yaml': stringify(description),
  });
  const env = { ENROUTE_CONFIG: join(folder, 'home/contexts.yaml'), CLIENT_SECRET: CLIENT.secret };
  const run = (args: readonly string[], more: Surroundings = {}): Promise<Outcome> =>
    enroutectl(args, { cwd: folder, ...more, env: { ...env, ...more.env } });
  const succeed = async (...args: readonly string[]): Promise<string> => {
    const { exit, out, err } = await run(args);
    expect(exit, `${args.join(' ')}: ${out}${err}`).toBe(0);
    return out;
  };

  // Who calls is proved by a program's own secret.
  const client = ['--issuer', provider.issuer, '--client-id', CLIENT.id, '--grant', 'clientCredentials'];
  await succeed('context', 'set', 'shop', '--url', url, ...client, '--client-secret-environment', 'CLIENT_SECRET');
  await succeed('login');

  // Folders, an API description and standard input become documents; each with its plan.
  expect(await run(['apply', '-f', 'gateways'])).toMatchObject({ exit: 5 });
  await succeed('apply', '-f', 'gateways', '--yes');
  const imported = [
    'import',
    'openapi',
    'shop.openapi.yaml',
    '--gateway',
    'edge',
    '--hostname',
    'shop.test',
    '--apply',
  ];
  await succeed(...imported, '--yes');
  const protect = `s/^  hostnames:/  filters: [{ type: local-rate-limit, requests: 3, per: 1h }]\\n  hostnames:/; s/- edge/- edge\\n    - internal/`;
  const edited = await run(['edit', 'virtualhost', 'shop', '--yes'], { env: { EDITOR: `sed -i.before '${protect}'` } });
  expect(edited).toMatchObject({ exit: 0, out: expect.stringContaining('spec.filters: added') });

  // Envoys get it, and are waited for.
  await succeed('publish', '--yes');
  for (const name of GATEWAYS) await startEnvoy(name);
  for (const name of GATEWAYS) {
    await succeed('wait', name, '--for=acked', '--timeout', '60');
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await shop(name)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  }
  await expect.poll(async () => (await run(['nodes'])).out, SLOW).toMatch(/^NODE .*\nedge-1 +[^]*\ninternal-1 +/);

  // A mistake is refused at its place in the file; what is right is rolled out, and followed.
  await save(join(folder, 'shop.yaml'), await succeed('get', 'virtualhost', 'shop', '-o', 'yaml'));
  const text = await readFile(join(folder, 'shop.yaml'), 'utf8');
  await save(join(folder, 'shop.yaml'), text.replace('hostnames:', 'hostname:'));
  const refused = await run(['apply', '-f', 'shop.yaml', '--yes']);
  expect(refused).toMatchObject({ exit: 1, err: expect.stringMatching(/^shop\.yaml:\d+:\d+ error\[/) });
  await save(join(folder, 'shop.yaml'), text.replace('requests: 3', 'requests: 5'));
  const end = new AbortController();
  onTestFinished(() => end.abort());
  let told = '';
  let following = (): void => {};
  const ready = new Promise<void>((resolve) => (following = resolve));
  const watching = run(['watch'], { interrupted: end.signal, onOutput: (line) => (told += line), onError: following });
  await ready;
  await succeed('apply', '-f', 'shop.yaml', '--publish', '--yes', '-m', 'more for everybody');
  for (const name of GATEWAYS) await succeed('rollout', 'status', name, '--wait');
  await expect.poll(() => told, SLOW).toMatch(/commit +revision 4 by service: more for everybody\n/);
  await expect.poll(() => told, SLOW).toMatch(/rollout +default\/internal revision 2 complete\n/);
  end.abort();
  expect((await watching).exit).toBe(0);
  const limited = async (name: (typeof GATEWAYS)[number]): Promise<readonly number[]> => {
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await shop(name)).status);
    return statuses;
  };
  expect(await limited('edge')).toEqual([200, 200, 200, 200, 200, 429]);

  // And back.
  await succeed('rollback', '3', '--publish', '--yes');
  for (const name of GATEWAYS) await succeed('wait', name, '--for', 'complete');
  expect(await limited('internal')).toEqual([200, 200, 200, 429, 429, 429]);
  expect(await succeed('history')).toMatch(/\n5 .* back to revision 3\n4 .* more for everybody\n/);
  expect(await succeed('history', 'edge')).toMatch(/\n3 .*\n2 .*\n1 /);
  expect(await run(['diff', '-f', 'gateways'])).toMatchObject({ exit: 0 });
}, 300_000);
