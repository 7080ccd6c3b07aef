/**
 * A client of the soak: follows clusters, endpoints, listeners and routes as Envoy does, in either variant, and keeps what
 * it has when its stream ends. It refuses clusters that are bad.
 */
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import {
  decodeDeltaResponse,
  decodeSotwResponse,
  encodeDeltaRequest,
  encodeSotwRequest,
  type TestNode,
  type TestResponse,
} from '../../test/relay/discovery.ts';
import { BAD, editionOf } from './editions.ts';

export type Variant = 'sotw' | 'delta';

export interface SoakClient {
  readonly node: TestNode;
  readonly variant: Variant;
  /** The edition that its routes are of; nothing before it has any. */
  edition(): string | undefined;
  /** The bytes of an upstream's endpoints. */
  endpoints(upstream: string): Buffer | undefined;
  /** Loses the stream that it has, if any, and opens another. */
  connect(address: string): void;
  isConnected(): boolean;
  /** Reads nothing, until it is resumed or connects anew. */
  stall(): void;
  resume(): void;
  close(): void;
}

export interface ClientEvents {
  /** Its routes are of another edition now. */
  readonly moved: (client: SoakClient, edition: string) => void;
  /** It has less than it had, and nothing in place of it. */
  readonly lost: (client: SoakClient, what: string) => void;
  /**
   * A cluster that its routes name is gone until its routes come, on a new stream in State of the World: there a relay that
   * has never served what the client has cannot know it.
   */
  readonly gap: (client: SoakClient) => void;
  readonly refused: () => void;
  readonly ended: (client: SoakClient) => void;
}

interface Held {
  version: string;
  readonly resources: Map<string, { readonly version: string; readonly value: Buffer }>;
  names: readonly string[];
}

const TYPES = [TypeUrl.cluster, TypeUrl.endpoint, TypeUrl.listener, TypeUrl.route] as const;
const WILDCARD: readonly string[] = [TypeUrl.cluster, TypeUrl.listener];

