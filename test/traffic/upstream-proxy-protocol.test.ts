import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection } from '../servers/http-client.ts';
import { startProxyProtocolUpstream } from '../servers/proxy-protocol-upstream.ts';
import { document, GATEWAY, upstream, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const server = await authority.issue({ commonName: 'backend', names: ['backend.internal'] });
  return { authority: authority.certificate, server, stop: async () => undefined };
});
const plain = shared(() => startProxyProtocolUpstream());
const secure = shared(() => startProxyProtocolUpstream({ certificate: certificates().server }));
const tcp = shared(() => startProxyProtocolUpstream({ speaks: 'tcp' }));

const tls = (): string =>
  `tls: ${JSON.stringify({ sni: 'backend.internal', validation: { inline: certificates().authority } })}`;

const tcpRoute = (name: string): Documents =>
  document('TcpRoute', name, `gateways: [${GATEWAY}]`, `listener: ${name}`, `upstreams: [{ upstream: ${name} }]`);

const NAMES = ['one', 'two', 'one-secure', 'two-secure', 'none'];

const gateway = shared(() =>
  startGateway({
    listeners: { http: 'protocol: HTTP', tcp: 'protocol: TCP' },
    documents: {
      ...upstream('one', plain().port, 'proxyProtocol: { version: 1 }'),
      ...upstream('two', plain().port, 'proxyProtocol: {}'),
      ...upstream('one-secure', secure().port, `proxyProtocol: { version: 1 }\n${tls()}`),
      ...upstream('two-secure', secure().port, `proxyProtocol: { version: 2 }\n${tls()}`),
      ...upstream('none', plain().port),
      ...upstream('tcp', tcp().port, 'proxyProtocol: {}'),
      ...tcpRoute('tcp'),
      ...virtualHost(
        'proxied',
        [
          'routes:',
          ...NAMES.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`),
        ].join('\n'),
      ),
    },
  }),
);

const send = (name: string, localAddress = '127.0.0.1') =>
  gateway().request({ host: 'proxied.test', path: `/${name}`, localAddress });

describe('an upstream', () => {
  test.each([
    ['one', 1],
    ['two', 2],
    ['one-secure', 1],
    ['two-secure', 2],
  ])('is told who the client is, before all else (%s)', async (name, version) => {
    expect((await send(name, '127.0.0.33')).json()).toEqual({ version, source: '127.0.0.33' });
  });

  test('is told of each client on connections of its own', async () => {
    expect((await send('two', '127.0.0.34')).json()).toMatchObject({ source: '127.0.0.34' });
    expect((await send('two', '127.0.0.35')).json()).toMatchObject({ source: '127.0.0.35' });
  });

  test('is not told unless the document says so', async () => {
    expect((await send('none')).status).toBe(503);
    expect(plain().headers.at(-1)).toBeUndefined();
  });

  test('is told of the clients of a TcpRoute', async () => {
    const socket = await openConnection({ port: gateway().portOf('tcp'), localAddress: '127.0.0.36' });
    socket.setEncoding('utf8');
    for await (const line of socket) {
      expect(JSON.parse(String(line))).toEqual({ version: 2, source: '127.0.0.36' });
      break;
    }
  });
});
