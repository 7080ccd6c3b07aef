/** Real Envoys with certificates of all kinds at a relay with a node policy, and what becomes of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { readListenerPort, readStat } from '../../cli/local/envoy-admin.ts';
import type { RunningEnvoy } from '../../cli/local/run-envoy.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { createLog } from '../../relay/log.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { makeAuthority, type Certificate, type CertificateAuthority } from '../servers/certificates.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { adsBootstrap, trafficBundle } from './probe/envoy.ts';

const { start } = useEnvoy();

const POLICY = 'rules:\n  - uri: spiffe://example.com/envoy/{gateway}/{node}\n';
const spiffe = (gateway: string, node: string): string => `spiffe://example.com/envoy/${gateway}/${node}`;

let authority: CertificateAuthority;
let stranger: CertificateAuthority;
let own: Certificate;
let folder: string;
let store: Store;
let relay: Relay;
let logged: string[];
let edition: number;
let upstreamPort: number;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([makeAuthority('CA'), makeAuthority('Another CA')]);
  own = await authority.issue({ commonName: 'relay', names: ['localhost'], usage: 'server' });
});

beforeEach(async () => {
  folder = await temporaryFolder();
  logged = [];
  edition = 0;
  store = createMemoryStore();
  const upstream = await startDemoUpstream({ name: 'shop' });
  onTestFinished(upstream.stop);
  upstreamPort = upstream.port;
  await publishNext();
  await publishBundle(store, smallBundle('default/internal', 1));
  relay = await startRelay({
    store,
    listen: '127.0.0.1:0',
    adminListen: '127.0.0.1:0',
    closeGraceMs: 0,
    pollIntervalMs: 20,
    reloadIntervalMs: 20,
    tls: {
      certificateChain: await write('relay.crt', own.certificate),
      privateKey: await write('relay.key', own.privateKey),
      clientAuthorities: await write('clients.crt', authority.certificate),
    },
    nodePolicy: await write('policy.yaml', POLICY),
    log: createLog({ write: (line) => logged.push(line) }),
  });
  onTestFinished(relay.close);
  await eventually(() => expect(relay.status().relay.state).toBe('ready'));
});

const write = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

/** Publishes a bundle that differs from the last one by a route. */
async function publishNext(): Promise<string> {
  edition += 1;
  const routes = { [`/${edition}`]: 'shop' };
  const bundle = trafficBundle({ clusters: { shop: { port: upstreamPort } }, routes, listeners: { web: 0 } });
  await publishBundle(store, bundle);
  return bundle.id;
}

interface Started extends RunningEnvoy {
  readonly lines: readonly string[];
}

/** Starts an Envoy that calls itself so, and shows this certificate. */
async function startNode(
  certificate: Certificate | null,
  {
    id = 'edge-1',
    cluster = 'edge',
    until = 'admin',
  }: { id?: string; cluster?: string; until?: 'live' | 'admin' } = {},
): Promise<Started> {
  const lines: string[] = [];
  const envoy = await start({
    bootstrap: withTls(adsBootstrap(relay.adsAddress, 'delta'), {
      common_tls_context: {
        ...(certificate && {
          tls_certificates: [
            {
              certificate_chain: { inline_string: certificate.certificate },
              private_key: { inline_string: certificate.privateKey },
            },
          ],
        }),
        validation_context: { trusted_ca: { inline_string: authority.certificate } },
      },
      sni: 'localhost',
    }),
    nodeId: id,
    nodeCluster: cluster,
    until,
    // Envoy shows the message of a status as it comes.
    onLine: (line) => lines.push(line),
  });
  return { ...envoy, lines };
}

function withTls(bootstrap: ReturnType<typeof adsBootstrap>, context: object): object {
  const copy = structuredClone(bootstrap);
  const cluster = copy.static_resources.clusters[0];
  const typed_config = {
    '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
    ...context,
  };
  return {
    ...copy,
    static_resources: {
      clusters: [{ ...cluster, transport_socket: { name: 'envoy.transport_sockets.tls', typed_config } }],
    },
  };
}

