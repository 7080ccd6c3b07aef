/** A relay as `enroutectl relay` runs it, a real Envoy on it, and what `enroutectl status` says of them. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { compile, type Bundle, type SourceFile } from '../../compiler/index.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { encode, TYPE_URL_PREFIX } from '../../compiler/xds/index.ts';
import { createDirectoryStore, publish } from '../../store/index.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { listen, reservePort } from '../servers/ports.ts';
import { edit, enroutectl, enroutectlJson, quickStart, succeed } from './enroutectl.ts';

const envoys = useEnvoy();

interface Scene {
  readonly cwd: string;
  readonly ads: string;
  readonly admin: string;
  /** Ends the relay, and gives its exit code. */
  readonly end: () => Promise<number>;
}

let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});

async function startScene(): Promise<Scene> {
  const cwd = await quickStart();
  await edit(join(cwd, 'gateways/gateway.yaml'), '8080', String(await reservePort()));
  await succeed(['publish', 'gateways', '--store', 'bucket'], { cwd });
  const [ads, admin] = [`127.0.0.1:${await reservePort()}`, `127.0.0.1:${await reservePort()}`];
  const interruption = new AbortController();
  const args = ['--store', 'bucket', '--listen', ads, '--admin-listen', admin, '--poll-interval', '50'];
  const relay = enroutectl(['relay', ...args, '--close-grace', '0', '--log-format', 'text'], {
    cwd,
    interrupted: interruption.signal,
  });
  const end = async (): Promise<number> => {
    interruption.abort();
    return (await relay).exit;
  };
  onTestFinished(async () => void (await end()));
  await poll({ what: 'that the relay is ready' }, async () => (await ready(admin)) || undefined);
  return { cwd, ads, admin, end };
}

const ready = async (admin: string): Promise<boolean> => (await fetch(`http://${admin}/readyz`)).ok;

const startEnvoy = async ({ cwd, ads }: Scene) => {
  const args = ['bootstrap', 'edge', 'gateways', '--node-id', 'edge-1', '--relay', ads];
  const bootstrap = JSON.parse(await succeed(args, { cwd }));
  bootstrap.admin.address.socket_address.port_value = 0;
  await envoys.start({ bootstrap });
};

const status = (more: readonly string[] = []) => enroutectl(['status', '--relay', scene.admin, ...more]);

test('a relay without Envoys is in order', async () => {
  const { exit, out } = await status();
  expect(exit).toBe(0);
  expect(out).toMatch(/^relay .* 0\.1\.0: ready since .*, bucket file:\/\/.*\n\nGATEWAY +BUNDLE/);
  expect(out).toMatch(/^default\/edge +[0-9a-f]{12} +[0-9a-f]{12} +bucket .* 0$/m);
  expect(out).toContain('no Envoy is connected');
  expect(await scene.end()).toBe(0);
});

test('an Envoy that has accepted everything is in order, with the versions that it has', async () => {
  await startEnvoy(scene);
  const { json } = await poll({ what: 'that the Envoy is complete' }, async () => {
    const answer = await enroutectlJson(['status', 'edge', '--relay', `http://${scene.admin}`]);
    return answer.exit === 0 && answer.json.nodes.length === 1 ? answer : undefined;
  });
  expect(json).toMatchObject({
    healthy: true,
    troubles: [],
    nodes: [{ id: 'edge-1', gateway: 'default/edge', state: 'complete' }],
  });
  const { out } = await status();
  expect(out).toMatch(/^NODE +GATEWAY +ENVOY +XDS +STATE .*CLUSTER/m);
  expect(out).toMatch(/^edge-1 +default\/edge +1\.40\.0 +delta +complete( +[\w-]{8}){4}$/m);
  expect((await enroutectlJson(['status', 'nobody', '--relay', scene.admin])).json.nodes).toEqual([]);
});

test("an Envoy that rejects a bundle is not, and its reason is told in Envoy's words", async () => {
  await startEnvoy(scene);
  await publish(createDirectoryStore(join(scene.cwd, 'bucket')), await unacceptable(scene), {
    author: 'Eve',
    message: 'Past the compiler',
    time: '2026-01-01T00:00:00Z',
  });
  const { out } = await poll({ what: 'that the Envoy rejects it' }, async () => {
    const answer = await status();
    return answer.exit === 1 && answer.out.includes('rejected') ? answer : undefined;
  });
  expect(out).toMatch(/^rejected edge-1: rejects cluster \S+: Invalid duration: Expected positive duration/m);
  expect(out).toMatch(/^edge-1 .* rejected .* !/m);
  const { json } = await enroutectlJson(['status', '--relay', scene.admin]);
  const rejected: unknown = expect.objectContaining({ kind: 'rejected', subject: 'edge-1' });
  expect(json).toMatchObject({ healthy: false, troubles: expect.arrayContaining([rejected]) });
});

