/** Who is given secrets, and when they come anew: over real gRPC, with and without certificates. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, credentials, type ChannelCredentials } from '@grpc/grpc-js';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decode, TypeUrl } from '../../compiler/xds/index.ts';
import { createLog } from '../../relay/log.ts';
import type { RelayOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { fileProvider } from '../../relay/secrets/providers/file.ts';
import type { TlsFiles } from '../../relay/tls.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { makeAuthority, type Certificate, type CertificateAuthority } from '../servers/certificates.ts';
import { makeFolder, type Folder } from '../servers/folder.ts';
import { publishBundle, smallBundle } from './bucket.ts';
import { decodeSotwResponse, encodeSotwRequest } from './discovery.ts';
import { eventually } from './eventually.ts';

const EDGE = 'default/edge';
const NAME = 'default/shop-tls';
const METHOD = '/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources';
const provider = { type: 'file', certificateChain: 'shop.crt', privateKey: 'shop.key' };
const bundle = smallBundle(EDGE, 1, [{ name: NAME, type: 'tls-certificate', provider }]);

describe('secrets of a running relay', () => {
  let authority: CertificateAuthority;
  let envoy: Certificate;
  let shop: Certificate;
  let renewed: Certificate;
  let folder: Folder;
  let relay: Relay;
  let client: Client;
  let logged: string[];
  let tls: Required<TlsFiles>;

  beforeAll(async () => {
    authority = await makeAuthority();
    [envoy, shop, renewed] = await Promise.all([
      authority.issue({ commonName: 'envoy', usage: 'client' }),
      authority.issue({ commonName: 'shop' }),
      authority.issue({ commonName: 'shop' }),
    ]);
  });
  beforeEach(async () => {
    folder = await makeFolder();
    logged = [];
    const own = await authority.issue({ commonName: 'relay', names: ['localhost'] });
    tls = {
      certificateChain: await write('relay.crt', own.certificate),
      privateKey: await write('relay.key', own.privateKey),
      clientAuthorities: await write('ca.crt', authority.certificate),
    };
    await writeShop(shop);
  });
  afterEach(async () => {
    client.close();
    await relay.close();
    await folder.remove();
  });

  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, text);
    return path;
  };
  const writeShop = async ({ certificate, privateKey }: Certificate): Promise<void> => {
    await write('shop.key', privateKey);
    await write('shop.crt', certificate);
  };

  /** Starts a relay, and asks it for the secret; gives the private keys that come. */
  const ask = async (options: Partial<RelayOptions>, channel: ChannelCredentials): Promise<readonly string[]> => {
    const store = createMemoryStore();
    await publishBundle(store, bundle);
    relay = await startRelay({
      store,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      closeGraceMs: 0,
      pollIntervalMs: 10,
      secretProviders: [fileProvider({ folders: [folder.path], refreshMs: 10 })],
      log: createLog({ level: 'debug', write: (line) => logged.push(line) }),
      ...options,
    });
    await eventually(() => expect(relay.status().gateways[0]?.bundle).toBe(bundle.id));
    const keys: string[] = [];
    client = new Client(relay.adsAddress, channel, { 'grpc.ssl_target_name_override': 'localhost' });
    const identity = (bytes: Buffer): Buffer => bytes;
    const stream = client.makeBidiStreamRequest(METHOD, identity, identity);
    stream.on('error', () => undefined); // The relay goes away at the end of each test.
    stream.on('data', (message: Buffer) => {
      const { resources, version, nonce } = decodeSotwResponse(message);
      for (const { value } of resources) {
        const secret = decode('envoy.extensions.transport_sockets.tls.v3.Secret', value);
        keys.push(secret.tls_certificate?.private_key?.inline_string ?? '');
      }
      stream.write(encodeSotwRequest({ typeUrl: TypeUrl.secret, names: [NAME], version, nonce }));
    });
    const node = { id: 'edge-1', cluster: 'default-edge' };
    stream.write(encodeSotwRequest({ typeUrl: TypeUrl.secret, names: [NAME], node }));
    return keys;
  };
  const mutual = (): ChannelCredentials =>
    credentials.createSsl(
      Buffer.from(authority.certificate),
      Buffer.from(envoy.privateKey),
      Buffer.from(envoy.certificate),
    );

  test('are given over mutual TLS, and again when they are renewed; the status knows of them', async () => {
    const keys = await ask({ tls, insecureAnyNode: true }, mutual());
    await eventually(() => expect(keys).toEqual([shop.privateKey]));
    await writeShop(renewed);
    await eventually(() => expect(keys.at(-1)).toBe(renewed.privateKey));
    await eventually(() =>
      expect(relay.status()).toMatchObject({
        secrets: [{ name: NAME, provider: 'file', state: 'served', gateways: [EDGE], expires: expect.any(String) }],
        nodes: [
          {
            id: 'edge-1',
            gateway: EDGE,
            bundle: bundle.id,
            protocol: 'sotw',
            types: [{ typeUrl: TypeUrl.secret, nacked: null }],
          },
        ],
      }),
    );
    const told = [
      ...logged,
      JSON.stringify(relay.status()),
      await (await fetch(`http://${relay.adminAddress}/metrics`)).text(),
    ];
    for (const { privateKey } of [shop, renewed]) expect(told.join('')).not.toContain(privateKey.split('\n')[1]);
  });

  const ownCertificate = (): TlsFiles => ({ certificateChain: tls.certificateChain, privateKey: tls.privateKey });
  const refusals: readonly [string, () => Partial<RelayOptions>, () => ChannelCredentials][] = [
    ['plain text', () => ({}), () => credentials.createInsecure()],
    ['TLS that asks for no certificate', () => ({ tls: ownCertificate() }), mutual],
  ];
  test.each(refusals)('are not given over %s, nor fetched', async (_, options, channel) => {
    const keys = await ask(options(), channel());
    await eventually(() => expect(logged.join('')).toContain('a node asked for secrets without a client certificate'));
    expect(keys).toEqual([]);
    expect(relay.status().secrets).toEqual([]);
  });

  test('are given over plain text if the operator says so', async () => {
    const keys = await ask({ insecureServeSecrets: true }, credentials.createInsecure());
    await eventually(() => expect(keys).toEqual([shop.privateKey]));
  });
});
