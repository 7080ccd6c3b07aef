import { describe, expect, test } from 'vitest';
import { readListeners, readStat } from '../../cli/local/envoy-admin.ts';
import type { RunningEnvoy } from '../../cli/local/run-envoy.ts';
import type { CompiledBundle } from '../../compiler/index.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { reportOf, untilAccepted } from './acceptance.ts';
import { compileOrThrow, type Protocol } from './configuration.ts';
import { document } from './documents.ts';
import { reservePort } from '../servers/ports.ts';
import { publishBundles } from './publish.ts';
import { startRestartableRelay } from './relay-process.ts';
import { shared } from './shared.ts';

/** A gateway, and which nodes belong to it. */
const GATEWAYS = {
  edge: '{}',
  canary: '{ ids: [canary-1] }',
  internal: '{ labels: { tier: internal } }',
} as const;

type Name = keyof typeof GATEWAYS;
const NAMES: readonly Name[] = ['edge', 'canary', 'internal'];

const place = shared(async () => {
  const store = createMemoryStore();
  const port = await reservePort();
  const listeners = new Map<Name, number>();
  for (const name of NAMES) listeners.set(name, await reservePort());
  const compile = (protocol: Protocol, words: Readonly<Record<Name, string>>): readonly CompiledBundle[] =>
    compileOrThrow(
      NAMES.map((name) => ({
        ...document(
          'Gateway',
          name,
          `nodes: ${GATEWAYS[name]}`,
          `listeners: [{ name: ${name}, port: ${listeners.get(name)}, protocol: HTTP }]`,
          'admin: { port: 0 }',
          `relay: { port: ${port}, protocol: ${protocol} }`,
        ),
        ...document(
          'VirtualHost',
          name,
          `gateways: [${name}]`,
          'hostnames: ["*"]',
          `routes: [{ respond: { statusCode: 200, body: "${words[name]}" } }]`,
        ),
      })).reduce((all, one) => ({ ...all, ...one })),
    );
  await publishBundles(store, compile('delta', WORDS));
  const relay = await startRestartableRelay({ store, listen: `127.0.0.1:${port}` }, '/nowhere');
  return { store, relay, listeners, compile, stop: relay.stop };
});

const WORDS = { edge: 'edge', canary: 'canary', internal: 'internal' };
const NODE_IDS = { edge: 'edge-1', canary: 'canary-1', internal: 'internal-1' };

describe.each(['delta', 'state-of-the-world'] as const)('over %s', (protocol) => {
  const envoys = useEnvoy();

  const bundleOf = (name: Name, words = WORDS): CompiledBundle => {
    const bundle = place()
      .compile(protocol, words)
      .find(({ manifest }) => manifest.gateway === `default/${name}`);
    if (!bundle) throw new Error(`there is no gateway ${name}`);
    return bundle;
  };
  const start = async (name: Name): Promise<RunningEnvoy> => {
    const bundle = bundleOf(name);
    const envoy = await envoys.start({ bootstrap: bundle.bootstrap, nodeId: NODE_IDS[name] });
    await untilAccepted(place().relay, NODE_IDS[name], bundle);
    return envoy;
  };
  const answerOf = async (name: Name): Promise<string> =>
    (await request({ port: place().listeners.get(name) ?? 0 })).body;

  test('each Envoy gets what is its own, by cluster, id or labels', async () => {
    await publishBundles(place().store, place().compile(protocol, WORDS));
    const running = await Promise.all(NAMES.map(start));
    const listeners = await Promise.all(running.map(({ adminPort }) => readListeners(adminPort)));
    expect(listeners.map((ports) => [...ports.keys()])).toEqual(NAMES.map((name) => [name]));
    expect(await Promise.all(NAMES.map(answerOf))).toEqual(NAMES);

    const updates = () => Promise.all(running.map(({ adminPort }, index) => updatesOf(adminPort, NAMES[index])));
    const before = await updates();
    const words = { ...WORDS, canary: 'news' };
    await publishBundles(place().store, place().compile(protocol, words));
    await untilAccepted(place().relay, NODE_IDS.canary, bundleOf('canary', words));
    expect(await Promise.all(NAMES.map(answerOf))).toEqual(['edge', 'news', 'internal']);
    expect((await updates()).map((count, index) => count - (before[index] ?? 0))).toEqual([0, 1, 0]);
  });

  test('a node that belongs nowhere is told so, and what would do', async () => {
    const lines: string[] = [];
    const envoy = await envoys.start({
      bootstrap: bundleOf('edge').bootstrap,
      nodeId: 'stranger-1',
      nodeCluster: 'egde',
      until: 'admin',
      onLine: (line) => lines.push(line),
    });
    // Envoy shows the words as they came, with spaces and quotes escaped as in a URL.
    const refusal = () => decodeURIComponent(lines.find((line) => line.includes('stranger-1')) ?? '');
    await expect
      .poll(refusal, { timeout: 10_000 })
      .toMatch(/"egde" belongs to no gateway; .*"canary-1".*"edge".*tier=internal/);
    expect((await readListeners(envoy.adminPort)).size).toBe(0);
    expect(reportOf(place().relay, 'stranger-1')).toBeUndefined();
    expect(place().relay.recentLog()).toMatch(/a stream is refused: .*egde/);
  });
});

/** How often an Envoy has taken new routes. */
const updatesOf = (adminPort: number, name: Name | undefined): Promise<number> =>
  readStat(adminPort, `http.${name}.rds.${name}.update_success`);
