import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import type { RelayStatus } from '../../relay/status.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { request } from '../servers/http-client.ts';
import { startLoad } from '../servers/load.ts';
import { INSTALL_TIMEOUT_MS, startS3Server } from '../servers/versitygw.ts';
import { createConfigurationCompiler } from './configuration.ts';
import { virtualHost } from './documents.ts';
import { reservePort } from '../servers/ports.ts';
import { publishBundles } from './publish.ts';

/** A bucket that can go away and come back. */
interface Bucket {
  readonly store: Store;
  /** As `--store` takes it. */
  readonly url: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

/** How to open a bucket, and what a relay says of it while it is away. */
const BUCKETS: readonly (readonly [what: string, open: () => Promise<Bucket>, problem: string])[] = [
  // A directory that is not there cannot be told from one that nobody has published into yet.
  ['a directory', openDirectory, 'pointer-missing'],
  ['S3', openS3, 'unreachable'],
];

describe.each(BUCKETS)('while %s is away', (_, open, problem) => {
  const envoys = useEnvoy();

  test(
    'a relay that was killed starts again from its disk, and nobody notices',
    async () => {
      const bucket = await open();
      const [port, adminPort] = [await reservePort(), await reservePort()];
      const compiler = createConfigurationCompiler({ port, protocol: 'delta' });
      const publish = async (edition: string) => {
        const documents = virtualHost('shop', `routes: [{ respond: { statusCode: 200, body: "${edition}" } }]`);
        return publishBundles(bucket.store, await compiler.compile({ documents }));
      };
      const cache = await temporaryFolder();
      const run = () => startRelayProcess(bucket, { port, adminPort, cache });
      const status = async (): Promise<RelayStatus> =>
        (await (await fetch(`http://127.0.0.1:${adminPort}/status`)).json()) as RelayStatus;
      const served = async (): Promise<string> =>
        (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
      const startEnvoy = (nodeId: string) => envoys.start({ bootstrap: first.bootstrap, nodeId });
      const untilComplete = (nodes: number) =>
        poll({ what: `that ${nodes} Envoys have all`, timeoutMs: 30_000 }, async () => {
          const states = (await status()).nodes.map(({ state }) => state);
          return states.length === nodes && states.every((state) => state === 'complete') ? true : undefined;
        });

      const first = await publish('one');
      const relay = await run();
      const envoy = await startEnvoy('envoy-1');
      await untilComplete(1);
      const startLoadOnShop = () =>
        startLoad({ port: compiler.portOf('http'), host: 'shop.test', requestsPerSecond: 50 });
      const during = startLoadOnShop();
      expect(await served()).toBe('one');

      // Keeping a bundle takes a moment longer than serving it; its pointer is written last.
      const kept = async () => (await readdir(cache, { recursive: true })).some((path) => path.endsWith('edge.json'));
      await expect.poll(kept, { timeout: 30_000 }).toBe(true);
      process.kill(relay.pid, 'SIGKILL');
      await relay.exited;
      await bucket.goAway();
      await run();
      await untilComplete(1);
      const gateway = async () => (await status()).gateways[0];
      expect(await gateway()).toMatchObject({ bundle: first.id, source: 'disk' });
      await expect
        .poll(async () => (await gateway())?.problems.map(({ kind }) => kind), { timeout: 10_000 })
        .toEqual([problem]);
      expect((await during.stop()).failures).toEqual([]);

      // One that starts now has nothing but what the relay has from its disk.
      await envoy.stop();
      await startEnvoy('envoy-2');
      await untilComplete(1);
      expect(await served()).toBe('one');

      const after = startLoadOnShop();
      await bucket.comeBack();
      await publish('two');
      await expect.poll(served, { timeout: 30_000 }).toBe('two');
      expect((await after.stop()).failures).toEqual([]);
      expect(await gateway()).toMatchObject({ source: 'bucket', problems: [] });
    },
    INSTALL_TIMEOUT_MS,
  );
});

const ENROUTECTL = fileURLToPath(new URL('../../cli/enroutectl.ts', import.meta.url));

async function startRelayProcess(
  { url, environment }: Bucket,
  { port, adminPort, cache }: { readonly port: number; readonly adminPort: number; readonly cache: string },
): Promise<RunningProcess> {
  const relay = await startProcess({
    command: process.execPath,
    args: [
      ...['--import', 'tsx', ENROUTECTL, 'relay', '--store', url, '--cache', cache],
      ...['--listen', `127.0.0.1:${port}`, '--admin-listen', `127.0.0.1:${adminPort}`],
      ...['--poll-interval', '100', '--start-deadline', '300', '--bucket-timeout', '2000', '--close-grace', '0'],
    ],
    env: { ...process.env, ...environment },
    ready: (line) => line.includes('the relay is running'),
  });
  onTestFinished(() => relay.stop());
  return relay;
}

async function openDirectory(): Promise<Bucket> {
  const folder = await temporaryFolder();
  const [here, away] = [join(folder, 'bucket'), join(folder, 'away')];
  return {
    store: createDirectoryStore(here),
    url: here,
    goAway: () => rename(here, away),
    comeBack: () => rename(away, here),
  };
}

async function openS3(): Promise<Bucket> {
  const server = await startS3Server();
  onTestFinished(server.remove);
  const bucket = await server.createBucket();
  const { accessKeyId, secretAccessKey } = server.credentials;
  return {
    store: createS3Store(server.storeOptions(bucket)),
    url: `s3://${bucket}?endpoint=${encodeURIComponent(server.endpoint)}&region=${server.region}&pathStyle=true`,
    environment: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    goAway: server.stop,
    comeBack: server.start,
  };
}
