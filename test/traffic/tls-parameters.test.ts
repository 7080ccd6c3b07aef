import { describe, expect, test } from 'vitest';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { handshake, stallHandshake } from '../servers/tls-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import type { Configuration } from './configuration.ts';
import { document, GATEWAY, upstream, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const issue = (keys: 'ecdsa' | 'rsa') => authority.issue({ commonName: keys, names: ['*.test'], keys });
  const [ecdsa, rsa] = [await issue('ecdsa'), await issue('rsa')];
  const staples = {
    fresh: await authority.staple(ecdsa),
    old: await authority.staple(ecdsa, { nextUpdate: new Date(Date.now() - 1000) }),
  };
  return { ecdsa, rsa, staples, stop: async () => undefined };
});

const files = () => {
  const { ecdsa, rsa, staples } = certificates();
  const pair = (name: string, { certificate, privateKey }: Certificate) => ({
    [`${name}.crt`]: certificate,
    [`${name}.key`]: privateKey,
  });
  return {
    ...pair('ecdsa', ecdsa),
    ...pair('rsa', rsa),
    // Stores that hold texts have the response in base64.
    'fresh.ocsp': staples.fresh.toString('base64'),
    'old.ocsp': staples.old.toString('base64'),
  };
};

const secretOf = (name: string, key: 'ecdsa' | 'rsa', staple = ''): Documents =>
  document(
    'Secret',
    name,
    'type: tls-certificate',
    `file: { certificateChain: ${key}.crt, privateKey: ${key}.key${staple} }`,
  );