const issue = (gateway: string, node: string): Promise<Certificate> =>
  authority.issue({ commonName: 'envoy', names: [spiffe(gateway, node)], usage: 'client' });

/** What the Envoy answers to a request for the route of this edition. */
async function get({ adminPort }: RunningEnvoy, path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${await readListenerPort(adminPort, 'web')}${path}`)).status;
}

const metric = async (name: string): Promise<string> => {
  const text = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
  return text.split('\n').find((line) => line.startsWith(name)) ?? '';
};

describe('an Envoy whose certificate is bound to its gateway and its id', () => {
  test('is served, and goes on being served while others are refused', async () => {
    const envoy = await startNode(await issue('edge', 'edge-1'), { until: 'live' });
    expect(await get(envoy, '/1')).toBe(200);
    const [wrong] = await Promise.all([issue('internal', 'edge-2'), startNode(null)]);
    await startNode(wrong, { id: 'edge-2' });
    await eventually(() => expect(relay.status().refusals).toHaveLength(2));
    await publishNext();
    await eventually(async () => expect(await get(envoy, '/2')).toBe(200));
    expect(relay.status().nodes).toMatchObject([{ id: 'edge-1', gateway: 'default/edge', state: 'complete' }]);
    expect(await readStat(envoy.adminPort, 'control_plane.connected_state')).toBe(1);
  });
});

describe('an Envoy that claims more than its certificate says', () => {
  test.each([
    ['another gateway', ['internal', 'edge-1'], 'gateway', 'is not for the gateway that node \\"edge-1\\"'],
    ['another node', ['edge', 'edge-7'], 'node', 'may not speak for node \\"edge-1\\"'],
    ['a name of no rule', ['edge/x', 'edge-1'], 'certificate', 'the node policy of this relay has no rule for'],
  ] as const)('is refused: %s', async (_, [gateway, node], denied, words) => {
    const { lines, adminPort } = await startNode(await issue(gateway, node));
    const message = JSON.parse(`"${words}"`);
    await eventually(() =>
      expect(relay.status().refusals).toMatchObject([
        {
          node: 'edge-1',
          cluster: 'edge',
          code: 'PERMISSION_DENIED',
          denied,
          gateway: 'default/edge',
          certificate: [spiffe(gateway, node)],
          message: expect.stringContaining(message),
        },
      ]),
    );
    expect(relay.status().nodes).toEqual([]);
    expect(logged.join('')).toContain(words);
    expect(await metric(`enroute_relay_nodes_denied_total{reason="${denied}"}`)).toMatch(/ [1-9]\d*$/);
    // Envoy itself says what it was told, and that names no gateway of others.
    await eventually(() => expect(lines.join('\n')).toContain(message));
    expect(lines.join('\n')).not.toContain('default/');
    expect(await readStat(adminPort, 'cluster_manager.cds.update_success')).toBe(0);
    const repeated = relay.status().refusals[0]?.times ?? 0;
    await eventually(() => expect(relay.status().refusals[0]?.times).toBeGreaterThan(repeated));
    expect(relay.status().refusals).toHaveLength(1);
  });

  test('is not told which gateways there are, either', async () => {
    const { lines } = await startNode(await issue('edge', 'edge-1'), { cluster: 'nowhere' });
    await eventually(() => expect(lines.join('\n')).toContain('belongs to no gateway, or to several'));
    expect(lines.join('\n')).not.toContain('internal');
  });
});

describe('an Envoy whose certificate is worth nothing', () => {
  interface Worthless {
    readonly what: string;
    readonly certificate: () => Promise<Certificate | null>;
    readonly denied: string;
  }
  const names = [spiffe('edge', 'edge-1')];
  const worthless: readonly Worthless[] = [
    { what: 'there is none', certificate: () => Promise.resolve(null), denied: 'missing' },
    {
      what: 'it has expired',
      certificate() {
        const notAfter = new Date(Date.now() - 1_000);
        return authority.issue({ commonName: 'envoy', names, usage: 'client', notAfter });
      },
      denied: 'expired',
    },
    {
      what: 'nobody knows who signed it',
      certificate: () => stranger.issue({ commonName: 'envoy', names, usage: 'client' }),
      denied: 'certificate',
    },
  ];

  test.each(worthless)('does not get beyond the handshake: $what', async ({ certificate, denied }) => {
    const { adminPort } = await startNode(await certificate());
    await eventually(() =>
      expect(relay.status().refusals).toMatchObject([{ node: null, code: 'UNAUTHENTICATED', denied }]),
    );
    expect(relay.status().nodes).toEqual([]);
    expect(await readStat(adminPort, 'cluster_manager.cds.update_success')).toBe(0);
    expect(await metric(`enroute_relay_nodes_denied_total{reason="${denied}"}`)).toMatch(/ [1-9]\d*$/);
  });
});

describe('what the relay is given anew', () => {
  test('client authorities: new connections need the new ones, streams that stand go on', async () => {
    const envoy = await startNode(await issue('edge', 'edge-1'), { until: 'live' });
    await write('clients.crt', stranger.certificate);
    await eventually(() => expect(logged.filter((line) => line.includes('certificate is loaded'))).toHaveLength(2));
    const names = [spiffe('edge', 'edge-2')];
    const newcomer = await stranger.issue({ commonName: 'envoy', names, usage: 'client' });
    const second = await startNode(newcomer, { id: 'edge-2', until: 'live' });
    await startNode(await issue('edge', 'edge-3'), { id: 'edge-3' });
    await eventually(() => expect(relay.status().refusals).toMatchObject([{ denied: 'certificate' }]));
    await publishNext();
    for (const each of [envoy, second]) await eventually(async () => expect(await get(each, '/2')).toBe(200));
    expect(relay.status().nodes.map(({ id }) => id)).toEqual(['edge-1', 'edge-2']);
    expect(logged.join('')).not.toContain('a node disconnected');
  });

  test('a policy: streams that it denies end, though the Envoys keep what they have', async () => {
    const envoy = await startNode(await issue('edge', 'edge-1'), { until: 'live' });
    const other = await startNode(await issue('edge', 'edge-2'), { id: 'edge-2', until: 'live' });
    await write('policy.yaml', 'rules: nonsense');
    await eventually(() => expect(logged.join('')).toContain('the node policy cannot be read anew'));
    expect(relay.status().nodes).toHaveLength(2);
    await write('policy.yaml', `${POLICY}    nodes: [edge-1]\n`);
    await eventually(() => expect(relay.status().refusals).toMatchObject([{ node: 'edge-2', denied: 'node' }]));
    await publishNext();
    await eventually(async () => expect(await get(envoy, '/2')).toBe(200));
    expect(relay.status().nodes).toMatchObject([{ id: 'edge-1' }]);
    expect(await get(other, '/1')).toBe(200);
    expect(await get(other, '/2')).toBe(404);
  });

  test('its own certificate: Envoys that come now see the new one', async () => {
    const envoy = await startNode(await issue('edge', 'edge-1'), { until: 'live' });
    const renewed = await authority.issue({ commonName: 'renewed', names: ['localhost'], usage: 'server' });
    await write('relay.key', renewed.privateKey);
    await write('relay.crt', renewed.certificate);
    await eventually(() => expect(logged.filter((line) => line.includes('certificate is loaded'))).toHaveLength(2));
    await startNode(await issue('edge', 'edge-2'), { id: 'edge-2', until: 'live' });
    await publishNext();
    await eventually(async () => expect(await get(envoy, '/2')).toBe(200));
    expect(relay.status().nodes).toHaveLength(2);
    expect(relay.status().nodes[0]?.types.map(({ typeUrl }) => typeUrl)).toContain(TypeUrl.route);
  });
});
