/** Not an Envoy at the other end, but a gRPC client that resolves and balances by xDS itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { goProgram } from '../../servers/go-program.ts';
import { startGreeter, type Greeter } from '../../servers/greeter.ts';
import {
  startGoClient,
  startNodeClient,
  type GrpcXdsClient,
  type GrpcXdsOptions,
} from '../../servers/grpc-xds-client.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { compileOrThrow } from '../../traffic/configuration.ts';
import type { Documents } from '../../traffic/documents.ts';
import { ROOT } from '../../sources.ts';
import { eventually } from '../eventually.ts';
import { startServer, type TestServer } from '../probe/server.ts';

/** The documents of the page for users, with other endpoints. */
const PAGE = readFileSync(join(ROOT, 'docs/grpc-clients.md'), 'utf8');
const [, DOCUMENTS = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(PAGE) ?? [];

/** @param changes texts, and what is to stand in their place */
function documents(port: number, changes: Readonly<Record<string, string>> = {}): Documents {
  let text = DOCUMENTS;
  for (const [before, after] of Object.entries({ '10.0.0.7, port: 50051': `127.0.0.1, port: ${port}`, ...changes })) {
    if (!text.includes(before)) throw new Error(`the page does not say ${before}`);
    text = text.replace(before, after);
  }
  return { 'grpc-clients.yaml': text };
}

function serve(server: TestServer, files: Documents): void {
  const [bundle] = compileOrThrow(files);
  if (!bundle) throw new Error('there is no bundle');
  server.setBundle(bundle, []);
}

type StartClient = (options: GrpcXdsOptions) => Promise<GrpcXdsClient>;

/** A server that serves the documents, and a client that has called by them. */
async function start(
  startClient: StartClient,
  files: Documents,
): Promise<{ server: TestServer; client: GrpcXdsClient }> {
  const server = await startServer({ drainMs: 100 });
  serve(server, files);
  const client = await startClient({
    target: 'xds:///greeter.example',
    relay: server.address,
    node: { id: 'app-1', cluster: 'grpc' },
  });
  onTestFinished(client.stop);
  expect(await client.call()).toMatchObject(GREETING);
  return { server, client };
}

const GREETING = { greeting: 'hello you' };

async function startGreeters(): Promise<readonly [Greeter, Greeter]> {
  const greeters = await Promise.all([startGreeter(), startGreeter()]);
  for (const { stop } of greeters) onTestFinished(stop);
  return greeters;
}

/** Waits for what comes after all that has been told. */
function next(server: TestServer, kind: 'acked' | 'nacked', typeUrl: string): Promise<unknown> {
  const before = server.told.length;
  return server.until(kind, (event) => event.typeUrl === typeUrl && server.told.indexOf(event) >= before);
}

beforeAll(async () => {
  await goProgram('grpc-go-client');
}, INSTALLATION_MS);

describe.each([
  ['in Node', startNodeClient, 'router filter validation failed'],
  ['in Go', startGoClient, 'no filter implementation found'],
])('a gRPC client %s', { timeout: 60_000 }, (_, startClient, refusal) => {
  test('resolves a service by its name, and is sent what it asks for and no more', async () => {
    const [greeter] = await startGreeters();
    const { server } = await start(startClient, documents(greeter.port));
    const [node] = server.nodes();
    expect(node).toMatchObject({ gateway: 'default/grpc', protocol: 'sotw', state: 'complete', node: { id: 'app-1' } });
    expect(node?.types.map(({ typeUrl, wildcard, names }) => ({ typeUrl, wildcard, names }))).toEqual(
      [TypeUrl.cluster, TypeUrl.endpoint, TypeUrl.listener, TypeUrl.route].map((typeUrl) => ({
        typeUrl,
        wildcard: false,
        names: 1,
      })),
    );
  });

  test('goes to other endpoints when they change', async () => {
    const [first, second] = await startGreeters();
    const { server, client } = await start(startClient, documents(first.port));
    const moved = next(server, 'acked', TypeUrl.endpoint);
    serve(server, documents(second.port));
    await moved;
    await first.stop();
    expect(await client.call()).toMatchObject(GREETING);
  });

  test('loses no call while its cluster is replaced by another', async () => {
    const [greeter] = await startGreeters();
    const { server, client } = await start(startClient, documents(greeter.port));
    let isReplaced = false;
    void next(server, 'acked', TypeUrl.cluster).then(() => (isReplaced = true));
    serve(server, documents(greeter.port, { 'connectTimeout: 5s': 'connectTimeout: 6s' }));
    while (!isReplaced) expect(await client.call()).toMatchObject(GREETING);
    for (let calls = 0; calls < 50; calls += 1) expect(await client.call()).toMatchObject(GREETING);
  });

  test('fails when its listener is gone, and goes on when it is back', async () => {
    const [greeter] = await startGreeters();
    const { server, client } = await start(startClient, documents(greeter.port));
    const gone = next(server, 'acked', TypeUrl.listener);
    serve(
      server,
      documents(greeter.port, {
        'name: greeter.example\n      api_listener': 'name: other.example\n      api_listener',
      }),
    );
    await gone;
    expect(await client.call()).toMatchObject({ code: expect.stringMatching(/^unavailable$/i) });
    // The client in Node takes a listener that is as it was before for no news.
    serve(server, documents(greeter.port, { 'stat_prefix: greeter': 'stat_prefix: again' }));
    // A call that does not wait fails until the client has a connection again.
    await eventually(async () => expect(await client.call()).toMatchObject(GREETING));
  });

  test('refuses a filter that it does not know, in its own words, and keeps what it had', async () => {
    const [greeter] = await startGreeters();
    const { server, client } = await start(startClient, documents(greeter.port));
    const refused = next(server, 'nacked', TypeUrl.listener);
    serve(server, documents(greeter.port, { 'router.v3.Router': 'cors.v3.Cors' }));
    expect(await refused).toMatchObject({ message: expect.stringContaining(refusal) });
    expect(server.nodes()).toMatchObject([{ state: 'rejected' }]);
    expect(await client.call()).toMatchObject(GREETING);
  });
});
