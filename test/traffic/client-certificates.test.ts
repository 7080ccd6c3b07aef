import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { openConnection } from '../servers/http-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, secret, upstream, type Documents } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const SPIFFE = 'spiffe://example.com/shop';

const certificates = shared(async () => {
  const site = await makeAuthority('Site CA');
  const clients = await makeAuthority('Client CA');
  const middle = await clients.delegate('Middle CA');
  const strangers = await makeAuthority('Client CA');
  const issue = (commonName: string, ...names: readonly string[]) =>
    clients.issue({ commonName, names, usage: 'client' });
  const revoked = await issue('revoked');
  return {
    authority: clients.certificate,
    site: await site.issue({ commonName: 'site', names: ['*.test'] }),
    shown: {
      partner: await issue('partner', SPIFFE, 'a.example.com', 'b.example.com'),
      mail: await issue('mail', 'shop@example.com'),
      address: await issue('address', '203.0.113.7'),
      wildcard: await issue('wildcard', '*.example.org'),
      nameless: await issue('nameless'),
      revoked,
      deep: await middle.issue({ commonName: 'deep', usage: 'client' }),
      stranger: await strangers.issue({ commonName: 'stranger', names: [SPIFFE], usage: 'client' }),
      expired: await clients.issue({ commonName: 'expired', usage: 'client', notAfter: new Date(Date.now() - 60_000) }),
    } satisfies Record<string, Certificate>,
    revocationLists: await clients.revoke([revoked]),
    stop: async () => undefined,
  };
});

type Shown = keyof ReturnType<typeof certificates>['shown'];

const servers = shared(async () => {
  const [http, tcp] = await Promise.all([startUpstream({ name: 'http' }), startTcpUpstream({ name: 'tcp' })]);
  return { http, tcp, stop: async () => void (await Promise.all([http.stop(), tcp.stop()])) };
});

/** The hosts by their name: their `tls` beside the certificate, and the rest. */
const hosts = (): Readonly<Record<string, readonly [tls: object, ...rest: readonly string[]]>> => {
  const { authority, shown, revocationLists } = certificates();
  const clientValidation = { secret: 'client-ca' };
  const named = (...subjectAltNames: readonly object[]) =>
    [{ clientValidation: { inline: authority, subjectAltNames } } as const] as const;
  return {
    everybody: [{}],
    required: [{ clientValidation, forwardClientCertificate: ['subject', 'uri', 'dns'] }],
    inline: [{ clientValidation: { inline: authority }, forwardClientCertificate: ['certificate', 'chain'] }],
    optional: [{ clientValidation: { ...clientValidation, mode: 'optional' }, forwardClientCertificate: ['uri'] }],
    silent: [{ clientValidation }],
    uri: named({ type: 'uri', prefix: 'spiffe://example.com/' }),
    dns: named({ type: 'dns', exact: 'a.example.org' }, { type: 'dns', suffix: '.EXAMPLE.com', ignoreCase: true }),
    email: named({ type: 'email', regex: '[a-z]+@example\\.com' }),
    ip: named({ type: 'ip', exact: '203.0.113.7' }),
    'secret-and-names': [
      { clientValidation: { ...clientValidation, subjectAltNames: [{ type: 'uri', contains: 'shop' }] } },
    ],
    certificate: [{ clientValidation: { ...clientValidation, certificateHashes: [shown.mail.fingerprint] } }],
    key: [{ clientValidation: { ...clientValidation, publicKeyHashes: [publicKeyHash(shown.mail)] } }],
    revocation: [{ clientValidation: { ...clientValidation, revocationLists } }],
    'no-authority': [{ clientValidation: { secret: 'nowhere' } }],
    shallow: [{ clientValidation: { ...clientValidation, maximumDepth: 0 } }],
    rules: [
      { clientValidation: { ...clientValidation, mode: 'optional' } },
      `filters: [{ type: rbac, allow: [{ name: services, subjectAltNames: [{ exact: '${SPIFFE}' }] }] }]`,
    ],
  };
};

