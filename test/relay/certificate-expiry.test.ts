/**
 * Certificates that come to their end between a relay and a real Envoy, started as the compiler says: what is told before
 * and after, that Envoy keeps what it has, and that it goes on once they are renewed, without a restart of either.
 */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readStat } from '../../cli/local/envoy-admin.ts';
import type { RunningEnvoy } from '../../cli/local/run-envoy.ts';
import { printSdsFile, type CompiledBundle } from '../../compiler/index.ts';
import { createLog } from '../../relay/log.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { makeAuthority, type CertificateAuthority } from '../servers/certificates.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { request } from '../servers/http-client.ts';
import { startTcpProxy, type TcpProxy } from '../servers/tcp-proxy.ts';
import { createConfigurationCompiler, type ConfigurationCompiler } from '../traffic/configuration.ts';
import { virtualHost } from '../traffic/documents.ts';
import { firstOf, publishBundle } from '../traffic/publish.ts';
import { eventually } from './eventually.ts';

/** How long certificates that end in a test are good for, in seconds: a quarter of it is warned of. */
const LIFE = 16;

describe('certificates between a relay and an Envoy', { timeout: 120_000 }, () => {
  const envoys = useEnvoy();
  let authority: CertificateAuthority;
  let folder: string;
  let store: Store;
  let balancer: TcpProxy;
  let compiler: ConfigurationCompiler;
  let logged: string[];

  beforeEach(async () => {
    [authority, folder, balancer] = await Promise.all([makeAuthority(), temporaryFolder(), startTcpProxy()]);
    onTestFinished(balancer.close);
    store = createMemoryStore();
    logged = [];
    await write('ca.crt', authority.certificate);
    compiler = createConfigurationCompiler({
      port: balancer.port,
      protocol: 'delta',
      tls: {
        certificateChain: at('envoy.crt'),
        privateKey: at('envoy.key'),
        certificateAuthority: at('ca.crt'),
        sdsFolder: folder,
      },
    });
  });

  const at = (name: string): string => join(folder, name);
  /** As a whole, in place of what was there. */
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(at(`${name}.new`), text);
    await rename(at(`${name}.new`), at(name));
  };
  /** Issues `relay` or `envoy` a certificate that is good for so long, in seconds, and puts it in place. */
  const renew = async (name: 'relay' | 'envoy', seconds: number): Promise<void> => {
    // What stands in a certificate are whole seconds.
    const notBefore = new Date(Math.floor(Date.now() / 1_000) * 1_000);
    const notAfter = new Date(notBefore.getTime() + seconds * 1_000);
    const issued = await authority.issue({ commonName: name, names: ['localhost'], notBefore, notAfter });
    await write(`${name}.key`, issued.privateKey);
    await write(`${name}.crt`, issued.certificate);
  };
  const startsRelay = async (): Promise<Relay> => {
    const relay = await startRelay({
      store,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      closeGraceMs: 0,
      pollIntervalMs: 50,
      reloadIntervalMs: 50,
      fleetReport: 'off',
      rolloutSteps: 'leave',
      tls: { certificateChain: at('relay.crt'), privateKey: at('relay.key'), clientAuthorities: at('ca.crt') },
      insecureAnyNode: true,
      log: createLog({ write: (line) => logged.push(line) }),
    });
    onTestFinished(relay.close);
    balancer.forwardTo(relay.adsAddress);
    return relay;
  };
  const publish = async (body: string): Promise<CompiledBundle> => {
    const documents = virtualHost('shop', `routes: [{ respond: { statusCode: 200, body: "${body}" } }]`);
    const bundle = firstOf(await compiler.compile({ documents }));
    await publishBundle(store, bundle);
    return bundle;
  };
  const startsEnvoy = async ({ bootstrap, sdsFiles }: CompiledBundle): Promise<RunningEnvoy> => {
    for (const { name, message } of sdsFiles) await write(name, printSdsFile(message));
    return envoys.start({ bootstrap, nodeId: 'edge-1' });
  };
  const served = async (): Promise<string> =>
    (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
  const told = (words: string): number => logged.filter((line) => line.includes(words)).length;
  const metric = async (relay: Relay, name: string): Promise<number> => {
    const text = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .at(-1),
    );
  };

  test("the relay's ends, and is renewed in place", async () => {
    await renew('envoy', 3_600);
    await renew('relay', LIFE);
    const relay = await startsRelay();
    const envoy = await startsEnvoy(await publish('one'));
    expect(await served()).toBe('one');
    const { expires = '' } = relay.status().tls?.certificate ?? {};
    expect(relay.status().tls).toEqual({
      certificate: { expires, state: 'valid' },
      clientAuthorities: { expires: expect.any(String), state: 'valid' },
    });
    expect(await metric(relay, 'enroute_relay_tls_expiry_timestamp_seconds{certificate="relay"}')).toBe(
      Date.parse(expires) / 1_000,
    );
    await eventually(() => expect(told("the relay's certificate is about to expire")).toBe(1));
    expect(relay.status().tls?.certificate.state).toBe('about to expire');
    expect(Date.now()).toBeLessThan(Date.parse(expires));
    await eventually(() => expect(told("the relay's certificate is expired")).toBe(1));

    // From now on no Envoy comes in, and those that are cut off stay with what they have.
    balancer.cut();
    await eventually(async () =>
      expect(await readStat(envoy.adminPort, 'cluster.enroute_relay.ssl.fail_verify_error')).toBeGreaterThan(0),
    );
    await publish('two');
    expect(await served()).toBe('one');
    expect(relay.status().tls?.certificate.state).toBe('expired');
    await renew('relay', 3_600);
    await eventually(async () => expect(await served()).toBe('two'));
    expect(relay.status().tls?.certificate.state).toBe('valid');
    expect(told("the relay's certificate is valid")).toBe(1);
  });

  test("an Envoy's ends, and is renewed in place", async () => {
    await renew('relay', 3_600);
    await renew('envoy', LIFE);
    const relay = await startsRelay();
    await startsEnvoy(await publish('one'));
    expect(await served()).toBe('one');
    const certificate = () => relay.status().nodes[0]?.certificate;
    expect(certificate()?.state).toBe('valid');
    const { expires = '' } = certificate() ?? {};

    // It is asked to come back before that, has nothing better, and is told of.
    await eventually(() => expect(told('the certificate of a node is about to expire')).toBe(1));
    expect(Date.now()).toBeLessThan(Date.parse(expires));
    await eventually(() => expect(certificate()).toEqual({ expires, state: 'about to expire' }));
    const expiring = 'enroute_relay_node_certificates{gateway="default/edge",state="about to expire"}';
    expect(await metric(relay, expiring)).toBe(1);

    await eventually(() => expect(relay.status().refusals).toMatchObject([{ denied: 'expired' }]));
    expect(relay.status().nodes).toEqual([]);
    expect(await metric(relay, 'enroute_relay_nodes_denied_total{reason="expired"}')).toBeGreaterThan(0);
    await publish('two');
    expect(await served()).toBe('one');
    await renew('envoy', 3_600);
    await eventually(async () => expect(await served()).toBe('two'));
    expect(certificate()?.state).toBe('valid');
  });

  test("an Envoy's is renewed in time, and nobody notices", async () => {
    await renew('relay', 3_600);
    await renew('envoy', LIFE);
    const relay = await startsRelay();
    await startsEnvoy(await publish('one'));
    const expires = Date.parse(relay.status().nodes[0]?.certificate?.expires ?? '');
    await renew('envoy', 3_600);
    // The connection still goes by the old one, until the relay asks for another.
    await eventually(() =>
      expect(Date.parse(relay.status().nodes[0]?.certificate?.expires ?? '')).toBeGreaterThan(expires),
    );
    expect(Date.now()).toBeLessThan(expires);
    await publish('two');
    await eventually(async () => expect(await served()).toBe('two'));
    expect(relay.status().refusals).toEqual([]);
    expect(told('about to expire')).toBe(0);
  });
});
