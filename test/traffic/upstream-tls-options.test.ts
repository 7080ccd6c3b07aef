import { constants, createHash, X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import { TLSSocket, type TlsOptions } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { close, listen } from '../servers/ports.ts';
import { document, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const SNI = 'backend.internal';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const spiffe = 'spiffe://example.com/cart';
  const server = await authority.issue({ commonName: 'backend', names: [SNI, 'other.internal', spiffe] });
  const revoked = await authority.issue({ commonName: 'revoked', names: [SNI] });
  return {
    authority: authority.certificate,
    server,
    revoked,
    lists: await authority.revoke([revoked]),
    stop: async () => undefined,
  };
});

const usual = shared(() => startTlsServer({ certificate: certificates().server }));
const old = shared(() => startTlsServer({ certificate: certificates().server, maxVersion: 'TLSv1.2' }));
const p384 = shared(() => startTlsServer({ certificate: certificates().server, ecdhCurve: 'P-384' }));
const revoked = shared(() => startTlsServer({ certificate: certificates().revoked }));
const strange = shared(() => startTlsServer({ certificate: certificates().server, ALPNProtocols: ['x-strange'] }));

type Server = Awaited<ReturnType<typeof startTlsServer>>;

/** An upstream by its name, the server it leads to, and what it says of TLS and of checking certificates. */
const upstreams = (): Readonly<Record<string, readonly [Server, object, object?]>> => {
  const { server, lists } = certificates();
  const other = 'df6ff72fe9116521268f6f2dd4966f51df479883fe7037b39f75916ac3049d1a';
  return {
    usual: [usual(), { sni: SNI }],
    'version-1.2': [usual(), { sni: SNI, maximumVersion: '1.2' }],
    'version-1.3': [old(), { sni: SNI, minimumVersion: '1.3' }],
    cipher: [old(), { sni: SNI, cipherSuites: ['ECDHE-ECDSA-CHACHA20-POLY1305'] }],
    curve: [p384(), { sni: SNI, curves: ['P-384'] }],
    'wrong-curve': [p384(), { sni: SNI }],
    signature: [usual(), { sni: SNI, signatureAlgorithms: ['ecdsa_secp256r1_sha256'] }],
    'wrong-signature': [usual(), { sni: SNI, signatureAlgorithms: ['rsa_pss_rsae_sha256'] }],
    alpn: [strange(), { sni: SNI, alpn: ['x-strange'] }],
    resumed: [usual(), { sni: SNI }],
    'not-resumed': [usual(), { sni: SNI, sessions: 0 }],
    request: [usual(), { sniFrom: 'request-host' }],
    'request-names': [usual(), { sniFrom: 'request-host' }, { subjectAltNames: [SNI] }],
    endpoint: [usual(), { sniFrom: 'endpoint-hostname' }],
    spiffe: [usual(), { sni: SNI }, { subjectAltNameMatches: [{ type: 'uri', prefix: 'spiffe://example.com/' }] }],
    'wrong-spiffe': [usual(), { sni: SNI }, { subjectAltNameMatches: [{ type: 'uri', prefix: 'spiffe://a.test/' }] }],
    hash: [usual(), { sni: SNI }, { certificateHashes: [server.fingerprint] }],
    'wrong-hash': [usual(), { sni: SNI }, { certificateHashes: [other] }],
    key: [usual(), { sni: SNI }, { publicKeyHashes: [keyHash(server)] }],
    'wrong-key': [usual(), { sni: SNI }, { publicKeyHashes: ['NvqYIYSbgK2vCJpQhObf77vv+bQWtc5ek5RIOwPiC9A='] }],
    revoked: [revoked(), { sni: SNI }],
    'revoked-listed': [revoked(), { sni: SNI }, { revocationLists: lists }],
    'not-revoked': [usual(), { sni: SNI }, { revocationLists: lists }],
  };
};

