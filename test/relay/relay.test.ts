import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../relay/log.ts';
import type { RelayOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { CHUNKS, chunkKey, pointerKey } from '../../store/keys.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { readWebhookSecrets, signWebhook } from '../../store/webhooks.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { breakable, publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { connectDelta } from './probe/client.ts';
import { CDS } from './probe/probe.ts';

const EDGE = 'default/edge';
const SECRET = `whsec_${btoa('a'.repeat(32))}`;

describe('a relay', () => {
  const relays = new Set<Relay>();
  let bucket: Store;
  let logged: string[];
  const first = smallBundle(EDGE, 1);
  const second = smallBundle(EDGE, 2);

  beforeEach(() => {
    bucket = createMemoryStore();
    logged = [];
  });
  afterEach(async () => {
    for (const relay of relays) await relay.close();
    relays.clear();
  });

  const start = async (options: Partial<RelayOptions> = {}): Promise<Relay> => {
    const relay = await startRelay({
      store: bucket,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      identifier: 'relay-1',
      pollIntervalMs: 10,
      closeGraceMs: 0,
      log: createLog({ level: 'debug', write: (line) => logged.push(line) }),
      ...options,
    });
    relays.add(relay);
    return relay;
  };
  const get = async (relay: Relay, path: string) => {
    const response = await fetch(`http://${relay.adminAddress}${path}`);
    return { status: response.status, text: await response.text() };
  };
  const gateway = (relay: Relay, name = EDGE) => relay.status().gateways.find((each) => each.gateway === name);
  const served = (relay: Relay, bundle: { readonly id: string }) =>
    eventually(() => expect(gateway(relay)?.bundle).toBe(bundle.id));

  test('is ready once each gateway that there is has a bundle served', async () => {
    const broken = breakable(bucket);
    broken.down = 'away';
    const relay = await start({ store: broken.store });
    expect((await get(relay, '/healthz')).status).toBe(200);
    expect(await get(relay, '/readyz')).toMatchObject({ status: 503, text: expect.stringContaining('not known yet') });
    await publishBundle(bucket, first);
    broken.altered.set(chunkKey([...first.chunks.keys()][0] ?? ''), new Uint8Array());
    broken.down = 'no';
    await eventually(async () => expect((await get(relay, '/readyz')).text).toContain(EDGE));
    expect((await get(relay, '/readyz')).status).toBe(503);
    broken.altered.clear();
    await eventually(async () => expect(await get(relay, '/readyz')).toEqual({ status: 200, text: 'ready\n' }));
  });

  test('stays ready when a later gateway has no good bundle', async () => {
    await publishBundle(bucket, first);
    const relay = await start();
    await eventually(async () => expect((await get(relay, '/readyz')).status).toBe(200));
    const internal = smallBundle('default/internal', 1);
    const pointer = { gateway: 'default/internal', bundle: internal.id, revision: internal.id };
    await bucket.put(pointerKey('default/internal'), new TextEncoder().encode(JSON.stringify(pointer)));
    await eventually(() => expect(gateway(relay, 'default/internal')?.problems[0]?.kind).toBe('manifest-missing'));
    expect((await get(relay, '/readyz')).status).toBe(200);
  });

  test('tells what it serves, since when and from where', async () => {
    const revision = await publishBundle(bucket, first);
    const relay = await start();
    await served(relay, first);
    const { text } = await get(relay, '/status');
    expect(JSON.parse(text)).toMatchObject({
      relay: { identifier: 'relay-1', state: 'ready', uptimeSeconds: expect.any(Number) },
      bucket: { location: 'memory:' },
      gateways: [
        {
          gateway: EDGE,
          bundle: first.id,
          revision,
          source: 'bucket',
          since: expect.stringMatching(/Z$/),
          problems: [],
        },
      ],
      secrets: [],
      nodes: [],
      refusals: [],
    });
  });

  test('looks at the bucket when it is told to, by who knows the secret', async () => {
    await publishBundle(bucket, first);
    const relay = await start({
      pollIntervalMs: 3_600_000,
      store: breakable(bucket).store,
      notifySecrets: readWebhookSecrets(SECRET),
    });
    await served(relay, first);
    await publishBundle(bucket, second);
    const body = JSON.stringify({ gateway: EDGE });
    const notify = async (text: string) =>
      fetch(`http://${relay.adminAddress}/notify`, {
        method: 'POST',
        headers: await signWebhook({ id: text, body }, readWebhookSecrets(text), Date.now()),
        body,
      });
    expect((await notify(`whsec_${btoa('o'.repeat(32))}`)).status).toBe(401);
    expect((await notify(SECRET)).status).toBe(202);
    await served(relay, second);
    expect(logged.join('')).not.toContain(SECRET);
  });

  test('refuses a corrupt chunk, serves the last good bundle, and says so', async () => {
    await publishBundle(bucket, first);
    const broken = breakable(bucket);
    const relay = await start({ store: broken.store });
    await served(relay, first);
    for (const chunk of second.chunks.keys()) broken.altered.set(chunkKey(chunk), new TextEncoder().encode('corrupt'));
    const revision = await publishBundle(bucket, second);
    await eventually(() => expect(gateway(relay)?.problems[0]?.times).toBeGreaterThan(1));
    expect(gateway(relay)).toMatchObject({
      bundle: first.id,
      wanted: { bundle: second.id, revision },
      problems: [{ kind: 'chunk-altered', message: expect.stringContaining('has been altered') }],
    });
    const { text } = await get(relay, '/metrics');
    expect(text).toMatch(/enroute_relay_gateway_problem\{gateway="default\/edge",problem="chunk-altered"\} [1-9]/);
    expect(text).toMatch(/enroute_relay_bundle_loads_total\{gateway="default\/edge",result="chunk-altered"\} [1-9]/);
    expect(logged.filter((line) => line.includes('"warn"') && line.includes('chunk-altered'))).toHaveLength(1);
    broken.altered.clear();
    await served(relay, second);
    expect(gateway(relay)).not.toHaveProperty('wanted');
  });

  test('that is restarted while the bucket is down serves from the disk, and says so', async () => {
    const cacheFolder = await temporaryFolder();
    const broken = breakable(bucket);
    const revision = await publishBundle(bucket, first);
    const before = await start({ store: broken.store, cacheFolder });
    await served(before, first);
    await before.close();

    broken.down = 'away';
    const after = await start({ store: broken.store, cacheFolder });
    await served(after, first);
    expect(gateway(after)).toMatchObject({ source: 'disk', revision });
    expect(after.status().bucket.problem?.kind).toBe('unreachable');
    expect((await get(after, '/readyz')).status).toBe(200);
    expect((await get(after, '/metrics')).text).toContain(
      'enroute_relay_bundle_source{gateway="default/edge",source="disk"} 1',
    );
    expect(logged.join('')).toContain('serving the last good bundle from the disk');

    await publishBundle(bucket, second);
    broken.down = 'no';
    await served(after, second);
    expect(gateway(after)?.source).toBe('bucket');
    expect((await get(after, '/metrics')).text).toContain(
      'enroute_relay_bundle_source{gateway="default/edge",source="disk"} 0',
    );
  });

  test('does not serve from the disk what another bucket held', async () => {
    const cacheFolder = await temporaryFolder();
    await publishBundle(bucket, first);
    const before = await start({ cacheFolder });
    await served(before, first);
    await before.close();
    const other = await start({ store: createDirectoryStore(await temporaryFolder()), cacheFolder });
    await eventually(async () => expect((await get(other, '/readyz')).status).toBe(200));
    expect(other.status().gateways).toEqual([]);
  });

  test('serves though it cannot write to the disk, and says so', async () => {
    const file = `${await temporaryFolder()}/file`;
    await createDirectoryStore(file).put('not/a/folder', new Uint8Array());
    await publishBundle(bucket, first);
    const relay = await start({ cacheFolder: `${file}/not/a/folder` });
    await served(relay, first);
    await eventually(async () =>
      expect((await get(relay, '/metrics')).text).toMatch(/enroute_relay_cache_failures_total [1-9]/),
    );
    expect(logged.join('')).toContain('cannot be kept on the disk');
  });

  test('sees a publication in a directory without having to look', async () => {
    const directory = createDirectoryStore(await temporaryFolder());
    await publishBundle(directory, first);
    const relay = await start({ store: directory, pollIntervalMs: 3_600_000 });
    await served(relay, first);
    await publishBundle(directory, second);
    await served(relay, second);
  });

  test('serves only what is reachable: a bundle whose chunks are gone is not', async () => {
    await publishBundle(bucket, first);
    for await (const { key } of bucket.list(CHUNKS)) await bucket.delete(key);
    const relay = await start();
    await eventually(() => expect(gateway(relay)?.problems[0]?.kind).toBe('chunk-missing'));
    expect(gateway(relay)).toMatchObject({ bundle: null, revision: null, source: null, since: null });
  });

  test('lets Envoys keep clusters that are gone for as long as it is told', async () => {
    await publishBundle(bucket, first);
    /** Comes with a cluster that is gone, and accepts what it is sent. */
    const join = async ({ adsAddress }: Relay) => {
      const client = connectDelta(adsAddress);
      onTestFinished(client.close);
      client.send({ node: { id: 'envoy', cluster: 'default-edge' }, typeUrl: CDS, initial: { gone: '1' } });
      const { nonce, removed } = await client.next();
      expect(removed).toEqual([]);
      client.send({ typeUrl: CDS, nonce });
      return client;
    };
    const [long, short] = [await start({ drainMs: 3_600_000 }), await start({ drainMs: 0 })];
    const waiting = await join(long);
    expect((await (await join(short)).next()).removed).toEqual(['gone']);
    await eventually(() => expect(long.status().nodes).toMatchObject([{ state: 'complete' }]));
    expect(waiting.pending()).toEqual([]);
  });

  test('leaves nothing running when it cannot start', async () => {
    const taken = await listenAnywhere();
    const free = await listenAnywhere();
    await new Promise((resolve) => free.server.close(resolve));
    await expect(start({ adminListen: taken.address })).rejects.toThrow('EADDRINUSE');
    await expect(start({ adminListen: free.address, listen: taken.address })).rejects.toThrow();
    await expect(fetch(`http://${free.address}/healthz`)).rejects.toThrow();
    taken.server.close();
  });

  test('is closed once, however often it is asked', async () => {
    const relay = await start();
    await Promise.all([relay.close(), relay.close()]);
    await expect(fetch(`http://${relay.adminAddress}/healthz`)).rejects.toThrow();
    expect(relay.status().relay.state).toBe('closing');
  });
});

async function listenAnywhere(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no address');
  return { server, address: `127.0.0.1:${address.port}` };
}