export function createClient(node: TestNode, variant: Variant, events: ClientEvents): SoakClient {
  const held = new Map<string, Held>(TYPES.map((type) => [type, { version: '', resources: new Map(), names: [] }]));
  const of = (type: string): Held => held.get(type) ?? { version: '', resources: new Map(), names: [] };
  let session: ClientHttp2Session | undefined;
  let stream: ClientHttp2Stream | undefined;
  let isStalled = false;
  let active: string | undefined;
  let isFirst = true;

  const send = (type: string, more: { nonce?: string; error?: string; added?: readonly string[] } = {}): void => {
    if (!stream || stream.destroyed) return;
    const { version, names, resources } = of(type);
    const { nonce, error, added } = more;
    const answer = { typeUrl: type, ...(nonce !== undefined && { nonce }), ...(error !== undefined && { error }) };
    const common = { ...answer, ...(isFirst && { node }) };
    isFirst = false;
    const isOpening = nonce === undefined && added === undefined;
    const initial = Object.fromEntries([...resources].map(([name, resource]) => [name, resource.version]));
    const bytes =
      variant === 'sotw'
        ? encodeSotwRequest({ ...common, version, names })
        : encodeDeltaRequest({
            ...common,
            subscribe: added ?? (isOpening ? names : []),
            ...(isOpening && { initial }),
          });
    stream.write(frame(bytes));
  };
  const ask = (type: string, names: readonly string[], nonce?: string): void => {
    const kept = of(type);
    const added = names.filter((name) => !kept.names.includes(name));
    if (added.length === 0) return;
    kept.names = [...kept.names, ...added];
    send(type, variant === 'delta' ? { added } : { ...(nonce !== undefined && { nonce }) });
  };

  const nonces = new Map<string, string>();
  const take = (response: TestResponse): void => {
    const { typeUrl, nonce, resources, removed, version } = response;
    nonces.set(typeUrl, nonce);
    if (resources.some(({ name, value }) => isBad(typeUrl, name, value))) {
      events.refused();
      return send(typeUrl, { nonce, error: 'it is bad' });
    }
    const kept = of(typeUrl);
    if (variant === 'sotw' && WILDCARD.includes(typeUrl)) kept.resources.clear();
    for (const { name, version: each, value } of resources) kept.resources.set(name, { version: each, value });
    for (const name of removed) kept.resources.delete(name);
    kept.version = version;
    send(typeUrl, { nonce });
    if (typeUrl === TypeUrl.cluster)
      ask(TypeUrl.endpoint, [...kept.resources.keys()].map(upstreamOf), nonces.get(TypeUrl.endpoint));
    if (typeUrl === TypeUrl.listener) ask(TypeUrl.route, ROUTES, nonces.get(TypeUrl.route));
    check();
  };

  const check = (): void => {
    const routes = [...of(TypeUrl.route).resources.values()].map(({ value }) => value.toString('latin1'));
    const clusters = [...of(TypeUrl.cluster).resources.keys()];
    const names = new Set(routes.flatMap((text) => text.match(/default\/(?:edition|bad)-\d+@[0-9a-f]+/g) ?? []));
    const edition = editionOf(names);
    if (active !== undefined && edition === undefined) events.lost(self, 'its routes');
    const missing = [...names].filter((name) => !clusters.includes(name));
    const isNew = variant === 'sotw' && !nonces.has(TypeUrl.route);
    if (missing.length > 0 && isNew) events.gap(self);
    else for (const name of missing) events.lost(self, `cluster ${name}, which its routes name`);
    if (edition === undefined || edition === active) return;
    active = edition;
    events.moved(self, edition);
  };

  const disconnect = (): void => {
    session?.removeAllListeners('close');
    session?.destroy();
    session = undefined;
    stream = undefined;
    isStalled = false;
    isFirst = true;
    nonces.clear();
  };
  const self: SoakClient = {
    node,
    variant,
    edition: () => active,
    endpoints: (upstream) => of(TypeUrl.endpoint).resources.get(upstream)?.value,
    connect(address) {
      disconnect();
      const opened = connect(`http://${address}`);
      session = opened;
      // Why a stream ended makes no difference to who has lost it.
      opened.on('error', () => undefined);
      opened.once('close', () => events.ended(self));
      stream = opened.request(HEADERS[variant]);
      stream.on('error', () => undefined);
      stream.once('close', () => opened.destroy());
      readFrames(stream, (bytes) => take(variant === 'sotw' ? decodeSotwResponse(bytes) : decodeDeltaResponse(bytes)));
      for (const type of TYPES) if (WILDCARD.includes(type) || of(type).names.length > 0) send(type);
    },
    isConnected: () => session !== undefined && !session.destroyed && !isStalled,
    stall() {
      isStalled = true;
      stream?.pause();
    },
    resume() {
      isStalled = false;
      stream?.resume();
    },
    close: disconnect,
  };
  return self;
}

/** The route configuration that the editions have. */
const ROUTES: readonly string[] = ['http'];

const upstreamOf = (cluster: string): string => cluster.replace(/@.*$/, '');

const isBad = (typeUrl: string, name: string, value: Buffer): boolean =>
  typeUrl === TypeUrl.cluster
    ? name.startsWith(`default/${BAD}-`)
    : typeUrl === TypeUrl.route && value.includes(`default/${BAD}-`);

const headers = (method: string) => ({
  ':method': 'POST',
  ':path': `/envoy.service.discovery.v3.AggregatedDiscoveryService/${method}`,
  'content-type': 'application/grpc',
  te: 'trailers',
});
const HEADERS = { sotw: headers('StreamAggregatedResources'), delta: headers('DeltaAggregatedResources') };

/** A gRPC message: a byte that says it is not compressed, its length, and itself. */
function frame(message: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

function readFrames(stream: ClientHttp2Stream, take: (message: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
      const end = 5 + rest.readUInt32BE(1);
      take(rest.subarray(5, end));
      rest = rest.subarray(end);
    }
  });
}