const virtualHost = (name: string, tls: object, ...rest: readonly string[]): Documents =>
  document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]`,
    `hostnames: [${name}.test]`,
    `tls: ${JSON.stringify({ certificates: ['site'], ...tls })}`,
    'routes: [{ forward: { upstream: http } }]',
    ...rest,
  );

const gateway = shared(() => {
  const { authority, site } = certificates();
  return startGateway({
    secrets: { 'site.crt': site.certificate, 'site.key': site.privateKey, 'client-ca.pem': authority },
    listeners: { https: 'protocol: HTTPS', tls: 'protocol: TLS' },
    documents: {
      ...secret('site', 'tls-certificate'),
      ...secret('client-ca', 'certificate-authority'),
      ...secret('nowhere', 'certificate-authority'),
      ...upstream('http', servers().http.port),
      ...upstream('tcp', servers().tcp.port),
      ...Object.entries(hosts()).reduce((all, [name, host]) => ({ ...all, ...virtualHost(name, ...host) }), {}),
      ...document(
        'TcpRoute',
        'tcp',
        `gateways: [${GATEWAY}]`,
        'listener: tls',
        'upstreams: [{ upstream: tcp }]',
        'tls: { certificates: [site], clientValidation: { secret: client-ca, subjectAltNames: [{ type: uri, contains: shop }] } }',
      ),
    },
  });
});

const tlsOf = (name: string, shown?: Shown) => ({
  serverName: `${name}.test`,
  ...(shown && { certificate: certificates().shown[shown] }),
});

const requestTo = (name: string, shown?: Shown, rest: Partial<GatewayRequest> = {}): GatewayRequest => ({
  listener: 'https',
  host: `${name}.test`,
  tls: tlsOf(name, shown),
  ...rest,
});

const accepted = async (name: string, shown?: Shown) =>
  expect((await gateway().request(requestTo(name, shown))).status).toBe(200);

/** The connection ends, and no request arrives. */
async function refused(name: string, shown?: Shown): Promise<void> {
  const before = servers().http.count();
  await expect(gateway().request(requestTo(name, shown))).rejects.toThrow();
  expect(servers().http.count()).toBe(before);
}

describe('a client', () => {
  test.each(['required', 'inline', 'silent'])('with a certificate of the authority is served (%s)', async (name) => {
    await accepted(name, 'partner');
    await accepted(name, 'nameless');
  });

  test.each(['required', 'inline', 'silent'])('without a certificate is refused (%s)', (name) => refused(name));

  test.each(['required', 'inline', 'optional', 'uri'])('with a stranger’s certificate is refused (%s)', (name) =>
    refused(name, 'stranger'),
  );

  test.each(['required', 'optional'])('with a certificate that has run out is refused (%s)', (name) =>
    refused(name, 'expired'),
  );

  test('needs none where it is optional, and may show one', async () => {
    await accepted('optional');
    await accepted('optional', 'partner');
  });

  test('needs none at a host that asks nobody, whatever hosts beside it do', async () => {
    await accepted('everybody');
    await accepted('everybody', 'stranger');
  });

  test('is refused while the authority’s certificates are missing', async () => {
    await refused('no-authority');
    await refused('no-authority', 'partner');
  });
});

describe('a host that wants a certificate', () => {
  test.each(['http1', 'http2'] as const)('is not reached over a connection for another (%s)', async (protocol) => {
    const before = servers().http.count();
    for (const other of ['everybody', 'optional', 'silent'] as const) {
      const { status } = await gateway().request(
        requestTo('required', undefined, { protocol, tls: tlsOf(other, other === 'silent' ? 'partner' : undefined) }),
      );
      expect(status).toBe(421);
    }
    expect(servers().http.count()).toBe(before);
  });
});

describe('names in the certificate', () => {
  test.each<[string, Shown]>([
    ['uri', 'partner'],
    ['dns', 'partner'],
    ['dns', 'wildcard'],
    ['email', 'mail'],
    ['ip', 'address'],
    ['secret-and-names', 'partner'],
  ])('of type %s let %s pass', accepted);

  test.each<[string, Shown]>([
    ['uri', 'mail'],
    ['uri', 'nameless'],
    ['dns', 'nameless'],
    ['dns', 'address'],
    ['email', 'partner'],
    ['ip', 'partner'],
    ['secret-and-names', 'mail'],
    ['secret-and-names', 'stranger'],
  ])('of type %s keep %s out', refused);
});

describe('beyond the issuer', () => {
  test.each(['certificate', 'key'])('the %s itself may be asked for', async (name) => {
    await accepted(name, 'mail');
    await refused(name, 'partner');
  });

  test('a certificate must not have been revoked', async () => {
    await accepted('revocation', 'partner');
    await refused('revocation', 'revoked');
    await accepted('required', 'revoked');
  });

  test('authorities between may be as many as the document says', async () => {
    await accepted('required', 'deep');
    await refused('shallow', 'deep');
    await accepted('shallow', 'partner');
  });
});

describe('x-forwarded-client-cert', () => {
  const FORGED = { 'x-forwarded-client-cert': 'Hash=0000;Subject="CN=root"' };
  const seen = async (name: string, shown?: Shown) =>
    (await gateway().echo(requestTo(name, shown, { headers: FORGED }))).headers['x-forwarded-client-cert'];
  const hashOf = (shown: Shown) => `Hash=${certificates().shown[shown].fingerprint}`;

  test('tells upstreams what the document says', async () => {
    const parts = ['Subject="CN=partner"', `URI=${SPIFFE}`, 'DNS=a.example.com', 'DNS=b.example.com'];
    expect(await seen('required', 'partner')).toBe([hashOf('partner'), ...parts].join(';'));
    expect(await seen('optional', 'partner')).toBe([hashOf('partner'), `URI=${SPIFFE}`].join(';'));
  });

  test('may hold the certificate and its chain', async () => {
    const { deep } = certificates().shown;
    const [leaf = ''] = deep.certificate.split(/(?<=-----END CERTIFICATE-----\n)/);
    const header = (await seen('inline', 'deep')) ?? '';
    const fields = new Map(header.split(';').map((field) => [field.slice(0, field.indexOf('=')), field] as const));
    expect([...fields.keys()]).toEqual(['Hash', 'Cert', 'Chain']);
    expect(pemIn(fields.get('Cert'))).toBe(leaf);
    expect(pemIn(fields.get('Chain'))).toBe(deep.certificate);
  });

  const pemIn = (field = '') => decodeURIComponent(field.slice(field.indexOf('"') + 1, -1));

  test.each<[string, Shown | undefined]>([
    ['everybody', undefined],
    ['silent', 'partner'],
    ['optional', undefined],
  ])('is gone where a client forges it and nothing is to be said (%s)', async (name, shown) => {
    expect(await seen(name, shown)).toBeUndefined();
  });
});

describe('rules of rbac on names in the certificate', () => {
  test.each<[number, Shown | undefined]>([
    [200, 'partner'],
    [403, 'mail'],
    [403, 'nameless'],
    [403, undefined],
  ])('answer %d to %s', async (status, shown) => {
    expect((await gateway().request(requestTo('rules', shown))).status).toBe(status);
  });
});

describe('a TcpRoute that terminates TLS', () => {
  async function greeting(shown?: Shown): Promise<string> {
    const socket = await openConnection({ port: gateway().portOf('tls'), tls: tlsOf('tcp', shown) });
    try {
      socket.setEncoding('utf8');
      socket.write('hello');
      let heard = '';
      for await (const text of socket) {
        heard += String(text);
        if (heard.includes('hello')) break;
      }
      return heard;
    } finally {
      socket.destroy();
    }
  }

  test('connects clients with a certificate', async () => expect(await greeting('partner')).toBe('tcp\nhello'));

  test.each<[Shown | undefined]>([[undefined], ['stranger'], ['mail']])('refuses others (%s)', async (shown) => {
    expect(await greeting(shown).catch(() => '')).toBe('');
  });
});

function publicKeyHash({ certificate }: Certificate): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
