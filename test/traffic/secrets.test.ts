import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, secret, upstream, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const authority = shared(async () => {
  const made = await makeAuthority();
  return { ...made, stop: async () => undefined };
});

const issue = (name: string): Promise<Certificate> =>
  authority().issue({ commonName: name, names: [`${name}.test`, 'backend.internal'] });

const backend = shared(async () => startUpstream({ name: 'backend', tls: { certificate: await issue('backend') } }));

/** A host that answers with its name, over TLS. */
const secureHost = (name: string): Documents => ({
  ...secret(name, 'tls-certificate'),
  ...document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]`,
    `hostnames: [${name}.test]`,
    `tls: { certificates: [${name}] }`,
    `routes: [{ respond: { statusCode: 200, body: ${name} } }]`,
  ),
});

describe.each(['delta', 'state-of-the-world'] as const)('over %s', (protocol) => {
  const gateway = shared(async () => {
    const first = await issue('shop');
    return startGateway({
      protocol,
      listeners: { http: 'protocol: HTTP', https: 'protocol: HTTPS' },
      secrets: {
        'shop.crt': first.certificate,
        'shop.key': first.privateKey,
        'backend-ca.pem': (await makeAuthority('another')).certificate,
      },
      documents: {
        ...secureHost('shop'),
        ...secureHost('late'),
        ...secret('backend-ca', 'certificate-authority'),
        ...upstream('backend', backend().port, 'tls: { sni: backend.internal, validation: { secret: backend-ca } }'),
        ...virtualHost('plain', 'routes: [{ forward: { upstream: backend } }]'),
      },
    });
  });

  const connect = (name: string) =>
    gateway().request({
      listener: 'https',
      host: `${name}.test`,
      tls: { serverName: `${name}.test`, authority: authority().certificate },
    });
  const fingerprint = async (name: string) => (await connect(name)).tls?.fingerprint;

  test('a new certificate reaches Envoy by itself, and no connection fails meanwhile', async () => {
    const next = await issue('shop');
    const bundle = gateway().relay.current().status().gateways[0]?.bundle;
    const clients = keepConnecting(() => connect('shop'));
    await gateway().writeSecret('shop.crt', next.certificate);
    await sleep(300); // The relay looks at the files while they do not fit together.
    await gateway().writeSecret('shop.key', next.privateKey);
    await expect.poll(() => fingerprint('shop'), { timeout: 10_000 }).toBe(next.fingerprint);
    expect(await clients.stop()).toEqual([]);
    expect(gateway().relay.current().status().gateways[0]?.bundle).toBe(bundle);
  });

  test('a new authority reaches Envoy by itself', async () => {
    const statusOf = async () => (await gateway().request({ host: 'plain.test' })).status;
    expect(await statusOf()).toBe(503);
    await gateway().writeSecret('backend-ca.pem', authority().certificate);
    await expect.poll(statusOf, { timeout: 10_000 }).toBe(200);
  });

  test('a certificate that is missing keeps its host closed, and no other', async () => {
    await expect(connect('late')).rejects.toThrow();
    // In plain text the host still sends its clients to HTTPS, and says nothing else.
    expect((await gateway().request({ host: 'late.test' })).status).toBe(301);
    expect((await connect('shop')).body).toBe('shop');
    const certificate = await issue('late');
    await gateway().writeSecret('late.crt', certificate.certificate);
    await gateway().writeSecret('late.key', certificate.privateKey);
    await expect
      .poll(() => fingerprint('late').catch(() => 'closed'), { timeout: 10_000 })
      .toBe(certificate.fingerprint);
  });
});

/** Connects again and again, and collects what goes wrong. */
function keepConnecting(connect: () => Promise<unknown>) {
  const failures: string[] = [];
  let isStopping = false;
  const run = async (): Promise<void> => {
    while (!isStopping) await connect().catch((error: unknown) => failures.push(String(error)));
  };
  const running = run();
  return {
    stop: async (): Promise<readonly string[]> => {
      isStopping = true;
      await running;
      return failures;
    },
  };
}
