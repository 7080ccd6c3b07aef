/** Whoever can write the bucket, and has no key, changes nothing of what a real Envoy does. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { pointerKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish } from '../../store/publish.ts';
import { generateKeyPair, readSignKey, type SignKey } from '../../store/signing/keys.ts';
import { signPointer } from '../../store/signing/sign.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { request } from '../servers/http-client.ts';
import { startLoad } from '../servers/load.ts';
import { createConfigurationCompiler } from './configuration.ts';
import { virtualHost } from './documents.ts';
import { reservePort } from '../servers/ports.ts';
import { firstOf } from './publish.ts';
import { startRestartableRelay } from './relay-process.ts';

const envoys = useEnvoy();

test('a relay with public keys lets nothing through that is not signed as it must be, while traffic goes on', async () => {
  const [ann, bob] = [await generateKeyPair(), await generateKeyPair()];
  const [annsKey, bobsKey] = [await readSignKey(ann.privatePem), await readSignKey(bob.privatePem)];
  const [folder, store, port] = [await temporaryFolder(), createMemoryStore(), await reservePort()];
  const keyFile = join(folder, 'publishers.pub');
  const trust = async (...pems: readonly string[]): Promise<void> => {
    await writeFile(`${keyFile}.new`, pems.join(''));
    await rename(`${keyFile}.new`, keyFile);
  };
  await trust(ann.publicPem);

  const compiler = createConfigurationCompiler({ port, protocol: 'delta' });
  const bundleOf = async (edition: string) =>
    firstOf(
      await compiler.compile({
        documents: virtualHost('shop', `routes: [{ respond: { statusCode: 200, body: "${edition}" } }]`),
      }),
    );
  const publishBy = async (signKeys: readonly SignKey[], edition: string) => {
    const bundle = await bundleOf(edition);
    const options = { author: 'test', message: edition, time: new Date().toISOString(), signKeys };
    expect((await publish(store, bundle, options)).status).toBe('published');
    return bundle;
  };

  const one = await publishBy([annsKey], 'one');
  const { gateway } = one.manifest;
  const relay = await startRestartableRelay(
    {
      store,
      verifyKeyFiles: [keyFile],
      reloadIntervalMs: 50,
      cacheFolder: join(folder, 'cache'),
      listen: `127.0.0.1:${port}`,
    },
    folder,
  );
  onTestFinished(() => relay.stop());
  await envoys.start({ bootstrap: one.bootstrap, nodeId: 'envoy-1' });
  const served = async (): Promise<string> =>
    (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
  const untilServed = (edition: string) => expect.poll(served, { timeout: 30_000 }).toBe(edition);
  const untilRefused = (kind: string) =>
    expect
      .poll(
        () =>
          relay
            .current()
            .status()
            .gateways[0]?.problems.map((problem) => problem.kind),
        { timeout: 30_000 },
      )
      .toEqual([kind]);
  const pointer = async (): Promise<Uint8Array> => {
    const found = await store.get(pointerKey(gateway));
    return found.status === 'found' ? found.bytes : expect.fail('there is no pointer');
  };
  await untilServed('one');
  const load = startLoad({ port: compiler.portOf('http'), host: 'shop.test', requestsPerSecond: 50 });

  const old = await pointer();
  await publishBy([annsKey], 'two');
  await untilServed('two');
  const current = await pointer();

  await publishBy([], 'unsigned');
  await untilRefused('bundle-unsigned');
  await publishBy([bobsKey], 'wrongly signed');
  await untilRefused('bundle-untrusted');
  const { signatures: _, ...statement } = JSON.parse(new TextDecoder().decode(current));
  const foreign = await signPointer({ ...statement, gateway: 'default/other', time: later(statement.time) }, [annsKey]);
  await store.put(pointerKey(gateway), canonicalBytes({ ...foreign, gateway }));
  await untilRefused('signature-invalid');
  await store.put(pointerKey(gateway), old);
  await untilRefused('bundle-replayed');
  await relay.stop();
  await relay.start();
  await untilRefused('bundle-replayed');
  expect(await served()).toBe('two');
  await expect.poll(() => relay.current().status().nodes[0]?.state, { timeout: 30_000 }).toBe('complete');
  expect(await served()).toBe('two');

  await trust(ann.publicPem, bob.publicPem);
  await publishBy([bobsKey], 'three');
  await untilServed('three');
  await trust(bob.publicPem);
  await publishBy([annsKey, bobsKey], 'four');
  await untilServed('four');
  const report = await load.stop();
  expect(report.failures).toEqual([]);
  expect(report.succeeded).toBeGreaterThan(0);
});

const later = (time: string): string => new Date(Date.parse(time) + 1000).toISOString();