/** A bundle with a timeout that the compiler would not let pass. */
async function unacceptable({ cwd }: Scene): Promise<Bundle> {
  const { json } = await enroutectlJson(['compile', 'gateways'], { cwd });
  const port: number = json.gateways[0].files['default.edge/listeners.json'][0].address.socket_address.port_value;
  const [bundle] = compile(documents(port)).bundles;
  if (!bundle) throw new Error('the documents do not compile');
  const resources = bundle.resources.map(({ type, name, message, requires }) => ({
    typeUrl: TYPE_URL_PREFIX + type,
    name,
    value:
      type === 'envoy.config.cluster.v3.Cluster'
        ? encode(type, { ...message, connect_timeout: '-1s' })
        : encode(type, message),
    requires,
  }));
  return pack({ ...bundle.manifest, resources });
}

const documents = (port: number): readonly SourceFile[] => [
  {
    path: 'all.yaml',
    text: `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: ${port}, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: ['*'], routes: [{ forward: { upstream: demo } }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: demo }
spec: { endpoints: [{ address: 127.0.0.1, port: 9 }] }
`,
  },
];

describe('something that is no relay', () => {
  test('does not answer', async () => {
    const { exit, err } = await enroutectl(['status', '--relay', `127.0.0.1:${await reservePort()}`]);
    expect(exit).toBe(4);
    expect(err).toMatch(/^error: 127\.0\.0\.1:\d+ does not answer \(nothing listens there\)\n {2}help: /);
  });

  test.each([
    [404, '', 'HTTP status 404'],
    [200, '{"relay":1}', 'something that is no status'],
  ])('answers with %i %s', async (code, body, words) => {
    const server = createServer((_, response) => response.writeHead(code).end(body));
    const port = await listen(server);
    onTestFinished(async () => {
      server.close();
      await once(server, 'close');
    });
    const { exit, err } = await enroutectl(['status'], { env: { ENROUTE_RELAY: `127.0.0.1:${port}` } });
    expect(exit).toBe(4);
    expect(err).toContain(words);
  });
});

test('endpoints that a relay has found are shown, and told where something is wrong with them', async () => {
  const body = {
    relay: { identifier: 'relay-1', version: '1', state: 'ready', started: '2026-01-02T03:04:05.000Z' },
    bucket: { location: 'memory:' },
    gateways: [],
    secrets: [],
    nodes: [],
    endpoints: [
      { upstream: 'default/cart', source: 'kubernetes', gateways: ['default/edge'], state: 'served', endpoints: 3 },
      {
        upstream: 'default/shop',
        source: 'consul',
        gateways: ['default/edge'],
        state: 'guarded',
        endpoints: 4,
        doubted: 0,
      },
    ],
  };
  const server = createServer((_, response) => response.end(JSON.stringify(body)));
  const port = await listen(server);
  onTestFinished(async () => {
    server.close();
    await once(server, 'close');
  });
  const { exit, out } = await enroutectl(['status', '--relay', `127.0.0.1:${port}`]);
  expect(exit).toBe(1);
  expect(out).toMatch(/default\/cart +kubernetes +3 +served/);
  expect(out).toContain('endpoints default/shop: they are guarded: consul has 0 now, which is not believed yet');
});

test('certificates that come to their end are told of', async () => {
  const soon = { expires: '2026-01-02T03:04:05.000Z', state: 'about to expire' };
  const body = {
    relay: { identifier: 'relay-1', version: '1', state: 'ready', started: '2026-01-01T00:00:00.000Z' },
    tls: { certificate: soon, clientAuthorities: { ...soon, state: 'valid' }, problem: 'it is half written' },
    bucket: { location: 'memory:' },
    gateways: [],
    secrets: [],
    nodes: [],
  };
  const server = createServer((_, response) => void response.end(JSON.stringify(body)));
  const port = await listen(server);
  onTestFinished(() => void server.close());
  const { exit, out } = await enroutectl(['status', '--relay', `127.0.0.1:${port}`]);
  expect(exit).toBe(1);
  const about = 'certificate relay-1: its certificate is about to expire (2026-01-02T03:04:05.000Z)';
  expect(out.split('\n').filter((line) => line.startsWith('certificate'))).toEqual([
    about,
    'certificate relay-1: it is half written',
  ]);
});
