import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { startUpstream, type UpstreamOptions } from '../servers/upstream.ts';
import type { EchoedTls } from '../servers/upstream-echo.ts';
import { document, secret, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

/** Everybody's certificates, and servers that show them. */
const servers = shared(async () => {
  const authority = await makeAuthority('Upstream CA');
  const stranger = await makeAuthority('Strange CA');
  const certificate = await authority.issue({ commonName: 'backend', names: ['backend.internal', 'localhost'] });
  const client = await authority.issue({ commonName: 'edge', usage: 'client' });
  const start = (options: UpstreamOptions, tls = {}) => startUpstream({ ...options, tls: { certificate, ...tls } });
  const [http1, http2, automatic, strict] = await Promise.all([
    start({ name: 'http1' }),
    start({ name: 'http2', protocol: 'http2' }),
    start({ name: 'automatic', protocol: 'automatic' }),
    start({ name: 'strict' }, { clientAuthority: authority.certificate }),
  ]);
  const stop = async () => void (await Promise.all([http1, http2, automatic, strict].map((one) => one.stop())));
  return { authority, stranger, client, http1, http2, automatic, strict, stop };
});

type ServerName = 'http1' | 'http2' | 'automatic' | 'strict';

/** The machine's authorities, which have not heard of the test's. */
const SYSTEM = ['system', 'http1', { sni: 'backend.internal', validation: { system: true } }] as const;
const HAS_SYSTEM = existsSync('/etc/ssl/certs/ca-certificates.crt');

/** An upstream by its name, the server it leads to, its TLS settings, and the rest. */
const upstreams = (): readonly (readonly [name: string, server: ServerName, tls: object, rest?: object])[] => {
  const sni = 'backend.internal';
  const inline = { inline: servers().authority.certificate };
  return [
    ['secret', 'http1', { sni, validation: { secret: 'upstream-ca' } }],
    ['inline', 'http1', { sni, validation: inline }],
    ['stranger', 'http1', { sni, validation: { inline: servers().stranger.certificate } }],
    ...(HAS_SYSTEM ? [SYSTEM] : []),
    ['insecure', 'http1', { validation: { insecureSkipVerify: true } }],
    ['wrong-name', 'http1', { sni: 'frontend.internal', validation: inline }],
    ['other-name', 'http1', { sni: 'frontend.internal', validation: { ...inline, subjectAltNames: [sni] } }],
    ['wrong-names', 'http1', { sni, validation: { secret: 'upstream-ca', subjectAltNames: ['a.internal'] } }],
    ['client', 'strict', { sni, validation: inline, clientCertificate: 'edge' }],
    ['no-client', 'strict', { sni, validation: inline }],
    ['h2', 'http2', { sni, validation: inline }, { protocol: 'http2' }],
    ['automatic-h2', 'automatic', { sni, validation: inline }, { protocol: 'automatic' }],
    ['automatic-h1', 'http1', { sni, validation: inline }, { protocol: 'automatic' }],
    ['plain', 'http1', { sni, validation: inline, minimumVersion: '1.3' }],
  ];
};

const gateway = shared(() => {
  const { authority, client, http1 } = servers();
  const documents = upstreams().map(([name, server, tls, rest = {}]) =>
    document(
      'Upstream',
      name,
      `endpoints: [{ address: 127.0.0.1, port: ${servers()[server].port} }]`,
      `tls: ${JSON.stringify(tls)}`,
      ...Object.entries(rest).map(([field, value]) => `${field}: ${JSON.stringify(value)}`),
    ),
  );
  const resolved = document(
    'Upstream',
    'resolved',
    `dns: { hostname: localhost, port: ${http1.port}, family: ipv4 }`,
    'tls: { validation: { secret: upstream-ca } }',
  );
  const names = [...upstreams().map(([name]) => name), 'resolved'];
  const routes = names.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`);
  return startGateway({
    protocol: 'state-of-the-world',
    secrets: {
      'upstream-ca.pem': authority.certificate,
      'edge.crt': client.certificate,
      'edge.key': client.privateKey,
    },
    documents: {
      ...documents.reduce((all, one) => ({ ...all, ...one })),
      ...resolved,
      ...secret('upstream-ca', 'certificate-authority'),
      ...secret('edge', 'tls-certificate'),
      ...virtualHost('tls', ['routes:', ...routes].join('\n')),
    },
  });
});

const echo = (name: string) => gateway().echo({ host: 'tls.test', path: `/${name}` });
const seenBy = async (name: string): Promise<EchoedTls | undefined> => (await echo(name)).tls;

describe('the endpoint’s certificate', () => {
  test.each(['secret', 'inline', 'resolved'])('is taken if it comes from the authority (%s)', async (name) => {
    expect((await echo(name)).upstream).toBe('http1');
  });

  test('is taken from anybody if the document says so', async () => {
    expect((await echo('insecure')).upstream).toBe('http1');
  });

  test('is taken if it has one of the names that the document asks for', async () => {
    expect(await seenBy('other-name')).toMatchObject({ serverName: 'frontend.internal' });
  });

  test.each([
    ['comes from somebody else', 'stranger', 'fail_verify_error'],
    ['is for another server name', 'wrong-name', 'fail_verify_san'],
    ['has none of the names that the document asks for', 'wrong-names', 'fail_verify_san'],
  ])('is refused if it %s', (_, name, reason) => refused(name, reason));

  // Elsewhere than on Linux the file that Envoy reads may be missing, and it takes no such cluster then.
  test.skipIf(!HAS_SYSTEM)('is refused if it comes from an authority that the machine does not trust', () =>
    refused('system'),
  );

  async function refused(name: string, reason = 'fail_verify_error'): Promise<void> {
    const before = servers().http1.count();
    expect((await gateway().request({ host: 'tls.test', path: `/${name}` })).status).toBe(503);
    expect(await gateway().stat(`cluster.default/${name}.ssl.${reason}`)).toBeGreaterThan(0);
    expect(servers().http1.count()).toBe(before);
  }
});

describe('the upstream', () => {
  test('is asked for by name', async () => {
    expect(await seenBy('inline')).toMatchObject({ serverName: 'backend.internal' });
    expect(await seenBy('resolved')).toMatchObject({ serverName: 'localhost' });
  });

  test('is asked for by no name unless there is one', async () => {
    expect(await seenBy('insecure')).not.toHaveProperty('serverName');
  });

  test('sees the client certificate', async () => {
    const { fingerprint } = servers().client;
    expect(await seenBy('client')).toMatchObject({ clientCertificate: { commonName: 'edge', fingerprint } });
  });

  test('that wants a client certificate gets no request without one', async () => {
    const before = servers().strict.count();
    expect((await gateway().request({ host: 'tls.test', path: '/no-client' })).status).toBe(503);
    expect(servers().strict.count()).toBe(before);
  });

  test.each([
    ['h2', 'HTTP/2.0', 'h2'],
    ['automatic-h2', 'HTTP/2.0', 'h2'],
    ['automatic-h1', 'HTTP/1.1', 'http/1.1'],
  ])('agrees on a protocol (%s)', async (name, protocol, alpn) => {
    expect(await echo(name)).toMatchObject({ protocol, tls: { alpn } });
  });
});
