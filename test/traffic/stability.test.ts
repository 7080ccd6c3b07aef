/** Connections that last: what is changed for one host closes none of another. */
import { describe, expect, test } from 'vitest';
import { readStats } from '../../cli/local/envoy-admin.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { startHttp3Client } from '../servers/http3-client.ts';
import { openPlain, openStream, openWebsocket, startStreamingServer, type LongLived } from '../servers/long-lived.ts';
import { handshake } from '../servers/tls-client.ts';
import type { Configuration } from './configuration.ts';
import { document, GATEWAY, secret, upstream, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const issue = (name: string) => authority.issue({ commonName: name, names: [`${name}.test`] });
  const names = ['stay', 'other', 'fallback'];
  const issued = new Map(await Promise.all(names.map(async (name) => [name, await issue(name)] as const)));
  return { authority, issued, renewed: await issue('stay'), stop: async () => undefined };
});

const files = () => ({
  ...Object.fromEntries(
    [...certificates().issued].flatMap(([name, { certificate, privateKey }]) => [
      [`${name}.crt`, certificate],
      [`${name}.key`, privateKey],
    ]),
  ),
  'partners.pem': certificates().authority.certificate,
});

const streams = shared(() => startStreamingServer());

const host = (name: string, tls: string, ...rest: readonly string[]): Documents =>
  document('VirtualHost', name, `gateways: [${GATEWAY}]`, `hostnames: [${name}.test]`, tls, ...rest);

const FORWARD = 'routes: [{ forward: { upstream: streams, timeout: 0s } }]';

const steady = (): Documents => ({
  ...upstream('streams', streams().port),
  ...secret('stay', 'tls-certificate'),
  ...secret('other', 'tls-certificate'),
  ...secret('fallback', 'tls-certificate'),
  ...secret('partners', 'certificate-authority'),
  ...host('stay', 'tls: { certificates: [stay], fallback: true, plainText: serve }', FORWARD),
  ...document(
    'TcpRoute',
    'stay',
    `gateways: [${GATEWAY}]`,
    'listener: https',
    'hostnames: [tcp.test]',
    'tls: { certificates: [stay] }',
    'upstreams: [{ upstream: streams }]',
  ),
});

const OTHER = 'routes: [{ respond: { statusCode: 200, body: other } }]';
const TLS = 'tls: { certificates: [other] }';

/** What is done to others; each begins where the one before has left it. */
const steps: readonly (readonly [what: string, documents: () => Documents])[] = [
  ['a host is added', () => host('other', TLS, OTHER)],
  [
    'it gets a route',
    () =>
      host('other', TLS, OTHER.replace('[{', '[{ match: { path: { prefix: /a } }, respond: { statusCode: 204 } }, {')),
  ],
  ['it gets a filter', () => host('other', TLS, OTHER, 'filters: [{ type: compression }]')],
  [
    'it asks for client certificates',
    () => host('other', 'tls: { certificates: [other], clientValidation: { secret: partners } }', OTHER),
  ],
  ['it gets another certificate', () => host('other', 'tls: { certificates: [fallback] }', OTHER)],
  [
    'it speaks another TLS',
    () => host('other', 'tls: { certificates: [other], minimumVersion: "1.3", alpn: [h2] }', OTHER),
  ],
  ['a host in plain text is added', () => host('plain', '', OTHER)],
  [
    'a TcpRoute is added',
    () =>
      document(
        'TcpRoute',
        'new',
        `gateways: [${GATEWAY}]`,
        'listener: https',
        'hostnames: [new.test]',
        'upstreams: [{ upstream: streams }]',
      ),
  ],
  ['all of them are removed', () => ({})],
];

/** @param later what one of the listeners says besides */
const configuration = (documents: Documents = {}, later = ''): Configuration => ({
  listeners: {
    http: 'protocol: HTTP',
    https: 'protocol: HTTPS, http3: {}, tls: { fallback: { certificates: [fallback] } }',
    later: `protocol: HTTPS, tls: { fallback: { certificates: [fallback] } }${later}`,
  },
  documents: { ...steady(), ...documents },
});

