/** A compiled gateway given to a real Envoy by a real relay, whatever addresses its listeners have. */
import { checkRules } from '../../compiler/4-lower/check.ts';
import { lower } from '../../compiler/4-lower/lower.ts';
import type { LoweredGateway, LoweredResource } from '../../compiler/4-lower/resource.ts';
import { link } from '../../compiler/3-link/link.ts';
import { validate } from '../../compiler/2-validate/validate.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { packGateway } from '../../compiler/5-pack/gateway.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { createCompileMemo, type CompiledBundle, type SourceFile } from '../../compiler/index.ts';
import type { Messages } from '../../compiler/xds/index.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { withoutLogFiles } from '../compiler/static-assembly.ts';
import { untilAccepted } from '../traffic/acceptance.ts';
import { compileOrThrow } from '../traffic/configuration.ts';
import { reservePort } from '../servers/ports.ts';
import { firstOf, publishBundle } from '../traffic/publish.ts';
import { startRestartableRelay } from '../traffic/relay-process.ts';

const NODE = 'envoy-1';

/**
 * The bundles of documents with listeners at ports that nobody has. Those with secrets or Unix sockets are left out:
 * what they listen for is on no machine of a test.
 */
export function bundlesAtFreePorts(files: readonly SourceFile[]): readonly CompiledBundle[] {
  const { report, hasErrors } = collect();
  const memo = createCompileMemo();
  const gateways = lower(link(validate(parse(files, report), report), report), report);
  checkRules(gateways, report, memo);
  if (hasErrors()) return [];
  return gateways
    .filter(({ secrets, resources }) => secrets.length === 0 && !JSON.stringify(resources).includes('"pipe"'))
    .map((gateway) => packGateway(atFreePorts(gateway), memo));
}

const atFreePorts = (gateway: LoweredGateway): LoweredGateway => ({
  ...gateway,
  resources: gateway.resources.map((resource): LoweredResource =>
    resource.type === 'envoy.config.listener.v3.Listener'
      ? { ...resource, message: atFreePort(resource.message) }
      : resource,
  ),
});

function atFreePort(listener: Messages['envoy.config.listener.v3.Listener']): typeof listener {
  const { additional_addresses: _, address, ...rest } = listener;
  const socket = { ...address?.socket_address, address: '127.0.0.1', port_value: 0, ipv4_compat: false };
  return { ...withoutLogFiles(rest), address: { socket_address: socket } };
}

/** Returns when Envoy has accepted all of a bundle. @throws Error with Envoy's words, if it refuses a part. */
export async function acceptOverAds(binary: string, bundle: CompiledBundle): Promise<void> {
  const store = createMemoryStore();
  await publishBundle(store, bundle);
  const port = await reservePort();
  const relay = await startRestartableRelay({ store, listen: `127.0.0.1:${port}` }, '/nonexistent');
  try {
    const { clusters, ids, labels } = bundle.manifest.nodes;
    const node = ids[0] ?? NODE;
    const [cluster = bundle.manifest.gateway.split('/')[1] ?? ''] = clusters;
    const bootstrap = { ...bootstrapFor(port), node: { id: node, cluster, metadata: labels } };
    const envoy = await startEnvoy({ binary, bootstrap, until: 'admin', logLevel: 'off' });
    try {
      await untilAccepted(relay, node, bundle);
    } finally {
      await envoy.stop();
    }
  } finally {
    await relay.stop();
  }
}

/** A bootstrap that knows a relay and nothing else. */
const bootstrapFor = (port: number): object =>
  firstOf(
    compileOrThrow({
      'edge.yaml': `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: tcp, port: 80, protocol: TCP }], admin: { port: 0 }, relay: { port: ${port} } }
---
apiVersion: enroute.dev/v1
kind: TcpRoute
metadata: { name: tcp }
spec: { gateways: [edge], listener: tcp, upstreams: [{ upstream: tcp }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: tcp }
spec: { endpoints: [{ address: 192.0.2.1, port: 80 }] }
`,
    }),
  ).bootstrap;