const gateway = shared(() => {
  const documents = Object.entries(upstreams()).map(([name, [{ port }, tls, validation = {}]]) =>
    document(
      'Upstream',
      name,
      `endpoints: [{ address: 127.0.0.1, port: ${port}, hostname: other.internal }]`,
      `tls: ${JSON.stringify({ ...tls, validation: { inline: certificates().authority, ...validation } })}`,
      'maximumRequestsPerConnection: 1',
    ),
  );
  const routes = Object.keys(upstreams()).map(
    (name) => `- { match: { path: { exact: /${name} } }, forward: { upstream: ${name} } }`,
  );
  return startGateway({
    documents: {
      ...documents.reduce((all, one) => ({ ...all, ...one })),
      ...virtualHost('tls', ['routes:', ...routes].join('\n')),
      ...document('VirtualHost', 'any', 'gateways: [edge]', 'hostnames: ["*"]', 'routes:', ...routes),
    },
  });
});

interface Seen {
  readonly version: string;
  readonly cipher: string;
  readonly alpn: string;
  readonly serverName: string;
  readonly resumed: boolean;
}

const send = (name: string, host = 'tls.test') => gateway().request({ host, path: `/${name}` });
const seenBy = async (name: string, host?: string): Promise<Seen> => (await send(name, host)).json() as Seen;
const statusOf = async (name: string, host?: string): Promise<number> => (await send(name, host)).status;

describe('TLS is spoken', () => {
  test('in the versions that the document says', async () => {
    expect(await seenBy('usual')).toMatchObject({ version: 'TLSv1.3' });
    expect(await seenBy('version-1.2')).toMatchObject({ version: 'TLSv1.2' });
    expect(await statusOf('version-1.3')).toBe(503);
  });

  test('with the cipher suites, groups and signatures that the document says', async () => {
    expect(await seenBy('cipher')).toMatchObject({ cipher: 'ECDHE-ECDSA-CHACHA20-POLY1305' });
    expect([await statusOf('curve'), await statusOf('wrong-curve')]).toEqual([200, 503]);
    expect([await statusOf('signature'), await statusOf('wrong-signature')]).toEqual([200, 503]);
  });

  test('for the protocol that the document says', async () => {
    expect(await seenBy('alpn')).toMatchObject({ alpn: 'x-strange' });
  });

  test('with a session of before, unless the document says otherwise', async () => {
    await send('resumed');
    await expect.poll(async () => (await seenBy('resumed')).resumed, { timeout: 10_000 }).toBe(true);
    for (let count = 0; count < 3; count += 1) expect(await seenBy('not-resumed')).toMatchObject({ resumed: false });
  });
});

describe('the server name', () => {
  test('is the host of the request, and the certificate must have it', async () => {
    expect(await seenBy('request', SNI)).toMatchObject({ serverName: SNI });
    expect(await seenBy('request', 'other.internal:8080')).toMatchObject({ serverName: 'other.internal' });
    expect(await statusOf('request', 'third.internal')).toBe(503);
  });

  test('is the host of the request, and the certificate has the names that the document says', async () => {
    expect(await seenBy('request-names', 'third.internal')).toMatchObject({ serverName: 'third.internal' });
  });

  test('is that of the endpoint', async () => {
    expect(await seenBy('endpoint')).toMatchObject({ serverName: 'other.internal' });
  });
});

test.each([
  ['has a name of the kind that the document says', 'spiffe', 'wrong-spiffe'],
  ['is one that the document names', 'hash', 'wrong-hash'],
  ['has a key that the document names', 'key', 'wrong-key'],
  ['is not revoked', 'not-revoked', 'revoked-listed'],
  ['is not revoked as far as anybody says', 'revoked', 'revoked-listed'],
])('a certificate is taken if it %s', async (_, taken, refused) => {
  expect([await statusOf(taken), await statusOf(refused)]).toEqual([200, 503]);
});

const keyHash = ({ certificate }: Certificate): string =>
  createHash('sha256')
    .update(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

/** A server that answers with what it saw of TLS. */
async function startTlsServer({ certificate: own, ...rest }: TlsOptions & { readonly certificate: Certificate }) {
  const options = {
    cert: own.certificate,
    key: own.privateKey,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    ...rest,
  };
  const server = createServer(options, ({ socket }, response) => {
    if (!(socket instanceof TLSSocket)) throw new Error('TLS ends here');
    const seen: Seen = {
      version: String(socket.getProtocol()),
      cipher: socket.getCipher().name,
      alpn: String(socket.alpnProtocol),
      serverName: String(Reflect.get(socket, 'servername')),
      resumed: socket.isSessionReused(),
    };
    response.end(JSON.stringify(seen));
  });
  const port = await listen(server);
  return {
    port,
    stop: async () => {
      const closed = close(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