describe.each(['delta', 'state-of-the-world'] as const)('over %s', (protocol) => {
  const gateway = shared(() =>
    startGateway({
      protocol,
      secrets: files(),
      // What drains is closed after this, and not after ten minutes.
      envoyArguments: ['--drain-time-s', '1', '--drain-strategy', 'immediate'],
      ...configuration(),
    }),
  );
  const http3 = shared(() => startHttp3Client({ port: gateway().portOf('https') }));

  const openAll = async (): Promise<readonly (readonly [string, LongLived])[]> => {
    const plain = { port: gateway().portOf('http'), host: 'stay.test' };
    const secured = { port: gateway().portOf('https'), host: 'stay.test', tls: { serverName: 'stay.test' } };
    return [
      ['an answer over HTTP', await openStream(plain)],
      ['a websocket over HTTP', await openWebsocket(plain)],
      ['an answer over HTTPS', await openStream(secured)],
      ['a websocket over HTTPS', await openWebsocket(secured)],
      ['an answer over HTTP/2', await openStream({ ...secured, protocol: 'http2' })],
      ['an answer with the fallback certificate', await openStream({ ...secured, tls: {} })],
      ['a connection of a TcpRoute', await openPlain({ ...secured, tls: { serverName: 'tcp.test' } })],
      ['an answer over HTTP/3', await openStream(http3().target({ host: 'stay.test' }))],
    ];
  };

  test('connections of a host outlast what is done to others', async () => {
    const all = await openAll();
    try {
      for (const [what, documents] of steps) {
        await gateway().apply(configuration(documents()));
        await untilDrained(gateway().envoy.adminPort);
        streams().tell(what);
        for (const [which, one] of all)
          await expect(one.heard(what), `${which}, when ${what}`).resolves.toBeUndefined();
      }
    } finally {
      for (const [, one] of all) one.close();
    }
    expect(await listenerStats(gateway().envoy.adminPort)).toMatchObject({ drained: 0, modified: 0 });
  });

  test('and a new certificate of its own', async () => {
    const all = await openAll();
    try {
      const { certificate, privateKey, fingerprint } = certificates().renewed;
      await gateway().writeSecret('stay.crt', certificate);
      await gateway().writeSecret('stay.key', privateKey);
      const served = async () => (await handshake(gateway().portOf('https'), { servername: 'stay.test' })).fingerprint;
      await expect.poll(served, { timeout: 15_000 }).toBe(fingerprint);
      streams().tell('renewed');
      for (const [which, one] of all) await expect(one.heard('renewed'), which).resolves.toBeUndefined();
    } finally {
      for (const [, one] of all) one.close();
    }
  });

  test('and HTTP/3 that is spoken from now on, and no more', async () => {
    const port = gateway().portOf('later');
    const stay = await openStream({ port, host: 'stay.test', tls: { serverName: 'stay.test' } });
    const client = await startHttp3Client({ port });
    try {
      await gateway().apply(configuration({}, ', http3: {}'));
      const quick = await openStream(client.target({ host: 'stay.test' }));
      await gateway().apply(configuration());
      await untilDrained(gateway().envoy.adminPort);
      await expect(quick.heard('never said')).rejects.toThrow(/ended/);
      streams().tell('still there');
      await stay.heard('still there');
    } finally {
      stay.close();
      await client.stop();
    }
  });

  test('what a host changes about itself ends its own connections', async () => {
    const ofOther = (rest: string) => host('other', `tls: { certificates: [other], ${rest} }`, FORWARD);
    await gateway().apply(configuration(ofOther('')));
    const stay = await openStream({
      port: gateway().portOf('https'),
      host: 'stay.test',
      tls: { serverName: 'stay.test' },
    });
    const other = await openStream({
      port: gateway().portOf('https'),
      host: 'other.test',
      tls: { serverName: 'other.test' },
    });
    await gateway().apply(configuration(ofOther('alpn: [http/1.1]')));
    await expect(other.heard('never said')).rejects.toThrow(/ended/);
    streams().tell('still there');
    await stay.heard('still there');
    stay.close();
  });
});

async function listenerStats(adminPort: number) {
  const stats = await readStats(adminPort, '^listener_manager\\.');
  const of = (name: string): number => stats.get(`listener_manager.${name}`) ?? 0;
  return {
    /** Filter chains that are being closed. */
    draining: of('total_filter_chains_draining'),
    drained: of('total_listeners_draining'),
    inPlace: of('listener_in_place_updated'),
    modified: of('listener_modified') - of('listener_in_place_updated'),
  };
}

const untilDrained = (adminPort: number): Promise<void> =>
  expect.poll(() => listenerStats(adminPort), { timeout: 10_000 }).toMatchObject({ draining: 0 });