const host = (name: string, tls = '', certificate = 'ecdsa'): Documents =>
  document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]`,
    `hostnames: [${name}.test]`,
    `tls: { certificates: [${certificate}], ${tls} }`,
    'routes: [{ respond: { statusCode: 200 }, filters: [{ type: headers, response: { set: FINGERPRINTS } }] }]'.replace(
      'FINGERPRINTS',
      '[{ name: x-ja3, value: "%TLS_JA3_FINGERPRINT%" }, { name: x-ja4, value: "%TLS_JA4_FINGERPRINT%" }]',
    ),
  );

const tcp = shared(() => startTcpUpstream({ name: 'tcp' }));

const SUITES = 'cipherSuites: [ECDHE-ECDSA-AES256-GCM-SHA384, ECDHE-ECDSA-CHACHA20-POLY1305]';

const configuration = (more: Documents = {}): Configuration => ({
  listeners: {
    http: 'protocol: HTTP',
    https: `protocol: HTTPS, tls: { fingerprints: [ja3, ja4], handshakeTimeout: 300ms }`,
    server: `protocol: HTTPS, tls: { ${SUITES} }`,
    client: `protocol: HTTPS, tls: { ${SUITES}, cipherPreference: client, fingerprints: [ja4] }`,
    quantum: 'protocol: HTTPS, tls: { curves: [X25519MLKEM768], alpn: [http/1.1] }',
    tls: 'protocol: TLS',
  },
  documents: {
    ...secretOf('ecdsa', 'ecdsa'),
    ...secretOf('rsa', 'rsa'),
    ...secretOf('stapled', 'ecdsa', ', ocspStaple: fresh.ocsp'),
    ...secretOf('outdated', 'ecdsa', ', ocspStaple: old.ocsp'),
    ...host('usual'),
    ...host('both', '', 'rsa, ecdsa'),
    ...host('new', 'minimumVersion: "1.3"'),
    ...host('old', 'maximumVersion: "1.2", cipherSuites: [ECDHE-ECDSA-AES128-GCM-SHA256]'),
    ...host('p384', 'curves: [P-384]'),
    ...host('signature', 'signatureAlgorithms: [rsa_pss_rsae_sha512]', 'rsa'),
    ...host('http1', 'alpn: [http/1.1]'),
    ...host('stapled', 'ocspStapling: required', 'stapled'),
    ...host('outdated', 'ocspStapling: lenient', 'outdated'),
    ...host('strict', 'ocspStapling: strict', 'outdated'),
    ...upstream('tcp', tcp().port),
    ...document(
      'TcpRoute',
      'tcp',
      `gateways: [${GATEWAY}]`,
      'listener: tls',
      'hostnames: [tcp.test]',
      'tls: { certificates: [ecdsa], alpn: [postgresql], maximumVersion: "1.2" }',
      'upstreams: [{ upstream: tcp }]',
    ),
    ...more,
  },
});

const gateway = shared(() => startGateway({ secrets: files(), ...configuration() }));

const meet = (name: string, options: Parameters<typeof handshake>[1] = {}, listener = 'https') =>
  handshake(gateway().portOf(listener), { servername: `${name}.test`, ...options });

/** With one version of TLS on offer. */
const only = (version: 'TLSv1.2' | 'TLSv1.3') => ({ minVersion: version, maxVersion: version }) as const;

describe('a host may choose for itself', () => {
  test('versions', async () => {
    expect(await meet('usual')).toMatchObject({ version: 'TLSv1.3' });
    expect(await meet('usual', only('TLSv1.2'))).toMatchObject({ version: 'TLSv1.2' });
    expect(await meet('new')).toMatchObject({ version: 'TLSv1.3' });
    await expect(meet('new', only('TLSv1.2'))).rejects.toThrow();
    expect(await meet('old')).toMatchObject({ version: 'TLSv1.2', cipher: 'ECDHE-ECDSA-AES128-GCM-SHA256' });
    await expect(meet('old', only('TLSv1.3'))).rejects.toThrow();
  });

  test('cipher suites', async () => {
    const chacha = { ...only('TLSv1.2'), ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305' };
    expect(await meet('usual', chacha)).toMatchObject({ cipher: 'ECDHE-ECDSA-CHACHA20-POLY1305' });
    await expect(meet('old', chacha)).rejects.toThrow();
  });

  test('groups for the key exchange', async () => {
    expect(await meet('p384', only('TLSv1.2'))).toMatchObject({ group: 'secp384r1' });
    await expect(meet('p384', { ecdhCurve: 'X25519' })).rejects.toThrow();
    await expect(meet('usual', { ecdhCurve: 'P-384' })).rejects.toThrow();
  });

  test('signature algorithms', async () => {
    expect(await meet('signature', { sigalgs: 'RSA-PSS+SHA512' })).toMatchObject({ version: 'TLSv1.3' });
    await expect(meet('signature', { sigalgs: 'RSA-PSS+SHA256' })).rejects.toThrow();
  });

  test('versions of HTTP', async () => {
    const both = { ALPNProtocols: ['h2', 'http/1.1'] };
    expect(await meet('http1', both)).toMatchObject({ alpn: 'http/1.1' });
    const { tls } = await gateway().request({
      listener: 'https',
      host: 'usual.test',
      protocol: 'http2',
      tls: { serverName: 'usual.test' },
    });
    expect(tls).toMatchObject({ alpn: 'h2' });
  });

  test('two certificates, of which each client gets the one that it can use', async () => {
    const { ecdsa, rsa } = certificates();
    const suite = (ciphers: string) => meet('both', { ...only('TLSv1.2'), ciphers });
    expect(await suite('ECDHE-RSA-AES128-GCM-SHA256')).toMatchObject({ fingerprint: rsa.fingerprint });
    expect(await suite('ECDHE-ECDSA-AES128-GCM-SHA256')).toMatchObject({ fingerprint: ecdsa.fingerprint });
    expect(await meet('both', { sigalgs: 'RSA-PSS+SHA256' })).toMatchObject({ fingerprint: rsa.fingerprint });
    expect(await meet('both')).toMatchObject({ fingerprint: ecdsa.fingerprint });
  });
});

describe('a listener', () => {
  test('decides whose order of cipher suites holds', async () => {
    const ciphers = 'ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES256-GCM-SHA384';
    const chosen = async (listener: string) => (await meet('usual', { ...only('TLSv1.2'), ciphers }, listener)).cipher;
    expect(await chosen('server')).toBe('ECDHE-ECDSA-AES256-GCM-SHA384');
    expect(await chosen('client')).toBe('ECDHE-ECDSA-CHACHA20-POLY1305');
  });

  test('may want a group that withstands quantum computers', async () => {
    await expect(meet('usual', { ecdhCurve: 'X25519' }, 'quantum')).rejects.toThrow();
    // Envoy is a client that has it.
    const port = gateway().portOf('quantum');
    const tls = 'tls: { sni: usual.test, curves: [X25519MLKEM768], validation: { insecureSkipVerify: true } }';
    await gateway().apply(
      configuration({
        ...upstream('loop', port, tls),
        ...virtualHost('loop', 'routes: [{ forward: { upstream: loop, rewrite: { host: { literal: usual.test } } } }]'),
      }),
    );
    expect((await gateway().request({ host: 'loop.test' })).status).toBe(200);
    expect(await gateway().stat(`listener.0.0.0.0_${port}.ssl.curves.X25519MLKEM768`)).toBe(1);
  });

  test('ends handshakes that take too long', async () => {
    await stallHandshake(gateway().portOf('https'), 'usual.test');
  });
});

describe('OCSP responses', () => {
  test('are stapled to certificates that have one', async () => {
    const { ocspResponse } = await meet('stapled');
    expect(ocspResponse?.equals(certificates().staples.fresh)).toBe(true);
    expect((await meet('usual')).ocspResponse).toBeUndefined();
  });

  test('that have run out are left out, or end the connection', async () => {
    expect((await meet('outdated')).ocspResponse).toBeUndefined();
    await expect(meet('strict')).rejects.toThrow();
  });
});

describe('fingerprints', () => {
  const fingerprints = async (listener: string) => {
    const { headers } = await gateway().request({ listener, host: 'usual.test', tls: { serverName: 'usual.test' } });
    return [headers.get('x-ja3'), headers.get('x-ja4')];
  };

  test('are there for headers where they are taken', async () => {
    expect(await fingerprints('https')).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^t13d\d{4}h1_[0-9a-f]{12}_[0-9a-f]{12}$/),
    ]);
    expect(await fingerprints('client')).toEqual([null, expect.stringMatching(/^t13d/)]);
    expect(await fingerprints('server')).toEqual([null, null]);
  });
});

test('a TcpRoute may offer protocols of its own', async () => {
  const met = await meet('tcp', { ALPNProtocols: ['postgresql'] }, 'tls');
  expect(met).toMatchObject({ alpn: 'postgresql', version: 'TLSv1.2' });
});
